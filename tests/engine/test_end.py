"""Points, success, triumph, utility and the verdict (rulebook 9.2 to 9.4)."""

import pytest

from game.engine import fields as f
from tests.engine.positions import NATO, RUSSIA, answer, do, happened, position

TARGETS = {
    "shield-first": 94,
    "lisbon-spirit": 50,
    "reassure-the-east": 55,
    "set-the-agenda": 84,
    "quiet-at-home": 92,
    "freedom-of-action": 31,
    "preserve-the-deterrent": 102,
    "equal-partner": 54,
    "no-third-site": 0,
    "great-power": 92,
    "modernisation": 98,
    "forward-posture": 81,
}
"""Targets in tenths in *The Long Negotiation*; written by hand, changed with the data."""


def ended(**given):
    """Return a match that ends with the last turn of round 9; drift moves Tension by 1."""
    return do(position(round=9, turn=5, **given), "hide-nothing", ops=1)


def points(side, mandate, **given):
    """Return the points of a side at the end by a mandate."""
    mandates = ["shield-first", "preserve-the-deterrent"]
    mandates[side] = mandate
    return ended(mandates=tuple(mandates), **given).outcome.points[side]


# ------------------------------------------------------------------------- scores

RICH = {
    "threat": 3,
    "tension": 5,
    "support": (6, 3),
    "initiative": 5,
    "steps": ((2, 3, 2, 1), (3, 2, 2, 2)),
    "working": ("rota", "deveselu", "redzikowo", "luga", "krasnodar", "gabala", "pionersky"),
}
"""At the end Tension 6, Supports 5 and 3, Initiative 4, joint 2, 2, 2, 1: 7.

Coverage 1 + 2 + 3, centres 2, radars 2: 10, held to a margin of 4. NATO's concern
1 + 2 + 3 = 6; Deterrent 3 + 2 + 1 + 1 + 1, centres 1, Guarantees 1, less 6: 4.
"""
BY_HAND = {
    # P 60, V 5 x 4, U 3 x 5, T -3 x 6, J 2 x 7
    "shield-first": 60 + 20 + 15 - 18 + 14,
    # P 30, J 8 x 7, T -4 x 6
    "lisbon-spirit": 30 + 56 - 24,
    # P 30, E 15 x 2, F -12 x 2, I 3 x 4, J 2 x 7
    "reassure-the-east": 30 + 30 - 24 + 12 + 14,
    # P 30, I 6 x 4, U 5 x 5
    "set-the-agenda": 30 + 24 + 25,
    # P 30, U 8 x 5, T -4 x 6, J 3 x 7
    "quiet-at-home": 30 + 40 - 24 + 21,
    # P 30, V 5 x 4, F -6 x 2, I 3 x 4, J -3 x 7
    "freedom-of-action": 30 + 20 - 12 + 12 - 21,
    # P 60, V 5 x 4, U 3 x 3, T -3 x 6, J 2 x 7
    "preserve-the-deterrent": 60 + 20 + 9 - 18 + 14,
    # P 30, J 8 x 7, T -4 x 6
    "equal-partner": 30 + 56 - 24,
    # P 30, K -6 x 6, G 10 x 1, I 3 x -4, J 2 x 7
    "no-third-site": 30 - 36 + 10 - 12 + 14,
    # P 30, I 6 x -4, U 3 x 3
    "great-power": 30 - 24 + 9,
    # P 30, U 8 x 3, T -4 x 6, J 3 x 7
    "modernisation": 30 + 24 - 24 + 21,
    # P 30, F 10 x 2, X none, I 3 x -4, J -3 x 7
    "forward-posture": 30 + 20 - 12 - 21,
}
POOR = {"threat": 8, "tension": 8, "support": (2, 9), "initiative": -3, "working": ("iib",)}
"""At the end Tension 9, Supports 2 and 8, Initiative -2, nothing joint. The fast interceptors
alone: Coverage 3, so the margin is -5, held to -4; Deterrent 3 - 4 = -1."""
POOR_BY_HAND = {
    "shield-first": -20 + 6 - 27,
    "lisbon-spirit": -36,
    "reassure-the-east": 15 - 6,
    "set-the-agenda": -12 + 10,
    "quiet-at-home": 16 - 36,
    "freedom-of-action": -20 - 6,
    "preserve-the-deterrent": -5 + 24 - 27,
    "equal-partner": -36,
    "no-third-site": -24 + 6,
    "great-power": 12 + 24,
    "modernisation": 64 - 36,
    "forward-posture": 20 + 6,
}


