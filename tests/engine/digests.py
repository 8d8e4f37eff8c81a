"""Digests of many games: every Python has to come to the same.

    python -m tests.engine.digests

prints them. A line is the SHA-256 over all choices and events of some games. Those of walks are
recorded in `goldens/digests.txt`; those of the computer's players, which are to become
better, are compared between runs only.
"""

import sys
from hashlib import sha256

from game.engine.events import Event
from game.match import Course
from tests.engine.playthroughs import SCENARIOS, walk
from tests.engine.positions import content

NAME = "digests.txt"
SCRIPTED = ("random", "firm", "open", "operations", "reciprocator", "greedy")
WALKS = 35
"""Games a scenario: each temper in turn, one mood for all of a kind."""


def of_walks():
    """Return the digests of random games as a text."""
    lines = [f"{digest(walked(scenario))} walks of {scenario}" for scenario in SCENARIOS]
    return "\n".join([*lines, ""])


def of_players():
    """Return the digests of matches between the computer's players as a text."""
    lines = [f"{digest(matched(player))} a match of {player}" for player in SCRIPTED]
    return "\n".join([*lines, ""])


def digest(told):
    """Return the SHA-256 of lines."""
    total = sha256()
    for line in told:
        total.update(f"{line}\n".encode())
    return total.hexdigest()


def walked(scenario):
    """Yield every choice and event of some random walks."""
    for number in range(WALKS):
        log: list[Event] = []
        for state, action in walk(scenario, number, log):
            yield f"{state.decision} {state.to_move} {list(state.legal_actions())} {action}"
        yield from map(repr, log)
        yield repr(state.outcome)


def matched(player):
    """Yield every decision and event of a match of a player against one that is greedy."""
    course = Course(content(), "lisbon-to-chicago", 8, (player, "greedy"))
    while not course.over:
        entry = course.decide(course.computer_action())
        yield entry.words
        yield from map(repr, entry.events)
    yield repr(course.outcome)


if __name__ == "__main__":
    sys.stdout.write(of_walks() + of_players())
