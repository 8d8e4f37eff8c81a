"""Turning points: the few moments of a match that moved most, read off its events."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.engine.events import (
    BrinkTested,
    CrisisResolved,
    CrisisTurnedUp,
    DoorMoved,
    Event,
    JointLevelRose,
    LeadFollowed,
    PackageAnswered,
    PledgeBroken,
    SiteFound,
    StepSuspended,
    TrackMoved,
)
from game.teach.happenings import Happening

MOST: Final = 4
DANGER: Final = 7
"""Tension from which the world is in danger."""
LAST: Final = 10
_AGAIN: Final = 0.6
"""A second moment of the same kind counts for so much of the first one."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What an event was as a turning point: its kind, and how much it moved beside others."""

    kind: str
    weight: float


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A moment with its place in the match."""

    number: int
    round: int
    kind: str
    event: Event


def turning_points(found: Sequence[Happening], most: int = MOST) -> tuple[TurningPoint, ...]:
    """Return the turning points of a match in order, one of an entry at most."""
    left = [(one, weight) for one in found if (weight := weight_of(one.event)) is not None]
    kinds: Counter[str] = Counter()
    chosen: list[TurningPoint] = []
    while left and len(chosen) < most:
        one, weight = max(left, key=lambda pair: pair[1].weight * _AGAIN ** kinds[pair[1].kind])
        kinds[weight.kind] += 1
        chosen.append(TurningPoint(one.number, one.round, weight.kind, one.event))
        left = [pair for pair in left if pair[0].number != one.number]
    return tuple(sorted(chosen, key=lambda point: point.number))


def weight_of(event: Event) -> Weight | None:  # noqa: C901 - a table of cases
    """Return what an event was as a turning point, or `None` if it was none."""
    match event:
        case CrisisResolved():
            return _crisis(event)
        case BrinkTested():
            return Weight("brink", 8.0 if event.out_of_hand else 4.0)
        case CrisisTurnedUp() if event.site is not None:
            return Weight("called", 4.5)
        case PledgeBroken():
            return Weight("pledge", 5.0)
        case SiteFound():
            return Weight("found", 4.0)
        case JointLevelRose() if event.first:
            return Weight("joint", 1.5 + event.level)
        case LeadFollowed():
            return Weight("followed", 3.4 + event.step / 10)
        case StepSuspended():
            return Weight("suspended", 2.5 + event.step / 2)
        case PackageAnswered() if event.accepted:
            return Weight("package", 2.5 + len(event.terms) / 2)
        case DoorMoved() if event.after == 0:
            return Weight("door", 4.0)
        case DoorMoved() if event.before == 0:
            return Weight("door", 3.0)
        case TrackMoved():
            return _track(event)
        case _:
            return None


def _crisis(event: CrisisResolved) -> Weight | None:
    weight = 3.0 + abs(event.tension)
    if event.stances in {(0, 0), (2, 2)}:
        return Weight("crisis", weight)
    return Weight("crisis", weight - 1) if abs(event.tension) >= 2 else None


def _track(event: TrackMoved) -> Weight | None:
    if event.track == "support" and event.after == 0 and event.side is not None:
        return Weight("fell", 9.0)
    if event.track != "tension" or event.after <= event.before:
        return None
    if event.after >= LAST:
        return Weight("end", 9.0)
    return Weight("danger", 2.8) if event.before < DANGER <= event.after else None
