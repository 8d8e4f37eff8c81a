"""Legal actions, by the decision that is pending.

Order: terms by code, asks before offers, then *table*, then *no proposal*; cards in the
order of the hand, each with its events, deployments, withdrawals, undeclared sites,
ladders and the rest, all by rising code within their group; unveilings come first.
"""

from collections.abc import Callable
from typing import Final, TypeAlias

from game.engine import actions as a
from game.engine import fields as f
from game.engine.lasting import SITE_COST
from game.engine.position import Position
from game.engine.rules import council, sites
from game.engine.rules.crisis import crisis_in_hand, response_open
from game.engine.rules.incidents import cause_known
from game.engine.rules.ladders import open_steps
from game.engine.world import World

Actions: TypeAlias = list[int] | tuple[int, ...]

_TABLE: Final = a.encode(a.TABLE)
_NO_PROPOSAL: Final = a.encode(a.NO_PROPOSAL)
_MANDATES: Final = (a.encode(a.MANDATE, 0, 0), a.encode(a.MANDATE, 0, 1))
_REPLIES: Final = (a.encode(a.ACCEPT), a.encode(a.REJECT), a.encode(a.COUNTER))
_OFFER: Final = (a.encode(a.YES), a.encode(a.NO))
_TERMS: Final = tuple(
    tuple(a.encode(a.TERM, 0, a.term_code(side, term)) for term in range(a.TERMS))
    for side in (0, 1)
)

# bits of what else a card may do, above four for Cooperate and four for Suspend
_CAMPAIGN: Final = 1 << 8
_DOOR: Final = 1 << 9
_TENSION: Final = 1 << 10
_CAUSE: Final = 1 << 11
_FACE_DOWN: Final = 1 << 12
_MEMO_LIMIT: Final = 1 << 17


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
    ask_mask, offer_mask = council.legal_terms(state)
    drafter = state.v[f.MOVER]
    found = _terms(1 - drafter, ask_mask) if ask_mask else []
    if offer_mask:
        found += _terms(drafter, offer_mask)
    if council.complete(state):
        found.append(_TABLE)
    found.append(_NO_PROPOSAL)
    return found


def _terms(giver: int, mask: int) -> list[int]:
    """Return a side's terms as actions."""
    codes = _TERMS[giver]
    return [codes[term] for term in range(a.TERMS) if mask >> term & 1]


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
        a.encode(a.RESPOND, 0, place)
        for place, response in enumerate(answers)
        if (not response.needs and not response.clears) or response_open(state, side, response)
    ]


def _cards(state: Position) -> Actions:
    """Return what each card in hand may do, unveilings first."""
    v = state.v
    world = state.world
    side = v[f.MOVER]
    local = 10 * side
    deploy = sites.deployable(state, side)
    withdraw = (v[f.DECLARED] >> local & 0x3FF) << 10
    face_down = world.scenario.options.face_down
    hidden = v[f.HIDDEN] >> local & 0x3FF
    found: list[int] = []
    if hidden:
        found += [a.encode(a.UNVEIL, 0, local + s) for s in range(10) if hidden >> s & 1]
    steps = open_steps(state, side)
    by_ops = (-1, -1, -1, -1, -1)
    site_keys = list(by_ops)
    other_keys = list(by_ops)
    table = world.lasting_table(v[f.LASTING])
    discount = table.cost[5 * side + SITE_COST]
    affordable = world.affordable[side]
    memo = world.action_memo
    for card in v[f.HAND + side]:
        ops = world.ops[card]
        key = site_keys[ops]
        if key < 0:
            key = (deploy & affordable[ops - discount]) >> local | withdraw
            if face_down:
                extra = world.numbers.face_down_extra
                concealed = deploy & world.concealable & affordable[ops - extra]
                key |= concealed >> local << 20
            site_keys[ops] = key
            other_keys[ops] = _other_uses(state, side, ops, steps, table.cost)
        found += world.free_events[card] or event_actions(state, side, card)
        place = card << 32 | key
        part = memo.get(place)
        found += part if part is not None else _site_actions(world, place)
        place = card << 32 | 1 << 40 | other_keys[ops]
        part = memo.get(place)
        found += part if part is not None else _other_actions(world, place)
    return found


