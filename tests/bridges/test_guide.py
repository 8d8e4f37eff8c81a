"""The guide for researchers is true: its examples run, its tables are what the code does."""

import re
import shlex
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from game import cli
from game.bridges.tables import action_table, tensor_table
from game.match.dataset import Recorded
from game.paths import data_path

FENCE = re.compile(r"```(python|sh)\n(.*?)```", re.DOTALL)


@pytest.fixture(scope="module")
def guide():
    return data_path("research.md").read_text(encoding="utf-8")


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_the_examples_run_one_after_another(guide, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"__name__": "guide"}
    for language, block in FENCE.findall(guide):
        if language == "sh":
            program, *arguments = shlex.split(block)
            assert program == "defend-together"
            assert cli.main(arguments) == 0
        else:
            exec(compile(block, "research.md", "exec"), names)

    assert 0 <= names["gain"] < 0.01
    assert names["env"].render().shape == (720, 1280, 3)
    assert names["learned"][-1] > 1.5 * names["by_chance"]
    assert Path("learned.svg").read_text(encoding="utf-8").startswith("<svg")
    assert capsys.readouterr().out.startswith("player: 0")


def test_the_tables_are_made_from_the_code(guide):
    assert action_table() in guide
    assert tensor_table() in guide


def test_every_field_of_a_record_is_told(guide):
    table = guide.partition("| field | holds |")[2].partition("\n\n")[0]
    told = re.findall(r"`(\w+)`", table)

    assert told == [field.name for field in fields(Recorded)]
