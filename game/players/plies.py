"""One ply: what each action is worth by the evaluation, on positions that a view allows.

One ply ends where the other side or chance would have to be asked, but for what follows
at once: an offer on a card is answered as the other would gain most by it, a crisis that
a card opens is valued by both sides' likely answers.
"""

from collections.abc import Sequence
from typing import Final

from game.engine import State, View, World
from game.engine import actions as a
from game.engine import fields as f
from game.players.evaluation import ANY, evaluate
from game.players.packages import best_package
from game.players.stances import Worth, crisis_value, own_value

_COUNTER_ACCEPTED: Final = 0.5
"""How likely a counter-package is thought to be accepted."""


def with_counter(
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


def distinct_uses(view: View, actions: Sequence[int]) -> list[int]:
    """Return the uses of cards that differ in what they do, each with its cheapest card.

    The evaluation doesn't count the hand, so one card would do as well as another; the
    dearer ones are better kept.
    """
    ops = view.world.ops
    cheapest: dict[object, int] = {}
    for action in actions:
        key = use_of(view.world, action)
        known = cheapest.get(key)
        if known is None or ops[a.card_of(action)] < ops[a.card_of(known)]:
            cheapest[key] = action
    return list(cheapest.values())


def use_of(world: World, action: int) -> object:
    """Return what equals for actions that do the same, whichever card they take."""
    kind = a.kind_of(action)
    if kind in {a.EVENT, a.UNVEIL}:
        return action
    operations = world.ops[a.card_of(action)]
    if kind == a.CAMPAIGN:
        return kind, operations // 2
    if kind in {a.TECHNICAL, a.HIDE_TECHNICAL}:
        sees_sites = operations >= world.numbers.technical_sites
        return kind, a.argument_of(action), sees_sites
    return kind, a.argument_of(action)


def card_values(
    states: Sequence[State], side: int, actions: Sequence[int], worth: Worth = own_value
) -> list[float]:
    """Return the value of each use of a card; an unveiling leaves the turn to be played."""
    values = action_values(states, side, actions, worth)
    unveiling = [a.kind_of(action) == a.UNVEIL for action in actions]
    if any(unveiling):
        now = sum(worth(state, side) for state in states) / len(states)
        turn = max(v for v, unveils in zip(values, unveiling, strict=True) if not unveils)
        for place, unveils in enumerate(unveiling):
            if unveils:
                values[place] += turn - now
    return values


def action_values(
    states: Sequence[State], side: int, actions: Sequence[int], worth: Worth = own_value
) -> list[float]:
    """Return the mean value of each action over the positions."""
    totals = [0.0] * len(actions)
    for state in states:
        ply = _Ply(state, side, worth)
        for place, action in enumerate(actions):
            totals[place] += ply.value(action) / len(states)
    return totals


class _Ply:
    """Values actions in one position."""

    def __init__(self, state: State, side: int, worth: Worth) -> None:
        self._state = state
        self._worth = worth
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
            return crisis_value(twin, self._side, self._worth)
        before = self._state.v
        same_round = pending and v[f.ROUND] == before[f.ROUND]
        if same_round and v[f.CRISIS] != before[f.CRISIS]:
            return self._escalated(twin)
        return self._worth(twin, self._side)

    def _answered(self, state: State) -> float:
        """Return the value of an offer, answered as the other side gains most."""
        rival = 1 - self._side
        values = []
        for answer in state.legal_actions():
            twin = state.clone()
            twin.apply(answer)
            values.append((evaluate(twin, rival, ANY), self._worth(twin, self._side)))
        return max(values, key=lambda pair: pair[0])[1]

    def _value_after(self, state: State, action: int) -> float:
        """Return the value after one more action."""
        twin = state.clone()
        twin.apply(action)
        return self._worth(twin, self._side)

    def _escalated(self, state: State) -> float:
        """Return the value where another crisis took the brewing one's place."""
        if self._state.v[f.CRISIS] < 0:
            return self._worth(state, self._side)
        if self._brewing is None:
            self._brewing = crisis_value(self._state, self._side, self._worth)
        risk = crisis_value(state, self._side, self._worth) - self._brewing
        return self._worth(self._state, self._side) + risk
