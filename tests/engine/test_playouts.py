"""Playing on by chance draws from what is legal, evenly, though it never lists it."""

from collections import Counter
from random import Random

import pytest

from game.engine import actions as a
from game.engine import fields as f
from game.engine import new_state
from tests.engine.playthroughs import SCENARIOS, reached, walk
from tests.engine.positions import content

SOME = pytest.param(120, id="some")
LOTS = pytest.param(3000, id="lots", marks=pytest.mark.long)
GRID = 2000
"""Numbers from 0 to 1 with which a draw begins; more than ten for each use of a full hand."""


class DrawnAgainError(Exception):
    """What was drawn first isn't legal."""


def drawn_at(state, number):
    """Return what is drawn with a number, or `None` if another one is asked for."""
    given = [number]

    def chance():
        if not given:
            raise DrawnAgainError
        return given.pop()

    try:
        return state.chance_action(chance)
    except DrawnAgainError:
        return None


def drawn(state):
    """Return how often each action is drawn at once, over numbers that lie evenly."""
    found = Counter(drawn_at(state, (point + 0.5) / GRID) for point in range(GRID))
    del found[None]
    return found


@pytest.mark.parametrize("count", [SOME, LOTS])
def test_what_is_drawn_is_what_is_legal_and_each_as_often(count):
    for state in reached(count, seed=3):
        before = state.v[:]
        found = drawn(state)

        assert set(found) == set(state.legal_actions())
        assert max(found.values()) - min(found.values()) <= 1
        assert state.v == before


def costly_positions():
    """Return positions in which a lasting effect moves what the mover pays."""
    found = []
    for number in range(100):
        for state, action in walk(SCENARIOS[number % len(SCENARIOS)], number):
            if action is None or state.decision != "card" or not state.v[f.LASTING]:
                continue
            table = state.world.lasting_tables[state.v[f.LASTING]]
            if table.costs[state.to_move] is not None:
                found.append(state.clone())
                break
    return found


def test_what_is_drawn_is_what_moved_costs_leave_open():
    positions = costly_positions()
    assert len(positions) > 20
    for state in positions:
        assert set(drawn(state)) == set(state.legal_actions())


def test_positions_reach_every_kind_of_use_that_is_drawn():
    kinds = {act >> 16 for state in reached(400, seed=3) for act in state.legal_actions()}

    assert kinds == set(a.KINDS)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_playing_out_is_drawing_and_applying_again_and_again(scenario):
    for seed in range(10):
        whole, one = new_state(content(), scenario, seed), new_state(content(), scenario, seed)
        luck = Random(seed).random
        decisions = whole.play_out(Random(seed).random)

        for _ in range(decisions):
            one.apply_checked(one.chance_action(luck))

        assert whole.outcome is not None
        assert one.v == whole.v


def test_playing_out_stops_when_its_last_round_is_over():
    for seed in range(30):
        state = new_state(content(), "long-negotiation", seed)

        state.play_out(Random(seed).random, 3)

        assert state.outcome is not None or state.round == 4


def test_nothing_is_played_out_when_the_match_is_over():
    state = new_state(content(), "first-council", 1)
    state.play_out(Random(1).random)
    before = state.v[:]

    assert state.play_out(Random(2).random) == 0
    assert state.v == before
