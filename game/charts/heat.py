"""Heat tables: a number in every cell, on a ground the deeper the further from the middle."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.charts.colours import ALARM, INK, JOINT, PANEL, QUIET, RULE, blend
from game.charts.svg import SIZE, drawing, element, shortened, width_of, words

_ROW: Final = 26
_DEEPEST: Final = 0.72
"""How much of the full colour the strongest cell takes, so that ink still reads on it."""
_LIGHT_INK_FROM: Final = 0.5
_MOST_LABEL: Final = 190
_CORNER: Final = 20


@dataclass(frozen=True, slots=True)
class Cell:
    """A number with its text; `None` for a cell that is empty."""

    value: float | None
    text: str


def heat(
    title: str,
    down: tuple[str, Sequence[str]],
    across: tuple[str, Sequence[str]],
    cells: Sequence[Sequence[Cell]],
    *,
    within: tuple[float, float, float],
    width: float = 680,
) -> str:
    """Return a table of numbers as a picture.

    Args:
        title: What is read out in the picture's place.
        down: What the rows are, and their names.
        across: What the columns are, and their names.
        cells: By row and column.
        within: The values of the deepest red, of no colour and of the deepest green.
        width: Of the picture.
    """
    left = min(_MOST_LABEL, max(width_of(name) for name in (*down[1], down[0]))) + 12
    step = (width - left - 4) / len(across[1])
    top = 2 * _CORNER + 6
    parts = [
        words(across[0], left + step * len(across[1]) / 2, 14, anchor="middle", fill=QUIET),
        words(shortened(down[0], left - 12), left - 8, top - 8, anchor="end", fill=QUIET),
    ]
    for number, name in enumerate(across[1]):
        x = left + step * (number + 0.5)
        short = shortened(name, step - 4, SIZE - 1)
        parts.append(words(short, x, top - 8, anchor="middle", size=SIZE - 1))
    for row, name in enumerate(down[1]):
        y = top + _ROW * row
        parts.append(words(shortened(name, left - 12), left - 8, y + 17, anchor="end"))
        for column, cell in enumerate(cells[row]):
            parts.append(_cell(cell, left + step * column, y, step, within))
    return drawing(title, width, top + _ROW * len(down[1]) + 4, *parts)


def _cell(
    cell: Cell, x: float, y: float, step: float, within: tuple[float, float, float]
) -> str:
    """Return one cell with its number."""
    depth, ground = _ground(cell.value, within)
    ink = PANEL if depth > _LIGHT_INK_FROM else INK
    return element("rect", x=x, y=y, width=step, height=_ROW, fill=ground, stroke=RULE) + words(
        cell.text, x + step / 2, y + 17, anchor="middle", fill=ink, size=SIZE - 1
    )


def _ground(value: float | None, within: tuple[float, float, float]) -> tuple[float, str]:
    """Return how deep a cell's colour is, and the colour."""
    low, middle, high = within
    if value is None or value == middle:
        return 0.0, PANEL
    far, colour = (high, JOINT) if value > middle else (low, ALARM)
    depth = _DEEPEST * min(1.0, abs((value - middle) / ((far - middle) or 1.0)))
    return depth, blend(PANEL, colour, depth)
