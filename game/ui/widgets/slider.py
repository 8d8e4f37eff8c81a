"""A slider: the scale bar of the map with a grip, for a share from 0 to 100."""

from typing import Final

import pygame
from pygame import Rect

from game.ui import text
from game.ui.draw.bar import BAR_HEIGHT, scale_bar
from game.ui.draw.frame import box
from game.ui.draw.tone import mixed
from game.ui.theme import BODY_BOLD, TARGET, Theme
from game.ui.widgets.easing import Easing
from game.ui.widgets.intent import HANDLED, Intent, Refused, Slid
from game.ui.widgets.keys import arrow, is_key
from game.ui.widgets.widget import Hint

STEP: Final = 10
_MOST: Final = 100
_GRIP: Final = (12, 26)
_FIGURES: Final = 58
_AIR: Final = 8


class Slider(Easing):
    """A title, a bar with a grip, and the figure; arrows, Home, End, click and drag."""

    focusable = True

    def __init__(
        self, ident: str, title: str, value: int, *, figure: str = "{n} %", why: str = ""
    ) -> None:
        super().__init__(ident)
        self.title = title
        self.value = value
        self.figure = figure
        self.why = why
        self.hint: Hint | None = None

    def says(self) -> str:
        """Return title and figure."""
        return f"{self.title}: {self._figure}"

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the title above the bar."""
        return max(TARGET, text.height(self.title, BODY_BOLD, theme, room) + _GRIP[1] + 6)

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the size that title and figure need."""
        wide = text.width(self._figure, BODY_BOLD, theme)
        return wide + 80, self.measure(theme, self.rect.width)

    def handle(self, event: pygame.event.Event) -> Intent | None:
        """Follow the mouse while its button is down; step with the arrows."""
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            self.pressed = self.rect.collidepoint(event.pos)
            return self._to(self._at(event.pos[0])) if self.pressed else None
        if event.type == pygame.MOUSEMOTION and self.pressed:
            return self._to(self._at(event.pos[0]))
        if event.type == pygame.MOUSEBUTTONUP and self.pressed:
            self.pressed = False
            return HANDLED
        if event.type == pygame.KEYDOWN and self.focused:
            return self._key(event)
        return None

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint title, figure, bar and grip."""
        palette = theme.palette
        ink = palette.ink_3 if self.barred else palette.ink
        title = text.block(self.title, BODY_BOLD, theme, self.rect.width)
        title.draw(target, self.rect.topleft, ink)
        bar = self._bar
        scale_bar(target, theme, bar, self.value / STEP, ink)
        at = bar.x + bar.width * self.value / _MOST
        grip = Rect(0, 0, *_GRIP)
        grip.center = (round(at), bar.centery)
        share = 1.0 if self.pressed else self.warmth(theme)
        fill = mixed(palette.panel, palette.recess, share)
        box(target, theme, grip, fill, ink, line=2 + share)
        baseline = text.baseline_at(bar.centery, BODY_BOLD, theme)
        place = (self.rect.right, baseline)
        text.write(target, theme, self._figure, BODY_BOLD, ink, place, text.RIGHT)

    @property
    def _figure(self) -> str:
        return self.figure.format(n=self.value)

    @property
    def _bar(self) -> Rect:
        """Return the bar, with room for half a grip at its ends."""
        middle = self.rect.bottom - _GRIP[1] // 2 - 2
        left = self.rect.x + _GRIP[0] // 2
        wide = self.rect.width - _GRIP[0] - _FIGURES - _AIR
        return Rect(left, middle - BAR_HEIGHT // 2, wide, BAR_HEIGHT)

    def _at(self, x: int) -> int:
        """Return the value nearest to a logical x."""
        bar = self._bar
        return round((x - bar.x) / max(1, bar.width) * _MOST / STEP) * STEP

    def _to(self, value: int) -> Intent:
        value = max(0, min(_MOST, value))
        if self.why:
            return Refused(self.id, self.why)
        if value == self.value:
            return HANDLED
        self.value = value
        return Slid(self.id, value)

    def _key(self, event: pygame.event.Event) -> Intent | None:
        step = arrow(event)
        if step is not None and step[0]:
            return self._to((self.value // STEP + step[0]) * STEP)
        if is_key(event, "Home"):
            return self._to(0)
        return self._to(_MOST) if is_key(event, "End") else None
