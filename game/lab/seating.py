"""Seats of the lab: the computer's players, and what they would be with other knowledge.

`search:5+unbelieving` makes nothing of the other's moves; `search:5+seeing` is dealt the
truth: every hand, deck, mandate and undeclared site, though neither luck to come nor a
sealed answer. Both are there to measure what knowledge is worth, and sit in no match.
`greedy+noise` is greedy with the second level's error of judgement: what search is worth.
"""

from dataclasses import dataclass, replace
from random import Random
from typing import Final

from game.engine import State
from game.engine import fields as f
from game.players import Player, UnknownSeatError, check_player, make_player
from game.players.search import LEVELS, SearchPlayer
from game.players.search.dealing import Deal, unseal

SEEING: Final = "seeing"
UNBELIEVING: Final = "unbelieving"
NOISE: Final = "noise"
_KNOWLEDGES: Final = {"search": ("", SEEING, UNBELIEVING), "greedy": ("", NOISE)}
"""By the beginning of a player's name; others know what they may."""
_MARK: Final = "+"


@dataclass(frozen=True, slots=True)
class Seat:
    """Who sits at a side.

    Attributes:
        player: One of the computer's players, by its name.
        knowledge: `SEEING`, `UNBELIEVING`, `NOISE`; empty: as it sits in a match.
    """

    player: str
    knowledge: str = ""

    @property
    def name(self) -> str:
        """The seat as the command line calls it."""
        return self.player + (_MARK + self.knowledge if self.knowledge else "")


def read_seat(text: str) -> Seat:
    """Return the seat that a name stands for.

    Raises:
        UnknownSeatError: Nobody of this name plays in the lab.
    """
    player, marked, knowledge = text.partition(_MARK)
    check_player(player)
    there = _KNOWLEDGES.get(player.split(":")[0], ("",))
    if knowledge not in there or (marked and not knowledge):
        raise UnknownSeatError(text, [Seat(player, one).name for one in there])
    return Seat(player, knowledge)


def player_of(seat: Seat, seed: int, side: int) -> Player:
    """Return the player of a seat; what it knows is up to who asks it."""
    if seat.knowledge == NOISE:
        return SearchPlayer(replace(LEVELS[2], blind=False), seed=seed, side=side)
    return make_player(seat.player, seed, side)


def truth_of(state: State) -> Deal:
    """Return what deals the truth again and again, with other luck to come."""

    def deal(luck: Random) -> State:
        twin = state.clone()
        twin.v[f.KEY] = luck.getrandbits(64)
        unseal(twin)
        return twin

    return deal
