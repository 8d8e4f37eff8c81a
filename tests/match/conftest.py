"""A content that is read once, and a short match that is played and saved once."""

import pytest

from game.content import load_content
from game.match import Match

SEED = 11


@pytest.fixture(scope="session")
def content():
    return load_content()


@pytest.fixture(scope="session")
def finished(content, tmp_path_factory):
    """A finished match between two players, with its journal."""
    folder = tmp_path_factory.mktemp("finished")
    match = Match.start(content, "lisbon-to-chicago", SEED, ("reciprocator", "open"), folder)
    while not match.over:
        match.play(match.computer_action())
    match.close()
    return match


@pytest.fixture
def people(content, tmp_path):
    """A saved match between two people, before the first decision."""
    return Match.start(content, "long-negotiation", SEED, ("human", "human"), tmp_path)
