"""`greedy`: the best action by one ply of the evaluation, on positions that its view allows.

One ply ends where the other side or chance would have to be asked, but for what follows
at once: an offer on a card is answered as the other would gain most by it, a crisis that
a card opens is valued by both sides' likely answers.
"""

from collections.abc import Sequence
from random import Random
from typing import Final

from game.engine import State, View
from game.engine import actions as a
from game.engine import fields as f
from game.players.evaluation import evaluate, evaluate_both
from game.players.mandates import best_mandate
from game.players.packages import best_package
from game.players.player import own_luck, place_of
from game.players.stances import crisis_value, response_values

SAMPLES: Final = 2
"""Positions dealt for a decision; the same for every action, so that luck cancels out."""
_WORTH_SAYING: Final = 0.002
"""Utility that a package must bring its drafter to be proposed."""
_COUNTER_ACCEPTED: Final = 0.5
"""How likely a counter-package is thought to be accepted."""


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
            actions = _distinct(view, actions)
            values = _card_values(states, view.side, actions)
        else:
            values = _values(states, view.side, actions)
            if view.decision == "reply":
                values = _with_counter(states, view, actions, values)
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


def _with_counter(
    states: Sequence[State], view: View, actions: Sequence[int], values: list[float]
) -> list[float]:
    """Return the values of a reply, that of a counter-package replaced by what it may bring."""
    counter = a.encode(a.COUNTER)
    if counter not in actions:
        return values
    best = best_package(states, view)
    place = actions.index(counter)
    refused = values[actions.index(a.encode(a.REJECT))]
    gain = 0.0 if best is None else best.worth.own
    values[place] = refused + _COUNTER_ACCEPTED * gain if gain > 0 else -1.0
    return values


def _distinct(view: View, actions: Sequence[int]) -> list[int]:
    """Return the uses of cards that differ in what they do, each with its cheapest card.

    The evaluation doesn't count the hand, so one card would do as well as another; the
    dearer ones are better kept.
    """
    ops = view.world.ops
    cheapest: dict[object, int] = {}
    for action in actions:
        key = _use(view, action)
        known = cheapest.get(key)
        if known is None or ops[a.card_of(action)] < ops[a.card_of(known)]:
            cheapest[key] = action
    return list(cheapest.values())


def _use(view: View, action: int) -> object:
    """Return what equals for actions that do the same, whichever card they take."""
    kind = a.kind_of(action)
    if kind in {a.EVENT, a.UNVEIL}:
        return action
    operations = view.world.ops[a.card_of(action)]
    if kind == a.CAMPAIGN:
        return kind, operations // 2
    if kind in {a.TECHNICAL, a.HIDE_TECHNICAL}:
        sees_sites = operations >= view.world.numbers.technical_sites
        return kind, a.argument_of(action), sees_sites
    return kind, a.argument_of(action)


def _card_values(states: Sequence[State], side: int, actions: Sequence[int]) -> list[float]:
    """Return the value of each use of a card; an unveiling leaves the turn to be played."""
    values = _values(states, side, actions)
    unveiling = [a.kind_of(action) == a.UNVEIL for action in actions]
    if any(unveiling):
        now = sum(_own(state, side) for state in states) / len(states)
        turn = max(v for v, unveils in zip(values, unveiling, strict=True) if not unveils)
        for place, unveils in enumerate(unveiling):
            if unveils:
                values[place] += turn - now
    return values


def _values(states: Sequence[State], side: int, actions: Sequence[int]) -> list[float]:
    """Return the mean value of each action over the positions."""
    totals = [0.0] * len(actions)
    for state in states:
        ply = _Ply(state, side)
        for place, action in enumerate(actions):
            totals[place] += ply.value(action) / len(states)
    return totals


class _Ply:
    """Values actions in one position."""

    def __init__(self, state: State, side: int) -> None:
        self._state = state
        self._side = side
        self._brewing: float | None = None

    def value(self, action: int) -> float:
        """Return what the position after an action is worth."""
        twin = self._state.clone()
        twin.apply(action)
        v = twin.v
        pending = v[f.PENDING]
        if pending == f.ANSWER_OFFER:
            return self._answered(twin)
        if pending == f.REVEAL_SITE:
            return max(self._value_after(twin, choice) for choice in twin.legal_actions())
        if pending == f.ANSWER_CRISIS and v[f.OPENED] >= 0:
            return crisis_value(twin, self._side)
        before = self._state.v
        same_round = pending and v[f.ROUND] == before[f.ROUND]
        if same_round and v[f.CRISIS] != before[f.CRISIS]:
            return self._escalated(twin)
        return _own(twin, self._side)

    def _answered(self, state: State) -> float:
        """Return the value of an offer, answered as the other side gains most."""
        mandate = state.v[f.MANDATE + self._side]
        values = []
        for answer in state.legal_actions():
            twin = state.clone()
            twin.apply(answer)
            values.append(evaluate_both(twin, self._side, mandate))
        return max(values, key=lambda pair: pair[1])[0]

    def _value_after(self, state: State, action: int) -> float:
        """Return the value after one more action."""
        twin = state.clone()
        twin.apply(action)
        return _own(twin, self._side)

    def _escalated(self, state: State) -> float:
        """Return the value where another crisis took the brewing one's place."""
        if self._state.v[f.CRISIS] < 0:
            return _own(state, self._side)
        if self._brewing is None:
            self._brewing = crisis_value(self._state, self._side)
        risk = crisis_value(state, self._side) - self._brewing
        return _own(self._state, self._side) + risk


def _own(state: State, side: int) -> float:
    """Return what a position is worth to a side that knows its mandate."""
    return evaluate(state, side, state.v[f.MANDATE + side])
