"""A picture of a pack's, on the page of what it shows: decoded here, or not there at all."""

import io
from collections.abc import Mapping
from typing import Final

import pygame
from pygame import Rect

from game.content.pictures import HIGHEST, WIDEST, drawn_part
from game.ui.kept import kept
from game.ui.theme import Theme
from game.ui.widgets.widget import Widget

_TALLEST: Final = 300
"""Logical pixels: some of the text below stays in sight."""


class Picture(Widget):
    """A picture, never larger than it is and never wider than its room."""

    def __init__(self, drawn: pygame.Surface) -> None:
        super().__init__()
        self._drawn = drawn
        self._shown: pygame.Surface | None = None

    def measure(self, theme: Theme, room: int) -> int:
        """Return its height at a width."""
        return self._size(room)[1]

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw it from the top left."""
        place = theme.rect(Rect(self.rect.topleft, self._size(self.rect.width)))
        if self._shown is None or self._shown.get_size() != place.size:
            self._shown = pygame.transform.smoothscale(self._drawn, place.size)
        target.blit(self._shown, place)

    def _size(self, room: int) -> tuple[int, int]:
        wide, high = self._drawn.get_size()
        share = min(1.0, room / wide, _TALLEST / high)
        return max(1, round(wide * share)), max(1, round(high * share))


def picture_of(pictures: Mapping[str, bytes], slug: str) -> list[Widget]:
    """Return the picture that shows something; nothing where there is none to be seen."""
    drawn = _decoded(pictures[slug]) if slug in pictures else None
    return [] if drawn is None else [Picture(drawn)]


@kept(4)
def _decoded(data: bytes) -> pygame.Surface | None:
    """Return the points of a picture that was looked over; a decoder may still refuse it."""
    try:
        name = "picture.png" if data.startswith(b"\x89PNG") else "picture.jpg"
        drawn = pygame.image.load(io.BytesIO(drawn_part(data)), name)
        wide, high = drawn.get_size()
        if not (0 < wide <= WIDEST and 0 < high <= HIGHEST):
            return None
        canvas = pygame.Surface((wide, high), pygame.SRCALPHA, 32)
        canvas.blit(drawn, (0, 0))
    except (pygame.error, ValueError, MemoryError):
        return None
    return canvas
