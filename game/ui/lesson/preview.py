"""The class screen in small, on the facilitator's panel: a picture of what the class sees."""

from dataclasses import replace
from typing import Final

import pygame
from pygame import Rect

from game.ui.draw import frame
from game.ui.draw.tone import mixed
from game.ui.lesson.class_screen import ClassScene
from game.ui.lesson.run import LessonRun
from game.ui.theme import Theme
from game.ui.widgets.button import Pressable

_SHAPE: Final = (1280, 720)


class Preview(Pressable):
    """The class screen, smaller; pressed, it takes the whole window."""

    def __init__(self, run: LessonRun, says: str) -> None:
        super().__init__("preview")
        self.run = run
        self.said = says
        self._picture: pygame.Surface | None = None
        self._key: object = None

    def says(self) -> str:
        """Return what it is."""
        return self.said

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height at a width."""
        return room * _SHAPE[1] // _SHAPE[0]

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw the picture in a frame."""
        real = theme.rect(self.rect)
        key = real.size, theme, self.run.on_screen
        if self._picture is None or key != self._key:
            self._picture, self._key = self._painted(real.size, theme), key
        target.blit(self._picture, real.topleft)
        edge = mixed(theme.palette.border, theme.palette.ink, self.warmth(theme))
        frame.box(target, theme, self.rect, None, edge, line=2, corner=0)

    def _painted(self, size: tuple[int, int], theme: Theme) -> pygame.Surface:
        """Return the class screen at a size, laid out as on a whole window."""
        scene = ClassScene(self.run)
        scene.look(_SHAPE, replace(theme, scale=size[0] / _SHAPE[0], text=1.0))
        scene.tree.ring_shown = False
        picture = pygame.Surface(size)
        scene.draw(picture)
        return picture

    @staticmethod
    def fitted(room: Rect) -> Rect:
        """Return the largest place of the right shape in a room, at its left."""
        wide = min(room.width, room.height * _SHAPE[0] // _SHAPE[1])
        return Rect(room.x, room.y, wide, wide * _SHAPE[1] // _SHAPE[0])
