"""Sealed predictions in the debrief, the report of a class, and the data."""

from random import Random

import pytest

from game.charts import Table, html, plain
from game.content.vocabulary import STANCES
from game.engine.actions import ACCEPT as ACCEPT_ACTION
from game.engine.actions import TABLE, kind_of
from game.engine.events import CrisisResolved
from game.match import Match
from game.match.predictions import ACCEPT, EXPECTED, REFUSE, TRUST, Prediction
from game.teach.class_results import class_results
from game.teach.class_values import COLUMNS, class_rows, class_values
from game.teach.crises import Answered
from game.teach.debrief import debrief
from game.teach.gathering import gather
from game.teach.ledger import PackageRecord
from game.teach.predictions import foretold, settled, trusts
from game.teach.telling.class_page import class_page
from game.teach.telling.page import chapters, debrief_page
from game.teach.values import debrief_rows, debrief_values


def play_predicting(content, folder, seed, *, name=None, rounds=None):
    """Play as two people would who decide and predict by the luck of a seed."""
    luck = Random(seed)
    match = Match.start(
        content,
        "lisbon-to-chicago",
        seed,
        ("human", "human"),
        folder,
        name=name,
        durable=False,
        predictions=True,
    )
    while not match.over and (rounds is None or match.view(0).round < rounds):
        due = match.prediction_due
        if due is not None:
            expects = luck.choice(EXPECTED[due.about])
            match.note_prediction(due.about, expects, luck.choice(TRUST))
        side = match.to_move
        assert side is not None
        actions = match.view(side).legal_actions()
        tabling = [one for one in actions if kind_of(one) in (TABLE, ACCEPT_ACTION)]
        match.play(luck.choice(tabling or actions))
    match.close()
    return match


@pytest.fixture(scope="module")
def match(content, tmp_path_factory):
    return play_predicting(content, tmp_path_factory.mktemp("predicted"), 3)


@pytest.fixture(scope="module")
def found(match):
    return debrief(match, predictions=match.predictions)


def chapter(words, found):
    return next(one for one in chapters(words, found) if one.slug == "beliefs")


def test_every_prediction_stands_beside_what_the_journal_says_came(match, found):
    assert found.predictions
    for one in found.predictions:
        entry = match.history[one.answered - 1]
        if one.about == "package":
            assert kind_of(match.history[one.after - 1].action) == TABLE
            accepted = kind_of(entry.action) == ACCEPT_ACTION
            assert one.came == (ACCEPT if accepted else REFUSE)
        else:
            (event,) = [e for e in entry.events if isinstance(e, CrisisResolved)]
            assert one.came == STANCES[event.stances[1 - one.side]]
        assert one.after < one.answered
        assert one.right == (one.expects == one.came)


def test_both_sides_were_asked_in_every_round_that_had_a_crisis(match, found):
    asked = {(one.round, one.side) for one in found.predictions if one.about == "crisis"}
    rounds = {entry.round for entry in match.history if entry.phase == "crisis"}

    assert asked == {(number, side) for number in rounds for side in (0, 1)}


def test_the_chapter_shows_both_sides_in_one_row_and_how_often_each_was_right(words, found):
    told = chapter(words, found)

    tables = [part for part in told.parts if isinstance(part, Table)]
    (table,) = [one for one in tables if one.head[2] == "NATO expected"]
    crises = [row for row in table.rows if not row[1].startswith("the package")]
    assert all(row[2] and row[3] for row in crises)
    right = sum(one.right for one in settled(found.predictions, 0))
    total = len(settled(found.predictions, 0))
    assert any(
        f"NATO made {total} prediction" in one.text and f"{right} came true" in one.text
        for one in told.sentences
    )


def test_sentences_rest_on_the_entries_in_which_it_was_seen(words, found):
    (told,) = [one for one in chapter(words, found).sentences if "Russia made" in one.text]

    assert set(told.rests) == {one.answered for one in settled(found.predictions, 1)}


