"""A package in the making: what it may hold, and what it would bring.

The page shows a draft in any order and even without an ask. The engine takes terms in one
canonical order, asks first, so `spoken` says what it can be told of the draft.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias

from game.engine import Reason, View
from game.engine.actions import (
    DECLARE_TERM,
    LADDER_PLEDGE_TERM,
    PLEDGE_TERM,
    RAISE_TERM,
    STATEMENT_TERM,
    WITHDRAW_TERM,
    giver_of,
    term_code,
    term_of,
)
from game.engine.fields import GUARANTEES

Terms: TypeAlias = tuple[int, ...]
"""Codes of terms, as `engine.actions.term_code` makes them."""

SITES_A_SIDE: Final = 10
LADDER_COUNT: Final = 4


@dataclass(frozen=True, slots=True)
class TermGroup:
    """Terms of one kind, in one row of the list that opens; a single term has no kind."""

    kind: str
    codes: Terms


def groups(side: int) -> tuple[TermGroup, ...]:
    """Return all that a side can give, in the order of the list: steps first."""

    def codes(first: int, count: int = 1) -> Terms:
        return tuple(term_code(side, first + place) for place in range(count))

    steps = (TermGroup("", (code,)) for code in codes(RAISE_TERM, LADDER_COUNT))
    return (
        *steps,
        TermGroup("withdraw", codes(WITHDRAW_TERM, SITES_A_SIDE)),
        TermGroup("", codes(DECLARE_TERM)),
        TermGroup("pledge", codes(PLEDGE_TERM, SITES_A_SIDE)),
        TermGroup("pledge-ladder", codes(LADDER_PLEDGE_TERM, LADDER_COUNT)),
        TermGroup("", codes(STATEMENT_TERM)),
    )


def of_side(terms: Iterable[int], side: int) -> Terms:
    """Return the terms that a side gives, in canonical order."""
    return tuple(sorted(code for code in terms if giver_of(code) == side))


def ordered(terms: Iterable[int], drafter: int) -> Terms:
    """Return terms in canonical order: what the drafter asks for, then what it offers."""
    every = tuple(terms)
    return of_side(every, 1 - drafter) + of_side(every, drafter)


def spoken(terms: Iterable[int], drafter: int) -> Terms:
    """Return as much of a draft as the engine can hold: nothing while nothing is asked."""
    canonical = ordered(terms, drafter)
    return canonical if of_side(canonical, 1 - drafter) else ()


def complete(terms: Iterable[int]) -> bool:
    """Say whether there is a term from each side."""
    return {giver_of(code) for code in terms} == {0, 1}


def why_not(view: View, terms: Terms, code: int) -> Reason | None:
    """Return why a term can't be added to a draft, or `None` if it can, in whatever order."""
    reason = view.term_reason(code)
    if reason is not None:
        return reason
    own = of_side(terms, giver_of(code))
    if code in own:
        return Reason("already-drafted")
    if len(own) >= view.term_limit:
        return Reason("terms-full", {"limit": view.term_limit})
    if is_raise(code) and any(is_raise(one) for one in own):
        return Reason("one-ladder-term")
    statements = [one for one in terms if term_of(one) == STATEMENT_TERM]
    if term_of(code) == STATEMENT_TERM and statements:
        return Reason("one-statement")
    return None


def why_not_table(terms: Terms, drafter: int) -> Reason | None:
    """Return why a draft can't be put on the table yet, or `None`."""
    if not of_side(terms, 1 - drafter):
        return Reason("nothing-asked")
    return None if of_side(terms, drafter) else Reason("nothing-offered")


def is_raise(code: int) -> bool:
    """Say whether a term takes a step on a ladder."""
    return term_of(code) >= RAISE_TERM


def is_withdrawal(code: int) -> bool:
    """Say whether a term empties a site."""
    return WITHDRAW_TERM <= term_of(code) < PLEDGE_TERM


def eases_tension(view: View, terms: Terms) -> bool:
    """Say whether agreeing would itself lower Tension, whatever the terms then do.

    A withdrawal moves Tension too. For the question it stands as a declaration: as real a
    part of a package, and one that leaves Tension alone.
    """
    if not complete(terms):
        return False
    plain = {
        term_code(giver_of(code), DECLARE_TERM) if is_withdrawal(code) else code
        for code in terms
    }
    before, after = view.preview_package(tuple(sorted(plain))).tension
    return after < before


@dataclass(frozen=True, slots=True)
class BrokenPrice:
    """What a broken pledge would bring: Tension, the other's Assurance, own Initiative."""

    tension: int
    assurance: int
    initiative: int


def broken_price(view: View, terms: Terms) -> BrokenPrice:
    """Return the price of breaking a pledge once a package is agreed (rulebook 5.7)."""
    numbers = view.world.numbers
    joint = view.preview_package(terms).joint_levels[GUARANTEES][1]
    worse = (joint + 1) // 2
    return BrokenPrice(
        numbers.broken_tension + worse,
        numbers.broken_assurance - worse,
        numbers.broken_initiative - worse,
    )


def falls(view: View, terms: Terms, side: int) -> bool:
    """Say whether agreeing would bring a side's Support to 0."""
    return view.preview_package(terms).support[side][1] <= 0
