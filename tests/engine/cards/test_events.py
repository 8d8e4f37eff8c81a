"""Every card's event, change by change, as the list of cards has it (rulebook 8)."""

from dataclasses import dataclass

import pytest

from game.engine import fields as f
from tests.engine.cards.stories import (
    Changes,
    Given,
    changes_between,
    content,
    event_of,
    play_event,
    to_play,
)

FACES = """
n-sensors T2, n-vienna T1, n-speed T3*, n-binding T3, n-drill E1, n-ottobrunn E2*,
n-skies E2, n-escort E3*, n-founding G1, n-chicago G2, n-line G3*, n-speedline G4*,
n-fusion C2, n-planning C3, n-sharedsky C2, n-blueprint C1, n-monterey P1, n-kurecik P2*,
n-deveselu P3*, n-cruiser P3, n-morag P1, n-phase4 P2*, n-senate D2, n-hold D1, n-east D2,
n-veto D2, n-mandate D4, n-threatmap O2, n-sanctions O3, n-tehran O3*, n-transit O2,
n-council O4, r-conference T2, r-openskies T1, r-observers T3*, r-launch T1, r-host E2,
r-monarch E2, r-verdict E1, r-realdata E3*, r-law G2, r-criteria G4, r-protocol G3*,
r-letter G1, r-gabala C2, r-forall C2, r-sectors C3, r-hotline C1, r-ribbon P2*,
r-penaids P3*, r-blind P3, r-iskander P2*, r-takeback P2, r-newstart P3, r-duma D2,
r-ballots D1, r-publics D2, r-aerospace D1*, r-trillions D4, r-threatmap O2, r-s300 O3,
r-syria O3*, r-transit O2, r-dooropen O4
"""
"""Every card with its kind and operations; a star leaves the game when its event is used."""

KINDS = {
    "T": "transparency",
    "E": "exercise",
    "G": "guarantee",
    "C": "centre",
    "P": "posture",
    "D": "domestic",
    "O": "outside",
}
FACE_OF = dict(entry.split() for entry in FACES.replace("\n", " ").split(","))


@dataclass(frozen=True)
class Story:
    """A card played for its event; `answer` is the other side's to an offer."""

    card: str
    changes: Changes
    given: Given = Given()
    answer: bool | None = None
    branch: int = 0

    @property
    def side(self):
        return 0 if self.card[0] == "n" else 1

    @property
    def name(self):
        said = {None: "", True: "-yes", False: "-no"}[self.answer]
        return f"{self.card}{said}{'-second' if self.branch else ''}"


def story(card, given=None, answer=None, branch=0, **changes):
    return Story(card, Changes(**changes), given or Given(), answer, branch)


def both(ladder):
    """Both sides step on a ladder; written out as changes of `steps`."""
    return {f"nato {ladder}": 1, f"russia {ladder}": 1}


STRAINED = Given(door="strained")

