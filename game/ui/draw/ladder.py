"""A ladder: NATO's rail, Russia's rail, and the rungs between them."""

from dataclasses import dataclass
from typing import Final

import pygame

from game.ui import text
from game.ui.draw import mark
from game.ui.draw.frame import dashed_line
from game.ui.draw.hatch import SIDE_HATCH, fill_hatch
from game.ui.draw.mark import NATO, RUSSIA
from game.ui.draw.sprite import sprite
from game.ui.theme import EMPHASIS, Theme

RUNGS: Final = 4
_RUNG: Final = 24
_FIRST: Final = 21
_RUNG_HEIGHT: Final = 9
_RAIL: Final = 3
_CHIP: Final = 17


@dataclass(frozen=True, slots=True)
class LadderFace:
    """What a ladder shows.

    Attributes:
        name: Above the rails. Below them stands ``note``, or else ``joint_word`` and the level.
        steps: NATO's and Russia's step, 0 to 4.
        preview: Steps after what is being considered, hatched where they are more.
        locked: Whether the next step is barred; ``why`` says the reason.
        meeting: How far (0 to 1) the halves of the highest joint rung have met.
        grown: How much (0 to 1) of NATO's and Russia's highest half rung is there.
    """

    name: str
    steps: tuple[int, int]
    note: str = ""
    joint_word: str = ""
    preview: tuple[int, int] | None = None
    locked: bool = False
    why: str = ""
    meeting: float = 1.0
    grown: tuple[float, float] = (1.0, 1.0)

    @property
    def joint(self) -> int:
        """Return the level on which both sides stand."""
        return min(self.steps)


def ladder(target: pygame.Surface, theme: Theme, rect: pygame.Rect, face: LadderFace) -> None:
    """Draw rails, rungs and chips in a logical rectangle, best 98 wide and 112 high."""
    _rails(target, theme, rect)
    for rung in range(1, RUNGS + 1):
        _rung(target, theme, _rung_rect(rect, rung), face, rung)
    if face.locked:
        _lock(target, theme, rect, face)
    for side in (NATO, RUSSIA):
        if face.steps[side]:
            _chip(target, theme, rect, side, face.steps[side])


def rail_x(rect: pygame.Rect, side: int) -> int:
    """Return where a side's rail stands."""
    inset = (rect.width - min(rect.width, 98)) // 2 + 13
    return rect.x + inset if side == NATO else rect.right - inset


def rung_y(rect: pygame.Rect, rung: int) -> int:
    """Return the middle of a rung; the first is the lowest."""
    spread = (rect.height - 8 - 2 * (_FIRST - 5)) / (RUNGS - 1)
    return round(rect.bottom - _FIRST - (rung - 1) * min(spread, _RUNG * rect.height / 112))


def _rails(target: pygame.Surface, theme: Theme, rect: pygame.Rect) -> None:
    thick = max(2, theme.px(_RAIL))
    for side in (NATO, RUSSIA):
        x = theme.px(rail_x(rect, side)) - thick // 2
        area = (x, theme.px(rect.y), thick, theme.px(rect.height))
        target.fill(theme.side_colour(side), area)


def _rung_rect(rect: pygame.Rect, rung: int) -> pygame.Rect:
    left, right = rail_x(rect, NATO) + 2, rail_x(rect, RUSSIA) - 1
    return pygame.Rect(left, rung_y(rect, rung) - _RUNG_HEIGHT // 2, right - left, _RUNG_HEIGHT)


def _rung(
    target: pygame.Surface, theme: Theme, area: pygame.Rect, face: LadderFace, rung: int
) -> None:
    palette = theme.palette
    after = face.preview or face.steps
    held = [face.steps[side] >= rung for side in (NATO, RUSSIA)]
    planned = [not held[side] and after[side] >= rung for side in (NATO, RUSSIA)]
    if all(held) and (rung < face.joint or face.meeting >= 1):
        target.fill(palette.joint, theme.rect(area))
        return
    if any(held) or any(planned):
        thick = theme.line(1)
        real = theme.rect(area)
        target.fill(palette.ctl, (real.x, real.centery - thick // 2, real.width, thick))
    else:
        dashed_line(target, theme, (area.x, area.centery), area.width, palette.ctl)
    for side in (NATO, RUSSIA):
        share = 0.45 + (0.05 * face.meeting if all(held) else 0.0)
        grown = face.grown[side] if rung == face.steps[side] else 1.0
        half = _half(area, side, share * grown)
        if held[side]:
            target.fill(theme.side_colour(side), theme.rect(half))
        elif planned[side]:
            _planned(target, theme, half, side)


def _half(area: pygame.Rect, side: int, share: float) -> pygame.Rect:
    wide = round(area.width * share)
    left = area.x if side == NATO else area.right - wide
    return pygame.Rect(left, area.y, wide, area.height)


def _planned(target: pygame.Surface, theme: Theme, half: pygame.Rect, side: int) -> None:
    real = theme.rect(half)
    target.fill(theme.palette.panel, real)
    colour = theme.side_colour(side)
    fill_hatch(target, theme, real, colour, spacing=7, width=1.2, direction=SIDE_HATCH[side])
    pygame.draw.rect(target, theme.palette.ink, real, theme.line(1.2))


def _chip(
    target: pygame.Surface, theme: Theme, rect: pygame.Rect, side: int, step: int
) -> None:
    """Draw a side's shape with its step, in a thin clear halo."""
    palette = theme.palette
    centre = (rail_x(rect, side), rung_y(rect, step))
    size = _CHIP if side == NATO else _CHIP - 1
    high = theme.px(size + 3)
    colour = theme.side_colour(side)
    halo = max(1, theme.px(1.5))

    def paint(large: pygame.Surface, zoom: int) -> None:
        whole = large.get_rect()
        inside = whole.inflate(-2 * halo * zoom, -2 * halo * zoom)
        if side == NATO:
            pygame.draw.circle(large, palette.panel, whole.center, whole.width / 2)
            pygame.draw.circle(large, colour, whole.center, inside.width / 2)
        else:
            pygame.draw.rect(large, palette.panel, whole)
            pygame.draw.rect(large, colour, inside)

    picture = sprite(("chip", side, colour, halo), (high, high), palette.panel, paint)
    x, y = theme.point(centre)
    target.blit(picture, (x - high // 2, y - high // 2))
    box = pygame.Rect(0, 0, 20, 20)
    box.center = centre
    text.centred(target, theme, str(step), EMPHASIS, palette.on_fill, box)


def _lock(target: pygame.Surface, theme: Theme, rect: pygame.Rect, face: LadderFace) -> None:
    """Draw the lock over the gap between the joint rung and the next."""
    above = min(RUNGS, max(face.steps) + 1)
    middle = (rung_y(rect, above) + rung_y(rect, min(RUNGS, above + 1))) / 2
    if above == RUNGS:
        middle = rung_y(rect, RUNGS)
    at = ((rail_x(rect, NATO) + rail_x(rect, RUSSIA)) / 2, middle)
    mark.icon(target, theme, "lock", at, theme.palette.ink, 20)
