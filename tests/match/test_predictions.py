"""Sealed predictions: when they are asked for, kept, taken back, and that nobody sees them."""

import pytest

from game.engine.actions import NO_PROPOSAL, RESPOND, TABLE, encode, kind_of
from game.match import Course, Match, list_saved, read_journal, replay
from game.match.perspective import TableView
from game.match.predictions import (
    PREDICTION,
    Due,
    Prediction,
    prediction_record,
    predictions_of,
)
from game.match.record import Record, plain, veiled
from tests.match.conftest import SEED


@pytest.fixture
def match(content, tmp_path):
    return begun(content, tmp_path)


def begun(content, folder, seats=("human", "human"), *, predictions=True):
    return Match.start(content, "first-council", SEED, seats, folder, predictions=predictions)


def legal(match):
    return match.view(match.to_move).legal_actions()


def table(match):
    """Table the first package that can be, and answer nothing yet."""
    while match.view(match.to_move).decision == "draft":
        actions = legal(match)
        tabling = [one for one in actions if kind_of(one) == TABLE]
        match.play(tabling[0] if tabling else actions[0])


def to_the_crisis(match):
    while match.view(match.to_move).decision != "crisis":
        actions = legal(match)
        calm = [one for one in actions if one == encode(NO_PROPOSAL)]
        match.play((calm or actions)[0])


def due(match):
    """What the person to move is asked for, looked up anew."""
    return match.prediction_due


def test_who_answers_a_crisis_is_asked_first_and_once_a_round(match):
    to_the_crisis(match)
    assert due(match) == Due(match.to_move, "crisis")

    match.note_prediction("crisis", "open", 4)

    assert due(match) is None
    match.play(legal(match)[0])
    assert due(match) == Due(1, "crisis")
    match.note_prediction("crisis", "firm", 1)
    match.play(legal(match)[0])
    assert [one.side for one in match.predictions] == [0, 1]
    assert due(match) is None


def test_who_tabled_a_package_is_asked_what_will_be_answered(match):
    table(match)
    tabler = 1 - match.to_move

    assert match.prediction_due == Due(tabler, "package")
    match.note_prediction("package", "refuse", 2)
    assert match.prediction_due is None


def test_nobody_is_asked_where_it_was_not_switched_on(content, tmp_path):
    match = begun(content, tmp_path, predictions=False)

    table(match)
    assert match.prediction_due is None
    to_the_crisis(match)
    assert match.prediction_due is None
    with pytest.raises(ValueError, match="no prediction"):
        match.note_prediction("crisis", "open", 3)


def test_the_computer_is_never_asked(content, tmp_path):
    match = begun(content, tmp_path, ("greedy", "human"))
    asked = set()
    while not match.over:
        due = match.prediction_due
        if due is not None:
            asked.add(due.side)
            match.note_prediction(due.about, "accept" if due.about == "package" else "open", 3)
        human = match.is_human(match.to_move)
        match.play(legal(match)[0] if human else match.computer_action())

    assert asked == {1}


def test_what_nobody_could_predict_is_refused(match):
    to_the_crisis(match)

    for about, expects, trust in (("crisis", "accept", 3), ("crisis", "open", 6)):
        with pytest.raises(ValueError, match="nobody can expect"):
            match.note_prediction(about, expects, trust)
    with pytest.raises(ValueError, match="no prediction about a package"):
        match.note_prediction("package", "accept", 3)
    assert match.predictions == ()


def test_a_prediction_goes_with_the_decision_that_it_came_after(match):
    table(match)
    match.note_prediction("package", "accept", 5)

    match.undo()

    assert match.predictions == ()
    table(match)
    assert match.prediction_due is not None


def test_taking_back_an_answer_leaves_the_prediction_before_it(match):
    to_the_crisis(match)
    match.note_prediction("crisis", "measured", 3)
    match.play(encode(RESPOND, 0, 0))

    match.undo()

    assert len(match.predictions) == 1
    assert match.prediction_due is None


