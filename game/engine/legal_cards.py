"""What the cards in hand may do: the legal actions of a side's turn.

hot: a third of a random match is spent here. So what other functions say too is written out
(`sites.deployable`, `ladders.open_steps`), and each side has a function that knows where its
things lie. What is possible is worked out as masks, once for the hand; they choose pages of
codes by card.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.engine.action_tables import CAUSE_USE, DECLARED_SHIFT, UNVEILINGS
from game.engine.event_facts import JOINT_STEP, RIVAL_STEPS
from game.engine.fields import (
    ASSURANCE,
    BACK_CHANNEL,
    CAUSE,
    CAUSE_KNOWN,
    DECLARED,
    DOOR,
    FLAGS,
    HALTED,
    HAND,
    HIDDEN,
    LASTING,
    LOCKS,
    PUBLIC,
    STEPS,
    SUPPORT,
    TENSION,
)
from game.engine.position import Position
from game.engine.step_tables import OPEN_LADDERS, STEP_BITS
from game.engine.world import SIDE_SITES

if TYPE_CHECKING:
    from game.engine.world import World


def legal_cards(  # noqa: C901, PLR0915 - hot
    world: "World", side: int
) -> Callable[[Position], list[int]]:
    """Return how to find what each card in a side's hand may do, unveilings first."""
    plain = world.desks[side, (0, 0, 0, 0, 0)]
    others = world.desks.others[side]
    needed = world.needed & SIDE_SITES[side]
    waiting = world.waiting
    channel_uses = world.channel_uses
    next_steps = world.next_steps[side]
    usual = [world.within, world.within]
    needs = world.facts_needed
    sure_events = world.sure_events
    asked_events = world.asked_events
    hand, locks = HAND + side, LOCKS + side
    assurance, support = ASSURANCE + side, SUPPORT + side
    rival = 1 - side
    rivals_next = world.next_steps[rival]
    rivals, rival_support, rival_locks = ASSURANCE + rival, SUPPORT + rival, LOCKS + rival
    own_sites = SIDE_SITES[side]
    low_key = 0x1F << 10 * side
    low_key |= low_key << DECLARED_SHIFT
    high_key = low_key << 5
    channel_used = BACK_CHANNEL << side
    knows_cause = PUBLIC | 1 << side

    def found_in(state: Position) -> list[int]:  # noqa: C901 - hot
        v = state.v
        found: list[int] = []
        declared = v[DECLARED]
        hidden = v[HIDDEN]
        shut = declared | hidden | v[HALTED]
        if needed:
            shut |= waiting[declared & needed]
        if hidden:
            hidden &= own_sites
            if hidden:
                found += UNVEILINGS[hidden]
        low, high, ladders = plain
        reach = usual
        if v[LASTING]:
            table = world.lasting_tables[v[LASTING]]
            shut |= table.blocked_sites
            reach = table.within
            costs = table.costs[side]
            if costs:
                low, high, ladders = world.desks[side, costs]
        steps = next_steps[v[STEPS]] & reach[side][v[assurance]][v[support]]
        if v[locks]:
            steps &= ~((v[locks] | v[locks] >> 16) & STEP_BITS)
        uses = 0 if v[FLAGS] & channel_used else channel_uses[v[DOOR]][v[TENSION]]
        if v[CAUSE] >= 0 and not v[CAUSE_KNOWN] & knows_cause:
            uses |= CAUSE_USE
        shut &= own_sites
        sites = (declared & own_sites) << DECLARED_SHIFT | shut
        at_low = low[sites & low_key]
        at_high = high[sites & high_key]
        on_ladders, closed = ladders[steps]
        for_others = others[uses]
        closed |= shut ^ hidden
        asked_rival = False
        for card in v[hand]:
            need = needs[card]
            if need and not need & closed:
                if need >= JOINT_STEP and not asked_rival:
                    asked_rival = True
                    # hot: `open_steps` of the other side
                    reached = reach[rival][v[rivals]][v[rival_support]]
                    steps = rivals_next[v[STEPS]] & reached
                    if v[rival_locks]:
                        steps &= ~(v[rival_locks] | v[rival_locks] >> 16)
                    closed |= (15 ^ OPEN_LADDERS[steps & STEP_BITS]) << RIVAL_STEPS
                if not need & closed:
                    found += sure_events[card] or asked_events[card](state, side)
            found += at_low[card]
            found += at_high[card]
            found += on_ladders[card]
            found += for_others[card]
        return found

    return found_in
