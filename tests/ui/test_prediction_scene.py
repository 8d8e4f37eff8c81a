"""A sealed prediction is asked for in the window, and seen by nobody before the end."""

import pytest

from game.content import load_content
from game.engine.actions import NO_PROPOSAL, TABLE, encode, kind_of
from game.match import Match, list_saved, read_journal
from game.match.predictions import Due, asks_for_predictions
from game.ui.desk import Desk
from game.ui.scenes.council import CouncilScene
from game.ui.scenes.crisis import CrisisScene
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.new_game import NewGameScene
from game.ui.scenes.prediction import PredictionScene
from game.ui.scenes.thinking import ThinkingScene
from game.ui.sitting import Sitting
from game.words import Words

CONTENT = load_content()


def sitting(*, seats=("human", "human"), predictions=True):
    match = Match.start(CONTENT, "first-council", 398, seats, predictions=predictions)
    return Sitting(match, Words(CONTENT, "en"))


def to_the_crisis(at):
    match = at.match
    while match.view(match.to_move).decision != "crisis":
        actions = match.view(match.to_move).legal_actions()
        calm = [one for one in actions if one == encode(NO_PROPOSAL)]
        match.play((calm or actions)[0])
    at.lift(match.to_move)
    at.seen()
    at.told()
    return at


def shows(player, scene):
    return isinstance(player.scene, scene)


def tabled(at):
    at.lift(at.match.to_move)
    while at.match.view(at.match.to_move).decision == "draft":
        actions = at.view.legal_actions()
        tabling = [one for one in actions if kind_of(one) == TABLE]
        at.play(tabling[0] if tabling else actions[0])
    return at


def test_before_a_crisis_is_answered_two_questions_are_sealed_by_mouse(pilot):
    at = to_the_crisis(sitting())
    player = pilot(at.next_scene())
    assert shows(player, PredictionScene)
    assert player.find("seal").barred

    player.click("expects:open")
    player.click("trust:4")
    player.assert_fits()
    player.click("seal")

    assert shows(player, CrisisScene)
    (made,) = at.match.predictions
    assert (made.side, made.about, made.expects, made.trust) == (0, "crisis", "open", 4)


def test_the_questions_can_be_answered_by_keyboard(pilot):
    at = to_the_crisis(sitting())
    player = pilot(at.next_scene())

    player.press("Right")
    player.press("Enter")
    assert player.focused == "trust:3"
    player.press("Left")
    player.press("Enter")
    assert player.focused == "seal"
    player.press("Enter")

    (made,) = at.match.predictions
    assert (made.expects, made.trust) == ("measured", 2)


def test_trust_can_be_given_by_its_digit(pilot):
    at = to_the_crisis(sitting())
    player = pilot(at.next_scene())

    player.press("5")
    assert player.focused == "expects:firm"
    player.press("Enter")
    player.press("Enter")

    (made,) = at.match.predictions
    assert (made.expects, made.trust) == ("firm", 5)


def test_without_both_answers_nothing_is_sealed(pilot):
    at = to_the_crisis(sitting())
    player = pilot(at.next_scene())

    player.click("expects:firm")
    player.click("seal")

    assert at.match.predictions == ()
    assert shows(player, PredictionScene)


def test_who_tabled_is_asked_before_the_seat_changes(pilot):
    at = tabled(sitting())
    player = pilot(at.next_scene())
    assert shows(player, PredictionScene)

    player.click("expects:refuse")
    player.click("trust:1")
    player.click("seal")

    assert shows(player, CurtainScene)


def test_against_the_computer_one_is_asked_before_it_answers(pilot):
    at = tabled(sitting(seats=("human", "reciprocator")))
    player = pilot(at.next_scene(), patient=True)

    player.click("expects:accept")
    player.click("trust:5")
    player.click("seal")

    assert shows(player, ThinkingScene)


def test_the_curtain_and_the_other_side_show_nothing_of_it(pilot):
    screens = []
    for expects, trust in (("open", 5), ("firm", 1)):
        at = to_the_crisis(sitting())
        player = pilot(at.next_scene())
        player.click(f"expects:{expects}")
        player.click(f"trust:{trust}")
        player.click("seal")
        player.click("response:0")
        player.click("seal")
        assert shows(player, CurtainScene)
        shown = [player.dump()]
        player.hold("Space", 0.8)
        assert shows(player, PredictionScene)
        assert at.match.prediction_due == Due(1, "crisis")
        shown.append(player.dump())
        screens.append(shown)
        player.close()

    assert screens[0] == screens[1]


def test_a_package_taken_back_and_tabled_again_is_asked_about_again(pilot):
    at = tabled(sitting())
    player = pilot(at.next_scene())
    player.click("expects:accept")
    player.click("trust:3")
    player.click("seal")

    player.click("undo")
    assert isinstance(at.next_scene(), CurtainScene | CouncilScene)
    tabled(at)

    assert isinstance(at.next_scene(), PredictionScene)
    assert at.match.predictions == ()


def test_the_switch_of_a_new_game_begins_a_match_that_asks(pilot, tmp_path):
    player = pilot(NewGameScene(Desk(CONTENT, "en", tmp_path)))

    player.click("predictions")
    player.click("start")

    (saved,) = list_saved(tmp_path)
    assert asks_for_predictions(read_journal(saved.path).records)


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("text", [1.0, 1.4])
@pytest.mark.parametrize("about", ["crisis", "package"])
def test_the_questions_have_room(pilot, size, text, about):
    at = to_the_crisis(sitting()) if about == "crisis" else tabled(sitting())

    pilot(at.next_scene(), size=size, text=text).assert_fits()
