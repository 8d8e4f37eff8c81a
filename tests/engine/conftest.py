"""Recorded texts: compared as a rule, written anew with `--regen`."""

from difflib import unified_diff
from itertools import islice

import pytest

from tests.engine.recorded import FOLDER

MOST_LINES = 60
"""Of a difference that is shown; the whole one is read with `--regen` and git."""


@pytest.fixture
def recorded(request):
    """Compare a text with the recorded one of a name; with `--regen` record it."""

    def compare(name, text):
        path = FOLDER / name
        if request.config.getoption("--regen"):
            path.write_text(text, encoding="utf-8", newline="\n")
        there = path.read_text(encoding="utf-8").splitlines()
        lines = unified_diff(there, text.splitlines(), name, "the engine now", "", "", 2, "")
        difference = "\n".join(islice(lines, MOST_LINES))
        if difference:
            advice = "If the rules were meant to change: python -m pytest tests/engine --regen"
            pytest.fail(f"{difference}\n\n{advice}", pytrace=False)

    return compare
