"""What answers to a crisis are worth, given what the other side's record makes likely.

The other's stance is taken from its public record: how often it was firm, measured and
open so far, counted on top of a prior that expects openness a little more often. Within
a stance its responses are equally likely.
"""

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from game.engine import State, View
from game.engine import fields as f
from game.engine.actions import argument_of
from game.engine.position import Position
from game.engine.rules.crisis import crisis_in_hand, resolve, response_open
from game.engine.rules.record import record_of
from game.players.evaluation import evaluate

PRIOR: Final = (0.8, 0.8, 1.6)
"""Answers, firm, measured and open, that a side is thought to have given before the first."""

Beliefs: TypeAlias = list[tuple[int, float]]
"""Responses, by their place in the data, each with its chance."""
Worth: TypeAlias = Callable[[State, int], float]
"""What a position is worth to a side."""


def own_value(state: State, side: int) -> float:
    """Return what a position is worth to a side that knows its mandate."""
    return evaluate(state, side, state.v[f.MANDATE + side])


def response_values(
    states: Sequence[State], view: View, actions: Sequence[int], worth: Worth = own_value
) -> list[float]:
    """Return the value of each legal answer, in the order of the actions."""
    places = [argument_of(action) for action in actions]
    totals = [0.0] * len(places)
    for state in states:
        for number, value in enumerate(_values(state, view.side, places, worth)):
            totals[number] += value / len(states)
    return totals


def crisis_value(state: State, side: int, worth: Worth = own_value) -> float:
    """Return what the crisis in hand is worth to a side that will give its best answer."""
    places = [place for place, _ in open_responses(state, side)]
    return max(_values(state, side, places, worth))


def beliefs(state: Position, side: int) -> Beliefs:
    """Return how a side may answer the crisis in hand."""
    record = record_of(state.v[f.RECORD + side])
    counts = [seen + prior for seen, prior in zip(record, PRIOR, strict=False)]
    responses = open_responses(state, side)
    alike = [0, 0, 0]
    for _, stance in responses:
        alike[stance] += 1
    weights = [(place, counts[stance] / alike[stance]) for place, stance in responses]
    whole = sum(weight for _, weight in weights)
    return [(place, weight / whole) for place, weight in weights]


def open_responses(state: Position, side: int) -> list[tuple[int, int]]:
    """Return the responses that are open to a side, as place and stance."""
    answers = state.world.responses[crisis_in_hand(state)][side]
    return [
        (place, response.stance)
        for place, response in enumerate(answers)
        if response_open(state, side, response)
    ]


def _values(state: State, side: int, places: Sequence[int], worth: Worth) -> list[float]:
    """Return the expected value of a side's answers in one position."""
    rival = beliefs(state, 1 - side)
    values = []
    for own in places:
        value = 0.0
        for theirs, chance in rival:
            twin = state.clone()
            resolve(twin, *((theirs, own) if side else (own, theirs)))
            value += chance * worth(twin, side)
        values.append(value)
    return values
