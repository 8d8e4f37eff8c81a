"""The four ladders of cooperation (rulebook 2)."""

import pytest

from game.content.vocabulary import LADDERS
from game.engine import fields as f
from tests.engine.positions import (
    NATO,
    RUSSIA,
    act,
    agree,
    answer,
    can,
    do,
    happened,
    pass_turn,
    position,
    reckoned,
    refusal,
    steps,
    term,
    tracks,
)

LEVEL_1 = ((1, 1, 1, 1), (1, 1, 1, 1))
LEVEL_2 = ((2, 2, 2, 2), (2, 2, 2, 2))
LEVEL_3 = ((3, 3, 3, 3), (3, 3, 3, 3))


def cooperating(own, other=None, *, ladder="transparency", **given):
    """Return a position where both stand at these steps of a ladder, NATO to move."""
    place = LADDERS.index(ladder)
    rows = [[0] * 4, [0] * 4]
    rows[0][place], rows[1][place] = own, own if other is None else other
    return position(steps=(tuple(rows[0]), tuple(rows[1])), **given)


# ------------------------------------------------------------------------- gates


@pytest.mark.parametrize("ladder", LADDERS)
def test_step_1_has_no_gate(ladder):
    state = position(assurance=(0, 6))

    assert can(state, "cooperate", ops=1, ladder=ladder)


@pytest.mark.parametrize(
    ("steps_taken", "needs"),
    [(1, 3), (2, 6), (3, 8)],
)
@pytest.mark.parametrize("ladder", ["transparency", "exercises", "guarantees"])
def test_steps_2_3_and_4_need_assurance_of_3_6_and_8(steps_taken, needs, ladder):
    enough = cooperating(steps_taken, ladder=ladder, assurance=(needs, 0), support=(6, 5))
    short = cooperating(steps_taken, ladder=ladder, assurance=(needs - 1, 10), support=(6, 5))

    assert can(enough, "cooperate", ops=4, ladder=ladder)
    assert refusal(short, "cooperate", ops=4, ladder=ladder) == "gate"


@pytest.mark.parametrize(("steps_taken", "needs"), [(1, 3), (2, 6), (3, 8)])
def test_the_gates_hold_for_joint_centres_too(steps_taken, needs):
    ladders = (2, 2, steps_taken, 0)
    enough = position(steps=(ladders, ladders), assurance=(needs, 6))
    short = position(steps=(ladders, ladders), assurance=(needs - 1, 6))

    assert can(enough, "cooperate", ops=4, ladder="centres")
    assert refusal(short, "cooperate", ops=4, ladder="centres") == "gate"


def test_a_gate_is_read_from_own_assurance_before_the_step():
    # the joint rise of +1 would bring Assurance to 3, too late
    state = cooperating(1, 2, assurance=(2, 6))

    assert refusal(state, "cooperate", ops=2, ladder="transparency") == "gate"


def test_a_refused_step_says_what_its_gate_needs_and_what_there_is():
    state = cooperating(2, assurance=(5, 6))

    reason = state.why_not(act(state, "cooperate", ops=3, ladder="transparency"))

    assert reason.values == {"ladder": "transparency", "step": 3, "needs": 6, "is": 5}


def test_there_is_no_step_above_the_fourth():
    state = cooperating(4, assurance=(10, 10))

    assert refusal(state, "cooperate", ops=4, ladder="transparency") == "top-of-ladder"


# ------------------------------------------------------------------ ratification


@pytest.mark.parametrize(("step", "cost"), [(1, 0), (2, 0), (3, 1), (4, 1)])
def test_steps_3_and_4_cost_1_support_to_ratify(step, cost):
    state = cooperating(step - 1, step, assurance=(8, 8), support=(6, 5))

    do(state, "cooperate", ops=step, ladder="transparency")

    assert tracks(state)["support"] == (6 - cost, 5)


def test_both_sides_ratify_a_step_that_they_take_together():
    state = position(decision="draft", steps=LEVEL_2)

    agree(state, term(NATO, "raise", "transparency"), term(RUSSIA, "raise", "transparency"))

    assert tracks(state)["support"] == (4, 4)


# ------------------------------------------------------------------------- leads


def test_a_step_above_the_others_costs_1_support():
    state = position()

    do(state, "cooperate", ops=1, ladder="exercises")

    assert steps(state, "exercises") == (1, 0)
    assert tracks(state)["support"] == (4, 5)


