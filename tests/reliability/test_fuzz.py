"""Damaged and made-up files and command lines: one clear line, nothing written elsewhere."""

import io
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.cli import main
from tests.reliability.fuzzed import (
    SAMPLES,
    WORDS,
    Watch,
    fuzz,
    try_marks,
    try_save,
    try_settings,
)

TOO_LONG = 5000 * "9"
EXAMPLES = settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="session")
def watch():
    """One for all: what Python has begun to watch it watches to its end."""
    return Watch()


@pytest.mark.parametrize(
    "inputs", [150, pytest.param(20_000, marks=pytest.mark.long)], ids=["few", "many"]
)
def test_damaged_files_and_odd_command_lines_end_in_one_line(tmp_path, watch, inputs):
    found = fuzz(inputs, inputs, tmp_path, watch)

    assert sum(found.values()) == inputs
    assert {kind.partition(":")[0] for kind in found} == {
        "save",
        "forged",
        "settings",
        "marks",
        "command",
    }


@EXAMPLES
@given(data=st.binary(max_size=400))
@pytest.mark.parametrize("attempt", [try_save, try_settings, try_marks])
def test_any_bytes_are_read_or_refused(tmp_path_factory, watch, attempt, data):
    folder = tmp_path_factory.mktemp("any").resolve()

    with watch.over(folder):
        attempt(folder, data)


@EXAMPLES
@given(
    words=st.lists(
        st.one_of(st.sampled_from(WORDS), st.text(max_size=12)),
        max_size=6,
    ).filter(lambda words: words and not words[0].startswith("-"))
)
def test_any_unknown_command_is_refused_in_one_line(capsys, words):
    assert main([f"no-{words[0]}", *words[1:]]) in (0, 2)

    said = capsys.readouterr()
    assert said.err.count("\n") <= 1
    assert "Traceback" not in said.err


@pytest.mark.parametrize("option", ["--games", "--jobs"])
def test_more_than_a_machine_comes_to_an_end_with_is_refused(capsys, option):
    assert main(["simulate", option, "1" + 23 * "0"]) == 2

    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "at most" in said


@pytest.mark.parametrize(
    "words",
    [
        ["report", TOO_LONG],
        ["report", str(SAMPLES[0]), "--no-rerun", "--out", f"{TOO_LONG}.html"],
        ["lab", "balance", "--games", "1", "--out", f"{TOO_LONG}.html"],
        ["new-pack", "spring-talks", "--out", TOO_LONG],
        ["packs", "add", TOO_LONG],
        ["packs", "zip", TOO_LONG],
        ["packs", "translate", TOO_LONG, "fr"],
        ["schema", "--out", TOO_LONG],
        ["handouts", "--out", TOO_LONG],
        ["check", TOO_LONG],
        ["replay", TOO_LONG],
        ["text", "--resume", TOO_LONG],
        ["simulate", "--games", "1", "--save-dir", TOO_LONG],
        ["simulate", "--games", "1", "--record", TOO_LONG],
    ],
    ids=lambda words: " ".join(word for word in words if len(word) < 20),
)
def test_a_name_too_long_for_any_file_is_refused(monkeypatch, tmp_path, capsys, words):
    monkeypatch.setenv("DEFEND_TOGETHER_HOME", str(tmp_path))

    assert main(words) == 1

    assert capsys.readouterr().err.count("\n") == 1


def test_a_number_of_very_many_digits_is_no_choice(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("DEFEND_TOGETHER_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n" + "9" * 5000 + "\nquit\nquit\n"))

    assert main(["text", "--scenario", "first-council", "--russia", "random"]) == 0
    assert "isn’t one of the choices" in capsys.readouterr().out