NATO_STORIES = (
    # ------------------------------------------------------------ Transparency
    story("n-sensors", answer=True, steps=both("tr"), assurance=(1, 1), initiative=1),
    story("n-sensors", answer=False, initiative=1, support=(1, 0)),
    story("n-vienna", assurance=(1, 1), initiative=1),
    story(
        "n-vienna",
        Given(hidden=("baltiysk",)),
        found={"baltiysk"},
        support=(0, -1),
        assurance=(-1, 1),
        initiative=2,
    ),
    story(
        "n-vienna",
        Given(hidden=("kaliningrad", "pen-aids")),
        found={"kaliningrad", "pen-aids"},
        support=(0, -2),
        assurance=(-3, 1),
        initiative=3,
        crisis="forward at kaliningrad by russia",
    ),
    story(
        "n-speed",
        answer=True,
        support=(-1, 0),
        steps=both("tr"),
        assurance=(1, 1),
        tension=-1,
        initiative=1,
        lasting={"worth deterrent +1 until end"},
    ),
    story("n-speed", answer=False, support=(-1, 0), initiative=3, assurance=(1, 0)),
    # Russia can't follow, so NATO steps alone: a lead, and a signal
    story(
        "n-speed",
        Given(nato=(1, 0, 0, 0), russia=(1, 0, 0, 0), assurance=(5, 2)),
        answer=True,
        support=(-2, 0),
        steps={"nato tr": 1},
        assurance=(0, 2),
        tension=-1,
        initiative=1,
        lasting={"worth deterrent +1 until end"},
    ),
    story(
        "n-binding",
        answer=True,
        steps=both("tr"),
        assurance=(1, 1),
        initiative=1,
        lasting={"gate gu both -1 until next"},
    ),
    story("n-binding", answer=False, initiative=2, support=(1, 0)),
    # --------------------------------------------------------------- Exercises
    story("n-drill", steps={"nato ex": 1}, support=(-1, 0), assurance=(0, 2), tension=-1),
    # behind Russia it is no lead: the joint level rises
    story(
        "n-drill",
        Given(russia=(0, 1, 0, 0)),
        steps={"nato ex": 1},
        assurance=(1, 1),
        tension=-1,
    ),
    story(
        "n-ottobrunn", steps=both("ex"), assurance=(1, 1), initiative=1, seen=(1, 0)
    ),
    # Russia ahead by one: the one behind steps first, then Russia leads anew
    story(
        "n-ottobrunn",
        Given(russia=(0, 1, 0, 0)),
        steps=both("ex"),
        assurance=(3, 1),
        support=(0, -1),
        initiative=1,
        seen=(1, 0),
    ),
    story(
        "n-skies",
        support=(1, 0),
        assurance=(1, 1),
        lasting={"cost ex both -1 until used"},
    ),
    story("n-escort", steps=both("ex"), assurance=(1, 1), threat=-1, initiative=1),
    # -------------------------------------------------------------- Guarantees
    story("n-founding", steps={"nato gu": 1}, support=(-1, 0), assurance=(0, 2), initiative=1),
    story("n-founding", Given(nato=(0, 0, 0, 1)), tension=-1, initiative=1),
    story(
        "n-chicago",
        tension=-1,
        assurance=(0, 1),
        initiative=1,
        lasting={"drift -1 until round"},
    ),
    story(
        "n-line",
        STRAINED,
        pledged={"black-sea": 3, "north-seas": 3},
        tension=-2,
        assurance=(0, 2),
        door=1,
        initiative=1,
        lasting={"gate gu both -2 until next"},
    ),
    story(
        "n-speedline",
        answer=True,
        steps=both("gu"),
        assurance=(1, 1),
        tension=-1,
        initiative=1,
        lasting={"block iib until end"},
    ),
    # the criteria of step 3, which would cost each side Support 1 to ratify
    story(
        "n-speedline",
        Given(nato=(0, 0, 0, 2), russia=(0, 0, 0, 2), assurance=(6, 6)),
        answer=True,
        steps=both("gu"),
        assurance=(1, 1),
        tension=-1,
        initiative=1,
        lasting={"block iib until end"},
    ),
    story("n-speedline", answer=False, initiative=2, support=(2, 0)),
    # ----------------------------------------------------------------- Centres
    story(
        "n-fusion",
        steps={"nato ce": 1},
        support=(0, 0),
        assurance=(0, 2),
        initiative=1,
        drawn=(1, 0),
    ),
    story("n-planning", answer=True, steps=both("ce"), assurance=(1, 1), initiative=1),
    story(
        "n-planning",
        Given(nato=(0, 2, 0, 0), russia=(0, 2, 0, 0)),
        answer=True,
        steps=both("ce"),
        assurance=(1, 1),
        initiative=1,
        support=(1, 1),
    ),
    story("n-planning", answer=False, initiative=2, support=(1, 0)),
    story(
        "n-sharedsky",
        assurance=(1, 1),
        support=(1, 0),
        lasting={"cap 1 until next", "cost ce own -1 until used"},
    ),
    story(
        "n-blueprint",
        assurance=(1, 0),
        drawn=(1, 0),
        lasting={"cost ce both -1 until used"},
    ),
    # ----------------------------------------------------------------- Posture
    story(
        "n-monterey",
        announced={"emed"},
        working={"emed"},
        assurance=(0, -1),
        initiative=1,
    ),
    # a patrol that sailed undeclared comes into the open, without Initiative of its own
    story(
        "n-monterey",
        Given(hidden=("emed",)),
        found={"emed"},
        assurance=(0, -1),
        initiative=1,
    ),
    story(
        "n-kurecik",
        announced={"kurecik"},
        rounds={"kurecik": 2},
        assurance=(0, -1),
        support=(1, 0),
        seen=(1, 0),
    ),
    story(
        "n-deveselu",
        announced={"deveselu"},
        rounds={"deveselu": 2},
        assurance=(0, -1),
        support=(1, 0),
        tension=1,
        initiative=2,
        crisis="interceptors at deveselu by nato",
    ),
    story(
        "n-cruiser", initiative=2, support=(2, 0), assurance=(0, -1), opens="cruiser"
    ),
    story(
        "n-morag",
        announced={"morag"},
        rounds={"morag": 2},
        assurance=(0, -1),
        support=(2, 0),
        initiative=1,
    ),
    story(
        "n-phase4",
        support=(1, 0),
        assurance=(0, 1),
        drawn=(1, 0),
        lasting={"block iib until end", "cost site own -2 until used"},
    ),
    story(
        "n-phase4",
        branch=1,
        support=(-1, 0),
        tension=-1,
        assurance=(0, 2),
        initiative=1,
        lasting={"block iib until end"},
    ),
    # ---------------------------------------------------------------- Domestic
    story(
        "n-senate", support=(3, 0), initiative=1, lasting={"block gu own 3 until broken"}
    ),
    story(
        "n-hold",
        support=(2, 0),
        assurance=(0, -1),
        lasting={"block tr own 3 until broken"},
    ),
    story(
        "n-east",
        support=(2, 0),
        initiative=1,
        assurance=(0, -1),
        lasting={"cost site own -1 until used"},
    ),
    story("n-veto", support=(1, 0), initiative=3, assurance=(0, -1), tension=1),
    story(
        "n-mandate", support=(3, 0), initiative=1, lasting={"hand own +1 until next"}
    ),
    # ----------------------------------------------------------- Outside world
    story(
        "n-threatmap",
        assurance=(1, 1),
        support=(1, 0),
        lasting={"gate ce both -1 until next"},
    ),
    story("n-sanctions", threat=-1, assurance=(1, 1), support=(1, 0), initiative=1),
    story("n-tehran", Given(threat=3), threat=-2, support=(-1, 0), assurance=(0, 1)),
    story("n-transit", answer=True, support=(1, 1), tension=-1, initiative=1),
    story("n-transit", answer=False, support=(1, 0), initiative=1),
    story(
        "n-council",
        STRAINED,
        door=1,
        tension=-2,
        support=(1, 0),
        lasting={"cap 1 until next", "terms +1 until next"},
    ),
)

