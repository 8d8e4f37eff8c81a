"""The board on real matches: what is on it, and that mouse and keyboard reach all of it."""

import pygame
import pytest

from game.engine import actions as a
from game.ui.board.map_marks import SiteState
from game.ui.board.side_panel import gate_notches
from game.ui.board.site_marks import site_marks
from game.ui.scenes.board import BoardScene
from game.ui.scenes.card import CardScene
from game.ui.scenes.log import LogScene
from game.ui.scenes.pause import PauseScene
from game.ui.theme import INK
from tests.ui.board_match import legal, sitting_at, sitting_where

SIZES = [(1280, 720), (1920, 1080), (1280, 960), (1720, 720)]


def hidden_site(side=None):
    """Return a sitting whose viewer has an undeclared site, and the site."""
    for seed in range(40):
        for round_number in (1, 2, 3):
            try:
                sitting = sitting_at(
                    "card", round_number=round_number, seed=seed, computer="random"
                )
            except AssertionError:
                continue
            view = sitting.view
            for site in view.sites:
                if site.undeclared and site.side == view.side and side in (None, view.side):
                    return sitting, site.slug
    raise AssertionError("no undeclared site in forty matches")


# ------------------------------------------------------------------------ what is shown


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", [1.0, 1.4])
def test_everything_has_room(pilot, size, text):
    player = pilot(BoardScene(sitting_at("card", round_number=3)), size=size, text=text)
    player.assert_fits()


@pytest.mark.parametrize("scenario", ["first-council", "november-statement"])
def test_other_scenarios_have_room(pilot, scenario):
    player = pilot(BoardScene(sitting_at("card", scenario=scenario)), palette=INK)
    player.assert_fits()


def test_the_board_shows_what_the_view_holds(pilot):
    sitting = sitting_at("card", round_number=3)
    view = sitting.view
    player = pilot(BoardScene(sitting))
    for side in (0, 1):
        assert player.find(f"assurance:{side}").says() == f"Assurance {view.assurance[side]}"
        assert player.find(f"support:{side}").says() == f"Support {view.support[side]}"
    assert [i for i in player.ids() if i.startswith("card:")] == [
        f"card:{slug}" for slug in view.hand
    ]
    assert len({i for i in player.ids() if i.startswith("site:")}) == len(view.sites)
    assert player.sees("Choose a card (1–5)")


def test_only_the_own_mandate_is_shown(pilot):
    sitting = sitting_at("card", round_number=2)
    view = sitting.view
    player = pilot(BoardScene(sitting))
    assert "Your mandate" in player.find(f"mandate:{view.side}").says()
    assert "Mandate sealed" in player.find(f"mandate:{1 - view.side}").says()


def test_nothing_of_the_other_side_is_on_the_screen(pilot):
    sitting, slug = hidden_site()
    owner = sitting.view.side
    other = sitting.match.view(1 - owner)
    theirs = [mark for mark in site_marks(sitting.words, other) if mark.side == owner]
    seen = {site.slug for site in other.sites if site.seen}
    assert not any(mark.undeclared for mark in theirs if mark.slug not in seen)
    own = {mark.slug: mark for mark in site_marks(sitting.words, sitting.view)}
    assert own[slug].undeclared
    assert own[slug].state in (SiteState.BUILDING, SiteState.WORKING)
    sitting.lift(1 - owner)
    words = pilot(BoardScene(sitting)).dump()
    assert not any(card in words for card in sitting.match.view(owner).hand)


def test_gates_stand_on_assurance():
    view = sitting_at("card", round_number=3).view
    gates = view.gates(0)
    notches = gate_notches(view, 0)
    assert [notch.label for notch in notches] == ["2", "3", "4"]
    assert [notch.value for notch in notches] == [
        sorted(ladder[step] for ladder in gates)[1] for step in (1, 2, 3)
    ]


def test_a_locked_ladder_says_why(pilot):
    def has_lock(view):
        reasons = (view.step_reason(view.side, number) for number in range(4))
        return view.decision == "card" and any(reasons)

    sitting = sitting_where(has_lock)
    view = sitting.view
    locked = [n for n in range(4) if view.step_reason(view.side, n) is not None]
    player = pilot(BoardScene(sitting))
    player.press("L")
    for _ in range(locked[0]):
        player.press("Tab")
    assert "needs" in player.hint


@pytest.mark.parametrize("size", SIZES)
def test_news_undo_and_what_to_do_cover_nothing_that_is_needed(pilot, size):
    sitting = sitting_at("card", round_number=2)
    player = pilot(BoardScene(sitting), size=size)
    scene = player.scene
    sites = [site.rect for site in scene.map.layout.sites]
    sites += [site.name.rect for site in scene.map.layout.sites]
    others = [scene.hand, scene.ladders, *scene.sides, scene.log, scene.crisis]
    for widget in (scene.toasts, scene.prompt, scene.undo):
        touched = widget.rect.collidelistall([*sites, *(other.rect for other in others)])
        assert not touched, widget.id
    assert not scene.toasts.rect.colliderect(scene.undo.rect)


def test_the_newest_act_stands_whole_in_the_log_panel(pilot):
    sitting = sitting_at("card", round_number=2)
    player = pilot(BoardScene(sitting))
    rows = player.scene.log.children
    newest = sitting.log(sitting.viewer)[-1]
    assert rows[0].says() == newest.text
    assert rows[0].measure(player.app.theme, rows[0].rect.width) <= rows[0].rect.height
    assert len(rows) >= 2


# ------------------------------------------------------------------------ reaching it


