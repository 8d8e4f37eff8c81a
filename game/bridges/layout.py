"""What a tensor holds: every field with its place, written once for code and documents.

Two sorts of fields follow each other. Bits are yes or no, 1 or 0, taken straight from the
engine's masks; amounts are numbers divided by the most they can be. *Own* comes before *the
other's* everywhere, so that what is learned at one side fits the other.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias

from game.bridges.ids import RESPONSES
from game.content.laws.selections import MOST_CARDS
from game.engine import World
from game.engine import actions as a
from game.engine import fields as f
from game.engine.position import Entries

Mask: TypeAlias = Callable[[Entries, int], int]
"""Gives a field's bits from what a side knows, by the side."""

_SITES: Final = f.SITES_A_SIDE
_OWN_SITES: Final = (1 << _SITES) - 1
_STEPS: Final = 32
"""Bits of steps: 4 for each ladder, twice."""
_LIMIT: Final = 4096
"""Entries after which a memo table is emptied, so that long runs don't grow."""


@dataclass(frozen=True, slots=True)
class Bits:
    """A field of bits.

    Attributes:
        name: Its stable name.
        size: How many there are.
        mask: Gives them.
        meaning: For the documents.
    """

    name: str
    size: int
    mask: Mask
    meaning: str


def bits_of(world: World) -> tuple[Bits, ...]:
    """Return the fields of bits of a world, in order."""
    return (*_flow(), *_board(world), *_talks(world), *_cards(world), *_mandates(world))


def _flow() -> Iterable[Bits]:
    return (
        Bits("side", 2, lambda v, s: 1 << s, "which side sees: NATO, Russia"),
        Bits(
            "decides",
            2,
            lambda v, s: 1 << (v[f.MOVER] ^ s) if v[f.PENDING] else 0,
            "who decides: own side, the other",
        ),
        Bits("decision", len(f.DECISIONS), lambda v, s: 1 << v[f.PENDING], _words(f.DECISIONS)),
        Bits("chair", 1, lambda v, s: int(v[f.CHAIR] == s), "own side chairs"),
        Bits(
            "verdict",
            5,
            lambda v, s: 1 << v[f.VERDICT],
            "open, Confrontation, a government fell, Joint Architecture, last round",
        ),
        Bits("door", 3, lambda v, s: 1 << v[f.DOOR], "closed, strained, open"),
        Bits(
            "flags",
            10,
            _flags,
            "this round: own back channel, the other’s; a site called the crisis; a card did; "
            "a package was agreed; own government fell, the other’s; both were open in the "
            "last crisis; firm at the brink until it answers otherwise: own side, the other",
        ),
    )


def _board(world: World) -> Iterable[Bits]:
    lasting = len(world.lasting)
    yield Bits("declared", 20, lambda v, s: _turned(v[f.DECLARED], s), _BY_SITE)
    yield Bits("undeclared", 20, lambda v, s: _turned(v[f.HIDDEN], s), f"{_BY_SITE}, if known")
    yield Bits("working", 20, lambda v, s: _turned(v[f.WORKING], s), _BY_SITE)
    yield Bits("halted", 20, lambda v, s: _turned(v[f.HALTED], s), f"{_BY_SITE}; this round")
    yield Bits(
        "lied", _SITES, lambda v, s: v[f.LIED] >> _SITES * s & _OWN_SITES, "own, over a pledge"
    )
    yield Bits("own_leads", _STEPS, lambda v, s: v[f.LEADS + s], f"paid for ahead {_BY_STEP}")
    yield Bits("other_leads", _STEPS, lambda v, s: v[f.LEADS + 1 - s], "the same")
    yield Bits(
        "reached",
        _STEPS,
        lambda v, s: v[f.REACHED],
        "joint levels ever reached by ladder and level, then those whose Assurance was lost",
    )
    yield Bits(
        "own_locks", _STEPS, lambda v, s: v[f.LOCKS + s], "suspended this round, then last"
    )
    yield Bits("other_locks", _STEPS, lambda v, s: v[f.LOCKS + 1 - s], "the same")
    if lasting:
        yield Bits("lasting", lasting, lambda v, s: v[f.LASTING], "lasting effects in force")
        yield Bits("fresh", lasting, lambda v, s: v[f.FRESH], "of these, begun this round")


def _talks(world: World) -> Iterable[Bits]:
    crises, terms = len(world.crises), 2 * a.TERMS
    yield Bits("draft", terms, lambda v, s: _terms(v[f.DRAFT], s), "own half-built package")
    yield Bits("tabled", terms, lambda v, s: _terms(v[f.TABLED], s), "the package on the table")
    yield Bits("crisis", crises, lambda v, s: _one(v[f.CRISIS]), "the round's crisis")
    yield Bits(
        "crisis_site", 20, lambda v, s: _turned(_one(v[f.CRISIS_SITE]), s), "what called it"
    )
    yield Bits("starter", 3, lambda v, s: _one(_who(v[f.STARTER], s)), "own, the other, nobody")
    yield Bits(
        "cause",
        4,
        lambda v, s: _one(_who(v[f.CAUSE], s)),
        "of an incident: own, the other, nobody, unknown",
    )
    yield Bits(
        "cause_known",
        2,
        lambda v, s: (v[f.CAUSE_KNOWN] >> s & 1) | bool(v[f.CAUSE_KNOWN] & f.PUBLIC) << 1,
        "to own side, to all",
    )
    yield Bits("opened", crises, lambda v, s: _one(v[f.OPENED]), "the crisis a card opened")
    yield Bits(
        "opened_starter", 2, lambda v, s: _one(_who(v[f.OPENED_STARTER], s)), "own, the other"
    )
    yield Bits("sealed", RESPONSES, lambda v, s: _one(v[f.ANSWER]), "own sealed answer")
    yield Bits("to_come", crises, lambda v, s: _many(v[f.CRISIS_DECK]), "crises in the deck")


