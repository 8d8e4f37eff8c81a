"""How crises are answered: order, sums, cap, brink, blame and incidents (rulebook 6)."""

import pytest

from game.engine import fields as f
from game.engine import scoring
from game.engine.chance import draw
from tests.engine.positions import (
    NATO,
    NOBODY,
    RUSSIA,
    answer,
    changed,
    crisis_slug,
    do,
    end_turns,
    happened,
    position,
    response,
    responses,
    site_of,
    steps,
    tracks,
)


def crisis(slug, **given):
    """Return a position where a crisis has come to a head and NATO answers."""
    return position(decision="crisis", crisis=slug, **given)


def in_turn(card="n-cruiser", **given):
    """Return a position where a card has opened its crisis in the first turn."""
    hands = (("n-cruiser", "n-drill"), ("r-letter", "r-blind"))
    mover = NATO if card.startswith("n-") else RUSSIA
    state = position(hands=hands, mover=mover, assurance=(7, 7), **given)
    state.v[f.SUPPORT], state.v[f.INITIATIVE] = 5, 0
    do(state, "event", card=card)
    return state


# --------------------------------------------------------------------- answering


def test_both_answer_in_secret_nato_first_and_both_are_opened_together():
    state = crisis("elections")
    assert (state.decision, state.to_move) == ("crisis", NATO)

    state.apply_checked(response(state, NATO, "promise-every-phase"))

    assert state.to_move == RUSSIA
    assert state.view(RUSSIA).answer_sealed == (True, False)
    assert state.view(RUSSIA).v[f.ANSWER] == -1
    assert happened(state, "TrackMoved") == []


def test_the_rounds_crisis_comes_to_a_head_when_the_turns_are_over():
    state = position(crisis="elections")

    end_turns(state)

    assert (state.decision, state.to_move, state.phase) == ("crisis", NATO, "crisis")


def test_a_round_without_a_crisis_goes_straight_to_the_reckoning():
    state = position()

    end_turns(state)

    assert state.round == 5


def test_after_the_rounds_crisis_comes_the_reckoning():
    state = answer(crisis("elections"), "say-little", "say-little-russia")

    assert state.round == 5


# -------------------------------------------------------------------------- sums

CHICKEN = {"F": "sail-on", "M": "file-the-route", "O": "shorten-the-visit"}
CHICKEN_RUSSIA = {"F": "shadow-it-closely", "M": "lodge-a-note", "O": "greet-and-watch"}
# what each answer adds by itself: tension, support, initiative, own assurance
OWN = {
    "sail-on": (0, 1, 1, 0),
    "file-the-route": (0, 0, 0, 0),
    "shorten-the-visit": (-1, 0, 0, 0),
    "shadow-it-closely": (0, 0, 1, 0),
    "lodge-a-note": (0, 0, 0, 0),
    "greet-and-watch": (0, 0, 0, 1),
}
# chicken by NATO's and Russia's stance: tension, initiative, assurance both, support both
MATRIX = {
    "FF": (5, 0, -1, -1, 0, 0),
    "FM": (2, 1, 0, -1, 0, 0),
    "FO": (0, 2, 0, 0, 1, -1),
    "MF": (2, -1, -1, 0, 0, 0),
    "MM": (0, 0, 0, 0, 0, 0),
    "MO": (0, 1, 0, 0, 0, 0),
    "OF": (0, -2, 0, 0, -1, 1),
    "OM": (0, -1, 0, 0, 0, 0),
    "OO": (0, 0, 0, 0, 0, 0),
}


@pytest.mark.parametrize("pair", MATRIX)
def test_matrix_and_both_answers_are_summed_for_each_track(pair):
    state = in_turn(tension=2)
    before = tracks(state)
    nato, russia = CHICKEN[pair[0]], CHICKEN_RUSSIA[pair[1]]
    cell, ours, theirs = MATRIX[pair], OWN[nato], OWN[russia]

    answer(state, nato, russia)

    starter = -1 if pair[0] == "F" else 0
    after = tracks(state)
    assert after["tension"] == max(0, 2 + cell[0] + ours[0] + theirs[0])
    expected = before["initiative"] + cell[1] + ours[2] - theirs[2] + starter
    assert after["initiative"] == expected
    assert after["assurance"] == (
        before["assurance"][0] + cell[2] + ours[3],
        before["assurance"][1] + cell[3] + theirs[3],
    )
    assert after["support"] == (
        before["support"][0] + cell[4] + ours[1],
        before["support"][1] + cell[5] + theirs[1],
    )


