"""Players that search: information-set Monte Carlo tree search with beliefs and temperaments.

    player = SearchPlayer(4, "hawk", seed=seed, side=0)     # a `Player`: `decide(view)`
    player.remember(memory)                                 # what it makes of the other's moves
    for move in weigh(view, memory, 400, seed): ...         # the root's moves, the best first

All of it rests on a `View`, never on a `State`.
"""

from game.players.memory import Memory
from game.players.search.levels import LEVELS, STRONGEST, Level
from game.players.search.player import SearchPlayer
from game.players.search.temperaments import TEMPERAMENTS, Temperament
from game.players.search.weighing import Search, Weighed, ponder, weigh

__all__ = [
    "LEVELS",
    "STRONGEST",
    "TEMPERAMENTS",
    "Level",
    "Memory",
    "Search",
    "SearchPlayer",
    "Temperament",
    "Weighed",
    "ponder",
    "weigh",
]
