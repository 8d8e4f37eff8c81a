"""Legal actions, by the decision that is pending.

Order: terms by code, asks before offers, then *table*, then *no proposal*; cards in the
order of the hand, each with its events, deployments, withdrawals, undeclared sites,
ladders and the rest, all by rising code within their group; unveilings come first.
"""

from collections.abc import Callable
from typing import Final, TypeAlias

from game.engine import actions as a
from game.engine import fields as f
from game.engine.action_tables import (
    CAMPAIGN_USE,
    CARD_TABLES,
    CAUSE_USE,
    DOOR_USE,
    FACE_DOWN_USE,
    PAYABLE,
    STARTED,
    TENSION_USE,
    TERM_TABLES,
    UNVEIL_CODE,
)
from game.engine.lasting import SITE_COST
from game.engine.position import Entries, Position
from game.engine.rules import council, sites
from game.engine.rules.crisis import crisis_in_hand, response_open
from game.engine.rules.incidents import cause_known
from game.engine.rules.ladders import open_steps
from game.engine.world import SIDE_SITES

Actions: TypeAlias = list[int] | tuple[int, ...]

_TABLE: Final = a.encode(a.TABLE)
_NO_PROPOSAL: Final = a.encode(a.NO_PROPOSAL)
_MANDATES: Final = (a.encode(a.MANDATE, 0, 0), a.encode(a.MANDATE, 0, 1))
_REPLIES: Final = (a.encode(a.ACCEPT), a.encode(a.REJECT), a.encode(a.COUNTER))
_OFFER: Final = (a.encode(a.YES), a.encode(a.NO))


def legal_actions(state: Position) -> Actions:
    """Return the legal actions of the pending decision; empty only when it is over."""
    return _LEGAL[state.v[f.PENDING]](state)


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
    drafter = state.v[f.MOVER]
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
    seen = v[f.SEEN] & v[f.HIDDEN] & sites.site_mask(1 - v[f.MOVER])
    found = [a.encode(a.REVEAL, 0, site) for site in range(20) if seen >> site & 1]
    found.append(a.encode(a.KEEP_QUIET))
    return found


def _responses(state: Position) -> Actions:
    """Return the responses that are open to the side."""
    side = state.v[f.MOVER]
    answers = state.world.responses[crisis_in_hand(state)][side]
    return [
        response.action
        for response in answers
        if response.free or response_open(state, side, response)
    ]


def _cards(state: Position) -> Actions:
    """Return what each card in hand may do, unveilings first.

    hot: half of a random match is spent here. What is possible is worked out as masks, once
    for each operations value; each card then has its codes ready by mask in tables.
    """
    v = state.v
    world = state.world
    side = v[f.MOVER]
    found: list[int] = []
    hidden = v[f.HIDDEN] & SIDE_SITES[side]
    if hidden:
        found += [UNVEIL_CODE | site for site in range(20) if hidden >> site & 1]
    deploy = sites.deployable(state, side)
    steps = open_steps(state, side)
    uses = _uses(state, side, steps)
    withdraw = v[f.DECLARED] >> 10 * side & 0x3FF
    masks: list[tuple[int, int, int] | None] = [None] * 5
    gates = world.gates_of_events
    for card in v[f.HAND + side]:
        if gates[card] is None:
            found += world.event_actions[card]
        else:
            found += event_actions(state, side, card, steps, deploy | hidden)
        ops = world.ops[card]
        possible = masks[ops]
        if possible is None:
            possible = masks[ops] = _possible(state, side, ops, deploy, uses)
        deployed, concealed, used = possible
        deployments, withdrawals, concealments, others = CARD_TABLES[card]
        if deployed:
            found += deployments[deployed]
        if withdraw:
            found += withdrawals[withdraw]
        if concealed:
            found += concealments[concealed]
        found += others[used]
    return found


def event_actions(
    state: Position, side: int, card: int, steps: int, places: int
) -> tuple[int, ...]:
    """Return the branches of a card's event that are open.

    `steps`: the side's open steps; `places`: where it could announce or unveil.
    """
    world = state.world
    gate = world.gates_of_events[card]
    if gate is not None:
        own, rival, declared, empty, announced, tests = gate
        there = state.v[f.DECLARED]
        if (
            own & steps != own
            or declared & there != declared
            or empty & there
            or announced & places != announced
        ):
            return ()
        if rival and rival & open_steps(state, 1 - side) != rival:
            return ()
        for test in tests:
            if not test(state, side):
                return ()
    actions = world.event_actions[card]
    if len(actions) == 1:
        return actions
    firsts = world.first_steps[card]
    return tuple(
        action
        for action, first in zip(actions, firsts, strict=True)
        if first is None or first(state, side)
    )


def _uses(state: Position, side: int, steps: int) -> int:
    """Return what any card may do beside sites and events, operations apart, as bits."""
    v = state.v
    n = state.world.numbers
    uses = steps | CAMPAIGN_USE | STARTED[v[f.STEPS] >> 12 * side & 0xFFF]
    if not v[f.FLAGS] & f.BACK_CHANNEL << side:
        if v[f.DOOR] < 2:
            uses |= DOOR_USE
        if v[f.TENSION] >= n.back_channel_tension:
            uses |= TENSION_USE
    if v[f.CAUSE] >= 0 and not cause_known(state, side):
        uses |= CAUSE_USE
    if state.world.scenario.options.face_down:
        uses |= FACE_DOWN_USE
    return uses


def _possible(
    state: Position, side: int, ops: int, deploy: int, uses: int
) -> tuple[int, int, int]:
    """Return what cards of so many operations may do: sites, undeclared sites, other uses."""
    v = state.v
    world = state.world
    local = 10 * side
    affordable = world.affordable[side]
    uses &= world.uses_of_ops[ops]
    discount = 0
    if v[f.LASTING]:
        costs = world.lasting_table(v[f.LASTING]).cost
        discount = costs[5 * side + SITE_COST]
        uses &= _payable_at(v, side, ops, costs)
    else:
        uses &= PAYABLE[ops][v[f.STEPS] >> 12 * side & 0xFFF]
    concealed = 0
    if uses & FACE_DOWN_USE:
        extra = world.numbers.face_down_extra
        concealed = (deploy & world.concealable & affordable[ops - extra]) >> local
    return (deploy & affordable[ops - discount]) >> local, concealed, uses


def _payable_at(v: Entries, side: int, ops: int, costs: list[int]) -> int:
    """Return a mask that leaves out the ladders whose next step costs too much now."""
    mask = -1
    for ladder in range(4):
        cost = v[f.STEP + 4 * side + ladder] + 1 + costs[5 * side + ladder]
        if max(1, cost) > ops:
            mask &= ~(1 << ladder)
    return mask


_LEGAL: Final[tuple[Callable[[Position], Actions], ...]] = (
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
