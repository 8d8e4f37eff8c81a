"""`greedy`: the best action by one ply of the evaluation, on positions that its view allows."""

from random import Random
from typing import Final

from game.engine import View
from game.engine import actions as a
from game.players.mandates import best_mandate
from game.players.packages import best_package
from game.players.player import own_luck, place_of
from game.players.plies import action_values, card_values, distinct_uses, with_counter
from game.players.stances import response_values

SAMPLES: Final = 2
"""Positions dealt for a decision; the same for every action, so that luck cancels out."""
_WORTH_SAYING: Final = 0.002
"""Utility that a package must bring its drafter to be proposed."""


class Greedy:
    """Looks one decision ahead, and no further."""

    def __init__(self, seed: int, side: int) -> None:
        self._seed = seed
        self._side = side
        self._plan: tuple[int, ...] = ()
        self._planned_for: tuple[object, ...] = ()

    def decide(self, view: View) -> int:
        """Return the action with the best value."""
        actions = view.legal_actions()
        if len(actions) == 1:
            return actions[0]
        if view.decision == "mandate":
            return best_mandate(view)
        luck = own_luck(self._seed, self._side, view)
        if view.decision in {"draft", "counter-draft"}:
            return self._draft(view, luck)
        states = [view.sample(luck) for _ in range(SAMPLES)]
        if view.decision == "crisis":
            values = response_values(states, view, actions)
        elif view.decision == "card":
            actions = distinct_uses(view, actions)
            values = card_values(states, view.side, actions)
        else:
            values = action_values(states, view.side, actions)
            if view.decision == "reply":
                values = with_counter(states, view, actions, values)
        return actions[values.index(max(values))]

    def _draft(self, view: View, luck: Random) -> int:
        """Go on with the planned package, planning it first.

        The plan is kept from term to term only to save time: it rests on nothing that the
        draft changes, so a player that lost it makes the same one again.
        """
        if self._planned_for != place_of(view):
            best = best_package([view.sample(luck) for _ in range(SAMPLES)], view)
            worth_it = best is not None and best.worth.own > _WORTH_SAYING
            self._plan = best.terms if best is not None and worth_it else ()
            self._planned_for = place_of(view)
        following = self._following(view)
        if following is not None:
            return following
        table = a.encode(a.TABLE)
        return table if view.why_not(table) is None else a.encode(a.NO_PROPOSAL)

    def _following(self, view: View) -> int | None:
        """Return the next step of the planned package, or `None` where it can't go on."""
        done = len(view.draft)
        if not self._plan or tuple(view.draft) != self._plan[:done]:
            return None
        whole = done == len(self._plan)
        action = a.encode(a.TABLE) if whole else a.encode(a.TERM, 0, self._plan[done])
        return action if view.why_not(action) is None else None