def test_what_was_feared_and_what_was_hoped_is_told_apart():
    crisis = Answered(9, 1, "cruiser", None, "chicken", ("a", "b"), (2, 0), 0, False, False)
    made = [
        Prediction(7, 1, 0, "crisis", "open", 4),
        Prediction(8, 1, 1, "crisis", "measured", 2),
    ]

    hoped, feared = foretold(made, [crisis], [])

    assert (hoped.came, hoped.right, hoped.feared) == ("firm", False, False)
    assert (feared.came, feared.right, feared.feared) == ("open", False, True)


def test_a_counter_package_is_a_refusal_and_an_open_package_no_answer():
    made = [Prediction(4, 1, 0, "package", "accept", 3)]
    countered = PackageRecord(4, 1, 0, (), False, "countered", 5)
    still = PackageRecord(4, 1, 0, (), False)

    assert foretold(made, [], [countered])[0].came == "refuse"
    assert foretold(made, [], [still])[0].came is None
    assert settled(foretold(made, [], [still])) == ()


def test_a_crisis_forced_by_a_card_is_not_the_one_that_was_meant():
    forced = Answered(9, 1, "cruiser", None, "chicken", ("a", "b"), (2, 0), 0, False, True)
    made = [Prediction(7, 1, 0, "crisis", "open", 4)]

    assert foretold(made, [forced], [])[0].came is None


def test_trust_is_the_last_word_of_each_round():
    made = [
        Prediction(4, 1, 0, "package", "accept", 3),
        Prediction(9, 1, 0, "crisis", "open", 5),
        Prediction(19, 2, 0, "crisis", "open", 1),
        Prediction(20, 2, 1, "crisis", "open", 2),
    ]

    assert trusts(foretold(made, [], []), 0) == {1: 5, 2: 1}


def test_nothing_of_it_is_told_before_the_match_is_over(content, tmp_path, words):
    match = play_predicting(content, tmp_path, 3, rounds=3)
    assert match.predictions

    with_them = debrief(match, predictions=match.predictions)
    without = debrief(match)

    assert with_them.predictions == ()
    assert plain(debrief_page(words, with_them, ())) == plain(debrief_page(words, without, ()))
    asked_for = debrief(match, secrets=True, predictions=match.predictions)
    assert asked_for.predictions


def test_the_data_hold_every_prediction(words, found):
    values = debrief_values(words, found, chapters(words, found))

    told = values["predictions"]
    assert [one["expects"] for one in told] == [one.expects for one in found.predictions]
    rows = [row for row in debrief_rows(values) if row[0] == "predictions"]
    assert {row[2] for row in rows} >= {"expects", "came", "trust", "side"}


def test_a_match_without_predictions_has_no_word_of_them(words, whole):
    text = plain(debrief_page(words, debrief(whole), ()))

    assert "Sealed predictions" not in text


def test_a_class_is_told_how_often_it_was_right_and_how_trust_went(content, words, tmp_path):
    for number in range(3):
        play_predicting(content, tmp_path, 3 + number, name=f"pair-{number}.match")
    gathered = gather([tmp_path])
    results = class_results(gathered, ["one", "two", "three"])

    every = [one for table in results.tables for one in settled(table.debrief.predictions)]
    right = sum(one.right for one in every)
    text = plain(class_page(words, results))
    assert f"Of {len(every)} sealed predictions" in text
    assert f"{right} came true: {round(100 * right / len(every))} %" in text
    assert "What was predicted" in html(class_page(words, results))
    row = dict(zip(COLUMNS, class_rows(results)[0], strict=True))
    first = results.tables[0].debrief.predictions
    assert row["nato_predicted"] == str(len(settled(first, 0)))
    assert row["russia_trust"] == " ".join(map(str, trusts(first, 1).values()))
    assert len(class_values(results)["tables"][0]["predictions"]) == len(first)
