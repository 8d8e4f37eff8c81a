"""Match after match in one window, while its size, language and theme change."""

import gc
import sys

import pytest

from game.match import Match, list_saved
from tests.reliability.soak import GROWTH, WARM, Soak, growth

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for its memory")


def soaked(home, matches, told=None):
    """Play so many matches; every one of them must be there and over."""
    found = Soak(home, 1).run(matches, told)
    saves = list_saved(home / "data" / "matches")
    assert len(saves) == matches
    assert all(saved.verdict is not None for saved in saves)
    assert found.changes
    return found


def alive():
    """How many matches are held in memory."""
    gc.collect()
    return sum(isinstance(one, Match) for one in gc.get_objects())


def test_a_few_matches_in_one_window_leave_none_behind(tmp_path):
    before = alive()

    soaked(tmp_path, 4)

    assert alive() <= before


@pytest.mark.long
def test_memory_is_flat_over_five_hundred_matches(tmp_path):
    found = soaked(tmp_path, 10 * WARM)

    assert growth(found.held) < GROWTH, found.held
    assert not found.slow, found.slow
