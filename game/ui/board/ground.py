"""The ground behind pages of a match: the map, so faint that text can stand on it."""

from typing import Final

import pygame

from game.ui.board.map_base import map_base
from game.ui.board.projection import Frame, Place, Point, project
from game.ui.kept import kept
from game.ui.theme import BASE_HEIGHT, BASE_WIDTH, Theme

_VEIL: Final = 205
_CENTRE: Final = Place(53.6, 24.5)
_SCALE: Final = 0.1027


def draw_ground(target: pygame.Surface, theme: Theme) -> None:
    """Fill a surface with the faint map."""
    target.blit(_ground(target.get_size(), theme), (0, 0))


@kept(2)
def _ground(size: tuple[int, int], theme: Theme) -> pygame.Surface:
    scale = max(size[0] / BASE_WIDTH, size[1] / BASE_HEIGHT) * _SCALE
    frame = Frame(project(_CENTRE), Point(size[0] / 2, size[1] / 2), scale)
    picture = map_base(size, frame, theme).copy()
    veil = pygame.Surface(size)
    veil.fill(theme.palette.page)
    veil.set_alpha(_VEIL)
    picture.blit(veil, (0, 0))
    return picture
