"""The council: packages, their terms and how they are carried out (rulebook 5)."""

import pytest

from game.engine import actions as a
from game.engine import fields as f
from tests.engine.positions import (
    NATO,
    RUSSIA,
    agree,
    changed,
    do,
    draft,
    end_turns,
    happened,
    pass_turn,
    position,
    refusal,
    site_of,
    steps,
    term,
    tracks,
)

RAISES = (term(NATO, "raise", "transparency"), term(RUSSIA, "raise", "exercises"))


def council(**given):
    """Return a council that NATO chairs."""
    return position(decision="draft", **given)


def why_not(state, code):
    """Return the slug of the reason why a term can't be added, or `None`."""
    reason = state.why_not(a.encode(a.TERM, 0, code))
    return reason.slug if reason else None


def offered(state):
    """Return the terms that may be added now."""
    return {act & 0xFF for act in state.legal_actions() if act >> 16 == a.TERM}


# ---------------------------------------------------------------------- drafting


def test_the_chair_drafts_and_the_other_side_answers():
    state = council()
    assert (state.decision, state.to_move) == ("draft", NATO)

    draft(state, *RAISES)
    do(state, "table")

    assert (state.decision, state.to_move) == ("reply", RUSSIA)
    assert state.view(RUSSIA).tabled == (RAISES[1], RAISES[0])
    assert state.view(RUSSIA).drafter == NATO


def test_with_a_closed_door_there_is_no_council():
    state = position(turn=5, tension=9, door="strained")

    do(state, "hide-nothing", ops=1)

    assert tracks(state)["door"] == "closed"
    assert state.round == 5
    assert state.decision == "card"


def test_the_chair_passes_every_round():
    state = position(turn=5, chair=NATO, mover=NATO)

    do(state, "hide-nothing", ops=1)

    assert state.view(NATO).chair == RUSSIA
    assert (state.decision, state.to_move) == ("draft", RUSSIA)


@pytest.mark.parametrize(("door", "limit"), [("open", 2), ("strained", 1)])
def test_the_door_says_how_many_terms_a_side_may_give(door, limit):
    state = council(door=door)
    asks = (term(RUSSIA, "pledge", "luga"), term(RUSSIA, "statement"))
    offers = (term(NATO, "pledge", "rota"), term(NATO, "raise", "exercises"))

    assert state.view(NATO).term_limit == limit
    draft(state, *asks[:limit])
    assert {a.giver_of(code) for code in offered(state)} == {NATO}
    if limit == 1:
        assert why_not(state, asks[1]) == "terms-full"
    draft(state, *offers[:limit])
    assert offered(state) == set()
    assert why_not(state, term(NATO, "raise", "centres")) == "terms-full"


def test_asks_come_before_offers():
    state = council()
    assert why_not(state, term(NATO, "statement")) == "nothing-asked"
    draft(state, RAISES[1], RAISES[0])

    assert why_not(state, term(RUSSIA, "statement")) == "out-of-order"


def test_terms_come_in_one_canonical_order():
    state = draft(council(), term(RUSSIA, "statement"))

    assert why_not(state, term(RUSSIA, "pledge", "luga")) == "out-of-order"
    assert why_not(state, term(RUSSIA, "raise", "exercises")) is None


def test_a_package_needs_a_term_from_each_side():
    state = council()
    assert refusal(state, "table") == "nothing-asked"
    draft(state, RAISES[1])
    assert refusal(state, "table") == "nothing-offered"

    draft(state, RAISES[0])

    assert refusal(state, "table") is None


def test_a_side_gives_at_most_one_ladder_term():
    state = draft(council(), term(RUSSIA, "raise", "transparency"))

    assert why_not(state, term(RUSSIA, "raise", "exercises")) == "one-ladder-term"


def test_a_package_holds_at_most_one_public_statement():
    state = draft(council(), term(RUSSIA, "statement"))

    assert why_not(state, term(NATO, "statement")) == "one-statement"


def test_a_term_is_given_once():
    state = draft(council(), term(RUSSIA, "statement"))

    assert why_not(state, term(RUSSIA, "statement")) == "already-drafted"


def test_to_propose_nothing_is_always_possible():
    state = council()
    assert refusal(state, "no-proposal") is None
    draft(state, RAISES[1])

    do(state, "no-proposal")

    assert state.decision == "card"
    assert state.view(NATO).draft == ()
    assert changed(tracks(position()), tracks(state)) == {}


# ------------------------------------------------------------ what may be a term