def test_a_click_opens_a_card(pilot):
    sitting = sitting_at("card")
    player = pilot(BoardScene(sitting))
    player.click(f"card:{sitting.view.hand[1]}")
    assert isinstance(player.scene, CardScene)
    assert player.scene.card == sitting.view.hand[1]


def test_a_digit_opens_a_card_and_escape_goes_back_to_it(pilot):
    sitting = sitting_at("card")
    player = pilot(BoardScene(sitting))
    player.press("3")
    assert type(player.scene) is CardScene
    player.press("Esc")
    assert "hand" in player.ids()
    assert player.focused == f"card:{sitting.view.hand[2]}"


def test_brackets_walk_over_the_sites_from_the_west(pilot):
    player = pilot(BoardScene(sitting_at("card")))
    player.press("]")
    assert player.focused == "site:rota"
    player.press("]")
    assert player.focused == "site:north-seas"
    player.press("[")
    assert player.focused == "site:rota"
    assert "As NATO sees it" in player.hint
    assert "As Russia sees it" in player.hint
    player.press("I")
    player.press("Tab")
    assert "Rota" in player.hint, "pinned, it stays"


def test_letters_lead_to_map_ladders_log_and_crisis(pilot):
    player = pilot(BoardScene(sitting_at("card")))
    player.press("M")
    assert player.focused.startswith("site:")
    player.press("L")
    assert player.focused == "ladder:transparency"
    player.press("K")
    assert player.focused == "crisis"
    player.press("G")
    assert isinstance(player.scene, LogScene)
    player.press("Esc")
    assert isinstance(player.scene, BoardScene)


def test_escape_pauses_and_closes_a_plate_first(pilot):
    player = pilot(BoardScene(sitting_at("card")))
    player.click("site:redzikowo")
    assert player.sees("Redzikowo")
    player.assert_fits()
    player.press("Esc")
    assert "details" not in player.ids()
    assert player.focused == "site:redzikowo"
    player.press("Esc")
    assert isinstance(player.scene, PauseScene)


@pytest.mark.parametrize("ident", ["crisis", "ladder:guarantees", "site:kaliningrad"])
@pytest.mark.parametrize("text", [1.0, 1.4])
def test_plates_have_room(pilot, ident, text):
    player = pilot(BoardScene(sitting_at("card", round_number=2)), text=text)
    widget = player.scene.tree.find(ident)
    assert widget is not None
    player.click(ident)
    assert "details" in player.ids()
    player.assert_fits()


def test_a_name_on_the_map_is_as_good_as_its_marker(pilot):
    player = pilot(BoardScene(sitting_at("card")))
    player.click("name:rota")
    assert player.sees("Destroyers at Rota")


def test_the_log_panel_opens_the_log(pilot):
    player = pilot(BoardScene(sitting_at("card", round_number=2)))
    player.click_at(player.find("log").rect.move(0, 4).midtop)
    assert isinstance(player.scene, LogScene)


# ------------------------------------------------------------------------ playing on it


def test_an_own_hidden_site_is_unveiled_from_its_plate(pilot):
    sitting, slug = hidden_site()
    player = pilot(BoardScene(sitting))
    player.click(f"site:{slug}")
    player.assert_fits()
    player.click("details:unveil")
    known = {site.slug: site for site in sitting.view.sites}
    assert not known[slug].undeclared
    assert known[slug].state != "empty"


def test_another_sides_site_can_not_be_unveiled(pilot):
    sitting = sitting_at("card")
    view = sitting.view
    other = next(site.slug for site in view.sites if site.side != view.side)
    player = pilot(BoardScene(sitting))
    player.click(f"site:{other}")
    assert "details:unveil" not in player.ids()


def test_undo_takes_an_unveiling_back(pilot):
    sitting, slug = hidden_site()
    site = sitting.world.site_id[slug]
    sitting.play(a.encode(a.UNVEIL, 0, site))
    assert sitting.why_not_undo() is None
    assert sitting.view.decision == "card"
    player = pilot(BoardScene(sitting))
    player.assert_fits()
    player.press("U")
    assert slug in {one.slug for one in sitting.view.sites if one.undeclared}


def test_what_technical_means_saw_is_told_once(pilot):
    sitting = sitting_at("card")
    looks = [one for one in legal(sitting, a.TECHNICAL) if not a.argument_of(one)]
    side = sitting.view.side
    sitting.play(looks[0])
    while sitting.match.to_move != side:
        mover = sitting.match.to_move
        assert mover is not None
        sitting.match.play(sitting.match.view(mover).legal_actions()[-1])
    sitting.lift(side)
    player = pilot(BoardScene(sitting))
    assert not player.sees("Seen, for your eyes only")
    player.settle()
    assert player.sees("Seen, for your eyes only")
    player.press("Enter")
    assert not player.sees("Seen, for your eyes only")


def test_the_window_can_change_its_size_and_theme(pilot):
    player = pilot(BoardScene(sitting_at("card")))
    player.resize((1600, 900))
    player.assert_fits()
    player.press("F10")
    assert player.app.theme.palette is INK
    pygame.event.clear()
    player.assert_fits()


@pytest.mark.parametrize("ident", ["site:kaliningrad", "crisis", "ladder:centres"])
def test_what_a_plate_is_open_about_shows_no_tooltip_besides(pilot, ident):
    player = pilot(BoardScene(sitting_at("card", round_number=3)))
    player.move(ident)
    player.settle(1)
    assert player.hint
    player.click(ident)
    player.settle(1)
    assert player.scene.reading is not None
    assert not player.hint
    player.press("Esc")
    player.press("Tab")
    player.move(ident)
    player.settle(1)
    assert player.hint
