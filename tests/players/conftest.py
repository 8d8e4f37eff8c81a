"""Positions that players are asked in, reached by playing at random."""

import random

import pytest

from game.content import load_content
from game.engine import new_state


@pytest.fixture(scope="session")
def content():
    return load_content()


def _reached(content, scenario, seed):
    """Clones of the states at every decision of a game of mixed luck and sense."""
    state = new_state(content, scenario, seed)
    luck = random.Random(seed)
    found = []
    while state.to_move is not None:
        found.append(state.clone())
        actions = state.legal_actions()
        state.apply(actions[int(luck.random() * len(actions))])
    return found


@pytest.fixture(scope="session")
def positions(content):
    """A few hundred positions, every kind of decision among them."""
    found = []
    for scenario in ("long-negotiation", "lisbon-to-chicago", "november-statement"):
        for seed in range(12):
            found += _reached(content, scenario, seed)
    luck = random.Random(0)
    luck.shuffle(found)
    return found
