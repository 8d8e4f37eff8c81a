"""One use of a card in hand by chance, without listing what is legal.

A use is drawn from all that the hand might ever do, and drawn again until one is legal: what
is drawn evenly and kept if it is legal is even among the legal ones. So only what the use
itself needs is asked for. See `game.engine.playout`.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final, TypeAlias

from game.engine import actions as a
from game.engine.action_tables import CAUSE_USE, DOOR_USE, TENSION_USE, Costs, other_uses
from game.engine.event_facts import JOINT_STEP, OWN_STEPS, RIVAL_STEPS
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
    SITES_A_SIDE,
    STEPS,
    SUPPORT,
    TENSION,
)
from game.engine.lasting import SITE_COST
from game.engine.position import Position
from game.engine.rules.ladders import open_steps
from game.engine.rules.sites import deployable
from game.engine.step_tables import TAKEN_SHIFT
from game.engine.world import SIDE_SITES

if TYPE_CHECKING:
    from game.engine.world import World

Chance: TypeAlias = Callable[[], float]
"""Numbers from 0 to below 1, each as likely as any other: `random.Random.random`."""

Use: TypeAlias = tuple[int, int, int, int]
"""What asks whether a use is open, the bits that it asks for, the use's action; at a declared
site the action instead."""

_ALWAYS: Final = 0
_AT_SITE: Final = 1
_ON_LADDER: Final = 2
_IN_CHANNEL: Final = 3
_FOR_CAUSE: Final = 4
_EVENT: Final = 5
_UNVEILING: Final = 6
_NEVER: Final[Use] = (_AT_SITE, 0, 0, 0)
"""At no site, nothing: it is the quickest to find shut."""
_KINDS: Final = {
    0: _ALWAYS,
    DOOR_USE: _IN_CHANNEL,
    TENSION_USE: _IN_CHANNEL,
    CAUSE_USE: _FOR_CAUSE,
}
"""By what another use of a card needs."""
_NO_COSTS: Final = (0, 0, 0, 0, 0)
_FREE: Final = (-99, -99, -99, -99, -99)
_NO_CARD: Final = -1


class Pages(dict[int, tuple[Use, ...]]):
    """All that each card of a side might do, made when it is first asked for; by card.

    All pages are as wide as the widest, so that each use is as likely as any other. The last
    one, of no card, is of unveilings.
    """

    def __init__(self, world: "World", side: int, costs: Costs, width: int) -> None:
        """Remember what lasting effects add to the costs, and how wide a page is."""
        super().__init__()
        self._world = world
        self._side = side
        self._costs = costs
        self._width = width

    def __missing__(self, card: int) -> tuple[Use, ...]:
        """Make and keep the page of a card."""
        if card == _NO_CARD:
            page = _unveilings(self._side)
        else:
            page = tuple(_uses(self._world, self._side, card, self._costs))
        found = self[card] = page + (_NEVER,) * (self._width - len(page))
        return found


class PagesByCosts(dict[Costs | None, Pages]):
    """The pages of a side's cards by what lasting effects add to its costs.

    Attributes:
        width: How many uses a page has: as many as a card has at most, whatever it costs.
    """

    def __init__(self, world: "World", side: int) -> None:
        """Find the width of a page."""
        super().__init__()
        self._world = world
        self._side = side
        first = side * world.cards_a_side
        own = range(first, first + world.cards_a_side)
        least = max(len(tuple(_uses(world, side, card, _FREE))) for card in own)
        self.width = max(SITES_A_SIDE, least)

    def __missing__(self, costs: Costs | None) -> Pages:
        """Make and keep the pages while lasting effects add these costs."""
        found = Pages(self._world, self._side, costs or _NO_COSTS, self.width)
        self[costs] = found
        return found


def chance_card(  # noqa: C901 - hot
    world: "World", side: int
) -> Callable[[Position, Chance], int]:
    """Return how a side's use of a card is drawn, each legal one as likely as any other."""
    by_costs = PagesByCosts(world, side)
    usual, width = by_costs[None], by_costs.width
    hidden_sites = (_NO_CARD,)
    hand, locks = HAND + side, LOCKS + side
    assurance, support = ASSURANCE + side, SUPPORT + side
    own_sites = SIDE_SITES[side]
    needed = world.needed & own_sites
    waiting = world.waiting
    next_steps = world.next_steps[side]
    within = world.within
    channel_uses = world.channel_uses
    channel_used = BACK_CHANNEL << side
    knows_cause = PUBLIC | 1 << side

    def draw(state: Position, rnd: Chance) -> int:  # noqa: C901 - hot
        v = state.v
        held: tuple[int, ...] = v[hand]
        if v[HIDDEN] & own_sites:
            held += hidden_sites
        pages = usual
        reach = within
        blocked = 0
        if v[LASTING]:
            table = world.lasting_tables[v[LASTING]]
            reach = table.within[side]
            blocked = table.blocked_sites
            costs = table.costs[side]
            if costs:
                pages = by_costs[costs]
        uses = len(held) * width
        while True:
            place = int(rnd() * uses)
            kind, asked, action, instead = pages[held[place // width]][place % width]
            if not kind:  # _ALWAYS
                return action
            if kind == _AT_SITE:
                if v[DECLARED] & asked:
                    if instead:
                        return instead
                elif (
                    action
                    and not (v[HIDDEN] | v[HALTED] | blocked) & asked
                    and not (needed and waiting[v[DECLARED] & needed] & asked)
                ):
                    return action
            elif kind == _ON_LADDER:
                steps = asked & next_steps[v[STEPS]] & reach[v[assurance]][v[support]]
                if steps and (
                    not v[locks] or steps >> TAKEN_SHIFT or steps & ~(v[locks] | v[locks] >> 16)
                ):
                    return action
            elif kind == _IN_CHANNEL:
                if channel_uses[v[DOOR]][v[TENSION]] & asked and not v[FLAGS] & channel_used:
                    return action
            elif kind == _FOR_CAUSE:
                if v[CAUSE] >= 0 and not v[CAUSE_KNOWN] & knows_cause:
                    return action
            elif kind == _EVENT:
                if action in open_event(state, side, held[place // width]):
                    return action
            elif kind == _UNVEILING and v[HIDDEN] & asked:
                return action

    return draw


def open_event(state: Position, side: int, card: int) -> tuple[int, ...]:
    """Return the actions of a card's event that are open to its side."""
    world = state.world
    need = world.facts_needed[card]
    if not need:
        return world.event_actions[card]
    own = SIDE_SITES[side]
    closed = SIDE_SITES[1 - side] | own & ~(deployable(state, side) | state.v[HIDDEN])
    closed |= (15 ^ open_steps(state, side)) << OWN_STEPS
    if need >= JOINT_STEP:
        closed |= (15 ^ open_steps(state, 1 - side)) << RIVAL_STEPS
    if need & closed:
        return ()
    return world.sure_events[card] or world.asked_events[card](state, side)


def _unveilings(side: int) -> tuple[Use, ...]:
    """Return the unveilings of a side's sites."""
    own = range(SITES_A_SIDE * side, SITES_A_SIDE * (side + 1))
    return tuple((_UNVEILING, 1 << site, a.encode(a.UNVEIL, 0, site), 0) for site in own)


def _uses(world: "World", side: int, card: int, costs: Costs) -> Iterator[Use]:
    """Yield all that a card might do while lasting effects add these costs."""
    ops = world.ops[card]
    for site in range(SITES_A_SIDE * side, SITES_A_SIDE * (side + 1)):
        yield from _at_site(world, card, site, costs[SITE_COST])
    for ladder in range(4):
        steps = [step for step in range(1, 5) if max(1, step + costs[ladder]) <= ops]
        paid = sum(1 << 4 * ladder + step - 1 for step in steps)
        yield _ON_LADDER, paid, a.encode(a.COOPERATE, card, ladder), 0
        if ops >= world.numbers.suspension_cost:
            taken = 1 << TAKEN_SHIFT + ladder
            yield _ON_LADDER, taken, a.encode(a.SUSPEND, card, ladder), 0
    for needed, action in other_uses(world, card):
        yield _KINDS[needed], needed, action, 0
    if world.facts_needed[card]:
        for action in world.event_actions[card]:
            yield _EVENT, 0, action, 0


def _at_site(world: "World", card: int, site: int, more: int) -> Iterator[Use]:
    """Yield what a card might do at a site: deploy or withdraw, and deploy undeclared."""
    ops = world.ops[card]
    bit = 1 << site
    deploy = a.encode(a.DEPLOY, card, site) if world.cost[site] + more <= ops else 0
    paid = ops >= world.numbers.withdraw_cost
    withdraw = a.encode(a.WITHDRAW, card, site) if paid else 0
    if deploy or withdraw:
        yield _AT_SITE, bit, deploy, withdraw
    most = ops - world.numbers.face_down_extra
    if world.face_down and world.concealable & bit and world.cost[site] <= most:
        yield _AT_SITE, bit, a.encode(a.HIDE, card, site), 0
