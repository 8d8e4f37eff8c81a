"""Range rings: geodesic; dashed and rising for NATO, solid and falling for Russia."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

import pygame

from game.ui.board.map_marks import NATO, SiteMark, SiteState
from game.ui.board.masks import clear, cut, hatch, mask_of
from game.ui.board.projection import Frame, Place, Point, geodesic_ring
from game.ui.board.strokes import SOLID, Pattern, stroke
from game.ui.kept import kept
from game.ui.theme import Colour, Theme

SHARPNESS: Final = 2
HATCH_SPACING: Final = 9.5
HATCH_SPACING_NEAR: Final = 10.5
TINT_ALPHA: Final = 24
HATCH_ALPHA: Final = 88
NEAR_STRENGTH: Final = 0.3
"""In the inset a ring covers everything, so it must be paler there."""


class RingStyle(Enum):
    """What a ring tells of its site."""

    PLANNED = "planned"
    BUILDING = "building"
    HALTED = "halted"
    WORKING = "working"
    AT_RISK = "at risk"
    UNDECLARED = "undeclared"


def ring_style(mark: SiteMark) -> RingStyle:
    """Return how the ring of a site is drawn."""
    if mark.undeclared:
        return RingStyle.UNDECLARED
    if mark.state is SiteState.WORKING:
        return RingStyle.AT_RISK if mark.at_risk else RingStyle.WORKING
    if mark.state is SiteState.BUILDING:
        return RingStyle.BUILDING
    return RingStyle.HALTED if mark.state is SiteState.HALTED else RingStyle.PLANNED


@dataclass(frozen=True, slots=True)
class Line:
    """A ring's line: width and dashes in logical pixels, and whether it has a side's colour."""

    width: float
    pattern: Pattern
    coloured: bool


DOTS: Final[Pattern] = (2.6, 2.6)
FAINT_DOTS: Final[Pattern] = (2.4, 4.6)
DASHES: Final[Pattern] = (8.0, 4.6)
DASH_DOT: Final[Pattern] = (13.0, 4.2, 2.6, 4.2)


def ring_line(style: RingStyle, side: int) -> Line:
    """Return the line of a style; only NATO's working rings are dashed."""
    if style is RingStyle.PLANNED:
        return Line(1.0, SOLID, coloured=False)
    if style is RingStyle.BUILDING:
        return Line(2.0, DOTS, coloured=True)
    if style is RingStyle.HALTED:
        return Line(1.3, FAINT_DOTS, coloured=False)
    if style is RingStyle.UNDECLARED:
        return Line(1.9, DASH_DOT, coloured=True)
    return Line(1.9, DASHES if side == NATO else SOLID, coloured=True)


def draw_reach(
    target: pygame.Surface,
    mark: SiteMark,
    frame: Frame,
    theme: Theme,
    clip: pygame.Rect,
    near: bool = False,
) -> None:
    """Draw the range ring of a site inside `clip` (real pixels); `near` for the inset."""
    if mark.place is None:
        return
    km = mark.reach_km * mark.reach_share
    seen = (*clip.topleft, *clip.size)
    picture = _ring(mark.place, km, ring_style(mark), mark.side, frame, theme, seen, near)
    if picture is not None:
        surface, corner = picture
        target.blit(surface, corner)


@kept(48)
def _ring(
    place: Place,
    km: float,
    style: RingStyle,
    side: int,
    frame: Frame,
    theme: Theme,
    clip: tuple[int, int, int, int],
    near: bool,
) -> tuple[pygame.Surface, tuple[int, int]] | None:
    """Return the visible part of a ring and where its corner lies on the screen."""
    line, margin = ring_line(style, side), theme.px(4)
    outline = frame.line(geodesic_ring(place, km))
    box = _box(outline).inflate(2 * margin, 2 * margin).clip(pygame.Rect(clip))
    if box.width == 0 or box.height == 0:
        return None
    colour = theme.side_colour(side) if line.coloured else theme.palette.ctl
    large = (box.width * SHARPNESS, box.height * SHARPNESS)
    local = [Point((p.x - box.x) * SHARPNESS, (p.y - box.y) * SHARPNESS) for p in outline]
    surface = clear(large, colour)
    unit = theme.scale * SHARPNESS
    if style is RingStyle.WORKING:
        surface.blit(_inside(large, local, colour, side, unit, theme, near), (0, 0))
    pattern = tuple(length * unit for length in line.pattern)
    stroke(surface, colour, [*local, local[1]], line.width * unit, pattern)
    return pygame.transform.smoothscale(surface, box.size), box.topleft


def _inside(
    size: tuple[int, int],
    outline: list[Point],
    colour: Colour,
    side: int,
    unit: float,
    theme: Theme,
    near: bool,
) -> pygame.Surface:
    """Return the tinted and hatched inside of a ring."""
    spacing = (HATCH_SPACING_NEAR if near else HATCH_SPACING) * unit
    spacing /= 2 if theme.palette.contrast else 1
    strength = NEAR_STRENGTH if near else 1.0
    filled = hatch(
        size, colour, round(HATCH_ALPHA * strength), spacing, 1.1 * unit, side == NATO
    )
    ground = clear(size, colour)
    ground.fill((*colour, round(TINT_ALPHA * strength)))
    ground.blit(filled, (0, 0))
    return cut(ground, mask_of(size, outline))


def _box(points: list[Point]) -> pygame.Rect:
    xs, ys = [point.x for point in points], [point.y for point in points]
    left, top = int(min(xs)), int(min(ys))
    return pygame.Rect(left, top, int(max(xs)) - left + 1, int(max(ys)) - top + 1)