def test_a_lead_at_step_3_costs_its_ratification_too():
    state = cooperating(2)

    do(state, "cooperate", ops=3, ladder="transparency")

    assert tracks(state)["support"] == (3, 5)


def test_a_lead_by_operation_is_a_signal_that_lifts_the_others_assurance_by_2():
    state = position()

    do(state, "cooperate", ops=1, ladder="guarantees")

    assert tracks(state)["assurance"] == (6, 8)


def test_a_lead_by_event_is_a_signal_too():
    state = position(hands=(("n-drill",), ("r-letter",)))

    do(state, "event", card="n-drill")

    assert steps(state, "exercises") == (1, 0)
    assert tracks(state)["assurance"] == (6, 8)
    assert tracks(state)["support"] == (4, 5)


def test_a_second_step_ahead_is_a_second_lead_and_a_second_signal():
    state = cooperating(1, 0, leads=[(NATO, "transparency", 1, True)])

    do(state, "cooperate", ops=2, ladder="transparency")

    assert tracks(state)["support"] == (4, 5)
    assert tracks(state)["assurance"] == (6, 8)


def test_a_lead_in_a_package_is_no_signal():
    state = position(decision="draft")

    agree(state, term(NATO, "raise", "transparency"), term(RUSSIA, "statement"))

    # the lead costs 1, the statement gives 1 back
    assert steps(state, "transparency") == (1, 0)
    assert tracks(state)["assurance"] == (6, 6)
    assert tracks(state)["support"] == (5, 5)


def test_when_the_other_follows_the_leader_gets_its_support_back():
    leads = [(NATO, "transparency", 1, False)]
    state = cooperating(1, 0, leads=leads, mover=RUSSIA, support=(4, 5))

    do(state, "cooperate", ops=1, ladder="transparency")

    assert tracks(state)["support"] == (5, 5)


def test_who_follows_a_signal_gains_1_support():
    leads = [(NATO, "transparency", 1, True)]
    state = cooperating(1, 0, leads=leads, mover=RUSSIA, support=(4, 5))

    do(state, "cooperate", ops=1, ladder="transparency")

    assert tracks(state)["support"] == (5, 6)


def test_a_lead_is_paid_back_once():
    leads = [(NATO, "transparency", 1, True)]
    state = cooperating(1, 0, leads=leads, mover=RUSSIA, support=(4, 5), tension=0)
    do(state, "cooperate", ops=1, ladder="transparency")
    pass_turn(state)
    do(state, "suspend", ops=2, ladder="transparency")
    state.v[f.LOCKS + RUSSIA] = 0
    pass_turn(state)
    before = tracks(state)["support"]

    do(state, "cooperate", ops=3, ladder="transparency")

    assert steps(state, "transparency") == (1, 1)
    assert tracks(state)["support"] == before


def test_only_the_step_that_the_other_reaches_is_paid_back():
    leads = [(NATO, "transparency", 1, True), (NATO, "transparency", 2, True)]
    state = cooperating(2, 0, leads=leads, mover=RUSSIA, support=(3, 5))

    do(state, "cooperate", ops=1, ladder="transparency")

    assert tracks(state)["support"] == (4, 6)


def test_a_lead_that_the_scenario_starts_with_brings_nothing_back():
    state = cooperating(1, 0, mover=RUSSIA)

    do(state, "cooperate", ops=1, ladder="transparency")

    assert tracks(state)["support"] == (5, 5)


def test_a_step_behind_or_level_with_the_other_is_no_lead():
    state = cooperating(0, 2)

    do(state, "cooperate", ops=1, ladder="transparency")

    assert tracks(state)["support"] == (5, 5)
    assert happened(state, "StepTaken")[0].lead is False


# ------------------------------------------------------------------ joint levels


def test_the_joint_level_is_the_lower_of_the_two_steps():
    state = position(steps=((3, 1, 0, 2), (1, 4, 2, 2)))

    assert state.view(NATO).joint_levels == (1, 1, 0, 2)
    assert state.view(RUSSIA).joint_sum == 4


def test_a_joint_level_reached_for_the_first_time_lifts_both_assurances_by_1():
    state = cooperating(0, 1)

    do(state, "cooperate", ops=1, ladder="transparency")

    assert tracks(state)["assurance"] == (7, 7)


