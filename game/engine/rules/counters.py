"""Counters of reckonings, 4 bits each, packed into one int: building and pledges."""

from typing import Final

_ONES: Final = int("1" * 20, 16)
"""The lowest bit of each of twenty counters."""


def count_down(counters: int) -> tuple[int, int]:
    """Return the counters with every running one lowered by 1, and those that ran out.

    A full counter (15) stands for *not before the end* and stays. Those that ran out are
    told by the lowest bit of their four.
    """
    running = _running(counters)
    full = counters & counters >> 1 & counters >> 2 & counters >> 3 & _ONES
    counting = running & ~full
    left = counters - counting
    return left, counting & ~_running(left)


def _running(counters: int) -> int:
    """Return the lowest bit of each counter that is not 0."""
    return (counters | counters >> 1 | counters >> 2 | counters >> 3) & _ONES
