"""What the cards in hand may do: the legal actions of a side's turn.

hot: half of a random match is spent here. So what other functions say too is written out
(`sites.deployable`, the first half of `ladders.open_steps`), and each side has a function
that knows where its things lie. What is possible is worked out as masks, once for the hand;
they choose pages of codes by card.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from game.engine.action_tables import CAUSE_USE, DECLARED_SHIFT, OPEN_SHIFT, UNVEILINGS
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
    TENSION,
)
from game.engine.position import Position
from game.engine.rules.ladders import open_steps
from game.engine.world import ALL_SITES, JOINT_STEP, OPEN_SITES, RIVAL_STEPS

if TYPE_CHECKING:
    from game.engine.world import World

_CLOSED: Final = 15 | ALL_SITES << OPEN_SITES
"""Facts of an event's needs that don't hold before anything is looked at."""


def legal_cards(  # noqa: C901, PLR0915 - hot
    world: "World", side: int
) -> Callable[[Position], list[int]]:
    """Return how to find what each card in a side's hand may do, unveilings first."""
    plain = world.desks[side, (0, 0, 0, 0, 0)]
    others = world.desks.others[side]
    needed = world.needed
    supported = world.supported
    channel_uses = world.channel_uses
    steps_within = world.steps_within
    needs = world.facts_needed
    sure_events = world.sure_events
    asked_events = world.asked_events
    hand, assurance, locks = HAND + side, ASSURANCE + side, LOCKS + side
    rival = 1 - side
    rivals, rival_locks = ASSURANCE + rival, LOCKS + rival
    shift, rival_shift = 12 * side, 12 * rival
    own_sites = 0x3FF << 10 * side
    low_sites = 0x1F << 10 * side
    high_sites = 0x3E0 << 10 * side
    channel_used = BACK_CHANNEL << side
    knows_cause = PUBLIC | 1 << side

    def found_in(state: Position) -> list[int]:
        v = state.v
        declared = v[DECLARED]
        hidden = v[HIDDEN]
        free = supported[declared & needed] & ~(declared | hidden | v[HALTED])
        low, high, ladders = plain
        steps = v[STEPS] >> shift & 0xFFF
        opened, demands = steps_within[v[assurance]][steps]
        touched = False
        if v[LASTING]:
            table = world.lasting_tables[v[LASTING]]
            free &= ~table.blocked_sites
            costs = table.costs[side]
            if costs:
                low, high, ladders = world.desks[side, costs]
            touched = table.touches_ladders[side]
        if demands or touched or v[locks]:
            opened = open_steps(state, side)
        hidden &= own_sites
        found = [*UNVEILINGS[hidden]] if hidden else []
        uses = 0 if v[FLAGS] & channel_used else channel_uses[v[DOOR]][v[TENSION]]
        if v[CAUSE] >= 0 and not v[CAUSE_KNOWN] & knows_cause:
            uses |= CAUSE_USE
        at_low = low[free & low_sites | (declared & low_sites) << DECLARED_SHIFT]
        at_high = high[free & high_sites | (declared & high_sites) << DECLARED_SHIFT]
        on_ladders = ladders[opened << OPEN_SHIFT | steps]
        for_others = others[uses]
        closed = _CLOSED ^ (opened | (free & own_sites | hidden) << OPEN_SITES)
        asked_rival = False
        for card in v[hand]:
            need = needs[card]
            if need and not need & closed:
                if need >= JOINT_STEP and not asked_rival:
                    asked_rival = True
                    theirs, demands = steps_within[v[rivals]][v[STEPS] >> rival_shift & 0xFFF]
                    if demands or v[rival_locks] or v[LASTING]:
                        theirs = open_steps(state, rival)
                    closed |= (15 ^ theirs) << RIVAL_STEPS
                if not need & closed:
                    found += sure_events[card] or asked_events[card](state, side)
            found += at_low[card]
            found += at_high[card]
            found += on_ladders[card]
            found += for_others[card]
        return found

    return found_in
