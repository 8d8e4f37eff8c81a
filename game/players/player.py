"""What a player of the computer's is: asked with a view, it answers with an action."""

from random import Random
from typing import Protocol, runtime_checkable

from game.engine import View
from game.players.memory import Memory


class Player(Protocol):
    """Who decides for a side. It is handed a `View`, never a `State`."""

    def decide(self, view: View) -> int:
        """Return one of the view's legal actions; only asked when its side decides."""
        ...


@runtime_checkable
class Rememberer(Protocol):
    """A player that makes something of the other side's moves."""

    def remember(self, memory: Memory) -> None:
        """Take what the side has made of all moves so far; asked before each decision."""
        ...


def own_luck(seed: int, side: int, view: View) -> Random:
    """Return a player's own generator for one decision; the same through a whole draft.

    It rests on the match's seed and on where the match stands, not on what the player was
    asked before: so an undone, resumed or replayed match asks and is answered the same.
    Nothing of the match's own luck can be learned from it.
    """
    return Random(f"{seed}/{side}/{place_of(view)}")


def place_of(view: View) -> tuple[object, ...]:
    """Return where in its match a view stands; the same through a whole draft."""
    return view.round, view.turn, view.decision, view.tension, view.hand
