"""Tables of action codes by masks of what is possible, filled as they are asked for.

hot: a card's codes are looked up four times faster than they are put together.
"""

from collections.abc import Callable
from operator import itemgetter
from typing import TYPE_CHECKING, Final, TypeAlias

from game.engine import actions as a
from game.engine.fields import SITES_A_SIDE

if TYPE_CHECKING:
    from game.engine.world import World

# what a card may do beside events, sites and ladders
DOOR_USE: Final = 1
TENSION_USE: Final = 2
CAUSE_USE: Final = 4

DECLARED_SHIFT: Final = 10
OPEN_SHIFT: Final = 12
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


Costs: TypeAlias = tuple[int, ...]
"""What lasting effects add to the cost of each ladder's next step, then of Deploy."""


Demand: TypeAlias = tuple[int, int, int, int]
"""A ladder's bit whose next step needs more than its gate: where the steps of the ladder
that it needs lie in the packed steps, the joint level needed there, and own Support."""


class StepTable(dict[int, tuple[int, tuple[Demand, ...]]]):
    """Ladders by a side's packed steps: those whose next step is at most so high.

    And what their next steps need beyond their gates.
    """

    def __init__(self, highest: int, demands: dict[tuple[int, int], Demand]) -> None:
        """Let steps up to `highest` be taken; `demands` is by ladder and step."""
        super().__init__()
        self._highest = highest
        self._demands = demands

    def __missing__(self, packed: int) -> tuple[int, tuple[Demand, ...]]:
        """Make and keep the mask of packed steps, and the demands."""
        mask = 0
        demands = []
        for ladder in range(4):
            step = (packed >> 3 * ladder & 7) + 1
            if step <= self._highest:
                mask |= 1 << ladder
                if (ladder, step) in self._demands:
                    demands.append(self._demands[ladder, step])
        self[packed] = found = mask, tuple(demands)
        return found


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


Page: TypeAlias = tuple[tuple[int, ...], ...]
"""Codes by card."""


class Sheet(dict[int, Page]):
    """Codes by a key of what is possible, then by card; made when a key is first asked for."""

    def __init__(self, make: Callable[[int], Page]) -> None:
        """Remember how a key's codes are made."""
        super().__init__()
        self._make = make

    def __missing__(self, key: int) -> Page:
        """Make and keep the codes of a key."""
        if len(self) >= _LIMIT:
            self.clear()
        codes = self[key] = self._make(key)
        return codes


Desk: TypeAlias = tuple[Sheet, Sheet, Sheet]
"""What a side's legal actions are looked up by.

At its first five sites and at its last five by the mask of free sites and, `DECLARED_SHIFT`
bits higher, of declared ones: so small keys are soon all known. On ladders by its packed
steps and, `OPEN_SHIFT` bits higher, its open steps."""


class Desks(dict[tuple[int, Costs], Desk]):
    """Desks by side and by what lasting effects add to its costs; like sheets are shared.

    Attributes:
        others: by side, the sheet of the other uses by their bits, an event that needs
            nothing among them.
    """

    def __init__(self, world: "World") -> None:
        """Lay out what no lasting effect touches."""
        super().__init__()
        self._world = world
        self._at_sites: dict[tuple[int, int], tuple[Sheet, Sheet]] = {}
        self._ladders = [LadderPages(world, side) for side in (0, 1)]
        self.others = [_sheet(world, side, _others) for side in (0, 1)]

    def __missing__(self, key: tuple[int, Costs]) -> Desk:
        """Make and keep a desk."""
        side, costs = key
        first = SITES_A_SIDE * side
        self[key] = made = (
            *self._sites_at(side, first, costs[4]),
            self._ladders[side].sheet(costs),
        )
        return made

    def _sites_at(self, side: int, first: int, more: int) -> tuple[Sheet, Sheet]:
        """Return the sheets of sites where Deploy costs so much more."""
        found = self._at_sites.get((side, more))
        if found is None:
            world = self._world
            found = self._at_sites[side, more] = (
                _sheet(world, side, lambda world, card: _at_sites(world, card, first, more)),
                _sheet(
                    world, side, lambda world, card: _at_sites(world, card, first + 5, more)
                ),
            )
        return found


def _sheet(
    world: "World", side: int, codes_of: Callable[["World", int], list[tuple[int, int]]]
) -> Sheet:
    """Return the sheet of a side's codes, each open when all bits before it are in the key."""
    half = world.cards_a_side
    before: Page = ((),) * (side * half)
    cards = [codes_of(world, card) for card in range(side * half, (side + 1) * half)]
    needs = [tuple(need for need, _ in codes) for codes in cards]
    kinds = sorted(set(needs))  # cards of the same operations are alike
    own = [
        (kinds.index(need), tuple(code for _, code in codes))
        for need, codes in zip(needs, cards, strict=True)
    ]

    def make(key: int) -> Page:
        pickers = [
            _picker([place for place, need in enumerate(kind) if need & key == need])
            for kind in kinds
        ]
        return before + tuple([pickers[kind](codes) for kind, codes in own])

    return Sheet(make)


def _picker(places: list[int]) -> Callable[[tuple[int, ...]], tuple[int, ...]]:
    """Return what picks some places of a tuple."""
    if len(places) > 1:
        return itemgetter(*places)
    if places:
        first = places[0]
        return lambda codes: codes[first : first + 1]
    return lambda _codes: ()


