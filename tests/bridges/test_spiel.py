"""OpenSpiel's own suites pass on the game, and its searchers and solvers run on it."""

import math
import pickle
from random import Random

import numpy as np
import pyspiel
import pytest

from game.bridges import spiel
from game.engine import UnknownScenarioError
from tests.bridges.spiel_suites import (
    api_test,
    cfr,
    exploitability,
    gambit,
    generate_playthrough,
    ismcts,
    make_observation,
    mcts,
)

TINY = "defend_together(scenario=two-steps,deals=1)"
TOLD = (
    "observation_string",
    "observation_tensor",
    "information_state_string",
    "information_state_tensor",
)
SCENARIOS = ("two-steps", "first-council", "long-negotiation", "third-site")


def load(text="defend_together(scenario=first-council)"):
    return pyspiel.load_game(text)


def walked(game, luck, share=1.0):
    """Return a state some way into a random match."""
    state = game.new_initial_state()
    state.apply_action(luck.randrange(game.max_chance_outcomes()))
    while not state.is_terminal():
        if luck.random() > share:
            return state
        state.apply_action(luck.choice(state.legal_actions()))
    return state


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_random_simulations_of_openspiel_pass(scenario):
    game = load(f"defend_together(scenario={scenario},seed=3)")
    pyspiel.random_sim_test(game, num_sims=2, serialize=False, verbose=False)


def test_states_are_written_and_read_again():
    pyspiel.random_sim_test(load(), num_sims=1, serialize=True, verbose=False)


class TestFullTree(api_test.EnforceAPIOnFullTreeBase):
    """OpenSpiel's API test over every state of a small tree."""

    game_name = "defend_together"
    game = load(TINY)

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        chance = sum(state.is_chance_node() for state in cls.all_states)
        terminal = sum(state.is_terminal() for state in cls.all_states)
        known = chance, len(cls.all_states) - chance - terminal, terminal
        api_test.TOTAL_NUM_STATES[cls.game_name] = known
        api_test.PERFECT_RECALL_NUM_STATES[cls.game_name] = len(
            {
                (state.current_player(), state.information_state_string())
                for state in cls.all_states
                if not state.is_chance_node() and not state.is_terminal()
            }
        )

    def test_it_is_small_enough_to_enumerate(self):
        assert 100 < len(self.all_states) < 10_000


class TestPartialTree(api_test.EnforceAPIOnPartialTreeBase):
    """OpenSpiel's API test over some states of the whole game."""

    game_name = "defend_together"
    game = load("defend_together")


def test_its_playthrough_is_the_same_each_time():
    first, again = (generate_playthrough.playthrough(TINY, None, seed=5) for _ in range(2))

    assert first == again
    assert 'GameType.short_name = "defend_together"' in first


def test_a_match_is_never_longer_than_the_game_says():
    for scenario in SCENARIOS:
        game = load(f"defend_together(scenario={scenario})")
        for number in range(4):
            state = walked(game, Random(number))
            assert 0 < state.move_number() - 1 <= game.max_game_length()


def test_the_seed_chooses_the_deals():
    one, same, other = (load(f"defend_together(deals=4,seed={seed})") for seed in (1, 1, 2))
    seen = [
        [game.new_initial_state().child(deal).table.state.v for deal in range(4)]
        for game in (one, same, other)
    ]

    assert seen[0] == seen[1]
    assert not [v for v in seen[0] if v in seen[2]]


def test_no_deals_are_refused():
    with pytest.raises(ValueError, match="deals"):
        spiel.DefendTogether({"deals": 0})


def test_an_unknown_scenario_is_named():
    with pytest.raises(UnknownScenarioError, match="nowhere"):
        spiel.DefendTogether({"scenario": "nowhere"})


def test_returns_are_the_utilities_of_the_match():
    state = walked(load(), Random(1))

    assert state.returns() == list(state.table.state.outcome.utilities)


