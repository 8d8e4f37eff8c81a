"""What each site costs and is worth, by the tables of the rules (rulebook 3.1, 3.6)."""

import pytest

from game.engine.scoring import coverage, deterrent, site_concern
from tests.engine.cards.stories import Given, position, to_play

NATO_SITES = {
    "rota": (2, 1, 1),
    "emed": (1, 1, 1),
    "kurecik": (2, 1, 1),
    "ramstein": (1, 0, 1),
    "deveselu": (3, 2, 2),
    "redzikowo": (4, 3, 3),
    "morag": (1, 1, 0),
    "black-sea": (2, 2, 1),
    "north-seas": (2, 2, 1),
    "iib": (4, 4, 3),
}
RUSSIAN_SITES = {
    "kaliningrad": (2, 2, 2),
    "luga": (2, 2, 2),
    "krasnodar": (2, 1, 1),
    "belarus": (2, 2, 2),
    "pionersky": (2, 1, 1),
    "armavir": (2, 0, 1),
    "gabala": (1, 0, 1),
    "baltiysk": (2, 1, 1),
    "pen-aids": (3, 1, 2),
    "northern-fleet": (3, 2, 3),
}
"""Cost, concern and worth; a forward missile's concern while no allied site is in reach."""

EMPTY = Given(without=("gabala",))
REACHES = {
    "kaliningrad": {"redzikowo", "morag", "iib"},
    "luga": set(),
    "krasnodar": {"black-sea"},
    "belarus": {"redzikowo", "morag", "iib"},
}


@pytest.mark.parametrize("slug", NATO_SITES)
def test_a_nato_site_has_its_cost_concern_and_coverage(slug):
    cost, concern, worth = NATO_SITES[slug]
    state = position(Given(without=("gabala",), working=(slug,)))

    assert state.view(0).deploy_cost(slug) == cost
    assert site_concern(state, state.world.site_id[slug]) == concern
    assert coverage(state) == worth
    assert deterrent(state) == 3 - concern


@pytest.mark.parametrize("slug", RUSSIAN_SITES)
def test_a_russian_site_has_its_cost_concern_and_deterrent(slug):
    cost, concern, worth = RUSSIAN_SITES[slug]
    given = Given(without=() if slug == "gabala" else ("gabala",), working=(slug,))
    state = position(given)

    assert state.view(1).deploy_cost(slug) == cost
    assert site_concern(state, state.world.site_id[slug]) == concern
    assert deterrent(state) == 3 + worth
    assert coverage(state) == 0


def test_a_site_under_construction_is_worth_nothing_yet():
    assert coverage(position(Given(building=("deveselu",)))) == 0
    assert deterrent(position(Given(building=("pionersky",)))) == 3 + 1


@pytest.mark.parametrize("missile", REACHES)
@pytest.mark.parametrize("site", NATO_SITES)
def test_a_forward_missile_reaches_what_lies_within_500_km(missile, site):
    state = position(Given(working=(missile, site), tension=6))
    alone = RUSSIAN_SITES[missile][1]
    reached = site in REACHES[missile]

    # a declared site in reach raises the concern, and gives no Coverage at Tension 6
    assert site_concern(state, state.world.site_id[missile]) == alone + reached
    assert coverage(state) == (0 if reached else NATO_SITES[site][2])


def test_every_site_stands_in_the_tables():
    told = {*NATO_SITES, *RUSSIAN_SITES}

    assert {site.slug for site in to_play(0, EMPTY).world.sites} == told
