"""Incidents: a hidden cause, who learns it, and who pays for it (rulebook 6.6)."""

from dataclasses import dataclass, replace

import pytest

from game.engine import actions as a
from game.engine import fields as f
from tests.engine.cards.stories import (
    AtReckoning,
    Given,
    answer_crisis,
    to_answer,
    to_next_round,
    to_play,
    use_card,
)
from tests.engine.crises.pairs import ACCIDENT, CALM, INCIDENTS

ANSWERS = {
    "false-alarm": ("raise-readiness", "check-twice", "telephone-first"),
    "noise": ("accuse", "ask-through-channels", "swap-recordings"),
    "near-miss": ("release-the-film", "log-it", "joint-inquiry"),
}
"""Firm, measured and open answers; Russia's have the same names and `-russia`."""

EACH = pytest.mark.parametrize("crisis", INCIDENTS)


@dataclass(frozen=True)
class Blame:
    """Both stances (0 firm, 1 measured, 2 open), the cause, who knows, and the price."""

    stances: tuple[int, int]
    cause: int
    known_to: int
    price: int


BLAMES = (
    # nobody was open and nobody knows: nobody pays
    Blame((0, 1), 0, 0, 0),
    Blame((0, 1), 2, 0, 0),
    Blame((1, 0), 1, 0, 0),
    Blame((0, 0), 2, 0, 0),
    # an open answer makes it public: the firm side that caused it pays
    Blame((0, 2), 0, 0, -1),
    Blame((2, 0), 1, 0, 1),
    # ... or that was firm over an accident
    Blame((0, 2), 2, 0, -1),
    Blame((2, 0), 2, 0, 1),
    # ... but not one that answered what the other had done
    Blame((0, 2), 1, 0, 0),
    Blame((2, 0), 0, 0, 0),
    # made public by the centres before: both firm over an accident pay alike
    Blame((0, 0), 2, f.PUBLIC, 0),
    Blame((0, 0), 0, f.PUBLIC, -1),
    Blame((0, 0), 1, f.PUBLIC, 1),
    Blame((0, 1), 2, f.PUBLIC, -1),
    Blame((1, 0), 2, f.PUBLIC, 1),
    # known to one alone it is not public
    Blame((0, 1), 0, 0b01, 0),
    Blame((0, 1), 0, 0b10, 0),
    # only firm answers cost anything
    Blame((1, 2), 0, 0, 0),
    Blame((2, 2), 2, 0, 0),
)


def answered(crisis, stances, given):
    names = ANSWERS[crisis]
    state = to_answer(replace(given, crisis=crisis))
    return state, answer_crisis(state, names[stances[0]], names[stances[1]] + "-russia")


@EACH
@pytest.mark.parametrize(
    "blame", BLAMES, ids=lambda b: f"{b.stances}-by-{b.cause}-known-{b.known_to}"
)
def test_who_caused_it_or_was_firm_over_an_accident_pays_once_it_is_public(crisis, blame):
    given = replace(CALM, cause=blame.cause, known_to=blame.known_to)
    # what the stances bring when nobody is to blame: the cause lies with no firm side
    towards = {"false-alarm": (2, 1), "noise": (2, 1), "near-miss": (1, 0)}[crisis]
    mild = {"false-alarm": 1, "noise": 1, "near-miss": 1}[crisis]
    own = 1 if crisis == "near-miss" else 0
    nato, russia = blame.stances
    base = {
        (0, 0): 0,
        (0, 1): towards[1] + own,
        (1, 0): -towards[1] - own,
        (0, 2): towards[0] + own,
        (2, 0): -towards[0] - own,
        (1, 2): mild,
        (2, 1): -mild,
        (2, 2): 0,
    }[nato, russia]

    _, changes = answered(crisis, blame.stances, given)

    assert changes.initiative == base + blame.price


@EACH
@pytest.mark.parametrize("stances", [(2, 1), (1, 2), (2, 2), (0, 2), (2, 0)])
def test_an_open_answer_by_either_makes_the_cause_public(crisis, stances):
    state = to_answer(replace(CALM, crisis=crisis, cause=1))
    state.log = log = AtReckoning(state)
    names = ANSWERS[crisis]
    for side in (0, 1):
        place = [
            r.slug
            for r in (
                state.world.crises[state.v[f.CRISIS]].russia
                if side
                else state.world.crises[state.v[f.CRISIS]].nato
            )
        ].index(names[stances[side]] + ("-russia" if side else ""))
        state.apply_checked(a.encode(a.RESPOND, 0, place))

    assert "CauseMadePublic" in {type(event).__name__ for event in log}


