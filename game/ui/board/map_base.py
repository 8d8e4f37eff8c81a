"""The still part of the map: sea, graticule, coast bands, land, tints, borders, coast."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Final, TypeAlias

import pygame

from game.ui.board.map_data import Arc, Box, Land, MapData, europe
from game.ui.board.projection import Frame, Point, meridian, parallel
from game.ui.board.strokes import dashes
from game.ui.draw.tone import mixed
from game.ui.kept import kept
from game.ui.theme import Colour, Palette, Theme

SHARPNESS: Final = 2
"""The map is drawn this many times as large and then shrunk."""
SOFTNESS: Final = 3
"""The coast bands are drawn this many times smaller and then stretched, which blurs them."""
BANDS: Final = ((10.0, 0.45), (5.0, 1.0))
"""Width of each coast band (logical pixels, both shores) and its share of coast water."""
KEPT_BASES: Final = 10

Line: TypeAlias = list[tuple[float, float]]

PARALLELS: Final = range(10, 86, 5)
MERIDIANS: Final = range(-90, 151, 10)


def map_base(
    size: tuple[int, int], frame: Frame, theme: Theme, outside: tuple[str, ...] = ()
) -> pygame.Surface:
    """Return the base of the map on a surface of `size` pixels. Don't draw on it.

    Lands `outside` the alliance of the years that are played lack its tint.
    """
    return _map_base(size, frame, theme.palette, theme.scale, outside)


@kept(KEPT_BASES)
def _map_base(
    size: tuple[int, int],
    frame: Frame,
    palette: Palette,
    scale: float,
    outside: tuple[str, ...],
) -> pygame.Surface:
    data, large = europe(), (size[0] * SHARPNESS, size[1] * SHARPNESS)
    wide = frame.enlarged(SHARPNESS)
    window = Box.seen(wide, large, margin=24 * scale)
    canvas = pygame.transform.smoothscale(_sea(size, frame, palette, scale), large)
    _draw_graticule(canvas, wide, palette, scale)
    _draw_lands(canvas, data, wide, window, _land_colours(palette, outside))
    width = max(1, round(SHARPNESS * scale * (1 if scale < 1.4 else 0.84)))
    _draw_arcs(canvas, palette.border, _seen(data, data.border, window), wide, width)
    _draw_disputed(canvas, data, wide, window, palette, width)
    _draw_arcs(canvas, palette.coastline, _seen(data, data.coast, window), wide, width)
    return pygame.transform.smoothscale(canvas, size)


def _sea(size: tuple[int, int], frame: Frame, palette: Palette, scale: float) -> pygame.Surface:
    """Return the sea with its coast bands, small: stretching it makes the bands soft."""
    small = (-(-size[0] // SOFTNESS), -(-size[1] // SOFTNESS))
    shrunk = frame.enlarged(1 / SOFTNESS)
    surface = pygame.Surface(small)
    surface.fill(palette.sea)
    window = Box.seen(shrunk, small, margin=8 * scale)
    data = europe()
    coast = [shrunk.pixels(arc.points) for arc in _seen(data, data.coast, window)]
    for width, share in BANDS:
        colour = mixed(palette.sea, palette.coast_water, share)
        _draw_band(surface, colour, coast, width * scale / SOFTNESS)
    return surface


def _draw_band(
    surface: pygame.Surface, colour: Colour, lines: Iterable[Line], width: float
) -> None:
    has_ends = width / 2 >= 1  # pygame draws no smaller circle
    for line in lines:
        for point in _thinned(line, width / 3) if has_ends else ():
            pygame.draw.circle(surface, colour, point, width / 2)
        pygame.draw.lines(surface, colour, False, line, max(1, round(width)))


def _thinned(line: Line, step: float) -> Iterable[tuple[float, float]]:
    """Yield the points that are at least a step from the one yielded before."""
    last_x = last_y = -1e9
    for x, y in line:
        if abs(x - last_x) + abs(y - last_y) >= step:
            last_x, last_y = x, y
            yield x, y


def _draw_graticule(
    canvas: pygame.Surface, frame: Frame, palette: Palette, scale: float
) -> None:
    colour = mixed(palette.coast_water, palette.coastline, 0.22)
    width = max(1, round(SHARPNESS * scale * 0.8))
    for line in _graticule():
        pygame.draw.lines(canvas, colour, False, frame.pixels(line), width)


@cache
def _graticule() -> tuple[tuple[Point, ...], ...]:
    """Return the parallels and meridians in the plane."""
    return (
        *(parallel(lat, -100, 150) for lat in PARALLELS),
        *(meridian(lon, 5, 84) for lon in MERIDIANS),
    )


def _land_colours(palette: Palette, outside: tuple[str, ...]) -> Callable[[Land], Colour]:
    """Return how each land is filled."""
    colours = {
        "other": palette.land,
        "nato": palette.land_nato,
        "russia": palette.land_russia,
    }
    return lambda land: palette.land if land.name in outside else colours[land.tint]


def _draw_lands(
    canvas: pygame.Surface,
    data: MapData,
    frame: Frame,
    window: Box,
    colour_of: Callable[[Land], Colour],
) -> None:
    for land in data.lands:
        if not land.box.misses(window):
            outline = frame.pixels(data.outline_within(land.ring, window))
            pygame.draw.polygon(canvas, colour_of(land), outline)


def _seen(data: MapData, numbers: Iterable[int], window: Box) -> Iterable[Arc]:
    return (data.arcs[arc] for arc in numbers if not data.arcs[arc].box.misses(window))


def _draw_arcs(
    canvas: pygame.Surface, colour: Colour, arcs: Iterable[Arc], frame: Frame, width: int
) -> None:
    for arc in arcs:
        pygame.draw.lines(canvas, colour, False, frame.pixels(arc.points), width)


def _draw_disputed(
    canvas: pygame.Surface,
    data: MapData,
    frame: Frame,
    window: Box,
    palette: Palette,
    width: int,
) -> None:
    for arc in _seen(data, data.disputed, window):
        for piece in dashes(frame.line(arc.points), (width * 3, width * 2)):
            pygame.draw.lines(canvas, palette.border, False, piece, width)
