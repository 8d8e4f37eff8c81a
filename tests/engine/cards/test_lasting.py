"""What a card leaves behind: each lasting effect at work, and its end (rulebook 8.7-8.9)."""

from dataclasses import replace

import pytest

from game.engine import actions as a
from game.engine import fields as f
from game.engine.actions import encode
from tests.engine.cards.aftermath import PLAIN, cooperate, level, played, side_of, step_reason
from tests.engine.cards.stories import (
    Given,
    answer_crisis,
    event_of,
    in_words,
    play_event,
    to_answer,
    to_crisis,
    to_next_round,
    to_play,
    use_card,
)
from tests.engine.cards.test_events import STORIES
from tests.engine.positions import content

CALM = Given(
    nato=(2, 2, 2, 2), russia=(2, 2, 2, 2), assurance=(6, 6), ceiling=(6, 6), tension=3
)
"""A joint sum of 8: no drift, no distrust; nothing but the card moves from round to round."""


def gates(state, side, ladder):
    return tuple(state.view(side).gates(side)["TECG".index(ladder)])[1:]


@pytest.mark.parametrize(
    ("card", "answer", "ladder", "lowered"),
    [
        ("n-binding", True, "G", (2, 5, 7)),
        ("n-line", None, "G", (1, 4, 6)),
        ("n-threatmap", None, "C", (2, 5, 7)),
        ("r-threatmap", None, "C", (2, 5, 7)),
    ],
)
def test_lower_gates_hold_for_both_until_the_end_of_the_next_round(
    card, answer, ladder, lowered
):
    state = played(card, answer=answer)

    for side in (0, 1):
        assert gates(state, side, ladder) == lowered
    to_next_round(state)
    for side in (0, 1):
        assert gates(state, side, ladder) == lowered
    to_next_round(state)
    for side in (0, 1):
        assert gates(state, side, ladder) == (3, 6, 8)


@pytest.mark.parametrize(("card", "answer"), [("n-binding", True), ("n-line", None)])
def test_a_lower_gate_of_guarantees_opens_a_step_and_no_other_ladder(card, answer):
    steps = (1, 1, 0, 1)
    given = replace(PLAIN, nato=steps, russia=steps)
    state = played(card, given, answer)

    for side in (0, 1):
        state.v[f.ASSURANCE + side] = 2

    assert step_reason(state, 1, "G") is None
    assert step_reason(state, 1, "E") == "gate"


def test_of_two_gate_effects_the_larger_stands():
    state = to_play(0, PLAIN, ("n-binding", "n-line"))
    play_event(state, "n-binding", answer=True)
    state.v[f.PENDING], state.v[f.MOVER] = f.PLAY_CARD, 0

    play_event(state, "n-line")

    assert gates(state, 0, "G") == (1, 4, 6)


def test_ballots_and_streets_raises_all_gates_of_russia_alone():
    state = played("r-ballots")

    for ladder in "TECG":
        assert gates(state, 1, ladder) == (4, 7, 9)
        assert gates(state, 0, ladder) == (3, 6, 8)
    to_next_round(state)
    assert gates(state, 1, "T") == (4, 7, 9)
    to_next_round(state)
    assert gates(state, 1, "T") == (3, 6, 8)


def test_ballots_and_streets_raise_even_the_gate_of_the_first_step():
    state = played("r-ballots", replace(PLAIN, assurance=(5, 0)))

    assert step_reason(state, 1, "T") == "gate"
    assert step_reason(state, 0, "T") is None


# ------------------------------------------------------------------------------ costs


@pytest.mark.parametrize(
    ("card", "ladder", "sides"),
    [
        ("n-skies", "E", (0, 1)),
        ("r-monarch", "E", (0, 1)),
        ("n-blueprint", "C", (0, 1)),
        ("n-sharedsky", "C", (0,)),
    ],
)
def test_the_next_step_is_cheaper_by_one(card, ladder, sides):
    place = "TECG".index(ladder)
    steps = (2, 0, 1, 0) if ladder == "C" else level(ladder, 1)
    given = replace(PLAIN, nato=steps, russia=steps)

    state = played(card, given)

    for side in (0, 1):
        view = state.view(side)
        assert view.cooperate_cost(place) == (1 if side in sides else 2)
        assert [view.cooperate_cost(i) for i in range(4) if i != place] == [
            given.nato[i] + 1 for i in range(4) if i != place
        ]


@pytest.mark.parametrize("card", ["n-skies", "r-monarch", "n-blueprint", "n-sharedsky"])
def test_a_cheaper_step_never_costs_less_than_one(card):
    state = played(card)
    place = 1 if card in ("n-skies", "r-monarch") else 2

    assert state.view(side_of(card)).cooperate_cost(place) == 1


