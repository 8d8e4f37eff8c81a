"""How a crisis comes: from the deck, by its condition, from a card, by a form (rulebook 6)."""

from dataclasses import replace

import pytest

from game.engine import actions as a
from game.engine import fields as f
from tests.engine.cards.stories import (
    Changes,
    Given,
    answer_crisis,
    changes_between,
    content,
    event_of,
    play_event,
    response_of,
    to_answer,
    to_crisis,
    to_next_round,
    to_play,
    use_card,
)
from tests.engine.crises.test_responses import CALM

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


# ------------------------------------------------------------------------------ forms


@pytest.mark.parametrize("site", ["kaliningrad", "luga", "krasnodar", "belarus"])
def test_a_forward_missile_that_is_announced_becomes_the_rounds_crisis(site):
    state = to_play(1, CALM)
    use_card(state, a.DEPLOY, state.world.site_id[site])

    crisis = state.view(0).crisis

    assert (crisis.slug, crisis.site, crisis.starter) == ("forward", site, 1)
    assert state.v[f.CRISIS_DECK][-1] == state.world.crisis_id["hot-mic"]


@pytest.mark.parametrize("site", ["deveselu", "redzikowo", "iib"])
def test_a_land_interceptor_that_is_announced_becomes_the_rounds_crisis(site):
    state = to_play(0, replace(CALM, working=("redzikowo",) if site == "iib" else ()))
    state.v[f.HAND] = (state.world.card_id["n-council"],)
    use_card(state, a.DEPLOY, state.world.site_id[site])

    crisis = state.view(1).crisis

    assert (crisis.slug, crisis.site, crisis.starter) == ("interceptors", site, 0)


def test_no_other_site_calls_a_crisis():
    calling = {"kaliningrad", "luga", "krasnodar", "belarus", "deveselu", "redzikowo", "iib"}
    for number, site in enumerate(to_play(0).world.sites):
        if site.slug in calling or site.slug == "gabala":
            continue
        side = int(number >= 10)
        card = ("n-council", "r-dooropen")[side]
        state = to_play(side, CALM, (card,))
        use_card(state, a.DEPLOY, number)
        assert state.view(0).crisis.slug == "hot-mic", site.slug


def test_the_second_such_site_of_a_round_calls_none():
    state = to_play(1, CALM)
    use_card(state, a.DEPLOY, state.world.site_id["luga"])
    state.v[f.PENDING], state.v[f.MOVER] = f.PLAY_CARD, 0
    state.v[f.HAND] = (state.world.card_id["n-council"],)

    use_card(state, a.DEPLOY, state.world.site_id["deveselu"])

    assert state.view(0).crisis.slug == "forward"
    assert state.v[f.CRISIS_DECK].count(state.world.crisis_id["forward"]) == 0


def test_the_forms_starter_pays_if_firm():
    for owner, crisis, site, nato, russia, expected in (
        (1, "forward", "luga", "ask-for-numbers", "they-stay", -1 - 1 + 1),
        (0, "interceptors", "deveselu", "full-pace", "protest-and-wait", 1 + 1 - 1),
    ):
        given = replace(
            CALM, crisis=crisis, crisis_site=site, building=(site,), starter=owner
        )
        assert answer_crisis(to_answer(given), nato, russia).initiative == expected


def works_after(given, nato, russia):
    """Answer the form and return how many reckonings it takes until its site works."""
    state = to_answer(given)
    answer_crisis(state, nato, russia)
    site = state.world.site_id[given.crisis_site]
    for rounds in range(1, 5):
        if state.v[f.WORKING] >> site & 1:
            return rounds
        to_next_round(state)
    return None


def form(crisis, site, owner):
    return replace(CALM, crisis=crisis, crisis_site=site, building=(site,), starter=owner)


@pytest.mark.parametrize(
    ("russia", "rounds"), [("they-stay", 1), ("name-a-ceiling", 2), ("hold-the-unit-back", 3)]
)
def test_the_unit_is_at_its_post_sooner_in_time_or_later(russia, rounds):
    given = form("forward", "luga", 1)

    assert works_after(given, "ask-for-numbers", russia) == rounds


@pytest.mark.parametrize(
    ("nato", "rounds"), [("full-pace", 1), ("explain-each-stage", 2), ("slow-the-work", 3)]
)
def test_the_interceptors_work_sooner_in_time_or_later(nato, rounds):
    given = form("interceptors", "deveselu", 0)

    assert works_after(given, nato, "protest-and-wait") == rounds


def test_a_round_sooner_than_this_rounds_end_is_at_once():
    given = form("forward", "luga", 1)
    state = to_answer(given)
    state.v[f.BUILD] = 1 << 4 * state.world.site_id["luga"]

    changes = answer_crisis(state, "ask-for-numbers", "they-stay")

    assert changes.working == {"luga"}


