"""A match as each of its decisions left it: the end of a round apart from the next briefing.

The decision that ends a round also brings the briefing of the next: its threat, its crisis,
new cards. Who looks back at it wants the board that it was about.
"""

from collections.abc import Iterable

from game.engine import State
from game.engine.events import Event, RoundBegan
from game.engine.fields import CHAIR, NOTHING, PENDING, PHASE, RECKONING, ROUND
from game.match.course import Course

Parted = tuple[tuple[Event, ...], tuple[Event, ...]]


def parted(events: Iterable[Event]) -> Parted:
    """Return events before a round began, and from its beginning on."""
    every = tuple(events)
    cut = next((n for n, one in enumerate(every) if isinstance(one, RoundBegan)), len(every))
    return every[:cut], every[cut:]


def truth_left(course: Course, decided: int) -> State:
    """Return the position after so many decisions, before any briefing that the last brought.

    The end of the match is shown whole: there is nothing after it.

    Raises:
        IndexError: So many decisions do not stand.
    """
    if not _is_cut(course, decided):
        return course.truth_after(decided)
    state = course.truth_after(decided - 1).clone()
    witness = _Witness(state)
    state.log = witness
    state.apply(course.history[decided - 1].action)
    return witness.left


def events_left(course: Course, decided: int) -> tuple[Event, ...]:
    """Return all that happened up to that position, secrets included."""
    events = list(course.opening)
    for entry in course.history[:decided]:
        events += entry.events
    if _is_cut(course, decided):
        _, briefing = parted(course.history[decided - 1].events)
        return tuple(events[: len(events) - len(briefing)])
    return tuple(events)


def events_between(course: Course, first: int, decided: int) -> tuple[Event, ...]:
    """Return what happened between two such positions, secrets included."""
    return events_left(course, decided)[len(events_left(course, first)) :]


def shown_after(course: Course, number: int, round_number: int) -> int:
    """Return how many decisions stand where what an entry brought in a round is first shown."""
    entries = course.history
    in_briefing = 0 < number < len(entries) and round_number > entries[number - 1].round
    return number + in_briefing


class _Witness(list[Event]):
    """A log that keeps the position as it was when a round was over."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self.state = state
        self.left = state

    def append(self, event: Event) -> None:
        """Note an event."""
        if isinstance(event, RoundBegan):
            self.left = _turned_back(self.state.clone())
        super().append(event)


def _turned_back(state: State) -> State:
    """Return a position in which a round has just begun as it was when the last one ended."""
    state.v[ROUND] -= 1
    state.v[CHAIR] ^= 1
    state.v[PHASE] = RECKONING
    state.v[PENDING] = NOTHING
    return state


def _is_cut(course: Course, decided: int) -> bool:
    """Say whether the last of so many decisions ended a round and not the match."""
    if not 0 < decided < len(course.history):
        return False
    entry = course.history[decided - 1]
    return entry.round > 0 and any(isinstance(one, RoundBegan) for one in entry.events)
