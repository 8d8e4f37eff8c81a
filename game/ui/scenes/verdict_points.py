"""What a side's points came from, mandate weight by mandate weight."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from game.engine import State, scoring
from game.engine.fields import GUARANTEES, INITIATIVE, JOINT_SUM, SUPPORT, TENSION, WORKING
from game.engine.world import NATO_SITES
from game.match import Course
from game.words import Words, mandate_rows, number

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
    rows = mandate_rows(words, mandate)
    worth = _values(course.truth, side)
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


def _shown(words: Words, name: str, value: int) -> str:
    """Return a value as a number, or as yes and no where it only holds or doesn't."""
    if name not in _EITHER:
        return number(value)
    return words.text("yes") if value else words.text("no")


def _values(state: State, side: int) -> Mapping[str, int]:
    """Return what each weight of a mandate counts, as things truly stand."""
    v, world = state.v, state.world
    initiative = int(v[INITIATIVE])
    land = int(v[WORKING] & world.land_interceptors & NATO_SITES)
    return {
        "secured": int(scoring.secured(state, side)),
        "margin": scoring.margin(state, side),
        "joint": int(v[JOINT_SUM]),
        "initiative": -initiative if side else initiative,
        "support": int(v[SUPPORT + side]),
        "tension": int(v[TENSION]),
        "forward_missiles": int(v[WORKING] & world.forward).bit_count(),
        "nato_concern": scoring.concern(state, 0),
        "guarantees": scoring.joint_level(state, GUARANTEES),
        "land_interceptors": land.bit_count(),
        "nato_unprotected": int(not scoring.secured(state, 0)),
    }