def event_actions(state: Position, side: int, card: int) -> tuple[int, ...]:
    """Return the branches of a card's event that are open; none if its condition fails."""
    world = state.world
    for test in world.conditions[card]:
        if not test(state, side):
            return ()
    return tuple(
        a.encode(a.EVENT, card, branch)
        for branch, first in enumerate(world.first_steps[card])
        if first is None or first(state, side)
    )


def _other_uses(state: Position, side: int, ops: int, steps: int, costs: list[int]) -> int:
    """Return the other uses of a card with so many operations, as bits."""
    v = state.v
    n = state.world.numbers
    first = f.STEP + 4 * side
    uses = 0
    for ladder in range(4):
        step = v[first + ladder]
        if steps >> ladder & 1 and max(1, step + 1 + costs[5 * side + ladder]) <= ops:
            uses |= 1 << ladder
        if step and ops >= n.suspension_cost:
            uses |= 16 << ladder
    if ops >= n.campaign_cost:
        uses |= _CAMPAIGN
    if ops >= n.back_channel_cost and not v[f.FLAGS] & f.BACK_CHANNEL << side:
        if v[f.DOOR] < 2:
            uses |= _DOOR
        if v[f.TENSION] >= n.back_channel_tension:
            uses |= _TENSION
    if v[f.CAUSE] >= 0 and not cause_known(state, side):
        uses |= _CAUSE
    if state.world.scenario.options.face_down:
        uses |= _FACE_DOWN
    return uses


def _site_actions(world: World, place: int) -> tuple[int, ...]:
    """Return and remember a card's deployments, withdrawals and undeclared sites."""
    card = place >> 32
    first = 10 * (card >= world.cards_a_side)
    found = []
    for shift, kind in ((0, a.DEPLOY), (10, a.WITHDRAW), (20, a.HIDE)):
        found += [
            a.encode(kind, card, first + site)
            for site in range(10)
            if place >> shift + site & 1
        ]
    return _remember(world, place, tuple(found))


def _other_actions(world: World, place: int) -> tuple[int, ...]:
    """Return and remember a card's other uses."""
    card = place >> 32 & 0xFF
    found = [a.encode(a.COOPERATE, card, i) for i in range(4) if place >> i & 1]
    found += [a.encode(a.SUSPEND, card, i) for i in range(4) if place >> 4 + i & 1]
    if place & _CAMPAIGN:
        found.append(a.encode(a.CAMPAIGN, card))
    if place & _DOOR:
        found.append(a.encode(a.BACK_CHANNEL, card, a.DOOR_OPTION))
    if place & _TENSION:
        found.append(a.encode(a.BACK_CHANNEL, card, a.TENSION_OPTION))
    found.append(a.encode(a.TECHNICAL, card, a.CARD_OPTION))
    if place & _CAUSE:
        found.append(a.encode(a.TECHNICAL, card, a.CAUSE_OPTION))
    if place & _FACE_DOWN:
        found.append(a.encode(a.HIDE_TECHNICAL, card, a.CARD_OPTION))
        if place & _CAUSE:
            found.append(a.encode(a.HIDE_TECHNICAL, card, a.CAUSE_OPTION))
        found.append(a.encode(a.HIDE_NOTHING, card))
    return _remember(world, place, tuple(found))


def _remember(world: World, place: int, found: tuple[int, ...]) -> tuple[int, ...]:
    """Remember a tuple of actions; forget all when there are too many."""
    if len(world.action_memo) >= _MEMO_LIMIT:
        world.action_memo.clear()
    world.action_memo[place] = found
    return found


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
