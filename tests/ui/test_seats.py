"""Choosing who plays: levels and temperaments, which stay hidden until the end."""

import pytest

from game.match import HUMAN, Match
from game.match.seats import HIDDEN, drawn_seats
from game.ui.desk import Desk
from game.ui.scenes.new_game import NewGameScene
from game.ui.scenes.seats import (
    LEVELS,
    TEMPERS,
    level_of,
    seat_note,
    seat_revealed,
    seat_title,
    temper_of,
)
from game.words import Words
from tests.ui.board_match import content


@pytest.fixture
def scene():
    return NewGameScene(Desk(content(), "en", None))


def test_the_rival_is_a_planner_of_a_hidden_temperament_at_first(scene):
    assert scene.seats == [HUMAN, f"search:3:{HIDDEN}"]


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_both_columns_have_room(pilot, scene, size):
    window = pilot(scene, size=size)
    window.click("nato:search")
    window.assert_fits()


def test_a_level_and_a_temperament_are_chosen(pilot, scene):
    window = pilot(scene)
    window.click("level-russia:5")
    window.click("temper:russia")
    assert scene.seats[1] == "search:5:partner"
    for _ in TEMPERS[1:]:
        window.click("temper:russia")

    assert scene.seats[1] == f"search:5:{HIDDEN}"
    window.click("russia:greedy")
    assert scene.seats[1] == "greedy"
    assert "temper:russia" not in window.ids()


def test_a_hidden_temperament_is_drawn_by_the_deal(scene):
    drawn = {drawn_seats((HUMAN, f"search:2:{HIDDEN}"), seed)[1] for seed in range(60)}

    assert drawn == {f"search:2:{temper}" for temper in TEMPERS if temper != HIDDEN}
    assert drawn_seats(("greedy", "search:4:hawk"), 1) == ("greedy", "search:4:hawk")


def test_a_match_keeps_the_temperament_that_was_drawn(tmp_path):
    seats = (HUMAN, f"search:1:{HIDDEN}")
    match = Match.start(content(), "first-council", 7, seats, tmp_path)
    drawn = match.seats
    path = match.path
    assert path is not None
    match.close()
    del match

    assert drawn == drawn_seats(seats, 7)
    assert Match.resume(path).seats == drawn


def test_the_temperament_is_named_only_afterwards():
    words = Words(content())

    assert seat_title(words, "search:4:hawk") == "The planner, level 4"
    assert "hawk" not in seat_note(words, "search:4:hawk")
    assert seat_revealed(words, "search:4:hawk") == "The planner, level 4, hawk"
    assert seat_revealed(words, "greedy") == "The reckoner"


def test_every_level_has_its_note():
    words = Words(content())
    notes = {seat_note(words, f"search:{level}") for level in LEVELS}

    assert len(notes) == len(LEVELS)
    assert level_of("search") == "5"
    assert temper_of("search:2") == ""
