"""Laws of the view: all and only what a side may know (rulebook 10)."""

from dataclasses import replace
from random import Random

import pytest

from game.engine import actions as a
from game.engine import fields as f
from game.engine.events import (
    AnswerSealed,
    CardPlayedFaceDown,
    CardsDrawn,
    CardSeen,
    CauseLearned,
    Event,
    MandateChosen,
    SiteFinished,
    SiteHidden,
    SitesSeen,
)
from tests.engine.invariants import (
    LAWS,
    only_what_is_undeclared_was_seen_or_breaks_a_pledge_unseen,
)
from tests.engine.playthroughs import SCENARIOS, reached, walk
from tests.engine.positions import NATO, RUSSIA, content, do, position
from tests.engine.view_faces import face

SOME = pytest.param(200, id="some")
LOTS = pytest.param(4000, id="lots", marks=pytest.mark.long)
MATCHES = [
    pytest.param(30, id="few-matches"),
    pytest.param(1000, id="many-matches", marks=pytest.mark.long),
]
SAFE = {
    *(a.DEPLOY, a.WITHDRAW, a.COOPERATE, a.SUSPEND, a.CAMPAIGN, a.BACK_CHANNEL),
    *(a.HIDE, a.HIDE_NOTHING, a.TERM, a.TABLE, a.NO_PROPOSAL, a.REJECT, a.COUNTER),
}
"""What a side does without drawing on chance or on what it can't know."""


def twins(count):
    """Yield states, a side, and another state that this side can't tell from the first."""
    luck = Random(count)
    for state in reached(count):
        for side in (0, 1):
            yield state, side, state.view(side).sample(luck)


# ----------------------------------------------------------------------- samples


@pytest.mark.parametrize("count", [SOME, LOTS])
def test_a_sampled_state_agrees_with_the_view_it_was_sampled_from(count):
    for state, side, other in twins(count):
        assert other.view(side) == state.view(side)
        assert face(other.view(side)) == face(state.view(side))


@pytest.mark.parametrize("count", [SOME, LOTS])
def test_a_sampled_state_is_whole_and_plays_on_to_the_end(count):
    luck = Random(count)
    for _, _, other in twins(count):
        for law in LAWS:
            law(other)
        while other.outcome is None:
            action = luck.choice(other.legal_actions())
            assert other.why_not(action) is None
            other.apply(action)


def test_what_a_view_dealt_before_changes_nothing_of_what_it_deals():
    for state in reached(60):
        for side in (0, 1):
            often, luck = state.view(side), Random(3)
            dealt = [often.sample(luck).v for _ in range(3)]

            luck = Random(3)
            assert [state.view(side).sample(luck).v for _ in range(3)] == dealt


def test_a_site_that_was_seen_under_a_running_pledge_breaks_it_in_every_sample():
    state = position(
        hidden=("kaliningrad",),
        seen=("kaliningrad",),
        lied=("kaliningrad",),
        site_pledges={"kaliningrad": 2},
    )

    only_what_is_undeclared_was_seen_or_breaks_a_pledge_unseen(
        state.view(NATO).sample(Random(1))
    )


def test_samples_of_one_view_differ_in_what_the_side_does_not_know():
    state = reached(40)[7]
    luck = Random(1)
    samples = [state.view(0).sample(luck) for _ in range(30)]

    assert len({sample.v[f.HAND + 1] for sample in samples}) > 10
    assert len({sample.v[f.DECK] for sample in samples}) > 10
    assert len({sample.v[f.KEY] for sample in samples}) == 30


def test_a_face_down_card_is_taken_for_an_undeclared_site_about_one_time_in_three():
    state = position(mover=RUSSIA)
    do(state, "hide-nothing", ops=3)
    luck = Random(4)

    samples = [state.view(NATO).sample(luck) for _ in range(600)]

    # 200 expected, 11.5 the standard error
    assert 165 <= sum(bool(sample.v[f.HIDDEN]) for sample in samples) <= 235
    places = {sample.v[f.HIDDEN].bit_length() - 1 for sample in samples if sample.v[f.HIDDEN]}
    assert places == {state.world.site_id[s] for s in ("kaliningrad", "baltiysk", "pen-aids")}


def test_where_nothing_lies_face_down_nothing_is_taken_to_be_hidden():
    state = position()
    luck = Random(4)

    assert not any(state.view(NATO).sample(luck).v[f.HIDDEN] for _ in range(50))


