"""Legal actions, by the decision that is pending.

Order: terms by code, asks before offers, then *table*, then *no proposal*; cards in the
order of the hand, each with its events, deployments, withdrawals, undeclared sites,
ladders and the rest, all by rising code within their group; unveilings come first.
"""

from collections.abc import Callable
from typing import Final, TypeAlias

from game.engine import actions as a
from game.engine.action_tables import (
    CAUSE_USE,
    DOOR_USE,
    NEEDS_TEST,
    TENSION_USE,
    TERM_TABLES,
    UNVEILINGS,
)
from game.engine.fields import (
    BACK_CHANNEL,
    CAUSE,
    DECLARED,
    DOOR,
    FLAGS,
    HAND,
    HIDDEN,
    LASTING,
    MOVER,
    PENDING,
    SEEN,
    SITES_A_SIDE,
    STEPS,
    TENSION,
)
from game.engine.position import Position
from game.engine.rules import council, sites
from game.engine.rules.crisis import crisis_in_hand, response_open
from game.engine.rules.incidents import cause_known
from game.engine.rules.ladders import open_steps
from game.engine.world import (
    ALL_SITES,
    BOTH_STEPS,
    DECLARED_SITES,
    EMPTY_SITES,
    OPEN_SITES,
    RIVAL_STEPS,
    SIDE_SITES,
)

Actions: TypeAlias = list[int] | tuple[int, ...]

_TABLE: Final = a.encode(a.TABLE)
_NO_PROPOSAL: Final = a.encode(a.NO_PROPOSAL)
_MANDATES: Final = (a.encode(a.MANDATE, 0, 0), a.encode(a.MANDATE, 0, 1))
_REPLIES: Final = (a.encode(a.ACCEPT), a.encode(a.REJECT), a.encode(a.COUNTER))
_OFFER: Final = (a.encode(a.YES), a.encode(a.NO))


def _nothing(state: Position) -> Actions:
    """Return no action: the match is over."""
    del state
    return ()


def _mandates(state: Position) -> Actions:
    """Return the two dealt mandates."""
    del state
    return _MANDATES


def _draft(state: Position) -> Actions:
    """Return the terms that may be added, *table* for a whole package, *no proposal*."""
    asks, offers = council.legal_terms(state)
    drafter = state.v[MOVER]
    found = [*TERM_TABLES[1 - drafter][asks], *TERM_TABLES[drafter][offers]]
    if council.complete(state):
        found.append(_TABLE)
    found.append(_NO_PROPOSAL)
    return found


def _reply(state: Position) -> Actions:
    """Return accept, reject and, where the scenario has it, counter."""
    return _REPLIES if state.world.scenario.options.counters else _REPLIES[:2]


def _final_reply(state: Position) -> Actions:
    """Return accept and reject."""
    del state
    return _REPLIES[:2]


def _offer(state: Position) -> Actions:
    """Return yes and no."""
    del state
    return _OFFER


def _reveal(state: Position) -> Actions:
    """Return each site that was seen, and to keep quiet."""
    v = state.v
    seen = v[SEEN] & v[HIDDEN] & sites.site_mask(1 - v[MOVER])
    found = [a.encode(a.REVEAL, 0, site) for site in range(20) if seen >> site & 1]
    found.append(a.encode(a.KEEP_QUIET))
    return found


def _responses(state: Position) -> Actions:
    """Return the responses that are open to the side."""
    side = state.v[MOVER]
    answers = state.world.responses[crisis_in_hand(state)][side]
    return [
        response.action
        for response in answers
        if response.free or response_open(state, side, response)
    ]


def _cards(state: Position) -> Actions:
    """Return what each card in hand may do, unveilings first.

    hot: half of a random match is spent here. What is possible is worked out as masks once
    for the hand; each card finds its codes by mask in its tables, and its event is open if
    the facts hold all that it needs; an event that needs nothing is among its other uses.
    """
    v = state.v
    world = state.world
    side = v[MOVER]
    declared = v[DECLARED]
    hidden = v[HIDDEN] & SIDE_SITES[side]
    deploy = sites.deployable(state, side)
    steps = open_steps(state, side)
    facts = (
        steps
        | declared << DECLARED_SITES
        | (declared ^ ALL_SITES) << EMPTY_SITES
        | (deploy | hidden) << OPEN_SITES
        | 1 << NEEDS_TEST
    )
    found = [*UNVEILINGS[hidden]] if hidden else []
    own_steps = v[STEPS]
    if side:
        deploy >>= SITES_A_SIDE
        declared >>= SITES_A_SIDE
        own_steps >>= 12
    low_sites = deploy & 31 | (declared & 31) << 5
    high_sites = deploy >> 5 | declared & 0x3E0
    own_steps &= 0xFFF
    others = _other_uses(state, side)
    tables, ladder_tables = world.plain_tables
    if v[LASTING]:
        costs = world.lasting_table(v[LASTING]).cost
        if any(costs):
            tables, ladder_tables = world.tables_at(tuple(costs[5 * side : 5 * side + 5]))
    open_ladders = steps | 0xF0
    asked_rival = False
    for card in v[HAND + side]:
        need, event, ops, low, high, on_ladders, other_uses = tables[card]
        if need:
            if need & BOTH_STEPS and not asked_rival:
                asked_rival = True
                facts |= open_steps(state, 1 - side) << RIVAL_STEPS
            if facts & need == need:
                found += event or event_actions(state, side, card)
        found += low[low_sites]
        found += high[high_sites]
        found += on_ladders[ladder_tables[ops][own_steps] & open_ladders]
        found += other_uses[others]
    return found


def event_actions(state: Position, side: int, card: int) -> Actions:
    """Return the branches of an event that are open by tests, the facts holding its needs."""
    world = state.world
    actions = world.event_actions[card]
    if not all(test(state, side) for test in world.event_tests[card]):
        return []
    firsts = world.first_steps[card]
    if len(actions) == 1:
        return [*actions]
    return [
        action
        for action, first in zip(actions, firsts, strict=True)
        if first is None or first(state, side)
    ]


def _other_uses(state: Position, side: int) -> int:
    """Return what a card may do beside events, sites and ladders, as bits."""
    v = state.v
    uses = 0
    if not v[FLAGS] & BACK_CHANNEL << side:
        if v[DOOR] < 2:
            uses |= DOOR_USE
        if v[TENSION] >= state.world.numbers.back_channel_tension:
            uses |= TENSION_USE
    if v[CAUSE] >= 0 and not cause_known(state, side):
        uses |= CAUSE_USE
    return uses


LEGAL: Final[tuple[Callable[[Position], Actions], ...]] = (
    _nothing,
    _mandates,
    _draft,
    _reply,
    _draft,
    _final_reply,
    _cards,
    _offer,
    _reveal,
    _responses,
)
"""What is legal, by the pending decision: `LEGAL[decision](position)`."""


def legal_actions(state: Position) -> Actions:
    """Return the legal actions of the pending decision; empty only when it is over."""
    return LEGAL[state.v[PENDING]](state)
