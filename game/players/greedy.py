"""`greedy`: the best action by one ply of the evaluation, on positions that its view allows."""

from collections.abc import Sequence
from random import Random
from typing import Final

from game.engine import State, View
from game.engine import actions as a
from game.engine import fields as f
from game.players.evaluation import evaluate, evaluate_unknown
from game.players.mandates import best_mandate
from game.players.packages import Proposal, best_package
from game.players.player import own_luck
from game.players.stances import crisis_value, response_values

SAMPLES: Final = 2
"""Positions dealt for each decision; the same for every action, so that luck cancels out."""
_FREE: Final = 0.005
"""Utility that a package must bring to be worth its words."""


class Greedy:
    """Looks one decision ahead, and no further."""

    def __init__(self, seed: int, side: int) -> None:
        self._seed = seed
        self._side = side
        self._plan: tuple[int, ...] = ()

    def decide(self, view: View) -> int:
        """Return the action with the best value."""
        actions = view.legal_actions()
        if len(actions) == 1:
            return actions[0]
        luck = own_luck(self._seed, self._side, view)
        decision = view.decision
        if decision == "mandate":
            return best_mandate(view)
        if decision in {"draft", "counter-draft"}:
            return self._draft(view, luck)
        states = [view.sample(luck) for _ in range(SAMPLES)]
        if decision == "crisis":
            values = response_values(states, view, actions)
        elif decision == "reply":
            return self._reply(view, states, actions)
        else:
            values = [_value(states, view, action) for action in actions]
        return actions[values.index(max(values))]

    def _draft(self, view: View, luck: Random) -> int:
        """Go on with the planned package, or plan one and begin it."""
        following = self._following(view)
        if following is None and not view.draft:
            states = [view.sample(luck) for _ in range(SAMPLES)]
            self._plan = _worth_saying(best_package(states, view))
            following = self._following(view)
        if following is not None:
            return following
        table = a.encode(a.TABLE)
        return table if view.why_not(table) is None else a.encode(a.NO_PROPOSAL)