def test_a_card_that_was_seen_is_in_every_sampled_hand():
    state = do(position(), "technical-means", ops=1)
    (seen,) = state.view(NATO).known_cards
    luck = Random(4)

    for _ in range(50):
        assert seen in state.view(NATO).sample(luck).view(RUSSIA).hand


def test_the_same_luck_gives_the_same_sample():
    for state in reached(60):
        one, other = (state.view(1).sample(Random(5)) for _ in range(2))

        assert one.v == other.v


# -------------------------------------------------------------- non-interference


@pytest.mark.parametrize("count", [SOME, LOTS])
def test_what_a_side_can_not_know_changes_nothing_that_it_may_do_or_is_told(count):
    for state, side, other in twins(count):
        if state.to_move != side:
            continue
        legal = list(state.legal_actions())
        view, twin = state.view(side), other.view(side)

        assert list(other.legal_actions()) == legal
        for action in legal:
            assert other.why_not(action) is None
            assert view.facts(action) == twin.facts(action)
            if action >> 16 >= a.EVENT or action >> 16 in (a.YES, a.NO, a.REVEAL):
                for accepted in (True, False):
                    assert view.preview(action, accepted) == twin.preview(action, accepted)


@pytest.mark.parametrize("count", [SOME, LOTS])
def test_what_a_side_can_not_know_changes_nothing_that_it_then_sees_and_reads(count):
    compared = 0
    for state, side, other in twins(count):
        if state.to_move != side or state.v[f.TURN] == 5:
            continue
        for action in state.legal_actions():
            if action >> 16 not in SAFE:
                continue
            ends = []
            for start in (state, other):
                then = start.clone()
                then.log = []
                then.apply(action)
                read = [event.redacted(side) for event in then.log]
                ends.append((face(then.view(side)), [event for event in read if event]))
            assert ends[0] == ends[1], state.describe(action)
            compared += 1

    assert compared > count


@pytest.mark.parametrize("count", [SOME, LOTS])
def test_whatever_is_laid_face_down_looks_the_same_from_the_other_side(count):
    compared = 0
    for state in reached(count):
        mover = state.to_move
        if state.decision != "card" or state.v[f.TURN] == 5:
            continue
        seen = []
        for action in state.legal_actions():
            if action >> 16 not in (a.HIDE, a.HIDE_TECHNICAL, a.HIDE_NOTHING):
                continue
            then = state.clone()
            then.log = []
            then.apply(action)
            read = [event.redacted(1 - mover) for event in then.log]
            seen.append((face(then.view(1 - mover)), [event for event in read if event]))
        assert all(each == seen[0] for each in seen)
        compared += len(seen)

    assert compared > count


@pytest.mark.parametrize("count", [SOME, LOTS])
def test_a_sealed_answer_and_a_chosen_mandate_look_like_any_other(count):
    compared = 0
    for state in reached(count):
        mover = state.to_move
        if mover or state.decision not in ("crisis", "mandate"):
            continue
        seen = []
        for action in state.legal_actions():
            then = state.clone()
            then.log = []
            then.apply(action)
            read = [event.redacted(1) for event in then.log]
            seen.append((face(then.view(1)), read))
        assert all(each == seen[0] for each in seen)
        compared += len(seen)

    assert compared


@pytest.mark.parametrize("count", [SOME, LOTS])
def test_a_half_built_draft_is_seen_by_its_drafter_alone(count):
    for state in reached(count):
        if state.decision in ("draft", "counter-draft") and state.v[f.DRAFT]:
            assert state.view(state.to_move).draft == state.v[f.DRAFT]
            assert state.view(1 - state.to_move).draft == ()


# ------------------------------------------------------------------ nothing secret


@pytest.mark.parametrize("count", MATCHES)
def test_a_view_holds_nothing_that_is_secret(count):
    for number in range(count):
        for state, _ in walk(SCENARIOS[number % len(SCENARIOS)], number):
            for side in (0, 1):
                _holds_nothing_secret(state, side)


