"""The shortlist of packages: what is left out could not be among the best."""

from itertools import product

import pytest

from game.engine.rules.council import term_limit
from game.players import packages as p
from game.players.evaluation import evaluate_pair


def by_position(state, side):
    pair = evaluate_pair(state)
    return pair[side], pair[1 - side]


@pytest.fixture
def drafting(positions):
    """Positions in which a draft begins."""
    return [s for s in positions if s.decision == "draft" and not s.view(s.to_move).draft][:8]


def rated_one_by_one(state, side, most):
    """The best pairs of parts, every pair looked at."""
    appraisal = p.Appraisal([state], side, by_position)
    limit = term_limit(state)
    asks = p._parts(appraisal, p._open(state, 1 - side, side), limit, 0.5)
    offers = p._parts(appraisal, p._open(state, side, side), limit, 1.0)
    rated = []
    for theirs, ours in product(asks, offers):
        own, other = theirs.own + ours.own, theirs.other + ours.other
        if theirs.ladder == ours.ladder >= 0:
            more_own, more_other = p._together(appraisal, side, ours.ladder)
            own, other = own + more_own, other + more_other
        if other > -p.WILLING and not (theirs.statement and ours.statement):
            rated.append((own + p._GOODWILL * other, theirs.terms + ours.terms))
    rated.sort(reverse=True)
    return [terms for _, terms in rated[:most]]


@pytest.mark.parametrize("most", [1, 5, 10])
def test_the_shortlist_is_what_looking_at_every_pair_would_find(drafting, most):
    assert drafting
    for state in drafting:
        side = state.to_move
        found = p.shortlist([state], side, by_position, most)

        assert [proposal.terms for proposal in found] == rated_one_by_one(state, side, most)
