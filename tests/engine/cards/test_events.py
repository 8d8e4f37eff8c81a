"""Every card's event, change by change, as the list of cards has it (rulebook 8)."""

import pytest

from game.engine import fields as f
from tests.engine.cards.nato_stories import NATO_STORIES
from tests.engine.cards.russian_stories import RUSSIAN_STORIES
from tests.engine.cards.stories import changes_between, event_of, play_event, to_play
from tests.engine.positions import content

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
