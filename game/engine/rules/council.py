"""The council: drafting, answering and carrying out packages (rulebook 5)."""

from typing import Final

from game.engine.action_tables import PLEDGED
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
from game.engine.causes import COUNCILS, PACKAGE, by
from game.engine.events import (
    NothingProposed,
    PackageAnswered,
    PackageTabled,
    StatementMade,
)
from game.engine.fields import (
    AGREED,
    ASSURANCE,
    DECLARED,
    DOOR,
    DRAFT,
    DRAFT_COUNTER,
    FAILED,
    FINAL_REPLY,
    FLAGS,
    HIDDEN,
    LADDER_PLEDGES,
    LASTING,
    LOCKS,
    MOVER,
    PENDING,
    REPLY,
    SITE_PLEDGES,
    STEP,
    STEPS,
    SUPPORT,
    TABLED,
    TENSION,
)
from game.engine.mutations import move_door, move_support, move_tension
from game.engine.position import Position
from game.engine.rules import pledges, sites
from game.engine.rules.flow import ask, begin_turns, fall_ends
from game.engine.rules.ladders import (
    step_level,
    take_step,
)
from game.engine.step_tables import OPEN_LADDERS, STEP_BITS, TAKEN_SHIFT

_STATEMENT: Final = 1 << STATEMENT_TERM
_RUSSIAN_STATEMENT: Final = term_code(1, STATEMENT_TERM)


def term_limit(state: Position) -> int:
    """Return the terms a side that a package may hold now (5.2)."""
    v = state.v
    n = state.world.numbers
    limit = n.open_terms if v[DOOR] == 2 else n.strained_terms
    if v[LASTING]:
        limit += state.world.lasting_tables[v[LASTING]].terms
    return limit if limit < n.open_terms else n.open_terms  # noqa: FURB136 - hot: no call


def open_terms(state: Position, side: int) -> int:
    """Return the terms that a side could give now, as a mask over `actions.TERMS` (5.4).

    Read from public facts only: a site that stands undeclared looks empty.
    """
    v = state.v
    world = state.world
    declared = v[DECLARED] >> 10 * side & 0x3FF
    free = declared ^ 0x3FF
    if v[SITE_PLEDGES]:
        running = v[SITE_PLEDGES] >> 40 * side
        # hot: the lowest bits of the counters that run, to look their places up by
        running |= running >> 1 | running >> 2 | running >> 3
        free &= ~PLEDGED[running & 0x1111111111]
    # hot: `ladders.steps_in_reach` without a call
    lasting = v[LASTING]
    allowed = world.lasting_tables[lasting].within[side] if lasting else world.within
    steps = world.next_steps[side][v[STEPS]] & allowed[v[ASSURANCE + side]][v[SUPPORT + side]]
    locks = v[LOCKS + side]
    if locks:
        steps &= ~((locks | locks >> 16) & STEP_BITS)
    taken = steps >> TAKEN_SHIFT
    if v[LADDER_PLEDGES]:
        running = v[LADDER_PLEDGES] >> 16 * side & 0xFFFF
        running |= running >> 1 | running >> 2 | running >> 3
        taken &= ~PLEDGED[running & 0x1111]
    terms: int = declared << WITHDRAW_TERM | free << PLEDGE_TERM | taken << LADDER_PLEDGE_TERM
    return terms | OPEN_LADDERS[steps & STEP_BITS] << RAISE_TERM | world.free_terms


def legal_terms(state: Position) -> tuple[int, int]:
    """Return what may be added to the draft as two masks: of asks, of offers (5.3).

    Asks come first, then offers, each later in the canonical order than the one before.
    """
    v = state.v
    drafter = v[MOVER]
    draft = v[DRAFT]
    if not draft:
        return open_terms(state, 1 - drafter), 0
    limit = term_limit(state)
    held = len(draft)
    last = draft[-1]
    # a ladder term is the last of its side
    after = -1 << (last & 31) + 1 if last & 31 < RAISE_TERM else 0
    asks = offers = 0
    if last >> 5 == drafter:
        if after and limit > 0 and (held < limit or draft[held - limit] >> 5 != drafter):
            offers = open_terms(state, drafter) & after
    else:
        if after and held < limit:
            asks = open_terms(state, 1 - drafter) & after
        if limit > 0:
            offers = open_terms(state, drafter)
    if STATEMENT_TERM in draft or _RUSSIAN_STATEMENT in draft:
        return asks & ~_STATEMENT, offers & ~_STATEMENT
    return asks, offers


