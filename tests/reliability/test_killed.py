"""Play that is killed at a random moment: in the window, in the terminal, and plainly."""

import os

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="begins processes by fork")


@pytest.mark.parametrize(
    ("count", "playing"),
    [(6, 1.0), pytest.param(1_000, 0.9, marks=pytest.mark.long)],
    ids=["few", "many"],
)
def test_what_was_confirmed_outlives_a_kill_and_the_next_start_offers_it(
    tmp_path, count, playing
):
    from tests.reliability.killed import WAYS, kills  # noqa: PLC0415 - asks for POSIX

    found = kills(count, count, tmp_path, playing)

    assert found["decisions"] > count
    for way in WAYS:
        assert found[f"{way}: whole"] + found[f"{way}: torn"] + found[f"{way}: over"]