RUSSIAN_STORIES = (
    # ------------------------------------------------------------ Transparency
    story("r-conference", assurance=(1, 0), tension=-1, support=(0, 1)),
    story("r-conference", branch=1, seen=(0, 2), initiative=-1, support=(0, 1)),
    story("r-openskies", assurance=(1, 1), initiative=-1),
    story(
        "r-openskies",
        Given(hidden=("emed",)),
        found={"emed"},
        support=(-1, 0),
        assurance=(1, -1),
        initiative=-2,
    ),
    story(
        "r-observers",
        steps={"russia tr": 1},
        support=(0, -1),
        assurance=(2, 0),
        tension=-1,
        initiative=-1,
    ),
    story(
        "r-observers",
        Given(nato=(1, 0, 0, 0)),
        steps={"russia tr": 1},
        assurance=(1, 1),
        tension=-1,
        initiative=-1,
        lasting={"worth deterrent +1 until end"},
    ),
    # step 3 ahead of NATO: the lead is paid, the ratification is not
    story(
        "r-observers",
        Given(nato=(2, 0, 0, 0), russia=(2, 0, 0, 0), assurance=(5, 6)),
        steps={"russia tr": 1},
        support=(0, -1),
        assurance=(2, 0),
        tension=-1,
        initiative=-1,
        lasting={"worth deterrent +1 until end"},
    ),
    story("r-launch", steps={"russia tr": 1}, support=(0, -1), assurance=(2, 0), tension=-1),
    # --------------------------------------------------------------- Exercises
    story("r-host", answer=True, steps=both("ex"), assurance=(1, 1), initiative=-1),
    story("r-host", answer=False, initiative=-1, support=(0, 1)),
    story(
        "r-monarch",
        support=(0, 1),
        assurance=(1, 1),
        lasting={"cost ex both -1 until used"},
    ),
    story("r-verdict", steps={"russia ex": 1}, support=(0, -1), assurance=(2, 0), initiative=-1),
    story(
        "r-realdata",
        Given(nato=(0, 1, 0, 0), russia=(0, 1, 0, 0)),
        steps=both("ex"),
        assurance=(2, 2),
        initiative=-2,
        lasting={"cap 1 until next"},
    ),
    # -------------------------------------------------------------- Guarantees
    story("r-law", answer=True, steps=both("gu"), assurance=(1, 1), support=(0, 1)),
    story("r-law", answer=False, initiative=-1, support=(0, 1), assurance=(0, 1)),
    story(
        "r-criteria",
        answer=True,
        steps=both("gu"),
        assurance=(1, 1),
        support=(-1, 0),
        lasting={"block iib until end", "worth deterrent +1 until end"},
    ),
    # step 3 without its ratification, so that NATO loses only what the card takes
    story(
        "r-criteria",
        Given(nato=(0, 0, 0, 2), russia=(0, 0, 0, 2), assurance=(6, 6)),
        answer=True,
        steps=both("gu"),
        assurance=(1, 1),
        support=(-1, 0),
        lasting={"block iib until end", "worth deterrent +1 until end"},
    ),
    story("r-criteria", answer=False, initiative=-1, support=(0, 2)),
    story(
        "r-protocol",
        Given(nato=(0, 0, 0, 1), russia=(0, 0, 0, 1)),
        answer=True,
        steps=both("gu"),
        assurance=(1, 1),
        tension=-1,
        initiative=-1,
        support=(-1, 0),
    ),
    story(
        "r-protocol",
        Given(nato=(0, 0, 0, 2), russia=(0, 0, 0, 2), assurance=(6, 6)),
        answer=True,
        steps=both("gu"),
        assurance=(1, 1),
        tension=-1,
        initiative=-1,
        support=(-1, 0),
    ),
    story(
        "r-protocol", Given(russia=(0, 0, 0, 1)), answer=False, initiative=-1, support=(0, 2)
    ),
    story("r-letter", assurance=(1, 0), lasting={"drift -1 until round"}),
    # ----------------------------------------------------------------- Centres
    story("r-gabala", steps={"russia ce": 1}, assurance=(2, 0), initiative=-1),
    story("r-forall", answer=True, steps=both("ce"), assurance=(1, 1), initiative=-1),
    story(
        "r-forall",
        Given(building=("pionersky",)),
        answer=True,
        steps=both("ce"),
        assurance=(1, 1),
        initiative=-1,
        support=(1, 1),
    ),
    story("r-forall", answer=False, initiative=-1, support=(0, 1)),
    story(
        "r-sectors",
        answer=True,
        steps=both("ce"),
        assurance=(1, 1),
        initiative=-1,
        support=(-1, 0),
    ),
    story("r-sectors", answer=False, initiative=-2, support=(0, 1)),
    story("r-hotline", assurance=(1, 1), lasting={"cap 1 until next"}),
    # ----------------------------------------------------------------- Posture
    story(
        "r-ribbon",
        announced={"pionersky"},
        rounds={"pionersky": 2},
        assurance=(-1, 0),
        support=(0, 1),
    ),
    story(
        "r-penaids",
        announced={"pen-aids"},
        rounds={"pen-aids": 2},
        assurance=(-1, 0),
        support=(0, 1),
    ),
    story(
        "r-blind", initiative=-2, support=(0, 1), assurance=(-1, 0), opens="preemption"
    ),
    story(
        "r-iskander",
        announced={"kaliningrad"},
        rounds={"kaliningrad": 2},
        assurance=(-1, 0),
        support=(0, 1),
        tension=1,
        initiative=-2,
        crisis="forward at kaliningrad by russia",
    ),
    # a battery at Morąg in its reach makes it a concern of 3
    story(
        "r-iskander",
        Given(working=("morag",)),
        announced={"kaliningrad"},
        rounds={"kaliningrad": 2},
        assurance=(-2, 0),
        support=(0, 1),
        tension=1,
        initiative=-2,
        crisis="forward at kaliningrad by russia",
    ),
    story(
        "r-takeback",
        Given(working=("luga",)),
        emptied={"luga"},
        tension=-2,
        support=(0, -1),
        assurance=(2, 0),
        initiative=-2,
    ),
    story(
        "r-takeback",
        pledged={"kaliningrad": 3, "luga": 3, "krasnodar": 3, "belarus": 3},
        tension=-1,
        initiative=-1,
        assurance=(1, 0),
    ),
    story(
        "r-newstart",
        initiative=-3,
        support=(0, 2),
        tension=2,
        assurance=(-1, 0),
        lasting={"block tr own 2 until broken"},
    ),
    # ---------------------------------------------------------------- Domestic
    story(
        "r-duma", support=(0, 3), initiative=-1, lasting={"block tr own 3 until broken"}
    ),
    story(
        "r-ballots",
        support=(0, 2),
        assurance=(-1, 0),
        lasting={"gate all own +1 until next"},
    ),
    story("r-publics", support=(-1, 0), initiative=-3, tension=1),
    story("r-aerospace", support=(0, 1), lasting={"worth deterrent +1 until end"}),
    story(
        "r-trillions",
        support=(0, 3),
        lasting={"hand own +1 until next", "cost site own -2 until used"},
    ),
    # ----------------------------------------------------------- Outside world
    story(
        "r-threatmap",
        assurance=(1, 1),
        support=(0, 1),
        lasting={"gate ce both -1 until next"},
    ),
    story(
        "r-s300",
        STRAINED,
        support=(0, -1),
        threat=-1,
        tension=-1,
        door=1,
        initiative=-2,
        assurance=(2, 0),
    ),
    story(
        "r-syria", Given(threat=3), threat=-1, initiative=-2, assurance=(1, 1), support=(0, 1)
    ),
    story("r-transit", support=(-1, 0), initiative=-2, assurance=(-1, 0)),
    story("r-transit", branch=1, support=(1, 1), tension=-1),
    story(
        "r-dooropen",
        STRAINED,
        door=1,
        tension=-2,
        support=(0, 1),
        lasting={"cap 1 until next", "terms +1 until next"},
    ),
)
STORIES = NATO_STORIES + RUSSIAN_STORIES


