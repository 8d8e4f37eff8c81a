"""The plate of a side that thinks: its shape fills from the bottom."""

from typing import Final

import pygame
from pygame import Rect

from game.ui import text
from game.ui.draw import frame, mark
from game.ui.theme import PANEL_TITLE, Theme
from game.ui.widgets.widget import Widget

HIGH: Final = 64
"""Height of the plate."""
_SHAPE: Final = 30


class ThinkingPlate(Widget):
    """The shape of a side that fills from the bottom, and its words.

    Attributes:
        share: How much of the shape is filled, 0 to 1.
    """

    def __init__(self, words: str, side: int) -> None:
        super().__init__("thinking")
        self.words = words
        self.side = side
        self.share = 0.0

    def says(self) -> str:
        """Return the words."""
        return self.words

    def natural_width(self, theme: Theme) -> int:
        """Return the width of shape and words."""
        return text.width(self.words, PANEL_TITLE, theme) + _SHAPE + 62

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the plate."""
        return HIGH

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the size of the content."""
        return self.natural_width(theme) - 20, _SHAPE

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the plate, the shape and how much of it is filled."""
        palette = theme.palette
        frame.shadow(target, theme, self.rect)
        frame.box(target, theme, self.rect, palette.panel, palette.ink)
        frame.side_edge(target, theme, self.rect, theme.side_colour(self.side))
        at = (self.rect.x + 24 + _SHAPE / 2, self.rect.centery)
        mark.side_mark(target, theme, self.side, at, _SHAPE, outlined=True)
        high = round((_SHAPE + 4) * self.share)
        bottom = self.rect.centery + (_SHAPE + 4) // 2
        filled = Rect(self.rect.x, bottom - high, 24 + _SHAPE + 4, high)
        before = target.get_clip()
        target.set_clip(theme.rect(filled).clip(before))
        mark.side_mark(target, theme, self.side, at, _SHAPE)
        target.set_clip(before)
        line = text.baseline_at(self.rect.centery, PANEL_TITLE, theme)
        left = self.rect.x + 24 + _SHAPE + 16
        text.write(target, theme, self.words, PANEL_TITLE, palette.ink, (left, line))
