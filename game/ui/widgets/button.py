"""Buttons: plain, primary, barred with a reason; and one that must be held."""

from typing import Final

import pygame
from pygame import Rect

from game.ui import text
from game.ui.draw import mark
from game.ui.draw.frame import box, dashed_box, recess, warm_box
from game.ui.draw.tone import mixed
from game.ui.theme import BUTTON, TARGET, Colour, Theme
from game.ui.widgets.easing import Easing
from game.ui.widgets.intent import HANDLED, Held, Intent, Pressed, Refused
from game.ui.widgets.keys import is_confirm, is_key
from game.ui.widgets.widget import Hint

_ICON: Final = 18
_SPACE: Final = 9
_PADDING: Final = 16
HOLD_SECONDS: Final = 0.6


class Pressable(Easing):
    """What can be pressed with the mouse, with Enter and with its shortcut."""

    focusable = True

    def handle(self, event: pygame.event.Event) -> Intent | None:
        """Return ``Pressed`` on a click that ends inside, or on Enter and Space."""
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            self.pressed = self.rect.collidepoint(event.pos)
            return HANDLED if self.pressed else None
        if event.type == pygame.MOUSEBUTTONUP and event.button == 1 and self.pressed:
            self.pressed = False
            return self.press() if self.rect.collidepoint(event.pos) else HANDLED
        if self.focused and is_confirm(event):
            return self.press()
        return None

    def press(self) -> Intent | None:
        """Return what a press wants: nothing but the reason if it is barred."""
        return Refused(self.id, self.why) if self.why else Pressed(self.id)


class Button(Pressable):
    """A labelled button. ``primary`` is solid ink: one a screen."""

    def __init__(
        self,
        ident: str,
        label: str,
        *,
        icon: str = "",
        key: str = "",
        primary: bool = False,
        why: str = "",
        hint: Hint | None = None,
    ) -> None:
        super().__init__(ident)
        self.label = label
        self.icon = icon
        self.key = key
        self.shortcut = key
        self.primary = primary
        self.why = why
        self.hint = hint

    def says(self) -> str:
        """Return the label."""
        return self.label

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of a comfortable target."""
        return max(TARGET, text.line_height(BUTTON, theme) + 16)

    def natural_width(self, theme: Theme) -> int:
        """Return the width that label, icon and key want."""
        return self._content_width(theme) + 2 * _PADDING

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the size of the content with a little air."""
        return self._content_width(theme) + 8, text.line_height(BUTTON, theme) + 4

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the button in its state."""
        ink = self._paint_ground(target, theme)
        left = self.rect.x + (self.rect.width - self._content_width(theme)) / 2
        middle = self.rect.centery
        icon = "lock" if self.barred else self.icon
        if icon:
            mark.icon(target, theme, icon, (left + _ICON / 2, middle), ink, _ICON)
            left += _ICON + (_SPACE if self.label else 0)
        baseline = text.baseline_at(middle, BUTTON, theme)
        text.write(target, theme, self.label, BUTTON, ink, (left, baseline))
        if self.key:
            left += text.width(self.label, BUTTON, theme) + _SPACE
            mark.key_cap(target, theme, self.key, left, middle, ink)

    def _paint_ground(self, target: pygame.Surface, theme: Theme) -> Colour:
        """Paint the box and return the colour of what stands on it."""
        palette = theme.palette
        if self.barred:
            dashed_box(target, theme, self.rect, palette.ctl)
            return palette.ink_3
        share = 0.0 if self.pressed else self.warmth(theme)
        if self.primary != self.pressed:
            box(target, theme, self.rect, mixed(palette.ink, palette.ink_2, share))
            return palette.on_fill
        warm_box(target, theme, self.rect, share)
        return palette.ink

    def _content_width(self, theme: Theme) -> int:
        wide = text.width(self.label, BUTTON, theme)
        if self.icon or self.barred:
            wide += _ICON + (_SPACE if self.label else 0)
        if self.key:
            wide += _SPACE + mark.key_cap_width(theme, self.key)
        return wide


class IconButton(Pressable):
    """A bare icon with its word in the tooltip."""

    def __init__(
        self, ident: str, icon: str, word: str, *, key: str = "", size: int = 20
    ) -> None:
        super().__init__(ident)
        self.icon = icon
        self.word = word
        self.size = size
        self.shortcut = key
        self.hint = Hint(word)

    def says(self) -> str:
        """Return the word."""
        return self.word

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of a comfortable target."""
        return TARGET

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the icon, on a recess while the pointer is over it."""
        palette = theme.palette
        recess(target, theme, self.rect, 1.0 if self.pressed else self.warmth(theme))
        ink = palette.ink_3 if self.barred else palette.ink_2
        mark.icon(target, theme, self.icon, self.rect.center, ink, self.size)


class HoldButton(Button):
    """A button that acts once it was held for 600 ms, with Space or with the mouse."""

    def __init__(
        self, ident: str, label: str, *, key: str = "Space", seconds: float = HOLD_SECONDS
    ) -> None:
        super().__init__(ident, label, key=key, primary=True)
        self.seconds = seconds
        self.held = 0.0
        self.fill: Colour | None = None

    def handle(self, event: pygame.event.Event) -> Intent | None:
        """Begin to count when pressed, forget the count when let go."""
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            return self._begin() if self.rect.collidepoint(event.pos) else None
        if is_key(event, self.key) or (self.focused and is_confirm(event)):
            return self._begin()
        if self.pressed and event.type in (pygame.MOUSEBUTTONUP, pygame.KEYUP):
            self.pressed = False
            self.held = 0.0
            return HANDLED
        return None

    def press(self) -> Intent | None:
        """Act at once: the way for those who can't hold a key."""
        return Held(self.id)

    def update(self, seconds: float, theme: Theme) -> Intent | None:
        """Return ``Held`` when the time is over."""
        super().update(seconds, theme)
        if not self.pressed:
            self.held = 0.0
            return None
        self.held += seconds
        if self.held < self.seconds:
            return None
        self.pressed = False
        self.held = 0.0
        return Held(self.id)

    def wake(self) -> float | None:
        """Ask for the next frame while it is held."""
        return 0.0 if self.pressed else super().wake()

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the button as if at rest, and the progress below it."""
        held, self.pressed = self.pressed, False
        super().paint(target, theme)
        self.pressed = held
        bar = Rect(self.rect.x, self.rect.bottom + 8, self.rect.width, 6)
        box(target, theme, bar, theme.palette.recess, corner=0)
        bar.width = round(bar.width * min(1.0, self.held / max(self.seconds, 0.001)))
        if bar.width:
            box(target, theme, bar, self.fill or theme.palette.ink, corner=0)

    def _begin(self) -> Intent:
        self.pressed = True
        return HANDLED
