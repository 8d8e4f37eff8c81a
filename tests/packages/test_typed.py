"""The installed game's types, as somebody's own program sees them."""

import sys

import pytest

pytest.importorskip("mypy")

GOOD = """
from typing import assert_type

from game.content import Content, load_content
from game.engine import View
from game.match import Match

content = load_content()
assert_type(content, Content)
match = Match(content, "first-council", 7, ("human", "human"))
side = match.to_move
if side is not None:
    view = match.view(side)
    assert_type(view, View)
    assert_type(list(view.legal_actions()), list[int])
"""
BAD = """
from game.match import Match

match = Match("no content", "first-council", "seven", ("human", "human"))
"""


@pytest.fixture
def mypy(player, tmp_path):
    """Check a program strictly against the installed game; return the exit code and words."""

    def check(program):
        path = tmp_path / "own_program.py"
        path.write_text(program, encoding="utf-8")
        config = tmp_path / "mypy.ini"
        config.write_text("[mypy]\\n", encoding="utf-8")
        done = player.run(
            sys.executable, "-m", "mypy", "--strict", "--config-file", config,
            "--cache-dir", tmp_path / "cache", "--python-executable", player.python, path,
        )  # fmt: skip
        return done.returncode, done.stdout + done.stderr

    return check


def test_a_program_on_the_game_is_checked_strictly_and_finds_its_types(mypy):
    code, told = mypy(GOOD)

    assert (code, told) == (0, "Success: no issues found in 1 source file\n")


def test_a_program_that_holds_the_game_wrong_is_told(mypy):
    code, told = mypy(BAD)

    assert code == 1
    assert told.count("[arg-type]") == 2
