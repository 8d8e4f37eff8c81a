"""Matches that were left leave nothing behind in a window that stays open for days."""

import gc
import sys
from dataclasses import replace
from weakref import ref

from game.engine.compile import KEPT, compile_world
from game.match import Match, list_saved, read_journal, saved
from game.match.record import values_of
from game.ui.preferences import Preferences
from game.ui.sitting import Sitting
from game.words import Words


def test_a_match_that_was_left_is_let_go_by_the_settings(content):
    preferences = Preferences()
    sitting = Sitting(
        Match.start(content, "first-council", 1, ("human", "human")),
        Words(content),
        preferences,
    )
    preferences.change(volume=10)
    left = ref(sitting.match)

    sitting.leave()
    del sitting
    gc.collect()

    assert left() is None
    preferences.change(volume=20)


def test_contents_that_were_looked_at_and_left_are_let_go(content):
    first = ref(compile_world(replace(content, fingerprint="of yesterday"), "first-council"))

    for number in range(KEPT):
        other = replace(content, fingerprint=f"edited {number} times")
        assert compile_world(other, "first-council") is compile_world(other, "first-council")
    gc.collect()

    assert first() is None


def test_the_list_of_matches_reads_each_file_once_until_it_changes(
    content, tmp_path, monkeypatch
):
    for seed in range(3):
        Match.start(content, "first-council", seed, ("human", "human"), tmp_path).close()
    read = []

    def counted(path):
        read.append(path)
        return read_journal(path)

    monkeypatch.setattr(saved, "read_journal", counted)

    first = list_saved(tmp_path)
    again = list_saved(tmp_path)
    match = Match.resume(first[0].path)
    match.play(match.view(match.to_move or 0).legal_actions()[0])
    match.close()
    changed = list_saved(tmp_path)

    assert again == first
    assert len(read) == 4
    assert {one.path for one in changed} == {one.path for one in first}


def test_the_list_of_matches_leaves_the_content_folded(content, tmp_path, monkeypatch):
    match = Match.start(content, "first-council", 1, ("human", "human"), tmp_path)
    match.close()
    unfolded = []

    def noted(record):
        unfolded.append(record.kind)
        return values_of(record)

    for module in (saved, sys.modules["game.match.replay"]):
        monkeypatch.setattr(module, "values_of", noted)

    assert len(list_saved(tmp_path)) == 1

    assert "content" not in unfolded
    assert "match" in unfolded