class TestResampling:
    """A state drawn anew can't be told from the first by the side that knows."""

    @pytest.fixture
    def states(self):
        game = load("defend_together(scenario=lisbon-to-chicago)")
        luck = Random(7)
        found = [walked(game, luck, 0.98) for _ in range(10)]
        return [state for state in found if not state.is_terminal()]

    def test_the_player_is_told_the_same(self, states):
        luck = Random(1)
        for state in states:
            for player in (0, 1):
                twin = state.resample_from_infostate(player, luck.random)
                for told in TOLD:
                    assert getattr(twin, told)(player) == getattr(state, told)(player)

    def test_what_it_does_not_know_is_drawn_anew(self, states):
        luck = Random(1)
        twins = [state.resample_from_infostate(0, luck.random) for state in states]

        assert any(
            twin.observation_string(1) != state.observation_string(1)
            for twin, state in zip(twins, states, strict=True)
        )

    def test_it_can_be_played_to_the_end_and_kept(self, states):
        luck = Random(1)
        for state in states[:4]:
            twin = state.resample_from_infostate(0, luck.random)
            again = pickle.loads(pickle.dumps(twin.table))
            assert [again.key(side) for side in (0, 1)] == [twin.table.key(s) for s in (0, 1)]
            while not twin.is_terminal():
                twin.apply_action(luck.choice(twin.legal_actions()))


def test_the_search_of_openspiel_plays_a_whole_match():
    game = load()
    chance = np.random.RandomState(1)
    bot = ismcts.ISMCTSBot(
        game=game,
        evaluator=mcts.RandomRolloutEvaluator(1, chance),
        uct_c=0.15,
        max_simulations=8,
        random_state=chance,
    )
    state = game.new_initial_state()
    state.apply_action(0)
    while not state.is_terminal():
        state.apply_action(bot.step(state))

    assert all(-1 <= value <= 1 for value in state.returns())


class TestSolving:
    """*Two Steps* is solved: what a side could gain by knowing the other's plan shrinks."""

    def test_a_solver_in_python_runs_on_it(self):
        game = load(TINY)
        solver = cfr.CFRPlusSolver(game)
        uniform = exploitability.nash_conv(game, solver.average_policy())
        for _ in range(3):
            solver.evaluate_and_update_policy()

        assert exploitability.nash_conv(game, solver.average_policy()) < uniform / 2

    def test_a_solver_in_cpp_runs_on_its_tree(self):
        text = gambit.export_gambit(load("defend_together(scenario=two-steps,deals=2)"))
        game = pyspiel.load_efg_game(text)
        solver = pyspiel.CFRPlusSolver(game)
        for _ in range(100):
            solver.evaluate_and_update_policy()
        gain = pyspiel.nash_conv(game, solver.average_policy())

        assert math.isfinite(gain)
        assert 0 <= gain < 0.005


class TestObservers:
    """Observations by what they hold, public or private."""

    def test_public_ones_are_the_same_for_both(self):
        wanted = pyspiel.IIGObservationType(
            public_info=True, perfect_recall=False, private_info=pyspiel.PrivateInfoType.NONE
        )
        observer = make_observation(load(), wanted)
        state = walked(load(), Random(3), 0.9)
        nato, russia = (observer.string_from(state, player) for player in (0, 1))

        assert nato.replace("player: 0", "player: 1") == russia

    def test_none_holds_the_secrets_of_both(self):
        wanted = pyspiel.IIGObservationType(
            public_info=True,
            perfect_recall=False,
            private_info=pyspiel.PrivateInfoType.ALL_PLAYERS,
        )
        with pytest.raises(ValueError, match="both players"):
            make_observation(load(), wanted)

    def test_they_take_no_parameters(self):
        with pytest.raises(ValueError, match="no parameters"):
            make_observation(load(), None, {"depth": 1})

    def test_moves_of_the_past_stand_in_the_tensor_of_perfect_recall(self):
        wanted = pyspiel.IIGObservationType(perfect_recall=True)
        observer = make_observation(load(TINY), wanted)
        state = walked(load(TINY), Random(3))
        observer.set_from(state, 0)
        told = [tuple(row) for row in observer.dict["moves"].tolist() if any(row)]

        assert [row[0] for row in told].count(1.0) == 2
        assert len(told) == 4
        assert all(row[2] > 0 for row in told)
