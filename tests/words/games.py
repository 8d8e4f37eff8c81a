"""Matches played at random, for texts about whatever may happen."""

import random

from game.engine import new_state
from game.engine.events import Event


def random_match(content, scenario, seed, log=None):
    """Yield the position before each decision of a random match; it is played on in place."""
    chance = random.Random(seed)
    state = new_state(content, scenario, seed, log)
    while state.to_move is not None:
        yield state
        state.apply(chance.choice(list(state.legal_actions())))


def events_of(content, scenario, seed):
    """Return all events of a random match."""
    log: list[Event] = []
    for _ in random_match(content, scenario, seed, log):
        pass
    return log
