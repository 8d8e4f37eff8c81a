"""Every term of a package, given by either side, asked for or offered (rulebook 5.4, 5.5)."""

from dataclasses import dataclass, replace

import pytest

from game.engine import actions as a
from game.engine import fields as f
from game.engine.actions import (
    DECLARE_TERM,
    LADDER_PLEDGE_TERM,
    PLEDGE_TERM,
    RAISE_TERM,
    STATEMENT_TERM,
    TERMS,
    WITHDRAW_TERM,
    term_code,
)
from tests.engine.cards.stories import (
    Changes,
    Given,
    changes_between,
    to_draft,
    use_card,
)
from tests.engine.terms.packages import (
    CALM,
    SITES,
    Term,
    agree,
    given_by,
    ladder_pledge,
    pair_of,
    pledge,
    raised,
    withdrawal,
)

WITHDRAWALS = (
    withdrawal("rota", 1, 0, 0),
    withdrawal("emed", 1, 0, 0),
    withdrawal("kurecik", 1, 0, 0),
    withdrawal("ramstein", 0, 0, 0),
    withdrawal("deveselu", 1, -1, -1),
    withdrawal("redzikowo", 2, -1, -1),
    withdrawal("morag", 1, -2, 0),
    withdrawal("black-sea", 1, -1, -1),
    withdrawal("north-seas", 1, -1, -1),
    withdrawal("iib", 2, -1, -1),
    # missiles of concern 2: their own, and capitals in reach
    withdrawal("kaliningrad", 1, -1, -1),
    withdrawal("luga", 1, -1, -1),
    withdrawal("belarus", 1, -1, -1),
    # no capital in reach of Krasnodar
    withdrawal("krasnodar", 1, 0, 0),
    withdrawal("pionersky", 1, 0, 0),
    withdrawal("armavir", 0, 0, 0),
    withdrawal("gabala", 0, 0, 0),
    withdrawal("baltiysk", 1, 0, 0),
    withdrawal("pen-aids", 1, 0, 0),
    withdrawal("northern-fleet", 1, -1, -1),
)
DECLARATIONS = (
    Term(0, DECLARE_TERM, Changes(support=(1, 0)), CALM, "-nothing"),
    Term(1, DECLARE_TERM, Changes(support=(0, 1)), CALM, "-nothing"),
    Term(
        0,
        DECLARE_TERM,
        Changes(support=(1, 0), assurance=(0, -2), found={"emed", "black-sea"}),
        replace(CALM, hidden=("emed", "black-sea")),
        "-two",
    ),
    # a forward missile declared in council calls no crisis
    Term(
        1,
        DECLARE_TERM,
        Changes(support=(0, 1), assurance=(-1, 0), found={"kaliningrad"}),
        replace(CALM, hidden=("kaliningrad",)),
        "-missile",
    ),
)
TERMS_TOLD = (
    *DECLARATIONS,
    *WITHDRAWALS,
    *(pledge(giver, site) for giver in (0, 1) for site in SITES[giver]),
    *(ladder_pledge(giver, place) for giver in (0, 1) for place in range(4)),
    *(raised(giver, place) for giver in (0, 1) for place in range(4)),
)


@pytest.mark.parametrize("told", TERMS_TOLD, ids=lambda told: told.name)
@pytest.mark.parametrize("chair", [0, 1])
def test_a_term_does_the_same_asked_or_offered(told, chair):
    changes, state = given_by(told, chair)

    assert changes == told.changes
    assert state.decision == "card"


@pytest.mark.parametrize("giver", [0, 1])
@pytest.mark.parametrize("chair", [0, 1])
def test_a_public_statement_gives_the_other_support(giver, chair):
    own, other = (STATEMENT_TERM,), (PLEDGE_TERM + 1,)
    nato, russia = (other, own) if giver else (own, other)

    changes, _ = agree(chair, CALM, nato, russia)

    assert changes == Changes(support=pair_of(giver, 0, 1), pledged={SITES[1 - giver][1]: 3})


def test_every_term_of_both_sides_is_told():
    told = {(t.giver, t.term) for t in TERMS_TOLD} | {(0, STATEMENT_TERM), (1, STATEMENT_TERM)}

    assert told == {(giver, term) for giver in (0, 1) for term in range(TERMS)}