def complete(state: Position) -> bool:
    """Say whether the draft holds a term from each side."""
    draft = state.v[DRAFT]
    return bool(draft) and draft[0] >> 5 != draft[-1] >> 5


def add_term(state: Position, action: int) -> None:
    """Add a term to the draft."""
    state.v[DRAFT] += (action & 0xFF,)


def table(state: Position, action: int) -> None:
    """Put the drafted package on the table."""
    del action
    v = state.v
    drafter = v[MOVER]
    counter = v[PENDING] == DRAFT_COUNTER
    v[TABLED] = v[DRAFT]
    v[DRAFT] = ()
    if state.log is not None:
        state.log.append(PackageTabled(drafter, v[TABLED], counter))
    ask(state, FINAL_REPLY if counter else REPLY, 1 - drafter)


def propose_nothing(state: Position, action: int) -> None:
    """Table nothing; instead of a counter-package it is a rejection."""
    del action
    v = state.v
    v[DRAFT] = ()
    if state.log is not None:
        counter = v[PENDING] == DRAFT_COUNTER
        state.log.append(NothingProposed(v[MOVER], counter))
    _agree_nothing(state)


def reject(state: Position, action: int) -> None:
    """Reject the package on the table."""
    del action
    v = state.v
    if state.log is not None:
        state.log.append(PackageAnswered(v[MOVER], False, v[TABLED]))
    _agree_nothing(state)


def counter(state: Position, action: int) -> None:
    """Answer with a counter-package: the other side drafts."""
    del action
    v = state.v
    v[DRAFT] = ()
    ask(state, DRAFT_COUNTER, v[MOVER])


def accept(state: Position, action: int) -> None:
    """Accept the package on the table; it is carried out at once."""
    del action
    v = state.v
    package = v[TABLED]
    if state.log is not None:
        state.log.append(PackageAnswered(v[MOVER], True, package))
    v[FLAGS] |= AGREED
    v[FAILED] = 0
    v[TABLED] = ()
    carry_out(state, package)
    if not fall_ends(state):
        begin_turns(state)


def carry_out(state: Position, package: tuple[int, ...]) -> None:
    """Carry out a package: Tension first, then its terms in order, all steps together (5.5)."""
    n = state.world.numbers
    real = _real(state, package, 0) and _real(state, package, 1)
    if real and state.v[TENSION] >= n.package_floor:
        move_tension(state, n.package_tension, by(0, PACKAGE) & 0xFFFF)
    for code in sorted(package, key=_order):
        if term_of(code) < RAISE_TERM:
            _carry_out_term(state, giver_of(code), term_of(code))
    _take_steps(state, package)


def _order(code: int) -> tuple[int, int]:
    """Return the order in which terms are carried out: by kind, NATO's first."""
    return term_of(code), giver_of(code)


def _carry_out_term(state: Position, side: int, term: int) -> None:
    """Carry out one term that is no step; what an earlier term has overtaken is left out."""
    cause = by(side, PACKAGE)
    declared = state.v[DECLARED] >> 10 * side
    if term == DECLARE_TERM:
        sites.declare_all(state, side, cause)
    elif term < PLEDGE_TERM:
        if declared >> term - WITHDRAW_TERM & 1:
            sites.withdraw(state, side, 10 * side + term - WITHDRAW_TERM, cause)
    elif term < LADDER_PLEDGE_TERM:
        if not declared >> term - PLEDGE_TERM & 1:
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
    level = v[STEP + ladder] - v[STEP + 4 + ladder]
    if not level:
        step_level(state, ladder, by(0, PACKAGE) & 0xFFFF, free=False)
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
    hidden = state.v[HIDDEN]
    state.v[HIDDEN] = 0
    could = sites.deployable(state, side)
    state.v[HIDDEN] = hidden
    return could


def _agree_nothing(state: Position) -> None:
    """Count a council that agreed nothing; the second in a row strains an open door (5.8)."""
    v = state.v
    v[TABLED] = ()
    v[FAILED] += 1
    if v[FAILED] >= state.world.numbers.failed_councils:
        v[FAILED] = 0
        if v[DOOR] == 2:
            move_door(state, -1, COUNCILS)
    begin_turns(state)
