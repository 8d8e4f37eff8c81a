"""Hints are counted, kept in the journal, and disturb no replay."""

import pytest

from game.match import Match, read_journal, replay, transcript
from game.match.course import Course
from game.match.hints import HINT, Hint, hint_record, hints_of
from game.match.record import Record, plain, veiled


@pytest.fixture
def match(content, tmp_path):
    return Match.start(content, "first-council", 3, ("human", "human"), tmp_path)


def any_action(match):
    return match.view(match.to_move).legal_actions()[0]


def play_on(match, decisions):
    for _ in range(decisions):
        match.play(any_action(match))


def test_a_hint_is_noted_with_its_side_and_place(match):
    play_on(match, 4)
    side = match.to_move

    match.note_hint(any_action(match), (29, 61))

    assert match.hints == (Hint(4, side, any_action(match), (29, 61)),)


def test_a_hint_that_is_shown_again_counts_once(match):
    match.note_hint(any_action(match))
    match.note_hint(any_action(match))
    assert len(match.hints) == 1
    play_on(match, 1)
    match.note_hint(any_action(match))
    assert len(match.hints) == 2


def test_hints_come_back_with_the_match(match):
    match.note_hint(any_action(match))
    play_on(match, 6)
    match.note_hint(any_action(match), (1, 33))
    play_on(match, 3)
    hints, history = match.hints, match.history
    match.close()
    path = match.path
    del match

    again = Match.resume(path)

    assert again.hints == hints
    assert again.history == history


def test_a_replay_and_a_transcript_pass_over_hints(match):
    match.note_hint(any_action(match))
    play_on(match, 2)
    match.note_hint(any_action(match))
    match.close()

    reading = read_journal(match.path)

    assert replay(reading, Course).decisions == 2
    assert len(transcript(reading).entries) == 2
    assert len(hints_of(reading.records)) == 2


def test_what_was_advised_is_not_read_at_a_glance(match):
    record = hint_record(Hint(0, 1, 1119490, ()))

    assert "1119490" not in record.payload


@pytest.mark.parametrize(
    "record",
    [
        Record(HINT, "~nonsense"),
        plain(HINT, [1, 2]),
        veiled(HINT, {"number": 3}),
        veiled(HINT, {"number": "x", "side": 0, "action": 1, "package": []}),
        veiled(HINT, {"number": 1, "side": 0, "action": 1, "package": 7}),
    ],
)
def test_a_hint_that_can_not_be_understood_is_passed_over(record):
    good = Hint(2, 0, 5, ())

    assert hints_of([record, hint_record(good)]) == [good]


def test_nobody_is_advised_after_the_end(match):
    while not match.over:
        match.play(any_action(match))

    with pytest.raises(ValueError, match="nobody"):
        match.note_hint(1)