@pytest.mark.parametrize("told", STORIES, ids=lambda told: told.name)
def test_an_event_does_what_its_card_says_and_nothing_else(told):
    state = to_play(told.side, told.given, (told.card,))
    before = state.clone()
    v = before.v
    card = state.world.card_id[told.card]
    v[f.HAND + told.side] = tuple(c for c in v[f.HAND + told.side] if c != card)

    play_event(state, told.card, told.branch, told.answer)

    assert changes_between(state.world, v, state.v) == told.changes


@pytest.mark.parametrize("told", STORIES, ids=lambda told: told.name)
def test_the_turn_passes_unless_a_crisis_was_opened(told):
    state = to_play(told.side, told.given, (told.card,))

    play_event(state, told.card, told.branch, told.answer)

    opened = bool(told.changes.opens)
    assert state.decision == ("crisis" if opened else "card")
    assert state.to_move == (0 if opened else 1 - told.side)


@pytest.mark.parametrize("told", STORIES, ids=lambda told: told.name)
def test_starred_cards_leave_the_game_and_others_are_discarded(told):
    state = to_play(told.side, told.given, (told.card,))
    card = state.world.card_id[told.card]
    starred = FACE_OF[told.card].endswith("*")

    play_event(state, told.card, told.branch, told.answer)

    assert bool(state.v[f.REMOVED] >> card & 1) == starred
    assert (card in state.v[f.DISCARD + told.side]) != starred
    assert card not in state.v[f.HAND + told.side]


