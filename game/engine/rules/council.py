"""The council: drafting, answering and carrying out packages (rulebook 5)."""

from typing import Final

from game.engine import fields as f
from game.engine.actions import (
    DECLARE_TERM,
    LADDER_PLEDGE_TERM,
    PLEDGE_TERM,
    RAISE_TERM,
    STATEMENT_TERM,
    WITHDRAW_TERM,
    giver_of,
    term_of,
)
from game.engine.causes import COUNCILS, PACKAGE, by
from game.engine.events import (
    NothingProposed,
    PackageAnswered,
    PackageTabled,
    StatementMade,
)
from game.engine.mutations import move_door, move_support, move_tension
from game.engine.position import Position
from game.engine.rules import pledges, sites
from game.engine.rules.flow import ask, begin_turns, fall_ends
from game.engine.rules.ladders import (
    open_steps,
    take_step,
    take_step_together,
)

_SITES_BIT: Final = WITHDRAW_TERM
_RAISES: Final = 15 << RAISE_TERM
_STATEMENT: Final = 1 << STATEMENT_TERM


def term_limit(state: Position) -> int:
    """Return the terms a side that a package may hold now (5.2)."""
    v = state.v
    n = state.world.numbers
    limit = n.open_terms if v[f.DOOR] == 2 else n.strained_terms
    if v[f.LASTING]:
        limit += state.world.lasting_table(v[f.LASTING]).terms
    return min(limit, n.open_terms)


def open_terms(state: Position, side: int) -> int:
    """Return the terms that a side could give now, as a mask over `actions.TERMS` (5.4).

    Read from public facts only: a site that stands undeclared looks empty.
    """
    v = state.v
    local = 10 * side
    declared = v[f.DECLARED] >> local & 0x3FF
    terms = declared << WITHDRAW_TERM | _STATEMENT
    if state.world.scenario.options.face_down:
        terms |= 1 << DECLARE_TERM
    free = ~declared & 0x3FF
    running = v[f.SITE_PLEDGES] >> 4 * local
    if running:
        for site in range(f.SITES_A_SIDE):
            if running >> 4 * site & 15:
                free &= ~(1 << site)
    own = v[f.STEPS] >> 12 * side & 0xFFF
    if own:
        pledged = v[f.LADDER_PLEDGES] >> 16 * side
        for ladder in range(4):
            if own >> 3 * ladder & 7 and not pledged >> 4 * ladder & 15:
                terms |= 1 << LADDER_PLEDGE_TERM + ladder
    return int(terms | free << PLEDGE_TERM | open_steps(state, side) << RAISE_TERM)


def legal_terms(state: Position) -> tuple[int, int]:
    """Return what may be added to the draft as two masks: of asks, of offers (5.3).

    Asks come first, then offers, each later in the canonical order than the one before.
    """
    v = state.v
    drafter = v[f.MOVER]
    draft = v[f.DRAFT]
    limit = term_limit(state)
    asks = [code & 31 for code in draft if giver_of(code) != drafter]
    offers = [code & 31 for code in draft if giver_of(code) == drafter]
    ask_mask = offer_mask = 0
    statement = any(code & 31 == STATEMENT_TERM for code in draft)
    if not offers and len(asks) < limit:
        ask_mask = _later(open_terms(state, 1 - drafter), asks, statement)
    if asks and len(offers) < limit:
        offer_mask = _later(open_terms(state, drafter), offers, statement)
    return ask_mask, offer_mask


def _later(terms: int, taken: list[int], statement: bool) -> int:
    """Return the terms after the last taken; one ladder term, one statement."""
    if statement:
        terms &= ~_STATEMENT
    if taken:
        terms &= -1 << taken[-1] + 1
        if taken[-1] >= RAISE_TERM:
            terms &= ~_RAISES
    return terms


def complete(state: Position) -> bool:
    """Say whether the draft holds a term from each side."""
    draft = state.v[f.DRAFT]
    return bool(draft) and giver_of(draft[0]) != giver_of(draft[-1])


def add_term(state: Position, action: int) -> None:
    """Add a term to the draft."""
    state.v[f.DRAFT] += (action & 0xFF,)


def table(state: Position, action: int) -> None:
    """Put the drafted package on the table."""
    del action
    v = state.v
    drafter = v[f.MOVER]
    counter = v[f.PENDING] == f.DRAFT_COUNTER
    v[f.TABLED] = v[f.DRAFT]
    v[f.DRAFT] = ()
    if state.log is not None:
        state.log.append(PackageTabled(drafter, v[f.TABLED], counter))
    ask(state, f.FINAL_REPLY if counter else f.REPLY, 1 - drafter)


def propose_nothing(state: Position, action: int) -> None:
    """Table nothing; instead of a counter-package it is a rejection."""
    del action
    v = state.v
    v[f.DRAFT] = ()
    if state.log is not None:
        counter = v[f.PENDING] == f.DRAFT_COUNTER
        state.log.append(NothingProposed(v[f.MOVER], counter))
    _agree_nothing(state)


