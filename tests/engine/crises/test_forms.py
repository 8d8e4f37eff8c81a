"""Forms: a missile or an interceptor that comes to light is the round's crisis (6.3, 6.10)."""

from dataclasses import replace

import pytest

from game.engine import actions as a
from game.engine import fields as f
from tests.engine.cards.stories import (
    Changes,
    answer_crisis,
    to_answer,
    to_next_round,
    to_play,
    use_card,
)
from tests.engine.crises.pairs import CALM


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
        given = replace(CALM, crisis=crisis, crisis_site=site, building=(site,), starter=owner)
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
        tension=-2, initiative=1, assurance=(1, 0), emptied={"luga"}, rounds={"luga": 0}
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