@pytest.mark.parametrize(("given", "scores"), [(RICH, BY_HAND), (POOR, POOR_BY_HAND)])
@pytest.mark.parametrize("mandate", TARGETS)
def test_a_mandate_counts_what_it_says(mandate, given, scores):
    side = NATO if list(TARGETS).index(mandate) < 6 else RUSSIA

    assert points(side, mandate, **given) == scores[mandate]


@pytest.mark.parametrize(("threat", "margin"), [(3, 3), (2, 4), (1, 4), (0, 4)])
def test_a_margin_counts_for_at_most_4(threat, margin):
    working = ("redzikowo", "deveselu", "rota")

    # P 60, V 5 each, U 15, T -3 x 4
    total = points(NATO, "shield-first", working=working, threat=threat)
    assert total == 60 + 5 * margin + 15 - 12


def test_an_undeclared_missile_counts_as_working_for_its_owner_and_against_nato():
    given = {"hidden": ("kaliningrad",)}
    key = _quiet_key(given)

    # P 30 (no threat above Coverage: 2 against 0, so none), F -12
    assert _with_key("reassure-the-east", NATO, given, key) == -12
    # P 30, F 10, X 20
    assert _with_key("forward-posture", RUSSIA, given, key) == 60


def _with_key(mandate, side, given, key):
    mandates = ["shield-first", "preserve-the-deterrent"]
    mandates[side] = mandate
    state = position(round=9, turn=5, mandates=tuple(mandates), **given)
    state.v[f.KEY] = key
    return do(state, "hide-nothing", ops=1).outcome.points[side]


def _quiet_key(given):
    for key in range(100):
        state = position(round=9, turn=5, **given)
        state.v[f.KEY] = key
        do(state, "hide-nothing", ops=1)
        if state.v[f.HIDDEN]:
            return key
    raise AssertionError


def test_a_missile_under_construction_counts_for_no_mandate():
    given = {"building": {"luga": f.FOREVER}, "threat": 0}

    # P 30; Deterrent is 3, no missile works, NATO is Protected
    assert points(RUSSIA, "forward-posture", **given) == 30


@pytest.mark.parametrize(("mandate", "target"), TARGETS.items())
def test_the_targets_of_the_long_negotiation_are_the_mandates_own(mandate, target):
    side = NATO if list(TARGETS).index(mandate) < 6 else RUSSIA
    mandates = ["shield-first", "preserve-the-deterrent"]
    mandates[side] = mandate

    assert position(mandates=tuple(mandates)).view(side).target == target


def test_a_scenario_may_set_targets_of_its_own():
    chicago = position(scenario="lisbon-to-chicago", mandates=("shield-first", "equal-partner"))

    assert chicago.view(NATO).target == 107
    assert chicago.view(RUSSIA).target == 74


# ------------------------------------------------------------------ success and more


@pytest.fixture
def outcome(monkeypatch):
    """Return a function that gives an outcome with so many points over both targets."""

    def judge(nato, russia):
        state = ended()
        world = state.world
        targets = list(world.targets)
        for number, over in ((0, nato), (1, russia)):
            mandate = world.mandate_id[state.outcome.mandates[number]]
            targets[mandate] = state.outcome.points[number] - over
        monkeypatch.setattr(world, "targets", tuple(targets))
        return state.outcome

    return judge


@pytest.mark.parametrize(
    ("over", "verdict", "succeeded"),
    [
        ((0, 0), "partnership", (True, True)),
        ((0, -1), "natos-terms", (True, False)),
        ((-1, 0), "russias-terms", (False, True)),
        ((-1, -1), "cold-peace", (False, False)),
    ],
)
def test_a_side_succeeds_at_its_target_and_the_verdict_says_who(
    outcome, over, verdict, succeeded
):
    end = outcome(*over)

    assert end.verdict == verdict
    assert (end.succeeded(NATO), end.succeeded(RUSSIA)) == succeeded


@pytest.mark.parametrize(("over", "triumph"), [(49, False), (50, True), (80, True)])
def test_a_triumph_is_50_tenths_above_the_target(outcome, over, triumph):
    end = outcome(over, over)

    assert end.triumphed(NATO) is triumph
    assert end.triumphed(RUSSIA) is triumph


