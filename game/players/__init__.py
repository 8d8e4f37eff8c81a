"""Who decides for a side without being a person. Each is handed a `View`, never a `State`."""

from game.players.names import PLAYERS, UnknownSeatError, check_player, make_player
from game.players.player import Player

__all__ = ["PLAYERS", "Player", "UnknownSeatError", "check_player", "make_player"]
