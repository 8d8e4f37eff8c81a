"""The shipped numbers, held against bounds that a broken balance would leave.

Thirty-six games of the short scenario, each pair of mandates once, between two one-ply
players: too few to tune by, enough to notice when cooperation or confrontation has become
a free lunch. The bounds are wide: what the design asks for is measured by `lab targets`.
"""

import pytest

from game.lab import Crew, Deals, play_all
from game.lab.balance import BalancePlan
from game.lab.seating import Seat
from tests.lab.conftest import SHORT, quiet


@pytest.fixture(scope="module")
def told(content):
    plan = BalancePlan(Deals(content, SHORT, 36, 5, "forced"), (Seat("greedy"), Seat("greedy")))
    return plan.told(play_all(plan.fixtures(), [content], Crew(), quiet))


def test_both_governments_can_win_and_both_can_lose(told):
    ends = told["outcomes"]

    assert 0.26 <= ends["both"]["value"] <= 0.62
    assert 0.25 <= ends["one"]["value"] <= 0.70
    assert ends["neither"]["value"] <= 0.40


def test_neither_capital_is_favoured(told):
    assert abs(told["outcomes"]["gap"]["value"]) <= 0.25
    for side in told["outcomes"]["succeeded"].values():
        assert 0.40 <= side["value"] <= 0.85


def test_tension_spirals_and_comes_back(told):
    assert 0.25 <= told["spirals"]["hot"]["value"] <= 0.85
    assert told["spirals"]["cooled"]["value"] >= 0.5
    assert told["outcomes"]["confrontation"]["value"] <= 0.15
    assert told["outcomes"]["government_falls"]["value"] <= 0.15


def test_every_stance_is_taken_and_packages_are_agreed(told):
    goals = {goal["goal"]: goal["value"] for goal in told["goals"]}

    assert goals["stances"] >= 0.05
    assert 0.3 <= told["packages"]["agreed"]["value"] <= 0.98
    assert told["packages"]["a_game"]["agreed"] >= 0.5


def test_what_is_deployed_heats_and_what_is_agreed_cools(told):
    assert 1 <= told["tension"]["deploy"]["up"] <= 6
    assert 1 <= told["tension"]["package"]["down"] <= 4
