"""One step of a draft by chance, without listing what is legal.

As `game.engine.chance_cards` draws a use of a card: a term is drawn from all that might come
next in the canonical order, and drawn again until one is open.
"""

from typing import TYPE_CHECKING, Final, TypeAlias

from game.engine import actions as a
from game.engine.fields import (
    DECLARED,
    DRAFT,
    LADDER_PLEDGES,
    MOVER,
    SITE_PLEDGES,
    SITES_A_SIDE,
)
from game.engine.position import Position
from game.engine.rules.council import term_limit
from game.engine.rules.ladders import steps_in_reach
from game.engine.step_tables import TAKEN_SHIFT

if TYPE_CHECKING:
    from game.engine.chance_cards import Chance

Term: TypeAlias = tuple[int, int, int, int]
"""What asks whether a term is open, the bits that it asks for, those of the pledge that must
not run yet, and the action that drafts it."""

_WITHDRAWAL: Final = 1
_SITE_PLEDGE: Final = 2
_LADDER_PLEDGE: Final = 3
_RAISE: Final = 4
_STATEMENT: Final = 5
_DECLARATION: Final = 6
_TABLE: Final = a.encode(a.TABLE)
_NO_PROPOSAL: Final = a.encode(a.NO_PROPOSAL)
_STATEMENTS: Final = frozenset(a.term_code(side, a.STATEMENT_TERM) for side in (0, 1))


def chance_term(state: Position, rnd: "Chance") -> int:  # noqa: C901 - hot
    """Return a step of the draft, each legal one as likely as any other."""
    v = state.v
    drafter: int = v[MOVER]
    draft: tuple[int, ...] = v[DRAFT]
    if draft:
        asks, offers = _first_places(state, drafter, draft)
    else:
        asks, offers = 0, a.TERMS
    asked = a.TERMS - asks
    terms = asked + a.TERMS - offers
    steps = terms + 2
    while True:
        place = int(rnd() * steps)
        if place < asked:
            giver, term = 1 - drafter, asks + place
        elif place < terms:
            giver, term = drafter, offers + place - asked
        elif place == terms:
            return _NO_PROPOSAL
        elif draft and draft[0] >> 5 != draft[-1] >> 5:  # `council.complete`
            return _TABLE
        else:
            continue
        kind, bits, pledge, action = _TERMS[giver][term]
        if kind == _SITE_PLEDGE:
            if v[DECLARED] & bits or v[SITE_PLEDGES] & pledge:
                continue
        elif kind == _WITHDRAWAL:
            if not v[DECLARED] & bits:
                continue
        elif kind == _STATEMENT:
            if not _STATEMENTS.isdisjoint(draft):
                continue
        elif kind == _DECLARATION:
            if not state.world.face_down:
                continue
        elif kind == _RAISE:
            if not steps_in_reach(state, giver) & bits:
                continue
        elif v[LADDER_PLEDGES] & pledge or not steps_in_reach(state, giver) & bits:
            continue
        return action


def _first_places(state: Position, drafter: int, draft: tuple[int, ...]) -> tuple[int, int]:
    """Return from which term on asks and offers may follow, `TERMS` for none (5.3)."""
    limit = term_limit(state)
    last = draft[-1]
    # a ladder term is the last of its side
    following = (last & 31) + 1 if last & 31 < a.RAISE_TERM else a.TERMS
    held = len(draft)
    if last >> 5 != drafter:
        return following if held < limit else a.TERMS, 0 if limit > 0 else a.TERMS
    full = limit <= 0 or (held >= limit and draft[held - limit] >> 5 == drafter)
    return a.TERMS, a.TERMS if full else following


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


_TERMS: Final = tuple(tuple(_term(giver, term) for term in range(a.TERMS)) for giver in (0, 1))
"""By giver and term."""