# ------------------------------------------------------------------------------ real parts

BUILT = replace(CALM, working=("kurecik", "armavir"))
EXERCISED = replace(CALM, nato=(0, 1, 0, 0), russia=(0, 1, 0, 0))
REAL = {
    "a step": (CALM, RAISE_TERM, RAISE_TERM + 1),
    "a withdrawal": (BUILT, WITHDRAW_TERM + 2, WITHDRAW_TERM + 5),
    "a declaration": (CALM, DECLARE_TERM, DECLARE_TERM),
    "a pledge over a site": (CALM, PLEDGE_TERM + 4, PLEDGE_TERM + 1),
    "a pledge over a ladder": (EXERCISED, LADDER_PLEDGE_TERM + 1, LADDER_PLEDGE_TERM + 1),
}
"""A position, and a real part that NATO and Russia can give in it."""


def tension_of(tension, given, nato, russia):
    changes, _ = agree(0, replace(given, tension=tension), nato, russia)
    return changes.tension


@pytest.mark.parametrize("kind", REAL)
def test_two_real_parts_lower_tension_by_one_from_five_on(kind):
    given, nato, russia = REAL[kind]

    assert tension_of(5, given, (nato,), (russia,)) == -1
    assert tension_of(4, given, (nato,), (russia,)) == 0


@pytest.mark.parametrize("kind", REAL)
def test_one_real_part_against_a_statement_does_not(kind):
    given, nato, russia = REAL[kind]

    assert tension_of(5, given, (nato,), (STATEMENT_TERM,)) == 0
    assert tension_of(5, given, (STATEMENT_TERM,), (russia,)) == 0


def test_a_pledge_over_a_site_that_could_not_be_begun_binds_nobody():
    fast, luga = PLEDGE_TERM + 9, PLEDGE_TERM + 1

    assert tension_of(5, CALM, (fast,), (luga,)) == 0
    assert tension_of(5, replace(CALM, working=("redzikowo",)), (fast,), (luga,)) == -1


def test_a_liars_pledge_looks_as_real_as_any_other():
    emed, luga = PLEDGE_TERM + 1, PLEDGE_TERM + 1

    changes, _ = agree(0, replace(CALM, hidden=("emed",)), (emed,), (luga,))

    assert changes == Changes(tension=-1, pledged={"emed": 3, "luga": 3})


# ----------------------------------------------------------------------------------- steps


@pytest.mark.parametrize("place", range(4))
def test_steps_agreed_on_one_ladder_are_taken_together(place):
    ladder = ("tr", "ex", "ce", "gu")[place]

    changes, _ = agree(0, CALM, (RAISE_TERM + place,), (RAISE_TERM + place,))

    assert changes == Changes(
        tension=-1, steps={f"nato {ladder}": 1, f"russia {ladder}": 1}, assurance=(1, 1)
    )


@pytest.mark.parametrize("chair", [0, 1])
def test_steps_agreed_on_two_ladders_are_two_leads_without_signals(chair):
    changes, _ = agree(chair, CALM, (RAISE_TERM,), (RAISE_TERM + 3,))

    assert changes == Changes(
        tension=-1, steps={"nato tr": 1, "russia gu": 1}, support=(-1, -1)
    )


def test_catching_up_in_a_package_raises_the_joint_level():
    given = replace(CALM, russia=(1, 0, 0, 0))

    changes, _ = agree(0, given, (RAISE_TERM,), (STATEMENT_TERM,))

    assert changes == Changes(steps={"nato tr": 1}, assurance=(1, 1), support=(1, 0))


def test_a_third_step_is_ratified_in_a_package_too():
    steps = (2, 0, 0, 0)
    given = replace(CALM, nato=steps, russia=steps, assurance=(6, 6))

    changes, _ = agree(0, given, (RAISE_TERM,), (RAISE_TERM,))

    assert changes == Changes(
        tension=-1,
        steps={"nato tr": 1, "russia tr": 1},
        assurance=(1, 1),
        support=(-1, -1),
    )


