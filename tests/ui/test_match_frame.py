"""What stands around the board: mandates, curtain, thinking, watching, pause, rulebook."""

import pytest

from game.match import Match
from game.ui.desk import Desk
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.mandate import MandateScene
from game.ui.scenes.pause import PauseScene
from game.ui.scenes.rulebook import MANDATES_CHAPTER, RulebookScene
from game.ui.scenes.thinking import ThinkingScene
from game.ui.scenes.title import TitleScene
from game.ui.scenes.verdict import VerdictScene
from game.ui.scenes.watch import WatchScene
from game.ui.sitting import Sitting
from game.ui.theme import INK, INK_CONTRAST, PAPER_CONTRAST
from game.words import Words, rulebook
from tests.ui.board_match import content, sitting_at

SIZES = [(1280, 720), (1920, 1080), (1280, 960)]
TEXTS = [1.0, 1.4]


def new(*seats: str, scenario: str = "long-negotiation", seed: int = 5) -> Sitting:
    match = Match.start(content(), scenario, seed, (seats[0], seats[1]))
    return Sitting(match, Words(content()))


def lifted(side: int = 0, seed: int = 5) -> Sitting:
    sitting = new("human", "human", seed=seed)
    sitting.lift(side)
    return sitting


# ------------------------------------------------------------------- mandates


def test_a_mandate_is_chosen_by_mouse(pilot):
    sitting = lifted()
    second = sitting.view.dealt[1]
    window = pilot(MandateScene(sitting))
    window.click(f"mandate:{second}")
    window.click("seal")
    assert sitting.match.view(0).mandate == second
    assert isinstance(window.scene, CurtainScene)


@pytest.mark.parametrize(("keys", "place"), [(["Right"], 1), (["Right", "Left"], 0), ([], 0)])
def test_a_mandate_is_chosen_by_keyboard(pilot, keys, place):
    sitting = lifted()
    dealt = sitting.view.dealt
    window = pilot(MandateScene(sitting))
    for key in keys:
        window.press(key)
    window.press("Enter")
    assert sitting.match.view(0).mandate == dealt[place]


def test_enter_seals_from_a_card_too(pilot):
    sitting = lifted()
    second = sitting.view.dealt[1]
    window = pilot(MandateScene(sitting))
    window.click(f"mandate:{second}")
    window.press("Enter")
    assert sitting.match.view(0).mandate == second


def test_how_points_are_counted_is_a_key_away(pilot):
    window = pilot(MandateScene(lifted()))
    window.press("I")
    assert isinstance(window.scene, RulebookScene)
    assert window.scene.chapter == MANDATES_CHAPTER
    window.press("Esc")
    assert isinstance(window.scene, MandateScene)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("large", TEXTS)
def test_every_mandate_fits(pilot, size, large):
    for seed in range(6):
        window = pilot(MandateScene(lifted(seed=seed)), size=size, text=large)
        window.assert_fits()


# -------------------------------------------------------------------- curtain


def test_the_curtain_lifts_for_the_one_who_holds_space(pilot):
    sitting = new("human", "human")
    window = pilot(CurtainScene(sitting))
    window.hold("Space", 0.4)
    assert isinstance(window.scene, CurtainScene)
    window.hold("Space", 0.7)
    assert isinstance(window.scene, MandateScene)
    assert sitting.viewer == 0


def test_nothing_secret_is_behind_the_curtain(pilot):
    sitting = sitting_at("card")
    hands = [sitting.match.view(side).hand for side in (0, 1)]
    titles = [content().cards[card].title for hand in hands for card in hand]
    sitting.lower()
    window = pilot(CurtainScene(sitting))
    told = window.dump()
    assert not any(title in told for title in titles)
    assert sitting.viewer is None


def test_the_one_before_takes_back_before_the_curtain_lifts(pilot):
    sitting = lifted()
    window = pilot(MandateScene(sitting))
    window.press("Enter")
    assert "undo" in window.ids()
    window.press("U")
    assert sitting.match.history == ()
    assert isinstance(window.scene, CurtainScene), "the hand of NATO's isn't shown at once"
    assert window.scene.side == 0


