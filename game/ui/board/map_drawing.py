"""The map's furniture: leaders, capitals, the tray and the legend."""

from dataclasses import replace
from math import hypot
from typing import Final

import pygame

from game.ui import text
from game.ui.board.map_geometry import Geometry
from game.ui.board.map_labels import SEA, draw_words
from game.ui.board.map_layout import legend_rect, legend_widths
from game.ui.board.map_marks import NATO, MapWords, SiteMark, SiteState
from game.ui.board.marker_tags import DISC
from game.ui.board.markers import draw_marker
from game.ui.board.projection import Point
from game.ui.board.strokes import SOLID, Pattern, stroke
from game.ui.draw.sprite import sprite
from game.ui.draw.tone import mixed
from game.ui.theme import CORNER, NOTE_BOLD, Colour, Theme

DOT: Final = 2.7
CAPITAL: Final = 4.2
LEGEND_SMALL: Final = 0.72
HOLD_DASHES: Final[Pattern] = (5.0, 3.5)
LEGEND_ROW: Final = 32


def draw_leader(target: pygame.Surface, true: Point, at: Point, theme: Theme) -> None:
    """Draw the line from a true point, which is a dot, to the edge of its marker."""
    length = hypot(at.x - true.x, at.y - true.y)
    free = max(0.0, length - DISC * theme.scale) / length if length else 0.0
    edge = Point(true.x + (at.x - true.x) * free, true.y + (at.y - true.y) * free)
    _blit_line(target, true, edge, theme, theme.palette.ink, SOLID)
    _blit_centred(target, _dot(theme), true)


def draw_hold(target: pygame.Surface, start: Point, end: Point, theme: Theme) -> None:
    """Draw the dashed line from a missile site to a site that it holds at risk."""
    _blit_line(target, start, end, theme, theme.palette.alarm, HOLD_DASHES)


def draw_tie(target: pygame.Surface, start: Point, end: Point, theme: Theme) -> None:
    """Draw a dotted line, quiet enough to run across the map."""
    grey, side = mixed(theme.palette.ink_3, theme.palette.land, 0.2), theme.line(1)
    count = int(hypot(end.x - start.x, end.y - start.y) / (3.6 * theme.scale))
    for step in range(1, count):
        share = step / count
        x, y = start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share
        target.fill(grey, (round(x), round(y), side, side))


def draw_capital(target: pygame.Surface, at: Point, reached: bool, theme: Theme) -> None:
    """Draw a capital: a ringed dot within a reach, hollow beyond it."""
    _blit_centred(target, _capital(reached, theme), at)


def draw_tray(
    target: pygame.Surface,
    geometry: Geometry,
    words: MapWords,
    theme: Theme,
    corner: tuple[int, int],
) -> None:
    """Draw the tray for what has no place on the map, with its caption."""
    rect = theme.rect(pygame.Rect(geometry.tray)).move(-corner[0], -corner[1])
    pygame.draw.rect(target, theme.palette.panel, rect, border_radius=theme.px(CORNER))
    pygame.draw.rect(target, theme.palette.rule, rect, theme.line(1), theme.px(CORNER))
    left, top = geometry.tray[0] + 12, geometry.tray[1]
    block = text.block(words.off_the_map, SEA, theme)
    at = left, top + (geometry.tray[3] - block.height) / 2
    shifted = at[0] - corner[0] / theme.scale, at[1] - corner[1] / theme.scale
    block.draw(target, shifted, theme.palette.ink_2)


def draw_legend(
    target: pygame.Surface,
    geometry: Geometry,
    words: MapWords,
    theme: Theme,
    corner: tuple[int, int],
) -> None:
    """Draw what the states of a site look like, with their words."""
    left, top, _wide, _high = legend_rect(geometry, words, theme)
    widths = legend_widths(words, theme)
    columns = (left, left + widths[0], left + widths[0] + widths[1])
    for column, row, mark in _legend_marks(words):
        x, y = columns[column] + 12, top + 16 + row * LEGEND_ROW
        at = Point(x * theme.scale - corner[0], y * theme.scale - corner[1])
        draw_marker(target, mark, at, theme, LEGEND_SMALL)
        block = text.block(mark.label, NOTE_BOLD, theme)
        after = 19 if mark.at_risk or mark.undeclared else 15
        spot = (
            x + after - corner[0] / theme.scale,
            y - block.height / 2 - corner[1] / theme.scale,
        )
        draw_words(target, block, spot, theme.palette.ink_2, theme.palette.page)


def _legend_marks(words: MapWords) -> tuple[tuple[int, int, SiteMark], ...]:
    """Return column, row and a mark for each state of the legend."""

    def mark(
        label: str, state: SiteState, *, undeclared: bool = False, at_risk: bool = False
    ) -> SiteMark:
        bare = SiteMark("", NATO, "interceptor", label, None, state)
        return replace(bare, undeclared=undeclared, at_risk=at_risk)

    return (
        (0, 0, mark(words.empty, SiteState.EMPTY)),
        (0, 1, mark(words.under_construction, SiteState.BUILDING)),
        (1, 0, mark(words.working, SiteState.WORKING)),
        (1, 1, mark(words.undeclared, SiteState.WORKING, undeclared=True)),
        (2, 1, mark(words.at_risk, SiteState.WORKING, at_risk=True)),
    )


def _blit_centred(target: pygame.Surface, surface: pygame.Surface, at: Point) -> None:
    wide, high = surface.get_size()
    target.blit(surface, (round(at.x - wide / 2), round(at.y - high / 2)))


def _blit_line(
    target: pygame.Surface,
    start: Point,
    end: Point,
    theme: Theme,
    colour: Colour,
    pattern: Pattern,
) -> None:
    """Draw a thin smooth line at any slant."""
    left, top = int(min(start.x, end.x)) - 3, int(min(start.y, end.y)) - 3
    size = int(abs(start.x - end.x)) + 7, int(abs(start.y - end.y)) + 7
    ends = Point(start.x - left, start.y - top), Point(end.x - left, end.y - top)

    def paint(large: pygame.Surface, zoom: int) -> None:
        line = [Point(end.x * zoom, end.y * zoom) for end in ends]
        dashes = tuple(length * theme.scale * zoom for length in pattern)
        stroke(large, colour, line, 1.1 * theme.scale * zoom, dashes)

    key = ("leader", ends, theme, colour, pattern)
    target.blit(sprite(key, size, colour, paint), (left, top))


def _dot(theme: Theme) -> pygame.Surface:
    box, ink = 2 * theme.px(DOT + 1), theme.palette.ink

    def paint(large: pygame.Surface, zoom: int) -> None:
        middle = large.get_width() / 2
        pygame.draw.circle(large, ink, (middle, middle), DOT * theme.scale * zoom)

    return sprite(("map dot", theme), (box, box), ink, paint)


def _capital(reached: bool, theme: Theme) -> pygame.Surface:
    box, palette = 2 * theme.px(CAPITAL + 3), theme.palette
    colour = palette.ink if reached else palette.ink_3

    def paint(large: pygame.Surface, zoom: int) -> None:
        unit, middle = theme.scale * zoom, large.get_width() / 2
        for radius, fill in (
            (CAPITAL + 1.8, (*palette.page, 220)),
            (CAPITAL + 0.6, colour),
            (CAPITAL - 0.8, palette.panel),
        ):
            pygame.draw.circle(large, fill, (middle, middle), radius * unit)
        if reached:
            pygame.draw.circle(large, colour, (middle, middle), 2 * unit)

    return sprite(("capital", reached, theme), (box, box), palette.page, paint)
