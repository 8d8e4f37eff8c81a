"""Lasting effects: what outlives its card (rulebook 8.7 to 8.9)."""

import pytest

from tests.engine.positions import (
    NATO,
    RUSSIA,
    agree,
    answer,
    can,
    do,
    happened,
    position,
    reckoned,
    refusal,
    site_of,
    steps,
    term,
    tracks,
)


def level(*row):
    """Return both sides at the same steps."""
    return row, row


def cards_in_force(state):
    """Return the cards whose lasting effects are in force."""
    return {state.world.cards[state.world.lasting[n].card].slug for n in state.view(0).lasting}


# -------------------------------------------------------------------------- cost


@pytest.mark.parametrize("card", ["n-skies", "r-monarch"])
def test_the_next_exercise_of_either_side_may_cost_1_less(card):
    for mover in (NATO, RUSSIA):
        state = position(lasting=[(card, 0)], steps=level(0, 2, 0, 0), mover=mover)
        assert can(state, "cooperate", ops=2, ladder="exercises")
        assert state.view(mover).cooperate_cost(1) == 2


def test_a_cheaper_step_costs_at_least_1():
    state = position(lasting=[("n-skies", 0)])

    assert state.view(NATO).cooperate_cost(1) == 1


def test_a_cost_is_moved_for_the_next_such_operation_only():
    state = position(lasting=[("n-skies", 0)], steps=level(0, 1, 0, 0))

    do(state, "cooperate", ops=1, ladder="exercises")

    assert cards_in_force(state) == set()
    assert state.view(RUSSIA).cooperate_cost(1) == 2


def test_a_step_on_another_ladder_uses_no_discount_up():
    state = position(lasting=[("n-skies", 0)])

    do(state, "cooperate", ops=1, ladder="transparency")

    assert cards_in_force(state) == {"n-skies"}


def test_a_step_in_a_package_uses_no_discount_up():
    state = position(decision="draft", lasting=[("n-skies", 0)])

    agree(state, term(NATO, "raise", "exercises"), term(RUSSIA, "statement"))

    assert cards_in_force(state) == {"n-skies"}


def test_a_discount_of_its_own_helps_its_owner_alone():
    ladders = level(2, 0, 1, 0)

    nato = position(lasting=[("n-sharedsky", 1)], steps=ladders)
    russia = position(lasting=[("n-sharedsky", 1)], steps=ladders, mover=RUSSIA)

    assert can(nato, "cooperate", ops=1, ladder="centres")
    assert refusal(russia, "cooperate", ops=1, ladder="centres") == "too-few-operations"


def test_two_discounts_on_one_target_do_not_add_up():
    ladders = level(2, 0, 1, 0)
    both = [("n-sharedsky", 1), ("n-blueprint", 0)]
    state = position(lasting=both, steps=ladders)
    assert state.view(NATO).cooperate_cost(2) == 1

    third = position(lasting=both, steps=level(2, 2, 2, 0))
    assert third.view(NATO).cooperate_cost(2) == 2


def test_the_larger_of_two_discounts_stands():
    state = position(lasting=[("n-phase4", 1), ("n-east", 0)])

    assert state.view(NATO).deploy_cost("redzikowo") == 2


def test_a_deployment_ends_every_discount_on_deployments():
    state = position(lasting=[("n-phase4", 1), ("n-east", 0)])

    do(state, "deploy", ops=2, site="redzikowo")

    assert cards_in_force(state) == set()
    assert site_of(state, "redzikowo").state == "building"


def test_a_site_announced_by_an_event_uses_no_discount_up():
    state = position(lasting=[("n-east", 0)], hands=(("n-monterey",), ("r-letter",)))

    do(state, "event", card="n-monterey")

    assert cards_in_force(state) == {"n-east"}


def test_russias_money_makes_its_next_site_cheaper():
    state = position(lasting=[("r-trillions", 1)], mover=RUSSIA)

    assert can(state, "deploy", ops=1, site="northern-fleet")
    assert state.view(RUSSIA).deploy_cost("gabala") == 1


# -------------------------------------------------------------------------- gate


def test_a_lower_gate_lets_either_side_sign_with_less_trust():
    for mover in (NATO, RUSSIA):
        given = {"steps": level(2, 0, 1, 0), "assurance": (2, 2), "mover": mover}
        assert refusal(position(**given), "cooperate", ops=2, ladder="centres") == "gate"
        lower = position(lasting=[("n-threatmap", 0)], **given)
        assert can(lower, "cooperate", ops=2, ladder="centres")


def test_of_two_gates_on_one_ladder_the_larger_stands():
    both = [("n-binding", 0), ("n-line", 0)]
    state = position(lasting=both, steps=level(0, 0, 0, 2), assurance=(4, 3))

    assert can(state, "cooperate", ops=3, ladder="guarantees")
    assert state.view(NATO).gates(NATO)[3] == (-2, 1, 4, 6)


def test_a_firm_tone_raises_all_own_gates_by_1():
    state = position(lasting=[("r-ballots", 0)], mover=RUSSIA, assurance=(6, 3))

    assert state.view(RUSSIA).gates(RUSSIA) == ((1, 4, 7, 9),) * 4
    assert state.view(RUSSIA).gates(NATO) == ((0, 3, 6, 8),) * 4


