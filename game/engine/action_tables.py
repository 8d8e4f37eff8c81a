"""Tables of action codes by masks of what is possible, filled as they are asked for.

hot: a card's codes are looked up four times faster than they are put together.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias

from game.engine import actions as a

if TYPE_CHECKING:
    from game.engine.world import World

# what a card may do beside events, sites and ladders
DOOR_USE: Final = 1
TENSION_USE: Final = 2
CAUSE_USE: Final = 4

NEEDS_TEST: Final = 68
"""A fact that always holds, for events that need no other but have tests."""
_LIMIT: Final = 4096
"""Entries of a table after which it is emptied, so that long runs don't grow."""


class CodeTable(dict[int, tuple[int, ...]]):
    """Codes by a mask, made by a function when a mask is first asked for."""

    def __init__(self, make: Callable[[int], tuple[int, ...]]) -> None:
        """Remember how a mask's codes are made."""
        super().__init__()
        self._make = make

    def __missing__(self, mask: int) -> tuple[int, ...]:
        """Make and keep the codes of a mask."""
        if len(self) >= _LIMIT:
            self.clear()
        codes = self[mask] = self._make(mask)
        return codes


CardTables: TypeAlias = tuple[
    int, tuple[int, ...], int, CodeTable, CodeTable, CodeTable, CodeTable
]
"""What its event needs (`World.event_needs`), its event's actions if it has no tests beyond
that, its operations, and a card's codes. At its
side's first five sites and at its last five, by the mask of free sites and, five bits
higher, of declared ones: so small keys are soon all known. Then on ladders by the key of
`LadderTable`, and the other uses by their bits, an event that needs nothing among them."""
Costs: TypeAlias = tuple[int, ...]
"""What lasting effects add to the cost of each ladder's next step, then of Deploy."""


class StepTable(dict[int, int]):
    """Ladders by a side's packed steps: those whose next step is at most so high.

    Bit 4 tells that one of them needs more than its gate.
    """

    def __init__(self, highest: int, demanding: frozenset[tuple[int, int]]) -> None:
        """Let steps up to `highest` be taken; `demanding` holds ladder and step."""
        super().__init__()
        self._highest = highest
        self._demanding = demanding

    def __missing__(self, packed: int) -> int:
        """Make and keep the mask of packed steps."""
        mask = 0
        for ladder in range(4):
            step = (packed >> 3 * ladder & 7) + 1
            if step <= self._highest:
                mask |= 1 << ladder
                if (ladder, step) in self._demanding:
                    mask |= 16
        self[packed] = mask
        return mask


class NextSteps(dict[int, int]):
    """The next steps of a side by its packed steps, bit `4 * ladder + step - 1`."""

    def __missing__(self, packed: int) -> int:
        """Make and keep the bits of packed steps."""
        bits = 0
        for ladder in range(4):
            step = packed >> 3 * ladder & 7
            if step < 4:
                bits |= 1 << 4 * ladder + step
        self[packed] = bits
        return bits


class LadderTable(dict[int, int]):
    """Ladders by a side's packed steps, as a key of a card's codes on ladders.

    Four bits of those whose next step can be paid for, four of those to suspend.
    """

    def __init__(self, ops: int, costs: Costs, suspension_cost: int) -> None:
        """Reckon with so many operations, and with what lasting effects add."""
        super().__init__()
        self._ops = ops
        self._costs = costs
        self._may_suspend = ops >= suspension_cost

    def __missing__(self, packed: int) -> int:
        """Make and keep the key of packed steps."""
        key = 0
        for ladder in range(4):
            step = packed >> 3 * ladder & 7
            if max(1, step + 1 + self._costs[ladder]) <= self._ops:
                key |= 1 << ladder
            if step and self._may_suspend:
                key |= 16 << ladder
        self[packed] = key
        return key


