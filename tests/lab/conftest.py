"""A content that is read once, and games that are played once."""

import pytest

from game.content import load_content
from game.lab import Crew, Deals, play_all
from game.lab.seating import Seat
from game.words import Words

SHORT = "lisbon-to-chicago"
LONG = "long-negotiation"


def quiet(_done):
    """Watch nothing."""


@pytest.fixture(scope="session")
def content():
    return load_content()


@pytest.fixture(scope="session")
def words(content):
    return Words(content)


def seats(nato, russia):
    return Seat(nato), Seat(russia)


def fixtures(content, players=("reciprocator", "firm"), count=4, scenario=SHORT, **changed):
    mandates = changed.pop("mandates", "random")
    deals = Deals(content, scenario, count, 7, mandates)
    return deals.fixtures("main", seats(*players), **changed)


def played(content, *groups):
    """Play groups of fixtures in this process."""
    every = [fixture for group in groups for fixture in group]
    return play_all(every, [content], Crew(), quiet)


@pytest.fixture(scope="session")
def games(content):
    """Games of players of all sorts, in two scenarios."""
    pairs = [("reciprocator", "firm"), ("open", "reciprocator"), ("random", "operations")]
    groups = [
        fixtures(content, pair, 5, scenario) for pair in pairs for scenario in (SHORT, LONG)
    ]
    return played(content, *groups).accounts
