"""Boxes, rules, frames and the shadow under a card."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import pygame

from game.ui.draw.sprite import sprite
from game.ui.draw.tone import mixed
from game.ui.kept import kept
from game.ui.theme import CORNER, FOCUS_GAP, LINE_FOCUS, LINE_SIDE, Colour, Theme

_DASH: Final = 4
_DASH_GAP: Final = 3
_SHADOW_HARD: Final = 2
_SHADOW_SOFT: Final = 14
_SHADOW_STRENGTH: Final = 0.16
_SHADOW_STRENGTH_DARK: Final = 0.5
_KEPT_AREA: Final = 300_000


def box(
    target: pygame.Surface,
    theme: Theme,
    rect: pygame.Rect,
    fill: Colour | None,
    edge: Colour | None = None,
    *,
    line: float = 1,
    corner: float = CORNER,
) -> None:
    """Draw a box with round corners; the line lies inside the logical rectangle."""
    thick = theme.line(line) if edge else 0
    real_box(target, theme.rect(rect), fill, edge, thick, max(0, theme.px(corner)))


def warm_box(
    target: pygame.Surface,
    theme: Theme,
    rect: pygame.Rect,
    share: float,
    *,
    fill: Colour | None = None,
    edge: Colour | None = None,
    corner: float = CORNER,
) -> None:
    """Draw the box of what can be pressed, a share of the way to being pointed at.

    At rest it has a thin edge (that of a control) on `fill` (the panel); pointed at, the
    recess in an edge of ink.
    """
    palette = theme.palette
    ground = mixed(fill or palette.panel, palette.recess, share)
    tone = mixed(edge or palette.ctl, palette.ink, share)
    box(target, theme, rect, ground, tone, line=1 + share, corner=corner)


def real_box(
    target: pygame.Surface,
    real: pygame.Rect,
    fill: Colour | None,
    edge: Colour | None,
    thick: int,
    radius: int,
) -> None:
    """Draw a box on real pixels: smooth corners, straight parts snapped to whole pixels."""
    arm = min(max(radius, thick), real.width // 2, real.height // 2)
    if arm <= 0:
        if fill:
            target.fill(fill, real)
        return
    outline = edge or fill
    if outline is None:
        return
    _corners(target, real, arm, (fill, outline, thick if edge else 0, radius))
    inner = thick if edge else 0
    if fill:
        target.fill(
            fill, (real.x + arm, real.y + inner, real.width - 2 * arm, real.height - 2 * inner)
        )
        side = (real.y + arm, arm - inner, real.height - 2 * arm)
        target.fill(fill, (real.x + inner, side[0], side[1], side[2]))
        target.fill(fill, (real.right - arm, side[0], side[1], side[2]))
    if edge:
        across, down = real.width - 2 * arm, real.height - 2 * arm
        target.fill(edge, (real.x + arm, real.y, across, thick))
        target.fill(edge, (real.x + arm, real.bottom - thick, across, thick))
        target.fill(edge, (real.x, real.y + arm, thick, down))
        target.fill(edge, (real.right - thick, real.y + arm, thick, down))


def _corners(
    target: pygame.Surface,
    real: pygame.Rect,
    arm: int,
    look: tuple[Colour | None, Colour, int, int],
) -> None:
    fill, outline, thick, radius = look

    def paint(large: pygame.Surface, zoom: int) -> None:
        whole = large.get_rect()
        pygame.draw.rect(large, outline, whole, border_radius=radius * zoom)
        inside = whole.inflate(-2 * thick * zoom, -2 * thick * zoom)
        round_inside = max(0, radius - thick) * zoom
        if thick and inside.width > 0:
            pygame.draw.rect(
                large,
                (*(fill or outline), 255 if fill else 0),
                inside,
                border_radius=round_inside,
            )

    disc = sprite(("box", *look), (2 * arm, 2 * arm), outline, paint)
    for x, left in ((0, real.x), (arm, real.right - arm)):
        for y, top in ((0, real.y), (arm, real.bottom - arm)):
            target.blit(disc, (left, top), (x, y, arm, arm))


def dashed_box(
    target: pygame.Surface, theme: Theme, rect: pygame.Rect, edge: Colour, line: float = 1
) -> None:
    """Draw the dashed edge of what is not available."""
    real = theme.rect(rect)
    thick = theme.line(line)
    for begin, size in _dashes(real.left, real.right, theme):
        for top in (real.top, real.bottom - thick):
            target.fill(edge, (begin, top, size, thick))
    for begin, size in _dashes(real.top, real.bottom, theme):
        for left in (real.left, real.right - thick):
            target.fill(edge, (left, begin, thick, size))


def dashed_line(
    target: pygame.Surface,
    theme: Theme,
    start: tuple[float, float],
    length: float,
    colour: Colour,
    *,
    down: bool = False,
    line: float = 1,
) -> None:
    """Draw a dashed level line, or an upright one, from a logical point."""
    x, y = theme.point(start)
    thick = theme.line(line)
    first = y if down else x
    for begin, size in _dashes(first, first + theme.px(length), theme):
        part = (
            (x - thick // 2, begin, thick, size)
            if down
            else (begin, y - thick // 2, size, thick)
        )
        target.fill(colour, part)


def _dashes(start: int, end: int, theme: Theme) -> Iterator[tuple[int, int]]:
    """Yield start and length of dashes that begin and end the stretch."""
    dash, gap = max(2, theme.px(_DASH)), max(2, theme.px(_DASH_GAP))
    room = end - start
    count = max(1, round((room + gap) / (dash + gap)))
    step = (room - dash) / max(1, count - 1)
    for number in range(count):
        begin = start + round(number * step)
        yield begin, min(dash, end - begin)


def rule(
    target: pygame.Surface,
    theme: Theme,
    start: tuple[float, float],
    length: float,
    colour: Colour | None = None,
    *,
    line: float = 1,
    down: bool = False,
) -> None:
    """Draw a rule to the right of a logical point, or downwards, snapped to pixels."""
    x, y = theme.point(start)
    thick = theme.line(line)
    size = theme.px(length)
    area = (x, y, thick, size) if down else (x, y, size, thick)
    target.fill(colour or theme.palette.rule, area)


def double_frame(
    target: pygame.Surface, theme: Theme, rect: pygame.Rect, colour: Colour, gap: float = 4
) -> None:
    """Draw the frame of an atlas plate: a line of 1.5 pixels and a thin one inside it."""
    outer = theme.rect(rect)
    pygame.draw.rect(target, colour, outer, theme.line(1.5))
    inside = outer.inflate(-2 * theme.px(gap), -2 * theme.px(gap))
    pygame.draw.rect(target, colour, inside, theme.line(0.75))


def side_edge(
    target: pygame.Surface,
    theme: Theme,
    rect: pygame.Rect,
    colour: Colour,
    *,
    top: bool = False,
) -> None:
    """Draw the thick edge that says whose a box is, at its left or along its top."""
    real = theme.rect(rect)
    thick = theme.px(LINE_SIDE)
    area = (real.x, real.y, real.width, thick) if top else (real.x, real.y, thick, real.height)
    target.fill(colour, area)


@contextmanager
def fading(
    target: pygame.Surface, theme: Theme, rect: pygame.Rect, share: float
) -> Iterator[None]:
    """Let what is drawn within show only so far over what is there already."""
    real = theme.rect(rect).clip(target.get_rect())
    below = target.subsurface(real).copy() if share < 1 else None
    yield
    if below is not None:
        below.set_alpha(round(255 * (1 - share)))
        target.blit(below, real)


def recess(
    target: pygame.Surface,
    theme: Theme,
    rect: pygame.Rect,
    share: float,
    *,
    edge: Colour | None = None,
    corner: float = CORNER,
) -> None:
    """Draw the recess under what is pointed at, only so far over what is there already."""
    if share:
        with fading(target, theme, rect, share):
            box(target, theme, rect, theme.palette.recess, edge, line=2, corner=corner)


def focus_ring(
    target: pygame.Surface,
    theme: Theme,
    rect: pygame.Rect,
    colour: Colour | None = None,
    *,
    opened: float = 1.0,
) -> None:
    """Draw the ring of the keyboard: 3 pixels of ink after 3 pixels of clear gap.

    While it opens it is a thinner line nearer to the edge.
    """
    real = theme.rect(rect)
    gap, thick = theme.px(FOCUS_GAP * opened), theme.line(max(1.0, LINE_FOCUS * opened))
    real_box(
        target,
        real.inflate(2 * (gap + thick), 2 * (gap + thick)),
        None,
        colour or theme.palette.ink,
        thick,
        theme.px(CORNER) + gap + thick // 2,
    )


def shadow(target: pygame.Surface, theme: Theme, rect: pygame.Rect) -> None:
    """Draw the shadow under a box: 2 pixels hard, 14 soft."""
    real = theme.rect(rect)
    reach = theme.px(_SHADOW_SOFT)
    patch = _soft_patch(theme, reach)
    below = real.move(0, theme.px(4)).inflate(2 * reach, 2 * reach)
    # A card that moves is drawn in every frame; large shadows are not worth their room.
    small = below.width * below.height <= _KEPT_AREA
    stretch = _stretched if small else _stretch
    target.blit(stretch(patch, below.size, 2 * reach), below)
    hard = real.move(0, theme.px(_SHADOW_HARD))
    tone = theme.palette.recess if theme.palette.dark else theme.palette.rule
    real_box(target, hard, tone, None, 0, theme.px(CORNER))


def _soft_patch(theme: Theme, reach: int) -> pygame.Surface:
    strength = _SHADOW_STRENGTH_DARK if theme.palette.dark else _SHADOW_STRENGTH
    ground = theme.palette.recess if theme.palette.dark else theme.palette.ink
    side = 4 * reach + 1

    def paint(large: pygame.Surface, zoom: int) -> None:
        steps = 2 * reach
        for step in range(steps):
            fade = (step + 1) / steps
            alpha = round(255 * strength * fade * fade * (3 - 2 * fade))
            inner = large.get_rect().inflate(-2 * step * zoom, -2 * step * zoom)
            round_to = max(1, (steps - step) * zoom)
            pygame.draw.rect(large, (*ground, alpha), inner, border_radius=round_to)

    return sprite(("shadow", reach, strength), (side, side), ground, paint)


def _stretch(patch: pygame.Surface, size: tuple[int, int], arm: int) -> pygame.Surface:
    """Return a square patch stretched to a size: its middle is, its corners are kept."""
    if size[0] < 2 * arm or size[1] < 2 * arm:
        return pygame.transform.smoothscale(patch, size)
    picture = pygame.Surface(size, pygame.SRCALPHA)
    for from_x, wide, x, width in _thirds(0, size[0], arm):
        for from_y, tall, y, height in _thirds(0, size[1], arm):
            part = patch.subsurface((from_x, from_y, wide, tall))
            if (wide, tall) != (width, height):
                part = pygame.transform.scale(part, (width, height))
            picture.blit(part, (x, y), special_flags=pygame.BLEND_RGBA_MAX)
    return picture


_stretched = kept(24)(_stretch)


def _thirds(start: int, size: int, arm: int) -> tuple[tuple[int, int, int, int], ...]:
    """Return the three parts of a stretch: where each lies in the patch, and where it goes."""
    return (
        (0, arm, start, arm),
        (arm, 1, start + arm, size - 2 * arm),
        (arm + 1, arm, start + size - arm, arm),
    )
