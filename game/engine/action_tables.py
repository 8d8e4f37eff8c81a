"""Tables of action codes by masks of what is possible, filled as they are asked for.

hot: a card's codes are looked up four times faster than they are put together.
"""

from collections.abc import Callable, Sequence
from itertools import compress
from typing import TYPE_CHECKING, Final, TypeAlias

from game.engine import actions as a
from game.engine.event_facts import OWN_STEPS
from game.engine.fields import SITES_A_SIDE
from game.engine.step_tables import OPEN_LADDERS, STEP_BITS, TAKEN_SHIFT

if TYPE_CHECKING:
    from game.engine.world import World

# what a card may do beside events, sites and ladders
DOOR_USE: Final = 1
TENSION_USE: Final = 2
CAUSE_USE: Final = 4

DECLARED_SHIFT: Final = 10
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


Desk: TypeAlias = "tuple[Sheet, Sheet, LadderSheet]"
"""What a side's legal actions are looked up by.

At its first five sites and at its last five by the mask of sites where it may not deploy
and, `DECLARED_SHIFT` bits higher, of declared ones: so small keys are soon all known. On
ladders by its open steps and the ladders it has taken."""


class Desks(dict[tuple[int, Costs], Desk]):
    """Desks by side and by what lasting effects add to its costs; like sheets are shared.

    Attributes:
        others: by side, the pages of the other uses by their bits, an event that needs
            nothing among them.
    """

    def __init__(self, world: "World") -> None:
        """Lay out what no lasting effect touches."""
        super().__init__()
        self._world = world
        self._at_sites: dict[tuple[int, int], tuple[Sheet, Sheet]] = {}
        self._ladders = [LadderPages(world, side) for side in (0, 1)]
        self.others = [_other_pages(world, side) for side in (0, 1)]

    def __missing__(self, key: tuple[int, Costs]) -> Desk:
        """Make and keep a desk."""
        side, costs = key
        first = SITES_A_SIDE * side
        self[key] = made = (
            *self._sites_at(side, first, costs[4]),
            LadderSheet(self._ladders[side], costs, side),
        )
        return made

    def _sites_at(self, side: int, first: int, more: int) -> tuple[Sheet, Sheet]:
        """Return the sheets of sites where Deploy costs so much more."""
        found = self._at_sites.get((side, more))
        if found is None:
            world = self._world
            found = self._at_sites[side, more] = (
                _site_sheet(world, side, first, more),
                _site_sheet(world, side, first + 5, more),
            )
        return found


def _site_sheet(world: "World", side: int, first: int, more: int) -> Sheet:
    """Return the sheet of five sites from the first on, where Deploy costs so much more."""
    own = range(side * world.cards_a_side, (side + 1) * world.cards_a_side)
    cards = [_at_sites(world, card, first, more) for card in own]
    return _sheet(world, side, cards, 31 << first)


def _other_pages(world: "World", side: int) -> tuple[Page, ...]:
    """Return the pages of the other uses."""
    own = range(side * world.cards_a_side, (side + 1) * world.cards_a_side)
    sheet = _sheet(world, side, [other_uses(world, card) for card in own])
    return tuple(sheet[uses] for uses in range(2 * CAUSE_USE))


class Alike:
    """Cards of a side whose codes are open under the same conditions."""

    __slots__ = ("_codes", "_found", "_places")

    def __init__(self) -> None:
        """Begin without cards."""
        self._places: list[int] = []
        self._codes: list[tuple[int, ...]] = []
        self._found: dict[tuple[bool, ...], list[tuple[int, ...]]] = {}

    def add(self, card: int, codes: tuple[int, ...]) -> None:
        """Add a card with all its codes."""
        self._places.append(card)
        self._codes.append(codes)

    def lay_out(self, page: list[tuple[int, ...]], is_open: tuple[bool, ...]) -> None:
        """Put each card's open codes at its place of a page; equal ones are shared."""
        found = self._found.get(is_open)
        if found is None:
            found = [tuple(compress(codes, is_open)) for codes in self._codes]
            self._found[is_open] = found
        for place, codes in zip(self._places, found, strict=True):
            page[place] = codes


