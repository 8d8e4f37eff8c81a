"""Pledges at work: how long they run and what breaking one costs (rulebook 5.6, 5.7)."""

from dataclasses import replace

import pytest

from game.engine import actions as a
from game.engine import fields as f
from game.engine.actions import (
    DECLARE_TERM,
    PLEDGE_TERM,
    STATEMENT_TERM,
    term_code,
)
from tests.engine.cards.stories import changes_between, to_next_round, use_card
from tests.engine.terms.packages import CALM, SITES, given_by, ladder_pledge, pair_of, pledge


@pytest.mark.parametrize("giver", [0, 1])
def test_a_pledge_runs_this_round_and_the_next_two(giver):
    site = ("emed", "luga")[giver]
    place = SITES[giver].index(site)
    told = pledge(giver, site)
    _, state = given_by(replace(told, given=CALM), chair=0)

    for left in (3, 2, 1):
        here = next(s for s in state.view(1 - giver).sites if s.slug == site)
        assert here.pledge == left
        state.v[f.FAILED] = 0
        to_next_round(state)
    here = next(s for s in state.view(1 - giver).sites if s.slug == site)
    assert here.pledge == 0
    assert state.view(0).term_reason(term_code(giver, PLEDGE_TERM + place)) is None


@pytest.mark.parametrize(("giver", "site"), [(0, "kurecik"), (1, "pionersky")])
def test_deploying_where_one_pledged_breaks_the_pledge(giver, site):
    _, state = given_by(replace(pledge(giver, site), given=CALM), chair=0)
    state.v[f.PENDING], state.v[f.MOVER] = f.PLAY_CARD, giver
    before = state.v[:]

    use_card(state, a.DEPLOY, state.world.site_id[site])

    # concern 1, then Tension 1, the other's Assurance -2, own Initiative -1
    changes = changes_between(state.world, before, state.v)
    assert changes.tension == 1
    assert changes.assurance == pair_of(giver, 0, -3)
    assert changes.initiative == (1 if giver else -1)
    assert changes.support == (0, 0)
    assert changes.pledged == {site: 0}
    assert not state.v[f.SITE_PLEDGES]


@pytest.mark.parametrize(("joint", "worse"), [(0, 0), (1, 1), (2, 1), (3, 2), (4, 2)])
def test_joint_guarantees_make_a_broken_pledge_dearer(joint, worse):
    steps = (0, 0, 0, joint)
    given = replace(CALM, nato=steps, russia=steps)
    _, state = given_by(replace(pledge(1, "pionersky"), given=given), chair=0)
    state.v[f.PENDING], state.v[f.MOVER] = f.PLAY_CARD, 1
    before = state.v[:]

    use_card(state, a.DEPLOY, state.world.site_id["pionersky"])

    changes = changes_between(state.world, before, state.v)
    assert changes.tension == 1 + worse
    assert changes.assurance == (-1 - 2 - worse, 0)
    assert changes.initiative == 1 + worse


@pytest.mark.parametrize("giver", [0, 1])
@pytest.mark.parametrize("place", range(4))
def test_suspending_where_one_pledged_breaks_the_pledge(giver, place):
    told = ladder_pledge(giver, place)
    steps = tuple(int(i == place) for i in range(4))
    _, state = given_by(replace(told, given=replace(CALM, nato=steps, russia=steps)), chair=0)
    state.v[f.PENDING], state.v[f.MOVER] = f.PLAY_CARD, giver
    before = state.v[:]

    use_card(state, a.SUSPEND, place)

    # the suspension: joint Assurance -1 for both, the other's -1, Initiative 1, Tension 1;
    # the pledge: Tension 1, the other's -2, Initiative -1; worse by 1 where it is of
    # Guarantees no more, for their joint level has just fallen to 0
    changes = changes_between(state.world, before, state.v)
    assert changes.tension == 2
    assert changes.assurance == pair_of(giver, -1, -4)
    assert changes.initiative == 0
    assert changes.support == pair_of(giver, 1, 0)


@pytest.mark.parametrize(("giver", "site"), [(0, "emed"), (1, "baltiysk")])
def test_a_liars_pledge_that_is_declared_in_council_costs_initiative_only(giver, site):
    given = replace(CALM, hidden=(site,))
    _, state = given_by(replace(pledge(giver, site), given=given), chair=0)
    state.v[f.PHASE], state.v[f.PENDING], state.v[f.MOVER] = f.COUNCIL, f.DRAFT_PACKAGE, 0
    before = state.v[:]
    ask = ((0, DECLARE_TERM), (1, STATEMENT_TERM)) if giver == 0 else None
    terms = ask or ((0, STATEMENT_TERM), (1, DECLARE_TERM))
    for side, term in sorted(terms, reverse=True):
        state.apply_checked(a.encode(a.TERM, 0, term_code(side, term)))
    state.apply_checked(a.encode(a.TABLE))
    state.apply_checked(a.encode(a.ACCEPT))

    changes = changes_between(state.world, before, state.v)
    assert changes.initiative == (1 if giver else -1)
    assert changes.tension == 0
    assert changes.assurance == pair_of(giver, 0, -1)
    assert changes.found == {site}


@pytest.mark.parametrize("giver", [0, 1])
def test_nobody_pledges_twice(giver):
    site = ("emed", "luga")[giver]
    told = pledge(giver, site)
    _, state = given_by(replace(told, given=CALM), chair=0)

    assert state.view(0).term_reason(term_code(giver, told.term)).slug == "already-pledged"
