"""Council packages: what they are worth to both sides, and the best one to propose.

Whole packages are far too many to try. Every single term is carried out on its own and
valued for both sides; sums of such values choose a shortlist, which is then carried out
whole. Both sides' steps on one ladder are valued as one, since that is what they are.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import combinations
from math import inf
from typing import Final, Protocol, TypeAlias, runtime_checkable

from game.engine import State, View
from game.engine import fields as f
from game.engine.actions import (
    RAISE_TERM,
    STATEMENT_TERM,
    TERMS,
    term_code,
    term_of,
)
from game.engine.rules.council import carry_out, open_terms, term_limit
from game.players.evaluation import evaluate_both

Terms: TypeAlias = tuple[int, ...]
Look: TypeAlias = Callable[[State, int], tuple[float, float]]
"""What a position is worth to a side, and to the other."""

WILLING: Final = 0.01
"""Utility that the other should gain by a package, lest it obviously refuse."""
_CONSIDERED: Final = 7
"""Terms a side that are combined."""
_SHORTLIST: Final = 8
"""Packages that are carried out whole."""
_GOODWILL: Final = 0.3
"""How much the other's gain counts in the shortlist: it must agree."""
_NO_LADDER: Final = -1
_ROUNDING: Final = 1e-9
"""More than sums of a few utilities can differ by the order in which they are added."""


@runtime_checkable
class Barring(Protocol):
    """A position in which a side keeps terms out of its packages, though the rules don't."""

    def barred_terms(self, drafter: int) -> int:
        """Return those terms as a mask over `actions.TERMS`."""
        ...


@dataclass(frozen=True, slots=True)
class Worth:
    """What terms bring the drafter and the other side, in utility."""

    own: float
    other: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """A package in canonical order, asks first, and its worth."""

    terms: Terms
    worth: Worth


class Appraisal:
    """Values terms and packages on positions that one side's view allows.

    `look` says what a position is worth to a side and to the other; without it the side
    goes by its mandate and takes the mean of all for the other's.
    """

    def __init__(self, states: Sequence[State], side: int, look: Look | None = None) -> None:
        self._states = states
        self._side = side
        self._seen_by = look or _by_own_mandate
        self._base = [self._look(state) for state in states]
        self._known: dict[Terms, Worth] = {}

    def of(self, terms: Terms) -> Worth:
        """Return what carrying out terms changes for both sides."""
        found = self._known.get(terms)
        if found is None:
            found = self._carry_out(terms)
            self._known[terms] = found
        return found

    def _carry_out(self, terms: Terms) -> Worth:
        own = other = 0.0
        for state, (own_before, other_before) in zip(self._states, self._base, strict=True):
            twin = state.clone()
            carry_out(twin, terms)
            own_after, other_after = self._look(twin)
            own += own_after - own_before
            other += other_after - other_before
        return Worth(own / len(self._states), other / len(self._states))

    def _look(self, state: State) -> tuple[float, float]:
        """Return what a position is worth to the drafter and to the other side."""
        return self._seen_by(state, self._side)


def _by_own_mandate(state: State, side: int) -> tuple[float, float]:
    """Return what a position is worth to a side that knows its own mandate alone."""
    return evaluate_both(state, side, state.v[f.MANDATE + side])


def best_package(states: Sequence[State], view: View) -> Proposal | None:
    """Return the package that pays its drafter most among those the other may well accept."""
    proposals = [p for p in shortlist(states, view.side) if p.worth.other >= WILLING]
    return max(proposals, key=lambda proposal: proposal.worth.own, default=None)


def shortlist(
    states: Sequence[State], side: int, look: Look | None = None, most: int = _SHORTLIST
) -> list[Proposal]:
    """Return the packages that promise a drafter most, each carried out whole.

    Args:
        states: Positions that the drafter may think it is in; the terms are open in all.
        side: The drafter.
        look: As `Appraisal` has it.
        most: How many.
    """
    appraisal = Appraisal(states, side, look)
    found = _promising(appraisal, states[0], side, most)
    return [Proposal(terms, appraisal.of(terms)) for terms in found]


def _promising(appraisal: Appraisal, state: State, side: int, most: int) -> list[Terms]:
    """Return the packages whose terms promise most, one by one added up."""
    limit = term_limit(state)
    asks = _parts(appraisal, _open(state, 1 - side, side), limit, 0.5)
    offers = _parts(appraisal, _open(state, side, side), limit, 1.0)
    shared = {part.ladder for part in asks} & {part.ladder for part in offers} - {_NO_LADDER}
    gains = {ladder: _together(appraisal, side, ladder) for ladder in shared}
    return [terms for _, terms in _best_pairs(asks, offers, gains, most)]


