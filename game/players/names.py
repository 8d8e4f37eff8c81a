"""The players by the names that the command line and saves use."""

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import Final

from game.players.firm import Firm
from game.players.greedy import Greedy
from game.players.open_handed import OpenHanded
from game.players.operations import Operations
from game.players.player import Player
from game.players.reciprocator import Reciprocator
from game.players.uniform import Uniform

_MAKERS: Final[dict[str, Callable[[int, int], Player]]] = {
    "random": Uniform,
    "firm": Firm,
    "open": OpenHanded,
    "operations": Operations,
    "reciprocator": Reciprocator,
    "greedy": Greedy,
}
PLAYERS: Final = tuple(_MAKERS)
"""Every player, by its stable name."""


class UnknownSeatError(ValueError):
    """Nobody of this name can sit at a side."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        near = get_close_matches(name, known, 1)
        hint = f", did you mean {near[0]!r}?" if near else ";"
        super().__init__(f"no seat {name!r}{hint} there are {', '.join(known)}")
        self.name = name


def check_player(name: str, known: Sequence[str] = PLAYERS) -> str:
    """Return the name of a player.

    Args:
        name: As somebody typed it.
        known: What the error offers.

    Raises:
        UnknownSeatError: There is no such player.
    """
    if name not in _MAKERS:
        raise UnknownSeatError(name, known)
    return name


def make_player(name: str, seed: int, side: int) -> Player:
    """Return a player for a side; equal seeds make equal choices.

    Raises:
        UnknownSeatError: There is no such player.
    """
    return _MAKERS[check_player(name)](seed, side)
