"""Answers to what a card asks: an offer, and whether to reveal what was seen. And the log."""

from functools import cache

import pytest

from game.engine import actions as a
from game.engine.events import OfferAnswered, SiteFound
from game.ui.scenes.log import LogScene
from game.ui.scenes.offer import OfferScene
from game.ui.scenes.reveal_site import RevealSiteScene
from tests.ui.board_match import sitting_at

LOOKS = [((1280, 720), 1.0), ((1920, 1080), 1.0), ((1280, 720), 1.4)]


@cache
def seed_with(decision, computer):
    """Return a seed whose match comes to such a decision."""
    for seed in range(60):
        try:
            sitting_at(decision, seed=seed, computer=computer)
        except AssertionError:
            continue
        return seed
    raise AssertionError(f"no {decision} in sixty matches")


def offered():
    return sitting_at("offer", seed=seed_with("offer", "greedy"))


def seen():
    return sitting_at("reveal", seed=seed_with("reveal", "random"), computer="random")


@pytest.mark.parametrize(("size", "text"), LOOKS)
def test_an_offer_has_room(pilot, size, text):
    player = pilot(OfferScene(offered()), size=size, text=text)
    assert player.sees("makes an offer")
    assert player.sees("accepts")
    assert player.sees("refuses")
    player.assert_fits()


@pytest.mark.parametrize(("button", "accepted"), [("accept", True), ("refuse", False)])
def test_an_offer_is_answered_by_mouse(pilot, button, accepted):
    sitting = offered()
    player = pilot(OfferScene(sitting))
    player.click(button)
    if "warn" in player.ids():
        player.click(f"warn:do:{button}")
    events = sitting.match.history[-1].events
    assert [e.accepted for e in events if isinstance(e, OfferAnswered)] == [accepted]


def test_an_offer_is_refused_by_key(pilot):
    sitting = offered()
    player = pilot(OfferScene(sitting))
    player.press("R")
    assert a.kind_of(sitting.match.history[-1].action) == a.NO


def test_the_director_leads_to_both():
    assert isinstance(offered().next_scene(), OfferScene)
    assert isinstance(seen().next_scene(), RevealSiteScene)


@pytest.mark.parametrize(("size", "text"), LOOKS)
def test_what_was_seen_has_room(pilot, size, text):
    sitting = seen()
    player = pilot(RevealSiteScene(sitting), size=size, text=text)
    for action in sitting.view.legal_actions():
        player.click(f"use:{action}")
        player.assert_fits()


def test_one_keeps_quiet_unless_one_chooses_otherwise(pilot):
    sitting = seen()
    player = pilot(RevealSiteScene(sitting))
    player.press("Enter")
    assert a.kind_of(sitting.match.history[-1].action) == a.KEEP_QUIET


def test_a_site_is_revealed(pilot):
    sitting = seen()
    action = next(x for x in sitting.view.legal_actions() if a.kind_of(x) == a.REVEAL)
    player = pilot(RevealSiteScene(sitting))
    player.click(f"use:{action}")
    player.press("Enter")
    events = sitting.match.history[-1].events
    assert any(isinstance(event, SiteFound) for event in events)


@pytest.mark.parametrize(("size", "text"), LOOKS)
def test_the_log_has_room_and_begins_at_its_end(pilot, size, text):
    sitting = sitting_at("card", round_number=4)
    player = pilot(LogScene(sitting.words, sitting.log(sitting.viewer)), size=size, text=text)
    player.assert_fits()
    area = player.find("lines")
    before = area.offset
    assert before > 0
    player.wheel("lines", 3)
    assert area.offset < before
    player.press("PageUp")
    player.press("Home")
    assert area.offset == 0


def test_the_log_of_nobody_holds_only_what_both_may_know(pilot):
    sitting = sitting_at("card", round_number=4, computer="greedy")
    side = sitting.viewer
    public = {line.text for line in sitting.log(None)}
    sitting.lower()
    player = pilot(LogScene(sitting.words, sitting.log(sitting.viewer)))
    assert side is not None
    shown = {w.says() for w in player.find("lines").walk() if type(w).__name__ == "LogRow"}
    assert shown <= public