@pytest.mark.parametrize(
    ("card", "ladder", "user"),
    [
        ("n-skies", "E", 0),
        ("n-skies", "E", 1),
        ("r-monarch", "E", 0),
        ("r-monarch", "E", 1),
        ("n-blueprint", "C", 0),
        ("n-blueprint", "C", 1),
        ("n-sharedsky", "C", 0),
    ],
)
def test_a_card_of_one_operation_pays_for_step_two_and_uses_the_discount_up(card, ladder, user):
    steps = (2, 0, 1, 0) if ladder == "C" else level(ladder, 1)
    state = played(card, replace(PLAIN, nato=steps, russia=steps))

    cooperate(state, user, ladder, ops=1)

    place = "TECG".index(ladder)
    assert state.v[f.STEP + 4 * user + place] == 2
    assert state.view(1 - user).cooperate_cost(place) == 2


def test_a_discount_lasts_until_it_is_used():
    state = played("n-skies", replace(CALM, crisis="asylum", deck=PLAIN.deck))

    to_next_round(state)
    to_next_round(state)
    to_next_round(state)

    assert state.view(0).cooperate_cost(1) == 2


@pytest.mark.parametrize(("card", "off"), [("n-east", 1), ("n-phase4", 2), ("r-trillions", 2)])
def test_the_next_site_is_cheaper_for_the_owner_alone(card, off):
    state = played(card)
    own, other = (("redzikowo", "kurecik", "ramstein"), ("pen-aids", "luga", "gabala"))
    costs = {"redzikowo": 4, "kurecik": 2, "ramstein": 1, "pen-aids": 3, "luga": 2, "gabala": 1}
    if side_of(card):
        own, other = other, own

    for slug in own:
        assert state.view(side_of(card)).deploy_cost(slug) == max(1, costs[slug] - off)
    for slug in other:
        assert state.view(1 - side_of(card)).deploy_cost(slug) == costs[slug]


@pytest.mark.parametrize(
    ("card", "site", "ops"),
    [("n-east", "rota", 1), ("n-phase4", "deveselu", 1), ("r-trillions", "pen-aids", 1)],
)
def test_a_site_at_a_discount_is_announced_and_uses_it_up(card, site, ops):
    state = played(card)
    number = state.world.site_id[site]

    use_card(state, a.DEPLOY, number, ops)

    assert state.v[f.DECLARED] >> number & 1
    view = state.view(side_of(card))
    assert view.deploy_cost("northern-fleet" if side_of(card) else "redzikowo") == (
        3 if side_of(card) else 4
    )


def test_a_discount_on_sites_is_no_help_face_down():
    state = played("n-phase4")
    hand = state.v[f.HAND]
    one, two = (next(c for c in hand if state.world.ops[c] == ops) for ops in (1, 2))

    emed = state.world.site_id["emed"]

    assert state.why_not(encode(a.HIDE, one, emed)).slug == "too-few-operations"
    assert state.why_not(encode(a.HIDE, two, emed)) is None


def test_of_two_discounts_the_larger_stands_and_both_are_used():
    state = to_play(0, PLAIN, ("n-phase4", "n-east"))
    play_event(state, "n-phase4")
    state.v[f.PENDING], state.v[f.MOVER] = f.PLAY_CARD, 0
    play_event(state, "n-east")
    assert state.view(0).deploy_cost("redzikowo") == 2
    state.v[f.PENDING], state.v[f.MOVER] = f.PLAY_CARD, 0

    use_card(state, a.DEPLOY, state.world.site_id["kurecik"])

    assert state.view(0).deploy_cost("redzikowo") == 4


# ----------------------------------------------------------------- worth, drift and cap


@pytest.mark.parametrize(
    ("card", "answer", "given"),
    [
        ("n-speed", True, PLAIN),
        ("r-observers", None, replace(PLAIN, nato=(1, 0, 0, 0))),
        ("r-aerospace", None, PLAIN),
    ],
)
def test_the_deterrent_is_worth_one_more_to_the_end(card, answer, given):
    before = to_play(side_of(card), given, (card,)).view(1).deterrent
    state = played(card, given, answer)

    assert (before, state.view(0).deterrent, state.view(1).deterrent) == (4, 5, 5)
    to_next_round(state)
    to_next_round(state)
    assert state.view(1).deterrent == 5


def test_number_speed_place_adds_one_for_the_guarantee_and_one_for_the_ceiling():
    state = played("r-criteria", answer=True)

    assert state.view(1).deterrent == 4 + 1 + 1


def test_two_cards_on_the_deterrent_do_not_add_up():
    state = to_play(1, PLAIN, ("r-criteria", "r-aerospace"))
    play_event(state, "r-criteria", answer=True)
    state.v[f.PENDING], state.v[f.MOVER] = f.PLAY_CARD, 1

    play_event(state, "r-aerospace")

    assert state.view(1).deterrent == 6


@pytest.mark.parametrize("card", ["n-chicago", "r-letter"])
def test_no_drift_at_the_end_of_this_round(card):
    state = played(card)
    now = state.v[f.TENSION]

    to_next_round(state)
    assert state.v[f.TENSION] == now
    to_next_round(state)
    assert state.v[f.TENSION] == now + 1


