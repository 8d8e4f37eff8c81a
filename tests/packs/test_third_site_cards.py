"""The cards and crises of *Third Site*, told by hand from their own words."""

from dataclasses import dataclass, field
from itertools import product

import pytest

from game.engine import actions as a
from game.engine import fields as f
from tests.engine import positions
from tests.engine.cards.stories import Changes, changes_between, play_event, response_of
from tests.engine.cards.told import both
from tests.packs.third_site import SLUG, chosen, content

NATO_HAND = ("third-n-jdec", "third-n-officers", "third-n-switch")
RUSSIAN_HAND = ("third-r-visit", "third-r-permanent", "third-r-freeze")
OTHERS = (("third-n-briefing", "third-n-sanctions"), ("third-r-gabala", "third-r-bushehr"))
"""What lies in the decks."""


@dataclass(frozen=True)
class Story:
    """A card played for its event in a position that differs from the base by `given`."""

    card: str
    changes: Changes
    answer: bool | None = None
    given: dict[str, object] = field(default_factory=dict)

    @property
    def side(self):
        return int(self.card.startswith("third-r-"))


def story(card, answer=None, given=None, **changes):
    return Story(f"third-{card}", Changes(**changes), answer, given or {})


STORIES = (
    story("n-officers", True, steps=both("tr"), assurance=(1, 1), initiative=1),
    story("n-officers", False, initiative=1, support=(1, 0)),
    story("n-briefing", steps={"nato tr": 1}, support=(-1, 0), assurance=(0, 2), initiative=1),
    story("n-ottobrunn", steps=both("ex"), assurance=(1, 1), initiative=1, seen=(1, 0)),
    story(
        "n-switch",
        given={"door": "strained"},
        tension=-1,
        assurance=(0, 2),
        initiative=1,
        door=1,
        lasting={"worth coverage -1 until next"},
    ),
    story("n-sochi", True, steps=both("gu"), assurance=(1, 1), initiative=1, support=(1, 0)),
    story("n-sochi", False, initiative=1, support=(1, 0)),
    story("n-architecture", True, steps=both("ce"), assurance=(1, 1), initiative=1),
    story(
        "n-architecture",
        True,
        {"steps": ((0, 2, 0, 0), (0, 2, 0, 0))},
        steps=both("ce"),
        assurance=(1, 1),
        initiative=1,
        support=(1, 1),
    ),
    story("n-architecture", False, initiative=2, support=(1, 0)),
    story("n-jdec", assurance=(1, 0), drawn=(1, 0), lasting={"cost ce both -1 until used"}),
    story(
        "n-prague",
        announced={"third-brdy"},
        rounds={"third-brdy": 2},
        tension=1,
        assurance=(0, -1),
        support=(2, 0),
        seen=(1, 0),
    ),
    story(
        "n-warsaw",
        announced={"third-poland"},
        rounds={"third-poland": 2},
        tension=1,
        assurance=(0, -2),
        support=(1, 0),
        initiative=2,
        crisis="interceptors at third-poland by nato",
    ),
    story(
        "n-patriots",
        announced={"morag"},
        rounds={"morag": 2},
        assurance=(0, -1),
        support=(2, 0),
        initiative=1,
    ),
    story(
        "n-ships",
        announced={"third-ships"},
        working={"third-ships"},
        assurance=(0, -1),
        initiative=1,
    ),
    story(
        "n-congress",
        tension=-1,
        assurance=(0, 1),
        initiative=1,
        drawn=(1, 0),
        lasting={"cost site own +1 until used"},
    ),
    story(
        "n-indivisible",
        support=(3, 0),
        initiative=1,
        lasting={"block gu own 3 until broken"},
    ),
    story(
        "n-open-door", initiative=2, support=(2, 0), assurance=(0, -1), opens="third-bucharest"
    ),
    story("n-sanctions", threat=-1, assurance=(1, 1), support=(1, 0), initiative=1),
    story("n-estimate", threat=-2, support=(-1, 0), assurance=(0, 1), tension=-1, drawn=(1, 0)),
    story("r-visit", assurance=(1, 1), initiative=-1),
    story(
        "r-visit",
        given={"hidden": ("third-ships",)},
        found={"third-ships"},
        support=(-1, 0),
        assurance=(1, -1),
        initiative=-2,
    ),
    story("r-permanent", True, steps=both("tr"), assurance=(1, 2)),
    story("r-permanent", False, initiative=-1, support=(0, 1)),
    story("r-ladny", support=(0, 1), assurance=(1, 1), lasting={"cost ex both -1 until used"}),
    story(
        "r-freeze",
        True,
        lasting={"block third-poland until next", "block third-brdy until next"},
        tension=-1,
        assurance=(1, 1),
        initiative=-1,
        support=(-1, 0),
    ),
    story("r-freeze", False, initiative=-1, support=(0, 2)),
    story("r-inf", True, steps=both("gu"), assurance=(1, 1), initiative=-1, support=(0, 1)),
    story("r-inf", False, initiative=-1, support=(0, 1)),
    story("r-centres", True, steps=both("ce"), assurance=(1, 1), initiative=-1),
    story(
        "r-centres",
        True,
        {"working": ("gabala", "armavir")},
        steps=both("ce"),
        assurance=(1, 1),
        initiative=-1,
        support=(1, 1),
    ),
    story("r-centres", False, initiative=-2, support=(0, 1)),
    story("r-gabala", steps={"russia ce": 1}, support=(0, -1), assurance=(2, 0), initiative=-1),
    story(
        "r-iskander",
        announced={"kaliningrad"},
        rounds={"kaliningrad": 2},
        tension=1,
        assurance=(-1, 0),
        support=(0, 1),
        initiative=-2,
        crisis="forward at kaliningrad by russia",
    ),
    story(
        "r-warheads",
        announced={"third-rs24"},
        rounds={"third-rs24": 2},
        assurance=(-1, 0),
        support=(0, 1),
    ),
    story(
        "r-carrier",
        announced={"third-squadron"},
        working={"third-squadron"},
        assurance=(-1, 0),
        initiative=-1,
    ),
    story("r-cfe", initiative=-2, support=(0, 2), assurance=(-1, 0), opens="third-cfe"),
    story(
        "r-munich",
        support=(0, 3),
        initiative=-1,
        assurance=(-1, 0),
        lasting={"block tr own 3 until broken"},
    ),
    story(
        "r-handover",
        given={"lasting": (("third-r-munich", 0),)},
        support=(0, 1),
        ended={"block tr own 3 until broken"},
        lasting={"hand own +1 until next"},
    ),
    story("r-transit", True, support=(1, 1), tension=-1, initiative=-1),
    story("r-transit", False, initiative=-1, support=(0, 1)),
    story("r-bushehr", threat=-1, assurance=(1, 1), support=(0, 1), initiative=-1),
    story(
        "r-berlin",
        given={"door": "strained"},
        door=1,
        tension=-2,
        support=(0, 1),
        lasting={"cap 1 until next", "terms +1 until next"},
    ),
)


