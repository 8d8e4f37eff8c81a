"""What to do now, in one short line that stands on the edge of the hand."""

from typing import Final

import pygame

from game.ui import text
from game.ui.draw import mark
from game.ui.draw.frame import box
from game.ui.theme import BODY_BOLD, Theme
from game.ui.widgets.widget import Widget

_PADDING: Final = 12
_ARROW: Final = 18


class Prompt(Widget):
    """A tab of ink with an arrow down to the hand."""

    def __init__(self, words: str) -> None:
        super().__init__("prompt")
        self.words = words

    def says(self) -> str:
        """Return the words."""
        return self.words

    def natural_width(self, theme: Theme) -> int:
        """Return the width of words and arrow."""
        return text.width(self.words, BODY_BOLD, theme) + _ARROW + 2 * _PADDING + 6

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of a line with its air."""
        return text.line_height(BODY_BOLD, theme) + 8

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the tab."""
        palette = theme.palette
        box(target, theme, self.rect, palette.ink)
        middle = self.rect.centery
        at = (self.rect.x + _PADDING, text.baseline_at(middle, BODY_BOLD, theme))
        text.write(target, theme, self.words, BODY_BOLD, palette.on_fill, at)
        arrow = (self.rect.right - _PADDING - _ARROW / 2, middle)
        mark.icon(target, theme, "arrow-down", arrow, palette.on_fill, _ARROW)
