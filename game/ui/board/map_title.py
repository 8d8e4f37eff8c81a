"""The map of the title: two radars, one on each side, and the sky that both of them watch."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil, floor
from typing import Final

import pygame

from game.ui.board.map_base import map_base
from game.ui.board.map_marks import NATO, RUSSIA
from game.ui.board.masks import clear, cut, mask_of
from game.ui.board.projection import (
    Frame,
    Place,
    Point,
    geodesic_arc,
    geodesic_wedge,
    project,
)
from game.ui.board.strokes import SOLID, stroke
from game.ui.draw.sprite import sprite
from game.ui.kept import kept
from game.ui.theme import Colour, Theme


@dataclass(frozen=True, slots=True)
class Radar:
    """A radar's sector: a side, a place, two bearings from north, and how far it is drawn."""

    side: int
    place: Place
    start: float
    end: float
    km: float


RADARS: Final = (
    Radar(NATO, Place(38.35, 37.79), 76, 174, 1740),
    Radar(RUSSIA, Place(44.93, 40.98), 91, 186, 1780),
)
"""Kürecik and Armavir; the sectors are drawn for the picture, not measured."""

BASE_SCALE: Final = 0.1265
"""Logical pixels for a kilometre on a title of 1280 x 720."""
FROM_RIGHT: Final = 324 / 1280
FROM_TOP: Final = 432 / 720
"""Where Kürecik lies, as shares of the width and the height."""
FADE: Final = (0.41, 0.68)
"""Between these shares of the width the page turns into the map."""
ARC_STEP_KM: Final = 250
SECTOR_ALPHA: Final = 46
JOINT_ALPHA: Final = 118
MARKER: Final = 12.0
SHARPNESS: Final = 2


def draw_title_map(target: pygame.Surface, rect: pygame.Rect, theme: Theme) -> None:
    """Draw the map of the title in a logical rectangle; its left part is plain page."""
    target.blit(title_map(rect.size, theme), theme.rect(rect))


@kept(2)
def title_map(size: tuple[int, int], theme: Theme) -> pygame.Surface:
    """Return the map of the title for a logical size, in real pixels. Don't draw on it."""
    box = theme.rect(pygame.Rect((0, 0), size))
    frame = title_frame(size).enlarged(theme.scale)
    picture = map_base(box.size, frame, theme).copy()
    picture.blit(_fade(box.size, theme.palette.page), (0, 0))
    picture.blit(_sectors(box.size, frame, theme), (0, 0))
    for radar in RADARS:
        marker = _marker(radar.side, theme)
        at = frame.place(radar.place)
        half = marker.get_width() / 2
        picture.blit(marker, (round(at.x - half), round(at.y - half)))
    return picture


def title_frame(size: tuple[int, int]) -> Frame:
    """Return the logical frame of a title of this size."""
    grown = max(size[0] / 1280, size[1] / 720)
    anchor = Point(size[0] * (1 - FROM_RIGHT), size[1] * FROM_TOP)
    return Frame(project(RADARS[0].place), anchor, BASE_SCALE * grown)


def _fade(size: tuple[int, int], page: Colour) -> pygame.Surface:
    """Return a veil that covers the left with the page and lets the right through."""
    wide = size[0]
    start, end = FADE[0] * wide, FADE[1] * wide
    strip = pygame.Surface((wide, 1), pygame.SRCALPHA)
    for x in range(wide):
        share = max(0.0, min(1.0, (x - start) / (end - start)))
        smooth = share * share * (3 - 2 * share)
        strip.set_at((x, 0), (*page, round(255 * (1 - smooth))))
    return pygame.transform.scale(strip, size)