def _sheet(
    world: "World", side: int, cards: Sequence[Sequence[tuple[int, int]]], shut: int = 0
) -> Sheet:
    """Return the sheet of the codes of a side's cards.

    Each is open when all bits before it are in the key, where the bits of `shut` tell what
    is not there.
    """
    first = side * world.cards_a_side
    empty: list[tuple[int, ...]] = [()] * (first + len(cards))
    alike: dict[tuple[int, ...], Alike] = {}
    for card, codes in enumerate(cards, first):
        needs = tuple(need for need, _ in codes)
        alike.setdefault(needs, Alike()).add(card, tuple(code for _, code in codes))

    def make(key: int) -> Page:
        there = key ^ shut
        page = empty[:]
        for needs, those in alike.items():
            those.lay_out(page, tuple([need & there == need for need in needs]))
        return tuple(page)

    return Sheet(make)


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
        first = side * world.cards_a_side
        own = range(first, first + world.cards_a_side)
        self._empty: list[tuple[int, ...]] = [()] * own.stop
        self._suspension = world.numbers.suspension_cost
        self._alike: dict[int, Alike] = {}
        for card in own:
            codes = [a.encode(a.COOPERATE, card, ladder) for ladder in range(4)]
            codes += [a.encode(a.SUSPEND, card, ladder) for ladder in range(4)]
            self._alike.setdefault(world.ops[card], Alike()).add(card, tuple(codes))

    def __missing__(self, key: int) -> Page:
        """Make and keep the codes of a key."""
        costs = [key >> 4 * ladder & 7 for ladder in range(4)]
        taken = [key >> 4 * ladder & 8 > 0 for ladder in range(4)]
        page = self._empty[:]
        for ops, those in self._alike.items():
            back = taken if ops >= self._suspension else (False,) * 4
            those.lay_out(page, (*[0 < cost <= ops for cost in costs], *back))
        found = self[key] = tuple(page)
        return found


class LadderSheet(dict[int, tuple[Page, int]]):
    """Codes on ladders by open steps and ladders taken, then by card; and facts that fail.

    These are the own steps that aren't open and the other side's sites, for `event_needs`.
    """

    def __init__(self, pages: LadderPages, costs: Costs, side: int) -> None:
        """Remember the pages by prices while lasting effects add these costs."""
        super().__init__()
        self._pages = pages
        self._costs = costs
        self._foreign = (1 << SITES_A_SIDE) - 1 << SITES_A_SIDE * (1 - side)

    def __missing__(self, steps: int) -> tuple[Page, int]:
        """Make and keep the codes of open steps."""
        if len(self) >= _LIMIT:
            self.clear()
        closed = (15 ^ OPEN_LADDERS[steps & STEP_BITS]) << OWN_STEPS | self._foreign
        found = self[steps] = self._pages[prices(steps, self._costs)], closed
        return found


def prices(steps: int, costs: Costs) -> int:
    """Return for each ladder what the next step costs, 0 if it isn't open; 8: one is taken."""
    found = 0
    for ladder in range(4):
        step = (steps >> 4 * ladder & 15).bit_length()
        if step:
            found |= min(7, max(1, step + costs[ladder])) << 4 * ladder
        if steps >> TAKEN_SHIFT + ladder & 1:
            found |= 8 << 4 * ladder
    return found


def other_uses(world: "World", card: int) -> list[tuple[int, int]]:
    """Return a card's other uses and the bits they need, an event that needs nothing too."""
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
    bits = [1 << first + place for place in range(len(codes))]
    return CodeTable(
        lambda mask: tuple([code for bit, code in zip(bits, codes, strict=True) if mask & bit])
    )


def _unveilings(hidden: int) -> tuple[int, ...]:
    """Return the unveilings of the sites of a mask."""
    return tuple(a.encode(a.UNVEIL, 0, site) for site in range(20) if hidden >> site & 1)


UNVEILINGS: Final = CodeTable(_unveilings)
"""Unveilings by the mask of own undeclared sites."""
WITHDRAWALS: Final = 0x7FF
PLEDGES: Final = 0x3FF << a.PLEDGE_TERM
ON_LADDERS: Final = 0x1FF << a.LADDER_PLEDGE_TERM
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


class Spread(dict[int, int]):
    """Packed steps in four bits each by those in three, to compare all ladders at once."""

    def __missing__(self, packed: int) -> int:
        """Make and keep the wider steps."""
        wide = sum((packed >> 3 * ladder & 7) << 4 * ladder for ladder in range(4))
        self[packed] = wide
        return wide


PLEDGED: Final = Pledged()
SPREAD: Final = Spread()
