"""PettingZoo's and Gymnasium's own suites pass on the environments."""

from random import Random

import gymnasium
import numpy as np
import pytest
from gymnasium.utils.env_checker import check_env

from game.bridges import aec
from game.bridges.ids import ACTIONS
from game.bridges.seat import SeatEnv
from game.engine import IllegalActionError, UnknownScenarioError
from game.match import Match
from game.players import UnknownSeatError
from tests.bridges.zoo_suites import api_test, render_test, seed_test

# what the suites think probable of most environments, such as no mask without a legal action
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning")


class TestPettingZoo:
    def test_its_api_test_passes(self):
        api_test(aec.env(scenario="lisbon-to-chicago"), num_cycles=300)

    def test_its_seed_test_passes(self):
        seed_test(lambda: aec.env(scenario="first-council"), num_cycles=200)

    def test_its_render_test_passes(self):
        seen = []

        def look(picture):
            seen.append(picture)
            return True

        render_test(
            lambda render_mode: aec.env(scenario="first-council", render_mode=render_mode),
            custom_tests={"rgb_array": look},
        )

        assert {picture.shape for picture in seen} == {(720, 1280, 3)}
        assert len({picture.tobytes() for picture in seen}) > 1
        assert len(np.unique(seen[0][::8, ::8].reshape(-1, 3), axis=0)) > 20

    def test_a_seed_deals_the_match_that_it_deals_elsewhere(self, shipped):
        env = aec.env(scenario="first-council")
        env.reset(seed=7)

        match = Match(shipped, "first-council", 7, ("human", "human"))
        assert env.unwrapped.table.state.v == match.truth.v

    def test_both_get_their_utilities_at_the_end(self):
        env = aec.env(scenario="first-council")
        env.reset(seed=3)
        got = dict.fromkeys(env.agents, 0.0)
        for agent in env.agent_iter():
            told, reward, over, _, _ = env.last()
            got[agent] += reward
            env.step(None if over else int(told["action_mask"].argmax()))

        assert tuple(got.values()) == env.unwrapped.table.state.outcome.utilities

    def test_an_illegal_action_loses(self):
        env = aec.env(scenario="first-council")
        env.reset(seed=3)
        agent, mask = env.agent_selection, env.last()[0]["action_mask"]
        env.step(int(np.flatnonzero(mask == 0)[0]))

        assert env.terminations == {"nato": True, "russia": True}
        assert env.rewards[agent] == -1.0

    def test_without_the_wrappers_it_is_refused_and_changes_nothing(self):
        env = aec.raw_env(scenario="first-council")
        env.reset(seed=3)
        before = env.table.state.v[:]
        for number in np.flatnonzero(env.last()[0]["action_mask"] == 0)[::100]:
            with pytest.raises(IllegalActionError):
                env.step(int(number))
        assert env.table.state.v == before

    def test_an_unknown_scenario_is_refused(self):
        with pytest.raises(UnknownScenarioError):
            aec.env(scenario="nowhere")

    def test_an_unknown_render_mode_is_refused_when_it_is_asked_for(self):
        env = aec.raw_env(scenario="first-council", render_mode="hologram")
        env.reset(seed=1)
        with pytest.raises(ValueError, match="hologram"):
            env.render()


class TestGymnasium:
    @pytest.mark.parametrize(
        ("side", "rival"),
        [("nato", "greedy"), ("russia", "random"), ("russia", "search:1:hidden")],
    )
    def test_its_check_passes(self, side, rival):
        env = SeatEnv("first-council", side=side, rival=rival)
        check_env(env, skip_render_check=True)

    @pytest.mark.parametrize("mode", ["ansi", "rgb_array"])
    def test_its_check_of_pictures_passes(self, mode):
        check_env(SeatEnv("first-council", rival="random", render_mode=mode))

    def test_it_is_made_by_its_registered_name(self):
        env = gymnasium.make("game.bridges.seat:DefendTogether-v0", scenario="two-steps")
        told, info = env.reset(seed=1)

        assert told in env.observation_space
        assert info["action_mask"].shape == (ACTIONS,)

    @pytest.mark.parametrize("side", [0, 1])
    def test_a_match_is_played_to_its_end(self, side):
        env = SeatEnv("first-council", side=("nato", "russia")[side], rival="reciprocator")
        env.reset(seed=5)
        luck, over, reward = Random(1), False, 0.0
        while not over:
            assert env.match.to_move == side
            legal = np.flatnonzero(env.action_masks()).tolist()
            _, reward, over, _, _ = env.step(luck.choice(legal))

        assert env.match.outcome is not None
        assert reward == env.match.outcome.utilities[side]
        assert not env.action_masks().any()

    def test_an_illegal_action_ends_it_and_is_named(self):
        env = SeatEnv("first-council")
        env.reset(seed=5)
        number = int(np.flatnonzero(~env.action_masks())[0])
        _, reward, over, cut, info = env.step(number)

        assert (reward, over, cut) == (-1.0, True, False)
        assert info["illegal"] == "wrong-decision"

    @pytest.mark.parametrize("rival", ["human", "nobody"])
    def test_a_rival_who_is_no_player_is_refused(self, rival):
        with pytest.raises(UnknownSeatError):
            SeatEnv("first-council", rival=rival)

    def test_an_unknown_render_mode_is_refused(self):
        with pytest.raises(ValueError, match="hologram"):
            SeatEnv("first-council", render_mode="hologram")
