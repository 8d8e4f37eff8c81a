"""What a card does in a turn (rulebook 4)."""

import pytest

from game.content.vocabulary import LADDERS
from game.engine import actions as a
from game.engine import fields as f
from tests.engine.positions import (
    NATO,
    RUSSIA,
    answer,
    can,
    changed,
    do,
    end_turns,
    happened,
    pass_turn,
    position,
    refusal,
    tracks,
)

WEAK = (("n-vienna", "n-drill"), ("r-openskies", "r-launch"))
"""Hands of cards with 1 operation."""


# ------------------------------------------------------------------------- turns


def test_each_side_has_three_turns_by_turns_and_the_side_that_does_not_chair_begins():
    state = position(chair=RUSSIA)
    movers = []

    while state.round == 4:
        movers.append(state.to_move)
        pass_turn(state)

    assert movers == [NATO, RUSSIA, NATO, RUSSIA, NATO, RUSSIA]


def test_where_nato_chairs_russia_begins():
    state = position(mover=RUSSIA, chair=NATO)
    movers = []

    while state.round == 4:
        movers.append(state.to_move)
        pass_turn(state)

    assert movers == [RUSSIA, NATO] * 3


def test_a_side_without_a_card_has_no_turn():
    state = position(hands=(("n-vienna",), ("r-openskies", "r-conference", "r-law")))
    movers = []

    while state.round == 4:
        movers.append(state.to_move)
        pass_turn(state)

    assert movers == [NATO, RUSSIA, RUSSIA, RUSSIA]
    assert [event.side for event in happened(state, "TurnSkipped")] == [NATO, NATO]


def test_a_card_played_for_an_operation_is_discarded_face_up():
    state = do(position(), "campaign", ops=2)

    assert state.view(RUSSIA).discards == (("n-ottobrunn",), ())
    assert state.view(NATO).hand == ("n-vienna", "n-speed", "n-speedline")


def test_a_starred_card_played_for_an_operation_stays_in_the_game():
    state = do(position(), "campaign", ops=3)

    assert state.view(NATO).removed == ()
    assert state.view(NATO).discards == (("n-speed",), ())


def test_a_starred_card_leaves_the_game_when_its_event_is_used():
    state = do(position(), "event", card="n-ottobrunn")

    assert state.view(RUSSIA).removed == ("n-ottobrunn",)
    assert state.view(RUSSIA).discards == ((), ())


def test_only_a_card_in_the_own_hand_can_be_played():
    state = position()

    assert refusal(state, "campaign", card="n-senate") == "not-in-hand"
    assert refusal(state, "campaign", card="r-criteria") == "not-in-hand"


def test_the_discard_is_shuffled_when_the_deck_runs_out_face_down_cards_too():
    hands = (("n-vienna", "n-drill", "n-speed", "n-skies"), ("r-letter", "r-law", "r-launch"))
    state = position(hands=hands, decks=((), ("r-host",)))
    do(state, "campaign", ops=2)
    do(state, "campaign", ops=2)

    end_turns(state)

    view = state.view(NATO)
    assert sorted(view.hand) == ["n-drill", "n-skies", "n-speed", "n-vienna"]
    assert view.deck_sizes[NATO] == 0
    assert view.face_down_counts == (0, 0)
    assert view.discards == ((), ())
    # Russia kept nothing, drew its last card and its three discards
    assert len(state.view(RUSSIA).hand) == 4
    assert {event.side for event in happened(state, "DeckShuffled")} == {NATO, RUSSIA}


# ---------------------------------------------------------------------- campaign


@pytest.mark.parametrize(("ops", "gain"), [(2, 1), (3, 1), (4, 2)])
def test_a_campaign_brings_half_the_operations_rounded_down(ops, gain):
    state = do(position(), "campaign", ops=ops)

    assert changed(tracks(position()), tracks(state)) == {"support": (5 + gain, 5)}


def test_a_campaign_takes_2_operations():
    assert refusal(position(), "campaign", ops=1) == "too-few-operations"


