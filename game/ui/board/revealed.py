"""A crisis that was resolved: what both answered and what moved, from public events alone.

By the time it is shown the match has gone on, to the reckoning and the next briefing. So
the numbers are read back: a track stood at what the next event after the crisis found.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from game.engine import View
from game.engine.events import (
    AnswerSealed,
    BrinkTested,
    CauseMadePublic,
    CrisisResolved,
    DoorMoved,
    EndRolled,
    Event,
    MatchEnded,
    PhaseBegan,
    RoundBegan,
    TrackMoved,
    TurnSkipped,
)
from game.engine.preview import Change

GOES_ON: Final = (EndRolled, MatchEnded, PhaseBegan, RoundBegan, TurnSkipped)
"""Events that no crisis brings: with the first of them the match goes on."""
_SHARED: Final = ("tension", "initiative", "threat")


@dataclass(frozen=True, slots=True)
class Moment:
    """The shared tracks at one time."""

    tension: int
    initiative: int
    threat: int
    door: int


@dataclass(frozen=True, slots=True)
class Revealed:
    """A crisis and what came of it.

    Attributes:
        tension, initiative, assurance, support: before and after the crisis.
        cause: who began the incident, where that came to light now.
        brink: the die that the reckoning rolled after it, if it did.
        others: what else the answers brought: sites, steps, the door.
        found, moment: the shared tracks as the crisis found and as it left them.
    """

    resolved: CrisisResolved
    tension: Change
    initiative: Change
    assurance: tuple[Change, Change]
    support: tuple[Change, Change]
    cause: CauseMadePublic | None
    brink: BrinkTested | None
    others: tuple[Event, ...]
    found: Moment
    moment: Moment


def revealed(events: Iterable[Event], public: View) -> Revealed:
    """Return the crisis that the events of the decision hold, and what it moved.

    Args:
        events: what came of the decision, as everybody may know it.
        public: any view of the position now; only its public numbers are read.
    """
    every = [event for event in events if not isinstance(event, AnswerSealed)]
    start = next(i for i, event in enumerate(every) if isinstance(event, CrisisResolved))
    end = start + 1
    while end < len(every) and not isinstance(every[end], GOES_ON):
        end += 1
    head, own, later = every[start], every[start + 1 : end], every[end:]
    assert isinstance(head, CrisisResolved)
    shared = {track: _change(track, None, own, later, public) for track in _SHARED}
    shared["door"] = _door(own, later, public)
    found, left = (
        Moment(**{track: change[place] for track, change in shared.items()}) for place in (0, 1)
    )
    return Revealed(
        head,
        shared["tension"],
        shared["initiative"],
        _both("assurance", own, later, public),
        _both("support", own, later, public),
        next((one for one in own if isinstance(one, CauseMadePublic)), None),
        next((one for one in later if isinstance(one, BrinkTested)), None),
        tuple(_others(own)),
        found,
        left,
    )


def _both(
    track: str, own: list[Event], later: list[Event], public: View
) -> tuple[Change, Change]:
    """Return a track of both sides, NATO's first."""
    return (
        _change(track, 0, own, later, public),
        _change(track, 1, own, later, public),
    )


def _moves(events: Iterable[Event], track: str, side: int | None) -> Iterator[TrackMoved]:
    return (
        event
        for event in events
        if isinstance(event, TrackMoved) and event.track == track and event.side == side
    )


def _change(
    track: str, side: int | None, own: list[Event], later: list[Event], public: View
) -> Change:
    """Return a track before and after the crisis."""
    moved = tuple(_moves(own, track, side))
    if moved:
        return moved[0].before, moved[-1].after
    following = next(_moves(later, track, side), None)
    if following is not None:
        return following.before, following.before
    now = getattr(public, track)
    value = int(now if side is None else now[side])
    return value, value


def _door(own: list[Event], later: list[Event], public: View) -> Change:
    """Return the door before and after the crisis."""
    moved = [event for event in own if isinstance(event, DoorMoved)]
    if moved:
        return moved[0].before, moved[-1].after
    following = next((event for event in later if isinstance(event, DoorMoved)), None)
    state = public.door if following is None else following.before
    return state, state


def _others(own: list[Event]) -> Iterator[Event]:
    told = (TrackMoved, CauseMadePublic)
    return (event for event in own if not isinstance(event, told))
