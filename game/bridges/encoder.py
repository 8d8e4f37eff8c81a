"""Tensors: what a side knows as numbers from -1 to 1, straight from the masked list."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.bridges.layout import bits_of
from game.engine import World
from game.engine import fields as f
from game.engine.position import Entries

_SITES: Final = 2 * f.SITES_A_SIDE
_LADDERS: Final = 4
_COUNTED: Final = 5
"""From so many rounds on a counter tells no difference."""
_CARDS: Final = 10
_LIMIT: Final = 4096

AMOUNTS: Final[tuple[tuple[str, int, str], ...]] = (
    ("round", 1, "of the last there can be"),
    ("turn", 1, "turns of the round that are over"),
    ("tension", 1, "of its end"),
    ("threat", 1, "of its end"),
    ("initiative", 1, "-1 to 1, positive for own side"),
    ("assurance", 2, "own, the other’s"),
    ("ceiling", 2, "highest Assurance this round: own, the other’s"),
    ("support", 2, "own, the other’s"),
    ("steps", 8, "by ladder: own, the other’s"),
    ("failed", 1, "councils in a row that agreed nothing, of ten"),
    ("building", _SITES, "rounds until a site works, of five; own sites first"),
    ("pledges", _SITES, "rounds a pledge not to deploy runs, of five; own sites first"),
    ("ladder_pledges", 8, "the same for pledges not to suspend: own, the other’s"),
    ("hand_sizes", 2, "own, the other’s, of ten"),
    ("deck_sizes", 2, "own, the other’s, of a deck"),
    ("face_down_counts", 2, "own, the other’s, of ten"),
    ("played_face_down", 2, "ever: own, the other’s, of a deck"),
    ("answers", 6, "firm, measured, open, of twenty: own, the other’s"),
)
"""Name, size and meaning of the fields that are amounts."""


class Counters(dict[int, tuple[float, ...]]):
    """Counters of four bits each, by the int that holds them, as shares of five rounds."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count

    def __missing__(self, packed: int) -> tuple[float, ...]:
        """Unpack and keep."""
        if len(self) >= _LIMIT:
            self.clear()
        found = self[packed] = tuple(
            min(packed >> 4 * place & 15, _COUNTED) / _COUNTED for place in range(self._count)
        )
        return found


class Steps(dict[int, tuple[float, ...]]):
    """Steps of both sides by the int that packs them in three bits each, as shares of four."""

    def __missing__(self, packed: int) -> tuple[float, ...]:
        """Unpack and keep."""
        if len(self) >= _LIMIT:
            self.clear()
        found = self[packed] = tuple(
            (packed >> 3 * place & 7) / _LADDERS for place in range(2 * _LADDERS)
        )
        return found


class Encoder:
    """Writes what a side knows into a vector.

    Attributes:
        size: Of the vector.
        fields: Name, first place, size and meaning of every field.
    """

    __slots__ = (
        "_at_ladders",
        "_at_sites",
        "_bits",
        "_bytes",
        "_flags",
        "_steps",
        "_world",
        "fields",
        "size",
    )

    def __init__(self, world: World) -> None:
        """Lay out the fields of a world."""
        self._world = world
        fields: list[tuple[str, int, int, str]] = []
        place = 0
        masks = []
        for bits in bits_of(world):
            fields.append((bits.name, place, bits.size, bits.meaning))
            masks.append((bits.mask, place))
            place += bits.size
        self._bits = tuple(masks)
        self._flags = place
        self._bytes = (place + 7) // 8
        for name, size, meaning in AMOUNTS:
            fields.append((name, place, size, meaning))
            place += size
        self.fields = tuple(fields)
        self.size = place
        self._at_sites = Counters(_SITES)
        self._at_ladders = Counters(2 * _LADDERS)
        self._steps = Steps()

    def write(self, v: Entries, side: int, out: NDArray[np.float32]) -> None:
        """Write a masked list as its side sees it; `out` has the encoder's size."""
        bits = 0
        for mask, place in self._bits:
            bits |= mask(v, side) << place
        raw = np.frombuffer(bits.to_bytes(self._bytes, "little"), np.uint8)
        flags = self._flags
        out[:flags] = np.unpackbits(raw, count=flags, bitorder="little")
        out[flags:] = self._amounts(v, side)

    def vector(self, v: Entries, side: int) -> NDArray[np.float32]:
        """Return a masked list as a new vector."""
        out: NDArray[np.float32] = np.empty(self.size, np.float32)
        self.write(v, side, out)
        return out

    def _amounts(self, v: Entries, s: int) -> list[float]:
        """Return the amounts, in the order of `AMOUNTS`."""
        world = self._world
        o = 1 - s
        most = world.numbers.track_max
        deck = world.numbers.deck_size
        initiative = v[f.INITIATIVE] / world.numbers.initiative_max
        steps = self._steps[v[f.STEPS]]
        sites, pledges = self._at_sites[v[f.BUILD]], self._at_sites[v[f.SITE_PLEDGES]]
        ladders = self._at_ladders[v[f.LADDER_PLEDGES]]
        if s:
            sites = sites[f.SITES_A_SIDE :] + sites[: f.SITES_A_SIDE]
            pledges = pledges[f.SITES_A_SIDE :] + pledges[: f.SITES_A_SIDE]
            ladders = ladders[_LADDERS:] + ladders[:_LADDERS]
            steps = steps[_LADDERS:] + steps[:_LADDERS]
        return [
            v[f.ROUND] / world.scenario.last_round,
            v[f.TURN] / world.turns,
            v[f.TENSION] / most,
            v[f.THREAT] / most,
            -initiative if s else initiative,
            v[f.ASSURANCE + s] / most,
            v[f.ASSURANCE + o] / most,
            v[f.CEILING + s] / most,
            v[f.CEILING + o] / most,
            v[f.SUPPORT + s] / most,
            v[f.SUPPORT + o] / most,
            *steps,
            min(v[f.FAILED] / 10, 1.0),
            *sites,
            *pledges,
            *ladders,
            min(len(v[f.HAND + s]) / _CARDS, 1.0),
            min(len(v[f.HAND + o]) / _CARDS, 1.0),
            len(v[f.DECK + s]) / deck,
            len(v[f.DECK + o]) / deck,
            min(len(v[f.DOWN + s]) / _CARDS, 1.0),
            min(len(v[f.DOWN + o]) / _CARDS, 1.0),
            min(v[f.DOWN_PLAYED + s] / deck, 1.0),
            min(v[f.DOWN_PLAYED + o] / deck, 1.0),
            *_answers(v[f.RECORD + s]),
            *_answers(v[f.RECORD + o]),
        ]


def _answers(record: int) -> tuple[float, float, float]:
    """Return a side's firm, measured and open answers, as shares of twenty."""
    return (
        min((record & 63) / 20, 1.0),
        min((record >> 6 & 63) / 20, 1.0),
        min((record >> 12 & 63) / 20, 1.0),
    )
