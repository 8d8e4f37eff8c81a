"""Chance: a counter-based generator whose key and counter lie in the state.

Every draw is SplitMix64 (Steele, Lea and Flood 2014) of key and counter, so that every
Python and platform gives the same numbers and a clone needs no generator of its own.
"""

from collections.abc import Callable
from hashlib import sha256
from random import Random
from typing import Final

from game.engine.fields import COUNTER, KEY
from game.engine.position import Entries

_MASK: Final = (1 << 64) - 1
_STEP: Final = 0x9E3779B97F4A7C15


def key_of(seed: int) -> int:
    """Return the 64-bit key of a match's seed, which may be any int."""
    return int.from_bytes(sha256(str(seed).encode("ascii")).digest()[:8], "big")


def dealt(luck: Callable[[], float], cards: tuple[int, ...], count: int) -> tuple[int, ...]:
    """Return so many of the cards in a random order; `luck` gives numbers from 0 to 1."""
    # hot: sorting by random keys, without a loop of our own, is a quarter of swapping
    return tuple(sorted(cards, key=lambda _: luck())[:count])


def draw(v: Entries, sides: int) -> int:
    """Return one of 0 to `sides` - 1, each equally likely, and count the draw."""
    counter = v[COUNTER] + 1
    v[COUNTER] = counter
    mixed = (v[KEY] + counter * _STEP) & _MASK
    mixed = ((mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9) & _MASK
    mixed = ((mixed ^ mixed >> 27) * 0x94D049BB133111EB) & _MASK
    drawn: int = (mixed ^ mixed >> 31) * sides >> 64
    return drawn


def luck(v: Entries) -> Callable[[], float]:
    """Return a source of numbers from 0 to 1, begun by one draw, for shuffling."""
    return Random(draw(v, 1 << 64)).random
