"""What happened in a match, event by event, each with the entry of the journal it is from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from game.engine.events import Event, PhaseBegan, RoundBegan
from game.match import Course
from game.match.perspective import Perspective, told_as

OPENING: Final = 0
"""The number of what happened before the first decision."""


@dataclass(frozen=True, slots=True)
class Happening:
    """An event in its place.

    Attributes:
        number: Of the journal's entry; `OPENING` before the first.
        round: The round it belongs to; 0 before the first.
        phase: The phase it belongs to.
        side: Who took the decision that brought it; `None` before the first.
        event: What happened.
    """

    number: int
    round: int
    phase: str
    side: int | None
    event: Event


def happenings(course: Course, *, secrets: bool) -> tuple[Happening, ...]:
    """Return all that happened in order.

    Args:
        course: The match.
        secrets: With what only one side, or none, could know.
    """
    seen_by: Perspective = "open" if secrets else "table"
    found = list(_placed(OPENING, 0, "mandates", None, told_as(course.opening, seen_by)))
    for entry in course.history:
        told = told_as(entry.events, seen_by)
        found += _placed(entry.number, entry.round, entry.phase, entry.side, told)
    return tuple(found)


def rounds_of(course: Course) -> dict[int, int]:
    """Return by entry the round in which it was decided: where a reader looks for it."""
    return {entry.number: entry.round for entry in course.history}


def _placed(
    number: int, round_now: int, phase: str, side: int | None, events: Iterable[Event]
) -> Iterator[Happening]:
    """Yield the events of an entry: a round or a phase may begin among them."""
    for event in events:
        if isinstance(event, RoundBegan):
            round_now = event.round
        elif isinstance(event, PhaseBegan):
            phase = event.phase
        yield Happening(number, round_now, phase, side, event)
