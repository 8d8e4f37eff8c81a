"""A match as steps, and what is noted beside its journal."""

from itertools import pairwise

import pytest

from game.engine.events import CardPlayed, CardPlayedFaceDown, CrisisResolved, PackageAnswered
from game.match.marks import SUFFIX, Marks
from game.match.steps import step_at, steps_of


def test_the_steps_hold_every_decision_of_the_rounds_once(finished):
    steps = steps_of(finished)
    played = [entry for entry in finished.history if entry.round]
    assert steps[0].first == played[0].number - 1
    assert steps[-1].decided == played[-1].number
    for before, after in pairwise(steps):
        assert before.decided == after.first
        assert before.round <= after.round


def test_a_turn_holds_one_card_and_its_side(finished):
    for step in steps_of(finished):
        entries = finished.history[step.first : step.decided]
        events = [event for entry in entries for event in entry.events]
        cards = [e for e in events if isinstance(e, CardPlayed | CardPlayedFaceDown)]
        if step.kind == "turn":
            assert len(cards) <= 1
            assert step.side == entries[0].side
            assert step.face_down == any(isinstance(c, CardPlayedFaceDown) for c in cards)
        else:
            assert not cards
            assert step.side is None


def test_councils_know_whether_they_agreed_and_crises_resolve(finished):
    for step in steps_of(finished):
        entries = finished.history[step.first : step.decided]
        events = [event for entry in entries for event in entry.events]
        agreed = any(isinstance(e, PackageAnswered) and e.accepted for e in events)
        assert step.agreed == agreed
        if step.kind == "crisis":
            assert any(isinstance(event, CrisisResolved) for event in events)


def test_the_step_of_a_number_of_decisions(finished):
    steps = steps_of(finished)
    assert step_at(steps, steps[0].first) is None
    for number, step in enumerate(steps):
        assert step_at(steps, step.decided) == number


# ---------------------------------------------------------------------------- marks


def test_marks_come_back_from_their_file_beside_the_journal(tmp_path):
    journal = tmp_path / "a.match"
    marks = Marks.of(journal)
    assert marks.toggle(12)
    assert marks.toggle(4)
    marks.branched(9, tmp_path / "b.match")
    again = Marks.of(journal)
    assert again.bookmarks == [4, 12]
    assert again.branches == [(9, "b.match")]
    assert not again.toggle(4)
    assert Marks.of(journal).bookmarks == [12]
    assert [path.name for path in tmp_path.iterdir()] == [f"a.match{SUFFIX}"]


def test_a_match_without_a_journal_keeps_its_marks_while_it_is_open():
    marks = Marks.of(None)
    assert marks.toggle(3)
    assert marks.bookmarks == [3]


@pytest.mark.parametrize(
    "text",
    [
        "nonsense",
        "[]",
        '{"format": 2, "bookmarks": [], "branches": []}',
        '{"format": 1, "bookmarks": [-1], "branches": []}',
        '{"format": 1, "bookmarks": [true], "branches": []}',
        '{"format": 1, "bookmarks": [], "branches": [[1]]}',
        '{"format": 1, "bookmarks": 3, "branches": []}',
    ],
)
def test_a_bad_file_is_set_aside(tmp_path, text):
    file = tmp_path / f"a.match{SUFFIX}"
    file.write_text(text)
    assert Marks.of(tmp_path / "a.match").bookmarks == []
    assert (tmp_path / f"a.match{SUFFIX}.damaged").read_text() == text


def test_what_cannot_be_written_is_told(tmp_path):
    journal = tmp_path / "a.match"
    marks = Marks.of(journal)
    (tmp_path / f"a.match{SUFFIX}").mkdir()
    marks.toggle(1)
    assert marks.unsaved is not None
    assert "cannot write" in marks.unsaved
