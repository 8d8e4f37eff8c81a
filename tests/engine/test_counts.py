"""How many ways the next decisions may go, counted from fixed positions (perft).

The counts stand in `goldens/counts.txt`: from each position the sequences of 1, 2, 3 decisions
and how many of the first are of which kind. A rule that allows or forbids one action more
changes a count somewhere.
"""

from collections import Counter

from game.engine import actions as a
from game.engine import new_state
from tests.engine.playthroughs import SCENARIOS
from tests.engine.positions import content, do, draft, position, term

NAME = "counts.txt"
BUSY = {
    "steps": ((2, 1, 1, 0), (1, 2, 1, 0)),
    "leads": [(0, "transparency", 2, True)],
    "working": ("rota", "gabala", "deveselu"),
    "building": {"kaliningrad": 2},
    "ladder_pledges": {(1, "exercises"): 2},
    "site_pledges": {"redzikowo": 3},
    "assurance": (6, 4),
    "tension": 6,
}
"""A board with something in every place."""


def after(state, *decisions):
    """Play decisions by kind alone; return the state."""
    for kind in decisions:
        do(state, kind)
    return state


def tabled(**board):
    """Return a package on the table, with the counters of the full game."""
    state = position(decision="draft", mover=1, **board)
    package = (term(0, "statement"), term(1, "pledge", "luga"))
    return after(draft(state, *package), "table")


POSITIONS = {
    "a package to draft, quiet board": (3, lambda: position(decision="draft")),
    "a package to draft, busy board": (3, lambda: position(decision="draft", **BUSY)),
    "a package to draft, strained door": (
        4,
        lambda: position("sectoral-defence", decision="draft", door="strained"),
    ),
    "a package to answer": (3, lambda: tabled(**BUSY)),
    "a counter-package to draft": (3, lambda: after(tabled(**BUSY), "counter")),
    "a counter-package to answer": (
        3,
        lambda: after(
            draft(
                after(tabled(**BUSY), "counter"),
                term(0, "raise", "guarantees"),
                term(1, "raise", "guarantees"),
            ),
            "table",
        ),
    ),
    "a card to play, quiet board": (3, position),
    "a card to play, busy board": (3, lambda: position(mover=1, turn=1, **BUSY)),
    "a card to play, sites face down": (
        2,
        lambda: position(mover=1, hidden=("kaliningrad",), hidden_building={"baltiysk": 1}),
    ),
    "a card to play, without face-down play": (2, lambda: position("first-council", **BUSY)),
    "an offer to answer": (
        2,
        lambda: do(
            position("november-statement", hands=(("n-binding", "n-speed"), ("r-duma",))),
            "event",
            card="n-binding",
        ),
    ),
    "a site to reveal": (
        2,
        lambda: do(position(hidden=("kaliningrad",)), "technical-means", ops=2),
    ),
    "a crisis to answer": (3, lambda: position(decision="crisis", crisis="tehran")),
    "an incident that was nobody's": (
        2,
        lambda: position(decision="crisis", crisis="near-miss", cause=2, cause_known=4),
    ),
    "the last card of a round": (3, lambda: position(turn=5, mover=0, crisis="tehran")),
}


def paths(state, depth):
    """Return how many sequences of so many decisions there are."""
    legal = state.legal_actions()
    if depth == 1 or not legal:
        return len(legal)
    count = 0
    for action in legal:
        then = state.clone()
        then.apply(action)
        count += paths(then, depth - 1)
    return count


def counted(name, state, deepest):
    """Return a position's counts as lines."""
    kinds = Counter(a.KINDS[action >> 16] for action in state.legal_actions())
    yield f"{name}: " + ", ".join(f"{paths(state, n):,}" for n in range(1, deepest + 1))
    yield "   " + ", ".join(f"{kind} {count}" for kind, count in kinds.items())


def all_counts():
    """Return all counts as a text."""
    lines = []
    for scenario in SCENARIOS:
        state = new_state(content(), scenario, 5)
        lines += counted(f"the start of {scenario}", state, 3)
    for name, (deepest, make) in POSITIONS.items():
        lines += counted(name, make(), deepest)
    return "\n".join([*lines, ""])


def test_there_are_as_many_ways_to_go_on_as_were_counted(recorded):
    recorded(NAME, all_counts())
