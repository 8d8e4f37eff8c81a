"""Random games over all scenarios keep every law, and every law can be broken."""

import pytest

from game.engine import fields as f
from tests.engine.invariants import LAWS, check
from tests.engine.passages import PASSAGES, check_passage
from tests.engine.playthroughs import SCENARIOS
from tests.engine.positions import do, position
from tests.engine.random_games import Tally, play, play_all

GAMES = [
    pytest.param(700, id="some-games"),
    pytest.param(100_000, id="very-many-games", marks=pytest.mark.long),
]
VERDICTS = {
    *("confrontation", "government-falls", "joint-architecture", "partnership"),
    *("natos-terms", "russias-terms", "cold-peace"),
}


@pytest.mark.parametrize("games", GAMES)
def test_random_games_break_no_law_and_end_in_every_way(games):
    tally = play_all(games)

    assert tally.verdicts.total() == games
    assert {scenario for scenario, _ in tally.verdicts} == set(SCENARIOS)
    assert {verdict for _, verdict in tally.verdicts} == VERDICTS
    assert {*tally.decisions} >= {*f.DECISIONS[1:]}


def test_a_numbered_game_is_the_same_each_time():
    one, other = Tally(), Tally()
    play(17, one)
    play(17, other)

    assert (one.decisions, one.verdicts) == (other.decisions, other.verdicts)


# ------------------------------------------------------- a law that can't be broken is none


def rich():
    """Return a position where there is something of everything."""
    return position(
        steps=((2, 1, 0, 1), (1, 1, 0, 0)),
        leads=[(0, "transparency", 2, True)],
        working=("rota", "gabala"),
        building={"deveselu": 1},
        hidden=("emed",),
        hidden_building={"kaliningrad": 2},
        seen=("kaliningrad",),
        lied=("kaliningrad",),
        site_pledges={"kaliningrad": 2, "redzikowo": 3},
        ladder_pledges={(1, "exercises"): 1},
        crisis="tehran",
        crisis_deck=("launches",),
    )


def finished():
    """Return a match that ended with the fall of Russia's government."""
    state = position(support=(5, 1), mover=1)
    do(state, "cooperate", ops=1, ladder="transparency")
    assert state.outcome.verdict == "government-falls"
    return state


SPOILT: dict[str, dict[int, object]] = {
    "a_state_holds_ints_and_tuples_of_ints_alone": {f.TENSION: 3.0},
    "tracks_stay_between_their_ends": {f.INITIATIVE: 9},
    "assurance_is_never_above_its_ceiling": {f.CEILING + 1: 5},
    "tension_is_at_its_end_only_in_confrontation": {f.TENSION: 10},
    "a_government_without_support_has_fallen": {f.SUPPORT: 0},
    "what_is_kept_twice_about_steps_agrees": {f.JOINT_SUM: 3},
    "a_joint_level_that_stands_was_reached": {f.REACHED: 1},
    "a_lead_that_was_paid_for_is_a_step_ahead_of_the_other": {f.LEADS: 1},
    "a_suspended_step_stays_suspended_this_round_and_the_next": {f.LOCKS + 1: 1},
    "a_site_is_empty_or_declared_or_undeclared": {f.HALTED: 1},
    "what_stands_works_or_is_being_built": {f.BUILD: 0},
    "a_declared_site_has_what_it_needs": {f.DECLARED: 1 << 9},
    "only_what_is_undeclared_was_seen_or_breaks_a_pledge_unseen": {f.LIED: 0},
    "a_pledge_runs_only_where_it_could_be_broken": {f.SITE_PLEDGES: 1},
    "there_are_no_more_undeclared_sites_than_cards_that_may_hide_one": {f.DOWN_PLAYED: 0},
    "a_side_plays_with_a_deck_of_its_own_cards": {f.DOWN: (0,)},
    "starred_cards_alone_leave_the_game": {f.REMOVED: 1},
    "a_card_that_was_seen_is_where_its_seer_thinks": {f.KNOWN: 1 << 63},
    "lasting_effects_are_those_of_the_world": {f.FRESH: 1},
    "a_crisis_comes_once": {f.CRISIS_DECK: (3, 3)},
    "a_crisis_has_what_its_kind_has": {f.CRISIS_SITE: 3},
    "one_side_is_asked_one_thing_until_the_end": {f.PENDING: f.NOTHING},
    "a_match_is_never_longer_than_its_scenario": {f.ROUND: 10},
    "the_decision_belongs_to_its_phase_and_its_side": {f.MOVER: 1},
    "what_is_asked_lies_on_the_table": {f.HAND: ()},
    "the_council_meets_behind_an_open_door": {f.TABLED: (1, 33)},
    "each_side_has_one_of_the_mandates_it_was_dealt": {f.MANDATE: -1},
    "the_verdict_is_that_of_how_the_match_stands": {
        f.VERDICT: f.JOINT_ARCHITECTURE,
        f.PENDING: f.NOTHING,
    },
}


def test_the_rich_position_keeps_every_law():
    check(rich())
    check(finished())


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_a_law_refuses_a_state_that_breaks_it(law):
    state = rich()
    for field, value in SPOILT[law.__name__].items():
        state.v[field] = value

    with pytest.raises(AssertionError):
        law(state)


PASSED_WRONGLY: dict[str, dict[int, object]] = {
    "time_goes_forward": {f.ROUND: 3},
    "the_chair_passes_with_the_round": {f.CHAIR: 0},
    "what_is_gone_or_was_reached_stays_so": {f.REACHED: 0},
    "a_decision_changes_the_state": {},
}


def test_a_decision_of_the_rich_position_passes_as_it_should():
    before = rich()
    after = do(before.clone(), "hide-nothing", ops=1)

    check_passage(before, after)


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.__name__)
def test_a_law_of_passages_refuses_one_that_breaks_it(passage):
    before = rich()
    after = before.clone()
    for field, value in PASSED_WRONGLY[passage.__name__].items():
        after.v[field] = value

    with pytest.raises(AssertionError):
        passage(before, after)
