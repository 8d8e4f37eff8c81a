"""Who decides for a side without being a person. Each is handed a `View`, never a `State`.

```python
from game.content import load_content
from game.engine import new_state
from game.players import make_player

state = new_state(load_content(), "first-council", 7)
players = [make_player("search:1", 7, 0), make_player("reciprocator", 7, 1)]
while state.to_move is not None:
    side = state.to_move
    state.apply_checked(players[side].decide(state.view(side)))
print(state.outcome)
```
"""

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
