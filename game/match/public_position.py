"""Public numbers of a match through time, for curves and for the class's tables.

They are followed through the events alone, so they can be had of a live match, of a
resumed one and of a record that this version can no longer play.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias

from game.content.specs import ScenarioSpec
from game.content.vocabulary import DOORS, LADDERS
from game.engine.events import (
    DoorMoved,
    Event,
    MatchEnded,
    RoundBegan,
    StepSuspended,
    StepTaken,
    TrackMoved,
)

FourSteps: TypeAlias = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class PublicPosition:
    """What everybody at the table could read off the board; pairs are NATO, Russia.

    Attributes:
        round: The round that had just ended, or was cut short by the match's end; 0 at the
            start.
        door: 0 closed, 1 strained, 2 open.
        steps: By side and ladder.
        joint_levels: By ladder, dormant centres counted.
    """

    round: int
    tension: int
    threat: int
    door: int
    initiative: int
    assurance: tuple[int, int]
    support: tuple[int, int]
    steps: tuple[FourSteps, FourSteps]

    @property
    def joint_levels(self) -> FourSteps:
        """The lower of both sides' steps, by ladder."""
        nato, russia = self.steps
        a, b, c, d = map(min, nato, russia)
        return (a, b, c, d)


def positions_of(scenario: ScenarioSpec, events: Iterable[Event]) -> tuple[PublicPosition, ...]:
    """Return the position at the start, at the end of each round, and at the match's end."""
    found = []
    now = start_of(scenario)
    for event in events:
        if isinstance(event, RoundBegan):
            found.append(now)
            now = replace(now, round=event.round)
        elif isinstance(event, MatchEnded):
            found.append(now)
        else:
            now = _after(now, event)
    return tuple(found)


def start_of(scenario: ScenarioSpec) -> PublicPosition:
    """Return the position that a scenario starts from."""
    return PublicPosition(
        round=0,
        tension=scenario.tension,
        threat=scenario.threat,
        door=DOORS.index(scenario.door),
        initiative=0,
        assurance=scenario.assurance,
        support=scenario.support,
        steps=scenario.steps,
    )


def _after(now: PublicPosition, event: Event) -> PublicPosition:
    """Return the position after an event."""
    if isinstance(event, TrackMoved):
        return _track_moved(now, event)
    if isinstance(event, DoorMoved):
        return replace(now, door=event.after)
    if isinstance(event, StepTaken):
        return replace(now, steps=_stepped(now, event.side, event.ladder, event.step))
    if isinstance(event, StepSuspended):
        return replace(now, steps=_stepped(now, event.side, event.ladder, event.step - 1))
    return now


def _track_moved(now: PublicPosition, event: TrackMoved) -> PublicPosition:
    """Return the position after a track moved."""
    match event.track:
        case "tension":
            return replace(now, tension=event.after)
        case "threat":
            return replace(now, threat=event.after)
        case "initiative":
            return replace(now, initiative=event.after)
        case "assurance":
            return replace(now, assurance=_changed(now.assurance, event))
        case "support":
            return replace(now, support=_changed(now.support, event))


def _changed(pair: tuple[int, int], event: TrackMoved) -> tuple[int, int]:
    """Return a pair of tracks after one of them moved."""
    return (pair[0], event.after) if event.side else (event.after, pair[1])


def _stepped(
    now: PublicPosition, side: int, ladder: str, step: int
) -> tuple[FourSteps, FourSteps]:
    """Return all steps after a side came to stand at one."""
    steps = [list(row) for row in now.steps]
    steps[side][LADDERS.index(ladder)] = step
    (a, b, c, d), (e, f, g, h) = steps
    return (a, b, c, d), (e, f, g, h)
