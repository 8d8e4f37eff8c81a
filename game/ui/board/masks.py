"""Hatches that follow the map, and what lies inside an outline."""

from collections.abc import Sequence

import pygame

from game.ui.board.projection import Point
from game.ui.board.strokes import stroke
from game.ui.theme import Colour


def clear(size: tuple[int, int], ground: Colour) -> pygame.Surface:
    """Return a surface that is clear all over."""
    surface = pygame.Surface(size, pygame.SRCALPHA)
    surface.fill((*ground, 0))
    return surface


def hatch(
    size: tuple[int, int],
    colour: Colour,
    alpha: int,
    spacing: float,
    width: float,
    rises: bool,
) -> pygame.Surface:
    """Return a hatched surface; lines that rise go up to the right."""
    surface = clear(size, colour)
    wide, high = size
    first = -high if rises else 0
    x = first - spacing
    while x < wide + high:
        bottom, top = (x, x + high) if rises else (x, x - high)
        stroke(surface, (*colour, alpha), (Point(bottom, high), Point(top, 0)), width)
        x += spacing
    return surface


def mask_of(size: tuple[int, int], outline: Sequence[Point]) -> pygame.Surface:
    """Return a surface that is white inside an outline and clear outside."""
    mask = clear(size, (255, 255, 255))
    if len(outline) > 2:
        pygame.draw.polygon(mask, (255, 255, 255, 255), outline)
    return mask


def cut(surface: pygame.Surface, mask: pygame.Surface) -> pygame.Surface:
    """Keep of a surface what lies inside a mask; return the surface."""
    surface.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return surface
