"""`random`: any legal action is as likely as any other."""

from game.engine import View
from game.players.player import own_luck


class Uniform:
    """Decides by lot."""

    def __init__(self, seed: int, side: int) -> None:
        self._seed = seed
        self._side = side

    def decide(self, view: View) -> int:
        """Return any legal action."""
        actions = view.legal_actions()
        luck = own_luck(self._seed, self._side, view)
        for _ in view.draft:
            luck.random()
        return actions[int(luck.random() * len(actions))]
