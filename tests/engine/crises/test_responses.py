"""Every response of every crisis against a named answer, change by change (rulebook 6.7)."""

import pytest

from game.engine import fields as f
from tests.engine.cards.stories import answer_crisis, response_of, to_answer
from tests.engine.crises.cells import CELLS, STARTERS_PAY
from tests.engine.crises.chicken import CHICKEN
from tests.engine.crises.deadlock import DEADLOCK
from tests.engine.crises.dilemma import DILEMMA
from tests.engine.crises.pairs import INCIDENTS, STARTERS
from tests.engine.crises.stag_hunt import STAG_HUNT
from tests.engine.positions import content

RESPONSES = CHICKEN + DILEMMA + STAG_HUNT + DEADLOCK
PAIRS = RESPONSES + CELLS + STARTERS_PAY

TITLES = {
    "chicken": "statement preemption cruiser asylum withdrawal ship-north false-alarm forward",
    "prisoners-dilemma": (
        "hot-mic data-stops libya picture noise interceptors war-games transit"
    ),
    "stag-hunt": "test launches phase-four tehran long-arrow near-miss no-summit cargo",
    "deadlock": "elections strings scuds sector-map",
}


@pytest.mark.parametrize("row", PAIRS, ids=lambda row: row.name)
def test_two_answers_bring_the_cell_of_the_matrix_and_their_own_effects(row):
    state = to_answer(row.given)

    assert answer_crisis(state, row.nato, row.russia) == row.changes


@pytest.mark.parametrize("row", RESPONSES, ids=lambda row: row.name)
def test_both_answers_are_legal_where_their_needs_are_met(row):
    state = to_answer(row.given)
    for side, slug in ((0, row.nato), (1, row.russia)):
        state.v[f.MOVER] = side
        assert response_of(state, side, slug) in state.legal_actions()


def test_every_crisis_is_of_its_type():
    for kind, slugs in TITLES.items():
        assert {s for s, c in content().crises.items() if c.type == kind} == set(slugs.split())


def test_every_crisis_has_its_starter():
    for slug, crisis in content().crises.items():
        if slug in ("forward", "interceptors"):
            assert crisis.starter == "owner"
        elif slug in INCIDENTS:
            assert crisis.starter == "hidden"
        else:
            known = {0: "nato", 1: "russia"}
            assert crisis.starter == known.get(STARTERS.get(slug, f.NOBODY), "nobody")


def test_every_response_of_every_crisis_is_told():
    told = {(row.crisis, 0, row.nato) for row in RESPONSES}
    told |= {(row.crisis, 1, row.russia) for row in RESPONSES}
    existing = {
        (slug, side, response.slug)
        for slug, crisis in content().crises.items()
        for side, responses in enumerate((crisis.nato, crisis.russia))
        for response in responses
    }

    assert told == existing


def test_every_cell_of_every_matrix_is_told_on_both_sides():
    stances = {
        (slug, response.slug): response.stance
        for slug, crisis in content().crises.items()
        for response in (*crisis.nato, *crisis.russia)
    }
    told = {
        (
            content().crises[row.crisis].type,
            stances[row.crisis, row.nato],
            stances[row.crisis, row.russia],
        )
        for row in PAIRS
    }

    three = ("firm", "measured", "open")
    assert told == {(kind, one, other) for kind in TITLES for one in three for other in three}