# ---------------------------------------------------------------------- cooperate


@pytest.mark.parametrize("step", [1, 2, 3, 4])
@pytest.mark.parametrize("ladder", ["transparency", "exercises", "guarantees"])
def test_to_cooperate_costs_the_number_of_the_step_aimed_at(step, ladder):
    row = tuple(step - 1 if name == ladder else 0 for name in LADDERS)
    state = position(steps=(row, row), assurance=(8, 8), support=(6, 5))

    assert can(state, "cooperate", ops=step, ladder=ladder)
    if step > 1:
        assert refusal(state, "cooperate", ops=step - 1, ladder=ladder) == "too-few-operations"


# ----------------------------------------------------------------------- suspend


def test_to_suspend_costs_2():
    state = position(steps=((1, 0, 0, 0), (1, 0, 0, 0)))

    assert can(state, "suspend", ops=2, ladder="transparency")
    assert refusal(state, "suspend", ops=1, ladder="transparency") == "too-few-operations"


# ---------------------------------------------------------------------- withdraw


def test_to_withdraw_costs_1():
    assert can(position(working=("redzikowo",)), "withdraw", ops=1, site="redzikowo")


# ------------------------------------------------------------------ back channel


@pytest.mark.parametrize(("door", "after"), [("closed", "strained"), ("strained", "open")])
def test_a_back_channel_opens_the_door_a_step(door, after):
    state = do(position(door=door), "back-channel", ops=2, option="door")

    assert changed(tracks(position(door=door)), tracks(state)) == {"door": after}


def test_an_open_door_can_not_be_opened_further():
    assert refusal(position(), "back-channel", ops=2, option="door") == "door-open"


@pytest.mark.parametrize(("tension", "after"), [(5, 4), (6, 5), (7, 5), (8, 6), (9, 7)])
def test_a_back_channel_lowers_tension_by_1_at_5_or_6_and_by_2_from_7(tension, after):
    state = do(position(tension=tension), "back-channel", ops=2, option="tension")

    assert changed(tracks(position(tension=tension)), tracks(state)) == {"tension": after}


def test_at_tension_4_a_back_channel_finds_nothing_to_calm():
    assert refusal(position(tension=4), "back-channel", ops=2, option="tension") == "too-calm"


def test_a_back_channel_takes_2_operations():
    state = position(tension=6, door="strained")

    for option in ("door", "tension"):
        assert refusal(state, "back-channel", ops=1, option=option) == "too-few-operations"


def test_each_side_has_one_back_channel_a_round():
    state = do(position(tension=9), "back-channel", ops=2, option="tension")
    do(state, "back-channel", ops=2, option="tension")

    assert tracks(state)["tension"] == 5
    assert refusal(state, "back-channel", ops=3, option="tension") == "back-channel-used"
    assert refusal(state, "back-channel", ops=3, option="door") == "back-channel-used"


def test_the_back_channel_is_open_again_in_the_next_round():
    state = do(position(tension=9), "back-channel", ops=2, option="tension")
    end_turns(state)
    do(state, "no-proposal")
    if state.to_move == RUSSIA:
        pass_turn(state)

    assert not state.v[f.FLAGS] & (f.BACK_CHANNEL | f.BACK_CHANNEL << 1)
    hand = state.view(NATO).hand
    strong = next(c for c in hand if state.world.ops[state.world.card_id[c]] >= 2)
    assert can(state, "back-channel", card=strong, option="tension")


# --------------------------------------------------------------- technical means


def test_technical_means_show_one_card_of_the_others_hand():
    state = do(position(), "technical-means", ops=1)

    seen = state.view(NATO).known_cards
    assert len(seen) == 1
    assert seen[0] in state.view(RUSSIA).hand
    assert state.view(RUSSIA).known_cards == ()
    assert changed(tracks(position()), tracks(state)) == {}


