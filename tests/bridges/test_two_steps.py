"""*Two Steps*, the scenario for programs that solve games, is as small as it says."""

from random import Random

import pytest

from game.content.packs import content_for
from game.engine import new_state
from game.engine.outcome import VERDICTS

MATCHES = 400


@pytest.fixture(scope="module")
def matches():
    """Return the decisions and outcomes of random matches."""
    content, luck = content_for("two-steps"), Random(1)
    found = []
    for seed in range(MATCHES):
        state, decisions = new_state(content, "two-steps", seed), []
        while state.to_move is not None:
            legal = state.legal_actions()
            decisions.append((state.decision, state.to_move, len(legal)))
            state.apply(luck.choice(legal))
        found.append((decisions, state.outcome))
    return found


def test_each_side_decides_twice(matches):
    for decisions, _ in matches:
        assert [kind for kind, _, _ in decisions] == ["card", "card", "crisis", "crisis"]
        assert sorted(side for _, side, _ in decisions) == [0, 0, 1, 1]


def test_it_is_narrow_enough_to_be_walked_through(matches):
    for decisions, _ in matches:
        assert all(2 <= count <= 24 for _, _, count in decisions)


def test_it_is_worth_solving(matches):
    """Both motives are there: somebody wins, both win, both lose, and it may all end."""
    verdicts = {outcome.verdict for _, outcome in matches}
    assert verdicts >= {
        "confrontation",
        "partnership",
        "natos-terms",
        "russias-terms",
        "cold-peace",
    }
    assert verdicts <= set(VERDICTS)


def test_no_side_is_favoured_by_much(matches):
    means = [sum(o.utilities[side] for _, o in matches) / MATCHES for side in (0, 1)]
    assert abs(means[0] - means[1]) < 0.1
