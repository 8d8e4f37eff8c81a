"""Playing on by chance alone: what searches of other programs do, for measuring beside them.

It has the faces of `Light`: nothing is learned, every legal action is as likely as any
other, and packages are drafted term by term.
"""

from random import Random

from game.engine import State
from game.players.packages import Terms
from game.players.search.answers import open_to


class Plain:
    """Decides for both sides by chance."""

    def __init__(self, luck: Random) -> None:
        """Prepare to play on."""
        self._random = luck.random

    def __call__(self, state: State) -> None:
        """Make the pending decision."""
        state.apply(state.chance_action(self._random))

    def play_on(self, state: State, last: int) -> None:
        """Play on until the end of a round."""
        state.play_out(self._random, last)

    def opened(self, state: State) -> int:
        """Return any legal action."""
        return state.chance_action(self._random)

    any_of = opened

    def answer(self, state: State, side: int) -> int:
        """Return any of a side's answers to a crisis."""
        legal = open_to(state, side)
        return legal[int(self._random() * len(legal))]

    def packages(self, state: State) -> list[Terms]:
        """Return no package: none is thought of as a whole."""
        del state
        return []
