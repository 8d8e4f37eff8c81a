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
from game.players.search.levels import LEVELS, STRONGEST
from game.players.search.patient import PATIENT, PatientPlayer
from game.players.search.player import SearchPlayer
from game.players.search.temperaments import TEMPERAMENTS
from game.players.uniform import Uniform
from game.told import ToldError, mark

_MAKERS: Final[dict[str, Callable[[int, int], Player]]] = {
    "random": Uniform,
    "firm": Firm,
    "open": OpenHanded,
    "operations": Operations,
    "reciprocator": Reciprocator,
    "greedy": Greedy,
}
PLAYERS: Final = tuple(_MAKERS)
"""Every scripted player, by its stable name."""
SEARCH: Final = "search"
"""The player that searches: `search[:LEVEL[:TEMPERAMENT]]`, the strongest level if not said.

`patient` in place of a level: as long as it takes."""
SEARCH_PLAYERS: Final = tuple(f"{SEARCH}:{level}" for level in LEVELS)
"""Every level of it, without a temperament."""


class UnknownSeatError(ToldError, ValueError):
    """Nobody of this name can sit at a side."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        near = get_close_matches(name, known, 1)
        there = ", ".join(known)
        if near:
            message = mark("no seat “{name}”, did you mean “{near}”? There are {there}")
            super().__init__(message, name=name, near=near[0], there=there)
        else:
            super().__init__(
                mark("no seat “{name}”; there are {there}"), name=name, there=there
            )
        self.name = name


def check_player(name: str, known: Sequence[str] = PLAYERS) -> str:
    """Return the name of a player.

    Args:
        name: As somebody typed it.
        known: What the error offers.

    Raises:
        UnknownSeatError: There is no such player.
    """
    if name not in _MAKERS and _search_of(name) is None:
        raise UnknownSeatError(name, (*known, *(s for s in SEARCH_PLAYERS if s not in known)))
    return name


def make_player(name: str, seed: int, side: int) -> Player:
    """Return a player for a side; equal seeds make equal choices.

    Raises:
        UnknownSeatError: There is no such player.
    """
    maker = _MAKERS.get(check_player(name))
    if maker is not None:
        return maker(seed, side)
    found = _search_of(name)
    assert found is not None, "the name was checked"
    level, temperament = found
    if level == PATIENT:
        return PatientPlayer(temperament, seed=seed, side=side)
    return SearchPlayer(int(level), temperament, seed=seed, side=side)


def _search_of(name: str) -> tuple[str, str | None] | None:
    """Return the level and temperament of `search[:LEVEL[:TEMPERAMENT]]`, else `None`."""
    kind, *rest = name.split(":")
    if kind != SEARCH or len(rest) > 2:
        return None
    level = rest[0] if rest else str(STRONGEST)
    temperament = rest[1] if len(rest) == 2 else None
    if level not in {PATIENT, *(str(number) for number in LEVELS)}:
        return None
    if temperament is not None and temperament not in TEMPERAMENTS:
        return None
    return level, temperament