def test_the_sum_is_made_before_the_end_of_a_track_counts():
    # chicken, both open: -1; both answers: -1 and 0; summed -2 on Tension 1
    state = in_turn(tension=1)

    answer(state, "shorten-the-visit", "greet-and-watch")

    assert tracks(state)["tension"] == 0
    told = [e for e in happened(state, "TrackMoved") if e.track == "tension"]
    assert len(told) == 1


def test_the_cap_is_applied_to_the_sum_and_not_to_the_matrix():
    # prisoner's dilemma: firm against measured +2, the hot line -1: summed +1, cap 1
    given = {"steps": ((0, 3, 0, 0), (0, 3, 0, 0))}
    state = answer(crisis("war-games", **given), "full-scenario", "staff-hot-line-russia")

    # and the drift
    assert tracks(state)["tension"] == 3 + 1 + 1
    assert happened(state, "CrisisResolved")[0].capped is False


def test_a_cap_leaves_a_fall_of_tension_alone():
    given = {"steps": ((0, 3, 0, 0), (0, 3, 0, 0)), "tension": 5}
    state = answer(
        crisis("near-miss", cause=0, **given), "joint-inquiry", "joint-inquiry-russia"
    )

    # stag hunt, both open: -2; drift +1
    assert tracks(state)["tension"] == 4


@pytest.mark.parametrize(
    "card", [("n-sharedsky", 0), ("n-council", 0), ("r-realdata", 0), ("r-hotline", 0)]
)
def test_a_card_may_set_a_cap(card):
    state = answer(crisis("war-games", lasting=[card]), "full-scenario", "snap-readiness")

    assert tracks(state)["tension"] == 3 + 1 + 1
    assert happened(state, "CrisisResolved")[0].capped is True


@pytest.mark.parametrize(
    ("given", "cap"),
    [
        ({}, 99),
        ({"lasting": [("n-council", 0)]}, 1),
        ({"steps": ((0, 3, 0, 0), (0, 3, 0, 0))}, 1),
        ({"steps": ((0, 3, 0, 0), (0, 2, 0, 0))}, 99),
    ],
)
def test_both_sides_see_what_caps_the_rise(given, cap):
    state = crisis("war-games", **given)

    assert state.view(0).tension_cap == state.view(1).tension_cap == cap


# ------------------------------------------------------------------- it takes two


def test_tension_passes_9_in_a_crisis_where_both_are_firm():
    state = answer(crisis("war-games", tension=7), "full-scenario", "snap-readiness")

    assert tracks(state)["tension"] == 10
    assert state.outcome.verdict == "confrontation"


def test_one_firm_side_alone_can_not_pass_9():
    state = crisis("war-games", tension=8)
    state.v[f.KEY] = calm_key(state, "full-scenario", "publish-numbers-russia")

    answer(state, "full-scenario", "publish-numbers-russia")

    assert tracks(state)["tension"] == 9
    assert state.outcome is None


KEYS = [number * 0x9E3779B97F4A7C15 & (1 << 64) - 1 for number in range(120)]


def calm_key(state, nato, russia):
    """Return a key under which the die at the brink is no 1."""
    return next(key for key in KEYS if not out_of_hand(state, key, nato, russia))


def out_of_hand(state, key, nato, russia):
    """Say whether a pair of answers gets out of hand under a key."""
    then = state.clone()
    then.v[f.KEY] = key
    answer(then, nato, russia)
    return then.outcome is not None and then.outcome.verdict == "confrontation"


BOTH_OPEN = ("invite-observers", "invite-observers-russia")
ONE_OPEN = ("publish-numbers", "invite-observers-russia")
TWENTY = [number * 0x9E3779B97F4A7C15 & (1 << 64) - 1 for number in range(400)]


@pytest.mark.parametrize(
    ("tension", "answers"),
    [
        (8, ("full-scenario", "publish-numbers-russia")),
        (9, ("publish-numbers", "publish-numbers-russia")),
        (9, ONE_OPEN),
        # left at 6, which drift makes 7
        (6, ("publish-numbers", "publish-numbers-russia")),
    ],
)
def test_a_reckoning_at_7_or_more_gets_out_of_hand_one_time_in_twenty(tension, answers):
    state = crisis("war-games", tension=tension)

    times = sum(out_of_hand(state, key, *answers) for key in TWENTY)

    # 400 keys: 20 expected, 4.4 the standard error
    assert 7 <= times <= 33
    answer(state, *answers)
    assert len(happened(state, "BrinkTested")) == 1


