"""Site markers: a disc for NATO, a square for Russia, filled as far as the site has come."""

from dataclasses import dataclass
from typing import Final

import pygame

from game.ui import assets
from game.ui.board.map_marks import NATO, SiteMark, SiteState
from game.ui.board.marker_tags import DISC, HALO, RING, draw_tags
from game.ui.board.masks import cut, hatch, mask_of
from game.ui.board.projection import Point
from game.ui.board.strokes import stroke
from game.ui.draw.sprite import OVERSAMPLE, sprite
from game.ui.draw.tone import mixed
from game.ui.kept import kept
from game.ui.theme import Theme

# Logical pixels, measured from the middle of the marker.
SQUARE: Final = 11.25
"""Half of a marker: a square of this size weighs as much as the disc."""
EDGE: Final = 1.9
GLYPH: Final = 19.0
BOX: Final = 18
"""Half of the surface a marker is drawn on."""
MINI: Final = 4.6
"""Half of the small marker that stands for a site inside the inset's frame."""


@dataclass(frozen=True, slots=True)
class Look:
    """What tells one marker's body from another: the key of its cached picture."""

    side: int
    glyph: str
    filled: float
    halted: bool
    undeclared: bool

    @classmethod
    def of(cls, mark: SiteMark) -> "Look":
        """Return the look of a mark."""
        halted = mark.state is SiteState.HALTED
        return cls(mark.side, mark.glyph, mark.filled, halted, mark.undeclared)


def draw_marker(
    target: pygame.Surface, mark: SiteMark, at: Point, theme: Theme, small: float = 1
) -> None:
    """Draw a site with all its tags; `at` is the middle in real pixels.

    `small` shrinks the marker with its brackets, for the legend.
    """
    sized = theme.scaled(theme.scale * small)
    _blit_centred(target, marker_body(Look.of(mark), sized), at)
    if mark.selected:
        draw_ring(target, mark.side, at, sized)
    draw_tags(target, mark, at, sized)


def draw_ring(target: pygame.Surface, side: int, at: Point, theme: Theme) -> None:
    """Draw the ring of a selected site: of the same shape, in ink."""
    _blit_centred(target, _selection(side, theme), at)


def draw_hover(target: pygame.Surface, side: int, at: Point, theme: Theme) -> None:
    """Draw the thin ring of a site under the pointer."""
    _blit_centred(target, _outline(side, 14.5, 2.0, theme), at)


def draw_mini(target: pygame.Surface, mark: SiteMark, at: Point, theme: Theme) -> None:
    """Draw the small marker that stands for a site shown large in the inset."""
    look = Look(mark.side, "", mark.filled, False, mark.undeclared)
    _blit_centred(target, _mini(look, theme), at)


@kept(256)
def marker_body(look: Look, theme: Theme) -> pygame.Surface:
    """Return the disc or square with its glyph, without tags."""
    box = 2 * theme.px(BOX)
    colour = theme.side_colour(look.side)
    body = sprite(
        ("site", look, theme),
        (box, box),
        _ground(theme),
        lambda large, _zoom: _paint_body(large, look, theme),
    ).copy()
    glyph = theme.px(GLYPH * (1 if look.side == NATO else 0.97))
    corner = (box - glyph) // 2
    icon = assets.icon(f"site-{look.glyph}", glyph, colour)
    light = assets.icon(f"site-{look.glyph}", glyph, theme.palette.on_fill)
    level = box if look.undeclared else _fill_line(look, theme, box) - corner
    above = max(0, min(glyph, round(level)))
    body.blit(icon, (corner, corner), (0, 0, glyph, above))
    body.blit(light, (corner, corner + above), (0, above, glyph, glyph - above))
    return body


def _blit_centred(target: pygame.Surface, surface: pygame.Surface, at: Point) -> None:
    wide, high = surface.get_size()
    target.blit(surface, (round(at.x - wide / 2), round(at.y - high / 2)))


def _ground(theme: Theme) -> tuple[int, int, int]:
    return theme.palette.panel


def _half(side: int) -> float:
    return DISC if side == NATO else SQUARE


def _fill_line(look: Look, theme: Theme, box: int) -> float:
    """Return how far down a body of `box` pixels its filled part begins."""
    half = _half(look.side) * theme.scale
    return box / 2 + half - 2 * half * look.filled


