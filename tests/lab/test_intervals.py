"""Intervals that say what a sample can tell, and no more."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.lab.intervals import mean, quantile, share, share_of_deals


@pytest.mark.parametrize(
    ("successes", "tries", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (5, 10, 0.2366, 0.7634),
        (10, 10, 0.7225, 1.0),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_a_share_has_wilsons_interval(successes, tries, low, high):
    found = share(successes, tries)

    assert found.value == successes / tries
    assert (found.low, found.high) == pytest.approx((low, high), abs=1e-4)


def test_of_nothing_anything_may_be_true():
    assert (share(0, 0).low, share(0, 0).high) == (0.0, 1.0)
    assert (share_of_deals([], 0).low, share_of_deals([], 0).high) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("values", "half"),
    [([1, 3], 12.706), ([1, 2, 3], 2.484), ([1, 2, 3, 4, 5], 1.963), ([0.0] * 9, 0.0)],
)
def test_a_mean_has_students_interval(values, half):
    found = mean(values)

    assert found.half == pytest.approx(half, rel=0.01)
    assert found.value == pytest.approx(sum(values) / len(values))
    assert found.sample == len(values)


def test_95_of_100_intervals_hold_the_truth():
    luck = Random(1)
    held = 0
    for _ in range(2000):
        found = mean([luck.gauss(3, 2) for _ in range(12)])
        held += found.low <= 3 <= found.high

    assert 0.935 <= held / 2000 <= 0.965


def test_games_of_a_deal_are_no_independent_witnesses():
    together = share_of_deals([0.0, 1.0] * 20, games=160)
    apart = share_of_deals([0.5] * 40, games=160)

    assert together.half == pytest.approx(share(20, 40).half, rel=0.05)
    assert apart.half == pytest.approx(share(80, 160).half, rel=0.01)


@given(st.lists(st.integers(0, 4), min_size=1, max_size=30))
def test_a_share_over_deals_never_claims_more_than_its_games(successes):
    by_deal = [one / 4 for one in successes]
    found = share_of_deals(by_deal, 4 * len(by_deal))
    alone = share(sum(successes), 4 * len(by_deal))

    assert 0 <= found.low <= found.value + 1e-9
    assert found.value <= found.high + 1e-9 <= 1 + 1e-8
    assert found.half >= alone.half - 1e-9


@given(st.lists(st.integers(-50, 150), min_size=1, max_size=60), st.floats(0.05, 0.95))
def test_a_quantile_lies_in_its_interval_and_in_its_sample(values, q):
    found = quantile(values, q)

    assert found.low <= found.value <= found.high
    assert found.value in values


def test_a_quantile_of_many_values_is_where_it_should_be():
    assert quantile(list(range(101)), 0.4).value == 40
    assert quantile([], 0.4).sample == 0
