"""Sealed predictions in the terminal."""

import io

import pytest

from game.cli import main
from game.commands.terminal.session import Session
from game.content import load_content
from game.match import Match, read_journal
from game.match.predictions import asks_for_predictions
from game.words import Words
from tests.commands.test_text import Person, any_choice


@pytest.fixture(scope="module")
def content():
    return load_content()


def played(content, person, seats, *, predictions=True):
    match = Match.start(content, "first-council", 398, seats, predictions=predictions)
    Session(match, Words(content), person.terminal).run()
    return match


def test_two_people_are_each_asked_in_every_round(content):
    person = Person(then=any_choice(4), clears=True)

    match = played(content, person, ("human", "human"))

    crises = [(one.round, one.side) for one in match.predictions if one.about == "crisis"]
    assert sorted(crises) == [(1, 0), (1, 1), (2, 0), (2, 1)]
    assert "How far do you trust Russia now, from 1 to 5?" in person.lines


def test_nothing_is_asked_where_it_was_not_switched_on(content):
    person = Person(then=any_choice(4))

    match = played(content, person, ("human", "greedy"), predictions=False)

    assert match.predictions == ()
    assert "A sealed prediction" not in person.told


def test_the_package_just_tabled_can_be_taken_back_in_place_of_a_prediction(content):
    state = {"undone": False}
    luck = any_choice(2)
    person = Person(then=None)

    def answer(prompt):
        asked = person.lines[-5:]
        if any("What will" in line for line in asked) and not state["undone"]:
            state["undone"] = True
            return "undo"
        if not state["undone"] and any("Table it" in line for line in asked):
            return next(line.split(".")[0] for line in asked if "Table it" in line)
        return luck(prompt)

    person.then = answer

    match = played(content, person, ("human", "reciprocator"))

    assert state["undone"]
    assert "Taken back." in person.lines
    assert match.over
    assert len([one for one in match.predictions if one.about == "crisis"]) == 2


def test_the_option_switches_it_on(tmp_path, monkeypatch):
    monkeypatch.setenv("DEFEND_TOGETHER_HOME", str(tmp_path))
    monkeypatch.setattr("sys.stdin", io.StringIO())

    assert main(["text", "--scenario", "first-council", "--seed", "3", "--predictions"]) == 0

    (saved,) = (tmp_path / "data" / "matches").glob("*.match")
    assert asks_for_predictions(read_journal(saved).records)