def _shape(surface: pygame.Surface, side: int, colour: tuple[int, ...], half: float) -> None:
    """Draw a filled disc or square in the middle of a surface."""
    middle = surface.get_width() / 2
    if side == NATO:
        pygame.draw.circle(surface, colour, (middle, middle), half)
    else:
        rect = pygame.Rect(0, 0, round(2 * half), round(2 * half))
        rect.center = round(middle), round(middle)
        pygame.draw.rect(surface, colour, rect)


def _outline_points(side: int, middle: float, half: float) -> list[Point]:
    """Return the closed outline of a disc or a square."""
    if side != NATO:
        low, high = middle - half, middle + half
        corners = ((low, low), (high, low), (high, high), (low, high), (low, low))
        return [Point(*corner) for corner in corners]
    turns = (pygame.Vector2(0, -half).rotate(turn) for turn in range(0, 361, 6))
    return [Point(middle + turn.x, middle + turn.y) for turn in turns]


def _paint_body(large: pygame.Surface, look: Look, theme: Theme) -> None:
    unit, half = theme.scale * OVERSAMPLE, _half(look.side)
    colour, box = theme.side_colour(look.side), large.get_width()
    _shape(large, look.side, (*_ground(theme), 235), (half + HALO) * unit)
    if look.undeclared:
        _shape(large, look.side, _ground(theme), half * unit)
        _paint_hatch(large, look, theme, round(box * max(look.filled, 0.5)))
        outline = _outline_points(look.side, box / 2, (half - EDGE / 2) * unit)
        stroke(large, colour, outline, EDGE * unit, (4.2 * unit, 2.6 * unit))
        return
    _shape(large, look.side, colour, half * unit)
    _shape(large, look.side, _ground(theme), (half - EDGE) * unit)
    if look.halted:
        _paint_hatch(large, look, theme, box // 2)
    _paint_fill(large, look, theme)


def _paint_hatch(large: pygame.Surface, look: Look, theme: Theme, high: int) -> None:
    """Hatch the body's lowest `high` rows, each side in its own direction."""
    unit, box = theme.scale * OVERSAMPLE, large.get_width()
    colour = mixed(theme.side_colour(look.side), _ground(theme), 0.5)
    lines = hatch((box, box), colour, 255, 6.4 * unit, 1.25 * unit, look.side == NATO)
    inside = _outline_points(look.side, box / 2, (_half(look.side) - 0.5) * unit)
    cut(lines, mask_of((box, box), inside))
    large.blit(lines, (0, box - high), (0, box - high, box, high))


def _paint_fill(large: pygame.Surface, look: Look, theme: Theme) -> None:
    box = large.get_width()
    line = round(_fill_line(look, theme, box // OVERSAMPLE) * OVERSAMPLE)
    large.set_clip(pygame.Rect(0, line, box, box))
    if look.filled > 0:
        half = _half(look.side) * theme.scale * OVERSAMPLE
        _shape(large, look.side, theme.side_colour(look.side), half)
    large.set_clip(None)


def _mini(look: Look, theme: Theme) -> pygame.Surface:
    box, colour = 2 * theme.px(MINI + 2), theme.side_colour(look.side)

    def paint(large: pygame.Surface, zoom: int) -> None:
        half = (MINI if look.side == NATO else MINI * 0.92) * theme.scale * zoom
        edge = 1.4 * theme.scale * zoom
        _shape(large, look.side, _ground(theme), half + edge / 2)
        _shape(large, look.side, colour, half)
        _shape(large, look.side, _ground(theme), half - edge)
        middle = large.get_width() / 2
        top = middle + half - 2 * half * look.filled
        large.set_clip(pygame.Rect(0, round(top), large.get_width(), large.get_height()))
        if look.filled > 0:
            _shape(large, look.side, colour, half)
        large.set_clip(None)

    return sprite(("mini site", look, theme), (box, box), _ground(theme), paint)


def _selection(side: int, theme: Theme) -> pygame.Surface:
    return _outline(side, RING, 2.75, theme)


def _outline(side: int, half: float, width: float, theme: Theme) -> pygame.Surface:
    box = 2 * theme.px(half + 3)

    def paint(large: pygame.Surface, zoom: int) -> None:
        unit = theme.scale * zoom
        reach = half * (1 if side == NATO else 0.95)
        outline = _outline_points(side, large.get_width() / 2, reach * unit)
        stroke(large, theme.palette.ink, [*outline, outline[1]], width * unit)

    key = ("site ring", side, half, width, theme)
    return sprite(key, (box, box), theme.palette.ink, paint)
