"""Numbers with their 95 % intervals: shares, means and paired differences."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist, fmean, stdev
from typing import Final

_Z: Final = NormalDist().inv_cdf(0.975)
_PLACES: Final = 4
"""Decimal places that are kept: more than any sample here can tell."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number measured, and where the truth lies 95 times in a hundred.

    Attributes:
        sample: How many independent games, or deals, it rests on.
    """

    value: float
    low: float
    high: float
    sample: int

    @property
    def half(self) -> float:
        """Half the width of the interval."""
        return (self.high - self.low) / 2

    def told(self) -> dict[str, float | int]:
        """Return the estimate for a machine."""
        return {
            "value": round(self.value, _PLACES),
            "low": round(self.low, _PLACES),
            "high": round(self.high, _PLACES),
            "n": self.sample,
        }


def share(successes: int, tries: int) -> Estimate:
    """Return a share with Wilson's interval (1927); of no tries, all is possible."""
    if not tries:
        return Estimate(0.0, 0.0, 1.0, 0)
    return Estimate(successes / tries, *_wilson(successes / tries, tries), tries)


def share_of_deals(by_deal: Sequence[float], games: int) -> Estimate:
    """Return a share over games of which several lie on one deal.

    Games of a deal are no independent witnesses: Wilson's interval is taken with as many
    games as would tell as much, at least one a deal and at most all.

    Args:
        by_deal: The share in each deal.
        games: How many there are in all.
    """
    deals = len(by_deal)
    if not deals:
        return Estimate(0.0, 0.0, 1.0, 0)
    p = fmean(by_deal)
    worth = float(deals)
    if deals > 1 and 0 < p < 1:
        spread = stdev(by_deal) ** 2 / deals
        worth = p * (1 - p) / spread if spread else float(games)
    return Estimate(p, *_wilson(p, max(float(deals), min(float(games), worth))), deals)


def mean(values: Sequence[float]) -> Estimate:
    """Return a mean with Student's interval; one value alone has none."""
    count = len(values)
    if not count:
        return Estimate(0.0, 0.0, 0.0, 0)
    middle = fmean(values)
    if count == 1:
        return Estimate(middle, middle, middle, 1)
    half = _student(count - 1) * stdev(values) / sqrt(count)
    return Estimate(middle, middle - half, middle + half, count)


def difference(ones: Sequence[float], others: Sequence[float]) -> Estimate:
    """Return by how much the mean of one sample is above another's, with Welch's interval.

    For samples that lie on different deals; where they share deals, take the mean of the
    differences.
    """
    if len(ones) < 2 or len(others) < 2:
        return Estimate(0.0, 0.0, 0.0, 0)
    spreads = [stdev(values) ** 2 / len(values) for values in (ones, others)]
    variance = sum(spreads)
    middle = fmean(ones) - fmean(others)
    count = len(ones) + len(others)
    if not variance:
        return Estimate(middle, middle, middle, count)
    parts = zip(spreads, (ones, others), strict=True)
    freedom = variance**2 / sum(s**2 / (len(values) - 1) for s, values in parts)
    half = _student(max(1, int(freedom))) * sqrt(variance)
    return Estimate(middle, middle - half, middle + half, count)


def quantile(values: Sequence[float], q: float) -> Estimate:
    """Return a quantile with the interval that order statistics give."""
    if not values:
        return Estimate(0.0, 0.0, 0.0, 0)
    ordered = sorted(values)
    last = len(ordered) - 1
    spread = _Z * sqrt(len(ordered) * q * (1 - q))
    middle = q * last
    at = [
        ordered[round(min(last, max(0.0, place)))]
        for place in (middle - spread, middle, middle + spread)
    ]
    return Estimate(at[1], at[0], at[2], len(ordered))


def _wilson(p: float, tries: float) -> tuple[float, float]:
    """Return the ends of Wilson's interval."""
    wide = _Z * _Z / tries
    middle = (p + wide / 2) / (1 + wide)
    half = _Z * sqrt(p * (1 - p) / tries + wide / (4 * tries)) / (1 + wide)
    return (middle - half if p > 0 else 0.0), (middle + half if p < 1 else 1.0)


def _student(freedom: int) -> float:
    """Return Student's 0.975 quantile by the expansion of Cornish and Fisher (1937)."""
    if freedom < 3:
        return (12.706, 4.303)[freedom - 1]
    z, v = _Z, float(freedom)
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
    )
    return z + terms[0] / v + terms[1] / v**2 + terms[2] / v**3
