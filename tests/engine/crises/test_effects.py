"""What answers do beside the tracks: the door, suspensions, what is found; caps (6.8, 6.10)."""

from dataclasses import replace

import pytest

from tests.engine.cards.stories import Changes, answer_crisis, to_answer, to_next_round
from tests.engine.crises.pairs import CALM


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


def test_an_answer_that_announces_what_stands_undeclared_brings_it_into_the_open():
    given = replace(CALM, crisis="interceptors", hidden=("kaliningrad",))

    changes = answer_crisis(to_answer(given), "explain-each-stage", "name-a-target")

    # measured against firm, Russia's Initiative 1, and Kaliningrad's concern of 2
    assert changes == Changes(
        tension=3,
        initiative=-2,
        assurance=(-2, 0),
        support=(0, 1),
        found={"kaliningrad"},
    )


def test_a_site_emptied_this_round_is_not_announced_by_an_answer():
    given = replace(CALM, crisis="statement", starter=1, halted=("kaliningrad",))

    changes = answer_crisis(to_answer(given), "note-the-open-door", "order-the-next-rung")

    # measured against firm, Russia's Initiative 1, and the firm starter's -1
    assert changes == Changes(tension=2, initiative=-1, assurance=(-1, 0))
