"""The interpreter's floor: the least that a turn of a game can cost in Python."""

from random import Random
from typing import Final

from game.lab.speed.measure import Meter, Tally, clocked
from game.lab.speed.row import Loop, Setting

_TURNS: Final = 200
_ENTRIES: Final = 64
_ACTIONS: Final = 12


def _do(entries: list[int], action: int) -> None:
    """Stand for the rules: a function that is called and does nothing."""


def _turns(luck: Random) -> Tally:
    """Turn so often: copy a list, list twelve actions, draw one, call the table."""
    rnd = luck.random
    entries = [0] * _ENTRIES
    table = dict.fromkeys(range(_ACTIONS), _do)
    # twelve names, or the compiler would build the tuple once and for all
    a, b, c, d, e, f, g, h, i, j, k, m = range(_ACTIONS)
    for _ in range(_TURNS):
        copy = entries[:]
        legal = (a, b, c, d, e, f, g, h, i, j, k, m)
        action = legal[int(rnd() * len(legal))]
        table[action](copy, action)
    return {"turn": _TURNS}


def _ready(setting: Setting) -> Meter:
    return clocked(_turns, setting.seconds)


FLOOR: Final = Loop(
    name="floor",
    includes="a turn of a bare loop of the standard library: copy a list of 64, build a "
    "tuple of 12, draw one random number, index, call a function from a table",
    ready=_ready,
    kind="floor",
)
