"""The ring of the keyboard: it opens from the edge of what has the focus to its place."""

import pygame
from pygame import Rect

from game.ui.draw.frame import focus_ring
from game.ui.motion import HOVER, Glide
from game.ui.theme import Theme


class FocusRing:
    """How far the ring round the focus has opened."""

    def __init__(self) -> None:
        self._open = Glide(1.0)

    @property
    def moving(self) -> bool:
        """Return whether it is still opening."""
        return self._open.moving

    def begin(self) -> None:
        """Open anew: the focus went elsewhere."""
        self._open = Glide()
        self._open.send(1.0, HOVER)

    def advance(self, seconds: float, theme: Theme) -> None:
        """Let time pass."""
        self._open.advance(seconds * theme.speed, still=theme.still)

    def paint(self, target: pygame.Surface, theme: Theme, rect: Rect) -> None:
        """Paint it as far as it is open: wholly and at once when motion is reduced."""
        if theme.still:
            self._open.arrive()
        focus_ring(target, theme, rect, opened=self._open.value)
