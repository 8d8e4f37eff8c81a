"""What a search chooses among: the moves at its root, each with its value by one ply."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.engine import State, View
from game.engine import actions as a
from game.engine import fields as f
from game.players.packages import WILLING, Terms, shortlist
from game.players.plies import action_values, card_values, distinct_uses, with_counter
from game.players.search.temperaments import Temperament, wanted
from game.players.stances import response_values

PACKAGES: Final = 10
"""Packages that a drafter chooses among."""
_REFUSED: Final = -0.01
"""What tabling a package brings that the other refuses."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A move that may be chosen.

    Attributes:
        action: The move; for a package the one that tables it.
        package: Its terms in canonical order; empty for any other move.
        prior: What one ply takes it to be worth to its side.
    """

    action: int
    package: Terms
    prior: float


def candidates(
    view: View, states: Sequence[State], temper: Temperament | None = None
) -> list[Candidate]:
    """Return the moves of a view's side, valued by one ply on positions that it allows."""

    def worth(state: State, side: int) -> float:
        return wanted(temper, state, side)[0]

    if view.decision in {"draft", "counter-draft"}:
        return _packages(view, states, temper)
    actions: Sequence[int] = view.legal_actions()
    if len(actions) == 1:
        return [Candidate(actions[0], (), 0.0)]
    if view.decision == "card":
        actions = distinct_uses(view, actions)
        values = card_values(states, view.side, actions, worth)
    elif view.decision == "crisis":
        values = response_values(states, view, actions, worth)
    else:
        values = action_values(states, view.side, actions, worth)
        if view.decision == "reply":
            values = with_counter(states, view, actions, values)
    return [Candidate(x, (), value) for x, value in zip(actions, values, strict=True)]


def _packages(
    view: View, states: Sequence[State], temper: Temperament | None
) -> list[Candidate]:
    """Return the packages that a drafter may table, and to table nothing."""
    side = view.side

    def look(state: State, side: int) -> tuple[float, float]:
        return wanted(temper, state, side)

    now = sum(look(state, side)[0] for state in states) / len(states)
    found = [Candidate(a.encode(a.NO_PROPOSAL), (), now)]
    for proposal in shortlist(states, side, look, PACKAGES):
        gain = proposal.worth.own if proposal.worth.other >= WILLING else _REFUSED
        found.append(Candidate(a.encode(a.TABLE), proposal.terms, now + gain))
    return found


def unweighed(view: View) -> list[Candidate]:
    """Return the legal actions, none rather than another."""
    return [Candidate(action, (), 0.0) for action in view.legal_actions()]


def next_of(package: Terms, view: View) -> int | None:
    """Return the next action of drafting a package, or `None` where it can't go on."""
    done = len(view.draft)
    if tuple(view.draft) != package[:done]:
        return None
    whole = done == len(package)
    action = a.encode(a.TABLE) if whole else a.encode(a.TERM, 0, package[done])
    return action if view.why_not(action) is None else None


def is_unsealed(view: View) -> bool:
    """Say whether the searcher answers a crisis, so that both answers are decided anew."""
    return bool(view.v[f.PENDING] == f.ANSWER_CRISIS)
