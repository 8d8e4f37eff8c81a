"""What a side's points came from, mandate weight by mandate weight."""

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Final

from game.content.specs import MandateSpec
from game.engine import scoring
from game.match import Course
from game.words import MandateRow, Words, mandate_rows, number

_EITHER: Final = ("secured", "nato_unprotected")


@dataclass(frozen=True, slots=True)
class Source:
    """One source of points.

    Attributes:
        text: What counts, and for how much.
        value: What the match ended with.
        tenths: The points that makes, in tenths.
    """

    icon: str
    text: str
    value: str
    tenths: int


def sources(words: Words, course: Course, side: int) -> tuple[Source, ...]:
    """Return where a side's points came from; together they are its points."""
    outcome = course.outcome
    assert outcome is not None, "the match is over"
    mandate = course.content.mandates[outcome.mandates[side]]
    rows = _rows(words, course, side, mandate)
    worth = scoring.counted(course.truth, side)
    found = [
        Source(
            row.icon,
            f"{row.text} {row.points}",
            _shown(words, name, worth[name]),
            worth[name] * weight,
        )
        for row, (name, weight) in zip(rows, mandate.weights.items(), strict=False)
    ]
    if outcome.verdict == "joint-architecture":
        bonus = course.content.numbers.architecture_points
        found.append(
            Source(
                rows[-1].icon, f"{rows[-1].text} {rows[-1].points}", words.text("yes"), bonus
            )
        )
    return tuple(found)


def _rows(
    words: Words, course: Course, side: int, mandate: MandateSpec
) -> tuple[MandateRow, ...]:
    """Return what a mandate counts; who was firm at the brink is told what that did."""
    rows = mandate_rows(words, mandate)
    if not scoring.firm_at_brink(course.truth, side):
        return rows
    brink = course.content.numbers.brink
    if side:
        text = words.text("Secure: not after a firm answer at Tension {brink}", brink=brink)
    else:
        text = words.text("Protected: not after a firm answer at Tension {brink}", brink=brink)
    return tuple(
        replace(row, text=text) if name == "secured" else row
        for row, name in zip_longest(rows, mandate.weights)
        if row is not None
    )


def _shown(words: Words, name: str, value: int) -> str:
    """Return a value as a number, or as yes and no where it only holds or doesn't."""
    if name not in _EITHER:
        return number(value)
    return words.text("yes") if value else words.text("no")
