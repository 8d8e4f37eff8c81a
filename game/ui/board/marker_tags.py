"""What hangs on a site marker: brackets and a triangle, the closed eye, rounds to come."""

from typing import Final, TypeAlias

import pygame

from game.ui import assets, text
from game.ui.board.map_marks import SiteMark, SiteState
from game.ui.board.projection import Point
from game.ui.board.strokes import stroke
from game.ui.draw.sprite import OVERSAMPLE, sprite
from game.ui.kept import kept
from game.ui.theme import NOTE_BOLD, Theme

# Logical pixels, measured from the middle of the marker.
DISC: Final = 12.0
HALO: Final = 1.6
RING: Final = 17.0
TAG_SIZE: Final = (26, 16)
TAG_BELOW: Final = 19.0
EYE_SIZE: Final = (16, 13)
EYE_AT: Final = (15.0, -13.0)
BRACKET: Final = 16.0
BRACKET_ARM: Final = 6.0
BRACKET_WIDTH: Final = 2.5
TRIANGLE_AT: Final = (16.0, -18.0)
TRIANGLE: Final = 15

Box: TypeAlias = tuple[int, int, int, int]
"""Left, top, width and height from the middle of a marker, in logical pixels."""


def draw_tags(target: pygame.Surface, mark: SiteMark, at: Point, theme: Theme) -> None:
    """Draw all that hangs on the marker of a site; `at` is its middle in real pixels."""
    if mark.at_risk:
        _blit_centred(target, _risk_sign(theme), at)
    if mark.undeclared:
        right, down = _eye_at(mark)
        _blit_centred(target, _eye_tag(theme), _off(at, right, down, theme))
    tag = tag_of(mark)
    if tag is not None:
        _blit_centred(target, _tag(*tag, theme), _off(at, 0, TAG_BELOW, theme))


def marker_boxes(mark: SiteMark) -> tuple[Box, ...]:
    """Return what a marker covers: its body (with brackets or ring), then each tag."""
    half = half_width(mark)
    boxes = [_box(0, 0, 2 * half, 2 * half)]
    if mark.at_risk:
        boxes.append(_box(*TRIANGLE_AT, TRIANGLE + 2, TRIANGLE + 2))
    if mark.undeclared:
        boxes.append(_box(*_eye_at(mark), EYE_SIZE[0] + 2, EYE_SIZE[1] + 2))
    if tag_of(mark) is not None:
        boxes.append(_box(0, TAG_BELOW, TAG_SIZE[0] + 2, TAG_SIZE[1] + 2))
    return tuple(boxes)


def half_width(mark: SiteMark) -> float:
    """Return how far a marker reaches to each side, brackets and ring included."""
    if mark.selected:
        return RING + 2
    return BRACKET + 2 if mark.at_risk else DISC + HALO


def tag_of(mark: SiteMark) -> tuple[str, int] | None:
    """Return the icon and the number of the tag below a marker, if it has one."""
    if mark.state is SiteState.HALTED:
        return "halted", 0
    if mark.state is SiteState.BUILDING and mark.build_rounds:
        return "building-tag", mark.build_rounds
    if mark.pledge_rounds:
        return "minus", mark.pledge_rounds
    return None


def _box(right: float, down: float, wide: float, high: float) -> Box:
    return round(right - wide / 2), round(down - high / 2), round(wide), round(high)


def _eye_at(mark: SiteMark) -> tuple[float, float]:
    # The warning triangle has the right corner, so the eye moves to the left one.
    return (-EYE_AT[0] if mark.at_risk else EYE_AT[0]), EYE_AT[1]


def _blit_centred(target: pygame.Surface, surface: pygame.Surface, at: Point) -> None:
    wide, high = surface.get_size()
    target.blit(surface, (round(at.x - wide / 2), round(at.y - high / 2)))


def _off(at: Point, right: float, down: float, theme: Theme) -> Point:
    return Point(at.x + right * theme.scale, at.y + down * theme.scale)


def _risk_sign(theme: Theme) -> pygame.Surface:
    """Return corner brackets and a warning triangle, round a clear middle."""
    box, alarm = 2 * theme.px(30), theme.palette.alarm

    def paint(large: pygame.Surface, zoom: int) -> None:
        unit, middle = theme.scale * zoom, large.get_width() / 2
        reach, arm = BRACKET * unit, BRACKET_ARM * unit
        for right, down in ((-1, -1), (-1, 1), (1, 1)):
            x, y = middle + right * reach, middle + down * reach
            bend = (Point(x - right * arm, y), Point(x, y), Point(x, y - down * arm))
            stroke(large, alarm, bend, BRACKET_WIDTH * unit)
        _paint_triangle(large, theme)

    return sprite(("at risk", theme), (box, box), alarm, paint)


def _paint_triangle(large: pygame.Surface, theme: Theme) -> None:
    unit, middle = theme.scale * OVERSAMPLE, large.get_width() / 2
    x, y = middle + TRIANGLE_AT[0] * unit, middle + TRIANGLE_AT[1] * unit
    half = TRIANGLE / 2 * unit
    for grown, colour in ((2.2 * unit, theme.palette.panel), (0.0, theme.palette.alarm)):
        top, base, side = (
            half * 0.95 + grown * 1.4,
            half * 0.8 + grown * 0.7,
            half + grown * 1.2,
        )
        corners = ((x, y - top), (x + side, y + base), (x - side, y + base))
        pygame.draw.polygon(large, colour, corners)
    pale = theme.palette.on_fill
    pygame.draw.line(large, pale, (x, y - 2.2 * unit), (x, y + 1.7 * unit), round(1.7 * unit))
    pygame.draw.circle(large, pale, (x, y + 3.9 * unit), 1.05 * unit)


@kept(64)
def _tag(icon: str, number: int, theme: Theme) -> pygame.Surface:
    """Return an ink tag with an icon and, unless 0, a number of rounds."""
    surface = _ground(TAG_SIZE, theme)
    wide, high = surface.get_size()
    side = theme.px(13)
    middle = wide / 2 if number == 0 else wide / 2 - theme.px(5)
    picture = assets.icon(icon, side, theme.palette.on_fill)
    surface.blit(picture, (round(middle - side / 2), (high - side) // 2))
    if number:
        # The number's size follows the marker, not the reader's text: the tag is a sign.
        plain = Theme(theme.palette, theme.scale)
        room = pygame.Rect(13, 0, 14, 18)
        text.centred(surface, plain, str(number), NOTE_BOLD.bold, theme.palette.on_fill, room)
    return surface


@kept(16)
def _eye_tag(theme: Theme) -> pygame.Surface:
    surface = _ground(EYE_SIZE, theme)
    side = theme.px(13)
    picture = assets.icon("closed-eye", side, theme.palette.on_fill)
    wide, high = surface.get_size()
    surface.blit(picture, ((wide - side) // 2, (high - side) // 2))
    return surface


def _ground(size: tuple[int, int], theme: Theme) -> pygame.Surface:
    """Return an ink label with a pale edge of one logical pixel, to be drawn on."""
    box = theme.px(size[0] + 2), theme.px(size[1] + 2)

    def paint(large: pygame.Surface, zoom: int) -> None:
        unit = theme.scale * zoom
        rect = large.get_rect()
        pygame.draw.rect(
            large, (*theme.palette.panel, 235), rect, border_radius=round(2.5 * unit)
        )
        inner = rect.inflate(-2.2 * unit, -2.2 * unit)
        pygame.draw.rect(large, theme.palette.ink, inner, border_radius=round(1.5 * unit))

    return sprite(("tag", size, theme), box, theme.palette.panel, paint).copy()