def _holds_nothing_secret(state, side):
    rival = 1 - side
    v, mask = state.v, state.view(side).v
    assert mask[f.KEY] == mask[f.COUNTER] == 0
    assert set(mask[f.DECK]) | set(mask[f.DECK + 1]) <= {f.UNKNOWN_CARD}
    assert list(mask[f.CRISIS_DECK]) == sorted(v[f.CRISIS_DECK])
    assert set(mask[f.DOWN + rival]) <= {f.UNKNOWN_CARD}
    assert mask[f.KNOWN + rival] == mask[f.MAYBE + rival] == 0
    options = state.world.scenario.options
    if not options.open_hands:
        assert set(mask[f.HAND + rival]) <= {f.UNKNOWN_CARD}
    if not options.mandates:
        assert mask[f.MANDATE + rival] == -1
        assert mask[f.DEALT + rival] == ()
    rivals_own = 0x3FF << 10 * rival
    unseen = v[f.HIDDEN] & rivals_own & ~v[f.SEEN]
    for field in (f.HIDDEN, f.WORKING):
        assert not mask[field] & unseen
    for site in range(20):
        if unseen >> site & 1:
            assert not mask[f.BUILD] >> 4 * site & 15
    assert not mask[f.LIED] & rivals_own
    assert not mask[f.SEEN] & ~rivals_own
    if v[f.CAUSE] >= 0 and not v[f.CAUSE_KNOWN] & (f.PUBLIC | 1 << side):
        assert mask[f.CAUSE] == f.UNKNOWN
    if side:
        assert mask[f.ANSWER] == -1


@pytest.mark.parametrize("count", MATCHES)
def test_a_view_keeps_all_that_is_public(count):
    public = [
        *(f.ROUND, f.PHASE, f.PENDING, f.MOVER, f.CHAIR, f.TURN, f.TENSION, f.THREAT, f.DOOR),
        *(f.INITIATIVE, f.STEPS, f.JOINT_SUM, f.DECLARED, f.SITE_PLEDGES, f.LADDER_PLEDGES),
        *(f.LASTING, f.FLAGS, f.FAILED, f.TABLED, f.CRISIS, f.CRISIS_SITE, f.STARTER),
        *(f.OPENED, f.OPENED_STARTER, f.REMOVED),
        *range(f.ASSURANCE, f.STEPS),
        *range(f.DISCARD, f.DISCARD + 2),
    ]
    for number in range(count):
        for state, _ in walk(SCENARIOS[number % len(SCENARIOS)], number):
            for side in (0, 1):
                mask = state.view(side).v
                assert all(mask[field] == state.v[field] for field in public)
                for field in (f.HAND + side, f.DOWN + side, f.MANDATE + side, f.DEALT + side):
                    assert mask[field] == state.v[field]
                assert [len(mask[f.HAND + s]) for s in (0, 1)] == [
                    len(state.v[f.HAND + s]) for s in (0, 1)
                ]


def as_read_by_the_other(event):
    """Return what the side that did not act may read of an event."""
    match event:
        case SiteHidden() | SitesSeen() | CauseLearned():
            return None
        case SiteFinished():
            return None if event.undeclared else event
        case CardSeen() if event.cause.kind == "face-down":
            return None
        case CardSeen() | CardsDrawn():
            return replace(event, cards=())
        case CardPlayedFaceDown():
            return replace(event, card=None, use=None, site=None)
        case MandateChosen():
            return replace(event, mandate=None)
        case AnswerSealed():
            return replace(event, response=None)
        case _:
            return event


@pytest.mark.parametrize("count", MATCHES)
def test_a_log_as_the_other_may_read_it_tells_no_secret(count):
    told = set()
    for number in range(count):
        log: list[Event] = []
        for _ in walk(SCENARIOS[number % len(SCENARIOS)], number, log):
            pass
        for event in log:
            for side in (0, 1):
                told.add(type(event))
                own = getattr(event, "side", side) == side
                assert event.redacted(side) == (event if own else as_read_by_the_other(event))

    assert {SiteHidden, SitesSeen, CardSeen, CardPlayedFaceDown, AnswerSealed} <= told


def test_open_hands_are_seen_by_both_and_fixed_mandates_too():
    scenario = content().scenarios["first-council"]
    assert scenario.options.open_hands

    for state, _ in walk("first-council", 3):
        for side in (0, 1):
            view = state.view(side)
            hand = tuple(state.world.cards[card].slug for card in state.v[f.HAND + 1 - side])
            assert view.rival_hand == hand
            assert view.rival_mandate == ("equal-partner", "lisbon-spirit")[side]


def test_a_view_does_not_change_with_the_state_it_was_taken_from():
    for state in reached(60):
        view = state.view(0)
        before = face(view)
        then = state.clone()
        taken = then.view(0)
        then.apply(then.legal_actions()[0])

        assert face(view) == face(taken) == before


def test_views_of_both_sides_are_never_taken_for_each_other():
    for state in reached(20):
        assert state.view(0) != state.view(1)
        assert state.view(0) != "a view"
