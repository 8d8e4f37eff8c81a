"""Bars: numbers side by side, with intervals and the range they should lie in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.charts.axes import Scale, shown, ticks
from game.charts.colours import INK, JOINT_TINT, PANEL, QUIET, RULE
from game.charts.svg import SIZE, drawing, element, shortened, width_of, words

_ROW: Final = 24
_THICK: Final = 13
_TOP: Final = 8
_BOTTOM: Final = 26
_MOST_LABEL: Final = 250
_VALUE_ROOM: Final = 100


@dataclass(frozen=True, slots=True)
class Goal:
    """The range that a number should lie in."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A named number.

    Attributes:
        text: The number as it is written beside the bar.
        interval: How far the truth may lie from it, lowest and highest.
    """

    label: str
    colour: str
    value: float
    text: str
    interval: tuple[float, float] | None = None
    goal: Goal | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a stack: a share of the whole, 0 to 1."""

    label: str
    colour: str
    share: float
    text: str


@dataclass(frozen=True, slots=True)
class Stack:
    """A named whole, in parts from left to right."""

    label: str
    parts: tuple[Part, ...]


def bars(
    title: str,
    rows: Sequence[Bar],
    *,
    within: tuple[float, float] | None = None,
    width: float = 680,
) -> str:
    """Return a picture of bars, one below the other, from zero.

    Args:
        title: What is read out in the picture's place.
        rows: At least one.
        within: Least range of the axis; without it, that of bars, intervals and zero.
        width: Of the picture.
    """
    left = min(_MOST_LABEL, max(width_of(row.label) for row in rows)) + 20
    reached = [0.0, *(within or ()), *(place for row in rows for place in _places(row))]
    marks = ticks(min(reached), max(reached))
    scale = Scale(marks[0], marks[-1], left, width - _VALUE_ROOM)
    height = _TOP + _ROW * len(rows) + _BOTTOM
    parts = [_grid(scale, marks, height)]
    for number, row in enumerate(rows):
        parts.append(_bar(row, scale, _TOP + _ROW * number, left))
    return drawing(title, width, height, *parts)


def stacks(title: str, rows: Sequence[Stack], *, width: float = 680) -> str:
    """Return a picture of wholes in their parts, with a key below."""
    left = min(_MOST_LABEL, max(width_of(row.label) for row in rows)) + 20
    scale = Scale(0, 1, left, width - 12)
    parts = [_stack(row, scale, _TOP + _ROW * n, left) for n, row in enumerate(rows)]
    below = _TOP + _ROW * len(rows) + 10
    key, depth = _key(rows, below, width)
    return drawing(title, width, below + depth, *parts, key)


def _places(row: Bar) -> tuple[float, ...]:
    """Return every place that a bar, its interval and its goal reach."""
    goal = (row.goal.low, row.goal.high) if row.goal else ()
    return (row.value, *(row.interval or ()), *goal)


def _grid(scale: Scale, marks: Sequence[float], height: float) -> str:
    """Return the lines and numbers of the axis."""
    parts = []
    for mark in marks:
        x = scale.at(mark)
        colour = INK if mark == 0 else RULE
        parts.append(
            element("line", x1=x, x2=x, y1=_TOP, y2=height - _BOTTOM + 4, stroke=colour)
        )
        parts.append(words(shown(mark, marks), x, height - 6, anchor="middle", fill=QUIET))
    return "".join(parts)


def _bar(row: Bar, scale: Scale, top: float, left: float) -> str:
    """Return one bar with its name, goal, interval and number."""
    middle = top + _ROW / 2
    zero, end = scale.at(0), scale.at(row.value)
    parts = [words(shortened(row.label, left - 12), left - 8, middle + 4, anchor="end")]
    if row.goal:
        start, stop = scale.at(row.goal.low), scale.at(row.goal.high)
        parts.append(
            element(
                "rect", x=start, y=top + 1, width=stop - start, height=_ROW - 2, fill=JOINT_TINT
            )
        )
    parts.append(
        element(
            "rect",
            x=min(zero, end),
            y=middle - _THICK / 2,
            width=abs(end - zero),
            height=_THICK,
            fill=row.colour,
        )
    )
    if row.interval:
        parts.append(_whisker(scale.at(row.interval[0]), scale.at(row.interval[1]), middle))
    parts.append(words(row.text, scale.end + 8, middle + 4, size=SIZE - 1))
    return "".join(parts)


def _whisker(low: float, high: float, y: float) -> str:
    """Return an interval as a line with two ends, light below dark to show on any bar."""
    path = f"M{low:.1f},{y - 4}V{y + 4}M{low:.1f},{y}H{high:.1f}M{high:.1f},{y - 4}V{y + 4}"
    return element("path", d=path, stroke=PANEL, stroke_width=3, fill="none") + element(
        "path", d=path, stroke=INK, stroke_width=1.2, fill="none"
    )


def _stack(row: Stack, scale: Scale, top: float, left: float) -> str:
    """Return one whole in its parts; a part wide enough carries its number."""
    middle = top + _ROW / 2
    parts = [words(shortened(row.label, left - 12), left - 8, middle + 4, anchor="end")]
    done = 0.0
    for part in row.parts:
        start, end = scale.at(done), scale.at(done + part.share)
        done += part.share
        parts.append(
            element(
                "rect",
                x=start,
                y=top + 2,
                width=end - start,
                height=_ROW - 4,
                fill=part.colour,
                stroke=PANEL,
            )
        )
        if end - start > width_of(part.text, SIZE - 2) + 4:
            parts.append(
                words(
                    part.text,
                    (start + end) / 2,
                    middle + 4,
                    anchor="middle",
                    fill=PANEL,
                    size=SIZE - 2,
                )
            )
    return "".join(parts)


def _key(rows: Sequence[Stack], top: float, width: float) -> tuple[str, float]:
    """Return what each colour means, and how deep that list is."""
    named = {part.label: part.colour for row in rows for part in row.parts}
    parts = []
    x, y = 8.0, top + 14
    for label, colour in named.items():
        needed = width_of(label) + 34
        if x + needed > width and x > 8:
            x, y = 8.0, y + 20
        parts.append(element("rect", x=x, y=y - 10, width=12, height=12, fill=colour))
        parts.append(words(label, x + 18, y))
        x += needed
    return "".join(parts), y - top + 10
