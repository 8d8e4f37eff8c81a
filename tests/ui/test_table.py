"""The table view, the list of sites and watching: nothing secret, by mouse and by keyboard."""

import pytest

from game.engine.fields import HIDDEN
from game.match import Match
from game.ui.scenes.board import BoardScene
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.pause import PauseScene
from game.ui.scenes.site_list import SiteListScene
from game.ui.scenes.table import SeatCurtain, TableScene
from game.ui.scenes.verdict import VerdictScene
from game.ui.scenes.watch import WatchedReveal, WatchScene
from game.ui.sitting import Sitting
from game.words import Words, card_title, mandate_title
from tests.ui.board_match import content, sitting_at, sitting_where

SIZES = [(1280, 720), (1920, 1080)]


def everything(window):
    """Return all that the screen says, its tooltips too."""
    hints = [w.hint.text for w in window.scene.tree.walk() if w.hint is not None]
    return window.dump() + "\n".join(hints)


def test_the_table_shows_no_hand_no_mandate_and_no_undeclared_site(pilot):
    sitting = sitting_where(
        lambda view: view.decision == "card" and any(s.undeclared for s in view.sites), seed=3
    )
    view = sitting.view
    assert view.mandate is not None
    window = pilot(TableScene(sitting))
    shown = everything(window)
    for card in view.hand:
        assert card_title(sitting.words, card) not in shown
    assert mandate_title(sitting.words, view.mandate) not in shown
    hidden = [site.slug for site in view.sites if site.undeclared]
    assert all(", empty" in window.find(f"site:{slug}").says() for slug in hidden)
    assert sitting.match.truth.v[HIDDEN]


def test_t_shows_the_table_and_a_curtain_hangs_before_the_way_back(pilot):
    sitting = sitting_at("card", round_number=2)
    window = pilot(BoardScene(sitting))
    before = window.scene
    window.press("T")
    assert isinstance(window.scene, TableScene)
    window.press("T")
    assert isinstance(window.scene, SeatCurtain)
    assert not window.sees(card_title(sitting.words, sitting.view.hand[0]))
    window.press("Enter")
    window.settle(0.1)
    assert isinstance(window.scene, SeatCurtain)
    window.hold("Space", 0.7)
    assert window.scene is before


def test_the_table_is_shown_from_the_curtain_too(pilot):
    sitting = sitting_at("card", round_number=2)
    sitting.lower()
    window = pilot(CurtainScene(sitting))
    before = window.scene
    window.press("T")
    assert isinstance(window.scene, TableScene)
    window.press("Esc")
    assert window.scene is before


def test_alone_at_the_window_no_curtain_is_needed(pilot):
    sitting = sitting_at("card", round_number=2)
    match = Match.branch(sitting.match, len(sitting.match.history), ("human", "greedy"))
    sitting = Sitting(match, sitting.words)
    window = pilot(BoardScene(sitting))
    before = window.scene
    window.press("T")
    window.click("back")
    assert window.scene is before


def test_the_table_is_read_like_a_board(pilot):
    sitting = sitting_at("card", round_number=3)
    window = pilot(TableScene(sitting))
    window.press("]")
    assert window.focused.startswith("site:")
    window.press("Enter")
    assert window.sees("As Russia sees it")
    window.press("Esc")
    assert isinstance(window.scene, TableScene)
    assert window.focused.startswith("site:")
    window.press("F4")
    assert isinstance(window.scene, SiteListScene)
    window.press("F4")
    window.click("bar:settings" if "bar:settings" in window.ids() else "bar:pause")
    assert isinstance(window.scene, PauseScene)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("large", [1.0, 1.2, 1.4])
def test_table_and_list_fit(pilot, size, large):
    sitting = sitting_at("card", round_number=6)
    pilot(TableScene(sitting), size=size, text=large).assert_fits()
    pilot(SiteListScene(sitting.words, sitting.view), size=size, text=large).assert_fits()


# ------------------------------------------------------------------- list of sites


def test_every_site_is_a_sentence_and_enter_shows_it_on_the_map(pilot):
    sitting = sitting_at("card", round_number=4)
    window = pilot(BoardScene(sitting))
    window.press("F4")
    rows = [ident for ident in window.ids() if ident.startswith("site:")]
    assert len(rows) == len(sitting.view.sites)
    window.press("Down")
    chosen = window.focused
    window.press("Enter")
    assert isinstance(window.scene, BoardScene)
    assert window.scene.selected == chosen.removeprefix("site:")
    window.press("Esc")
    window.press("F4")
    window.click("site:luga")
    assert window.scene.selected == "luga"


def test_a_site_at_risk_says_from_where(pilot):
    sitting = sitting_where(
        lambda view: view.decision == "card" and any(s.at_risk for s in view.sites), seed=1
    )
    held = next(site.slug for site in sitting.view.sites if site.at_risk)
    window = pilot(SiteListScene(sitting.words, sitting.view))
    says = window.find(f"site:{held}").says()
    assert "at risk, from " in says
    assert " km)" in says


# ------------------------------------------------------------------------ watching


def watching(seed: int = 7) -> Sitting:
    match = Match.start(content(), "long-negotiation", seed, ("greedy", "reciprocator"))
    return Sitting(match, Words(content()))


def test_watching_shows_the_map_and_each_reveal_and_ends_with_the_verdict(pilot):
    window = pilot(WatchScene(watching()))
    assert "site:luga" in window.ids()
    kinds = set()
    for _ in range(400):
        kinds.add(type(window.scene))
        if isinstance(window.scene, VerdictScene):
            break
        window.press("Enter" if isinstance(window.scene, WatchedReveal) else "N")
        window.settle(0.1)
    assert kinds == {WatchScene, WatchedReveal, VerdictScene}


def test_watching_goes_on_by_itself_with_pause_and_speed(pilot):
    window = pilot(WatchScene(watching()))
    match = window.scene.sitting.match
    window.settle(1.5)
    decided = len(match.history)
    assert decided
    window.press("P")
    window.settle(3.0)
    assert len(match.history) == decided
    window.click("run")
    for _ in range(3):
        window.press("+")
    for _ in range(60):
        window.settle(1.0)
        if isinstance(window.scene, VerdictScene):
            break
    assert isinstance(window.scene, VerdictScene)


def test_while_somebody_reads_nothing_happens(pilot):
    window = pilot(WatchScene(watching()))
    window.settle(1.5)
    decided = len(window.scene.sitting.match.history)
    window.click("site:rota")
    window.settle(4.0)
    assert len(window.scene.sitting.match.history) == decided
    window.press("Esc")
    window.settle(1.5)
    assert len(window.scene.sitting.match.history) > decided


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("large", [1.0, 1.2, 1.4])
def test_watching_fits(pilot, size, large):
    window = pilot(WatchScene(watching()), size=size, text=large)
    for _ in range(30):
        window.press("N")
        if isinstance(window.scene, WatchedReveal):
            break
    window.assert_fits()
