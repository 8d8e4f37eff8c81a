"""Who decides for a side without being a person. Each is handed a `View`, never a `State`."""

from game.players.memory import Memory
from game.players.names import (
    PLAYERS,
    SEARCH_PLAYERS,
    UnknownSeatError,
    check_player,
    make_player,
)
from game.players.player import Player, Rememberer

__all__ = [
    "PLAYERS",
    "SEARCH_PLAYERS",
    "Memory",
    "Player",
    "Rememberer",
    "UnknownSeatError",
    "check_player",
    "make_player",
]
