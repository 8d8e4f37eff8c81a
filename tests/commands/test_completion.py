"""`completion`: what the shells themselves offer once they have read the script."""

import io
import re
import shutil
import subprocess
from contextlib import redirect_stderr, redirect_stdout
from functools import cache

import pytest

from game import cli
from game.content import load_content
from game.match import SEATS

BASH = """
compopt() {{ echo a-file; }}
source /dev/stdin <<'SCRIPT'
{script}
SCRIPT
COMP_LINE={line!r}
COMP_POINT=${{#COMP_LINE}}
_defend_together
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


def old_or_missing(bash="bash"):
    """Say whether there is no bash of 4.4 or later, as on macOS."""
    if shutil.which(bash) is None:
        return True
    code = "((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 404))"
    return subprocess.run([bash, "-c", code], check=False).returncode != 0


NEEDS_BASH = pytest.mark.skipif(old_or_missing(), reason="needs bash 4.4")
NEEDS_FISH = pytest.mark.skipif(shutil.which("fish") is None, reason="needs fish")
NEEDS_ZSH = pytest.mark.skipif(shutil.which("zsh") is None, reason="needs zsh")


@pytest.fixture(scope="module")
def script():
    """Return the script for a shell."""

    @cache
    def made(shell, *more):
        told, complaint = io.StringIO(), io.StringIO()
        with redirect_stdout(told), redirect_stderr(complaint):
            assert cli.main(["completion", shell, *more]) == 0
        assert complaint.getvalue() == ""
        return told.getvalue()

    return made


def run(shell, program, *arguments):
    done = subprocess.run(
        [shell, *arguments], input=program, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    return done.stdout.split("\n")[:-1]


@pytest.fixture
def in_bash(script):
    """Return what bash offers behind a line that is being typed."""

    def offered(line):
        return run("bash", BASH.format(script=script("bash"), line=line))

    return offered


@NEEDS_BASH
class TestInBash:
    def test_every_command_is_offered(self, in_bash, capsys):
        cli.main(["--help"])
        told = re.findall(r"^    ([a-z-]+)(?: |$)", capsys.readouterr().out, re.MULTILINE)

        assert {"play", "text", "report", "packs", "completion"} <= set(told)
        assert in_bash("defend-together ") == told

    def test_what_is_typed_narrows_it_down(self, in_bash):
        assert in_bash("defend-together pl") == ["play"]
        assert in_bash("defend-together play --re") == ["--resume"]

    def test_commands_below_a_command_are_offered(self, in_bash):
        assert in_bash("defend-together packs ") == [
            "list",
            "add",
            "remove",
            "zip",
            "translate",
        ]
        assert in_bash("defend-together packs zip --o") == ["--out"]

    def test_scenarios_seats_and_languages_are_those_there_are(self, in_bash):
        assert set(load_content().scenarios) <= set(in_bash("defend-together play --scenario "))
        assert set(SEATS) <= set(in_bash("defend-together text --nato "))
        assert in_bash("defend-together check --lang ") == ["en", "fr", "ru"]

    def test_a_seat_with_a_colon_goes_on_behind_its_colon(self, in_bash):
        assert in_bash("defend-together play --russia search:") == list("12345")

    def test_where_a_file_belongs_files_are_offered(self, in_bash):
        assert in_bash("defend-together replay ")[0] == "a-file"
        assert in_bash("defend-together report x.match --out ")[0] == "a-file"

    def test_where_anything_may_stand_nothing_is_offered(self, in_bash):
        assert in_bash("defend-together play --seed ") == [""]


@NEEDS_FISH
def test_fish_offers_words_with_what_is_said_of_them(script, tmp_path):
    path = tmp_path / "completion.fish"
    path.write_text(script("fish", "--lang", "fr"), encoding="utf-8")
    ask = (
        f"source {path}; complete -C 'defend-together '; complete -C 'defend-together packs z'"
    )

    told = dict(line.split("\t") for line in run("fish", "", "--no-config", "-c", ask))

    assert {"play", "zip"} <= set(told)
    assert "ouvrir" in told["play"]


@NEEDS_ZSH
def test_zsh_reads_the_script(script):
    # Defined by hand here: without a terminal there is no completion to take part in.
    assert run("zsh", "compdef() { print $1 $2 }\n" + script("zsh"), "-f") == [
        "_defend_together defend-together"
    ]


def test_a_shell_that_it_does_not_know_is_refused(capsys):
    assert cli.main(["completion", "tcsh"]) == cli.WRONG_USAGE
    assert "tcsh" in capsys.readouterr().err
