"""Smooth shapes: painted four times too large, then made smaller, then kept."""

from collections.abc import Callable, Hashable
from typing import Final, TypeAlias

import pygame

from game.ui.kept import kept
from game.ui.theme import Colour

OVERSAMPLE: Final = 4
_LARGE: Final = 40_000
"""Real pixels from which a picture is one of few: the curves of one match, not a mark."""

Painter: TypeAlias = Callable[[pygame.Surface, int], None]
"""Paints on a surface that is so many times too large."""


class _Work:
    """A painter that doesn't count in a cache key: the key of the caller names it."""

    def __init__(self, painter: Painter) -> None:
        self.painter = painter

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Work)

    def __hash__(self) -> int:
        return 0


def sprite(
    key: Hashable, size: tuple[int, int], edge: Colour, painter: Painter
) -> pygame.Surface:
    """Return a smooth picture of ``size`` real pixels; don't draw on it.

    ``key`` must name all that the picture depends on except its size. ``edge`` is the
    colour at its outline: clear pixels carry it, so that no dark fringe shows.
    """
    painted = _large if size[0] * size[1] > _LARGE else _small
    return painted(key, size, edge, _Work(painter))


def _painted(key: Hashable, size: tuple[int, int], edge: Colour, work: _Work) -> pygame.Surface:
    large = pygame.Surface((size[0] * OVERSAMPLE, size[1] * OVERSAMPLE), pygame.SRCALPHA)
    large.fill((*edge, 0))
    work.painter(large, OVERSAMPLE)
    return pygame.transform.smoothscale(large, size)


_small = kept(1024)(_painted)
_large = kept(6)(_painted)
