"""One step of a draft by chance, without listing what is legal.

As `game.engine.chance_cards` draws a use of a card: a term is drawn from all that might come
next in the canonical order, and drawn again until one is open.
"""

from typing import TYPE_CHECKING, Final, TypeAlias

from game.engine import actions as a
from game.engine.fields import (
    DECLARED,
    DOOR,
    DRAFT,
    LADDER_PLEDGES,
    LASTING,
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

_ALWAYS: Final = 0
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
    steps = _STEPS[drafter][_places(state, drafter, draft) if draft else _NOTHING_ASKED]
    count = len(steps)
    while True:
        kind, bits, pledge, action = steps[int(rnd() * count)]
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
            if not v[LADDER_PLEDGES] & pledge and steps_in_reach(state, action >> 5 & 1) & bits:
                return action
        elif kind == _STATEMENT:
            if _STATEMENTS.isdisjoint(draft):
                return action
        elif state.world.face_down:  # _DECLARATION
            return action


def _places(state: Position, drafter: int, draft: tuple[int, ...]) -> int:
    """Return where the steps that may follow a draft stand in `_STEPS` (5.3)."""
    v = state.v
    numbers = state.world.numbers
    if v[LASTING]:
        limit = term_limit(state)
    else:  # hot: `term_limit` without a call
        limit = numbers.open_terms if v[DOOR] == 2 else numbers.strained_terms
    last = draft[-1]
    # a ladder term is the last of its side
    following = (last & 31) + 1 if last & 31 < a.RAISE_TERM else a.TERMS
    held = len(draft)
    if last >> 5 != drafter:
        asks = following if held < limit else a.TERMS
        return asks << 6 | (0 if limit > 0 else a.TERMS << 1)
    if limit <= 0 or (held >= limit and draft[held - limit] >> 5 == drafter):
        following = a.TERMS
    return a.TERMS << 6 | following << 1 | (draft[0] >> 5 != drafter)


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


class Steps(dict[int, tuple[Term, ...]]):
    """The steps of a draft that a side may take, by where they begin.

    By the first ask and, in the 6 bits below, the first offer, both `TERMS` for none, and
    whether the package is whole.
    """

    def __init__(self, drafter: int) -> None:
        """Remember the side."""
        super().__init__()
        self._asks = [_term(1 - drafter, term) for term in range(a.TERMS)]
        self._offers = [_term(drafter, term) for term in range(a.TERMS)]

    def __missing__(self, places: int) -> tuple[Term, ...]:
        """Make and keep the steps."""
        asks, offers = self._asks[places >> 6 :], self._offers[places >> 1 & 31 :]
        table = [(_ALWAYS, 0, 0, _TABLE)] if places & 1 else []
        found = self[places] = (*asks, *offers, *table, (_ALWAYS, 0, 0, _NO_PROPOSAL))
        return found


_NOTHING_ASKED: Final = a.TERMS << 1
_STEPS: Final = (Steps(0), Steps(1))
"""By drafter."""