def test_the_price_of_a_package_lead_comes_back_when_it_is_followed_and_no_more():
    _, state = agree(1, CALM, (RAISE_TERM,), (STATEMENT_TERM,))
    state.v[f.PENDING], state.v[f.MOVER] = f.PLAY_CARD, 1
    before = state.v[:]

    use_card(state, a.COOPERATE, 0)

    changes = changes_between(state.world, before, state.v)
    assert replace(changes, drawn=(0, 0)) == Changes(
        steps={"russia tr": 1}, assurance=(1, 1), support=(1, 0)
    )


# ---------------------------------------------------------------------------- not possible


@dataclass(frozen=True)
class Refused:
    """A term that can't be given, and the reason's slug."""

    giver: int
    term: int
    reason: str
    given: Given = CALM


REFUSED = (
    Refused(0, WITHDRAW_TERM + 2, "site-empty"),
    Refused(1, WITHDRAW_TERM, "site-empty", replace(CALM, hidden=("kaliningrad",))),
    Refused(0, PLEDGE_TERM + 2, "site-not-empty", replace(CALM, building=("kurecik",))),
    Refused(1, PLEDGE_TERM + 6, "site-not-empty"),
    Refused(0, LADDER_PLEDGE_TERM, "no-step"),
    Refused(1, LADDER_PLEDGE_TERM + 3, "no-step", replace(CALM, nato=(0, 0, 0, 1))),
    Refused(0, RAISE_TERM, "gate", replace(CALM, nato=(1, 0, 0, 0), assurance=(2, 5))),
    Refused(1, RAISE_TERM + 2, "prerequisite", replace(CALM, russia=(0, 0, 1, 0))),
    Refused(
        1,
        RAISE_TERM + 1,
        "top-of-ladder",
        replace(CALM, russia=(0, 4, 0, 0), assurance=(9, 9)),
    ),
    Refused(
        0,
        RAISE_TERM + 3,
        "support-needed",
        replace(CALM, nato=(0, 0, 0, 3), assurance=(9, 9)),
    ),
    Refused(0, RAISE_TERM, "locked-step", replace(CALM, locked=((0, "tr", 1),))),
    Refused(0, DECLARE_TERM, "no-face-down", Given(scenario="first-council", round=1)),
    Refused(1, DECLARE_TERM, "no-face-down", Given(scenario="first-council", round=1)),
)


@pytest.mark.parametrize("refused", REFUSED, ids=lambda r: f"{r.giver}-{r.term}-{r.reason}")
def test_a_term_that_would_not_take_effect_cant_be_asked_for(refused):
    state = to_draft(1 - refused.giver, refused.given)
    action = a.encode(a.TERM, 0, term_code(refused.giver, refused.term))

    assert state.why_not(action).slug == refused.reason
    assert action not in state.legal_actions()


def test_halting_what_is_being_built_is_a_withdrawal():
    for giver, site in ((0, "kurecik"), (1, "pionersky")):
        told = withdrawal(site, 1, 0, 0)
        changes, state = given_by(
            replace(told, given=replace(CALM, building=(site,))), chair=giver
        )
        assert changes == replace(told.changes, rounds={site: 0})
        assert state.decision == "card"


def test_redzikowo_takes_the_fast_interceptors_along_without_further_effect():
    told = replace(
        withdrawal("redzikowo", 2, -1, -1), given=Given(tension=4, working=("redzikowo", "iib"))
    )

    changes, _ = given_by(told, chair=1)

    assert changes == replace(told.changes, emptied={"redzikowo", "iib"})


def test_terms_are_carried_out_in_their_order_whoever_gives_them():
    """Declared first, then withdrawn: what came to light can't be withdrawn in one package,
    and a missile declared raises the concern at which nothing else is read."""
    given = replace(CALM, hidden=("baltiysk",), working=("kurecik",), tension=5)

    changes, _ = agree(0, given, (WITHDRAW_TERM + 2, STATEMENT_TERM), (DECLARE_TERM,))

    assert changes == Changes(
        tension=-1,
        assurance=(-1, 1),
        support=(0, 1),
        emptied={"kurecik"},
        found={"baltiysk"},
    )
