"""Progress: seldom, in one line, and to the point."""

from io import StringIO

import pytest

from game.lab.progress import Progress


class Clock:
    """Tells whatever time it is set to."""

    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


class Screen(StringIO):
    """A stream that somebody looks at."""

    def isatty(self):
        return True


@pytest.fixture
def clock():
    return Clock()


def test_in_a_file_a_line_stands_now_and_then(words, clock):
    stream = StringIO()
    progress = Progress(words, 100, stream, clock)
    for done in range(1, 51):
        clock.now += 1
        progress(done)

    assert stream.getvalue().splitlines() == [
        "20 of 100 games, 1 a second, 80 s left",
        "40 of 100 games, 1 a second, 60 s left",
    ]


def test_on_a_screen_each_line_takes_the_place_of_the_last(words, clock):
    stream = Screen()
    progress = Progress(words, 4, stream, clock)
    for done in range(1, 5):
        clock.now += 1000
        progress(done)

    assert stream.getvalue().count("\r") == 4
    assert stream.getvalue().count("\n") == 1
    assert "1 of 4 games, 0 a second, 50 min left" in stream.getvalue()


def test_work_that_is_soon_done_says_nothing(words, clock):
    stream = StringIO()
    progress = Progress(words, 2, stream, clock)
    progress(1)
    progress(2)

    assert stream.getvalue() == ""


@pytest.mark.parametrize(("seconds", "left"), [(0.5, "50 s"), (30, "50 min"), (200, "5.5 h")])
def test_the_time_left_is_told_in_fitting_units(words, clock, seconds, left):
    stream = StringIO()
    progress = Progress(words, 100, stream, clock)
    clock.now += seconds
    progress._last = 0

    progress(1)

    assert stream.getvalue().endswith(f"{left} left\n")
