"""The game in the terminal, in a language with letters of its own: nothing is left English."""

import io
import re

import pytest

from game.cli import main
from game.paths import HOME_VARIABLE

NAMES = {"SM", "Block", "IIB", "Enter", "defend", "together", "text", "resume"}


@pytest.fixture(autouse=True)
def home(monkeypatch, tmp_path):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))


def told(monkeypatch, capsys, typed, *arguments):
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert main(["text", "--lang", "ru", "--seed", "3", *arguments]) == 0
    return [line for line in capsys.readouterr().out.splitlines() if ".match" not in line]


def english(lines):
    return {line for line in lines if {*re.findall(r"[A-Za-z]{2,}", line)} - NAMES}


def test_a_match_between_computers_is_told_in_russian(monkeypatch, capsys):
    seats = ("--nato", "greedy", "--russia", "random", "--scenario", "first-council")

    lines = told(monkeypatch, capsys, "", *seats)

    assert len(lines) > 30
    assert english(lines) == set()


def test_menus_and_pages_are_in_russian_and_answer_to_russian(monkeypatch, capsys):
    typed = "помощь\n1\nобзор\nобъекты\nкарты\nкризис\nмандат\nжурнал\nвыход\n"

    lines = told(monkeypatch, capsys, typed, "--russia", "greedy")

    assert "помощь: этот список" in lines
    assert english(lines) == set()
