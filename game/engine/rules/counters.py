"""Counters of reckonings, 4 bits each, packed into one int: building and pledges."""

from typing import Final

_ONES: Final = int("1" * 20, 16)
"""The lowest bit of each of twenty counters."""


def count_down(counters: int) -> tuple[int, int]:
    """Return the counters with every running one lowered by 1, and those that ran out.

    A full counter (15) stands for *not before the end* and stays. Those that ran out are
    told by the lowest bit of their four.
    """
    twos = counters | counters >> 1
    running = (twos | twos >> 2) & _ONES
    twos = counters & counters >> 1
    counting = running & ~(twos & twos >> 2)
    left = counters - counting
    twos = left | left >> 1
    return left, counting & ~(twos | twos >> 2)
