"""Guilloches: the woven lines of banknotes, round and as bands. Decoration only."""

from itertools import pairwise
from math import cos, pi, sin
from typing import Final

import pygame

from game.ui.draw.tone import mixed
from game.ui.kept import kept
from game.ui.theme import Colour, Theme

RADIUS: Final = 178
"""Logical pixels from the middle of a rosette to its edge."""
_RINGS: Final = ((88, 117, 14, 8), (117, 178, 9, 10))
"""Inner and outer radius, waves once round, and curves of each of both slants."""
_STEPS: Final = 720
_BAND_CURVES: Final = 9


def rosette(
    target: pygame.Surface, theme: Theme, centre: tuple[float, float], colour: Colour
) -> None:
    """Draw a woven rosette around a logical point."""
    picture = _rosette(theme.scale, colour, theme.palette.recess)
    at = picture.get_rect(center=theme.point(centre))
    target.blit(picture, at)


def band(
    target: pygame.Surface, theme: Theme, rect: pygame.Rect, colour: Colour, phase: float = 0.0
) -> None:
    """Draw a woven band across a logical rectangle."""
    real = theme.rect(rect)
    for curve in range(_BAND_CURVES):
        share = curve / (_BAND_CURVES - 1)
        points = [
            (x, real.centery + real.height / 2 * _wave(x / real.width, share, phase))
            for x in range(real.left, real.right + 8, 8)
        ]
        pygame.draw.aalines(target, colour, False, points)


def _wave(along: float, share: float, phase: float) -> float:
    """Return how high a curve of a band runs, -1 to 1."""
    slow = sin(2 * pi * (along * 1.1 + phase) + share * pi)
    return (0.62 - 0.5 * share) * slow + (share - 0.5) * 0.7 * cos(2 * pi * along * 0.6)


@kept(4)
def _rosette(scale: float, colour: Colour, ground: Colour) -> pygame.Surface:
    size = round(2 * (RADIUS + 3) * scale)
    picture = pygame.Surface((size, size))
    picture.fill(ground)
    picture.set_colorkey(ground)
    middle = size / 2
    faint = mixed(colour, ground, 0.45)
    for inner, outer, waves, curves in _RINGS:
        for number in range(curves):
            for slant in (1, -1):
                turn = 2 * pi * number / (curves * waves)
                _curve(picture, (inner * scale, outer * scale), waves * slant, turn, faint)
    edge = mixed(colour, ground, 0.25)
    for radius in sorted({radius for ring in _RINGS for radius in ring[:2]}):
        _circle(picture, middle, radius * scale, edge)
    return picture


def _curve(
    picture: pygame.Surface,
    radii: tuple[float, float],
    waves: int,
    turn: float,
    colour: Colour,
) -> None:
    """Draw one closed curve that swings between two radii."""
    middle = picture.get_width() / 2
    mean, swing = (radii[0] + radii[1]) / 2, (radii[1] - radii[0]) / 2
    points = []
    for step in range(_STEPS + 1):
        angle = 2 * pi * step / _STEPS
        radius = mean + swing * sin(waves * (angle + turn))
        points.append((middle + radius * cos(angle), middle + radius * sin(angle)))
    for start, end in pairwise(points):
        pygame.draw.aaline(picture, colour, start, end)


def _circle(picture: pygame.Surface, middle: float, radius: float, colour: Colour) -> None:
    points = [
        (
            middle + radius * cos(2 * pi * step / _STEPS),
            middle + radius * sin(2 * pi * step / _STEPS),
        )
        for step in range(_STEPS)
    ]
    pygame.draw.aalines(picture, colour, True, points)
