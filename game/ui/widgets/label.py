"""Words on a screen: one line, or a paragraph that wraps."""

import pygame

from game.ui import text
from game.ui.theme import BODY, Role, Theme
from game.ui.widgets.widget import Widget


class Label(Widget):
    """Text in a role and a named colour of the palette; it wraps to its width.

    ``marked`` text may have ``**bold**`` and ``*italic*`` in it.
    """

    def __init__(
        self,
        words: text.Rich,
        role: Role = BODY,
        *,
        ident: str = "",
        colour: str = "ink",
        align: str = text.LEFT,
        marked: bool = False,
    ) -> None:
        super().__init__(ident)
        self.words = words
        self.role = role
        self.colour = colour
        self.align = align
        self.marked = marked

    def says(self) -> str:
        """Return the words without marks."""
        return text.plain(self._runs())

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the wrapped words."""
        return text.height(self._runs(), self.role, theme, room)

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the size of the words wrapped to the width there is."""
        block = text.block(self._runs(), self.role, theme, self.rect.width)
        return self.rect.width + 1 if block.broken else block.width, block.height

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw the words from the top left."""
        block = text.block(self._runs(), self.role, theme, self.rect.width, self.align)
        block.draw(target, self.rect.topleft, getattr(theme.palette, self.colour))

    def _runs(self) -> text.Rich:
        if self.marked and isinstance(self.words, str):
            return text.runs(self.words)
        return self.words


class Paragraph(Label):
    """Body text with ``**bold**`` and ``*italic*`` marks."""

    def __init__(
        self,
        words: text.Rich,
        role: Role = BODY,
        *,
        ident: str = "",
        colour: str = "ink",
        align: str = text.LEFT,
    ) -> None:
        super().__init__(words, role, ident=ident, colour=colour, align=align, marked=True)
