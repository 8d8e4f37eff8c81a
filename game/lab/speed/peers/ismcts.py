"""OpenSpiel's search in Python, over our engine: the same game, roots and samples.

`ISMCTSBot` and `RandomRolloutEvaluator` ask a state for a handful of methods and for
nothing else, so that they can be given ours in the clothes of OpenSpiel's.
"""

from functools import partial
from random import Random
from types import SimpleNamespace
from typing import Any, Final

from game.engine import State, View
from game.engine.masking import masked
from game.lab.speed.measure import Meter, Tally, library
from game.lab.speed.row import Loop, Setting
from game.lab.speed.search import ITERATION, ITERATIONS, Roots, at_roots, view_of

LIBRARY: Final = "open-spiel"

_EXPLORATION: Final = 0.15
"""As our search has it."""


class Dressed:
    """A state of ours with the methods that OpenSpiel's search calls."""

    __slots__ = ("_game", "_state")

    def __init__(self, state: State, game: object) -> None:
        """Dress a state; `game` answers what sort of game it is."""
        self._state = state
        self._game = game

    def get_game(self) -> object:
        """Return what sort of game it is."""
        return self._game

    def clone(self) -> "Dressed":
        """Return an independent copy."""
        return Dressed(self._state.clone(), self._game)

    def is_terminal(self) -> bool:
        """Is the match over?"""
        return self._state.to_move is None

    def is_chance_node(self) -> bool:
        """Never: chance acts inside our `apply`."""
        return False

    def current_player(self) -> int:
        """Return the side to move."""
        return int(self._state.to_move or 0)

    def legal_actions(self, player: int | None = None) -> list[int]:
        """Return the legal actions of the side to move."""
        return list(self._state.legal_actions())

    def apply_action(self, action: int) -> None:
        """Do a legal action, which numpy may have drawn."""
        self._state.apply(int(action))

    def information_state_string(self) -> tuple[object, ...]:
        """Return what the side to move knows, as a key: a string would take longer."""
        state = self._state
        return tuple(masked(state.world, state.v, self.current_player()))

    def returns(self) -> list[float]:
        """Return both utilities of a match that is over."""
        outcome = self._state.outcome
        return list(outcome.utilities) if outcome is not None else [0.0, 0.0]


def _ready(roots: Roots, setting: Setting) -> Meter:
    pyspiel = library("pyspiel", LIBRARY)
    views = [(state, view_of(state)) for state in roots(setting)]
    game_type = SimpleNamespace(
        dynamics=pyspiel.GameType.Dynamics.SEQUENTIAL,
        information=pyspiel.GameType.Information.IMPERFECT_INFORMATION,
    )
    game = SimpleNamespace(get_type=lambda: game_type)

    def work(place: int, luck: Random) -> Tally:
        state, view = views[place]
        _bot(view, game, place).run_search(Dressed(state, game))
        return {ITERATION: ITERATIONS}

    return at_roots(setting, work)


def _bot(view: View, game: object, seed: int) -> Any:
    """Return OpenSpiel's bot, which samples by our view."""
    ismcts = library("open_spiel.python.algorithms.ismcts", LIBRARY)
    mcts = library("open_spiel.python.algorithms.mcts", LIBRARY)
    numpy = library("numpy", LIBRARY)
    luck = Random(seed)
    chance = numpy.random.RandomState(seed)
    bot = ismcts.ISMCTSBot(
        game=None,
        evaluator=mcts.RandomRolloutEvaluator(1, chance),
        uct_c=_EXPLORATION,
        max_simulations=ITERATIONS,
        random_state=chance,
    )
    bot.set_resampler(lambda state, player: Dressed(view.sample(luck), game))
    return bot


def ismcts(roots: Roots) -> Loop:
    """Return the loop that counts the iterations of OpenSpiel's search at the same roots."""
    return Loop(
        name="OpenSpiel ISMCTSBot on our engine",
        includes="open_spiel.python.algorithms.ismcts with its RandomRolloutEvaluator, one "
        "playout an iteration, over our State by duck typing; View.sample deals, what a side "
        "knows is the key of a node; the council term by term",
        ready=partial(_ready, roots),
        library=LIBRARY,
    )
