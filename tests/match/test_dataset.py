"""A record holds whole matches: they are read, replayed and agree with what it says."""

import json
from dataclasses import replace

import pytest

from game import cli
from game.content import load_content
from game.engine.events import MatchEnded, RoundBegan
from game.match.dataset import Recorded, RecordError, read_record
from game.match.series import Series, play_series

SERIES = Series("first-council", ("greedy", "random"), 3, 5)


@pytest.fixture(scope="module")
def shipped():
    return load_content()


@pytest.fixture(scope="module")
def recorded(shipped):
    return [Recorded.of(SERIES, result, shipped) for result in play_series(SERIES, shipped)]


def test_what_is_written_is_read(recorded, tmp_path):
    path = tmp_path / "games.jsonl"
    path.write_text("".join(f"{one.line()}\n" for one in recorded), encoding="utf-8")

    assert list(read_record(path)) == recorded


def test_the_command_writes_it(shipped, recorded, tmp_path, capsys):
    path = tmp_path / "games.jsonl"
    options = (
        "simulate --scenario first-council --nato greedy --russia random --games 3 --seed 5"
    )

    assert cli.main([*options.split(), "--record", str(path)]) == 0
    assert list(read_record(path)) == recorded


def test_positions_end_as_the_record_says(shipped, recorded):
    for one in recorded:
        positions = list(one.positions(shipped))
        assert [state.to_move for state, _ in positions] == one.sides
        assert [action for _, action in positions] == one.actions
        assert all(action in state.legal_actions() for state, action in positions)
        last, action = positions[-1]
        last = last.clone()
        last.apply(action)
        assert last.outcome.verdict == one.verdict
        assert last.outcome.utilities == tuple(one.utilities.values())


def test_there_are_events_of_the_opening_and_of_each_decision(recorded):
    for one in recorded:
        assert len(one.events) == len(one.actions) + 1
        assert isinstance(one.happened(0)[0], RoundBegan)
        assert any(isinstance(event, MatchEnded) for event in one.happened(len(one.actions)))


def test_a_field_of_a_later_version_is_passed_over(recorded, tmp_path):
    path = tmp_path / "games.jsonl"
    path.write_text(json.dumps(json.loads(recorded[0].line()) | {"weather": "fog"}))

    assert list(read_record(path)) == recorded[:1]


@pytest.mark.parametrize("line", ["", "{}", "[]", "null", "{", '{"format":1}'])
def test_a_line_that_is_no_match_is_named(line, recorded, tmp_path):
    path = tmp_path / "games.jsonl"
    path.write_text(f"{recorded[0].line()}\n{line}\n", encoding="utf-8")

    with pytest.raises(RecordError, match=r"games\.jsonl:2: "):
        list(read_record(path))


def test_another_format_is_not_guessed_at(recorded, tmp_path):
    path = tmp_path / "games.jsonl"
    path.write_text(json.dumps(json.loads(recorded[0].line()) | {"format": 2}))

    with pytest.raises(RecordError, match="format 2"):
        list(read_record(path))


def test_other_data_is_refused(recorded, shipped):
    other = replace(recorded[0], content="0" * 64)
    with pytest.raises(RecordError, match="other data"):
        next(other.positions(shipped))
