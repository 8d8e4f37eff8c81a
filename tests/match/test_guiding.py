"""That a guide comes along, and how far it has come, survives in the journal."""

import pytest

from game.match import Course, Match, read_journal, replay
from game.match.guiding import GUIDE, guide_record, guide_steps
from game.match.record import Record, plain


@pytest.fixture
def match(content, tmp_path):
    return Match.start(content, "first-council", 3, ("human", "open"), tmp_path)


def test_without_a_guide_nothing_is_noted(match):
    match.close()

    assert match.guide_steps is None
    assert Match.resume(match.path).guide_steps is None


def test_a_resumed_match_knows_which_steps_are_done(match):
    match.note_guide()
    assert match.guide_steps == ()
    match.note_guide("council")
    match.note_guide("tension")
    match.close()

    assert Match.resume(match.path).guide_steps == ("council", "tension")


def test_a_replay_passes_over_the_guide(match):
    match.note_guide("council")
    while not match.over:
        legal = match.view(match.to_move).legal_actions()
        human = match.is_human(match.to_move)
        match.play(legal[0] if human else match.computer_action())

    assert replay(read_journal(match.path), Course).course.history == match.history


@pytest.mark.parametrize(
    "record",
    [
        Record(GUIDE, "~nonsense"),
        plain(GUIDE, [1]),
        plain(GUIDE, {"done": 7}),
        plain(GUIDE, {"done": "x" * 100}),
    ],
)
def test_what_can_not_be_understood_is_passed_over(record):
    assert guide_steps([record]) is None
    assert guide_steps([guide_record("hand"), record]) == ["hand"]
