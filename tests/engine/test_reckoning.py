"""The round and its reckoning, step by step (rulebook 7)."""

import pytest

from game.engine import fields as f
from tests.engine.positions import (
    NATO,
    RUSSIA,
    agree,
    answer,
    do,
    end_turns,
    happened,
    position,
    reckoned,
    site_of,
    term,
    tracks,
)


def last_turn(**given):
    """Pass the last turn of a round without a crisis; return the state at the next one."""
    return do(position(turn=5, **given), "hide-nothing", ops=1)


def moves(state, slug):
    """Return what a rule moved, as (track, side, before, after)."""
    return [
        (event.track, event.side, event.before, event.after)
        for event in happened(state, "TrackMoved")
        if event.cause.slug == slug
    ]


def joint(total):
    """Return level steps whose joint levels add up to `total`, as even as can be."""
    row = tuple(total // 4 + (place < total % 4) for place in range(4))
    return row, row


# ------------------------------------------------------------------------- order


def test_the_reckoning_goes_in_its_order():
    state = position(
        turn=5,
        building={"deveselu": 1},
        hidden=("pen-aids",),
        steps=((2, 0, 0, 0), (0, 0, 0, 0)),
        support=(8, 8),
        initiative=2,
    )
    logs = []
    for key in range(60):
        then = state.clone()
        then.v[f.KEY] = key
        then.log = []
        logs.append(do(then, "hide-nothing", ops=1).log)

    found = next(log for log in logs if any(type(e).__name__ == "SiteFound" for e in log))
    told = [
        event.cause.slug if type(event).__name__ == "TrackMoved" else type(event).__name__
        for event in found
    ]
    order = ["SiteFinished", "SiteFound", "verification", "drift", "distrust", "exposure"]
    order += ["routine", "RoundBegan"]
    places = [told.index(name) for name in order]
    assert places == sorted(places)


def test_after_the_reckoning_the_next_round_begins_with_its_briefing():
    state = last_turn()

    assert (state.round, state.decision, state.phase) == (5, "draft", "council")


# ------------------------------------------------------------------- construction


def test_what_is_to_be_ready_by_the_end_of_this_round_works():
    state = last_turn(building={"deveselu": 1, "rota": 2})

    assert site_of(state, "deveselu").state == "working"
    assert (site_of(state, "rota").state, site_of(state, "rota").rounds) == ("building", 1)


def test_what_is_not_ready_before_the_end_never_works():
    state = last_turn(building={"redzikowo": f.FOREVER})

    assert site_of(state, "redzikowo").rounds == 15


# ------------------------------------------------------------------------- drift


def test_tension_drifts_up_by_1():
    assert tracks(last_turn())["tension"] == 4


@pytest.mark.parametrize(("total", "after"), [(9, 4), (10, 3), (12, 3)])
def test_tension_does_not_drift_where_the_joint_levels_add_up_to_10(total, after):
    # four ladders at 3 would be the Joint Architecture
    ladders = ((4, 4, 4, 0), (4, 4, 4, 0)) if total == 12 else joint(total)

    assert tracks(last_turn(steps=ladders))["tension"] == after


# ---------------------------------------------------------------------- distrust


@pytest.mark.parametrize(
    ("sites", "total", "assurance"),
    [
        (("deveselu",), 2, (6, 6)),
        (("deveselu",), 1, (6, 5)),
        (("deveselu", "redzikowo"), 4, (6, 5)),
        (("deveselu", "redzikowo"), 5, (6, 6)),
        (("luga",), 1, (5, 6)),
        (("luga",), 2, (6, 6)),
        (("luga", "deveselu"), 1, (5, 5)),
        (("ramstein", "armavir", "gabala"), 0, (6, 6)),
    ],
)
def test_a_side_distrusts_sites_of_more_concern_than_is_joint(sites, total, assurance):
    state = last_turn(working=sites, steps=joint(total))

    assert tracks(state)["assurance"] == assurance


def test_what_is_under_construction_is_distrusted_too():
    assert tracks(last_turn(building={"deveselu": 2}))["assurance"] == (6, 5)


def test_what_is_undeclared_is_not_distrusted():
    state = position(turn=5, hidden=("black-sea",))
    for key in range(50):
        then = state.clone()
        then.v[f.KEY] = key
        do(then, "hide-nothing", ops=1)
        if then.v[f.HIDDEN]:
            assert tracks(then)["assurance"] == (6, 6)


# ---------------------------------------------------------------------- exposure


@pytest.mark.parametrize(
    ("own", "other", "support"),
    [
        ((1, 0, 0, 0), (0, 0, 0, 0), (5, 5)),
        ((2, 0, 0, 0), (0, 0, 0, 0), (4, 5)),
        ((4, 0, 0, 0), (0, 0, 0, 0), (4, 5)),
        ((2, 2, 0, 0), (0, 0, 0, 0), (3, 5)),
        ((0, 0, 0, 0), (2, 2, 2, 2), (5, 1)),
        ((2, 0, 0, 0), (0, 3, 0, 1), (4, 4)),
    ],
)
def test_a_lead_of_2_or_more_on_a_ladder_costs_1_support(own, other, support):
    assert tracks(last_turn(steps=(own, other)))["support"] == support


def test_exposure_may_bring_a_government_down():
    state = last_turn(steps=((2, 0, 0, 0), (0, 0, 0, 0)), support=(1, 5))

    assert state.outcome.fallen == (NATO,)
    assert state.round == 4


# ----------------------------------------------------------------------- routine


@pytest.mark.parametrize(("before", "after"), [((5, 6), (5, 5)), ((10, 7), (9, 6))])
def test_support_above_5_falls_by_1(before, after):
    assert tracks(last_turn(support=before))["support"] == after


@pytest.mark.parametrize(("before", "after"), [(3, 2), (-8, -7), (0, 0), (1, 0)])
def test_initiative_moves_1_towards_the_middle(before, after):
    assert tracks(last_turn(initiative=before))["initiative"] == after


# ---------------------------------------------------------------------- the door


@pytest.mark.parametrize(("tension", "door"), [(8, "closed"), (9, "closed"), (7, "open")])
def test_the_door_closes_at_tension_9(tension, door):
    # drift adds 1 first
    assert tracks(last_turn(tension=tension))["door"] == door


@pytest.mark.parametrize(
    ("tension", "door"), [(4, "open"), (5, "strained"), (3, "open"), (7, "strained")]
)
def test_the_door_opens_a_step_at_tension_5_or_less_if_this_rounds_council_agreed(
    tension, door
):
    state = position(decision="draft", door="strained", tension=tension)
    # two hollow parts: Tension stays, and then drifts up by 1
    agree(state, term(NATO, "statement"), term(RUSSIA, "pledge", "belarus"))

    reckoned(state)

    assert tracks(state)["door"] == door


def test_the_door_stays_where_it_is_without_an_agreement():
    state = position(decision="draft", door="strained", tension=2)
    do(state, "no-proposal")

    reckoned(state)

    assert tracks(state)["door"] == "strained"


def test_an_agreement_of_the_round_before_opens_no_door():
    state = position(decision="draft", tension=7)
    agree(state, term(NATO, "statement"), term(RUSSIA, "pledge", "belarus"))
    reckoned(state)
    state.v[f.TENSION], state.v[f.DOOR] = 2, 1
    do(state, "no-proposal")

    reckoned(state)

    assert tracks(state)["door"] == "strained"


# ------------------------------------------------------------------------ briefing


def test_each_side_draws_up_to_5_cards():
    state = last_turn(hands=(("n-vienna", "n-drill"), ("r-letter",)))

    assert state.view(NATO).hand_sizes == (5, 5)
    assert {(e.side, e.count) for e in happened(state, "CardsDrawn")} == {
        (NATO, 4),
        (RUSSIA, 4),
    }


def test_who_kept_cards_draws_fewer():
    hands = (("n-vienna", "n-drill", "n-speed", "n-hold"), ("r-letter",))
    state = last_turn(hands=hands)

    assert state.view(NATO).hand[:3] == ("n-drill", "n-speed", "n-hold")
    assert state.view(NATO).hand_sizes == (5, 5)


@pytest.mark.parametrize(
    ("played", "threat"),
    [(1, 3), (2, 3), (3, 3), (4, 2), (5, 3), (6, 3)],
)
def test_the_outside_threat_moves_by_the_schedule(played, threat):
    # 0 1 1 1 0 1 1 1 0
    state = last_turn(round=played)

    assert state.round == played + 1
    assert tracks(state)["threat"] == threat


def test_the_rounds_crisis_is_turned_up_first_of_the_deck():
    state = last_turn(crisis_deck=("elections", "strings"))

    assert state.view(NATO).crisis.slug == "elections"
    assert len(state.v[f.CRISIS_DECK]) == 1


# --------------------------------------------------------------------------- falls


def test_confrontation_comes_before_a_fall():
    state = position(decision="crisis", crisis="war-games", tension=9, support=(1, 5))
    # prisoner's dilemma, firm against open: Support -1 for NATO; both firm reach 10
    answer(state, "full-scenario", "snap-readiness")

    assert state.outcome.verdict == "confrontation"
    assert state.outcome.fallen == ()


def test_a_fall_in_a_crisis_ends_the_match_before_the_reckoning():
    state = position(decision="crisis", crisis="war-games", support=(1, 5))

    answer(state, "invite-observers", "snap-readiness")

    assert state.outcome.verdict == "government-falls"
    assert state.outcome.fallen == (NATO,)
    assert tracks(state)["tension"] == 3 + 1


def test_both_governments_may_fall_at_once():
    state = last_turn(steps=((2, 0, 0, 0), (0, 2, 0, 0)), support=(1, 1))

    assert state.outcome.fallen == (NATO, RUSSIA)
    assert state.outcome.verdict == "government-falls"


def test_a_shared_need_at_the_briefing_may_bring_both_down():
    state = last_turn(round=3, threat=5, support=(1, 1))

    assert state.round == 4
    assert state.outcome.fallen == (NATO, RUSSIA)


def test_a_fall_comes_before_the_joint_architecture():
    steps = ((3, 3, 3, 3), (3, 3, 3, 3))
    standing = last_turn(steps=steps, support=(1, 1))
    # another step ahead at the last turn takes the last point of Support
    falling = position(turn=5, steps=steps, support=(1, 1), assurance=(8, 8))

    do(falling, "cooperate", ops=4, ladder="exercises")

    assert standing.outcome.verdict == "joint-architecture"
    assert falling.outcome.verdict == "government-falls"


def test_a_fall_is_looked_at_after_every_action():
    state = position(support=(5, 1), hands=(("n-vienna",), ("r-s300", "r-law")), mover=RUSSIA)

    do(state, "event", card="r-s300")

    assert state.outcome.fallen == (RUSSIA,)
    assert state.legal_actions() == ()
    assert state.to_move is None


# ----------------------------------------------------------------- end of a match


@pytest.mark.parametrize(
    ("levels", "ends"),
    [((3, 3, 3, 3), True), ((4, 4, 3, 4), True), ((3, 3, 3, 2), False), ((4, 4, 4, 2), False)],
)
def test_the_match_ends_where_every_ladder_stands_at_joint_3(levels, ends):
    state = last_turn(steps=(levels, (4, 4, 4, 4)), support=(9, 9))

    assert (state.outcome is not None) is ends
    if ends:
        assert state.outcome.verdict == "joint-architecture"


def test_the_joint_architecture_waits_for_the_end_of_the_round():
    state = position(steps=((3, 3, 3, 3), (3, 3, 3, 3)))

    do(state, "campaign", ops=2)

    assert state.outcome is None


def test_the_long_negotiation_ends_after_round_7_8_or_9_each_equally_likely():
    ends = []
    for number in range(300):
        state = position(round=7, turn=5)
        state.v[f.KEY] = number * 0x9E3779B97F4A7C15 & (1 << 64) - 1
        do(state, "hide-nothing", ops=1)
        while state.outcome is None:
            do(state, "no-proposal")
            end_turns(state)
        ends.append(state.round)

    # 300 matches: 100 expected each, 8.2 the standard error
    assert set(ends) == {7, 8, 9}
    assert all(70 <= ends.count(last) <= 130 for last in (7, 8, 9))


def test_before_round_7_no_die_is_rolled_for_the_end():
    assert happened(last_turn(round=6), "EndRolled") == []


def test_after_round_9_the_match_is_over_without_a_die():
    state = last_turn(round=9)

    assert state.outcome.verdict in (
        "cold-peace",
        "partnership",
        "natos-terms",
        "russias-terms",
    )
    assert happened(state, "EndRolled") == []


@pytest.mark.parametrize(
    ("scenario", "last"),
    [
        ("first-council", 2),
        ("lisbon-to-chicago", 4),
        ("november-statement", 5),
        ("sectoral-defence", 6),
    ],
)
def test_other_scenarios_end_after_a_fixed_round(scenario, last):
    going = position(scenario, round=last - 1, turn=5)
    over = position(scenario, round=last, turn=5)
    for state in (going, over):
        do(state, "campaign", ops=2)

    assert going.outcome is None
    assert over.outcome is not None
    assert happened(over, "EndRolled") == []
