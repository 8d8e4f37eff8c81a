"""Where markers, names, captions and the legend stand, so that nothing covers anything."""

from collections.abc import Sequence
from dataclasses import replace
from math import cos, hypot, pi, sin
from typing import Final

import pygame

from game.ui import text
from game.ui.board.map_geometry import Geometry
from game.ui.board.map_labels import LABEL, SEA, site_runs
from game.ui.board.map_marks import MapWords, SiteMark
from game.ui.board.map_names import Placing, wrapped
from game.ui.board.map_placed import (
    Layout,
    PlacedCapital,
    PlacedReach,
    PlacedSite,
    Region,
    Words,
)
from game.ui.board.map_spots import (
    CAPTION_CORNER,
    INSET_SPOTS,
    MAP_SPOTS,
    ON_THE_POINT,
    Anchor,
    Spot,
)
from game.ui.board.marker_tags import half_width, marker_boxes
from game.ui.board.projection import Frame, Point, distance_km, geodesic_ring
from game.ui.theme import NOTE, NOTE_BOLD, Theme

APART: Final = 28.0
"""Least distance between the middles of two markers, in logical pixels."""
_TURNS: Final = (60, 66, 54, 72, 48, 6, 0, 30, 90, 114, 40, 80, 20, 100, 10, 110)
"""Where on a ring of 120 steps its caption may stand, the best liked first."""
SPREAD: Final = 0.9
"""How far the markers of the inset move apart with large text, so that names find room."""
_MOST_TEXT: Final = 1.2
_HARMLESS: Final = 100
"""Logical square pixels: so little of a name may stand on another thing."""
_NARROW: Final = 40
"""A name wraps to its longest word where it has to be narrow."""
CAPITAL_NAME: Final = NOTE.sized(14, 16)
TRAY_RAISED: Final = 7
"""A marker with a tag below it stands so much higher in the tray."""


def lay_out_clear(
    marks: Sequence[SiteMark], words: MapWords, geometry: Geometry, theme: Theme
) -> Layout:
    """Return where everything stands, in the largest text in which no name covers another.

    Names grow less than other text: there is no room for more. What is pointed at tells its
    name in the text that was chosen, and so does the list of all sites.
    """
    layout = Layout()
    for size in (_MOST_TEXT, 1.0):
        if size <= theme.text:
            layout = lay_out(marks, words, geometry, replace(theme, text=size))
            if layout.covered() <= _HARMLESS:
                break
    return layout


def lay_out(
    marks: Sequence[SiteMark], words: MapWords, geometry: Geometry, theme: Theme
) -> Layout:
    """Return where everything on the board's map stands."""
    layout = Layout(theme)
    inset, tray = pygame.Rect(geometry.inset), pygame.Rect(geometry.tray)
    by_region = _by_region(marks, geometry)
    far, near = by_region[Region.MAP], by_region[Region.INSET]
    legend = [pygame.Rect(legend_rect(geometry, words, theme))] if geometry.has_legend else []
    around = [inset.inflate(4, 4), tray, pygame.Rect(geometry.source), *legend]
    placing = Placing(pygame.Rect(geometry.clear), theme, around)
    layout.sites += place_sites(far, MAP_SPOTS, geometry.frame, words, placing, Region.MAP)
    layout.capitals += place_capitals(marks, words, geometry.frame, placing)
    settle(layout.sites, layout.capitals, placing)
    _place_reaches(layout, marks, words, geometry.frame, placing)
    _place_seas(layout, words, geometry.frame, placing)
    within = Placing(inset.inflate(-4, -4), theme, [])
    near_sites = place_sites(
        near, INSET_SPOTS, geometry.inset_frame, words, within, Region.INSET
    )
    settle(near_sites, [], within)
    layout.sites += near_sites
    caption = _inset_caption(inset, words, within)
    if within.cost(caption.rect) == 0:
        layout.captions.append(caption)
    layout.sites += _place_in_tray(by_region[Region.TRAY], words, tray, theme)
    return layout


