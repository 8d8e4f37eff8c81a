"""The shipped numbers, held against bounds that a broken balance would leave.

Thirty-six games of the short scenario, each pair of mandates once, between two one-ply
players, and 108 each of a lone hawk and a lone dove against one of them: too few to tune
by, enough to notice when cooperation or confrontation has become a free lunch. The bounds
are wide: what the design asks for is measured by `lab targets`.
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


def against_greedy(content, name):
    """Return a player's games against greedy from both seats, each with its side."""
    games = []
    for side in (0, 1):
        seats = (Seat(name), Seat("greedy")) if side == 0 else (Seat("greedy"), Seat(name))
        fixtures = Deals(content, SHORT, 54, 7, "random").fixtures(name, seats)
        played = play_all(fixtures, [content], Crew(), quiet)
        games += [(account, side) for account in played.accounts]
    return games


@pytest.fixture(scope="module")
def hawks(content):
    return against_greedy(content, "firm")


@pytest.fixture(scope="module")
def doves(content):
    return against_greedy(content, "open")


def utility(games, *, own):
    return sum(game.utility(side if own else 1 - side) for game, side in games) / len(games)


def test_who_is_always_firm_fails_and_ruins_the_other_too(hawks):
    assert sum(game.succeeded(side) for game, side in hawks) <= 0.35 * len(hawks)
    assert utility(hawks, own=True) <= -0.15
    assert 0.1 <= sum(game.verdict == "confrontation" for game, _ in hawks) / len(hawks) <= 0.9


def test_who_is_always_open_is_exploited(doves):
    assert utility(doves, own=False) - utility(doves, own=True) >= 0.2


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
