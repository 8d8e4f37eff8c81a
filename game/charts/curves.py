"""Curves: how numbers move, with a band for how far they spread."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.charts.axes import Scale, shown, ticks
from game.charts.colours import PANEL, QUIET, RULE
from game.charts.svg import SIZE, drawing, element, width_of, words

_TOP: Final = 14
_BOTTOM: Final = 46
_LEFT: Final = 46
_DASHES: Final = ("", "7 3", "2 3", "9 3 2 3")
_BAND: Final = 0.16
"""How opaque a band is."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A named line through points, left to right.

    Attributes:
        band: Lowest and highest at each point; empty for none.
    """

    label: str
    colour: str
    points: tuple[tuple[float, float], ...]
    band: tuple[tuple[float, float], ...] = ()


def curves(
    title: str,
    lines: Sequence[Curve],
    *,
    across: str,
    up: str,
    within: tuple[float, float] | None = None,
    size: tuple[float, float] = (680, 300),
) -> str:
    """Return a picture of curves.

    Args:
        title: What is read out in the picture's place.
        lines: At least one; each with at least one point.
        across: What is counted from left to right; whole numbers.
        up: What is counted upwards.
        within: Least range of the upward axis; without it, that of the points.
        size: Width and height.
    """
    width, height = size
    right = max(width_of(line.label) for line in lines) + 26
    xs = sorted({x for line in lines for x, _ in line.points})
    heights = [y for line in lines for y in _heights(line)]
    low, high = within or (min(heights), max(heights))
    marks = ticks(min(low, *heights), max(high, *heights))
    place_x = Scale(xs[0], max(xs[-1], xs[0] + 1), _LEFT, width - right)
    place_y = Scale(marks[0], marks[-1], height - _BOTTOM, _TOP)
    parts = [_grid(place_x, place_y, xs, marks)]
    parts += [
        words(across, (_LEFT + width - right) / 2, height - 6, anchor="middle", fill=QUIET),
        words(up, 4, _TOP - 2, fill=QUIET, size=SIZE - 1) if up else "",
    ]
    for number, line in enumerate(lines):
        parts.append(_line(line, _DASHES[number % len(_DASHES)], place_x, place_y))
    parts.append(_labels(lines, width - right + 10, place_y))
    return drawing(title, width, height, *parts)


def _heights(line: Curve) -> list[float]:
    """Return every height that a curve and its band reach."""
    return [y for _, y in line.points] + [y for pair in line.band for y in pair]


def _grid(across: Scale, up: Scale, xs: Sequence[float], marks: Sequence[float]) -> str:
    """Return the axes with their numbers."""
    parts = []
    for mark in marks:
        y = up.at(mark)
        parts.append(element("line", x1=across.start, x2=across.end, y1=y, y2=y, stroke=RULE))
        parts.append(words(shown(mark, marks), across.start - 6, y + 4, anchor="end"))
    parts += [
        words(str(int(x)), across.at(x), up.start + 18, anchor="middle")
        for x in xs
        if x == int(x)
    ]
    return "".join(parts)


def _line(line: Curve, dash: str, across: Scale, up: Scale) -> str:
    """Return one curve over its band."""
    places = [(across.at(x), up.at(y)) for x, y in line.points]
    parts = []
    if line.band:
        sides = [(x, up.at(low)) for (x, _), (low, _) in zip(places, line.band, strict=True)]
        sides += [(x, up.at(top)) for (x, _), (_, top) in zip(places, line.band, strict=True)][
            ::-1
        ]
        parts.append(
            element("polygon", points=_path(sides), fill=line.colour, fill_opacity=_BAND)
        )
    parts.append(
        element(
            "polyline",
            points=_path(places),
            fill="none",
            stroke=line.colour,
            stroke_width=2,
            **({"stroke_dasharray": dash} if dash else {}),
        )
    )
    parts += [
        element("circle", cx=x, cy=y, r=3, fill=line.colour, stroke=PANEL) for x, y in places
    ]
    return "".join(parts)


def _labels(lines: Sequence[Curve], x: float, up: Scale) -> str:
    """Return the curves' names at their ends, moved apart where they would touch."""
    wanted = sorted((up.at(line.points[-1][1]), number) for number, line in enumerate(lines))
    parts = []
    lowest = 0.0
    for y, number in wanted:
        lowest = max(y + 4, lowest + SIZE + 3)
        parts.append(words(lines[number].label, x, lowest, fill=lines[number].colour))
    return "".join(parts)


def _path(places: Sequence[tuple[float, float]]) -> str:
    """Return places as SVG wants them."""
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