def place_sites(
    marks: Sequence[SiteMark],
    spots: dict[str, Spot],
    frame: Frame,
    words: MapWords,
    placing: Placing,
    region: Region,
) -> list[PlacedSite]:
    """Return the sites of one region with their names beside them."""
    placed: list[PlacedSite] = []
    for mark in marks:
        if mark.place is not None:
            spot = spots.get(mark.slug, ON_THE_POINT)
            true = frame.place(mark.place)
            spread = 1 + (placing.theme.text - 1) * SPREAD if region is Region.INSET else 1
            wanted = Point(true.x + spot.right * spread, true.y + spot.down * spread)
            at = _spread(wanted, [site.at for site in placed], placing.bounds)
            bare = text.block("", LABEL, placing.theme)
            leader = spot.leader or at != wanted
            site = PlacedSite(mark, region, at, true, leader, Words(bare, 0, 0))
            placing.taken += site.rects
            if leader:
                placing.taken.append(pygame.Rect(round(true.x) - 3, round(true.y) - 3, 6, 6))
            placed.append(site)
    return [
        _named(site, words, spots.get(site.mark.slug, ON_THE_POINT), placing) for site in placed
    ]


def settle(sites: list[PlacedSite], capitals: list[PlacedCapital], placing: Placing) -> None:
    """Let the names make room for each other, now that all of them are there."""
    placing.settle()
    sites[:] = [replace(site, name=placing.now(site.name)) for site in sites]
    capitals[:] = [replace(dot, name=placing.now(dot.name)) for dot in capitals]


def legend_rect(
    geometry: Geometry, words: MapWords, theme: Theme
) -> tuple[float, float, float, float]:
    """Return the room of the legend, at the lower left of the clear space."""
    widths = legend_widths(words, theme)
    left, bottom = geometry.clear[0] + 26, geometry.clear[1] + geometry.clear[3] - 6
    return left, bottom - 64, sum(widths), 60


def legend_widths(words: MapWords, theme: Theme) -> tuple[int, int, int]:
    """Return the widths of the legend's three columns."""

    def width(*names: str) -> int:
        return max(text.width(name, NOTE_BOLD, theme) for name in names) + 44

    return (
        width(words.empty, words.under_construction),
        width(words.working, words.undeclared),
        width(words.at_risk),
    )


def _by_region(marks: Sequence[SiteMark], geometry: Geometry) -> dict[Region, list[SiteMark]]:
    regions: dict[Region, list[SiteMark]] = {region: [] for region in Region}
    for mark in marks:
        if mark.place is None:
            regions[Region.TRAY].append(mark)
        elif geometry.is_in_inset(geometry.frame.place(mark.place)):
            regions[Region.INSET].append(mark)
        else:
            regions[Region.MAP].append(mark)
    return regions


def _spread(at: Point, others: Sequence[Point], bounds: pygame.Rect) -> Point:
    """Return the nearest of 48 points round a marker where it covers no other marker."""
    inner = bounds.inflate(-APART, -APART)

    def is_free(point: Point) -> bool:
        is_apart = all(hypot(point.x - x, point.y - y) >= APART for x, y in others)
        return is_apart and (point == at or inner.collidepoint(point))

    tries = [
        Point(at.x + push * cos(turn * pi / 4), at.y + push * sin(turn * pi / 4))
        for push in (0.3 * APART, 0.6 * APART, 0.9 * APART, 1.2 * APART, 1.6 * APART, 2 * APART)
        for turn in (4, 0, 3, 5, 1, 7, 6, 2)
    ]
    return next((point for point in (at, *tries) if is_free(point)), at)


def _named(site: PlacedSite, words: MapWords, spot: Spot, placing: Placing) -> PlacedSite:
    theme, runs = placing.theme, site_runs(site.mark, words)

    def block(anchor: Anchor, *, narrow: bool) -> text.Block:
        align = {Anchor.EAST: text.LEFT, Anchor.WEST: text.RIGHT}.get(anchor, text.CENTRE)
        if narrow:
            return wrapped(runs, _NARROW, theme, align)
        if spot.room:
            return wrapped(runs, spot.room, theme, align)
        return text.block(runs, LABEL, theme, None, align)

    line = text.line_height(LABEL, theme)
    side = round(half_width(site.mark))
    around = pygame.Rect(round(site.at.x) - side, site.rect.top, 2 * side, site.rect.height)
    name = placing.beside(block, around, spot, line, site.at)
    return replace(site, name=name)