@pytest.fixture
def at(monkeypatch):
    """Return positions of the pack's scenario; the base: Tension 5, threat 3, Gabala works."""
    monkeypatch.setattr(positions, "content", content)

    def position(**given):
        base = {
            "round": 3,
            "tension": 5,
            "threat": 3,
            "assurance": (5, 5),
            "working": ("gabala",),
            "hands": (NATO_HAND, RUSSIAN_HAND),
            "decks": OTHERS,
            "crisis": "third-kosovo",
            "crisis_deck": ("third-paper", "third-new-targets"),
        }
        state = positions.position(SLUG, **(base | given))
        state.log = None
        return state

    return position


@pytest.mark.parametrize("told", STORIES, ids=lambda told: f"{told.card}-{told.answer}")
def test_a_card_does_what_it_says_and_nothing_else(at, told):
    hands = [NATO_HAND, RUSSIAN_HAND]
    hands[told.side] = (told.card, *(c for c in hands[told.side] if c != told.card))
    state = at(mover=told.side, hands=tuple(hands), **told.given)
    before = state.clone()
    card = state.world.card_id[told.card]
    place = f.HAND + told.side
    before.v[place] = tuple(one for one in before.v[place] if one != card)

    play_event(state, told.card, 0, told.answer)

    assert changes_between(state.world, before.v, state.v) == told.changes


def test_every_card_is_told():
    assert {told.card for told in STORIES} == set(chosen().cards)


def test_what_is_frozen_cannot_be_built(at):
    hands = (NATO_HAND, ("third-r-freeze",))
    state = at(mover=1, hands=hands)
    play_event(state, "third-r-freeze", answer=True)
    state.v[f.HAND] = (state.world.card_id["third-n-estimate"],)

    deploy = [one for one in state.legal_actions() if a.kind_of(one) == a.DEPLOY]
    sites = {state.world.sites[one & 0xFF].slug for one in deploy}

    assert "third-fylingdales" in sites
    assert not {"third-poland", "third-brdy"} & sites


def test_a_shield_that_sleeps_covers_less(at):
    state = at(working=("gabala", "third-ships"), lasting=(("third-n-switch", 0),))

    assert state.view(0).coverage == 0


# --------------------------------------------------------------------------- the crises


CRISES = [
    "third-new-targets",
    "third-long-patrols",
    "third-overflight",
    "third-cfe",
    "third-strayed-fighter",
    "third-gabala-visit",
    "third-paper",
    "third-last-summit",
    "third-bucharest",
    "third-kosovo",
]
ALL_MET = {"decision": "crisis", "steps": ((1, 2, 2, 1), (1, 2, 2, 1)), "tension": 3}


def test_every_crisis_is_told():
    assert set(CRISES) == set(content().scenarios[SLUG].crises)


@pytest.mark.parametrize("slug", CRISES)
def test_every_pair_of_answers_can_be_given(at, slug):
    """With every requirement met; two open answers never leave more Tension than two firm."""
    crisis = content().crises[slug]
    after = {}
    for nato, russia in product(crisis.nato, crisis.russia):
        state = at(**ALL_MET, crisis=slug, cause=2 if crisis.causes else None)
        if not (nato.clears or russia.clears):
            state.apply_checked(response_of(state, 0, nato.slug))
            state.apply_checked(response_of(state, 1, russia.slug))
            after[nato.stance, russia.stance] = state.v[f.TENSION]

    assert after["open", "open"] < after["firm", "firm"]


def test_nato_begins_the_crisis_that_its_open_door_opens(at):
    state = at(hands=(("third-n-open-door",), RUSSIAN_HAND))

    play_event(state, "third-n-open-door")

    assert state.decision == "crisis"
    assert state.world.crises[state.v[f.OPENED]].slug == "third-bucharest"
    assert state.v[f.OPENED_STARTER] == 0
