"""How a crisis comes: from the deck, by its condition, from a card, by a form (rulebook 6)."""

from dataclasses import replace

import pytest

from game.engine import fields as f
from tests.engine.cards.stories import (
    Changes,
    Given,
    changes_between,
    event_of,
    play_event,
    response_of,
    to_crisis,
    to_next_round,
    to_play,
)
from tests.engine.crises.pairs import CALM
from tests.engine.positions import content

QUIET = Given(crisis="elections", assurance=(8, 8))
"""The next briefing is that of round 5, in which the threat does not move."""


def turned_up(crisis, given):
    """Return the slug of what is turned up next with a crisis on top of `strings`."""
    state = to_play(0, replace(given, deck=(crisis, "strings")))
    to_next_round(state)
    return state.world.crises[state.v[f.CRISIS]].slug, state


CONDITIONS = (
    ("statement", replace(QUIET, working=("redzikowo",)), ("redzikowo", "kurecik")),
    ("withdrawal", replace(QUIET, working=("redzikowo", "emed")), ("redzikowo", "deveselu")),
    ("tehran", replace(QUIET, threat=2), 3),
    ("long-arrow", replace(QUIET, threat=2), 3),
)
"""A crisis, a position one short of its condition, and what just meets it."""


@pytest.mark.parametrize(("crisis", "short", "enough"), CONDITIONS)
def test_a_crisis_is_passed_over_while_its_condition_fails(crisis, short, enough):
    slug, state = turned_up(crisis, short)

    assert slug == "strings"
    assert state.v[f.CRISIS_DECK] == (state.world.crisis_id[crisis],)


@pytest.mark.parametrize(("crisis", "short", "enough"), CONDITIONS)
def test_a_crisis_is_turned_up_when_its_condition_is_just_met(crisis, short, enough):
    met = (
        replace(short, threat=enough)
        if isinstance(enough, int)
        else replace(short, working=enough)
    )

    assert turned_up(crisis, met)[0] == crisis


@pytest.mark.parametrize("missile", ["kaliningrad", "luga", "krasnodar", "belarus"])
def test_the_satellite_picture_needs_that_no_forward_missile_is_declared(missile):
    assert turned_up("picture", replace(QUIET, building=(missile,)))[0] == "strings"
    assert turned_up("picture", QUIET)[0] == "picture"


def test_phase_four_goes_only_while_no_fast_interceptor_is_declared():
    standing = replace(QUIET, working=("redzikowo",), building=("iib",))

    assert turned_up("phase-four", standing)[0] == "strings"
    assert turned_up("phase-four", replace(QUIET, working=("redzikowo",)))[0] == "phase-four"


def test_no_summit_at_chicago_needs_a_door_that_is_not_closed():
    assert turned_up("no-summit", replace(QUIET, door="closed"))[0] == "strings"
    assert turned_up("no-summit", replace(QUIET, door="strained"))[0] == "no-summit"


def test_all_other_crises_of_the_deck_may_always_come():
    bound = {"statement", "withdrawal", "tehran", "long-arrow", "picture", "phase-four"}
    bound |= {"no-summit", "forward", "interceptors"}
    bleak = replace(
        QUIET, threat=0, tension=8, door="closed", working=("kaliningrad", "redzikowo", "iib")
    )

    for slug in set(content().crises) - bound:
        assert turned_up(slug, bleak)[0] == slug


@pytest.mark.parametrize(
    ("crisis", "by"), [("launches", 1), ("tehran", -2), ("long-arrow", 2), ("scuds", 1)]
)
def test_the_threat_moves_when_the_crisis_is_turned_up(crisis, by):
    _, state = turned_up(crisis, replace(QUIET, threat=4))

    assert state.v[f.THREAT] == 4 + by


def test_no_other_crisis_moves_the_threat():
    moving = {"launches", "tehran", "long-arrow", "scuds"}

    for slug, crisis in content().crises.items():
        assert (crisis.threat != 0) == (slug in moving)


def test_the_openers_are_these_five():
    openers = {slug for slug, crisis in content().crises.items() if crisis.opener}

    assert openers == {"cruiser", "ship-north", "war-games", "preemption", "withdrawal"}


# ---------------------------------------------------------------- crises of cards


@pytest.mark.parametrize(("card", "side"), [("n-cruiser", 0), ("r-blind", 1)])
def test_a_card_opens_its_crisis_with_its_owner_as_the_starter(card, side):
    state = to_play(side, replace(CALM, crisis="libya", starter=0), (card,))
    play_event(state, card)
    opened = state.view(0).opened

    assert opened.starter == side
    assert (state.decision, state.to_move) == ("crisis", 0)
    assert state.world.crises[state.v[f.CRISIS]].slug == "libya"


def test_a_crisis_of_a_card_is_answered_in_the_middle_of_the_turn():
    state = to_play(0, CALM, ("n-cruiser",))
    play_event(state, "n-cruiser")
    before = state.v[:]

    state.apply_checked(response_of(state, 0, "sail-on"))
    state.apply_checked(response_of(state, 1, "greet-and-watch"))

    # firm against open in chicken, own effects, and the firm starter's Initiative
    changes = changes_between(state.world, before, state.v)
    assert changes == Changes(initiative=2, support=(2, -1), assurance=(0, 1))
    assert (state.decision, state.to_move) == ("card", 1)
    assert state.v[f.TURN] == 1


def test_blind_the_shield_makes_russia_the_starter_that_pays():
    state = to_play(1, CALM, ("r-blind",))
    play_event(state, "r-blind")
    before = state.v[:]

    state.apply_checked(response_of(state, 0, "ask-for-the-sums"))
    state.apply_checked(response_of(state, 1, "repeat-it"))

    changes = changes_between(state.world, before, state.v)
    assert changes == Changes(tension=2, initiative=-1, assurance=(-1, 0))


def test_only_one_crisis_a_round_is_opened_by_a_card():
    state = to_play(0, CALM, ("n-cruiser", "r-blind"))
    play_event(state, "n-cruiser")
    state.apply_checked(response_of(state, 0, "file-the-route"))
    state.apply_checked(response_of(state, 1, "lodge-a-note"))
    before = state.v[:]

    state.apply_checked(event_of(state, "r-blind"))

    changes = changes_between(state.world, before, state.v)
    assert replace(changes, drawn=(0, 0)) == Changes(
        initiative=-2, support=(0, 1), assurance=(-1, 0)
    )
    assert (state.decision, state.to_move) == ("card", 0)


def test_the_brewing_crisis_still_comes_to_a_head():
    state = to_play(0, replace(CALM, crisis="libya", starter=0), ("n-cruiser",))
    play_event(state, "n-cruiser")
    state.apply_checked(response_of(state, 0, "file-the-route"))
    state.apply_checked(response_of(state, 1, "lodge-a-note"))

    to_crisis(state)

    assert state.view(0).answering.slug == "libya"
