"""Whole matches through the window, by mouse and by keyboard alone."""

import os
from pathlib import Path

import pytest

from game.content import load_content
from game.match import Match, list_saved
from game.paths import data_path
from game.ui.desk import Desk
from game.ui.scenes.title import TitleScene
from game.ui.scenes.verdict import VerdictScene
from tests.ui.pilot import Pilot
from tests.ui.players import Driver, KeyPlayer, MousePlayer


@pytest.fixture(scope="module")
def content():
    return load_content(data_path())


@pytest.fixture
def pictures(tmp_path):
    """A folder for pictures: kept where the variable says, else thrown away."""
    folder = Path(os.environ.get("DEFEND_TOGETHER_PICTURES", tmp_path / "pictures"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def match_of(pilot: Pilot) -> Match:
    match = pilot.scene.sitting.match  # type: ignore[attr-defined]
    assert isinstance(match, Match)
    return match


def begin_by_mouse(pilot: Pilot, scenario: str, seats: tuple[str, str], number: str) -> None:
    pilot.click("new")
    pilot.click(f"scenario:{scenario}")
    pilot.click(f"nato:{seats[0]}")
    pilot.click(f"russia:{seats[1]}")
    pilot.click("number")
    pilot.type(number)
    pilot.click("start")


def begin_by_keys(player: KeyPlayer, scenario: str, seats: tuple[str, str]) -> None:
    assert player.enter("new")
    assert player.enter(f"scenario:{scenario}")
    assert player.enter(f"nato:{seats[0]}")
    assert player.enter(f"russia:{seats[1]}")
    assert player.tab_to("number")
    player.pilot.type("11")
    player.pilot.press("Enter")


def play_to_round(player: Driver, number: int) -> Match:
    match = match_of(player.pilot)
    player.play(lambda: match.view(0).round >= number)
    return match


def test_a_round_by_mouse(pilot, content, tmp_path, pictures):
    window = pilot(TitleScene(Desk(content, "en", tmp_path)))
    begin_by_mouse(window, "lisbon-to-chicago", ("human", "human"), "5")
    match = play_to_round(MousePlayer(window, pictures), 2)
    assert match.seed == 5
    assert match.seats == ("human", "human")
    assert match.view(0).round == 2


def test_a_round_by_keyboard_alone(pilot, content, tmp_path, pictures):
    window = pilot(TitleScene(Desk(content, "en", tmp_path)))
    player = KeyPlayer(window, pictures)
    begin_by_keys(player, "lisbon-to-chicago", ("human", "human"))
    match = play_to_round(player, 2)
    assert match.seed == 11
    assert match.view(0).round == 2


@pytest.mark.parametrize("seats", [("human", "greedy"), ("greedy", "human")])
def test_a_round_against_the_computer(pilot, content, tmp_path, pictures, seats):
    window = pilot(TitleScene(Desk(content, "en", tmp_path)))
    begin_by_mouse(window, "lisbon-to-chicago", seats, "3")
    player = MousePlayer(window, pictures)
    match = play_to_round(player, 2)
    assert match.view(0).round == 2
    assert "CurtainScene" not in player.kinds
    assert "ThinkingScene" in player.kinds


def test_a_match_goes_on_where_it_was_left(pilot, content, tmp_path, pictures):
    window = pilot(TitleScene(Desk(content, "en", tmp_path)))
    begin_by_mouse(window, "first-council", ("human", "greedy"), "4")
    player = MousePlayer(window, pictures)
    match = match_of(window)
    player.play(lambda: len(match.history) >= 6)
    decided = len(match.history)
    while not window.scene.tree.find("title"):
        window.press("Esc")
    window.click("title")
    window.click("continue")
    window.tick()
    assert len(match_of(window).history) == decided


@pytest.mark.long
@pytest.mark.parametrize("make", [MousePlayer, KeyPlayer])
@pytest.mark.parametrize("seats", [("human", "human"), ("human", "greedy")])
@pytest.mark.parametrize("scenario", ["first-council", "long-negotiation"])
def test_a_whole_match(pilot, content, tmp_path, pictures, make, seats, scenario):
    window = pilot(TitleScene(Desk(content, "en", tmp_path)))
    begin_by_mouse(window, scenario, seats, "6")
    player = make(window, pictures)
    player.play(lambda: False)
    assert isinstance(window.scene, VerdictScene)
    window.assert_fits()
    (saved,) = list_saved(tmp_path)
    assert saved.verdict is not None