def _best_pairs(
    asks: list["_Part"],
    offers: list["_Part"],
    gains: Mapping[int, tuple[float, float]],
    most: int,
) -> list[tuple[float, Terms]]:
    """Return the packages that promise most with what they promise, the best first.

    hot: there are thousands. Parts come by what they promise alone, so that pairs which can't
    be among the best are not looked at.

    Args:
        asks: What the other side may give.
        offers: What the drafter may give.
        gains: By ladder, what both sides' steps on it bring the drafter and the other more.
        most: How many.
    """
    hopes = {ladder: own + _GOODWILL * other for ladder, (own, other) in gains.items()}
    by_promise = sorted(offers, key=_promise, reverse=True)
    promises = [_promise(part) for part in by_promise]
    found: list[tuple[float, Terms]] = []
    least = -inf
    for theirs in sorted(asks, key=_promise, reverse=True):
        most_beside = _promise(theirs) + max(0.0, hopes.get(theirs.ladder, 0.0)) + _ROUNDING
        for ours, promise in zip(by_promise, promises, strict=True):
            if promise + most_beside < least:
                break
            if theirs.statement and ours.statement:
                continue
            own = theirs.own + ours.own
            other = theirs.other + ours.other
            if theirs.ladder == ours.ladder != _NO_LADDER:
                gained_own, gained_other = gains[theirs.ladder]
                own += gained_own
                other += gained_other
            rating = own + _GOODWILL * other
            if other > -WILLING and rating >= least:
                heappush(found, (rating, theirs.terms + ours.terms))
                if len(found) > most:
                    heappop(found)
                    least = found[0][0]
    return sorted(found, reverse=True)


def _promise(part: "_Part") -> float:
    """Return how much a part's own terms count in the shortlist."""
    return part.own + _GOODWILL * part.other


@dataclass(frozen=True, slots=True)
class _Part:
    """One side's terms of a package: their worth added up, the ladder of a step if any."""

    terms: Terms
    own: float
    other: float
    ladder: int
    statement: bool


def _parts(
    appraisal: Appraisal, codes: Sequence[int], limit: int, goodwill: float
) -> list[_Part]:
    """Return one side's parts of up to `limit` terms, made of those worth combining.

    Args:
        appraisal: What single terms are worth.
        codes: The terms that the side could give.
        limit: Terms a side.
        goodwill: How much the worth to the other side counts in what is worth combining.
    """

    def merit(code: int) -> float:
        worth = appraisal.of((code,))
        return worth.own + goodwill * worth.other

    steps = [code for code in codes if term_of(code) >= RAISE_TERM]
    others = sorted((c for c in codes if c not in steps), key=merit, reverse=True)
    considered = sorted(steps + others[:_CONSIDERED])
    found = []
    for size in range(1, limit + 1):
        for terms in combinations(considered, size):
            ladders = [term_of(code) - RAISE_TERM for code in terms if code in steps]
            if len(ladders) <= 1:
                found.append(_part(appraisal, terms, ladders[0] if ladders else _NO_LADDER))
    return found


def _part(appraisal: Appraisal, terms: Terms, ladder: int) -> _Part:
    """Return a part with the worth of its terms added up."""
    worths = [appraisal.of((code,)) for code in terms]
    return _Part(
        terms,
        sum(worth.own for worth in worths),
        sum(worth.other for worth in worths),
        ladder,
        any(term_of(code) == STATEMENT_TERM for code in terms),
    )


def _together(appraisal: Appraisal, side: int, ladder: int) -> tuple[float, float]:
    """Return by how much both steps on a ladder are worth more together than one by one."""
    theirs = term_code(1 - side, RAISE_TERM + ladder)
    ours = term_code(side, RAISE_TERM + ladder)
    both = appraisal.of((theirs, ours))
    one, two = appraisal.of((theirs,)), appraisal.of((ours,))
    return both.own - one.own - two.own, both.other - one.other - two.other


def _open(state: State, giver: int, drafter: int) -> list[int]:
    """Return the codes of the terms that a side could give in a drafter's package."""
    mask = open_terms(state, giver)
    if isinstance(state, Barring):
        mask &= ~state.barred_terms(drafter)
    return [term_code(giver, term) for term in range(TERMS) if mask >> term & 1]
