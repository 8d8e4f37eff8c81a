"""One step of a draft by chance, without listing what is legal.

As `game.engine.chance_cards` draws a use of a card: a term is drawn from all that might come
next in the canonical order, and drawn again until one is open.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias

from game.engine import actions as a
from game.engine.fields import (
    DECLARED,
    DOOR,
    DRAFT,
    LADDER_PLEDGES,
    LASTING,
    SITE_PLEDGES,
    SITES_A_SIDE,
)
from game.engine.position import Position
from game.engine.rules.council import term_limit
from game.engine.rules.ladders import steps_in_reach
from game.engine.step_tables import TAKEN_SHIFT

if TYPE_CHECKING:
    from game.engine.chance_cards import Chance
    from game.engine.world import World

Term: TypeAlias = tuple[int, int, int, int]
"""What asks whether a term is open, the bits that it asks for, those of the pledge that must
not run yet, and the action that drafts it."""

_ALWAYS: Final = 0
_WITHDRAWAL: Final = 1
_SITE_PLEDGE: Final = 2
_LADDER_PLEDGE: Final = 3
_RAISE: Final = 4
_STATEMENT: Final = 5
_DECLARATION: Final = 6
_STATEMENTS: Final = frozenset(a.term_code(side, a.STATEMENT_TERM) for side in (0, 1))
_GIVER: Final = a.term_code(1, 0)
_OFFERS: Final = a.TERMS
_NOTHING_MORE: Final = _OFFERS + a.TERMS
"""Where in a row the offers begin, and what comes after them."""


def chance_term(  # noqa: C901 - hot
    world: "World", side: int
) -> Callable[[Position, "Chance"], int]:
    """Return how a step of a side's draft is drawn, each legal one as likely as any other."""
    begun, going, whole = _rows(side)
    following = tuple(_place_after(code, side) for code in range(2 * _GIVER))
    open_terms, strained_terms = world.numbers.open_terms, world.numbers.strained_terms
    face_down = world.face_down

    def draw(state: Position, rnd: "Chance") -> int:  # noqa: C901 - hot
        v = state.v
        draft: tuple[int, ...] = v[DRAFT]
        row = begun
        first = 0
        if draft:
            last = draft[-1]
            first = following[last]
            if v[LASTING]:
                limit = term_limit(state)
            else:  # hot: `term_limit` without a call
                limit = open_terms if v[DOOR] == 2 else strained_terms
            full = len(draft) >= limit
            if last >> 5 != side:
                row = going
                if full:
                    first = _OFFERS if limit > 0 else _NOTHING_MORE
            else:
                row = going if draft[0] >> 5 == side else whole
                if full and (limit <= 0 or draft[-limit] >> 5 == side):
                    first = _NOTHING_MORE
        count = len(row) - first
        while True:
            kind, bits, pledge, action = row[first + int(rnd() * count)]
            if kind == _SITE_PLEDGE:
                if not (v[DECLARED] & bits or v[SITE_PLEDGES] & pledge):
                    return action
            elif kind == _WITHDRAWAL:
                if v[DECLARED] & bits:
                    return action
            elif not kind:  # _ALWAYS
                return action
            elif kind == _RAISE:
                if steps_in_reach(state, action >> 5 & 1) & bits:
                    return action
            elif kind == _LADDER_PLEDGE:
                if (
                    not v[LADDER_PLEDGES] & pledge
                    and steps_in_reach(state, action >> 5 & 1) & bits
                ):
                    return action
            elif kind == _STATEMENT:
                if _STATEMENTS.isdisjoint(draft):
                    return action
            elif face_down:  # _DECLARATION
                return action

    return draw


def _rows(drafter: int) -> tuple[tuple[Term, ...], tuple[Term, ...], tuple[Term, ...]]:
    """Return all steps of a side's draft: the first one, those after it, and with the table.

    In each row what may follow a term is all from some place on.
    """
    nothing = (_ALWAYS, 0, 0, a.encode(a.NO_PROPOSAL))
    table = (_ALWAYS, 0, 0, a.encode(a.TABLE))
    asks = tuple(_term(1 - drafter, term) for term in range(a.TERMS))
    offers = tuple(_term(drafter, term) for term in range(a.TERMS))
    return (*asks, nothing), (*asks, *offers, nothing), (*asks, *offers, table, nothing)


def _place_after(code: int, drafter: int) -> int:
    """Return where in a row what may follow a term begins (5.3)."""
    term = a.term_of(code)
    own = a.giver_of(code) == drafter
    if term >= a.RAISE_TERM:  # a ladder term is the last of its side
        return _NOTHING_MORE if own else _OFFERS
    return (_OFFERS if own else 0) + term + 1


def _term(giver: int, term: int) -> Term:
    """Return how a term is asked for (5.4)."""
    code = a.term_code(giver, term)
    return *_asked(giver, term), a.encode(a.TERM, 0, code)


def _asked(giver: int, term: int) -> tuple[int, int, int]:
    """Return what asks whether a side could give a term, its bits and those of its pledge."""
    if term == a.DECLARE_TERM:
        return _DECLARATION, 0, 0
    if term < a.PLEDGE_TERM:
        return _WITHDRAWAL, 1 << SITES_A_SIDE * giver + term - a.WITHDRAW_TERM, 0
    if term < a.LADDER_PLEDGE_TERM:
        site = SITES_A_SIDE * giver + term - a.PLEDGE_TERM
        return _SITE_PLEDGE, 1 << site, 15 << 4 * site
    if term < a.STATEMENT_TERM:
        ladder = term - a.LADDER_PLEDGE_TERM
        return _LADDER_PLEDGE, 1 << TAKEN_SHIFT + ladder, 15 << 4 * (4 * giver + ladder)
    if term == a.STATEMENT_TERM:
        return _STATEMENT, 0, 0
    return _RAISE, 15 << 4 * (term - a.RAISE_TERM), 0
