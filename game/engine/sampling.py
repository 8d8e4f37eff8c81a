"""Filling in what a view does not know, at random, so that the result agrees with it.

Information-set sampling (Cowling, Powley and Whitehouse 2012): each unknown card is
dealt evenly over the places it could lie; each face-down card of the other side is an
undeclared site with the prior `SITE_PRIOR`.
"""

from collections.abc import Callable
from random import Random
from typing import Final, TypeAlias

from game.engine import chance
from game.engine import fields as f
from game.engine.position import Entries, Position
from game.engine.rules.crisis import crisis_in_hand, response_open
from game.engine.site_tables import BUILDING_TIME
from game.engine.world import SIDE_SITES, World

SITE_PRIOR: Final = 1 / 3
"""How likely a face-down card is taken to be an undeclared site."""

Luck: TypeAlias = Callable[[], float]
"""Gives numbers from 0 to 1."""


class Filling:
    """Fills in what one masked list leaves open, as often as asked.

    hot: what follows from the list alone is worked out once.
    """

    __slots__ = (
        "_free",
        "_known",
        "_near",
        "_own",
        "_rival_cards",
        "_rival_hand",
        "_side",
        "_world",
    )

    def __init__(self, world: World, known: Entries, side: int) -> None:
        """Find what a side's masked list leaves open."""
        self._world = world
        self._known = known
        self._side = side
        rival = 1 - side
        self._own = _unseen(world, known, side, known[f.HAND + side] + known[f.DOWN + side])
        hand = tuple([card for card in known[f.HAND + rival] if card >= 0])
        if not hand and known[f.KNOWN + side]:
            seen = known[f.KNOWN + side]
            hand = tuple([c for c in _unseen(world, known, rival, ()) if seen >> c & 1])
        self._rival_hand = hand
        self._rival_cards = _unseen(world, known, rival, hand)
        self._free = len(known[f.HAND + rival]) - len(hand)
        self._near = self._free + len(known[f.DOWN + rival])

    def __call__(self, random: Random) -> Entries:
        """Return a whole state's list that looks to the side as the masked list does."""
        world = self._world
        side = self._side
        rival = 1 - side
        v = self._known[:]
        v[f.KEY] = random.getrandbits(64)
        luck = random.random
        v[f.DECK + side] = chance.dealt(luck, self._own, len(v[f.DECK + side]))
        self._deal_rival_cards(v, luck)
        _fill_mandate(world, v, rival, random)
        _fill_sites(world, v, rival, random)
        if v[f.PENDING] == f.REVEAL_SITE and v[f.MOVER] == rival:
            # only who has just seen all undeclared sites is asked which to reveal (4.9)
            v[f.SEEN] |= v[f.HIDDEN] & SIDE_SITES[side]
        crises = v[f.CRISIS_DECK]
        v[f.CRISIS_DECK] = chance.dealt(luck, crises, len(crises))
        if v[f.CAUSE] == f.UNKNOWN:
            v[f.CAUSE] = int(luck() * 3)
        if side and v[f.PENDING] == f.ANSWER_CRISIS and v[f.MOVER]:
            _fill_answer(world, v, random)
        return v

    def _deal_rival_cards(self, v: Entries, luck: Luck) -> None:
        """Deal the other side's hand, face-down cards and deck."""
        side = self._side
        rival = 1 - side
        near = self._near
        cards = self._rival_cards
        dealt = chance.dealt(luck, cards, len(cards))
        if v[f.MAYBE + side]:  # these lie in the hand or face down, whatever else does
            maybe = v[f.MAYBE + side]
            close = [card for card in dealt if maybe >> card & 1]
            rest = [card for card in dealt if not maybe >> card & 1]
            fill = near - len(close)
            mixed = chance.dealt(luck, (*close, *rest[:fill]), near)
            dealt = (*mixed, *rest[fill:])
        v[f.HAND + rival] = self._rival_hand + dealt[: self._free]
        v[f.DOWN + rival] = dealt[self._free : near]
        v[f.DECK + rival] = dealt[near : near + len(v[f.DECK + rival])]


def _unseen(world: World, v: Entries, side: int, elsewhere: tuple[int, ...]) -> tuple[int, ...]:
    """Return a side's cards that lie neither in the open, nor out of the game, nor there."""
    gone = {*v[f.DISCARD + side], *elsewhere}
    cards = world.pools.decks[side]
    removed = v[f.REMOVED]
    return tuple([card for card in cards if card not in gone and not removed >> card & 1])


def _fill_mandate(world: World, v: Entries, rival: int, random: Random) -> None:
    """Deal the other side two mandates, one of them chosen if it has chosen."""
    if v[f.MANDATE + rival] >= 0 or v[f.DEALT + rival]:
        return
    pair = _two_of(world.pools.mandates[rival], random)
    v[f.DEALT + rival] = pair
    choosing = v[f.PENDING] == f.CHOOSE_MANDATE
    if not choosing or v[f.MOVER] > rival:
        v[f.MANDATE + rival] = pair[int(random.random() * 2)]


def _two_of(pool: tuple[int, ...], random: Random) -> tuple[int, int]:
    """Return two of a pool in rising order.

    hot: they are drawn as `random.sample` draws two, at half its cost.
    """
    last = len(pool) - 1
    first = random.randrange(last + 1)
    second = random.randrange(last)
    one = pool[first]
    other = pool[last if second == first else second]
    return (one, other) if one < other else (other, one)


def _fill_sites(world: World, v: Entries, rival: int, random: Random) -> None:
    """Put undeclared sites of the other side where its face-down cards allow them."""
    seen = v[f.HIDDEN] & SIDE_SITES[rival]
    for _ in range(v[f.DOWN_PLAYED + rival] - seen.bit_count()):
        if random.random() >= SITE_PRIOR:
            continue
        shut = v[f.DECLARED] | v[f.HIDDEN] | v[f.HALTED]
        free = world.concealable & SIDE_SITES[rival] & ~shut
        if free:
            for _ in range(int(random.random() * free.bit_count())):
                free &= free - 1  # without its lowest site
            _hide(world, v, (free & -free).bit_length() - 1, random)
    seen_sites = v[f.HIDDEN] & v[f.SEEN] & SIDE_SITES[rival]
    for site in range(2 * f.SITES_A_SIDE if seen_sites else 0):
        if seen_sites >> site & 1 and v[f.SITE_PLEDGES] >> 4 * site & 15:
            v[f.LIED] |= 1 << site


def _hide(world: World, v: Entries, site: int, random: Random) -> None:
    """Put one undeclared site on the map, at some stage of its building."""
    v[f.HIDDEN] |= 1 << site
    if v[f.SITE_PLEDGES] >> 4 * site & 15:
        v[f.LIED] |= 1 << site
    left = 0 if world.mobile >> site & 1 else int(random.random() * (BUILDING_TIME + 1))
    if left:
        v[f.BUILD] |= left << 4 * site
    else:
        v[f.WORKING] |= 1 << site


def _fill_answer(world: World, v: Entries, random: Random) -> None:
    """Seal some open answer for NATO."""
    position = Position(world, v)
    answers = world.responses[crisis_in_hand(position)][0]
    places = [i for i, answer in enumerate(answers) if response_open(position, 0, answer)]
    v[f.ANSWER] = places[int(random.random() * len(places))]