def _sectors(size: tuple[int, int], frame: Frame, theme: Theme) -> pygame.Surface:
    """Return both sectors, and in the joint colour what both radars see."""
    near = frame.enlarged(SHARPNESS)
    wedges = [geodesic_wedge(radar.place, radar.km, radar.start, radar.end) for radar in RADARS]
    width = 2 * theme.scale * SHARPNESS
    # Where no sector lies there is nothing to draw: most of a wide window is left out.
    box = _around([point for wedge in wedges for point in near.line(wedge)], size, width)
    near = replace(near, anchor=Point(near.anchor.x - box.x, near.anchor.y - box.y))
    outlines = [near.line(wedge) for wedge in wedges]
    masks = [mask_of(box.size, outline) for outline in outlines]
    canvas = clear(box.size, theme.palette.joint)
    common = cut(masks[0].copy(), masks[1])
    hole = common.copy()
    hole.fill((0, 0, 0, 255), special_flags=pygame.BLEND_RGBA_MULT)
    for radar, mask in zip(RADARS, masks, strict=True):
        mask.blit(hole, (0, 0), special_flags=pygame.BLEND_RGBA_SUB)
        canvas.blit(_filled(mask, theme.side_colour(radar.side), SECTOR_ALPHA), (0, 0))
    canvas.blit(_filled(common, theme.palette.joint, JOINT_ALPHA), (0, 0))
    for radar, outline in zip(RADARS, outlines, strict=True):
        _draw_arcs(canvas, radar, near, theme)
        stroke(canvas, theme.side_colour(radar.side), [*outline, outline[1]], width)
    shrunk = (box.width // SHARPNESS, box.height // SHARPNESS)
    picture = clear(size, theme.palette.joint)
    at = (box.x // SHARPNESS, box.y // SHARPNESS)
    picture.blit(pygame.transform.smoothscale(canvas, shrunk), at)
    return picture


def _around(points: Sequence[Point], size: tuple[int, int], width: float) -> pygame.Rect:
    """Return what lies around points, within a picture drawn larger, in whole pixels of it."""
    air = 2 * width
    left = max(0, floor((min(point.x for point in points) - air) / SHARPNESS))
    top = max(0, floor((min(point.y for point in points) - air) / SHARPNESS))
    right = min(size[0], ceil((max(point.x for point in points) + air) / SHARPNESS))
    bottom = min(size[1], ceil((max(point.y for point in points) + air) / SHARPNESS))
    box = pygame.Rect(left, top, max(1, right - left), max(1, bottom - top))
    return pygame.Rect(*(SHARPNESS * length for length in box))


def _filled(mask: pygame.Surface, colour: Colour, alpha: int) -> pygame.Surface:
    filled = clear(mask.get_size(), colour)
    filled.fill((*colour, alpha))
    return cut(filled, mask)


def _draw_arcs(canvas: pygame.Surface, radar: Radar, frame: Frame, theme: Theme) -> None:
    """Draw the arcs of equal distance: dashed for NATO, solid for Russia."""
    unit = theme.scale * SHARPNESS
    pattern = (6 * unit, 4.5 * unit) if radar.side == NATO else SOLID
    colour = (*theme.side_colour(radar.side), 190)
    for km in range(ARC_STEP_KM, round(radar.km) - ARC_STEP_KM // 2, ARC_STEP_KM):
        line = frame.line(geodesic_arc(radar.place, km, radar.start, radar.end))
        stroke(canvas, colour, line, unit, pattern)


def _marker(side: int, theme: Theme) -> pygame.Surface:
    """Return a plain disc or square with a pale edge."""
    box = 2 * theme.px(MARKER + 2)

    def paint(large: pygame.Surface, zoom: int) -> None:
        unit, middle = zoom * theme.scale, large.get_width() / 2
        for half, colour in (
            (MARKER + 1.5, theme.palette.panel),
            (MARKER - 0.5, theme.side_colour(side)),
        ):
            if side == RUSSIA:
                rect = pygame.Rect(0, 0, round(1.84 * half * unit), round(1.84 * half * unit))
                rect.center = round(middle), round(middle)
                pygame.draw.rect(large, colour, rect)
            else:
                pygame.draw.circle(large, colour, (middle, middle), half * unit)

    return sprite(("title radar", side, theme), (box, box), theme.palette.panel, paint)
