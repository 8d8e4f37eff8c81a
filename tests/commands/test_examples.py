"""The examples at the end of each command's help."""

import re
import shlex

import pytest

from game import cli
from game.commands.examples import EXAMPLES, example
from game.words import Speech

PROGRAM = "defend-together"


def test_every_command_has_one(capsys):
    assert cli.main(["completion", "fish"]) == 0

    first = re.findall(r"_at ''\" -a (\S+) ", capsys.readouterr().out)
    assert first == list(EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_it_is_shown_by_help_and_can_be_typed(name, capsys):
    line = example(PROGRAM, name)
    program, *arguments = shlex.split(line.partition(" > ")[0])

    assert cli.main([name, "--help"]) == 0

    assert f"\n$ {line}\n" in capsys.readouterr().out
    assert program == PROGRAM
    assert arguments[0] == name
    assert callable(cli._parser(Speech("en")).parse_args(arguments).command)