def test_a_joint_level_that_falls_takes_1_assurance_from_both():
    state = cooperating(1)

    do(state, "suspend", ops=2, ladder="transparency")

    # Russia loses 1 more, for the suspension itself
    assert tracks(state)["assurance"] == (5, 4)


def test_a_joint_level_reached_again_gives_nothing():
    state = cooperating(1)
    do(state, "suspend", ops=2, ladder="transparency")
    pass_turn(state)
    state.v[f.LOCKS] = 0
    before = tracks(state)["assurance"]

    do(state, "cooperate", ops=1, ladder="transparency")

    assert steps(state, "transparency") == (1, 1)
    assert tracks(state)["assurance"] == before


def test_a_joint_level_lost_again_takes_nothing_more():
    state = cooperating(1)
    state.v[f.REACHED] |= 1 << 16

    do(state, "suspend", ops=2, ladder="transparency")

    assert tracks(state)["assurance"] == (6, 5)


def test_the_joint_levels_of_a_scenarios_start_change_no_assurance():
    state = position("lisbon-to-chicago", steps=LEVEL_1)
    state.v[f.REACHED] |= 1 << 16

    do(state, "suspend", ops=2, ladder="transparency")

    assert tracks(state)["assurance"] == (6, 5)


def test_two_sides_that_step_together_from_one_step_do_not_lead():
    state = position(decision="draft")

    agree(state, term(NATO, "raise", "exercises"), term(RUSSIA, "raise", "exercises"))

    assert steps(state, "exercises") == (1, 1)
    assert tracks(state)["support"] == (5, 5)
    assert tracks(state)["assurance"] == (7, 7)


def test_an_event_for_both_lets_two_level_sides_step_at_once():
    state = position(hands=(("n-ottobrunn",), ("r-letter",)))

    do(state, "event", card="n-ottobrunn")

    assert steps(state, "exercises") == (1, 1)
    assert tracks(state)["support"] == (5, 5)
    assert tracks(state)["assurance"] == (7, 7)


def test_an_event_for_both_lets_the_one_behind_step_first():
    leads = [(NATO, "exercises", 1, True)]
    hands = (("n-ottobrunn",), ("r-letter",))
    state = cooperating(1, 0, ladder="exercises", leads=leads, support=(4, 5), hands=hands)

    do(state, "event", card="n-ottobrunn")

    # Russia follows (NATO +1, Russia +1), then NATO leads again (NATO -1, Russia's Assurance)
    assert steps(state, "exercises") == (2, 1)
    assert tracks(state)["support"] == (4, 6)
    assert tracks(state)["assurance"] == (7, 9)


# -------------------------------------------------------------------- suspension


def test_to_suspend_takes_back_one_own_step():
    state = cooperating(3, assurance=(8, 8))

    do(state, "suspend", ops=2, ladder="transparency")

    assert steps(state, "transparency") == (2, 3)


def test_a_suspension_brings_support_and_initiative_and_costs_trust_and_calm():
    state = cooperating(1)
    state.v[f.REACHED] |= 1 << 16

    do(state, "suspend", ops=2, ladder="transparency")

    assert tracks(state) == {
        "tension": 4,
        "threat": 2,
        "door": "open",
        "initiative": 1,
        "assurance": (6, 5),
        "support": (6, 5),
    }


def test_a_suspension_by_russia_moves_initiative_towards_russia():
    state = cooperating(1, mover=RUSSIA)

    do(state, "suspend", ops=2, ladder="transparency")

    assert tracks(state)["initiative"] == -1
    assert tracks(state)["support"] == (5, 6)


def test_a_step_ahead_is_suspended_without_support():
    leads = [(NATO, "transparency", 1, True)]
    state = cooperating(1, 0, leads=leads, support=(4, 5))

    do(state, "suspend", ops=2, ladder="transparency")

    assert tracks(state)["support"] == (4, 5)
    assert tracks(state)["assurance"] == (6, 5)
    assert tracks(state)["initiative"] == 1


def test_the_support_paid_for_a_suspended_lead_is_gone():
    leads = [(NATO, "transparency", 1, True)]
    state = cooperating(1, 0, leads=leads, support=(4, 5))
    do(state, "suspend", ops=2, ladder="transparency")

    do(state, "cooperate", ops=1, ladder="transparency")

    assert steps(state, "transparency") == (0, 1)
    assert tracks(state)["support"] == (4, 4)