def test_a_gate_moved_until_the_next_round_holds_for_this_one_and_the_next():
    state = position(mover=RUSSIA, hands=(("n-vienna",), ("r-ballots", "r-law")))
    do(state, "event", card="r-ballots")
    gates = [state.view(RUSSIA).gates(RUSSIA)[0]]

    for _ in range(2):
        reckoned(state)
        gates.append(state.view(RUSSIA).gates(RUSSIA)[0])
        do(state, "no-proposal")

    assert gates == [(1, 4, 7, 9), (1, 4, 7, 9), (0, 3, 6, 8)]


# ------------------------------------------------------------------------- drift


@pytest.mark.parametrize(("owner", "card"), [(NATO, "n-chicago"), (RUSSIA, "r-letter")])
def test_words_that_calm_stop_the_drift_of_this_round_only(owner, card):
    hands = [("n-vienna",), ("r-openskies",)]
    hands[owner] = (card,)
    state = position(mover=owner, hands=tuple(hands), tension=5)
    do(state, "event", card=card)
    calm = tracks(state)["tension"]

    reckoned(state)
    assert tracks(state)["tension"] == calm
    assert cards_in_force(state) == set()

    do(state, "no-proposal")
    reckoned(state)
    assert tracks(state)["tension"] == calm + 1


def test_the_drift_never_falls_below_0():
    state = position(lasting=[("n-chicago", 0), ("r-letter", 0)])

    reckoned(state)

    assert tracks(state)["tension"] == 3


# --------------------------------------------------------------------------- cap


def test_the_lowest_cap_on_crises_holds():
    state = position(
        decision="crisis",
        crisis="war-games",
        lasting=[("n-council", 0)],
        steps=((0, 3, 0, 0), (0, 3, 0, 0)),
    )

    answer(state, "full-scenario", "snap-readiness")

    assert tracks(state)["tension"] == 3 + 1 + 1


# -------------------------------------------------------------------------- hand


@pytest.mark.parametrize(("owner", "card"), [(NATO, "n-mandate"), (RUSSIA, "r-trillions")])
def test_a_larger_hand_is_drawn_at_the_next_briefing_only(owner, card):
    hands = [("n-vienna",), ("r-openskies",)]
    hands[owner] = (card,)
    state = position(mover=owner, hands=tuple(hands))
    do(state, "event", card=card)
    sizes = [5, 5]
    sizes[owner] = 6

    reckoned(state)
    assert state.view(NATO).hand_sizes == tuple(sizes)

    do(state, "no-proposal")
    reckoned(state)
    assert state.view(NATO).hand_sizes == (5, 5)


# ------------------------------------------------------------------------- terms


def test_the_next_council_allows_1_more_term_behind_a_strained_door():
    hands = (("n-council", "n-drill"), ("r-openskies",))
    state = position(door="closed", hands=hands, tension=8)
    do(state, "event", card="n-council")
    assert tracks(state)["door"] == "strained"

    reckoned(state)
    assert state.decision == "draft"
    assert state.view(NATO).term_limit == 2

    do(state, "no-proposal")
    reckoned(state)
    assert state.view(NATO).term_limit == 1


# ------------------------------------------------------------------------- block


def test_a_promise_at_home_closes_a_step_to_its_owner():
    given = {"steps": level(0, 0, 0, 2), "assurance": (6, 6), "lasting": [("n-senate", 0)]}
    poor = position(support=(3, 5), **given)
    other = position(support=(3, 3), mover=RUSSIA, **given)

    assert refusal(poor, "cooperate", ops=3, ladder="guarantees") == "blocked-step"
    assert can(other, "cooperate", ops=3, ladder="guarantees")


def test_the_steps_below_a_promise_are_open():
    given = {"steps": level(0, 0, 0, 1), "lasting": [("n-senate", 0)], "support": (3, 5)}

    assert can(position(**given), "cooperate", ops=2, ladder="guarantees")


def test_a_promise_may_be_broken_at_support_4_and_a_price_of_2():
    given = {"steps": level(0, 0, 0, 2), "lasting": [("n-senate", 0)], "support": (4, 5)}
    state = position(**given)
    assert can(state, "cooperate", ops=3, ladder="guarantees")

    do(state, "cooperate", ops=4, ladder="guarantees")

    # broken: -2, ratified: -1, ahead: -1
    assert state.outcome.fallen == (NATO,)
    assert happened(state, "BlockBroken")[0].card == "n-senate"


def test_a_broken_promise_is_over():
    given = {"steps": level(0, 0, 0, 2), "lasting": [("n-senate", 0)], "support": (9, 5)}
    state = position(assurance=(8, 8), **given)

    do(state, "cooperate", ops=3, ladder="guarantees")

    assert tracks(state)["support"] == (9 - 2 - 1 - 1, 5)
    assert cards_in_force(state) == set()


