"""The game for Gymnasium: one side learns, any of the computer's players sits at the other.

Importing this module registers it: `gymnasium.make("game.bridges.seat:DefendTogether-v0")`.
An observation is the tensor of what the learner knows; which actions are legal stands in
`info["action_mask"]` and is asked for by `action_masks()`. The reward is the utility, at the
end. An illegal action ends the match with the reward -1, and `info["illegal"]` says why.
"""

from typing import Any, Final

import gymnasium
import numpy as np
from gymnasium import spaces
from numpy.typing import NDArray

from game.bridges import drawing
from game.bridges.ids import ACTIONS
from game.bridges.table import codec_of, content_with
from game.content.vocabulary import SIDES, SideName
from game.match import HUMAN, Match, check_seat
from game.players import PLAYERS, UnknownSeatError

SCENARIO: Final = "long-negotiation"
ILLEGAL: Final = -1.0

_SEEDS: Final = 1 << 48


class SeatEnv(gymnasium.Env):
    """A seat of a match.

    Attributes:
        scenario: What is played.
        side: The learner's, 0 for NATO.
        rival: Who sits at the other side.
        match: The match.
    """

    metadata: dict[str, Any] = {  # noqa: RUF012 - Gymnasium's own
        "render_modes": list(drawing.MODES),
        "render_fps": 1,
    }

    def __init__(
        self,
        scenario: str = SCENARIO,
        side: SideName = "nato",
        rival: str = "greedy",
        render_mode: str | None = None,
    ) -> None:
        """Sit down; `reset` deals.

        Raises:
            UnknownScenarioError: There is no such scenario.
            UnknownSeatError: The rival is no player of the computer's.
            ValueError: There is no such side or render mode.
        """
        if check_seat(rival) == HUMAN:
            raise UnknownSeatError(rival, PLAYERS)
        if render_mode not in (None, *drawing.MODES):
            raise ValueError(f"no render mode “{render_mode}”")
        self.scenario = scenario
        self.side = SIDES.index(side)
        self.rival = rival
        self.render_mode = render_mode
        self.match = self._dealt(0)
        self._codec = codec_of(self.match.truth.world)
        size = self._codec.encoder.size
        self.observation_space = spaces.Box(-1.0, 1.0, (size,), np.float32)
        self.action_space = spaces.Discrete(ACTIONS)

    def reset(
        self, *, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[NDArray[np.float32], dict[str, Any]]:
        """Deal: the match of the seed, or one by the luck of the last seed that was given."""
        super().reset(seed=seed, options=options)
        self.match = self._dealt(int(self.np_random.integers(_SEEDS)) if seed is None else seed)
        self._let_rival_play()
        return self._seen(), self._info()

    def step(
        self, action: Any
    ) -> tuple[NDArray[np.float32], float, bool, bool, dict[str, Any]]:
        """Do an action by its id, and let the rival play until the learner decides again."""
        match = self.match
        number = int(action)
        if number not in self._legal():
            code = self._codec.ids.codes[self.side][number]
            reason = match.truth.why_not(code) if code >= 0 and not match.over else None
            info = self._info() | {"illegal": reason.slug if reason else "not-in-hand"}
            return self._seen(), ILLEGAL, True, False, info
        match.decide(self._codec.ids.codes[self.side][number])
        self._let_rival_play()
        outcome = match.outcome
        reward = 0.0 if outcome is None else float(outcome.utilities[self.side])
        return self._seen(), reward, match.over, False, self._info()

    def action_masks(self) -> NDArray[np.bool_]:
        """Return which actions are legal now."""
        mask: NDArray[np.bool_] = np.zeros(ACTIONS, np.bool_)
        mask[self._legal()] = True
        return mask

    def render(self) -> Any:
        """Return the learner's view of the match."""
        if self.render_mode is None:
            return None
        perspective = SIDES[self.side]
        if self.render_mode == "ansi":
            return drawing.written(self.match.truth, perspective)
        return drawing.drawn(self.match, perspective)

    def close(self) -> None:
        """Give back what pictures took; no window is ever open."""
        drawing.put_away()

    def _dealt(self, seed: int) -> Match:
        seats = (HUMAN, self.rival) if self.side == 0 else (self.rival, HUMAN)
        return Match(content_with(self.scenario), self.scenario, seed, seats)

    def _let_rival_play(self) -> None:
        match = self.match
        while not match.over and match.to_move != self.side:
            match.decide(match.computer_action())

    def _legal(self) -> list[int]:
        state = self.match.truth
        if state.to_move != self.side:
            return []
        return self._codec.ids.legal(state.legal_actions(), self.side)

    def _seen(self) -> NDArray[np.float32]:
        view = self.match.view(self.side)
        return self._codec.encoder.vector(view.v, self.side)

    def _info(self) -> dict[str, Any]:
        return {"action_mask": self.action_masks().astype(np.int8)}


gymnasium.register("DefendTogether-v0", entry_point="game.bridges.seat:SeatEnv")
