"""Pledges and what it costs to break them (rulebook 5.6, 5.7)."""

import pytest

from game.engine import fields as f
from tests.engine.positions import (
    NATO,
    RUSSIA,
    agree,
    can,
    changed,
    do,
    end_turns,
    happened,
    position,
    reckoned,
    site_of,
    term,
    tracks,
)

# half the joint Guarantees rounded up, added to 1, 2 and 1
PRICES = {0: (1, 2, 1), 1: (2, 3, 2), 2: (2, 3, 2), 3: (3, 4, 3), 4: (3, 4, 3)}


def guarantees(level):
    """Return both sides' steps with Guarantees at a level."""
    return ((0, 0, 0, level), (0, 0, 0, level))


def test_a_pledge_runs_in_this_round_and_the_next_two():
    state = position(decision="draft")
    agree(state, term(NATO, "pledge", "rota"), term(RUSSIA, "statement"))
    running = [site_of(state, "rota").pledge]

    for _ in range(3):
        reckoned(state)
        running.append(site_of(state, "rota").pledge)
        do(state, "no-proposal")

    assert running == [3, 2, 1, 0]


def test_a_pledge_over_a_ladder_runs_as_long():
    state = position(decision="draft", steps=((1, 0, 0, 0), (1, 0, 0, 0)))
    agree(state, term(NATO, "pledge", "transparency"), term(RUSSIA, "statement"))
    running = [state.view(RUSSIA).ladder_pledges[NATO][0]]

    for _ in range(3):
        reckoned(state)
        running.append(state.view(RUSSIA).ladder_pledges[NATO][0])
        do(state, "no-proposal")

    assert running == [3, 2, 1, 0]


def test_a_pledge_stops_nobody():
    state = position(site_pledges={"rota": 3}, steps=guarantees(1))
    state.v[f.LADDER_PLEDGES] = 3 << 4 * 3

    assert can(state, "deploy", ops=2, site="rota")
    assert can(state, "suspend", ops=2, ladder="guarantees")


@pytest.mark.parametrize("level", PRICES)
def test_to_deploy_at_a_pledged_site_breaks_the_pledge(level):
    state = position(site_pledges={"ramstein": 1}, steps=guarantees(level))
    tension, assurance, initiative = PRICES[level]

    # a site without concern, so that the pledge alone is paid for
    do(state, "deploy", ops=1, site="ramstein")

    assert changed(tracks(position()), tracks(state)) == {
        "tension": 3 + tension,
        "assurance": (6, 6 - assurance),
        "initiative": -initiative,
    }


def test_russia_pays_as_nato_does():
    state = position(mover=RUSSIA, site_pledges={"armavir": 2})

    do(state, "deploy", ops=2, site="armavir")

    assert changed(tracks(position()), tracks(state)) == {
        "tension": 4,
        "assurance": (4, 6),
        "initiative": 1,
    }


def test_a_broken_pledge_is_over():
    state = position(site_pledges={"ramstein": 3})
    do(state, "deploy", ops=1, site="ramstein")

    assert site_of(state, "ramstein").pledge == 0
    assert happened(state, "PledgeBroken")[0].site == "ramstein"


def test_a_pledge_that_has_run_out_binds_no_longer():
    state = position(mover=RUSSIA, turn=4, site_pledges={"ramstein": 1})
    end_turns(state)
    do(state, "no-proposal")
    before = tracks(state)
    if state.to_move == RUSSIA:
        do(state, "hide-nothing", card=state.view(RUSSIA).hand[0])

    do(state, "deploy", card=state.view(NATO).hand[0], site="ramstein")

    assert changed(before, tracks(state)) == {}


@pytest.mark.parametrize("level", PRICES)
def test_to_suspend_a_pledged_ladder_breaks_the_pledge(level):
    steps = ((1, 0, 0, level), (1, 0, 0, level))
    state = position(steps=steps, ladder_pledges={(NATO, "transparency"): 2}, assurance=(9, 9))
    state.v[f.REACHED] |= 1 << 16
    tension, assurance, initiative = PRICES[level]

    do(state, "suspend", ops=2, ladder="transparency")

    # the suspension itself: Tension +1, Russia's Assurance -1, Initiative +1, Support +1
    assert tracks(state)["tension"] == 3 + 1 + tension
    assert tracks(state)["assurance"] == (9, 9 - 1 - assurance)
    assert tracks(state)["initiative"] == 1 - initiative
    assert state.view(NATO).ladder_pledges[NATO][0] == 0


