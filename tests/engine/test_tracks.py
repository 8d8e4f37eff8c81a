"""The tracks, their ends, and trust that is slow (rulebook 1, 6.9)."""

import pytest

from game.engine import fields as f
from game.engine.causes import DRIFT
from game.engine.mutations import (
    move_assurance,
    move_door,
    move_initiative,
    move_support,
    move_tension,
    move_threat,
)
from tests.engine.positions import NATO, RUSSIA, do, happened, position, tracks


def test_tension_does_not_fall_below_0():
    state = position(tension=1)

    move_tension(state, -3, DRIFT)

    assert tracks(state)["tension"] == 0


@pytest.mark.parametrize(("before", "by", "after"), [(2, -3, 0), (9, 3, 10), (4, 2, 6)])
def test_the_outside_threat_stops_at_its_ends(before, by, after):
    state = position(threat=before)

    move_threat(state, by, DRIFT)

    assert tracks(state)["threat"] == after


@pytest.mark.parametrize(("before", "by", "after"), [(1, -2, 0), (9, 2, 10), (5, 1, 6)])
def test_support_stops_at_its_ends(before, by, after):
    state = position(support=(before, 5))

    move_support(state, NATO, by, DRIFT)

    assert tracks(state)["support"] == (after, 5)


def test_assurance_falls_without_limit_but_for_the_end_of_its_track():
    state = position(assurance=(2, 6))

    move_assurance(state, NATO, -5, DRIFT)

    assert tracks(state)["assurance"] == (0, 6)


@pytest.mark.parametrize(
    ("side", "before", "by", "after"),
    [(NATO, 7, 3, 8), (NATO, -7, -3, -8), (RUSSIA, -7, 3, -8), (RUSSIA, 0, 2, -2)],
)
def test_initiative_is_one_track_that_stops_8_from_the_middle(side, before, by, after):
    state = position(initiative=before)

    move_initiative(state, side, by, DRIFT)

    assert tracks(state)["initiative"] == after


@pytest.mark.parametrize(
    ("before", "by", "after"),
    [
        ("closed", 1, "strained"),
        ("strained", 1, "open"),
        ("open", 1, "open"),
        ("open", -1, "strained"),
        ("strained", -2, "closed"),
    ],
)
def test_the_door_moves_by_steps_between_closed_and_open(before, by, after):
    state = position(door=before)

    move_door(state, by, DRIFT)

    assert tracks(state)["door"] == after


# --------------------------------------------------------------------- assurance


def test_assurance_never_stands_more_than_1_above_its_value_at_the_briefing():
    state = position(assurance=(4, 4), ceiling=(5, 5))

    move_assurance(state, NATO, 2, DRIFT)

    assert tracks(state)["assurance"] == (5, 4)


def test_assurance_that_fell_in_the_round_may_rise_to_the_same_limit():
    state = position(assurance=(4, 4), ceiling=(5, 5))

    move_assurance(state, NATO, -2, DRIFT)
    move_assurance(state, NATO, 4, DRIFT)

    assert tracks(state)["assurance"] == (5, 4)


def test_what_would_lift_assurance_over_its_limit_is_lost():
    state = position(assurance=(5, 4), ceiling=(5, 5))

    move_assurance(state, NATO, 2, DRIFT)
    move_assurance(state, NATO, -1, DRIFT)

    assert tracks(state)["assurance"] == (4, 4)


@pytest.mark.parametrize(("assurance", "ceiling"), [((4, 7), (5, 8)), ((10, 0), (10, 1))])
def test_the_limit_of_assurance_is_set_anew_at_the_briefing(assurance, ceiling):
    state = position(turn=5, assurance=assurance)

    do(state, "hide-nothing", ops=1)

    assert state.round == 5
    assert (state.v[f.CEILING], state.v[f.CEILING + 1]) == ceiling


def test_a_signal_lifts_assurance_by_1_only_where_the_limit_leaves_no_more_room():
    state = position(assurance=(4, 4), ceiling=(5, 5))

    do(state, "cooperate", ops=1, ladder="transparency")

    assert tracks(state)["assurance"] == (4, 5)


# ----------------------------------------------------------------- it takes two


@pytest.mark.parametrize(("before", "by", "after"), [(8, 3, 9), (9, 1, 9), (7, 2, 9)])
def test_tension_stops_at_9_unless_both_are_firm(before, by, after):
    state = position(tension=before)

    move_tension(state, by, DRIFT)

    assert tracks(state)["tension"] == after


def test_tension_passes_9_where_both_are_firm():
    state = position(tension=8)

    move_tension(state, 5, DRIFT, both_firm=True)

    assert tracks(state)["tension"] == 10


def test_drift_does_not_carry_tension_past_9():
    state = position(tension=9, turn=5)

    do(state, "hide-nothing", ops=1)

    assert tracks(state)["tension"] == 9
    assert state.outcome is None


# ------------------------------------------------------------------------ paying


def test_a_cost_in_support_may_be_paid_with_the_last_point():
    state = position(support=(1, 5))

    do(state, "cooperate", ops=1, ladder="transparency")

    assert state.outcome.verdict == "government-falls"
    assert state.outcome.fallen == (NATO,)


def test_a_cost_above_the_last_point_of_support_may_be_paid_too():
    state = position(support=(1, 5), steps=((2, 0, 0, 0), (2, 0, 0, 0)))

    do(state, "cooperate", ops=3, ladder="transparency")

    assert tracks(state)["support"] == (0, 5)
    assert state.outcome.fallen == (NATO,)


def test_a_track_that_can_not_move_is_not_told_of():
    state = position(tension=0)

    move_tension(state, -1, DRIFT)

    assert happened(state, "TrackMoved") == []
