"""What each pair of stances brings: NATO's rows, Russia's columns."""

from dataclasses import dataclass
from typing import Final

import pygame

from game.ui import text
from game.ui.draw import mark
from game.ui.draw.frame import real_box
from game.ui.draw.mark import NATO, RUSSIA
from game.ui.theme import VALUE_SMALL, Colour, Theme

STANCES: Final = ("firm", "measured", "open")
"""In the order of the game; icons are ``stance-`` and the word."""
_HEAD: Final = 52
_SIDE: Final = 60


@dataclass(frozen=True, slots=True)
class MatrixFace:
    """What the table shows.

    Attributes:
        cells: ``cells[nato][russia]``, each a change as text, like ``+1`` or ``−2``.
        tones: ``tones[nato][russia]``: -1 calmer (tinted verdigris), 0 plain, 1 worse (recess).
        chosen: ``(0, row)`` or ``(1, column)``: the side and stance that is framed.
        result: The cell that was reached, in ink.
    """

    cells: tuple[tuple[str, ...], ...]
    tones: tuple[tuple[int, ...], ...]
    chosen: tuple[int, int] | None = None
    result: tuple[int, int] | None = None


def matrix_cell(rect: pygame.Rect, row: int, column: int) -> pygame.Rect:
    """Return the logical rectangle of one cell."""
    size = min((rect.width - _SIDE) // 3, (rect.height - _HEAD) // 3)
    left, top = rect.x + _SIDE, rect.y + _HEAD
    return pygame.Rect(left + column * size, top + row * size, size - 2, size - 2)


def matrix(target: pygame.Surface, theme: Theme, rect: pygame.Rect, face: MatrixFace) -> None:
    """Draw the table of stances in a logical rectangle."""
    for row in range(3):
        for column in range(3):
            _cell(target, theme, matrix_cell(rect, row, column), face, (row, column))
    _heads(target, theme, rect)
    if face.chosen is not None:
        _frame(target, theme, rect, face.chosen)


def stance(
    target: pygame.Surface,
    theme: Theme,
    number: int,
    centre: tuple[float, float],
    size: float,
    colour: Colour,
) -> None:
    """Draw the shield of a stance: 0 firm, 1 measured, 2 open."""
    mark.icon(target, theme, f"stance-{STANCES[number]}", centre, colour, size)


def _cell(
    target: pygame.Surface,
    theme: Theme,
    area: pygame.Rect,
    face: MatrixFace,
    at: tuple[int, int],
) -> None:
    palette = theme.palette
    tone = face.tones[at[0]][at[1]]
    fill = {-1: palette.joint_t, 0: palette.panel, 1: palette.recess}[tone]
    ink, edge = palette.ink, palette.rule
    if face.result == at:
        fill, ink, edge = palette.ink, palette.on_fill, palette.ink
    real_box(target, theme.rect(area), fill, edge, theme.line(1), 0)
    text.centred(target, theme, face.cells[at[0]][at[1]], VALUE_SMALL, ink, area)


def _heads(target: pygame.Surface, theme: Theme, rect: pygame.Rect) -> None:
    for number in range(3):
        row = matrix_cell(rect, number, 0)
        column = matrix_cell(rect, 0, number)
        stance(target, theme, number, (row.x - 15, row.centery), 21, theme.palette.nato)
        stance(target, theme, number, (column.centerx, column.y - 18), 21, theme.palette.russia)
    middle = matrix_cell(rect, 1, 1)
    side_mark = mark.side_mark
    side_mark(target, theme, NATO, (rect.x + _SIDE - 42, middle.centery), 16)
    side_mark(target, theme, RUSSIA, (middle.centerx, rect.y + _HEAD - 43), 17)


def _frame(
    target: pygame.Surface, theme: Theme, rect: pygame.Rect, chosen: tuple[int, int]
) -> None:
    side, number = chosen
    cells = [(number, 0), (number, 2)] if side == NATO else [(0, number), (2, number)]
    first, last = (matrix_cell(rect, *cell) for cell in cells)
    real = theme.rect(first.union(last).inflate(4, 4))
    pygame.draw.rect(target, theme.palette.ink, real, theme.line(3))