def test_the_die_at_the_brink_has_twenty_sides_and_a_1_loses():
    state = crisis("war-games", tension=9)

    for key in KEYS:
        state.v[f.KEY] = key
        rolled = 1 + draw(state.v[:], 20)
        assert out_of_hand(state, key, *ONE_OPEN) == (rolled == 1)


def test_no_die_is_rolled_where_both_answered_open():
    # prisoner's dilemma, both open: Tension stays at 9
    state = crisis("war-games", tension=9)

    assert not any(out_of_hand(state, key, *BOTH_OPEN) for key in TWENTY)
    answer(state, *BOTH_OPEN)
    assert tracks(state)["tension"] == 9
    assert happened(state, "BrinkTested") == []


def test_the_last_crisis_of_a_round_says_whether_both_were_open():
    state = crisis("war-games", tension=9)
    state.v[f.FLAGS] |= f.BOTH_OPEN  # as an earlier crisis left it

    answer(state, *ONE_OPEN)

    assert len(happened(state, "BrinkTested")) == 1


def test_openness_in_one_round_saves_nobody_in_the_next():
    state = answer(crisis("war-games", tension=9), *BOTH_OPEN)

    assert not state.v[f.FLAGS] & f.BOTH_OPEN


def test_no_die_is_rolled_at_5_and_one_of_drift():
    state = answer(crisis("war-games", tension=5), "publish-numbers", "publish-numbers-russia")

    assert tracks(state)["tension"] == 6
    assert happened(state, "BrinkTested") == []


def test_a_crisis_that_a_card_opens_is_not_rolled_for_at_once():
    state = answer(in_turn(tension=8), "sail-on", "lodge-a-note")

    assert tracks(state)["tension"] >= 7
    assert happened(state, "BrinkTested") == []


def test_a_crisis_opened_by_a_card_can_end_in_confrontation_too():
    state = answer(in_turn(tension=6), "sail-on", "shadow-it-closely")

    assert state.outcome.verdict == "confrontation"
    assert state.decision == "nothing"


@pytest.mark.parametrize(("tension", "price"), [(6, 0), (7, 1), (9, 1)])
def test_who_is_firm_at_tension_7_or_more_pays_support_and_initiative(tension, price):
    state = crisis("near-miss", cause=0, tension=tension)
    state.v[f.KEY] = calm_key(state, "release-the-film", "joint-inquiry-russia")
    before = tracks(state)

    answer(state, "release-the-film", "joint-inquiry-russia")

    alarm = [e for e in happened(state, "TrackMoved") if e.cause.slug == "alarm"]
    assert [(e.track, e.before - e.after) for e in alarm] == [
        ("support", 2),
        ("initiative", 1),
    ] * price
    assert before["tension"] == tension


def test_both_pay_who_are_firm_at_the_brink_and_a_government_may_fall_of_it():
    state = crisis("sector-map", tension=7, support=(5, 5))
    state.v[f.KEY] = calm_key(state, "two-systems-or-none", "sectors-or-none")

    answer(state, "two-systems-or-none", "sectors-or-none")

    alarm = [e for e in happened(state, "TrackMoved") if e.cause.slug == "alarm"]
    assert [(e.track, e.side) for e in alarm] == [
        ("support", 0),
        ("initiative", None),
        ("support", 1),
        ("initiative", None),
    ]


def test_a_government_falls_that_pays_its_last_support_at_the_brink():
    # prisoner's dilemma, firm against measured: no Support, and its own for the full scenario
    state = crisis("libya", tension=7, support=(1, 5))
    state.v[f.KEY] = calm_key(state, "press-on", "call-for-a-truce")

    answer(state, "press-on", "call-for-a-truce")

    assert state.outcome.verdict == "government-falls"
    assert state.outcome.fallen == (0,)


def go_on(state, slug, tension):
    """Put the next round's crisis to the sides at some Tension, well secured and calm."""
    v = state.v
    v[f.CRISIS], v[f.CAUSE], v[f.OPENED], v[f.ANSWER] = state.world.crisis_id[slug], -1, -1, -1
    v[f.PHASE], v[f.PENDING], v[f.MOVER] = f.CRISES, f.ANSWER_CRISIS, 0
    v[f.TENSION], v[f.SUPPORT], v[f.RUSSIAN_SUPPORT] = tension, 5, 5
    v[f.KEY] = calm_key(state, *FIRM_AND_MEASURED)
    return state