def reject(state: Position, action: int) -> None:
    """Reject the package on the table."""
    del action
    v = state.v
    if state.log is not None:
        state.log.append(PackageAnswered(v[f.MOVER], False, v[f.TABLED]))
    _agree_nothing(state)


def counter(state: Position, action: int) -> None:
    """Answer with a counter-package: the other side drafts."""
    del action
    v = state.v
    v[f.DRAFT] = ()
    ask(state, f.DRAFT_COUNTER, v[f.MOVER])


def accept(state: Position, action: int) -> None:
    """Accept the package on the table; it is carried out at once."""
    del action
    v = state.v
    package = v[f.TABLED]
    if state.log is not None:
        state.log.append(PackageAnswered(v[f.MOVER], True, package))
    v[f.FLAGS] |= f.AGREED
    v[f.FAILED] = 0
    v[f.TABLED] = ()
    carry_out(state, package)
    if not fall_ends(state):
        begin_turns(state)


def carry_out(state: Position, package: tuple[int, ...]) -> None:
    """Carry out a package: Tension first, then its terms in order, all steps together (5.5)."""
    n = state.world.numbers
    real = _real(state, package, 0) and _real(state, package, 1)
    if real and state.v[f.TENSION] >= n.package_floor:
        move_tension(state, n.package_tension, by(0, PACKAGE) & 0xFFFF)
    for code in sorted(package, key=_order):
        if term_of(code) < RAISE_TERM:
            _carry_out_term(state, giver_of(code), term_of(code))
    _take_steps(state, package)


def _order(code: int) -> tuple[int, int]:
    """Return the order in which terms are carried out: by kind, NATO's first."""
    return term_of(code), giver_of(code)


def _carry_out_term(state: Position, side: int, term: int) -> None:
    """Carry out one term that is no step."""
    cause = by(side, PACKAGE)
    if term == DECLARE_TERM:
        sites.declare_all(state, side, cause)
    elif term < PLEDGE_TERM:
        sites.withdraw(state, side, 10 * side + term - WITHDRAW_TERM, cause)
    elif term < LADDER_PLEDGE_TERM:
        pledges.pledge_site(state, side, 10 * side + term - PLEDGE_TERM, cause)
    elif term < STATEMENT_TERM:
        pledges.pledge_ladder(state, side, term - LADDER_PLEDGE_TERM, cause)
    else:
        if state.log is not None:
            state.log.append(StatementMade(side))
        move_support(state, 1 - side, state.world.numbers.statement_support, cause)


def _take_steps(state: Position, package: tuple[int, ...]) -> None:
    """Take all agreed steps together: no lead in a package is a signal (2.5)."""
    raised = [-1, -1]
    for code in package:
        if term_of(code) >= RAISE_TERM:
            raised[giver_of(code)] = term_of(code) - RAISE_TERM
    if raised[0] == raised[1] >= 0:
        _step_both(state, raised[0])
        return
    for side in (0, 1):
        if raised[side] >= 0:
            take_step(state, side, raised[side], by(side, PACKAGE), signal=False)


def _step_both(state: Position, ladder: int) -> None:
    """Let both sides step on one ladder: level sides at once, else the one behind first."""
    v = state.v
    level = v[f.STEP + ladder] - v[f.STEP + 4 + ladder]
    if not level:
        take_step_together(state, ladder, by(0, PACKAGE) & 0xFFFF, signal=False)
        return
    first = 1 if level > 0 else 0
    for side in (first, 1 - first):
        take_step(state, side, ladder, by(side, PACKAGE), signal=False)


def _real(state: Position, package: tuple[int, ...], side: int) -> bool:
    """Say whether a side's part costs or binds it (5.5)."""
    could_begin = sites_it_could_begin(state, side)
    for code in package:
        if giver_of(code) != side:
            continue
        term = term_of(code)
        if term == STATEMENT_TERM:
            continue
        if PLEDGE_TERM <= term < LADDER_PLEDGE_TERM:
            if could_begin >> 10 * side + term - PLEDGE_TERM & 1:
                return True
            continue
        return True
    return False


def sites_it_could_begin(state: Position, side: int) -> int:
    """Return the publicly empty sites that a side could begin, as a mask."""
    hidden = state.v[f.HIDDEN]
    state.v[f.HIDDEN] = 0
    could = sites.deployable(state, side)
    state.v[f.HIDDEN] = hidden
    return could


def _agree_nothing(state: Position) -> None:
    """Count a council that agreed nothing; the second in a row strains an open door (5.8)."""
    v = state.v
    v[f.TABLED] = ()
    v[f.FAILED] += 1
    if v[f.FAILED] >= state.world.numbers.failed_councils:
        v[f.FAILED] = 0
        if v[f.DOOR] == 2:
            move_door(state, -1, COUNCILS)
    begin_turns(state)