def test_the_curtain_is_always_dark(pilot):
    window = pilot(CurtainScene(new("human", "human")))
    assert window.scene.theme.palette is INK
    window = pilot(CurtainScene(new("human", "human")), palette=PAPER_CONTRAST)
    assert window.scene.theme.palette is INK_CONTRAST


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("large", TEXTS)
def test_the_curtain_fits(pilot, size, large):
    sitting = sitting_at("crisis")
    sitting.lower()
    pilot(CurtainScene(sitting), size=size, text=large).assert_fits()


# ------------------------------------------------------ the computer's moves


def test_the_computer_decides_after_a_short_pause(pilot):
    sitting = new("greedy", "human")
    window = pilot(ThinkingScene(sitting))
    window.settle(0.3)
    assert sitting.match.history == ()
    window.settle(0.6)
    assert isinstance(window.scene, MandateScene)
    assert window.scene.sitting.view.side == 1


def test_a_match_of_two_computers_runs_to_its_verdict(pilot):
    window = pilot(WatchScene(new("operations", "reciprocator", scenario="first-council")))
    window.press("+")
    window.press("+")
    for _ in range(200):
        if isinstance(window.scene, VerdictScene):
            break
        window.settle(0.4)
    assert isinstance(window.scene, VerdictScene)


def test_watching_stops_and_goes_step_by_step(pilot):
    sitting = new("operations", "reciprocator", scenario="first-council")
    window = pilot(WatchScene(sitting))
    window.press("P")
    window.settle(4)
    assert sitting.match.history == ()
    window.click("step")
    after = len(sitting.match.history)
    assert after
    window.settle(4)
    assert len(sitting.match.history) == after
    window.press("P")
    window.settle(4)
    assert len(sitting.match.history) > after


def test_a_watched_match_shows_no_hand_and_no_mandate(pilot):
    sitting = new("operations", "greedy")
    window = pilot(WatchScene(sitting))
    window.settle(9)
    told = window.dump()
    for side in (0, 1):
        view = sitting.match.view(side)
        assert view.mandate is not None
        assert content().mandates[view.mandate].title not in told
    window.assert_fits()


# ---------------------------------------------------------------------- pause


def test_the_pause_leads_back(pilot):
    window = pilot(MandateScene(lifted()))
    window.press("Esc")
    assert isinstance(window.scene, PauseScene)
    window.assert_fits()
    window.press("Enter")
    assert isinstance(window.scene, MandateScene)


def test_the_pause_leads_to_the_title_and_the_match_is_kept(pilot, tmp_path):
    desk = Desk(content(), "en", tmp_path)
    sitting = desk.begin("first-council", ("human", "greedy"), 1)
    window = pilot(TitleScene(desk, sitting.next_scene()))
    window.tick()
    window.press("Esc")
    window.click("title")
    assert isinstance(window.scene, TitleScene)
    assert "continue" in window.ids()


def test_the_pause_quits(pilot):
    window = pilot(PauseScene(lifted()))
    window.click("quit")
    assert not window.app.running


# ------------------------------------------------------------------- rulebook


@pytest.mark.parametrize("large", TEXTS)
def test_every_chapter_of_the_rulebook_fits(pilot, large):
    words = Words(content())
    window = pilot(RulebookScene(words), text=large)
    for chapter in rulebook(words):
        window.assert_fits()
        assert window.sees(chapter.title)
        window.press("]")


def test_the_rulebook_scrolls_and_opens_chapters(pilot):
    window = pilot(RulebookScene(Words(content()), 6))
    reading = window.find("reading")
    window.press("Down")
    window.press("PageDown")
    assert reading.offset > 400
    window.click("chapter:3")
    assert window.scene.chapter == 3
    assert window.find("reading").offset == 0
    window.press("[")
    assert window.scene.chapter == 2