FIRM_AND_MEASURED = ("full-scenario", "publish-numbers-russia")


def secured_after(*rounds):
    """Return NATO's being Protected after rounds of Tension and answers, Coverage enough."""
    state = crisis("war-games", tension=rounds[0][0])
    for tension, answers in rounds:
        answer(go_on(state, "war-games", tension), *answers)
        state.v[f.WORKING], state.v[f.THREAT] = (1 << 10) - 1, 1
    assert scoring.coverage(state) >= state.v[f.THREAT]
    return scoring.secured(state, 0)


def test_who_is_firm_at_the_brink_is_not_protected_until_it_answers_otherwise():
    measured = ("publish-numbers", "publish-numbers-russia")

    assert not secured_after((7, FIRM_AND_MEASURED))
    assert not secured_after((7, FIRM_AND_MEASURED), (4, FIRM_AND_MEASURED))
    assert secured_after((7, FIRM_AND_MEASURED), (4, measured))
    assert secured_after((7, FIRM_AND_MEASURED), (7, BOTH_OPEN))
    assert secured_after((6, FIRM_AND_MEASURED))
    assert secured_after((7, measured))


def test_what_firmness_at_the_brink_loses_is_the_firm_side_s_alone():
    state = crisis("war-games", tension=7)
    state.v[f.KEY] = calm_key(state, *FIRM_AND_MEASURED)
    answer(state, *FIRM_AND_MEASURED)

    views = [state.view(side) for side in (0, 1)]

    assert [view.firm_at_brink(0) for view in views] == [True, True]
    assert [view.firm_at_brink(1) for view in views] == [False, False]
    assert not any(view.protected for view in views)
    assert all(view.secure == (view.deterrent >= 0) for view in views)


# ------------------------------------------------------------------------- blame


def test_the_starter_of_a_crisis_loses_1_initiative_if_it_is_firm():
    # deadlock, firm against firm: both Supports +2, no Initiative
    firm = crisis("sector-map", starter=RUSSIA)
    measured = crisis("sector-map", starter=RUSSIA)
    nobody = crisis("elections")

    answer(firm, "two-systems-or-none", "sectors-or-none")
    answer(measured, "study-the-slide", "redraw-the-line")
    answer(nobody, "promise-every-phase", "run-against-the-shield")

    blamed = [
        [e.cause.slug for e in happened(state, "TrackMoved") if e.track == "initiative"]
        for state in (firm, measured, nobody)
    ]
    assert blamed == [["starter", "routine"], [], []]


def test_the_other_side_is_not_blamed_for_a_firm_answer():
    state = answer(
        crisis("sector-map", starter=RUSSIA), "two-systems-or-none", "redraw-the-line"
    )

    # deadlock, firm against measured: Initiative 1 to NATO; routine takes it back
    moved = [e for e in happened(state, "TrackMoved") if e.track == "initiative"]
    assert [(e.before, e.after) for e in moved] == [(0, 1), (1, 0)]


def test_the_owner_of_a_card_is_the_starter_of_the_crisis_it_opens():
    state = in_turn("r-blind", tension=2)
    before = tracks(state)["initiative"]

    # chicken, both firm: repeat it: Initiative +1 for Russia; the firm starter -1
    answer(state, "demand-a-retraction", "repeat-it")

    assert tracks(state)["initiative"] == before - 1 + 1


# --------------------------------------------------------------------- incidents


def test_the_cause_of_an_incident_is_drawn_from_three():
    causes = []
    for key in KEYS:
        state = position(turn=5, crisis_deck=("noise",))
        state.v[f.KEY] = key
        do(state, "hide-nothing", ops=1)
        assert crisis_slug(state) == "noise"
        causes.append(state.v[f.CAUSE])

    # 120 keys: 40 each expected, 5.2 the standard error
    assert all(24 <= causes.count(cause) <= 56 for cause in (0, 1, 2))


def test_nobody_knows_the_cause_of_a_fresh_incident():
    state = position(turn=5, crisis_deck=("noise",))

    do(state, "hide-nothing", ops=1)

    for side in (NATO, RUSSIA):
        view = state.view(side).crisis
        assert (view.incident, view.cause, view.public, view.starter) == (
            True,
            None,
            False,
            None,
        )