def place_capitals(
    marks: Sequence[SiteMark], words: MapWords, frame: Frame, placing: Placing
) -> list[PlacedCapital]:
    """Return the capitals that the reaches shown make visible, with their names."""
    reaching = [mark for mark in marks if mark.shows_reach and mark.place is not None]
    if not reaching:
        return []
    dots: list[PlacedCapital] = []
    for capital in words.capitals:
        reached = any(
            mark.place is not None and distance_km(mark.place, capital.place) <= mark.reach_km
            for mark in reaching
        )
        block = text.block(capital.name, CAPITAL_NAME, placing.theme)
        dot = PlacedCapital(frame.place(capital.place), reached, Words(block, 0, 0))
        placing.taken.append(dot.rect)
        dots.append(dot)
    return [_named_capital(dot, frame, placing) for dot in dots]


def _named_capital(dot: PlacedCapital, frame: Frame, placing: Placing) -> PlacedCapital:
    line = text.line_height(CAPITAL_NAME, placing.theme)
    is_west = dot.at.x < frame.anchor.x - 10
    spot = Spot(anchor=Anchor.WEST if is_west else Anchor.EAST)
    bare = dot.name.block

    def block(anchor: Anchor, *, narrow: bool) -> text.Block:
        del anchor, narrow
        return bare

    name = placing.beside(block, dot.rect, spot, line, dot.at)
    return PlacedCapital(dot.at, dot.reached, name)


def _place_reaches(
    layout: Layout, marks: Sequence[SiteMark], words: MapWords, frame: Frame, placing: Placing
) -> None:
    for mark in marks:
        if mark.shows_reach and mark.place is not None:
            block = text.block(
                words.reach.format(km=round(mark.reach_km)), NOTE_BOLD.bold, placing.theme
            )
            ring = frame.line(geodesic_ring(mark.place, mark.reach_km))
            tries = [_at_ring(block, ring, turn) for turn in _TURNS]
            best = min(tries, key=lambda name: (placing.cost(name.rect), tries.index(name)))
            placing.taken.append(best.rect)
            layout.reaches.append(PlacedReach(mark.side, best))


def _at_ring(block: text.Block, ring: Sequence[Point], turn: int) -> Words:
    """Return a caption outside a ring of 120 steps, clockwise from the north."""
    at, middle = ring[turn], Point(*pygame.Vector2(ring[0]).lerp(ring[60], 0.5))
    away = pygame.Vector2(at.x - middle.x, at.y - middle.y).normalize()
    x = at.x + away.x * (block.width / 2 + 4) - block.width / 2
    return Words(block, x, at.y + away.y * (block.height / 2 - 1) - block.height / 2)


def _place_seas(layout: Layout, words: MapWords, frame: Frame, placing: Placing) -> None:
    for sea in words.seas:
        block, at = text.block(sea.name, SEA, placing.theme), frame.place(sea.place)
        name = Words(block, at.x - block.width / 2, at.y - block.height / 2)
        if placing.cost(name.rect) == 0:
            placing.taken.append(name.rect)
            layout.seas.append(name)


def _inset_caption(inset: pygame.Rect, words: MapWords, placing: Placing) -> Words:
    """Return the caption in the corner of the inset where it covers least, best at the foot."""
    block = text.block(words.baltic, SEA, placing.theme)
    across, down = CAPTION_CORNER
    left, right = inset.left + across, inset.right - across - block.width
    top, bottom = inset.top + down, inset.bottom - down - block.height
    corners = ((right, bottom), (left, bottom), (left, top), (right, top))
    tries = [Words(block, x, y) for x, y in corners]
    return min(tries, key=lambda caption: (placing.cost(caption.rect), tries.index(caption)))


def _place_in_tray(
    marks: Sequence[SiteMark], words: MapWords, tray: pygame.Rect, theme: Theme
) -> list[PlacedSite]:
    x = tray.left + 12 + text.width(words.off_the_map, SEA, theme) + 12
    placed = []
    for mark in marks:
        raised = TRAY_RAISED if len(marker_boxes(mark)) > 1 else 0
        at = Point(x + 12, tray.centery - raised)
        room = max(40, tray.right - round(x) - 28 - 4)
        block = wrapped(site_runs(mark, words), room, theme)
        top = tray.centery - block.height / 2
        name = Words(block, x + 28, top)
        placed.append(PlacedSite(mark, Region.TRAY, at, None, leader=False, name=name))
        x += 28 + block.width + 16
    return placed