def test_another_ladder_may_be_suspended_without_breaking_it():
    steps = ((1, 1, 0, 0), (1, 1, 0, 0))
    state = position(steps=steps, ladder_pledges={(NATO, "transparency"): 2})

    do(state, "suspend", ops=2, ladder="exercises")

    assert happened(state, "PledgeBroken") == []


def test_the_others_pledge_does_not_bind_oneself():
    steps = ((1, 0, 0, 0), (1, 0, 0, 0))
    state = position(steps=steps, ladder_pledges={(RUSSIA, "transparency"): 2})

    do(state, "suspend", ops=2, ladder="transparency")

    assert happened(state, "PledgeBroken") == []


def test_a_site_hidden_while_a_pledge_runs_breaks_it_only_when_it_comes_to_light():
    state = position(mover=RUSSIA, site_pledges={"baltiysk": 3})
    before = tracks(state)
    do(state, "hide-site", ops=3, site="baltiysk")
    assert changed(before, tracks(state)) == {}
    assert site_of(state, "baltiysk", NATO).pledge == 3

    do(state, "technical-means", ops=2)
    do(state, "reveal", site="baltiysk")

    # found without Tension: Assurance -2, Support -1, Initiative 1; broken: 1, -2, -1
    assert changed(before, tracks(state)) == {
        "tension": 4,
        "assurance": (2, 6),
        "support": (5, 4),
        "initiative": 2,
    }


def test_a_site_that_came_while_the_pledge_ran_breaks_it_after_it_has_run_out_too():
    state = position(hidden=("baltiysk",), lied=("baltiysk",))

    do(state, "event", card="n-vienna")

    assert happened(state, "PledgeBroken")[0].site == "baltiysk"
    assert tracks(state)["tension"] == 4


def test_the_liars_pledge_looks_like_any_other():
    liar = position(decision="draft", hidden=("kaliningrad",))
    honest = position(decision="draft")

    for state in (liar, honest):
        agree(state, term(RUSSIA, "pledge", "kaliningrad"), term(NATO, "statement"))

    assert site_of(liar, "kaliningrad", NATO) == site_of(honest, "kaliningrad", NATO)
    assert tracks(liar) == tracks(honest)
    assert [e.redacted(NATO) for e in liar.log] == [e.redacted(NATO) for e in honest.log]


def test_the_liars_pledge_is_broken_when_the_site_is_found():
    state = position(decision="draft", hidden=("pen-aids",), chair=RUSSIA, mover=RUSSIA)
    agree(state, term(RUSSIA, "pledge", "pen-aids"), term(NATO, "statement"))
    before = tracks(state)

    do(state, "event", card="n-vienna")

    # found: -2, -1, 1; broken: Tension +1, -2, 1; the event: both Assurances +1, NATO's 1
    assert changed(before, tracks(state)) == {
        "tension": 4,
        "assurance": (3, 7),
        "support": (5, 5),
        "initiative": 3,
    }


def test_an_unveiled_liar_pays_too():
    state = position(hidden=("emed",), lied=("emed",), site_pledges={"emed": 2})

    do(state, "unveil", site="emed")

    # concern 1: Assurance -1; broken: Tension +1, Assurance -2, Initiative -1; unveiled: +1
    assert changed(tracks(position()), tracks(state)) == {"tension": 4, "assurance": (6, 3)}


def test_declared_in_council_a_broken_pledge_costs_initiative_only():
    steps = guarantees(4)
    state = position(
        decision="draft",
        hidden=("emed",),
        lied=("emed",),
        site_pledges={"emed": 2},
        steps=steps,
    )

    agree(state, term(NATO, "declare"), term(RUSSIA, "statement"))

    # concern 1: Assurance -1; Initiative -1 whatever the Guarantees; the statement +1
    assert changed(tracks(position()), tracks(state)) == {
        "assurance": (6, 5),
        "initiative": -1,
        "support": (6, 5),
    }
    assert site_of(state, "emed").pledge == 0


def test_a_site_that_was_hidden_before_no_pledge_ran_costs_no_broken_word():
    state = position(hidden=("emed",))

    do(state, "unveil", site="emed")

    assert happened(state, "PledgeBroken") == []


def test_a_withdrawal_ends_no_pledge_and_breaks_none():
    state = position(working=("rota",), site_pledges={"emed": 2})

    do(state, "withdraw", ops=1, site="rota")

    assert site_of(state, "emed").pledge == 2
    assert happened(state, "PledgeBroken") == []