@pytest.mark.parametrize(
    ("over", "utility"),
    [(0, 0.0), (25, 0.25), (-25, -0.25), (100, 1.0), (140, 1.0), (-60, -0.6), (-90, -0.6)],
)
def test_utility_is_points_over_the_target_in_hundredths_from_minus_06_to_1(
    outcome, over, utility
):
    assert outcome(over, 0).utilities == (pytest.approx(utility), 0.0)


def test_in_a_confrontation_both_fail_and_lose_all():
    state = position(decision="crisis", crisis="war-games", tension=9, threat=0, support=(9, 9))

    end = answer(state, "full-scenario", "snap-readiness").outcome

    assert end.verdict == "confrontation"
    assert end.utilities == (-1.0, -1.0)
    assert not end.succeeded(NATO)
    assert not end.succeeded(RUSSIA)


def test_a_fallen_government_fails_and_the_other_is_measured():
    # Russia: P 60, V 5 x 4 (3 + 2 + 1 + ...), U 3 x 9, T -3 x 3
    state = position(
        support=(1, 9), working=("northern-fleet",), mandates=("shield-first", "equal-partner")
    )

    end = do(state, "cooperate", ops=1, ladder="exercises").outcome

    # P 30, J 0, T -4 x 3, against its target
    assert end.verdict == "government-falls"
    assert end.points[RUSSIA] == 30 - 12
    assert end.utilities == (-1.0, pytest.approx((18 - TARGETS["equal-partner"]) / 100))
    assert not end.succeeded(NATO)


def test_a_fallen_government_has_not_succeeded_whatever_its_points():
    state = position(support=(1, 5), threat=0, initiative=8)
    state.v[f.MANDATE] = state.world.mandate_id["freedom-of-action"]

    end = do(state, "cooperate", ops=1, ladder="exercises").outcome

    # P 30, V 0, I 3 x 8: above the target of 32
    assert end.points[NATO] == 54
    assert not end.succeeded(NATO)
    assert not end.triumphed(NATO)


def test_the_joint_architecture_gives_both_30_tenths():
    steps = ((3, 3, 3, 3), (3, 3, 3, 3))

    end = do(position(turn=5, steps=steps), "hide-nothing", ops=1).outcome

    # Coverage 3 against 2, Deterrent 3 + 1 + 3 held to 4; no drift: Tension 3
    assert end.verdict == "joint-architecture"
    assert end.points == (60 + 5 + 15 - 9 + 24 + 30, 60 + 20 + 15 - 9 + 24 + 30)


def test_the_joint_architecture_is_the_verdict_whoever_succeeds():
    steps = ((3, 3, 3, 3), (3, 3, 3, 3))
    state = position(
        turn=5, steps=steps, threat=9, mandates=("freedom-of-action", "forward-posture")
    )

    end = do(state, "hide-nothing", ops=1).outcome

    # V 5 x -4, J -3 x 12, and 30; P 30, X 20, J -36, and 30
    assert end.verdict == "joint-architecture"
    assert end.points == (-20 - 36 + 30, 30 + 20 - 36 + 30)
    assert not end.succeeded(NATO)


def test_there_is_no_outcome_before_the_end():
    assert position().outcome is None


def test_an_outcome_names_the_mandates_and_their_targets():
    end = ended(mandates=("quiet-at-home", "modernisation")).outcome

    assert end.mandates == ("quiet-at-home", "modernisation")
    assert end.targets == (TARGETS["quiet-at-home"], TARGETS["modernisation"])
    assert end.fallen == ()


def test_the_end_is_told():
    state = ended()

    assert happened(state, "MatchEnded")[0].verdict == state.outcome.verdict
    assert (state.decision, state.phase, state.to_move) == ("nothing", "over", None)


# ------------------------------------------------------------- what a side sees of it


def test_a_side_sees_its_own_score_so_far_and_not_the_others():
    state = position(tension=5)

    # P none at threat 2, V -2, U 15, T -15
    assert state.view(NATO).score == -10 + 15 - 15
    assert state.view(NATO).rival_mandate is None
    # P 60, V 3
    assert state.view(RUSSIA).score == 60 + 15 + 15 - 15


def test_a_side_may_ask_what_another_mandate_would_give_it():
    state = position(initiative=4)

    # I 6 x 4, U 5 x 5; NATO is not Protected
    assert state.view(NATO).score_if("set-the-agenda") == 24 + 25


def test_the_score_so_far_is_reckoned_from_what_the_side_knows():
    state = position(hidden=("north-seas",), threat=1)

    assert state.view(NATO).protected
    assert not state.view(RUSSIA).protected
    assert state.view(RUSSIA).score_if("forward-posture") == 30 + 20
