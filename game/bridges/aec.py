"""The game for PettingZoo: two agents who decide in turn, each with a mask of what is legal.

An observation is a dictionary: `observation`, the tensor of what the agent knows, and
`action_mask`. A seed given to `reset` is the seed of the match that is dealt, as `--seed` is.
"""

from random import Random, SystemRandom
from typing import Any, Final, TypeAlias

import numpy as np
from gymnasium import spaces
from numpy.typing import NDArray
from pettingzoo import AECEnv
from pettingzoo.utils import wrappers

from game.bridges import drawing
from game.bridges.ids import ACTIONS
from game.bridges.table import Table
from game.content.vocabulary import SIDES
from game.engine import IllegalActionError
from game.engine.reasons import Reason

SCENARIO: Final = "long-negotiation"
ILLEGAL: Final = -1.0
"""What an agent gets that does what is not legal."""

Observation: TypeAlias = dict[str, Any]

_SEED_BITS: Final = 48


def env(**options: Any) -> Any:
    """Return the environment in PettingZoo's usual wrappers: an illegal action loses."""
    made = wrappers.TerminateIllegalWrapper(raw_env(**options), illegal_reward=ILLEGAL)
    return wrappers.OrderEnforcingWrapper(wrappers.AssertOutOfBoundsWrapper(made))


class DefendTogetherEnv(AECEnv):
    """A match.

    Attributes:
        scenario: What is played.
        render_mode: `ansi`, `rgb_array`, or `None`.
        table: The match.
        seed: That of the match.
    """

    metadata: dict[str, Any] = {  # noqa: RUF012 - PettingZoo's own
        "name": "defend_together_v0",
        "render_modes": list(drawing.MODES),
        "is_parallelizable": False,
        "render_fps": 1,
    }

    def __init__(self, scenario: str = SCENARIO, render_mode: str | None = None) -> None:
        """Lay out the spaces; `reset` deals.

        Raises:
            UnknownScenarioError: There is no such scenario.
        """
        super().__init__()
        self.scenario = scenario
        self.render_mode = render_mode
        self.seed = 0
        self.table = Table.dealt(scenario, self.seed)
        self.possible_agents = list(SIDES)
        self.agents: list[str] = []
        size = self.table.codec.encoder.size
        self.observation_spaces: dict[str, Any] = {
            agent: _observations(size) for agent in SIDES
        }
        self.action_spaces: dict[str, Any] = {
            agent: spaces.Discrete(ACTIONS) for agent in SIDES
        }
        self._luck = Random(SystemRandom().getrandbits(_SEED_BITS))
        self._done: list[int] = []

    def observation_space(self, agent: str) -> Any:
        """Return what an agent may be told."""
        return self.observation_spaces[agent]

    def action_space(self, agent: str) -> Any:
        """Return what an agent may answer."""
        return self.action_spaces[agent]

    def reset(self, seed: int | None = None, options: dict[str, Any] | None = None) -> None:
        """Deal: the match of the seed, or one by the luck of the last seed that was given."""
        del options
        if seed is not None:
            self._luck = Random(seed)
        self.seed = self._luck.getrandbits(_SEED_BITS) if seed is None else seed
        self.table = Table.dealt(self.scenario, self.seed)
        self.agents = list(SIDES)
        self.rewards = dict.fromkeys(SIDES, 0.0)
        self._cumulative_rewards = dict.fromkeys(SIDES, 0.0)
        self.terminations = dict.fromkeys(SIDES, False)
        self.truncations = dict.fromkeys(SIDES, False)
        self.infos: dict[str, dict[str, Any]] = {agent: {} for agent in SIDES}
        self._done = []
        self._select()

    def observe(self, agent: str) -> Observation:
        """Return what an agent knows, and its mask: all 0 where the other decides."""
        side = SIDES.index(agent)
        table = self.table
        mask: NDArray[np.int8] = np.zeros(ACTIONS, np.int8)
        if table.side == side:
            mask[table.legal()] = 1
        told = table.codec.encoder.vector(table.seen(side), side)
        return {"observation": told, "action_mask": mask}

    def step(self, action: Any) -> None:
        """Do an action of the agent whose turn it is.

        Raises:
            IllegalActionError: It is not legal; nothing changed.
        """
        agent = self.agent_selection
        if self.terminations[agent] or self.truncations[agent]:
            self._was_dead_step(action)
            return
        self._cumulative_rewards[agent] = 0.0
        self._do(SIDES.index(agent), int(action))
        if self.table.side is None:
            utilities = self.table.utilities()
            self.rewards = dict(zip(SIDES, utilities, strict=True))
            self.terminations = dict.fromkeys(SIDES, True)
        else:
            self._select()
        self._accumulate_rewards()

    def render(self) -> Any:
        """Return the table's view of the match: what both agents may know.

        Raises:
            ValueError: There is no such render mode.
        """
        if self.render_mode is None:
            return None
        if self.render_mode == "ansi":
            return drawing.written(self.table.state, "table")
        if self.render_mode == "rgb_array":
            match = drawing.replayed(self.scenario, self.seed, self._done)
            return drawing.drawn(match, "table")
        there = ", ".join(drawing.MODES)
        raise ValueError(f"no render mode “{self.render_mode}”; there are {there}")

    def close(self) -> None:
        """Give back what pictures took; no window is ever open."""
        drawing.put_away()

    def _do(self, side: int, number: int) -> None:
        """Do an action by its id."""
        table = self.table
        code = table.codec.ids.codes[side][number]
        if number not in table.legal():
            reason = table.state.why_not(code) if code >= 0 else None
            raise IllegalActionError(code, reason or Reason("not-in-hand"))
        self._done.append(code)
        table.do(number)

    def _select(self) -> None:
        side = self.table.side
        assert side is not None, "the match goes on"
        self.agent_selection = SIDES[side]


raw_env = DefendTogetherEnv


def _observations(size: int) -> Any:
    return spaces.Dict(
        {
            "observation": spaces.Box(-1.0, 1.0, (size,), np.float32),
            "action_mask": spaces.Box(0, 1, (ACTIONS,), np.int8),
        }
    )