def test_only_a_declared_site_can_be_withdrawn():
    state = council(working=("rota",), hidden=("emed", "kaliningrad"))
    draft(state, term(RUSSIA, "statement"))

    assert why_not(state, term(NATO, "withdraw", "rota")) is None
    assert why_not(state, term(NATO, "withdraw", "emed")) == "site-empty"
    assert why_not(council(hidden=("pen-aids",)), term(RUSSIA, "withdraw", "pen-aids")) == (
        "site-empty"
    )


def test_a_pledge_needs_a_site_that_is_publicly_empty_and_not_pledged():
    state = council(working=("luga",), hidden=("kaliningrad",), site_pledges={"belarus": 1})

    assert why_not(state, term(RUSSIA, "pledge", "luga")) == "site-not-empty"
    assert why_not(state, term(RUSSIA, "pledge", "belarus")) == "already-pledged"
    assert why_not(state, term(RUSSIA, "pledge", "kaliningrad")) is None


def test_a_ladder_pledge_needs_an_own_step_and_no_running_pledge():
    state = council(
        steps=((0, 1, 0, 0), (1, 1, 0, 0)), ladder_pledges={(RUSSIA, "exercises"): 2}
    )

    assert why_not(state, term(RUSSIA, "pledge", "transparency")) is None
    assert why_not(state, term(RUSSIA, "pledge", "exercises")) == "already-pledged"
    assert why_not(state, term(RUSSIA, "pledge", "centres")) == "no-step"


def test_a_step_in_a_package_needs_no_operations_but_all_else():
    state = council(steps=((2, 0, 0, 3), (2, 0, 0, 3)), assurance=(10, 5), support=(6, 5))

    assert why_not(state, term(RUSSIA, "raise", "transparency")) == "gate"
    assert why_not(state, term(RUSSIA, "raise", "exercises")) is None
    draft(state, term(RUSSIA, "raise", "exercises"))
    assert why_not(state, term(NATO, "raise", "guarantees")) is None
    assert why_not(state, term(NATO, "raise", "transparency")) is None


# --------------------------------------------------------------------- answering


def test_a_rejected_package_changes_nothing():
    state = draft(council(), *RAISES)
    do(state, "table")

    do(state, "reject")

    assert changed(tracks(position()), tracks(state)) == {}
    assert state.decision == "card"
    assert steps(state, "transparency") == (0, 0)


def test_a_counter_package_is_drafted_by_the_other_side_and_answered_by_the_chair():
    state = draft(council(), *RAISES)
    do(state, "table")

    do(state, "counter")

    assert (state.decision, state.to_move) == ("counter-draft", RUSSIA)
    draft(state, term(NATO, "raise", "exercises"), term(RUSSIA, "statement"))
    do(state, "table")
    assert (state.decision, state.to_move) == ("final-reply", NATO)
    assert refusal(state, "counter") == "wrong-decision"
    do(state, "accept")
    assert steps(state, "exercises") == (1, 0)


def test_in_a_counter_package_we_is_the_side_that_drafts_it():
    state = draft(council(), *RAISES)
    do(state, "table")
    do(state, "counter")

    assert all(a.giver_of(code) == NATO for code in offered(state))


def test_no_counter_package_after_all_is_a_rejection():
    state = draft(council(), *RAISES)
    do(state, "table")
    do(state, "counter")

    do(state, "no-proposal")

    assert state.decision == "card"
    assert changed(tracks(position()), tracks(state)) == {}


@pytest.mark.parametrize("scenario", ["lisbon-to-chicago", "first-council"])
def test_a_scenario_may_leave_counter_packages_out(scenario):
    state = position(scenario, decision="draft", round=1)
    draft(state, *RAISES)
    do(state, "table")

    assert refusal(state, "counter") == "no-counter"
    assert a.encode(a.COUNTER) not in state.legal_actions()


def test_after_the_council_the_side_that_does_not_chair_plays_first():
    state = do(council(), "no-proposal")

    assert (state.decision, state.to_move) == ("card", RUSSIA)


# ------------------------------------------------------------------ real packages


@pytest.mark.parametrize(("tension", "after"), [(4, 4), (5, 4), (7, 6)])
def test_a_real_package_lowers_tension_by_1_if_it_is_5_or_more(tension, after):
    state = agree(council(tension=tension), *RAISES)

    assert tracks(state)["tension"] == after


