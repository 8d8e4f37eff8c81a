"""The list of saved matches."""

import os

import pytest

from game.match import Match, SaveError, latest_unfinished, list_saved
from game.match.saved import saved_at

HUMANS = ("human", "greedy")


def begun(content, folder, name, when, scenario="first-council"):
    match = Match.start(content, scenario, 1, HUMANS, folder, name=name)
    assert match.path is not None
    os.utime(match.path, (when, when))
    return match


def test_the_match_played_last_comes_first(content, tmp_path):
    begun(content, tmp_path, "a.match", 1_000)
    begun(content, tmp_path, "b.match", 3_000, "lisbon-to-chicago")
    begun(content, tmp_path, "c.match", 2_000)

    listed = list_saved(tmp_path)

    assert [saved.path.name for saved in listed] == ["b.match", "c.match", "a.match"]
    assert listed[0].scenario == "lisbon-to-chicago"
    assert listed[0].seats == HUMANS
    assert listed[0].verdict is None
    assert listed[0].when.timestamp() == 3_000


def test_a_finished_match_has_a_verdict_and_is_not_resumed(finished):
    saved = saved_at(finished.path)

    assert saved.verdict == finished.outcome.verdict
    assert saved.round == finished.history[-1].round
    assert latest_unfinished(finished.path.parent) is None


def test_other_files_and_damaged_ones_are_left_out(content, tmp_path):
    kept = begun(content, tmp_path, "a.match", 1_000)
    (tmp_path / "b.match").write_bytes(b"\x00" * 50)
    (tmp_path / "c.match").write_bytes(kept.path.read_bytes()[:900])
    (tmp_path / "a.match.damaged").write_bytes(b"")
    (tmp_path / "d.match").mkdir()

    assert [saved.path.name for saved in list_saved(tmp_path)] == ["a.match"]
    assert latest_unfinished(tmp_path) == kept.path
    with pytest.raises(SaveError):
        saved_at(tmp_path / "b.match")


def test_an_empty_folder_has_none(tmp_path):
    assert list_saved(tmp_path) == ()
    assert latest_unfinished(tmp_path) is None