def test_a_promise_is_broken_in_a_package_too():
    given = {"steps": level(2, 0, 0, 0), "lasting": [("n-hold", 0)], "support": (6, 6)}
    state = position(decision="draft", **given)

    agree(state, term(NATO, "raise", "transparency"), term(RUSSIA, "raise", "transparency"))

    assert tracks(state)["support"] == (6 - 2 - 1, 6 - 1)
    assert steps(state, "transparency") == (3, 3)


def test_two_promises_over_one_step_are_broken_at_one_price():
    blocks = [("r-newstart", 0), ("r-duma", 0)]
    state = position(
        mover=RUSSIA, steps=((3, 0, 0, 0), (2, 0, 0, 0)), lasting=blocks, support=(5, 6)
    )

    do(state, "cooperate", ops=3, ladder="transparency")

    # broken: -2, ratified: -1
    assert tracks(state)["support"] == (5, 3)
    assert cards_in_force(state) == set()


def test_a_higher_promise_stands_when_a_lower_one_is_broken():
    blocks = [("r-newstart", 0), ("r-duma", 0)]
    state = position(
        mover=RUSSIA, steps=((3, 0, 0, 0), (1, 0, 0, 0)), lasting=blocks, support=(5, 6)
    )

    do(state, "cooperate", ops=2, ladder="transparency")

    assert tracks(state)["support"] == (5, 4)
    assert cards_in_force(state) == {"r-duma"}


@pytest.mark.parametrize(
    ("owner", "card", "promise"),
    [(NATO, "n-mandate", "n-senate"), (RUSSIA, "r-dooropen", "r-newstart")],
)
def test_a_promise_is_lifted_without_a_price(owner, card, promise):
    hands = [("n-vienna",), ("r-openskies",)]
    hands[owner] = (card,)
    promises = [("n-senate", 0), ("n-hold", 0), ("r-newstart", 0), ("r-duma", 0)]
    state = position(mover=owner, hands=tuple(hands), lasting=promises)

    do(state, "event", card=card)

    others = {"n-senate", "n-hold"} if owner == RUSSIA else {"r-newstart", "r-duma"}
    assert promise not in cards_in_force(state)
    assert cards_in_force(state) == {card, *others}


def test_promises_outlive_the_round():
    state = reckoned(position(lasting=[("n-senate", 0), ("n-hold", 0)]))

    assert cards_in_force(state) == {"n-senate", "n-hold"}


@pytest.mark.parametrize(
    "blocker", [("n-speedline", 0), ("n-phase4", 0), ("n-phase4", 2), ("r-criteria", 0)]
)
def test_a_site_that_is_ruled_out_can_not_be_deployed_to_the_end_of_the_game(blocker):
    state = position(working=("redzikowo",), lasting=[blocker])
    assert refusal(state, "deploy", ops=4, site="iib") == "blocked-site"

    reckoned(state)

    assert state.view(NATO).site_reason(NATO, "iib").slug == "blocked-site"


def test_a_site_that_stands_when_it_is_ruled_out_goes_on_standing():
    state = position(working=("redzikowo", "iib"), lasting=[("n-speedline", 0)])

    assert state.view(NATO).coverage == 6


# ------------------------------------------------------------------------- worth


@pytest.mark.parametrize("card", [("n-speed", 0), ("r-observers", 0), ("r-aerospace", 0)])
def test_a_card_may_add_1_to_the_deterrent_to_the_end_of_the_game(card):
    state = position(lasting=[card])
    assert state.view(NATO).deterrent == 4

    reckoned(state)

    assert state.view(NATO).deterrent == 4


def test_two_cards_that_add_to_the_deterrent_do_not_add_up():
    cards = [("n-speed", 0), ("r-observers", 0), ("r-aerospace", 0), ("r-criteria", 1)]

    assert position(lasting=cards).view(RUSSIA).deterrent == 4


# ------------------------------------------------------------------------- until


def test_an_effect_that_is_begun_again_has_its_full_time_from_then():
    # from the round before: it would end with this one
    hands = (("n-threatmap", "n-drill"), ("r-openskies",))
    state = position(hands=hands, lasting=[("n-threatmap", 0)])
    do(state, "event", card="n-threatmap")

    reckoned(state)

    assert cards_in_force(state) == {"n-threatmap"}


def test_an_effect_until_the_next_round_ends_with_it():
    state = reckoned(position(lasting=[("n-threatmap", 0), ("n-sharedsky", 0)]))

    assert cards_in_force(state) == set()
    assert {event.card for event in happened(state, "LastingEnded")} == {
        "n-threatmap",
        "n-sharedsky",
    }


def test_an_effect_until_it_is_used_waits_as_long_as_it_takes():
    state = position(lasting=[("n-skies", 0), ("r-trillions", 1)])
    for _ in range(2):
        reckoned(state)
        do(state, "no-proposal")

    assert cards_in_force(state) == {"n-skies", "r-trillions"}


def test_both_sides_see_what_is_in_force():
    state = position(lasting=[("n-skies", 0), ("r-aerospace", 0)])

    assert state.view(NATO).lasting == state.view(RUSSIA).lasting
    assert len(state.view(NATO).lasting) == 2