REAL: dict[str, tuple[int, dict[str, object]]] = {
    "a step": (term(NATO, "raise", "exercises"), {}),
    "a withdrawal": (term(NATO, "withdraw", "ramstein"), {"working": ("ramstein",)}),
    "a declaration": (term(NATO, "declare"), {}),
    "a pledge over a site that could be begun": (term(NATO, "pledge", "rota"), {}),
    "a pledge over a site that stands undeclared": (
        term(NATO, "pledge", "emed"),
        {"hidden": ("emed",)},
    ),
    "a pledge over a ladder": (
        term(NATO, "pledge", "exercises"),
        {"steps": ((0, 1, 0, 0), (0, 0, 0, 0))},
    ),
}
HOLLOW: dict[str, tuple[int, dict[str, object]]] = {
    "a statement": (term(NATO, "statement"), {}),
    "a pledge over a site that needs another": (term(NATO, "pledge", "iib"), {}),
    "a pledge over a site that is ruled out": (
        term(NATO, "pledge", "iib"),
        {"working": ("redzikowo",), "lasting": [("n-speedline", 0)]},
    ),
}


@pytest.mark.parametrize("name", REAL)
def test_a_part_is_real_that_holds(name):
    part, given = REAL[name]
    state = agree(council(tension=6, **given), term(RUSSIA, "raise", "transparency"), part)

    assert tracks(state)["tension"] == 5


@pytest.mark.parametrize("name", HOLLOW)
def test_a_part_is_not_real_that_only_holds(name):
    part, given = HOLLOW[name]
    state = agree(council(tension=6, **given), term(RUSSIA, "raise", "transparency"), part)

    assert tracks(state)["tension"] == 6


def test_both_parts_must_be_real():
    state = agree(
        council(tension=6), term(NATO, "raise", "transparency"), term(RUSSIA, "statement")
    )

    assert tracks(state)["tension"] == 6


# -------------------------------------------------------------------- carrying out


def test_a_public_statement_lifts_the_others_support_by_1():
    state = agree(council(), term(NATO, "statement"), term(RUSSIA, "raise", "exercises"))

    # Russia pays 1 for its lead
    assert tracks(state)["support"] == (5, 5)
    assert [event.side for event in happened(state, "StatementMade")] == [NATO]


def test_a_withdrawal_in_council_is_as_the_operation():
    state = agree(council(working=("deveselu",)), term(NATO, "withdraw", "deveselu"), RAISES[1])

    # withdrawn: Russia's Assurance +1, NATO's Support -1, Tension -1; Russia's lead -1
    assert tracks(state)["assurance"] == (6, 7)
    assert tracks(state)["support"] == (4, 4)
    assert tracks(state)["tension"] == 2
    assert site_of(state, "deveselu").state == "halted"


def test_terms_are_carried_out_declare_withdraw_pledge_statement_and_steps_last():
    state = council(hidden=("emed",), working=("luga", "rota"))
    agree(
        state,
        term(NATO, "declare"),
        term(NATO, "raise", "exercises"),
        term(RUSSIA, "withdraw", "luga"),
        term(RUSSIA, "statement"),
    )

    told = [type(event).__name__ for event in state.log]
    order = [
        name
        for name in told
        if name in ("SiteDeclared", "SiteWithdrawn", "StatementMade", "StepTaken")
    ]
    assert order == ["SiteDeclared", "SiteWithdrawn", "StatementMade", "StepTaken"]


def test_natos_terms_of_one_kind_come_before_russias():
    state = council(working=("luga", "rota"))
    agree(state, term(NATO, "withdraw", "rota"), term(RUSSIA, "withdraw", "luga"))

    assert [e.side for e in happened(state, "SiteWithdrawn")] == [NATO, RUSSIA]


def test_raises_on_two_ladders_are_two_leads_and_no_signals():
    state = agree(council(), *RAISES)

    assert steps(state, "transparency") == (1, 0)
    assert steps(state, "exercises") == (0, 1)
    assert tracks(state)["support"] == (4, 4)
    assert tracks(state)["assurance"] == (6, 6)


def test_matched_raises_from_one_step_are_no_leads():
    state = agree(
        council(), term(NATO, "raise", "guarantees"), term(RUSSIA, "raise", "guarantees")
    )

    assert steps(state, "guarantees") == (1, 1)
    assert tracks(state)["support"] == (5, 5)
    assert tracks(state)["assurance"] == (7, 7)


def test_where_both_raise_a_ladder_unequally_the_one_behind_steps_first():
    state = council(steps=((1, 0, 0, 0), (0, 0, 0, 0)))

    agree(state, term(NATO, "raise", "transparency"), term(RUSSIA, "raise", "transparency"))

    # NATO's new step is a lead without a signal: Support -1; the joint rise lifts both
    assert steps(state, "transparency") == (2, 1)
    assert tracks(state)["support"] == (4, 5)
    assert tracks(state)["assurance"] == (7, 7)