def test_a_suspended_step_may_not_be_taken_again_in_the_same_round():
    state = cooperating(1)
    do(state, "suspend", ops=2, ladder="transparency")
    pass_turn(state)

    assert refusal(state, "cooperate", ops=4, ladder="transparency") == "locked-step"


def test_a_suspended_step_may_not_be_taken_again_in_the_next_round():
    state = cooperating(1)
    do(state, "suspend", ops=2, ladder="transparency")
    reckoned(state)

    assert state.round == 5
    assert state.view(NATO).step_reason(NATO, 0).slug == "locked-step"
    assert state.view(NATO).step_reason(RUSSIA, 0) is None


def test_a_suspended_step_may_be_taken_in_the_round_after_the_next():
    state = cooperating(1)
    do(state, "suspend", ops=2, ladder="transparency")
    reckoned(state)
    do(state, "no-proposal")

    reckoned(state)

    assert state.round == 6
    assert state.view(NATO).step_reason(NATO, 0) is None


def test_only_the_suspended_step_is_closed():
    state = cooperating(2, assurance=(8, 8))
    do(state, "suspend", ops=2, ladder="transparency")
    pass_turn(state)
    assert refusal(state, "cooperate", ops=4, ladder="transparency") == "locked-step"
    assert can(state, "cooperate", ops=4, ladder="exercises")

    do(state, "suspend", ops=3, ladder="transparency")

    pass_turn(state)
    assert steps(state, "transparency") == (0, 2)
    assert refusal(state, "cooperate", ops=4, ladder="transparency") == "locked-step"


def test_a_ladder_without_an_own_step_can_not_be_suspended():
    state = cooperating(0, 2)

    assert refusal(state, "suspend", ops=4, ladder="transparency") == "no-step"


# ----------------------------------------------------------------- prerequisites


def test_the_data_centre_needs_joint_transparency_2():
    short = position(steps=((2, 0, 1, 0), (1, 0, 1, 0)))
    enough = position(steps=((2, 0, 1, 0), (2, 0, 1, 0)))

    assert refusal(short, "cooperate", ops=2, ladder="centres") == "prerequisite"
    assert can(enough, "cooperate", ops=2, ladder="centres")


def test_the_planning_centre_needs_joint_exercises_2():
    short = position(steps=((2, 1, 2, 0), (2, 4, 2, 0)))
    enough = position(steps=((2, 2, 2, 0), (2, 2, 2, 0)))

    assert refusal(short, "cooperate", ops=3, ladder="centres") == "prerequisite"
    assert can(enough, "cooperate", ops=3, ladder="centres")


def test_the_first_and_the_last_step_of_the_centres_need_no_other_ladder():
    first = position()
    last = position(steps=((0, 0, 3, 0), (0, 0, 3, 0)), assurance=(8, 8))

    assert can(first, "cooperate", ops=1, ladder="centres")
    assert can(last, "cooperate", ops=4, ladder="centres")


@pytest.mark.parametrize(("support", "allowed"), [(5, False), (6, True)])
def test_a_binding_guarantee_needs_own_support_6_before_paying(support, allowed):
    state = cooperating(3, ladder="guarantees", assurance=(8, 8), support=(support, 1))

    assert can(state, "cooperate", ops=4, ladder="guarantees") is allowed
    if not allowed:
        assert refusal(state, "cooperate", ops=4, ladder="guarantees") == "support-needed"


def test_a_centre_whose_need_is_lost_is_dormant_with_all_above_it():
    awake = position(steps=((2, 2, 3, 0), (2, 2, 3, 0)))
    dormant = position(steps=((1, 2, 3, 0), (2, 2, 3, 0)))
    half = position(steps=((2, 1, 3, 0), (2, 2, 3, 0)))

    assert [s.view(NATO).centres_level for s in (awake, dormant, half)] == [3, 1, 2]


def test_a_dormant_centre_keeps_its_level():
    state = position(steps=((2, 0, 2, 0), (2, 0, 2, 0)))

    do(state, "suspend", ops=2, ladder="transparency")

    assert steps(state, "centres") == (2, 2)
    assert state.view(NATO).joint_sum == 3
    assert state.view(NATO).centres_level == 1


def test_a_dormant_centre_works_again_when_its_need_is_met_again():
    state = position(steps=((1, 0, 2, 0), (2, 0, 2, 0)))

    do(state, "cooperate", ops=2, ladder="transparency")

    assert state.view(NATO).centres_level == 2


