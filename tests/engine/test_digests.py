"""The same seed is the same game: each time, with any seed of hashes, on every Python."""

import os
import subprocess
import sys

import pytest

from tests.engine.digests import NAME, digest, of_players, of_walks, walked
from tests.engine.recorded import FOLDER

ROOT = FOLDER.parents[2]


def test_games_are_those_that_were_recorded_whichever_python_plays_them(recorded):
    recorded(NAME, of_walks())


@pytest.mark.parametrize("seed", ["0", "4242"])
def test_games_are_the_same_whatever_the_seed_of_hashes(seed):
    run = subprocess.run(
        [sys.executable, "-m", "tests.engine.digests"],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )

    assert run.stdout == of_walks() + of_players()


def test_other_games_have_other_digests():
    lines = list(walked("first-council"))

    assert digest(lines) != digest(lines[:-1]) != digest(reversed(lines))
