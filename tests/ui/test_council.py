"""The council as a player drafts and answers: with the mouse, and with the keys alone."""

import pytest

from game.engine.actions import RAISE_TERM, giver_of, term_code, term_of
from game.engine.events import NothingProposed, PackageAnswered, PackageTabled
from game.ui.scenes import council
from game.ui.scenes.board import BoardScene
from game.ui.scenes.council import CouncilScene
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.pause import PauseScene
from game.ui.widgets.intent import Pressed
from game.words import short_log
from tests.ui.board_match import sitting_at

SIZES = [(1280, 720), (1920, 1080)]


@pytest.fixture
def sitting():
    return sitting_at("draft", computer="open")


def open_terms(player):
    """Return the codes of the terms of the list that can be taken, top down."""
    rows = [ident for ident in player.ids() if ident.startswith("term:")]
    free = [i for i in rows if not player.find(i).barred and not player.find(i).ticked]
    return [int(ident.removeprefix("term:")) for ident in free]


def table_something(player):
    """Draft one ask and one offer with the mouse, and put them on the table."""
    player.click(f"term:{open_terms(player)[0]}")
    player.click("tab:offer")
    player.click(f"term:{open_terms(player)[0]}")
    player.click("table")


def events(sitting, kind):
    return [event for event in sitting.match.public_events() if isinstance(event, kind)]


def test_a_package_is_drafted_tabled_and_accepted_with_the_mouse(pilot, sitting):
    drafter = sitting.viewer
    player = pilot(CouncilScene(sitting))
    table_something(player)

    assert len(events(sitting, PackageTabled)) == 1
    assert isinstance(player.scene, CurtainScene)
    player.hold("Space", 0.8)
    assert sitting.viewer == 1 - drafter
    player.click("accept")

    assert events(sitting, PackageAnswered)[0].accepted
    assert isinstance(player.scene, BoardScene | CurtainScene)


def test_a_package_is_drafted_countered_and_rejected_with_the_keys(pilot, sitting):
    player = pilot(CouncilScene(sitting))
    for tab in "12":
        player.press(tab)
        while not player.focused.startswith("term:") or player.find(player.focused).barred:
            player.press("Tab")
        player.press("Enter")
    player.press("3")
    assert player.focused == "table"
    player.press("Enter")
    player.hold("Space", 0.8)
    player.press("C")
    assert sitting.view.decision == "counter-draft"
    player.press("U")
    assert sitting.view.decision == "reply"
    player.press("R")

    assert not events(sitting, PackageAnswered)[0].accepted
    assert sitting.match.to_move is not None


def test_terms_may_be_picked_in_any_order(pilot, sitting):
    player = pilot(CouncilScene(sitting))
    player.press("2")
    offer = open_terms(player)[0]
    player.click(f"term:{offer}")
    assert sitting.view.draft == ()
    assert player.find("table").barred

    player.press("1")
    late, early = sorted(open_terms(player), reverse=True)[:2]
    if term_of(early) >= RAISE_TERM:
        early = min(open_terms(player))
    player.click(f"term:{late}")
    player.click(f"term:{early}")

    assert sitting.view.draft == (early, late, offer)
    assert not player.find("table").barred


def test_a_term_is_taken_back_by_its_cross_its_row_and_by_undo(pilot, sitting):
    player = pilot(CouncilScene(sitting))
    first = open_terms(player)[0]
    player.click(f"term:{first}")
    player.click(f"take:{first}")
    assert sitting.view.draft == ()

    player.click(f"term:{first}")
    assert sitting.view.draft == (first,)
    player.click(f"term:{first}")
    assert sitting.view.draft == ()

    player.click(f"term:{first}")
    player.press("U")
    assert sitting.view.draft == ()
    assert player.find("undo").barred


def test_a_group_opens_and_its_sites_can_be_chosen(pilot, sitting):
    player = pilot(CouncilScene(sitting))
    player.click("group:pledge")
    inside = [code for code in open_terms(player) if 11 <= term_of(code) < 21]
    player.click(f"term:{inside[0]}")

    assert sitting.view.draft == (inside[0],)
    assert player.find("group:pledge").ticked
    player.click("group:pledge")
    assert f"term:{inside[0]}" not in player.ids()


def test_what_cannot_be_given_stays_listed_with_its_reason(pilot, sitting):
    player = pilot(CouncilScene(sitting))
    steps = [term_code(1 - sitting.viewer, RAISE_TERM + ladder) for ladder in range(4)]
    free = next(code for code in steps if not player.find(f"term:{code}").barred)
    player.click(f"term:{free}")
    other = next(code for code in steps if code != free)

    assert player.find(f"term:{other}").why
    player.click(f"term:{other}")
    assert sitting.view.draft == (free,)


def test_nothing_may_be_proposed(pilot, sitting):
    player = pilot(CouncilScene(sitting))
    player.click("none")

    assert len(events(sitting, NothingProposed)) == 1


def test_the_page_has_nato_left_whoever_drafts(pilot, sitting):
    player = pilot(CouncilScene(sitting))
    drafter = sitting.viewer
    assert player.find("page").says().startswith("We will" if drafter == 0 else "if you will")
    table_something(player)
    player.hold("Space", 0.8)
    heads = player.find("page").says().split(", ")

    assert "NATO" in heads[0]
    assert "Russia" in heads[1]


