"""Many matches in one window: what one leaves behind is little and has an end."""

import sys

import pytest

from game.ui.speed_memory import MatchMemory, held_after, match_memory, memory_lines

MOST_GROWTH = 60
"""Megabytes: what the allocator keeps goes up and down by about half of it."""

linux = pytest.mark.skipif(
    sys.platform != "linux", reason="asks the system how much memory it has"
)


@linux
def test_matches_of_every_seating_are_shown_to_their_verdict_and_weighed():
    held = held_after(3)

    assert len(held) == 3
    assert all(megabytes > 10 for megabytes in held)


def test_growth_is_what_comes_on_top_of_the_first_matches():
    memory = MatchMemory((90.0, 100.0, 110.0, 109.0, 112.0), warm=3)

    assert memory.before == 110.0
    assert memory.grown == memory.after - 110.0 == 2.0
    assert memory.as_dict()["grown"] == 2.0
    assert memory_lines(memory)[0] == "after 3 matches 110 MB, after 5 112 MB: +2 MB"


@pytest.mark.long
@linux
def test_memory_is_flat_after_fifty_matches():
    memory = match_memory()

    assert memory.grown < MOST_GROWTH, memory.held
