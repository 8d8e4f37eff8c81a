"""Damaged and made-up files and command lines: one clear line, nothing written elsewhere."""

import io
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.cli import main
from tests.reliability.fuzzed import WORDS, Watch, fuzz, try_marks, try_save, try_settings

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


def test_a_number_of_very_many_digits_is_no_choice(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("DEFEND_TOGETHER_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n" + "9" * 5000 + "\nquit\nquit\n"))

    assert main(["text", "--scenario", "first-council", "--russia", "random"]) == 0
    assert "isn’t one of the choices" in capsys.readouterr().out