def test_the_one_who_answers_has_no_way_to_change_the_terms(pilot, sitting):
    player = pilot(CouncilScene(sitting))
    table_something(player)
    player.hold("Space", 0.8)

    assert not [one for one in player.ids() if one.startswith(("take:", "term:", "slot:"))]


def test_a_package_that_brings_the_own_government_down_is_warned_of(
    pilot, sitting, monkeypatch
):
    monkeypatch.setattr(council, "falls", lambda *_: True)
    player = pilot(CouncilScene(sitting))
    table_something(player)
    assert player.focused == "table:no"
    player.press("Enter")
    assert not events(sitting, PackageTabled)

    player.click("table")
    player.click("table:yes")
    assert len(events(sitting, PackageTabled)) == 1


def test_a_draft_that_was_saved_stands(pilot, sitting):
    player = pilot(CouncilScene(sitting))
    player.click(f"term:{open_terms(player)[0]}")
    sitting.match.settle()
    again = pilot(CouncilScene(sitting))
    taken = sitting.view.draft[0]

    assert again.find(f"take:{taken}").barred
    assert again.find("undo").barred
    again.click(f"take:{taken}")
    assert sitting.view.draft == (taken,)


def test_esc_closes_a_group_then_pauses(pilot, sitting):
    player = pilot(CouncilScene(sitting))
    player.click("group:pledge")
    player.press("Esc")
    assert player.focused == "group:pledge"
    assert not any(11 <= term_of(code) < 21 for code in open_terms(player))
    player.press("Esc")
    assert isinstance(player.scene, PauseScene)


def test_the_preview_is_that_of_the_engine(pilot, sitting):
    player = pilot(CouncilScene(sitting))
    player.click(f"term:{open_terms(player)[0]}")
    change = sitting.view.preview_package(sitting.view.draft).support[0]
    row = player.find("preview:support:0")

    assert (row.before, row.after) == change
    assert giver_of(sitting.view.draft[0]) == 1 - sitting.viewer


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", [1.0, 1.4])
def test_everything_fits(pilot, size, text):
    sitting = sitting_at("draft", round_number=3, computer="open")
    player = pilot(CouncilScene(sitting), size=size, text=text)
    player.assert_fits()
    player.scene.on_intent(Pressed(f"term:{open_terms(player)[0]}"))
    player.press("2")
    player.scene.on_intent(Pressed("group:pledge"))
    player.assert_fits()
    player.scene.on_intent(Pressed(f"term:{open_terms(player)[-1]}"))
    player.press("3")
    player.assert_fits()
    player.click("table")
    player.hold("Space", 0.8)
    player.assert_fits()


@pytest.mark.parametrize("size", SIZES)
def test_news_leave_the_page_and_the_list_free(pilot, sitting, size):
    player = pilot(CouncilScene(sitting), size=size)
    news = player.scene.toasts.rect
    for ident in ("table", "none", "undo", "tab:table", "list"):
        assert not news.colliderect(player.find(ident).rect), ident


@pytest.mark.parametrize("decision", ["draft", "reply"])
@pytest.mark.parametrize("text", [1.0, 1.4])
def test_news_lie_over_nothing_and_their_room_is_given_back(pilot, decision, text):
    sitting = sitting_at(decision, round_number=3, computer="open")
    sitting._told = [len(sitting.match.history) - 9] * 2
    player = pilot(CouncilScene(sitting), text=text)
    scene = player.scene
    assert len(scene.toasts.shown) >= 2
    room = player.find("effects").rect.copy()
    news = scene.toasts.rect.copy()
    high = scene.toasts.height(scene.theme, news.width)
    news.update(news.x, news.bottom - high, news.width, high)

    player.assert_fits()
    assert not any(news.colliderect(part.rect) for part in scene.root.children[1:])
    player.settle(5.0)
    assert not scene.toasts.shown
    assert player.find("effects").rect.height > room.height


def test_the_package_on_the_page_is_no_news(pilot):
    sitting = sitting_at("reply", round_number=3, computer="open")
    sitting._told = [len(sitting.match.history) - 9] * 2
    assert any(line.kind == "council" for line in short_log(sitting.words, sitting.fresh))
    player = pilot(CouncilScene(sitting))

    assert player.scene.toasts.shown
    assert not player.scene.toasts.says().startswith("Package:")
    assert "| Package:" not in player.scene.toasts.says()


def test_a_tab_by_its_key_leads_to_the_first_term(pilot, sitting):
    player = pilot(CouncilScene(sitting))
    player.press("2")
    assert player.focused == f"term:{open_terms(player)[0]}"


def test_an_opened_group_scrolls_to_what_is_in_it(pilot, sitting):
    player = pilot(CouncilScene(sitting))
    player.click("group:pledge")
    area = player.find("list").rect
    inside = [ident for ident in player.ids() if ident.startswith("term:")][4:]
    shown = [ident for ident in inside if area.contains(player.find(ident).rect)]
    assert len(shown) >= 3, f"of {inside} only {shown} can be seen"
