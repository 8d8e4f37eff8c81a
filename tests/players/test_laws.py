"""What holds for every player, whatever it wants."""

import random

import pytest

from game.engine import new_state
from game.players import PLAYERS, SEARCH_PLAYERS, UnknownSeatError, check_player, make_player

SOME = 150
EVERY = (*PLAYERS, *SEARCH_PLAYERS[:4], "search:4:partner")
"""The strongest thinks long and is asked less, in `test_search.py`."""
QUICK = (*PLAYERS, *SEARCH_PLAYERS[:2])
"""Those that don't think long."""


def some(positions, name):
    """Enough positions for a player; fewer for one that thinks."""
    return positions[:SOME] if name in QUICK else positions[: SOME // 10]


def asked(player, state):
    return player.decide(state.view(state.to_move))


@pytest.mark.parametrize("name", EVERY)
def test_every_answer_is_legal(name, positions):
    for state in some(positions, name):
        side = state.to_move
        action = asked(make_player(name, 1, side), state)

        assert action in state.view(side).legal_actions()


@pytest.mark.parametrize("name", EVERY)
def test_no_player_rests_on_what_its_side_cannot_know(name, positions):
    luck = random.Random(8)
    for state in some(positions, name):
        side = state.to_move
        other = state.view(side).sample(luck)
        assert other.view(side) == state.view(side)

        answers = {asked(make_player(name, 1, side), one) for one in (state, other)}

        assert len(answers) == 1


@pytest.mark.parametrize("name", EVERY)
def test_an_answer_does_not_rest_on_what_was_asked_before(name, positions):
    for side in (0, 1):
        mine = [state for state in some(positions, name) if state.to_move == side]
        old = make_player(name, 1, side)

        assert [asked(old, s) for s in mine] == [
            asked(make_player(name, 1, side), s) for s in mine
        ]


@pytest.mark.parametrize("name", EVERY)
def test_no_player_touches_the_luck_of_others(name, positions):
    luck = random.getstate()
    for state in some(positions, name)[:40]:
        before = state.v[:]

        asked(make_player(name, 1, state.to_move), state)

        assert state.v == before
    assert random.getstate() == luck


@pytest.mark.parametrize("name", QUICK)
@pytest.mark.parametrize(
    "scenario",
    [
        "first-council",
        "lisbon-to-chicago",
        "long-negotiation",
        "november-statement",
        "sectoral-defence",
    ],
)
def test_every_player_plays_every_scenario_to_its_end(name, scenario, content):
    state = new_state(content, scenario, 3)
    players = [make_player(name, 3, side) for side in (0, 1)]

    while state.to_move is not None:
        state.apply_checked(asked(players[state.to_move], state))

    assert state.outcome is not None


@pytest.mark.parametrize("name", ["search:3", "search:4:hawk"])
def test_a_player_that_thinks_plays_a_match_to_its_end(name, content):
    state = new_state(content, "first-council", 3)
    players = [make_player(name, 3, side) for side in (0, 1)]

    while state.to_move is not None:
        state.apply_checked(asked(players[state.to_move], state))

    assert state.outcome is not None


def test_different_seeds_make_different_luck(positions):
    answers = {
        seed: [asked(make_player("random", seed, s.to_move), s) for s in positions[:60]]
        for seed in (1, 2)
    }

    assert answers[1] != answers[2]


def test_an_unknown_player_is_said_with_the_nearest():
    with pytest.raises(UnknownSeatError, match="did you mean “reciprocator”"):
        check_player("reciprokator")
    with pytest.raises(UnknownSeatError, match="there are random, firm"):
        make_player("", 1, 0)
