"""Several processes that weigh one decision together."""

import pytest

from game.engine import actions as a
from game.players.search import Weighed, weigh
from game.players.search.crew import Crew, merged

YES = a.encode(a.YES)
NO = a.encode(a.NO)


def test_moves_count_by_their_iterations():
    one = [Weighed(YES, 30, 0.4, 0.0, 0.0, (), 0.4), Weighed(NO, 10, 0.1, 0.2, 0.1, (), 0.1)]
    two = [Weighed(YES, 10, 0.0, 0.4, 0.2, (), 0.0), Weighed(NO, 30, 0.3, 0.2, 0.1, (), 0.3)]

    yes, no = merged([one, two])

    assert (yes.action, yes.visits) == (YES, 40)
    assert yes.own == pytest.approx(0.3)
    assert yes.rival == pytest.approx(0.1)
    assert yes.confrontation == pytest.approx(0.05)
    assert (no.action, no.visits) == (NO, 40)
    assert no.value == pytest.approx(0.25)


def test_packages_are_told_apart_and_untried_moves_stand_last():
    table = a.encode(a.TABLE)
    result = [
        Weighed(table, 9, 0.1, 0.1, 0.0, (1, 2), 0.1),
        Weighed(table, 9, 0.2, 0.1, 0.0, (1, 3), 0.2),
        Weighed(table, 0, 0.9, 0.0, 0.0, (1, 4), 0.9),
    ]

    assert [m.package for m in merged([result, result])] == [(1, 3), (1, 2), (1, 4)]


def test_a_crew_shares_the_iterations_out_and_repeats_itself(positions):
    state = next(s for s in positions if s.decision == "card" and s.round == 1)
    view = state.view(state.to_move)
    with Crew(2) as crew:
        first = crew.weigh(view, None, 60, 4)
        again = crew.weigh(view, None, 60, 4)

    assert first == again
    assert first == merged([weigh(view, None, 30, 8), weigh(view, None, 30, 9)])
