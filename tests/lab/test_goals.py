"""Goals: what counts as met, and that one report's numbers decide it."""

import pytest

from game.lab.balance import balance
from game.lab.goals import Measured, _unsigned, goals_of
from tests.lab.conftest import LONG, SHORT


@pytest.fixture(scope="module")
def told(content, games):
    return balance(content, LONG, [a for a in games if a.fixture.scenario == LONG])


@pytest.mark.parametrize(
    ("value", "met"), [(0.27, False), (0.28, True), (0.45, True), (0.46, False)]
)
def test_a_goal_is_met_between_its_ends(value, met):
    assert Measured("both", value, 0.28, 0.45, True, 100).met == met


@pytest.mark.parametrize(
    ("value", "low", "high", "sure"),
    [
        (0.35, 0.30, 0.40, True),
        (0.35, 0.20, 0.40, False),
        (0.50, 0.46, 0.54, True),
        (0.50, 0.44, 0.56, False),
        (0.20, 0.10, 0.27, True),
    ],
)
def test_a_goal_is_sure_where_the_whole_interval_says_so(value, low, high, sure):
    assert Measured("both", value, 0.28, 0.45, True, 100, low, high).sure == sure


def test_the_farthest_mandate_is_held_against_its_own_side(content, told):
    success = {"value": 0.5, "low": 0.4, "high": 0.6, "n": 90}
    mandates = {
        "a": {"side": "nato", "success": success},
        "b": {"side": "nato", "success": {**success, "value": 0.3, "low": 0.2, "high": 0.45}},
        "c": {"side": "russia", "success": {**success, "value": 0.9}},
    }
    goals = goals_of(content, LONG, {**told, "mandates": mandates})
    found = next(goal for goal in goals if goal.name == "mandates")

    assert found.value == pytest.approx(0.1)
    assert (found.low, found.high) == pytest.approx((0.0, 0.2))


@pytest.mark.parametrize(
    ("low", "high", "size"),
    [(-0.1, 0.3, (0.0, 0.3)), (0.1, 0.3, (0.1, 0.3)), (-0.3, -0.1, (0.1, 0.3))],
)
def test_a_gap_has_a_size_whichever_side_it_favours(low, high, size):
    found = _unsigned({"value": (low + high) / 2, "low": low, "high": high, "n": 9})

    assert (found["low"], found["high"]) == pytest.approx(size)
    assert found["value"] == abs((low + high) / 2)


def test_the_full_game_has_a_goal_for_its_length(content, told):
    full = {goal.name for goal in goals_of(content, LONG, told)}
    short = {goal.name for goal in goals_of(content, SHORT, told)}

    assert full - short == {"decisions"}


def test_a_card_that_is_seldom_seen_is_not_judged(content, told):
    counts = {goal.name: goal.value for goal in goals_of(content, LONG, told)}
    seldom = {
        slug: {**one, "event": {"value": 0.0, "n": 59}} for slug, one in told["cards"].items()
    }
    often = {
        slug: {**one, "event": {"value": 0.0, "n": 60}} for slug, one in told["cards"].items()
    }

    def judged(cards):
        return next(
            goal.value
            for goal in goals_of(content, LONG, {**told, "cards": cards})
            if goal.name == "events"
        )

    assert judged(seldom) == 0
    assert judged(often) == 64
    assert counts["events"] <= 64


def test_the_rarest_stance_counts_over_all_crises(content, told):
    taken = dict.fromkeys(("firm", "measured", "open"), 0.0)
    for sides in told["stances"].values():
        for side in sides.values():
            for stance, one in side.items():
                taken[stance] += one["value"] * one["n"]
    goals = {goal.name: goal.value for goal in goals_of(content, LONG, told)}

    assert goals["stances"] == pytest.approx(min(taken.values()) / sum(taken.values()))
