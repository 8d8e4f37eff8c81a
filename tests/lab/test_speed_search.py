"""The bench's search rows: what is counted, and our state in the clothes of OpenSpiel's."""

from importlib.util import find_spec
from random import Random

import pytest

from game.content import load_content
from game.lab.speed import ROWS, Setting, measure
from game.lab.speed.peers.ismcts import Dressed
from game.lab.speed.positions import sampled
from game.lab.speed.search import ITERATIONS, along, decisions_inside, first_round, view_of


@pytest.fixture(scope="module")
def setting():
    return Setting(load_content(), "lisbon-to-chicago", seconds=0.001, positions=60)


@pytest.mark.parametrize("roots", [along, first_round])
def test_roots_are_the_same_every_time_and_leave_something_to_choose(setting, roots):
    first, again = roots(setting), roots(setting)

    assert [state.v for state in first] == [state.v for state in again]
    assert all(len(state.legal_actions()) > 1 for state in first)


def test_a_search_with_a_whole_match_ahead_begins_in_the_first_round(setting):
    assert {state.round for state in first_round(setting)} == {1}
    assert len({state.round for state in along(setting)}) > 1


def test_the_decisions_of_a_search_are_those_of_its_iterations(setting):
    state = next(one for one in along(setting) if one.decision == "card")
    before = state.v[:]

    done = decisions_inside(state, 5)

    assert done == decisions_inside(state, 5)
    assert 2 * ITERATIONS < done < 400 * ITERATIONS
    assert state.v == before


def test_a_dressed_state_plays_the_same_match(setting):
    for one in sampled(setting, Random(8)):
        state = one.state.clone()
        dressed = Dressed(state.clone(), None)
        luck = Random(2)
        while not dressed.is_terminal():
            legal = dressed.legal_actions()
            assert legal == list(state.legal_actions())
            assert dressed.current_player() == state.to_move
            action = legal[int(luck.random() * len(legal))]
            dressed.apply_action(action)
            state.apply(action)
        assert state.outcome is not None
        assert dressed.returns() == list(state.outcome.utilities)


def test_a_node_s_key_is_what_the_side_to_move_knows_and_no_more(setting):
    luck = Random(4)
    for one in sampled(setting, luck):
        known = Dressed(one.state, None).information_state_string()
        for _ in range(3):
            other = view_of(one.state).sample(luck)
            assert Dressed(other, None).information_state_string() == known


def test_a_clone_in_clothes_goes_its_own_way(setting):
    state = along(setting)[0]
    dressed = Dressed(state, None)
    before = dressed.information_state_string()

    twin = dressed.clone()
    twin.apply_action(twin.legal_actions()[0])

    assert dressed.information_state_string() == before


@pytest.mark.parametrize("name", ["search", "search-along"])
def test_both_searches_are_read_at_the_same_roots(setting, name):
    report = measure([ROWS[name], ROWS[f"{name}-decisions"]], setting, 1)

    iterations, decisions = report.rows
    told = {ratio.peer for ratio in iterations.ratios}
    if find_spec("pyspiel"):
        assert told == {"floor", "OpenSpiel ISMCTSBot on our engine"}
    else:
        assert told == {"floor"}
        assert "open-spiel" in report.absent
    assert {ratio.peer for ratio in decisions.ratios} == {
        "floor",
        "own playouts from the roots",
        "own playouts from the deal",
    }
    assert all(ratio.median > 0 for row in report.rows for ratio in row.ratios)
