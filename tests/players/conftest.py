"""Positions that players are asked in, reached by chance and a little sense."""

import random

import pytest

from game.content import load_content
from game.engine import new_state
from game.players import make_player

SENSIBLE = 0.4
"""How often sense decides; chance alone ends in Confrontation within three rounds."""


@pytest.fixture(scope="session")
def content():
    return load_content()


def _reached(content, scenario, seed):
    """Clones of the states at every decision of a game that goes on for some rounds."""
    state = new_state(content, scenario, seed)
    luck = random.Random(seed)
    sense = [make_player("reciprocator", seed, side) for side in (0, 1)]
    found = []
    while state.to_move is not None:
        found.append(state.clone())
        actions = state.legal_actions()
        action = actions[int(luck.random() * len(actions))]
        if luck.random() < SENSIBLE:
            action = sense[state.to_move].decide(state.view(state.to_move))
        state.apply(action)
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
