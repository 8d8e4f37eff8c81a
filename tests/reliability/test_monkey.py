"""A monkey at the window: for a minute, or with `long` for an hour."""

import os

import pytest

from tests.reliability.monkey import Monkey, lasting

SEED = int(os.environ.get("DEFEND_TOGETHER_MONKEY", "1"))


@pytest.mark.parametrize(
    "seconds", [60, pytest.param(3_600, marks=pytest.mark.long)], ids=["minute", "hour"]
)
def test_random_events_break_nothing(tmp_path, seconds):
    told = Monkey(tmp_path, SEED).run(lasting(seconds))

    assert not told.faults, "\n\n".join(told.faults)
    if seconds > 60:  # a busy machine is not a broken window: times are for the long run
        assert not told.slow, told.slow
    assert told.events > 100
    assert len(told.scenes) > 5
