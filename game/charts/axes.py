"""Axes: round steps, and where a value lies on the picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Final

_LEAST: Final = 1e-9
"""Of the numbers themselves: a range below that is none."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Where values from `low` to `high` lie between two places of the picture."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return the place of a value; one outside lies at the edge."""
        share = (min(self.high, max(self.low, value)) - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


def ticks(low: float, high: float, about: int = 6) -> tuple[float, ...]:
    """Return round numbers that hold the range between them, about so many."""
    if high - low < _LEAST * max(1.0, abs(low), abs(high)):
        low, high = low - 0.5, high + 0.5
    rough = (high - low) / max(1, about - 1)
    power = 10.0 ** floor(log10(rough))
    step = next(power * n for n in (1, 2, 5, 10) if power * n >= rough * 0.999)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return tuple(round(n * step, 10) for n in range(first, last + 1))


def shown(value: float, among: Sequence[float]) -> str:
    """Return a tick's number, with as many decimal places as its neighbours need."""
    step = among[1] - among[0] if len(among) > 1 else 1.0
    places = max(0, -floor(log10(step) + 1e-9))
    text = f"{value:.{places}f}"
    return text.replace("-", "\N{MINUS SIGN}")