def test_a_resumed_match_holds_and_goes_on_asking_for_predictions(match):
    table(match)
    match.note_prediction("package", "accept", 5)
    match.undo()
    table(match)
    match.note_prediction("package", "refuse", 2)
    to_the_crisis(match)
    match.note_prediction("crisis", "open", 4)
    predictions = match.predictions
    match.close()

    again = Match.resume(match.path)

    assert again.asks_predictions
    assert again.predictions == predictions
    assert [one.expects for one in predictions] == ["refuse", "open"]
    assert again.prediction_due is None


def test_a_facilitator_who_goes_back_takes_predictions_back_too(match):
    to_the_crisis(match)
    match.note_prediction("crisis", "open", 4)
    decided = len(match.history)
    match.play(legal(match)[0])

    match.rewind(decided - 1)

    assert match.predictions == ()
    assert predictions_of(read_journal(match.path).records) == []


def test_nothing_that_anybody_sees_before_the_end_depends_on_a_prediction(content, tmp_path):
    """Two matches, the same but for what was predicted, look the same from everywhere."""
    matches = [begun(content, tmp_path / name) for name in ("one", "two")]
    for match, (expects, trust) in zip(matches, (("open", 5), ("firm", 1)), strict=True):
        to_the_crisis(match)
        match.note_prediction("crisis", expects, trust)
        match.play(legal(match)[0])

    one, two = matches
    for side in (0, 1):
        assert one.view(side) == two.view(side)
        assert one.events(side) == two.events(side)
        assert one.view(side).legal_actions() == two.view(side).legal_actions()
    assert TableView(one.truth) == TableView(two.truth)
    assert one.public_events() == two.public_events()
    assert one.prediction_due == two.prediction_due
    assert one.positions == two.positions
    listed = [list_saved(match.path.parent)[0] for match in matches]
    told = [(saved.scenario, saved.seats, saved.round, saved.verdict) for saved in listed]
    assert told[0] == told[1]


def test_a_prediction_does_not_change_what_the_computer_does(content, tmp_path):
    actions = []
    for expects, trust in (("open", 5), ("firm", 1)):
        match = begun(content, tmp_path / expects, ("human", "reciprocator"))
        while not match.over:
            due = match.prediction_due
            if due is not None:
                told = expects if due.about == "crisis" else "accept"
                match.note_prediction(due.about, told, trust)
            human = match.is_human(match.to_move)
            match.play(legal(match)[0] if human else match.computer_action())
        actions.append([entry.action for entry in match.history])

    assert actions[0] == actions[1]


def test_a_prediction_is_not_read_at_a_glance(match):
    to_the_crisis(match)
    match.note_prediction("crisis", "measured", 3)

    last = match.path.read_text(encoding="ascii").splitlines()[-1]

    assert f" {PREDICTION} ~" in last
    assert "measured" not in last


def test_a_replay_passes_over_predictions(match):
    to_the_crisis(match)
    match.note_prediction("crisis", "open", 4)
    match.play(legal(match)[0])

    replayed = replay(read_journal(match.path), Course)

    assert replayed.course.history == match.history


GOOD = {"number": 3, "round": 1, "side": 0, "about": "crisis", "expects": "open", "trust": 2}


@pytest.mark.parametrize(
    "record",
    [
        Record(PREDICTION, "~nonsense"),
        plain(PREDICTION, [1, 2]),
        veiled(PREDICTION, {**GOOD, "side": 2}),
        veiled(PREDICTION, {**GOOD, "side": True}),
        veiled(PREDICTION, {**GOOD, "expects": "accept"}),
        veiled(PREDICTION, {**GOOD, "about": "weather"}),
        veiled(PREDICTION, {**GOOD, "trust": 0}),
        veiled(PREDICTION, {"number": 3}),
    ],
)
def test_a_prediction_that_can_not_be_understood_is_passed_over(record):
    good = Prediction(3, 1, 0, "crisis", "open", 2)

    assert predictions_of([record, prediction_record(good)]) == [good]