def _cards(world: World) -> Iterable[Bits]:
    half, most = world.cards_a_side, MOST_CARDS

    def of(field: int, flip: int) -> Mask:
        """Return the mask of the cards that lie somewhere, own for 0, the other's for 1."""
        return lambda v, s: _many(v[field + (s ^ flip)]) >> half * (s ^ flip)

    def gone(v: Entries, s: int) -> int:
        return int(v[f.REMOVED]) >> half * s & (1 << half) - 1

    yield Bits("hand", most, of(f.HAND, 0), "own hand")
    yield Bits("other_hand", most, of(f.HAND, 1), "the other’s, where hands are open")
    yield Bits(
        "known", most, lambda v, s: v[f.KNOWN + s] >> half * (1 - s), "seen in the other’s hand"
    )
    yield Bits(
        "maybe",
        most,
        lambda v, s: v[f.MAYBE + s] >> half * (1 - s),
        "seen there before the other played face down",
    )
    yield Bits("face_down", most, of(f.DOWN, 0), "own cards that lie face down")
    yield Bits("discard", most, of(f.DISCARD, 0), "own discard")
    yield Bits("other_discard", most, of(f.DISCARD, 1), "the other’s")
    yield Bits("removed", most, gone, "own cards out of the game")
    yield Bits("other_removed", most, lambda v, s: gone(v, 1 - s), "the other’s")
    yield Bits(
        "offered",
        2 * most,
        lambda v, s: _offered(v[f.CARD], s, half),
        "own card that offers, then the other’s",
    )


def _mandates(world: World) -> Iterable[Bits]:
    pools = world.pools.mandates
    size = max(len(pool) for pool in pools)
    first = tuple(pool[0] for pool in pools)

    def chosen(v: Entries, side: int) -> int:
        return _one(v[f.MANDATE + side] - first[side])

    yield Bits("dealt", size, lambda v, s: _many(v[f.DEALT + s]) >> first[s], "own mandates")
    yield Bits("mandate", size, chosen, "own mandate")
    yield Bits(
        "other_mandate", size, lambda v, s: chosen(v, 1 - s), "the other’s, where it is open"
    )
    for name, flip in (("own", 0), ("other", 1)):
        for word, shift in (("act", 18), ("act_before", 20)):
            acts = "none, hostile, measured, friendly"
            yield Bits(f"{name}_{word}", 4, _act(flip, shift), acts)


def _act(flip: int, shift: int) -> Mask:
    """Return the mask of a telling act of a side's record."""
    return lambda v, s: 1 << (v[f.RECORD + (s ^ flip)] >> shift & 3)


_BY_SITE: Final = "by site, own first"
_BY_STEP: Final = "by ladder and step, then which of these were signals"


def _words(words: tuple[str, ...]) -> str:
    return ", ".join(words)


def _flags(v: Entries, s: int) -> int:
    """Return the flags with those of sides turned."""
    flags = int(v[f.FLAGS])
    if not s:
        return flags
    natos = flags & _NATO_FLAGS
    russias = flags & _NATO_FLAGS << 1
    return flags ^ natos ^ russias | natos << 1 | russias >> 1


_NATO_FLAGS: Final = f.BACK_CHANNEL | f.FELL_NATO | f.FIRM_AT_BRINK
"""Those that lie in pairs, NATO's lower."""


def _turned(mask: int, s: int) -> int:
    """Return a mask of all sites with the own side's first."""
    return (mask >> _SITES) | (mask & _OWN_SITES) << _SITES if s else mask


def _one(place: int) -> int:
    """Return one bit, or none for a negative place."""
    return 1 << place if place >= 0 else 0


class _Masks(dict[tuple[int, ...], int]):
    """The bits of places but the unknown ones, by the places: hot, so kept."""

    def __missing__(self, places: tuple[int, ...]) -> int:
        """Put the bits together."""
        if len(self) >= _LIMIT:
            self.clear()
        found = self[places] = sum(1 << place for place in places if place >= 0)
        return found


_many: Final = _Masks().__getitem__


def _who(side: int, s: int) -> int:
    """Return who is meant as own side sees it: 0 own, 1 the other; what isn't a side stays."""
    return side ^ s if side in (0, 1) else side


def _terms(codes: tuple[int, ...], s: int) -> int:
    """Return the bits of a package: own terms, then the other's."""
    mask = 0
    for code in codes:
        mask |= 1 << ((code >> 5) ^ s) * a.TERMS + (code & 31)
    return mask


def _offered(card: int, s: int, half: int) -> int:
    """Return the bit of a card, own cards first."""
    if card < 0:
        return 0
    side, place = divmod(card, half)
    return 1 << (side ^ s) * MOST_CARDS + place
