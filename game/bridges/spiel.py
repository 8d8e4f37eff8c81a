"""The game for OpenSpiel: `pyspiel.load_game("defend_together(scenario=...,seed=...)")`.

Importing this module registers it. Chance acts once, at the root: it draws one of `deals`
matches, whose dice, decks and secrets are set from there on; `seed` chooses which matches
these are. So a history says all, and a tree can be walked.
"""

from random import Random
from typing import Any, Final

import pyspiel

from game.bridges.ids import ACTIONS
from game.bridges.names import name_of
from game.bridges.observer import Observer
from game.bridges.table import Table, content_with
from game.content import Content

SCENARIO: Final = "long-negotiation"
DEALS: Final = 1000

_PLAYERS: Final = 2
_TYPE: Final = pyspiel.GameType(
    short_name="defend_together",
    long_name="Defend Together",
    dynamics=pyspiel.GameType.Dynamics.SEQUENTIAL,
    chance_mode=pyspiel.GameType.ChanceMode.EXPLICIT_STOCHASTIC,
    information=pyspiel.GameType.Information.IMPERFECT_INFORMATION,
    utility=pyspiel.GameType.Utility.GENERAL_SUM,
    reward_model=pyspiel.GameType.RewardModel.TERMINAL,
    max_num_players=_PLAYERS,
    min_num_players=_PLAYERS,
    provides_information_state_string=True,
    provides_information_state_tensor=True,
    provides_observation_string=True,
    provides_observation_tensor=True,
    provides_factored_observation_string=True,
    parameter_specification={"scenario": SCENARIO, "seed": 0, "deals": DEALS},
)


def longest(content: Content, scenario: str) -> int:
    """Return more decisions than a match of a scenario can have."""
    numbers, spec = content.numbers, content.scenarios[scenario]
    terms = 2 * numbers.open_terms
    council = 2 * (terms + 1) + 2
    turns = 2 * numbers.turns
    # a card may be followed by an answer to it or by a reveal; what was hidden is unveiled once
    return 2 + spec.last_round * (council + 3 * turns + 2 * 2)


class DefendTogether(pyspiel.Game):
    """The game with its parameters.

    Attributes:
        scenario: What is played.
        first: The seed of the first of its deals.
        deals: How many matches chance draws from.
    """

    def __init__(self, params: dict[str, Any] | None = None) -> None:
        """Lay out a game.

        Raises:
            UnknownScenarioError: There is no such scenario.
            ValueError: There are no deals.
        """
        params = params or {}
        self.scenario = str(params.get("scenario", SCENARIO))
        self.deals = int(params.get("deals", DEALS))
        self.first = int(params.get("seed", 0)) * self.deals
        if self.deals < 1:
            raise ValueError(f"deals has to be 1 or more, not {self.deals}")
        most = longest(content_with(self.scenario), self.scenario)
        info = pyspiel.GameInfo(
            num_distinct_actions=ACTIONS,
            max_chance_outcomes=self.deals,
            num_players=_PLAYERS,
            min_utility=-1.0,
            max_utility=1.0,
            utility_sum=None,
            max_game_length=most,
        )
        super().__init__(_TYPE, info, params)
        self.table = Table.dealt(self.scenario, self.first)
        self.most_decisions = most
        self.outcomes = [(deal, 1.0 / self.deals) for deal in range(self.deals)]

    def new_initial_state(self) -> "DefendTogetherState":
        """Return the state before chance has dealt."""
        return DefendTogetherState(self)

    def max_chance_nodes_in_history(self) -> int:
        """Return how often chance acts: it deals, and no more."""
        return 1

    def make_py_observer(self, iig_obs_type: Any = None, params: Any = None) -> Observer:
        """Return what turns states into tensors and strings.

        Raises:
            ValueError: Parameters, or a kind of observation that there isn't.
        """
        wanted = iig_obs_type or pyspiel.IIGObservationType(perfect_recall=False)
        return Observer(self, wanted, params)


class DefendTogetherState(pyspiel.State):
    """A state: before the deal, or at the table.

    Its only attribute of its own is the table, `None` before the deal: OpenSpiel copies and
    pickles attributes one by one.
    """

    def __init__(self, game: DefendTogether) -> None:
        """Begin before the deal."""
        super().__init__(game)
        self.table: Table | None = None

    def current_player(self) -> int:
        """Return the side that decides, or the pseudo-player of chance or of the end."""
        if self.table is None:
            return int(pyspiel.PlayerId.CHANCE)
        side = self.table.side
        return int(pyspiel.PlayerId.TERMINAL) if side is None else side

    def chance_outcomes(self) -> list[tuple[int, float]]:
        """Return the deals, each equally likely."""
        found: list[tuple[int, float]] = self.get_game().outcomes
        return found

    def is_terminal(self) -> bool:
        """Say whether the match is over."""
        return self.table is not None and self.table.side is None

    def returns(self) -> list[float]:
        """Return both utilities; zeros before the end."""
        return [0.0, 0.0] if self.table is None else list(self.table.utilities())

    def resample_from_infostate(self, player: int, sampler: Any) -> "DefendTogetherState":
        """Return a state that a player can't tell from this one, the unknown drawn anew.

        Its history is this one's, though with another deal: it can be played on, not replayed.
        `sampler` is called for numbers from 0 to 1.
        """
        twin: DefendTogetherState = self.clone()
        if self.table is not None:
            luck = Random(int(sampler() * (1 << 53)))
            twin.table = self.table.imagined(player, luck)
        return twin

    def _legal_actions(self, player: int) -> list[int]:
        assert self.table is not None, "chance has dealt"
        return self.table.legal()

    def _apply_action(self, action: int) -> None:
        if self.table is None:
            game = self.get_game()
            self.table = Table.dealt(game.scenario, game.first + action)
        else:
            self.table.do(action)

    def _action_to_string(self, player: int, action: int) -> str:
        if player == pyspiel.PlayerId.CHANCE:
            return f"deal {action}"
        return name_of(self.get_game().table.state.world, player, action)

    def __str__(self) -> str:
        if self.table is None:
            return "before the deal"
        return " ".join(str(action) for action in self.history())


pyspiel.register_game(_TYPE, DefendTogether)
