"""Suites and algorithms of OpenSpiel's; their modules warn of others while they are read."""

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from open_spiel.integration_tests import api_test
    from open_spiel.python.algorithms import (
        cfr,
        exploitability,
        gambit,
        generate_playthrough,
        ismcts,
        mcts,
    )
    from open_spiel.python.observation import make_observation

__all__ = [
    "api_test",
    "cfr",
    "exploitability",
    "gambit",
    "generate_playthrough",
    "ismcts",
    "make_observation",
    "mcts",
]