CENTRES = ((2, 0, 2, 0), (2, 0, 2, 0))


def test_joint_centres_2_show_the_cause_to_both_when_it_is_turned_up():
    state = position(turn=5, crisis_deck=("noise",), steps=CENTRES)

    do(state, "hide-nothing", ops=1)

    assert state.view(NATO).crisis.cause == state.view(RUSSIA).crisis.cause == state.v[f.CAUSE]
    assert state.view(NATO).crisis.public


def test_dormant_centres_show_nothing():
    dormant = ((1, 0, 2, 0), (2, 0, 2, 0))
    state = position(turn=5, crisis_deck=("noise",), steps=dormant)

    do(state, "hide-nothing", ops=1)

    assert state.view(NATO).crisis.cause is None


def test_only_who_knows_that_it_was_nobody_may_clear_it():
    unknown = crisis("noise", cause=2)
    known = crisis("noise", cause=2, cause_known=1 << NATO)
    other = crisis("noise", cause=1, cause_known=f.PUBLIC)

    assert "clear" not in responses(unknown)
    assert "clear" in responses(known)
    assert "clear" not in responses(other)
    assert known.why_not(response(known, NATO, "clear")) is None
    assert unknown.why_not(response(unknown, NATO, "clear")).slug == "cause-unknown"
    known.apply_checked(response(known, NATO, "clear"))
    assert "clear-russia" not in responses(known)


def test_to_clear_it_is_an_open_answer_that_lowers_tension_by_2():
    state = crisis("noise", cause=2, cause_known=f.PUBLIC, tension=6)

    # prisoner's dilemma, both open: Assurances +1; Russia's swap: its own Assurance +1
    answer(state, "clear", "swap-recordings-russia")

    # and the drift
    assert tracks(state)["tension"] == 6 - 2 + 1
    assert tracks(state)["assurance"] == (7, 8)


def blame(cause, nato, russia, known=0):
    """Return what an incident's blame moves Initiative by, towards NATO."""
    state = answer(crisis("noise", cause=cause, cause_known=known), nato, russia)
    moved = [
        event.after - event.before
        for event in happened(state, "TrackMoved")
        if event.track == "initiative" and event.cause.slug == "incident"
    ]
    return sum(moved)


@pytest.mark.parametrize(
    ("cause", "nato", "russia", "blamed"),
    [
        # Russia's open answer makes the cause public
        (NATO, "accuse", "swap-recordings-russia", -1),
        (2, "accuse", "swap-recordings-russia", -1),
        (RUSSIA, "accuse", "swap-recordings-russia", 0),
        (RUSSIA, "swap-recordings", "accuse-russia", 1),
        (2, "swap-recordings", "accuse-russia", 1),
        (NATO, "swap-recordings", "accuse-russia", 0),
        # nobody answers open: it stays unknown
        (NATO, "accuse", "accuse-russia", 0),
        (2, "accuse", "ask-through-channels-russia", 0),
    ],
)
def test_once_public_an_incident_blames_a_firm_side_that_caused_it_or_took_an_accident_for_more(
    cause, nato, russia, blamed
):
    assert blame(cause, nato, russia) == blamed


def test_over_a_known_accident_both_firm_sides_are_blamed():
    state = answer(crisis("noise", cause=2, cause_known=f.PUBLIC), "accuse", "accuse-russia")

    moved = [e for e in happened(state, "TrackMoved") if e.cause.slug == "incident"]
    assert [(e.before, e.after) for e in moved] == [(0, -1), (-1, 0)]


def test_what_one_side_alone_knows_blames_nobody():
    assert blame(2, "accuse", "accuse-russia", known=1 << NATO) == 0


def test_an_incident_has_no_other_penalty_for_its_starter():
    state = answer(crisis("noise", cause=NATO), "accuse", "accuse-russia")

    assert [e for e in happened(state, "TrackMoved") if e.cause.slug == "starter"] == []


# ----------------------------------------------------------------- other effects


def test_the_other_effects_follow_after_the_tracks_natos_first():
    ladders = ((1, 1, 0, 0), (1, 1, 0, 0))
    state = crisis("data-stops", steps=ladders, starter=NATO)

    answer(state, "stop-every-exchange", "answer-in-kind")

    assert steps(state, "transparency") == (0, 1)
    told = [type(event).__name__ for event in state.log]
    assert told.index("CrisisResolved") < told.index("TrackMoved") < told.index("StepSuspended")