def test_technical_means_show_a_card_that_was_not_seen_yet():
    hands = (("n-vienna", "n-drill", "n-monterey"), ("r-openskies", "r-law", "r-letter"))
    state = position(hands=hands, turn=0)
    seen = set()
    for _ in range(3):
        state.v[f.MOVER] = NATO
        do(state, "technical-means", ops=1)
        seen = set(state.view(NATO).known_cards)

    assert seen == {"r-openskies", "r-law", "r-letter"}


def test_every_card_of_the_hand_may_be_the_one_that_is_seen():
    seen = set()
    for key in range(60):
        state = position()
        state.v[f.KEY] = key << 48 | key
        seen |= set(do(state, "technical-means", ops=1).view(NATO).known_cards)

    assert len(seen) == 4


def test_the_other_side_learns_that_one_looked_and_not_at_what():
    state = do(position(), "technical-means", ops=1)

    event = happened(state, "CardSeen")[0]
    assert len(event.cards) == 1
    assert event.redacted(RUSSIA).cards == ()


def test_nobody_learns_of_a_look_face_down():
    state = do(position(), "hide-technical-means", ops=1)

    event = happened(state, "CardSeen")[0]
    assert event.redacted(RUSSIA) is None
    assert len(state.view(NATO).known_cards) == 1


def test_a_known_card_that_is_played_is_no_longer_known_in_the_hand():
    state = position(hands=(("n-vienna", "n-drill"), ("r-openskies",)))
    do(state, "technical-means", ops=1)
    assert state.view(NATO).known_cards == ("r-openskies",)

    do(state, "event", card="r-openskies")

    assert state.view(NATO).known_cards == ()


@pytest.mark.parametrize("cause", [0, 1, 2])
@pytest.mark.parametrize("kind", ["technical-means", "hide-technical-means"])
def test_technical_means_show_the_cause_of_a_brewing_incident_to_one_side(kind, cause):
    state = position(crisis="noise", cause=cause)
    assert state.view(NATO).crisis.cause is None

    do(state, kind, ops=1, option="cause")

    assert state.view(NATO).crisis.cause == cause
    assert state.view(RUSSIA).crisis.cause is None
    assert state.view(NATO).known_cards == ()


def test_without_an_incident_there_is_no_cause_to_look_for():
    state = position(crisis="elections")

    assert refusal(state, "technical-means", ops=1, option="cause") == "no-cause"


def test_a_cause_that_is_known_is_not_looked_for_again():
    state = position(crisis="noise", cause=1, cause_known=1 << NATO)

    assert refusal(state, "technical-means", ops=1, option="cause") == "cause-known"


# --------------------------------------------------------------------- face down


def test_to_lay_a_card_face_down_for_nothing_is_to_pass():
    state = do(position(), "hide-nothing", ops=4)

    assert changed(tracks(position()), tracks(state)) == {}
    assert state.to_move == RUSSIA
    assert state.view(RUSSIA).face_down_counts == (1, 0)


def test_cards_that_make_sites_cheaper_do_not_help_face_down():
    state = position(lasting=[("n-phase4", 1)])

    assert can(state, "deploy", ops=1, site="black-sea")
    assert refusal(state, "hide-site", ops=2, site="black-sea") == "too-few-operations"


# ------------------------------------------------------------------------ events


def test_an_event_whose_condition_does_not_hold_can_not_be_chosen():
    state = position(hands=(("n-tehran",), ("r-letter",)), threat=2)
    ready = position(hands=(("n-tehran",), ("r-letter",)), threat=3)

    assert refusal(state, "event", card="n-tehran") == "condition"
    assert can(ready, "event", card="n-tehran")


def test_an_event_whose_first_step_can_not_be_taken_by_both_can_not_be_chosen():
    level = ((0, 1, 0, 0), (0, 1, 0, 0))
    blocked = position(steps=level, assurance=(6, 2))
    ready = position(steps=level, assurance=(6, 3))

    assert refusal(blocked, "event", card="n-ottobrunn") == "first-step"
    assert can(ready, "event", card="n-ottobrunn")