# ------------------------------------------------------------ what joint levels do


@pytest.mark.parametrize(
    ("ladder_steps", "coverage", "deterrent"),
    [
        ((2, 2, 1, 0), 0, 3),
        ((2, 2, 2, 0), 2, 4),
        ((2, 2, 3, 0), 3, 4),
        ((2, 2, 4, 0), 3, 4),
        ((1, 2, 4, 0), 0, 3),
    ],
)
def test_centres_add_to_coverage_and_deterrent(ladder_steps, coverage, deterrent):
    state = position(steps=(ladder_steps, ladder_steps))
    view = state.view(NATO)

    assert (view.coverage, view.deterrent) == (coverage, deterrent)


def test_at_centres_2_each_working_russian_radar_adds_1_coverage():
    radars = ("pionersky", "armavir", "gabala")
    joined = position(steps=LEVEL_2, working=(*radars, "baltiysk"))
    apart = position(steps=LEVEL_1, working=radars)
    building = position(steps=LEVEL_2, building=dict.fromkeys(radars, 1))

    assert joined.view(NATO).coverage == 5
    assert apart.view(NATO).coverage == 0
    assert building.view(NATO).coverage == 2


@pytest.mark.parametrize("level", [0, 1, 2, 3, 4])
def test_each_joint_level_of_guarantees_adds_1_to_the_deterrent(level):
    state = cooperating(level, ladder="guarantees")

    assert state.view(RUSSIA).deterrent == 3 + level


def test_at_centres_4_nato_is_protected_and_russia_secure_whatever_the_numbers():
    centres = (2, 2, 4, 0)
    sites = ("redzikowo", "deveselu", "iib")
    state = position(steps=(centres, centres), threat=10, working=sites, tension=6)
    view = state.view(NATO)
    third = position(steps=((2, 2, 3, 0),) * 2, threat=10, working=("redzikowo", "iib"))

    assert view.protected
    assert view.secure
    assert view.deterrent == 3 + 1 - 9
    assert not third.view(NATO).secure


def test_at_centres_4_no_margin_counts_below_0():
    centres = (2, 2, 4, 0)
    state = position(steps=(centres, centres), threat=10, working=("redzikowo", "iib"))

    # P 60, V 0, U 3 x 5, T -3 x 3, J 2 x 8
    assert state.view(RUSSIA).score == 60 + 15 - 9 + 16
    assert state.view(NATO).score == 60 + 15 - 9 + 16


def test_joint_exercises_3_let_a_crisis_raise_tension_by_at_most_1():
    capped = cooperating(3, ladder="exercises", decision="crisis", crisis="war-games")
    loose = cooperating(2, ladder="exercises", decision="crisis", crisis="war-games")

    # a prisoner's dilemma: firm against firm is +3; then the drift of the reckoning
    answer(capped, "full-scenario", "snap-readiness")
    answer(loose, "full-scenario", "snap-readiness")

    assert tracks(capped)["tension"] == 3 + 1 + 1
    assert tracks(loose)["tension"] == 3 + 3 + 1


# ----------------------------------------------------------------- a shared need


def shared_need(threat, round_to_come, **given):
    """Return both Supports after the briefing of a round of The Long Negotiation."""
    state = position(round=round_to_come - 1, threat=threat, turn=5, **given)
    do(state, "hide-nothing", ops=1)
    assert state.round == round_to_come
    return tracks(state)["support"]


def test_a_threat_that_rises_to_6_costs_both_1_support_without_joint_centres_2():
    assert shared_need(5, 4) == (4, 4)


def test_a_threat_of_5_costs_nothing():
    assert shared_need(4, 4) == (5, 5)


def test_a_high_threat_that_does_not_rise_costs_nothing():
    assert shared_need(8, 5) == (5, 5)


def test_a_threat_at_its_end_that_can_not_rise_costs_nothing():
    assert shared_need(10, 4) == (5, 5)


def test_joint_centres_2_meet_the_shared_need():
    centres = (2, 0, 2, 0)

    assert shared_need(7, 4, steps=(centres, centres)) == (5, 5)


def test_dormant_centres_do_not_meet_the_shared_need():
    centres = (1, 0, 2, 0)

    assert shared_need(7, 4, steps=(centres, centres)) == (4, 4)