CAPS = ["n-sharedsky", "n-council", "r-realdata", "r-hotline", "r-dooropen"]


def _capped(card):
    """Return a position after a card with a cap, Tension low, ladders level on step 1."""
    steps = level("E", 1)
    return played(card, replace(PLAIN, nato=steps, russia=steps, tension=3))


def _firm(state):
    """Bring the round's crisis, The guest at the airport, to a head; both are firm."""
    to_crisis(state)
    return answer_crisis(state, "cancel-the-summit", "make-a-show-of-it").tension


@pytest.mark.parametrize("card", CAPS)
def test_a_crisis_raises_tension_by_one_at_most_in_this_round(card):
    assert _firm(_capped(card)) == 1


@pytest.mark.parametrize("card", CAPS)
def test_a_crisis_raises_tension_by_one_at_most_in_the_next_round_and_no_longer(card):
    state = _capped(card)
    state.v[f.CRISIS] = state.world.crisis_id["hot-mic"]
    state.v[f.CRISIS_DECK] = (state.world.crisis_id["asylum"],)

    to_next_round(state)
    later = state.clone()

    assert _firm(state) == 1
    later.v[f.CRISIS_DECK] = (later.world.crisis_id["asylum"],)
    to_next_round(later)
    later.v[f.TENSION] = 3
    assert _firm(later) == 5


def test_without_a_cap_the_same_answers_raise_tension_by_five():
    state = to_answer(replace(PLAIN, tension=3))

    assert answer_crisis(state, "cancel-the-summit", "make-a-show-of-it").tension == 5


# --------------------------------------------------------------- hands, terms, sites


@pytest.mark.parametrize("card", ["n-mandate", "r-trillions"])
def test_the_owner_draws_up_to_six_at_the_next_briefing_only(card):
    side = side_of(card)
    state = played(card)
    state.v[f.TURN] = 1 if state.v[f.CHAIR] == side else 0

    to_next_round(state)
    assert [len(state.v[f.HAND + s]) for s in (side, 1 - side)] == [6, 5]
    to_next_round(state)
    assert [len(state.v[f.HAND + s]) for s in (side, 1 - side)] == [5, 5]


@pytest.mark.parametrize("card", ["n-council", "r-dooropen"])
@pytest.mark.parametrize(("door", "limits"), [("strained", (2, 1)), ("open", (2, 2))])
def test_the_next_council_has_one_more_term_a_side_and_two_at_most(card, door, limits):
    state = played(card)
    state.v[f.DOOR] = ("closed", "strained", "open").index(door)

    to_next_round(state)
    state.v[f.DOOR] = ("closed", "strained", "open").index(door)
    assert state.view(0).term_limit == limits[0]
    state.v[f.FAILED] = 0
    to_next_round(state)
    state.v[f.DOOR] = ("closed", "strained", "open").index(door)
    assert state.view(0).term_limit == limits[1]


@pytest.mark.parametrize(
    ("card", "answer", "branch"),
    [
        ("n-speedline", True, 0),
        ("r-criteria", True, 0),
        ("n-phase4", None, 0),
        ("n-phase4", None, 1),
    ],
)
def test_fast_interceptors_are_ruled_out_to_the_end_of_the_game(card, answer, branch):
    given = replace(PLAIN, working=("redzikowo",))
    state = played(card, given, answer, branch)

    reason = state.view(0).site_reason(0, "iib")
    assert (reason.slug, reason.values["card"]) == ("blocked-site", card)
    to_next_round(state)
    to_next_round(state)
    assert state.view(0).site_reason(0, "iib").slug == "blocked-site"


@pytest.mark.parametrize("card", ["n-speedline", "r-criteria"])
def test_a_refused_ceiling_rules_nothing_out(card):
    state = played(card, replace(PLAIN, working=("redzikowo",)), answer=False)

    assert state.view(0).site_reason(0, "iib") is None


# ----------------------------------------------------------------- starting anew


def test_an_effect_that_begins_again_has_its_full_time_from_then():
    state = played("r-hotline")
    to_next_round(state)
    hotline = state.world.card_id["r-hotline"]
    state.v[f.HAND + 1] = (hotline, *state.v[f.HAND + 1][1:])
    state.v[f.DISCARD + 1] = ()
    state.v[f.PHASE], state.v[f.PENDING], state.v[f.MOVER] = f.ACTIONS, f.PLAY_CARD, 1
    state.v[f.TURN] = 0 if state.v[f.CHAIR] == 0 else 1
    state.apply_checked(event_of(state, "r-hotline"))

    to_next_round(state)

    assert state.v[f.LASTING]


def test_every_lasting_effect_is_begun_by_a_story():
    begun = {(told.card, text) for told in STORIES for text in told.changes.lasting}
    world = to_play(0).world

    assert begun == {
        (content().cards[world.cards[effect.card].slug].slug, in_words(effect))
        for effect in world.lasting
    }
