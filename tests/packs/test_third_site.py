"""The pack that comes with the game, *Third Site*: all its own, fair, and played to the end."""

from collections import Counter
from random import Random

import pytest

from game.content import load_content
from game.content.check import check
from game.content.selection import content_of
from game.engine import new_state
from game.players import make_player
from tests.engine.invariants import check as check_state
from tests.engine.passages import check_passage
from tests.engine.playthroughs import walk
from tests.packs.third_site import FOLDER, SLUG, chosen, content

# ------------------------------------------------------------------- what the pack holds


def test_the_pack_keeps_every_law_of_the_data():
    assert check(FOLDER) == ()


def test_it_changes_nothing_of_the_standard_scenarios():
    shipped, over = load_content(), content()

    for slug, scenario in shipped.scenarios.items():
        assert over.scenarios[slug] == scenario
        alone, beside = content_of(shipped, scenario), content_of(over, scenario)
        for section in ("sites", "cards", "mandates", "capitals", "crises"):
            assert getattr(alone, section) == getattr(beside, section)


def test_all_that_is_its_own_begins_with_its_name():
    own = content()
    for section, standard in own.standard.items():
        added = set(getattr(own, section)) - standard
        assert all(slug.startswith("third-") for slug in added), section


def test_it_brings_maps_decks_and_crises_of_its_own():
    own = chosen()

    assert sum(slug.startswith("third-") for slug in own.sites) == 16
    assert all(slug.startswith("third-") for slug in own.cards)
    types = Counter(c.type for c in own.crises.values() if c.form is None)
    assert types == {"chicken": 3, "stag-hunt": 3, "prisoners-dilemma": 2, "deadlock": 2}


@pytest.mark.parametrize(
    "count",
    [
        lambda card: card.operations,
        lambda card: card.coercive,
        lambda card: len(card.event) > 0,
        lambda card: bool(card.nato_reading and card.russia_reading),
    ],
)
def test_both_sides_have_as_many_cards_of_each_worth_and_temper(count):
    sides: dict[str, Counter[object]] = {"nato": Counter(), "russia": Counter()}
    for card in chosen().cards.values():
        sides[card.side][count(card)] += 1

    assert sides["nato"] == sides["russia"]


def test_every_card_and_site_has_both_readings_and_a_source():
    for one in (*chosen().cards.values(), *chosen().sites.values()):
        assert one.nato_reading, one.slug
        assert one.russia_reading, one.slug
        assert one.sources, one.slug


def test_both_capitals_are_given_as_much_room():
    """Readings of cards, sites and crises together: neither side has a tenth more."""
    told = (*chosen().cards.values(), *chosen().sites.values(), *chosen().crises.values())
    nato = sum(len(one.nato_reading) for one in told)
    russia = sum(len(one.russia_reading) for one in told)

    assert abs(nato - russia) < 0.1 * min(nato, russia)


def test_no_crisis_plays_the_war_of_august_2008():
    crises = (content().crises[slug] for slug in content().scenarios[SLUG].crises)

    assert not any("August 2008" in crisis.date for crisis in crises)


# ---------------------------------------------------------------------------- the whole


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(("nato", "russia"), [("greedy", "greedy"), ("firm", "open")])
def test_it_is_played_to_the_end(seed, nato, russia):
    state = new_state(content(), SLUG, seed)
    players = [make_player(name, seed, side) for side, name in enumerate((nato, russia))]

    while state.to_move is not None:
        state.apply_checked(players[state.to_move].decide(state.view(state.to_move)))

    assert state.outcome is not None
    assert 1 <= state.round <= 5


@pytest.mark.parametrize("seed", range(12))
def test_every_position_of_random_matches_keeps_the_laws(seed):
    before = None
    for state, _ in walk(SLUG, seed, played_with=content()):
        check_state(state)
        if before is not None:
            check_passage(before, state)
        before = state.clone()


def test_what_a_side_cannot_know_is_dealt_as_it_may_lie():
    """Decks are smaller than elsewhere, and no card stays in the box."""
    for made, (state, _) in enumerate(walk(SLUG, 5, played_with=content())):
        if made % 8 == 0:
            for side in (0, 1):
                view = state.view(side)
                assert view.sample(Random(made)).view(side) == view


def test_the_alliance_is_that_of_its_years():
    """Twenty-six members: Albania and Croatia joined in April 2009."""
    capitals = chosen().capitals

    assert set(capitals) == set(load_content().capitals)
    assert not {"tirana", "zagreb"} & set(capitals)
    assert content().scenarios[SLUG].not_yet_allied == ("Albania", "Croatia")
