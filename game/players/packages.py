"""Council packages: what they are worth to both sides, and the best one to propose.

Whole packages are far too many to try. Every single term is carried out on its own and
valued for both sides; sums of such values choose a shortlist, which is then carried out
whole. Both sides' steps on one ladder are valued as one, since that is what they are.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, TypeAlias

from game.engine import State, View
from game.engine import fields as f
from game.engine.actions import (
    RAISE_TERM,
    STATEMENT_TERM,
    TERMS,
    term_code,
    term_of,
)
from game.engine.rules.council import carry_out, open_terms
from game.players.evaluation import evaluate, evaluate_unknown

Terms: TypeAlias = tuple[int, ...]

WILLING: Final = 0.01
"""Utility that the other should gain by a package, lest it obviously refuse."""
_CONSIDERED: Final = 7
"""Terms a side that are combined."""
_SHORTLIST: Final = 8
"""Packages that are carried out whole."""
_GOODWILL: Final = 0.3
"""How much the other's gain counts in the shortlist: it must agree."""


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
    """Values terms and packages on positions that one side's view allows."""

    def __init__(self, states: Sequence[State], side: int) -> None:
        self._states = states
        self._side = side
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
        side = self._side
        own = evaluate(state, side, state.v[f.MANDATE + side])
        return own, evaluate_unknown(state, 1 - side)


def best_package(states: Sequence[State], view: View) -> Proposal | None:
    """Return the package that pays its drafter most among those the other may well accept."""
    side = view.side
    appraisal = Appraisal(states, side)
    asks = _considered(appraisal, _open(states[0], 1 - side), asked=True)
    offers = _considered(appraisal, _open(states[0], side), asked=False)
    rated = [
        (worth.own + _GOODWILL * worth.other, terms)
        for terms in _packages(asks, offers, view.term_limit)
        if (worth := _sum(appraisal, terms)).other > -WILLING
    ]
    rated.sort(reverse=True)
    proposals = [
        Proposal(terms, worth)
        for _, terms in rated[:_SHORTLIST]
        if (worth := appraisal.of(terms)).other >= WILLING
    ]
    return max(proposals, key=lambda proposal: proposal.worth.own, default=None)


def _open(state: State, giver: int) -> list[int]:
    """Return the codes of the terms that a side could give."""
    mask = open_terms(state, giver)
    return [term_code(giver, term) for term in range(TERMS) if mask >> term & 1]


def _considered(appraisal: Appraisal, codes: Iterable[int], *, asked: bool) -> list[int]:
    """Return the single terms worth combining, in canonical order; all steps are."""

    def merit(code: int) -> float:
        worth = appraisal.of((code,))
        return worth.own + (0.5 if asked else 1.0) * worth.other

    steps = [code for code in codes if term_of(code) >= RAISE_TERM]
    others = sorted((c for c in codes if c not in steps), key=merit, reverse=True)
    return sorted(steps + others[:_CONSIDERED])


def _packages(asks: Sequence[int], offers: Sequence[int], limit: int) -> Iterator[Terms]:
    """Yield the packages of up to `limit` terms a side that the rules allow."""
    ours = list(_parts(offers, limit))
    for theirs in _parts(asks, limit):
        said = any(term_of(code) == STATEMENT_TERM for code in theirs)
        for mine in ours:
            if not (said and any(term_of(code) == STATEMENT_TERM for code in mine)):
                yield theirs + mine


def _parts(codes: Sequence[int], limit: int) -> Iterator[Terms]:
    """Yield one side's parts of a package: one ladder term at most."""
    for size in range(1, limit + 1):
        for part in combinations(codes, size):
            if sum(term_of(code) >= RAISE_TERM for code in part) <= 1:
                yield part


def _sum(appraisal: Appraisal, terms: Terms) -> Worth:
    """Return the sum of what a package's terms bring, steps on one ladder taken together."""
    steps = tuple(code for code in terms if term_of(code) >= RAISE_TERM)
    together = len(steps) == 2 and term_of(steps[0]) == term_of(steps[1])
    pieces = [(code,) for code in terms if not (together and code in steps)]
    worths = [appraisal.of(piece) for piece in [*pieces, *([steps] if together else [])]]
    return Worth(sum(w.own for w in worths), sum(w.other for w in worths))
