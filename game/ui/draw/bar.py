"""The scale bar of a map, as every track of the game is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pygame

from game.ui import text
from game.ui.draw.frame import real_box
from game.ui.draw.hatch import fill_hatch
from game.ui.draw.mark import DOWN, NATO, RUSSIA, pointer, side_mark
from game.ui.draw.tone import mixed
from game.ui.theme import NOTE, Colour, Role, Theme

BAR_HEIGHT: Final = 11
TENSION_HEIGHT: Final = 15

_BELOW_SUCCESS: Final = 60
_BEYOND_TRIUMPH: Final = 30
"""Tenths of points that the bar of a mandate shows at least on either side."""

DANGER: Final = 7
"""Tension from which its zone is hatched and carmine."""
_TENSION_TICKS: Final = (5, 6, 7, 9, 10)
_TENSION_BOLD: Final = (7, 10)
_NUMBER_GAP: Final = 3
_INITIATIVE_REACH: Final = 8
_INITIATIVE_LONG: Final = 4


@dataclass(frozen=True, slots=True)
class Notch:
    """A gate above a bar: at ``value`` the step ``label`` opens."""

    value: int
    label: str


def scale_bar(
    target: pygame.Surface,
    theme: Theme,
    rect: pygame.Rect,
    value: float,
    colour: Colour,
    *,
    maximum: int = 10,
    becomes: float | None = None,
    notches: Sequence[Notch] = (),
) -> None:
    """Draw a track from 0 to ``maximum``: filled segments, then ticks.

    ``becomes`` hatches the part that would change; a value may stand between two segments
    while it moves.
    """
    palette = theme.palette
    real = theme.rect(rect)
    stays = value if becomes is None else min(value, becomes)
    real_box(target, real, palette.panel, palette.ctl, theme.line(1), 0)
    _segments(
        target, theme, real, (stays, maximum), (colour, mixed(colour, palette.panel, 0.2))
    )
    _short_ticks(target, theme, real, (stays, maximum))
    if becomes is not None and becomes != value:
        low, high = sorted((value, becomes))
        _change(target, theme, real, (_at(real, low, maximum), _at(real, high, maximum)))
    for notch in notches:
        _notch(target, theme, rect, notch, value, maximum)


def tension_bar(
    target: pygame.Surface,
    theme: Theme,
    rect: pygame.Rect,
    value: float,
    *,
    becomes: float | None = None,
    darkened: float = 1.0,
) -> None:
    """Draw Tension with its long ticks, its hatched zone, its numbers and its pointer.

    ``rect`` is the bar alone: the pointer stands above it, the numbers below.
    ``darkened`` (0 to 1) is how far the zone has turned carmine when it is reached.
    """
    palette = theme.palette
    real = theme.rect(rect)
    stays = value if becomes is None else min(value, becomes)
    real_box(target, real, palette.panel, palette.ink_2, theme.line(1), 0)
    zone = pygame.Rect(_at(real, DANGER, 10), real.y, 0, real.height)
    zone.width = real.right - zone.x
    fill_hatch(target, theme, zone, palette.alarm, spacing=7, width=0.8, alpha=150)
    _segments(target, theme, real, (min(stays, DANGER), 10), (palette.ink, _soft_ink(theme)))
    if stays > DANGER:
        over = pygame.Rect(zone.x, real.y, _at(real, stays, 10) - zone.x, real.height)
        target.fill(mixed(palette.alarm_t, palette.alarm, 0.3 + 0.5 * darkened), over)
        fill_hatch(target, theme, over, palette.alarm, spacing=7, width=0.8)
    _tension_ticks(target, theme, rect, real)
    pygame.draw.rect(target, palette.ink_2, real, theme.line(1))
    if becomes is not None and becomes != value:
        low, high = sorted((value, becomes))
        _change(target, theme, real, (_at(real, low, 10), _at(real, high, 10)))
    tone = palette.alarm if value >= DANGER else palette.ink
    pointer(target, theme, (rect.x + rect.width * value / 10, rect.y - 3), tone, towards=DOWN)


def initiative_bar(
    target: pygame.Surface, theme: Theme, rect: pygame.Rect, value: float
) -> None:
    """Draw Initiative from NATO's 8 to Russia's 8; ``value`` is positive for NATO.

    ``rect`` holds the line, the marks of the sides at its ends and the numbers below.
    """
    palette = theme.palette
    middle = rect.y + 14
    left, right = rect.x + 16, rect.right - 16
    step = (right - left) / (2 * _INITIATIVE_REACH)
    side_mark(target, theme, NATO, (rect.x + 6, middle), 12)
    side_mark(target, theme, RUSSIA, (rect.right - 6, middle), 12)
    thick = theme.line(1)
    y = theme.px(middle)
    target.fill(palette.ctl, (theme.px(left), y - thick, theme.px(right - left), 2 * thick))
    for number in range(-_INITIATIVE_REACH, _INITIATIVE_REACH + 1):
        tall = theme.px(7 if number % _INITIATIVE_LONG == 0 else 4)
        x = theme.px(left + (number + _INITIATIVE_REACH) * step)
        target.fill(palette.ctl, (x, y - tall, thick, 2 * tall))
    _initiative_lead(target, theme, ((left + right) / 2, middle), -value * step)
    for label, offset in (("8", left), ("0", (left + right) / 2), ("8", right)):
        at = (offset, middle + 21)
        text.write(target, theme, label, NOTE, palette.ink_2, at, text.CENTRE)


@dataclass(frozen=True, slots=True)
class TargetScale:
    """From where to where the bar of a mandate reaches, in tenths of points.

    What lies below success always has room on it, for a low target too.
    """

    start: int
    end: int

    @classmethod
    def of(cls, target: int, triumph: int, points: int = 0) -> "TargetScale":
        """Return the scale for a target, what a triumph lies above it, and points made."""
        return cls(
            min(0, target - _BELOW_SUCCESS),
            max(target + max(0, triumph) + _BEYOND_TRIUMPH, points),
        )

    def share(self, points: int) -> float:
        """Return where points lie on the bar, 0 to 1."""
        return max(0.0, min(1.0, (points - self.start) / (self.end - self.start)))


def target_bar(
    target: pygame.Surface,
    theme: Theme,
    rect: pygame.Rect,
    colour: Colour,
    bounds: tuple[float, float],
    value: float | None = None,
) -> None:
    """Draw the points of a mandate: from ``bounds[0]`` a success, from ``bounds[1]`` a triumph.

    Bounds and value are shares of the bar (0 to 1). Without a value the zones are tinted,
    with one the bar is filled up to it.
    """
    palette = theme.palette
    real = theme.rect(rect)
    real_box(target, real, palette.panel, palette.ink, theme.line(1), 0)
    cuts = [real.x + round(real.width * bound) for bound in bounds]
    if value is None:
        zones = zip(cuts, [*cuts[1:], real.right], (0.45, 0.0), strict=True)
        for begin, end, share in zones:
            tone = mixed(colour, palette.panel, share)
            target.fill(tone, (begin, real.y, end - begin, real.height))
    else:
        target.fill(colour, (real.x, real.y, round(real.width * value), real.height))
    pygame.draw.rect(target, palette.ink, real, theme.line(1))
    for cut in cuts:
        target.fill(
            palette.ink, (cut, real.y - theme.px(7), theme.line(2), real.height + theme.px(11))
        )


def _soft_ink(theme: Theme) -> Colour:
    return mixed(theme.palette.ink, theme.palette.panel, 0.2)


def _at(real: pygame.Rect, value: float, maximum: int) -> int:
    return real.x + round(real.width * value / maximum)


def _segments(
    target: pygame.Surface,
    theme: Theme,
    real: pygame.Rect,
    reach: tuple[float, int],
    tones: tuple[Colour, Colour],
) -> None:
    """Fill up to the value in two alternating tones with a light line between them."""
    value, maximum = reach
    inset = theme.line(1)
    for number in range(maximum):
        if number >= value:
            return
        begin = _at(real, number, maximum)
        end = _at(real, min(number + 1, value), maximum)
        first = inset if number == 0 else 0
        area = (begin + first, real.y + inset, end - begin - first, real.height - 2 * inset)
        target.fill(tones[number % 2], area)
        if number:
            target.fill(
                theme.palette.panel, (begin, real.y + inset, inset, real.height - 2 * inset)
            )


def _short_ticks(
    target: pygame.Surface, theme: Theme, real: pygame.Rect, reach: tuple[float, int]
) -> None:
    value, maximum = reach
    tall = theme.px(4)
    for number in range(1, maximum):
        if number >= value:
            x = _at(real, number, maximum)
            target.fill(theme.palette.ctl, (x, real.bottom - tall, theme.line(1), tall))


def _change(
    target: pygame.Surface, theme: Theme, real: pygame.Rect, between: tuple[int, int]
) -> None:
    """Draw the raised, hatched box of what would change."""
    palette = theme.palette
    lift = theme.px(3)
    low, high = between
    area = pygame.Rect(
        low, real.y - lift, max(theme.px(4), high - low) + 1, real.height + 2 * lift
    )
    target.fill(palette.panel, area)
    fill_hatch(target, theme, area, palette.ink, spacing=7, width=1)
    pygame.draw.rect(target, palette.ink, area, theme.line(1.5))


def _notch(
    target: pygame.Surface,
    theme: Theme,
    rect: pygame.Rect,
    notch: Notch,
    value: float,
    maximum: int,
) -> None:
    tone = theme.palette.ink_2
    x = rect.x + rect.width * notch.value / maximum
    met = value >= notch.value
    pointer(target, theme, (x, rect.y - 2), tone, size=8, outlined=not met)
    text.write(target, theme, notch.label, NOTE, tone, (x + 6, rect.y - 3))


def _tension_ticks(
    target: pygame.Surface, theme: Theme, rect: pygame.Rect, real: pygame.Rect
) -> None:
    palette = theme.palette
    over = theme.px(4)
    for number in _TENSION_TICKS[:-1]:
        x = _at(real, number, 10)
        target.fill(palette.ink_2, (x, real.y - over, theme.line(1), real.height + over))
    low = theme.px(5)
    target.fill(palette.ink_2, (_at(real, 8, 10), real.bottom - low, theme.line(1), low))
    below = rect.bottom + 14
    text.write(target, theme, "0", NOTE, palette.ink_2, (rect.x, below))
    for number in _with_room(theme, rect.width):
        at = (rect.x + rect.width * number / 10, below)
        role = _tick_role(number)
        text.write(target, theme, str(number), role, palette.ink_2, at, text.CENTRE)


def _with_room(theme: Theme, wide: float) -> list[int]:
    """Return the ticks whose numbers don't run into one another, the bold ones first of all."""
    shown: list[int] = []
    for number in sorted(_TENSION_TICKS, key=lambda tick: tick not in _TENSION_BOLD):
        if all(
            _apart(theme, number, other) <= wide * abs(number - other) / 10 for other in shown
        ):
            shown.append(number)
    return shown


def _apart(theme: Theme, one: int, other: int) -> float:
    """Return how far the middles of two numbers must be from each other."""
    widths = (text.width(str(tick), _tick_role(tick), theme) for tick in (one, other))
    return sum(widths) / 2 + _NUMBER_GAP


def _tick_role(number: int) -> Role:
    return NOTE.bold if number in _TENSION_BOLD else NOTE


def _initiative_lead(
    target: pygame.Surface, theme: Theme, centre: tuple[float, float], offset: float
) -> None:
    """Draw the bar from the middle to the value, and the pointer above its end."""
    x, middle = centre
    palette = theme.palette
    if not offset:
        pointer(target, theme, (x, middle - 5), palette.ink)
        return
    tone = palette.nato if offset < 0 else palette.russia
    begin = min(x, x + offset)
    real = theme.rect(pygame.Rect(round(begin), round(middle) - 4, round(abs(offset)), 8))
    target.fill(tone, real)
    pointer(target, theme, (x + offset, middle - 6), tone)