def test_who_follows_a_lead_of_a_package_gains_nothing_for_it():
    state = agree(council(), *RAISES)
    do(state, "cooperate", ops=1, ladder="transparency")

    # NATO's 1 comes back; Russia, whose own lead cost 1, gains none
    assert tracks(state)["support"] == (5, 4)


def test_a_step_by_package_reaches_and_pays_back_a_signal():
    leads = [(RUSSIA, "transparency", 1, True)]
    state = council(steps=((0, 0, 0, 0), (1, 0, 0, 0)), leads=leads, support=(5, 4))

    agree(state, term(NATO, "raise", "transparency"), term(RUSSIA, "statement"))

    # NATO follows: Russia +1, NATO +1; the statement: NATO +1
    assert tracks(state)["support"] == (7, 5)


def test_terms_are_judged_as_things_stand_when_the_package_is_drafted():
    state = council(hidden=("black-sea",), steps=((1, 0, 0, 0), (1, 0, 0, 0)), assurance=(6, 3))

    # the declaration lowers Russia's Assurance to 2, under the gate of 3
    agree(
        state,
        term(NATO, "declare"),
        term(NATO, "raise", "transparency"),
        term(RUSSIA, "raise", "transparency"),
    )

    assert steps(state, "transparency") == (2, 2)


def test_a_site_goes_but_once():
    state = council(working=("redzikowo", "iib"))

    agree(
        state,
        term(NATO, "withdraw", "redzikowo"),
        term(NATO, "withdraw", "iib"),
        term(RUSSIA, "statement"),
    )

    # Redzikowo: Assurance +2, Support -1, Tension -1, and takes the others along without
    # further effect; the statement gives 1 back
    assert tracks(state)["assurance"] == (6, 8)
    assert tracks(state)["support"] == (5, 5)
    assert tracks(state)["tension"] == 2
    assert [e.site for e in happened(state, "SiteWithdrawn")] == ["redzikowo", "iib"]


def test_a_package_may_bring_a_government_down():
    state = council(support=(1, 5))

    agree(state, term(NATO, "raise", "exercises"), term(RUSSIA, "declare"))

    assert state.outcome.verdict == "government-falls"


# ----------------------------------------------------------------- failed councils


def fail_council(state):
    """Let a council agree nothing and play the round to the next council."""
    do(state, "no-proposal")
    return end_turns(state)


def test_two_councils_in_a_row_that_agree_nothing_strain_an_open_door():
    state = fail_council(council())
    assert tracks(state)["door"] == "open"

    do(state, "no-proposal")

    assert tracks(state)["door"] == "strained"


def test_a_rejection_and_a_refused_counter_count_as_agreeing_nothing():
    state = draft(council(failed=1), *RAISES)
    do(state, "table")

    do(state, "reject")

    assert tracks(state)["door"] == "strained"


def test_failed_councils_never_close_the_door():
    state = council(failed=1, door="strained")

    do(state, "no-proposal")

    assert tracks(state)["door"] == "strained"


def test_after_straining_the_door_the_count_begins_anew():
    state = do(council(failed=1), "no-proposal")

    assert state.view(NATO).failed_councils == 0


def test_an_agreement_ends_the_count():
    state = agree(council(failed=1), *RAISES)

    assert state.view(NATO).failed_councils == 0
    assert tracks(state)["door"] == "open"


def test_a_card_may_allow_more_terms_but_never_more_than_2():
    strained = council(door="strained", lasting=[("n-council", 1)])
    open_door = council(lasting=[("n-council", 1)])

    assert strained.view(NATO).term_limit == 2
    assert open_door.view(NATO).term_limit == 2


def test_the_two_cards_that_allow_more_terms_do_not_add_up():
    state = council(door="strained", lasting=[("n-council", 1), ("r-dooropen", 1)])

    assert state.view(NATO).term_limit == 2


def test_a_package_leaves_the_draft_and_the_table_empty():
    state = agree(council(), *RAISES)

    assert (state.v[f.DRAFT], state.v[f.TABLED]) == ((), ())
    pass_turn(state)
    assert state.view(NATO).draft == ()


def test_a_pledge_in_council_over_a_site_that_its_giver_then_declares_is_left_out():
    state = position(decision="draft", hidden=("emed",))

    agree(
        state,
        term(NATO, "declare"),
        term(NATO, "pledge", "emed"),
        term(RUSSIA, "statement"),
    )

    assert site_of(state, "emed").pledge == 0
    assert happened(state, "PledgeBroken") == []
