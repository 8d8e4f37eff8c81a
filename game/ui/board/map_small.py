"""Small maps beside a text: a card's sites, before and after, where an incident was."""

from dataclasses import dataclass
from typing import Final

import pygame

from game.ui.board.map_base import map_base
from game.ui.board.map_drawing import draw_capital, draw_leader
from game.ui.board.map_labels import draw_words
from game.ui.board.map_layout import place_capitals, place_sites
from game.ui.board.map_marks import MapWords, SiteMark
from game.ui.board.map_names import Placing
from game.ui.board.map_placed import PlacedSite, Region
from game.ui.board.map_spots import INSET_SPOTS
from game.ui.board.markers import draw_marker
from game.ui.board.masks import clear
from game.ui.board.projection import Frame, Place, Point, geodesic_ring, project
from game.ui.board.rings import draw_reach
from game.ui.board.strokes import SOLID, Pattern, stroke
from game.ui.kept import kept
from game.ui.theme import Theme

NEAR_SCALE: Final = 0.3
"""From this scale on (pixels a kilometre) sites take the spots they have in the inset."""
INCIDENT_RINGS: Final[tuple[tuple[float, float, Pattern], ...]] = (
    (42.0, 1.4, SOLID),
    (56.0, 1.2, (7.0, 5.0)),
    (84.0, 1.2, (1.6, 4.6)),
)
"""Rings round an incident: radius and width in logical pixels, and dashes."""
CROSS: Final = 6.5
EDGE: Final = 18
"""A site nearer to the edge than this is left out rather than cut."""
SHARPNESS: Final = 2
KEPT: Final = 16


@dataclass(frozen=True, slots=True)
class MiniMap:
    """What a small map shows.

    Attributes:
        centre: the place in its middle.
        scale: logical pixels for one kilometre (0.1 is the board's, 0.41 the inset's).
        marks: sites; those outside are left out.
        incident: where something happened: a cross with widening rings.
    """

    centre: Place
    scale: float
    marks: tuple[SiteMark, ...] = ()
    incident: Place | None = None


def draw_mini_map(
    target: pygame.Surface, rect: pygame.Rect, mini: MiniMap, words: MapWords, theme: Theme
) -> None:
    """Draw a small map with its frame line in a logical rectangle."""
    target.blit(mini_map(rect.size, mini, words, theme), theme.rect(rect))


@kept(KEPT)
def mini_map(
    size: tuple[int, int], mini: MiniMap, words: MapWords, theme: Theme
) -> pygame.Surface:
    """Return a small map of a logical size, in real pixels. Don't draw on it."""
    box = theme.rect(pygame.Rect((0, 0), size))
    frame = Frame(project(mini.centre), Point(size[0] / 2, size[1] / 2), mini.scale)
    wide = frame.enlarged(theme.scale)
    picture = map_base(box.size, wide, theme, words.outside).copy()
    marks = [mark for mark in mini.marks if _is_inside(mark, frame, size)]
    for mark in marks:
        if mark.shows_reach:
            draw_reach(picture, mark, wide, theme, box, near=mini.scale >= NEAR_SCALE)
    _draw_named(picture, _placed(marks, mini, frame, size, words, theme), marks, theme)
    if mini.incident is not None:
        _draw_incident(picture, mini.incident, wide, theme)
    pygame.draw.rect(picture, theme.palette.ink, box, theme.line(1))
    return picture


def _is_inside(mark: SiteMark, frame: Frame, size: tuple[int, int]) -> bool:
    if mark.place is None:
        return False
    at = frame.place(mark.place)
    return EDGE <= at.x <= size[0] - EDGE and EDGE <= at.y <= size[1] - EDGE


@dataclass(frozen=True, slots=True)
class _Placed:
    """What stands on a small map, and how it was placed."""

    sites: list[PlacedSite]
    frame: Frame
    words: MapWords
    placing: Placing


def _placed(
    marks: list[SiteMark],
    mini: MiniMap,
    frame: Frame,
    size: tuple[int, int],
    words: MapWords,
    theme: Theme,
) -> _Placed:
    placing = Placing(pygame.Rect((3, 3), (size[0] - 6, size[1] - 6)), theme, [])
    spots = INSET_SPOTS if mini.scale >= NEAR_SCALE else {}
    sites = place_sites(marks, spots, frame, words, placing, Region.MAP)
    return _Placed(sites, frame, words, placing)


def _draw_named(
    picture: pygame.Surface, placed: _Placed, marks: list[SiteMark], theme: Theme
) -> None:
    palette = theme.palette
    capitals = place_capitals(marks, placed.words, placed.frame, placed.placing)
    inside = [c for c in capitals if placed.placing.bounds.contains(c.rect)]
    for capital in inside:
        draw_capital(picture, _px(capital.at, theme), capital.reached, theme)
    for site in placed.sites:
        if site.leader and site.true is not None:
            draw_leader(picture, _px(site.true, theme), _px(site.at, theme), theme)
    for site in placed.sites:
        draw_marker(picture, site.mark, _px(site.at, theme), theme)
    names = [capital.name for capital in inside] + [site.name for site in placed.sites]
    for name in names:
        draw_words(picture, name.block, (name.left, name.top), palette.ink, palette.page)


def _px(at: Point, theme: Theme) -> Point:
    return Point(at.x * theme.scale, at.y * theme.scale)


def _draw_incident(
    picture: pygame.Surface, incident: Place, frame: Frame, theme: Theme
) -> None:
    """Draw a cross and rings; geodesic ones, like every ring on the map."""
    ink, unit, near = theme.palette.ink, theme.scale * SHARPNESS, frame.enlarged(SHARPNESS)
    wide, high = picture.get_size()
    large = clear((wide * SHARPNESS, high * SHARPNESS), ink)
    for radius, width, pattern in INCIDENT_RINGS:
        line = near.line(geodesic_ring(incident, radius * unit / near.scale))
        stroke(large, ink, line, width * unit, tuple(length * unit for length in pattern))
    at, arm = near.place(incident), CROSS * unit
    for down in (arm, -arm):
        ends = Point(at.x - arm, at.y - down), Point(at.x + arm, at.y + down)
        stroke(large, ink, ends, 3 * unit)
    picture.blit(pygame.transform.smoothscale(large, (wide, high)), (0, 0))