def test_some_firm_answers_close_the_door_a_step():
    state = answer(crisis("libya", starter=NATO), "brief-the-council", "walk-out")

    assert tracks(state)["door"] == "strained"


def test_a_suspension_by_answer_is_like_the_operation():
    state = in_turn(steps=((0, 1, 0, 0), (0, 1, 0, 0)), tension=2)
    state.v[f.REACHED] |= 1 << 20
    before = tracks(state)

    # chicken, measured against firm: Tension +2, Initiative 1 to Russia, NATO's Assurance -1;
    # own Tension -1; the suspension: Tension +1, Support +1, Initiative 1, NATO's Assurance -1
    answer(state, "file-the-route", "suspend-exercises")

    assert changed(before, tracks(state)) == {
        "tension": 4,
        "initiative": before["initiative"] - 2,
        "assurance": (before["assurance"][0] - 2, before["assurance"][1]),
        "support": (before["support"][0], before["support"][1] + 1),
    }
    assert steps(state, "exercises") == (1, 0)


def test_a_crisis_whose_condition_does_not_hold_is_passed_over():
    state = position(turn=5, threat=2, crisis_deck=("tehran", "statement", "elections"))

    do(state, "hide-nothing", ops=1)

    assert crisis_slug(state) == "elections"
    order = [state.world.crises[number].slug for number in state.v[f.CRISIS_DECK]]
    assert order == ["tehran", "statement"]


def test_where_no_crisis_fits_the_round_has_none():
    state = position(turn=5, threat=2, crisis_deck=("tehran",))

    do(state, "hide-nothing", ops=1)

    assert state.v[f.CRISIS] == -1
    end_turns(do(state, "no-proposal"))
    assert state.round == 6


def test_some_crises_move_the_outside_threat_when_they_are_turned_up():
    state = position(turn=5, threat=5, crisis_deck=("long-arrow",))

    do(state, "hide-nothing", ops=1)

    assert tracks(state)["threat"] == 7


def test_an_answer_may_look_for_undeclared_sites_and_finds_them_without_tension():
    state = crisis("picture", hidden=("pen-aids",))

    # prisoner's dilemma, both measured: nothing; found: Support -1, Assurance -2, Initiative 1
    answer(state, "look-for-ourselves", "answer-in-general")

    # then drift +1 and distrust of a concern of 1: -1; Initiative wears off
    assert not site_of(state, "pen-aids").undeclared
    assert tracks(state) == {
        "tension": 4,
        "threat": 2,
        "door": "open",
        "initiative": 0,
        "assurance": (3, 6),
        "support": (5, 4),
    }


def test_a_response_whose_need_is_not_met_can_not_be_given():
    state = crisis("war-games")

    assert "staff-hot-line" not in responses(state)
    assert state.why_not(response(state, NATO, "staff-hot-line")).slug == "response-needs"


def test_the_record_counts_what_a_side_was_seen_to_answer():
    state = answer(crisis("elections"), "promise-every-phase", "ask-for-calm-russia")

    assert state.view(RUSSIA).record(NATO)[:3] == (1, 0, 0)
    assert state.view(NATO).record(RUSSIA)[:3] == (0, 0, 1)


# --------------------------------------------------------------- what is told of it


@pytest.mark.parametrize(
    ("slug", "starter", "incident"),
    [
        ("cruiser", NATO, False),
        ("preemption", RUSSIA, False),
        ("elections", None, False),
        ("noise", None, True),
    ],
)
def test_a_crisis_that_is_turned_up_is_told_with_its_starter(slug, starter, incident):
    state = position(turn=5, crisis_deck=(slug,))

    do(state, "hide-nothing", ops=1)

    event = happened(state, "CrisisTurnedUp")[0]
    assert (event.crisis, event.starter, event.incident) == (slug, starter, incident)
    assert state.view(NATO).crisis.starter == starter


@pytest.mark.parametrize(
    ("slug", "starter"), [("cruiser", NATO), ("preemption", RUSSIA), ("elections", None)]
)
def test_a_crisis_that_comes_to_a_head_is_told_with_its_starter(slug, starter):
    state = position(crisis=slug, starter=NOBODY if starter is None else starter)

    end_turns(state)

    event = happened(state, "CrisisOpened")[0]
    assert (event.crisis, event.starter) == (slug, starter)