@pytest.mark.parametrize("slug", FACE_OF)
def test_a_card_has_its_kind_operations_and_star(slug):
    face = FACE_OF[slug]

    card = content().cards[slug]

    assert card.kind == KINDS[face[0]]
    assert card.operations == int(face[1])
    assert card.starred == face.endswith("*")


def test_only_an_offer_asks_the_other_side():
    asked = {told.card for told in STORIES if told.answer is not None}

    for told in STORIES:
        state = to_play(told.side, told.given, (told.card,))
        state.apply_checked(event_of(state, told.card, told.branch))
        assert (state.decision == "offer") == (told.card in asked), told.name


def test_every_card_has_a_story():
    assert set(content().cards) == {told.card for told in STORIES} == set(FACE_OF)


def test_every_offer_is_told_accepted_and_refused_and_every_choice_both_ways():
    told = {(s.card, s.answer, s.branch) for s in STORIES}

    offers = {"n-sensors", "n-speed", "n-binding", "n-speedline", "n-planning", "n-transit"}
    offers |= {"r-host", "r-law", "r-criteria", "r-protocol", "r-forall", "r-sectors"}
    choices = {"n-phase4", "r-conference", "r-transit"}

    assert {card for card, answer, _ in told if answer is not None} == offers
    assert {card for card, answer, _ in told if answer is False} == offers
    assert {card for card, answer, _ in told if answer is True} == offers
    assert {card for card, _, branch in told if branch} == choices