def _at_sites(world: "World", card: int, first: int, more: int) -> list[tuple[int, int]]:
    """Return a card's codes at five sites, where Deploy costs so much more."""
    ops = world.ops[card]
    most = ops - world.numbers.face_down_extra
    codes = []
    for site in range(first, first + 5):
        free = 1 << site
        if world.cost[site] + more <= ops:
            codes.append((free, a.encode(a.DEPLOY, card, site)))
        if world.face_down and world.concealable & free and world.cost[site] <= most:
            codes.append((free, a.encode(a.HIDE, card, site)))
        if ops >= world.numbers.withdraw_cost:
            codes.append((free << DECLARED_SHIFT, a.encode(a.WITHDRAW, card, site)))
    return codes


class LadderPages(dict[int, Page]):
    """A side's Cooperate and Suspend by the key of `prices`, then by card."""

    def __init__(self, world: "World", side: int) -> None:
        """Remember the side's cards with their operations."""
        super().__init__()
        half = world.cards_a_side
        self._before: Page = ((),) * (side * half)
        self._suspension = world.numbers.suspension_cost
        self._cards = [
            (
                world.ops[card],
                tuple(a.encode(a.COOPERATE, card, ladder) for ladder in range(4))
                + tuple(a.encode(a.SUSPEND, card, ladder) for ladder in range(4)),
            )
            for card in range(side * half, (side + 1) * half)
        ]

    def __missing__(self, key: int) -> Page:
        """Make and keep the codes of a key."""
        next_cost = [key >> 4 * ladder & 7 or 99 for ladder in range(4)]
        taken = [4 + ladder for ladder in range(4) if key >> 4 * ladder & 8]
        pickers = [
            _picker(
                [ladder for ladder in range(4) if next_cost[ladder] <= ops]
                + (taken if ops >= self._suspension else [])
            )
            for ops in range(5)
        ]
        page = self._before + tuple([pickers[ops](codes) for ops, codes in self._cards])
        self[key] = page
        return page

    def sheet(self, costs: Costs) -> Sheet:
        """Return the sheet by packed and open steps while lasting effects add these costs."""
        return Sheet(lambda key: self[prices(key, costs)])


def prices(key: int, costs: Costs) -> int:
    """Return for each ladder what the next step costs, 0 if it isn't open; 8: one is taken."""
    found = 0
    for ladder in range(4):
        step = key >> 3 * ladder & 7
        if key >> OPEN_SHIFT + ladder & 1:
            found |= min(7, max(1, step + 1 + costs[ladder])) << 4 * ladder
        if step:
            found |= 8 << 4 * ladder
    return found


def _others(world: "World", card: int) -> list[tuple[int, int]]:
    """Return a card's other uses."""
    n = world.numbers
    channel = world.ops[card] >= n.back_channel_cost
    free = not world.facts_needed[card]
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
    return [(needed, code) for needed, possible, code in uses if possible]


def _terms(giver: int, first: int, end: int) -> CodeTable:
    """Return a side's terms from `first` to before `end`, by the mask of all terms there."""
    codes = [a.encode(a.TERM, 0, a.term_code(giver, term)) for term in range(first, end)]
    return CodeTable(
        lambda mask: tuple([code for i, code in enumerate(codes) if mask >> first + i & 1])
    )


def _unveilings(hidden: int) -> tuple[int, ...]:
    """Return the unveilings of the sites of a mask."""
    return tuple(a.encode(a.UNVEIL, 0, site) for site in range(20) if hidden >> site & 1)


UNVEILINGS: Final = CodeTable(_unveilings)
"""Unveilings by the mask of own undeclared sites."""
NEXT_STEPS: Final = NextSteps()
TERM_PARTS: Final = (0x7FF, 0x3FF << a.PLEDGE_TERM, 0x1FF << a.LADDER_PLEDGE_TERM)
"""Terms in three parts, so that the keys of their tables are few: withdrawals, pledges not
to deploy, what is said and done on ladders."""
TERM_TABLES: Final = tuple(
    (
        _terms(giver, 0, a.PLEDGE_TERM),
        _terms(giver, a.PLEDGE_TERM, a.LADDER_PLEDGE_TERM),
        _terms(giver, a.LADDER_PLEDGE_TERM, a.TERMS),
    )
    for giver in (0, 1)
)
"""Terms by giver, part and mask."""


class Pledged(dict[int, int]):
    """Which of ten counters of four bits are running, by their lowest bits."""

    def __missing__(self, lowest: int) -> int:
        """Make and keep the mask."""
        mask = sum((lowest >> 4 * place & 1) << place for place in range(10))
        self[lowest] = mask
        return mask


class StepsTaken(dict[int, int]):
    """The ladders on which a side has taken a step, by its packed steps."""

    def __missing__(self, packed: int) -> int:
        """Make and keep the mask."""
        mask = sum((packed >> 3 * ladder & 7 > 0) << ladder for ladder in range(4))
        self[packed] = mask
        return mask


class Spread(dict[int, int]):
    """Packed steps in four bits each by those in three, to compare all ladders at once."""

    def __missing__(self, packed: int) -> int:
        """Make and keep the wider steps."""
        wide = sum((packed >> 3 * ladder & 7) << 4 * ladder for ladder in range(4))
        self[packed] = wide
        return wide


class Unlocked(dict[int, int]):
    """The ladders without a bit of four set."""

    def __missing__(self, locked: int) -> int:
        """Make and keep the mask."""
        mask = sum((not locked >> 4 * ladder & 15) << ladder for ladder in range(4))
        self[locked] = mask
        return mask


PLEDGED: Final = Pledged()
UNLOCKED: Final = Unlocked()
SPREAD: Final = Spread()
STEPS_TAKEN: Final = StepsTaken()
