"""Lines of any width and dash, drawn so that they survive being shrunk."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot
from typing import Final, TypeAlias

import pygame

from game.ui.board.projection import Point
from game.ui.theme import Colour

Pattern: TypeAlias = tuple[float, ...]
"""Lengths of ink and gap in turn; empty for a line without gaps."""

SOLID: Final[Pattern] = ()


def stroke(
    target: pygame.Surface,
    colour: Colour | tuple[int, int, int, int],
    points: Sequence[Point],
    width: float,
    pattern: Pattern = SOLID,
) -> None:
    """Draw a line through points; widths and lengths are pixels of the target."""
    for piece in dashes(points, pattern) if pattern else (points,):
        _solid(target, colour, piece, width)


def dashes(points: Sequence[Point], pattern: Pattern) -> Iterator[list[Point]]:
    """Yield the inked pieces of a dashed line, keeping its corners."""
    index, left = 0, pattern[0]
    piece = [points[0]]
    for start, end in pairwise(points):
        length, walked = hypot(end.x - start.x, end.y - start.y), 0.0
        while length - walked >= left:
            walked += left
            share = walked / length if length else 0
            corner = Point(
                start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share
            )
            if index % 2 == 0:
                yield [*piece, corner]
            piece, index = [corner], index + 1
            left = pattern[index % len(pattern)]
        left -= length - walked
        piece.append(end)
    if index % 2 == 0 and len(piece) > 1:
        yield piece


def _solid(
    target: pygame.Surface,
    colour: Colour | tuple[int, int, int, int],
    points: Sequence[Point],
    width: float,
) -> None:
    half = width / 2
    for start, end in pairwise(points):
        length = hypot(end.x - start.x, end.y - start.y)
        if length:
            right, down = (end.x - start.x) / length * half, (end.y - start.y) / length * half
            corners = (
                (start.x - down, start.y + right),
                (end.x - down, end.y + right),
                (end.x + down, end.y - right),
                (start.x + down, start.y - right),
            )
            pygame.draw.polygon(target, colour, corners)
    # Round joints close the wedge that two straight pieces leave open at a corner.
    for point in points[1:-1]:
        pygame.draw.circle(target, colour, point, half)
