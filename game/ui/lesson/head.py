"""The head of the facilitator's panel: which lesson, which class, how long it has been."""

from typing import Final

import pygame
from pygame import Rect

from game.ui import text
from game.ui.draw import mark
from game.ui.theme import BODY, PANEL_TITLE, VALUE, Theme
from game.ui.widgets.button import Button
from game.ui.widgets.widget import Widget

HEIGHT: Final = 52
_EDGE: Final = 20
_ICON: Final = 24
_TIME: Final = VALUE.sized(24, 30)
_TITLE: Final = PANEL_TITLE.sized(20, 26)


class LessonHead(Widget):
    """A bar of ink: title and class left, the time right if there is one.

    Attributes:
        time: Minutes and seconds; empty while no clock was ever started.
    """

    backdrop = True

    def __init__(self, title: str, note: str, time_of: str, clock: Button) -> None:
        super().__init__("head", [clock])
        self.title = title
        self.note = note
        self.time = ""
        self.of = time_of
        self.clock = clock

    def says(self) -> str:
        """Return title, class and time."""
        return ", ".join(part for part in (self.title, self.note, self.time) if part)

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the bar."""
        return max(HEIGHT, self.clock.measure(theme, 0) + 8)

    def place(self, rect: Rect, theme: Theme) -> None:
        """Place the clock's button at the right end."""
        self.rect = rect.copy()
        wide = self.clock.natural_width(theme)
        high = self.clock.measure(theme, wide)
        self.clock.place(
            Rect(rect.right - _EDGE - wide, rect.centery - high // 2, wide, high), theme
        )

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the ground, then what there is room for from both ends."""
        palette, middle = theme.palette, self.rect.centery
        target.fill(palette.ink, theme.rect(self.rect))
        right = self._paint_time(target, theme, self.clock.rect.x - 16)
        at = (self.rect.x + _EDGE + _ICON / 2, middle)
        mark.icon(target, theme, "graduation", at, palette.on_fill, _ICON)
        left = self.rect.x + _EDGE + _ICON + 12
        for words, role in ((self.title, _TITLE), (self.note, BODY)):
            wide = text.width(words, role, theme)
            if left + wide > right:
                return
            line = text.baseline_at(middle, role, theme)
            text.write(target, theme, words, role, palette.on_fill, (left, line))
            left += wide + 14

    def _paint_time(self, target: pygame.Surface, theme: Theme, right: int) -> int:
        """Paint the time; return where it begins."""
        if not self.time:
            return right
        ink = theme.palette.on_fill
        for words, role in ((self.of, BODY), (self.time, _TIME)):
            line = text.baseline_at(self.rect.centery, role, theme)
            text.write(target, theme, words, role, ink, (right, line), text.RIGHT)
            right -= text.width(words, role, theme) + 12
        return right
