"""A page: a screen framed as an atlas plate, whose focus starts on what matters."""

from typing import ClassVar

import pygame
from pygame import Rect

from game.ui.draw import frame
from game.ui.layout import inset
from game.ui.scene import Scene
from game.ui.theme import Theme


class Page(Scene):
    """A full screen with a double frame.

    Attributes:
        start: The id of the widget that has the focus at first.
        framed: Whether the double frame is drawn.
    """

    framed: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__()
        self.start = ""
        self._seen = False

    def look(self, size: tuple[int, int], theme: Theme) -> None:
        """Take a size and a theme; the first time also put the focus where it starts."""
        super().look(size, theme)
        if not self._seen:
            self._seen = True
            self.focus(self.start)

    def paint(self, target: pygame.Surface) -> None:
        """Paint the page and its frame."""
        super().paint(target)
        if self.framed:
            edge = inset(Rect(0, 0, *self.size), 12)
            frame.double_frame(target, self.theme, edge, self.theme.palette.ink_2)