def test_a_missile_that_already_works_has_no_other_date():
    given = replace(form("forward", "luga", 1), building=(), working=("luga",))

    for russia in ("they-stay", "hold-the-unit-back"):
        changes = answer_crisis(to_answer(given), "ask-for-numbers", russia)
        assert (changes.working, changes.rounds, changes.emptied) == (set(), {}, set())


def test_pulled_back_the_site_is_empty_and_may_not_be_used_again_this_round():
    state = to_answer(form("forward", "luga", 1))

    changes = answer_crisis(state, "ask-for-numbers", "pull-back-to-talk")

    # measured against open: Initiative 1 to NATO; own effects and the site's concern of 2
    assert changes == Changes(
        tension=-2, initiative=1, assurance=(1, 0), emptied={"luga"}, rounds={}
    )
    assert not state.v[f.BUILD] >> 4 * state.world.site_id["luga"] & 15


def test_a_site_withdrawn_before_its_crisis_leaves_nothing_to_halt_or_delay():
    given = replace(form("forward", "luga", 1), building=())

    for russia, tension in (("pull-back-to-talk", -1), ("hold-the-unit-back", -1)):
        changes = answer_crisis(to_answer(given), "ask-for-numbers", russia)
        assert (changes.tension, changes.emptied, changes.rounds) == (tension, set(), {})


def test_an_announcement_by_a_response_calls_no_second_crisis():
    given = replace(CALM, crisis="statement", starter=1, tension=1)
    state = to_answer(given)

    changes = answer_crisis(state, "note-the-open-door", "order-the-next-rung")

    assert changes.announced == {"kaliningrad"}
    assert changes.crisis == ""


# --------------------------------------------------------------------- other effects


@pytest.mark.parametrize(
    ("crisis", "nato", "russia"),
    [
        ("asylum", "cancel-the-summit", "ask-him-for-silence"),
        ("withdrawal", "freeze-the-talks", "stop-the-clock"),
        ("libya", "brief-the-council", "walk-out"),
        ("interceptors", "explain-each-stage", "leave-the-table"),
    ],
)
@pytest.mark.parametrize(("door", "by"), [("open", -1), ("strained", -1), ("closed", 0)])
def test_some_answers_close_the_door_a_step(crisis, nato, russia, door, by):
    given = replace(CALM, crisis=crisis, door=door, building=("deveselu",))

    assert answer_crisis(to_answer(given), nato, russia).door == by


def test_a_door_closed_by_an_answer_leaves_the_next_round_without_a_council():
    state = to_answer(replace(CALM, crisis="asylum", door="strained"))
    answer_crisis(state, "cancel-the-summit", "ask-him-for-silence")

    assert (state.round, state.decision) == (5, "card")


@pytest.mark.parametrize(
    ("crisis", "side", "nato", "russia", "ladder"),
    [
        ("cruiser", 1, "file-the-route", "suspend-exercises", 1),
        ("data-stops", 0, "stop-every-exchange", "protest", 0),
    ],
)
def test_a_step_suspended_by_an_answer_may_not_be_taken_again_in_the_next_round(
    crisis, side, nato, russia, ladder
):
    steps = (1, 1, 0, 0)
    given = replace(CALM, crisis=crisis, nato=steps, russia=steps)
    state = to_answer(given)
    answer_crisis(state, nato, russia)

    assert state.view(side).step_reason(side, ladder).slug == "locked-step"
    to_next_round(state)
    assert state.view(side).step_reason(side, ladder) is None


def test_looking_for_ourselves_finds_every_undeclared_site_without_tension():
    given = replace(CALM, crisis="picture", hidden=("kaliningrad", "baltiysk", "emed"))

    changes = answer_crisis(to_answer(given), "look-for-ourselves", "answer-in-general")

    # two found: NATO's Assurance -2 and Initiative 1, Russia's Support -1, each time
    assert changes == Changes(
        initiative=2, assurance=(-4, 0), support=(0, -2), found={"kaliningrad", "baltiysk"}
    )


def test_all_tracks_move_once_so_that_a_ceiling_is_met_by_the_sum():
    # both open: Assurance 1 + 1 + 1 for NATO, of which its ceiling lets 1 pass
    given = replace(CALM, crisis="cargo", ceiling=(6, 6))

    changes = answer_crisis(to_answer(given), "joint-escort", "joint-escort-russia")

    assert changes.assurance == (1, 1)


@pytest.mark.parametrize(("level", "tension"), [(2, 5), (3, 1), (4, 1)])
def test_joint_exercises_of_three_cap_a_crisis_at_one(level, tension):
    steps = (0, level, 0, 0)
    given = replace(CALM, crisis="asylum", nato=steps, russia=steps)

    changes = answer_crisis(to_answer(given), "cancel-the-summit", "make-a-show-of-it")

    assert changes.tension == tension
