"""Who looks at a position: a side, the whole table, or nobody from whom anything is hidden."""

from typing import Final, Literal, TypeAlias, get_args

from game.engine import State, View
from game.engine.events import Event
from game.engine.fields import BUILD, HIDDEN, SEEN, WORKING
from game.engine.position import Entries, Position
from game.engine.view_board import BoardView
from game.match.course import Course, redacted

Perspective: TypeAlias = Literal["nato", "russia", "table", "open"]
"""`table`: what everybody in the room may know; `open`: the whole truth."""

PERSPECTIVES: Final[tuple[Perspective, ...]] = get_args(Perspective)
_SIDES: Final = {"nato": 0, "russia": 1}
_NIBBLE: Final = 15


class TableView(View):
    """What both sides may know of a position, and no more: safe to be shown to all."""

    __slots__ = ()

    def __init__(self, state: State) -> None:
        """Look at a state as the table does."""
        nato = View(state, 0)
        super().__init__(Position(state.world, _declared(nato.v)), 1)


class OpenView(View):
    """A position with nothing hidden. For matches that are over, and for nobody who plays."""

    __slots__ = ()

    def __init__(self, state: State, side: int = 0) -> None:
        """Look at a state from a side's chair with all its secrets."""
        BoardView.__init__(self, Position(state.world, state.v[:]), side)
        self._maker = State


class SitesView(View):
    """What the table may know, and every undeclared site besides: for a facilitator."""

    __slots__ = ()

    def __init__(self, state: State) -> None:
        """Look at a state as a class does that is shown the sites and nothing else."""
        v = View(state, 0).v[:]
        for place in (HIDDEN, WORKING, BUILD):
            v[place] = state.v[place]
        v[SEEN] = state.v[HIDDEN]
        super().__init__(Position(state.world, v), 1)


def view_as(state: State, perspective: Perspective) -> View:
    """Return a position as a perspective shows it."""
    if perspective == "table":
        return TableView(state)
    if perspective == "open":
        return OpenView(state)
    return View(state, _SIDES[perspective])


def events_as(course: Course, perspective: Perspective, decided: int) -> tuple[Event, ...]:
    """Return what happened up to a number of decisions, as a perspective may know it."""
    events = list(course.opening)
    for entry in course.history[:decided]:
        events += entry.events
    return told_as(events, perspective)


def told_as(
    events: list[Event] | tuple[Event, ...], perspective: Perspective
) -> tuple[Event, ...]:
    """Return events as a perspective may know them."""
    if perspective == "open":
        return tuple(events)
    if perspective == "table":
        return tuple(redacted(redacted(events, 0), 1))
    return tuple(redacted(events, _SIDES[perspective]))


def _declared(v: Entries) -> Entries:
    """Return a side's list without any undeclared site.

    A side knows its own and those that it has seen in secret; the table knows neither.
    """
    copy = v[:]
    hidden, copy[HIDDEN], copy[SEEN] = v[HIDDEN], 0, 0
    copy[WORKING] &= ~hidden
    while hidden:
        low = hidden & -hidden
        copy[BUILD] &= ~(_NIBBLE << 4 * (low.bit_length() - 1))
        hidden ^= low
    return copy
