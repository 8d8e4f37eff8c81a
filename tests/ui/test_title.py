"""Title, new game, saved matches: the ways into a match."""

import pytest

from game.match import Match
from game.ui.desk import Desk
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.mandate import MandateScene
from game.ui.scenes.new_game import NewGameScene
from game.ui.scenes.rulebook import RulebookScene
from game.ui.scenes.saved import SavedScene
from game.ui.scenes.seats import ORDER
from game.ui.scenes.thinking import ThinkingScene
from game.ui.scenes.title import Notice, TitleScene
from game.ui.scenes.watch import WatchScene
from tests.ui.board_match import content

SIZES = [(1280, 720), (1920, 1080), (1280, 960)]


@pytest.fixture
def desk(tmp_path):
    return Desk(content(), "en", tmp_path)


def begun(desk: Desk, scenario: str = "long-negotiation", seed: int = 3) -> Match:
    match = desk.begin(scenario, ("human", "greedy"), seed).match
    match.play(match.view(0).legal_actions()[0])
    match.close()
    return match


def test_without_a_match_there_is_nothing_to_continue(pilot, desk):
    window = pilot(TitleScene(desk))
    assert "continue" not in window.ids()
    assert window.focused == "new"


def test_the_match_played_last_goes_on(pilot, desk):
    match = begun(desk)
    window = pilot(TitleScene(desk))
    assert window.focused == "continue"
    assert window.sees("The Long Negotiation")
    window.press("Enter")
    assert isinstance(window.scene, ThinkingScene)
    assert window.scene.sitting.match.seed == match.seed


def test_one_of_several_saved_matches_goes_on(pilot, desk):
    for seed in (3, 4):
        begun(desk, seed=seed)
    window = pilot(TitleScene(desk))
    window.click("saved")
    assert isinstance(window.scene, SavedScene)
    window.assert_fits()
    window.click("saved:1")
    window.tick()
    assert isinstance(window.scene, ThinkingScene)
    assert window.scene.sitting.match.seed in (3, 4)


def test_a_damaged_match_is_told_in_one_line_and_the_title_stays(pilot, desk):
    path = begun(desk).path
    assert path is not None
    window = pilot(TitleScene(desk))
    path.write_text("nonsense")
    window.click("continue")
    assert isinstance(window.scene, TitleScene)
    window.tick()
    assert window.scene.dialog is not None
    window.press("Enter")
    assert window.scene.dialog is None


def test_what_was_mended_is_told_before_the_match_goes_on(pilot, desk):
    path = begun(desk).path
    assert path is not None
    with path.open("a") as file:
        file.write("cut of")
    window = pilot(TitleScene(desk))
    window.click("continue")
    window.tick()
    assert window.scene.dialog is not None
    assert "damaged" in window.scene.dialog.words
    window.press("Enter")
    window.tick()
    assert isinstance(window.scene, ThinkingScene)


def test_every_row_leads_somewhere_and_back(pilot, desk):
    window = pilot(TitleScene(desk))
    for row, scene in (
        ("new", NewGameScene),
        ("watch", NewGameScene),
        ("rules", RulebookScene),
    ):
        window.click(row)
        assert isinstance(window.scene, scene)
        window.press("Esc")
        assert isinstance(window.scene, TitleScene)
    window.click("quit")
    assert not window.app.running


def test_the_language_is_chosen_where_the_game_begins(pilot, desk):
    window = pilot(TitleScene(desk))
    english = window.find("new").says()
    window.click("language:fr")
    window.tick()
    assert desk.preferences.settings.language == "fr"
    assert window.find("new").says() != english
    assert window.find("language").value == "fr"
    window.assert_fits()
    window.press("Left")
    window.press("Enter")
    window.tick()
    assert window.find("new").says() == english


def test_esc_quits(pilot, desk):
    window = pilot(TitleScene(desk))
    window.press("Esc")
    assert not window.app.running


def test_a_folder_that_cannot_be_written_to_is_told_and_play_goes_on(pilot):
    scene = TitleScene(
        Desk(content(), "en", None), notice=Notice("Matches can’t be saved", "no such folder")
    )
    window = pilot(scene)
    assert window.sees("no such folder")
    window.press("Enter")
    window.click("new")
    window.click("start")
    assert isinstance(window.scene, MandateScene)
    assert window.scene.sitting.match.path is None


def test_a_match_of_the_command_line_lies_on_the_title(pilot, desk):
    first = desk.begin("first-council", ("human", "human"), 1).next_scene()
    window = pilot(TitleScene(desk, first))
    window.tick()
    assert isinstance(window.scene, CurtainScene)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("large", [1.0, 1.4])
def test_title_and_new_game_fit(pilot, desk, size, large):
    for seed in (3, 4):
        begun(desk, seed=seed)
    window = pilot(TitleScene(desk), size=size, text=large)
    window.assert_fits()
    window.click("new")
    window.assert_fits()


# ------------------------------------------------------------------ new game


def test_a_new_game_by_mouse(pilot, desk):
    window = pilot(NewGameScene(desk))
    window.click("scenario:november-statement")
    assert window.sees("Can the door be kept open?")
    window.click("nato:firm")
    window.click("russia:human")
    window.click("number")
    window.type("4x2")
    window.click("start")
    match = window.scene.sitting.match
    assert match.scenario == "november-statement"
    assert match.seats == ("firm", "human")
    assert match.seed == 42


def test_a_new_game_by_keyboard(pilot, desk):
    window = pilot(NewGameScene(desk))
    window.press("Up")
    window.press("Enter")
    window.press("S")
    assert window.scene.sitting.match.scenario == "lisbon-to-chicago"


def test_two_computers_are_watched(pilot, desk):
    window = pilot(TitleScene(desk))
    window.click("watch")
    window.click("start")
    assert isinstance(window.scene, WatchScene)


def test_every_seat_can_be_chosen_for_both_sides(pilot, desk):
    window = pilot(NewGameScene(desk))
    for side in ("nato", "russia"):
        assert [i for i in window.ids() if i.startswith(f"{side}:")] == [
            f"{side}:{seat}" for seat in ORDER
        ]