@EACH
def test_without_an_open_answer_the_cause_stays_hidden(crisis):
    state = to_answer(replace(CALM, crisis=crisis, cause=1))
    state.log = log = AtReckoning(state)
    state.apply_checked(a.encode(a.RESPOND, 0, 1))
    state.apply_checked(a.encode(a.RESPOND, 0, 1))

    assert "CauseMadePublic" not in {type(event).__name__ for event in log}


@EACH
def test_nobody_sees_the_cause_while_it_brews(crisis):
    state = to_play(0, replace(CALM, crisis=crisis, cause=1))

    for side in (0, 1):
        seen = state.view(side).crisis
        assert (seen.incident, seen.cause, seen.starter) == (True, None, None)


@EACH
def test_technical_means_show_the_cause_to_one_side_alone(crisis):
    state = to_play(0, replace(CALM, crisis=crisis, cause=f.NOBODY))

    use_card(state, a.TECHNICAL, a.CAUSE_OPTION, ops=1)

    assert state.view(0).crisis.cause == f.NOBODY
    assert state.view(1).crisis.cause is None


@EACH
def test_joint_centres_of_two_show_the_cause_to_both_when_it_is_turned_up(crisis):
    steps = (2, 0, 2, 0)
    given = Given(nato=steps, russia=steps, deck=(crisis,), crisis="elections")
    state = to_play(0, given)

    to_next_round(state)

    causes = {state.view(side).crisis.cause for side in (0, 1)}
    assert causes <= {0, 1, 2}
    assert len(causes) == 1


@EACH
def test_dormant_centres_show_nothing(crisis):
    given = Given(nato=(1, 0, 2, 0), russia=(1, 0, 2, 0), deck=(crisis,), crisis="elections")
    state = to_play(0, given)

    to_next_round(state)

    assert state.view(0).crisis.cause is None


@EACH
def test_the_cause_is_either_side_or_nobody_each_as_likely(crisis):
    drawn = [0, 0, 0]
    for key in range(300):
        state = to_play(0, Given(crisis="elections", deck=(crisis,), round=4))
        state.v[f.KEY] = key * 0x9E3779B97F4A7C15 & (1 << 64) - 1
        state.v[f.PHASE], state.v[f.TURN] = f.CRISES, 6
        state.v[f.PENDING], state.v[f.MOVER] = f.ANSWER_CRISIS, 0
        state.apply(a.encode(a.RESPOND, 0, 1))
        state.apply(a.encode(a.RESPOND, 0, 1))
        drawn[state.v[f.CAUSE]] += 1

    assert all(70 <= count <= 130 for count in drawn), drawn


@EACH
def test_clear_it_against_a_firm_answer_shows_the_firm_side_up(crisis):
    state = to_answer(replace(ACCIDENT, crisis=crisis, known_to=0b01))

    changes = answer_crisis(state, "clear", ANSWERS[crisis][0] + "-russia")

    # open against firm, Clear it's Tension -2, and Russia's Initiative -1 for the accident
    expected = {
        "false-alarm": (-2, -2 + 1, (-1, 2), (0, 0)),
        "noise": (1 - 2, -2 + 1, (-1, 2), (-1, 0)),
        "near-miss": (-2, -1 - 1 + 1, (-1, 1), (-1, 0)),
    }[crisis]
    assert (
        changes.tension,
        changes.initiative,
        changes.support,
        changes.assurance,
    ) == expected


@EACH
def test_clear_it_is_an_open_answer_beside_a_measured_one(crisis):
    state = to_answer(replace(ACCIDENT, crisis=crisis, known_to=0b10))

    changes = answer_crisis(state, ANSWERS[crisis][1], "clear-russia")

    assert (changes.tension, changes.initiative) == (-2, 1)


@EACH
def test_two_who_know_of_an_accident_may_both_clear_it(crisis):
    state = to_answer(replace(ACCIDENT, crisis=crisis))

    changes = answer_crisis(state, "clear", "clear-russia")

    assert changes.tension == {"false-alarm": -4, "noise": -4, "near-miss": -6}[crisis]
    assert changes.initiative == 0
