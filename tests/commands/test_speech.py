"""The command line speaks the language that is asked for, or else the environment's."""

import gettext
import os
import re

import pytest

from game import cli
from game.commands.speech import argparse_in, speech_of
from game.words import Speech, environment_language

COMMANDS = ("play", "text", "simulate", "check", "replay", "bench", "lab", "report", "class")
_OWN = re.compile(
    r"defend-together|--?[a-z-]+|\{[^}]*\}|\.[a-z]+\b|[A-Z]{1,}\b|[a-z]+(?:[-:][a-z0-9]+)+|[A-Z]\w+"
)
"""What no language changes: the program's name, options, places for values, endings, slugs."""


@pytest.mark.parametrize("command", COMMANDS)
def test_help_in_russian_has_no_english_words(command, capsys):
    assert cli.main([command, "--help", "--lang", "ru"]) == 0
    out = capsys.readouterr().out
    head, _, text = out.partition("\n\n$ ")[0].partition("\n\n")

    assert "использование" in head.lower()
    left = _OWN.sub("", text)
    names = {*COMMANDS, "balance", "targets", "ladder", "strategies", "ablation", "cards"}
    names |= {"compare", "random", "chosen", "forced", "human", "playouts", "clone", "ru"}
    assert set(re.findall(r"[a-z]{2,}", left)) - names == set()


def test_a_fault_is_told_in_the_language_that_was_asked_for(capsys):
    assert cli.main(["text", "--lang", "fr", "--nato", "gredy"]) == 1
    english = "no seat “gredy”, did you mean “greedy”?"

    said = capsys.readouterr().err
    assert "gredy" in said
    assert "greedy" in said
    assert english not in said


def test_wrong_usage_is_told_in_the_language_that_was_asked_for(capsys):
    assert cli.main(["simulate", "--lang", "fr", "--games", "0"]) == 2
    assert "is needed" not in capsys.readouterr().err


def test_argparse_gets_its_own_language_back():
    before = os.environ["LANGUAGE"], gettext.textdomain()
    with argparse_in(Speech("fr")):
        assert os.environ["LANGUAGE"] == "fr"

    assert (os.environ["LANGUAGE"], gettext.textdomain()) == before


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANGUAGE": "de:ru:fr"}, "ru"),
        ({"LANGUAGE": "", "LC_ALL": "fr_CA.UTF-8"}, "fr"),
        ({"LANGUAGE": "", "LC_ALL": "", "LC_MESSAGES": "", "LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANGUAGE": "", "LC_ALL": "C.UTF-8", "LANG": "fr_FR"}, "en"),
        ({"LANGUAGE": "de"}, "en"),
    ],
)
def test_the_environment_names_the_language(monkeypatch, variables, language):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert environment_language() == language


@pytest.mark.parametrize("given", [["text", "--lang=fr"], ["text", "--lang", "fr"]])
def test_the_option_goes_before_the_environment(monkeypatch, given):
    monkeypatch.setenv("LANGUAGE", "ru")

    assert speech_of(given).language == "fr"
    assert speech_of(["text", "--lang", "tlh"]).language == "ru"
    assert speech_of(["text", "--lang"]).language == "ru"