def test_a_card_without_a_choice_has_one_branch():
    assert refusal(position(), "event", card="n-vienna", option=1) == "no-branch"


def test_an_offer_is_answered_by_the_other_side_at_once():
    state = position(hands=(("n-sensors", "n-drill"), ("r-letter",)))

    do(state, "event", card="n-sensors")

    assert (state.decision, state.to_move) == ("offer", RUSSIA)
    assert state.view(RUSSIA).offered_card == "n-sensors"
    assert state.legal_actions() == (a.encode(a.YES), a.encode(a.NO))


def test_an_accepted_offer_takes_its_first_branch_and_the_turn_ends():
    state = position(hands=(("n-sensors", "n-drill"), ("r-letter",)))
    do(state, "event", card="n-sensors")

    do(state, "yes")

    assert changed(tracks(position()), tracks(state)) == {"initiative": 1, "assurance": (7, 7)}
    assert (state.decision, state.to_move) == ("card", RUSSIA)


def test_a_refused_offer_takes_its_second_branch():
    state = position(hands=(("n-sensors", "n-drill"), ("r-letter",)))
    do(state, "event", card="n-sensors")

    do(state, "no")

    assert changed(tracks(position()), tracks(state)) == {"initiative": 1, "support": (6, 5)}
    assert (state.decision, state.to_move) == ("card", RUSSIA)


def test_the_owner_of_a_choice_chooses_when_it_plays():
    hands = (("n-vienna",), ("r-transit",))
    lever = do(position(mover=RUSSIA, hands=hands), "event", card="r-transit", option=0)
    bridge = do(position(mover=RUSSIA, hands=hands), "event", card="r-transit", option=1)

    assert changed(tracks(position()), tracks(lever)) == {
        "support": (4, 5),
        "initiative": -2,
        "assurance": (5, 6),
    }
    assert changed(tracks(position()), tracks(bridge)) == {"support": (6, 6), "tension": 2}


def test_a_posture_card_opens_its_crisis_at_once_and_the_brewing_one_stays():
    state = position(hands=(("n-cruiser", "n-drill"), ("r-letter",)), crisis="elections")

    do(state, "event", card="n-cruiser")

    assert (state.decision, state.to_move, state.phase) == ("crisis", NATO, "actions")
    assert state.view(RUSSIA).answering.slug == "cruiser"
    assert state.view(RUSSIA).crisis.slug == "elections"


def test_a_crisis_opened_by_a_card_is_begun_by_its_owner_and_the_turns_go_on():
    state = position(mover=RUSSIA, hands=(("n-vienna",), ("r-blind", "r-letter")))
    do(state, "event", card="r-blind")
    before = tracks(state)

    # chicken, firm against measured: Tension +2, Initiative 1 to the firmer, Assurance -1 to
    # the other; repeat it: Initiative +1; the firm starter: Initiative -1
    answer(state, "ask-for-the-sums", "repeat-it")

    assert changed(before, tracks(state)) == {
        "tension": 5,
        "initiative": before["initiative"] - 1,
        "assurance": (before["assurance"][0] - 1, 6),
    }
    assert (state.decision, state.to_move, state.v[f.TURN]) == ("card", NATO, 1)


def test_only_one_crisis_a_round_is_opened_by_a_card():
    hands = (("n-cruiser", "n-drill"), ("r-blind", "r-letter"))
    state = position(hands=hands)
    do(state, "event", card="n-cruiser")
    answer(state, "file-the-route", "lodge-a-note")
    before = tracks(state)

    do(state, "event", card="r-blind")

    # the rest of the event holds: Initiative 2, Support 1, NATO's Assurance -1
    assert (state.decision, state.to_move) == ("card", NATO)
    assert tracks(state)["initiative"] == before["initiative"] - 2
    assert tracks(state)["support"] == (before["support"][0], before["support"][1] + 1)
    assert tracks(state)["assurance"] == (before["assurance"][0] - 1, before["assurance"][1])