def card_tables(world: "World", card: int, discount: int) -> CardTables:
    """Return the tables of a card; `discount` is what is added to the cost of Deploy."""
    side = int(card >= world.cards_a_side)
    pays = world.ops[card] - discount
    return (
        world.event_needs[card] or bool(world.event_tests[card]) << NEEDS_TEST,
        () if world.event_tests[card] else world.event_actions[card],
        world.ops[card],
        CodeTable(_at_sites(world, card, 10 * side, pays)),
        CodeTable(_at_sites(world, card, 10 * side + 5, pays)),
        CodeTable(_on_ladders(card)),
        CodeTable(_others(world, card)),
    )


def _at_sites(
    world: "World", card: int, first: int, pays: int
) -> Callable[[int], tuple[int, ...]]:
    """Return how to make a card's codes at five sites, where Deploy may cost `pays`."""
    ops = world.ops[card]
    most = ops - world.numbers.face_down_extra
    codes = []
    for place in range(5):
        site = first + place
        if world.cost[site] <= pays:
            codes.append((1 << place, a.encode(a.DEPLOY, card, site)))
        if world.face_down and world.concealable >> site & 1 and world.cost[site] <= most:
            codes.append((1 << place, a.encode(a.HIDE, card, site)))
        if ops >= world.numbers.withdraw_cost:
            codes.append((32 << place, a.encode(a.WITHDRAW, card, site)))
    return lambda mask: tuple(code for bit, code in codes if mask & bit)


def _on_ladders(card: int) -> Callable[[int], tuple[int, ...]]:
    """Return how to make a card's Cooperate and Suspend."""
    codes = [(1 << i, a.encode(a.COOPERATE, card, i)) for i in range(4)]
    codes += [(16 << i, a.encode(a.SUSPEND, card, i)) for i in range(4)]
    return lambda mask: tuple(code for bit, code in codes if mask & bit)


def _others(world: "World", card: int) -> Callable[[int], tuple[int, ...]]:
    """Return how to make a card's other uses."""
    n = world.numbers
    channel = world.ops[card] >= n.back_channel_cost
    free = not world.event_needs[card] and not world.event_tests[card]
    uses = [(0, free, code) for code in world.event_actions[card]]
    uses += [
        (0, world.ops[card] >= n.campaign_cost, a.encode(a.CAMPAIGN, card)),
        (DOOR_USE, channel, a.encode(a.BACK_CHANNEL, card, a.DOOR_OPTION)),
        (TENSION_USE, channel, a.encode(a.BACK_CHANNEL, card, a.TENSION_OPTION)),
        (0, True, a.encode(a.TECHNICAL, card, a.CARD_OPTION)),
        (CAUSE_USE, True, a.encode(a.TECHNICAL, card, a.CAUSE_OPTION)),
        (0, world.face_down, a.encode(a.HIDE_TECHNICAL, card, a.CARD_OPTION)),
        (CAUSE_USE, world.face_down, a.encode(a.HIDE_TECHNICAL, card, a.CAUSE_OPTION)),
        (0, world.face_down, a.encode(a.HIDE_NOTHING, card)),
    ]
    codes = [(needed, code) for needed, possible, code in uses if possible]
    return lambda mask: tuple(code for needed, code in codes if needed & mask == needed)


def _terms(side: int) -> CodeTable:
    """Return a side's terms, by the mask of the terms."""
    codes = [a.encode(a.TERM, 0, a.term_code(side, term)) for term in range(a.TERMS)]
    return CodeTable(
        lambda mask: tuple(code for place, code in enumerate(codes) if mask >> place & 1)
    )


def _unveilings(hidden: int) -> tuple[int, ...]:
    """Return the unveilings of the sites of a mask."""
    return tuple(a.encode(a.UNVEIL, 0, site) for site in range(20) if hidden >> site & 1)


UNVEILINGS: Final = CodeTable(_unveilings)
"""Unveilings by the mask of own undeclared sites."""
NEXT_STEPS: Final = NextSteps()
TERM_TABLES: Final = (_terms(0), _terms(1))
"""Terms by giver and mask."""
