"""Promises made at home: they close a step to their owner until broken or lifted (8.9)."""

from dataclasses import replace

import pytest

from game.engine import fields as f
from game.engine.actions import RAISE_TERM, term_code
from tests.engine.cards.aftermath import PLAIN, cooperate, level, played, side_of, step_reason
from tests.engine.cards.stories import in_words, play_event, to_next_round, to_play

PROMISES = [
    ("n-senate", "G", 3),
    ("n-hold", "T", 3),
    ("r-newstart", "T", 2),
    ("r-duma", "T", 3),
]


def promised(card, ladder, blocked, support):
    """Return a position after a promise, level below the blocked step."""
    steps = level(ladder, blocked - 1)
    state = played(card, replace(PLAIN, nato=steps, russia=steps))
    for side in (0, 1):
        state.v[f.ASSURANCE + side] = 6
        state.v[f.SUPPORT + side] = support
    return state


@pytest.mark.parametrize(("card", "ladder", "blocked"), PROMISES)
def test_a_promise_closes_the_step_to_its_owner_alone(card, ladder, blocked):
    state = promised(card, ladder, blocked, support=3)
    side = side_of(card)
    reason = state.view(side).step_reason(side, "TECG".index(ladder))

    assert (reason.slug, reason.values["card"]) == ("blocked-step", card)
    assert (reason.values["needs"], reason.values["is"]) == (4, 3)
    assert step_reason(state, 1 - side, ladder) is None


@pytest.mark.parametrize(("card", "ladder", "blocked"), PROMISES)
def test_a_promise_leaves_lower_steps_and_other_ladders_open(card, ladder, blocked):
    state = played(card, PLAIN)
    side = side_of(card)
    state.v[f.SUPPORT + side] = 3
    steps = level(ladder, blocked - 2)
    for place in range(4):
        state.v[f.STEP + 4 * side + place] = steps[place]

    for each in "TECG":
        assert step_reason(state, side, each) is None


@pytest.mark.parametrize(("card", "ladder", "blocked"), PROMISES)
def test_a_promise_is_broken_at_two_support_more_and_is_then_over(card, ladder, blocked):
    state = promised(card, ladder, blocked, support=9)
    side = side_of(card)
    ratified = 1 if blocked == 3 else 0

    cooperate(state, side, ladder)

    # the promise 2, the lead 1, and the ratification of a third step 1
    assert state.v[f.SUPPORT + side] == 9 - 2 - 1 - ratified
    assert not state.v[f.LASTING]
    assert state.v[f.STEP + 4 * side + "TECG".index(ladder)] == blocked


@pytest.mark.parametrize(("card", "ladder", "blocked"), PROMISES)
def test_support_of_four_is_enough_to_break_a_promise(card, ladder, blocked):
    state = promised(card, ladder, blocked, support=4)

    assert step_reason(state, side_of(card), ladder) is None


@pytest.mark.parametrize(("card", "ladder", "blocked"), PROMISES)
def test_a_promise_closes_the_step_in_council_too(card, ladder, blocked):
    state = promised(card, ladder, blocked, support=3)
    side = side_of(card)
    raised = RAISE_TERM + "TECG".index(ladder)

    reason = state.view(1 - side).term_reason(term_code(side, raised))

    assert reason.slug == "blocked-step"


@pytest.mark.parametrize(("card", "ladder", "blocked"), PROMISES)
def test_a_promise_does_not_wear_off(card, ladder, blocked):
    state = promised(card, ladder, blocked, support=3)

    to_next_round(state)
    # short of the brink, so that no die ends the match
    state.v[f.TENSION] = 3
    to_next_round(state)
    state.v[f.ASSURANCE + side_of(card)] = 6
    state.v[f.SUPPORT + side_of(card)] = 3

    assert step_reason(state, side_of(card), ladder) == "blocked-step"


@pytest.mark.parametrize(
    ("lifter", "promises", "rivals"),
    [
        ("n-mandate", ("n-senate", "n-hold"), "r-duma"),
        ("r-dooropen", ("r-newstart", "r-duma"), "n-senate"),
    ],
)
def test_own_promises_are_lifted_without_a_price_and_the_others_stay(lifter, promises, rivals):
    state = to_play(side_of(lifter), PLAIN, (lifter, *promises, rivals))
    for card in (*promises, rivals):
        state.v[f.PENDING], state.v[f.MOVER] = f.PLAY_CARD, side_of(card)
        play_event(state, card)
    state.v[f.PENDING], state.v[f.MOVER] = f.PLAY_CARD, side_of(lifter)
    support = state.v[f.SUPPORT + side_of(lifter)] = 4

    play_event(state, lifter)

    world = state.world
    blocks = {
        world.cards[effect.card].slug
        for effect in world.lasting
        if state.v[f.LASTING] >> effect.number & 1 and "block" in in_words(effect)
    }
    gained = 3 if lifter == "n-mandate" else 1
    assert blocks == {rivals}
    assert state.v[f.SUPPORT + side_of(lifter)] == support + gained


def two_promises(step):
    """Return a position after New START's notice (step 2) and the Duma's word (step 3)."""
    steps = level("T", step)
    given = replace(PLAIN, nato=steps, russia=steps)
    state = to_play(1, given, ("r-newstart", "r-duma"))
    for card in ("r-newstart", "r-duma"):
        state.v[f.PENDING], state.v[f.MOVER] = f.PLAY_CARD, 1
        play_event(state, card)
    state.v[f.ASSURANCE + 1], state.v[f.SUPPORT + 1] = 6, 9
    return state


def test_a_step_that_two_promises_close_breaks_both_at_one_price():
    state = two_promises(step=2)

    cooperate(state, 1, "T")

    # the promises 2, the lead 1, the ratification 1
    assert state.v[f.SUPPORT + 1] == 9 - 2 - 1 - 1
    assert not state.v[f.LASTING]


def test_a_promise_about_a_higher_step_outlives_a_lower_one():
    state = two_promises(step=1)

    cooperate(state, 1, "T")

    assert state.v[f.SUPPORT + 1] == 9 - 2 - 1
    state.v[f.SUPPORT + 1] = 3
    assert state.view(1).step_reason(1, 0).values["card"] == "r-duma"
