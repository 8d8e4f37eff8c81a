"""Content that is read once, and matches that are played and kept once."""

import pytest

from game.content import load_content
from game.match import Match
from game.words import Words

SCENARIOS = (
    "long-negotiation",
    "lisbon-to-chicago",
    "november-statement",
    "sectoral-defence",
    "first-council",
)


@pytest.fixture(scope="session")
def content():
    return load_content()


@pytest.fixture(scope="session")
def words(content):
    return Words(content)


def play(content, scenario, seed, seats, folder=None, *, decisions=None, name=None):
    """Play a match to its end, or so many decisions of it."""
    match = Match.start(
        content, scenario, seed, seats, folder, name=name or f"{seed}.match", durable=False
    )
    while not match.over and (decisions is None or len(match.history) < decisions):
        match.play(match.computer_action())
    match.close()
    return match


@pytest.fixture(scope="session")
def whole(content):
    """A match that holds packages, pledges, hidden sites and crises."""
    return play(content, "long-negotiation", 48, ("greedy", "reciprocator"))
