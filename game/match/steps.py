"""A match as a row of steps, for the bar of a replay: councils, turns, crises."""

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from game.engine.actions import EVENT, kind_of
from game.engine.events import CardPlayedFaceDown, PackageAnswered
from game.match.course import Course
from game.match.entry import Entry

StepKind: TypeAlias = Literal["council", "turn", "crisis"]


@dataclass(frozen=True, slots=True)
class Step:
    """Some decisions that belong together.

    Attributes:
        side: Whose turn it was; `None` for what concerns both.
        first: How many decisions came before it; `decided` counts its own, too.
        agreed: Whether its council agreed on a package.
        face_down: Whether its card lies face down.
    """

    kind: StepKind
    round: int
    side: int | None
    first: int
    decided: int
    agreed: bool = False
    face_down: bool = False


def steps_of(course: Course) -> tuple[Step, ...]:
    """Return the steps of a match from its first round on."""
    steps: list[Step] = []
    for entry in course.history:
        if not entry.round:
            continue
        if not steps or _begins(entry, steps[-1]):
            steps.append(_begun(entry))
        steps[-1] = _grown(steps[-1], entry)
    return tuple(steps)


def step_at(steps: tuple[Step, ...], decided: int) -> int | None:
    """Return the number of the step that a number of decisions lies in; before any: `None`."""
    inside = [number for number, step in enumerate(steps) if step.first < decided]
    return inside[-1] if inside else None


def _begins(entry: Entry, last: Step) -> bool:
    """Say whether a decision begins another step than the last one."""
    if entry.round != last.round:
        return True
    if entry.phase == "actions":
        # What follows a card belongs to it: an offer's answer, a crisis that it opened.
        return last.kind != "turn" or kind_of(entry.action) >= EVENT
    return last.kind != _kind(entry)


def _kind(entry: Entry) -> StepKind:
    if entry.phase == "actions":
        return "turn"
    return "crisis" if entry.phase == "crisis" else "council"


def _begun(entry: Entry) -> Step:
    kind = _kind(entry)
    side = entry.side if kind == "turn" else None
    return Step(kind, entry.round, side, entry.number - 1, entry.number - 1)


def _grown(step: Step, entry: Entry) -> Step:
    """Return a step with one more decision."""
    agreed = any(isinstance(one, PackageAnswered) and one.accepted for one in entry.events)
    down = any(isinstance(one, CardPlayedFaceDown) for one in entry.events)
    return replace(
        step,
        decided=entry.number,
        agreed=step.agreed or agreed,
        face_down=step.face_down or down,
    )
