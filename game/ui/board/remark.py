"""A remark beside the play: an icon or a side's mark, and words that wrap."""

from typing import Final

import pygame

from game.ui import text
from game.ui.draw import mark
from game.ui.theme import BODY, Role, Theme
from game.ui.widgets.widget import Widget

_INDENT: Final = 27
_ICON: Final = 18


class Remark(Widget):
    """Words with a small sign before them. They are only read, never pressed.

    Attributes:
        icon: Name of an icon; ``side`` a side's mark in its place; neither: no indent.
        tone: Name of the icon's colour in the palette.
        colour: Name of the words' colour.
    """

    def __init__(
        self,
        words: text.Rich,
        *,
        icon: str = "",
        side: int | None = None,
        tone: str = "ink_2",
        colour: str = "ink",
        role: Role = BODY,
        ident: str = "",
    ) -> None:
        super().__init__(ident)
        self.words = words
        self.icon = icon
        self.side = side
        self.tone = tone
        self.colour = colour
        self.role = role

    def says(self) -> str:
        """Return the words."""
        return text.plain(self.words)

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the wrapped words."""
        return text.height(self.words, self.role, theme, room - self._indent)

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the height that the words need."""
        return 0, self.measure(theme, self.rect.width)

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw the sign on the first line, and the words."""
        palette = theme.palette
        middle = self.rect.y + text.line_height(self.role, theme) / 2
        if self.side is not None:
            mark.side_mark(target, theme, self.side, (self.rect.x + 8, middle), 14)
        elif self.icon:
            tone = getattr(palette, self.tone)
            mark.icon(target, theme, self.icon, (self.rect.x + 9, middle), tone, _ICON)
        block = text.block(self.words, self.role, theme, self.rect.width - self._indent)
        at = (self.rect.x + self._indent, self.rect.y)
        block.draw(target, at, getattr(palette, self.colour))

    @property
    def _indent(self) -> int:
        return _INDENT if self.icon or self.side is not None else 0
