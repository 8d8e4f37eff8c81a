"""When an event may not be chosen: its condition, and its first step (rulebook 8.2)."""

from dataclasses import dataclass

import pytest

from game.engine import fields as f
from tests.engine.cards.aftermath import level
from tests.engine.cards.stories import QUIET, Given, event_of, to_play
from tests.engine.positions import content


@dataclass(frozen=True)
class Closed:
    """A card whose event can't be chosen in a position, and the reason's slug."""

    card: str
    reason: str
    given: Given = QUIET
    branch: int = 0

    @property
    def side(self):
        return 0 if self.card[0] == "n" else 1


def gated(ladder, nato=5, russia=5):
    """Both stand on step 1, where the next gate is 3: Assurance says who can step."""
    steps = level(ladder, 1)
    return Given(nato=steps, russia=steps, assurance=(nato, russia))


CONDITIONS = (
    Closed("n-speed", "condition", gated("T", nato=2)),
    Closed("n-drill", "condition", gated("E", nato=2)),
    Closed("n-fusion", "condition", Given(nato=level("C", 1), russia=level("C", 1))),
    Closed("n-line", "condition", Given(working=("black-sea",))),
    Closed("n-line", "condition", Given(working=("north-seas",))),
    Closed("n-monterey", "condition", Given(working=("emed",))),
    Closed("n-kurecik", "condition", Given(building=("kurecik",))),
    Closed("n-deveselu", "condition", Given(building=("deveselu",))),
    Closed("n-morag", "condition", Given(working=("morag",))),
    Closed("n-phase4", "condition", Given(working=("redzikowo",), building=("iib",))),
    Closed("n-phase4", "condition", Given(working=("redzikowo", "iib")), branch=1),
    Closed("n-tehran", "condition", Given(threat=2)),
    Closed("r-observers", "condition", gated("T", russia=2)),
    Closed("r-launch", "condition", gated("T", russia=2)),
    Closed("r-verdict", "condition", gated("E", russia=2)),
    Closed("r-realdata", "condition", Given(russia=level("E", 1))),
    Closed("r-protocol", "condition", Given(nato=level("G", 1))),
    Closed("r-gabala", "condition", Given(without=("gabala",))),
    Closed("r-gabala", "condition", Given(nato=level("C", 1), russia=level("C", 1))),
    Closed("r-ribbon", "condition", Given(working=("pionersky",))),
    Closed("r-penaids", "condition", Given(building=("pen-aids",))),
    Closed("r-iskander", "condition", Given(building=("kaliningrad",))),
    Closed("r-syria", "condition", Given(threat=2)),
)
"""Every card with a condition, once for each of its conditions."""

FIRST_STEPS = (
    Closed("n-founding", "first-step", Given(locked=((0, "gu", 1),))),
    Closed("n-monterey", "first-step", Given(halted=("emed",))),
    Closed("n-kurecik", "first-step", Given(halted=("kurecik",))),
    Closed("n-deveselu", "first-step", Given(halted=("deveselu",))),
    Closed("n-morag", "first-step", Given(halted=("morag",))),
    Closed("r-ribbon", "first-step", Given(halted=("pionersky",))),
    Closed("r-penaids", "first-step", Given(halted=("pen-aids",))),
    Closed("r-iskander", "first-step", Given(halted=("kaliningrad",))),
)
"""Events that would announce what was emptied this round, or take a suspended step."""

FOR_BOTH = (
    ("n-sensors", "T"),
    ("n-binding", "T"),
    ("n-ottobrunn", "E"),
    ("n-escort", "E"),
    ("n-speedline", "G"),
    ("n-planning", "C"),
    ("r-host", "E"),
    ("r-realdata", "E"),
    ("r-law", "G"),
    ("r-criteria", "G"),
    ("r-protocol", "G"),
    ("r-forall", "C"),
    ("r-sectors", "C"),
)
"""Cards whose first step is a step of both sides, with its ladder."""

ALWAYS = (
    "n-vienna",
    "n-skies",
    "n-chicago",
    "n-sharedsky",
    "n-blueprint",
    "n-cruiser",
    "n-senate",
    "n-hold",
    "n-east",
    "n-veto",
    "n-mandate",
    "n-threatmap",
    "n-sanctions",
    "n-transit",
    "n-council",
    "r-conference",
    "r-openskies",
    "r-monarch",
    "r-letter",
    "r-hotline",
    "r-blind",
    "r-takeback",
    "r-newstart",
    "r-duma",
    "r-ballots",
    "r-publics",
    "r-aerospace",
    "r-trillions",
    "r-threatmap",
    "r-s300",
    "r-transit",
    "r-dooropen",
)
BLEAK = Given(
    assurance=(0, 0),
    support=(1, 1),
    threat=0,
    tension=9,
    door="closed",
    nato=(1, 1, 1, 1),
    russia=(1, 1, 1, 1),
)


@pytest.mark.parametrize("closed", CONDITIONS + FIRST_STEPS, ids=lambda closed: closed.card)
def test_an_event_whose_condition_or_first_step_fails_cant_be_chosen(closed):
    state = to_play(closed.side, closed.given, (closed.card,))
    action = event_of(state, closed.card, closed.branch)

    reason = state.why_not(action)

    assert reason is not None
    assert (reason.slug, reason.values) == (closed.reason, {"card": closed.card})
    assert action not in state.legal_actions()


@pytest.mark.parametrize(("card", "ladder"), FOR_BOTH)
@pytest.mark.parametrize("unable", [0, 1])
def test_a_step_of_both_can_be_begun_only_if_both_can_take_it(card, ladder, unable):
    steps = level(ladder, 1)
    if ladder == "C":
        steps = (2, 0, 1, 0)
    low = (2, 3) if unable == 0 else (3, 2)
    side = 0 if card[0] == "n" else 1
    barred = to_play(side, Given(nato=steps, russia=steps, assurance=low), (card,))
    free = to_play(side, Given(nato=steps, russia=steps, assurance=(3, 3)), (card,))

    assert barred.why_not(event_of(barred, card)).slug == "first-step"
    assert event_of(barred, card) not in barred.legal_actions()
    assert free.why_not(event_of(free, card)) is None


@pytest.mark.parametrize("card", ALWAYS)
def test_all_other_events_may_always_be_chosen(card):
    state = to_play(0 if card[0] == "n" else 1, BLEAK, (card,))

    assert state.why_not(event_of(state, card)) is None
    assert event_of(state, card) in state.legal_actions()


@pytest.mark.parametrize("card", ["n-tehran", "r-syria"])
def test_a_threat_of_three_is_enough(card):
    state = to_play(0 if card[0] == "n" else 1, Given(threat=3), (card,))

    assert event_of(state, card) in state.legal_actions()


def test_both_ways_of_a_choice_are_offered():
    for card in ("n-phase4", "r-conference", "r-transit"):
        state = to_play(0 if card[0] == "n" else 1, Given(), (card,))
        legal = state.legal_actions()

        assert event_of(state, card, 0) in legal
        assert event_of(state, card, 1) in legal
        assert event_of(state, card, 2) not in legal


def test_a_site_that_stands_undeclared_is_empty_to_a_condition():
    for card, site in (("n-monterey", "emed"), ("r-iskander", "kaliningrad")):
        state = to_play(0 if card[0] == "n" else 1, Given(hidden=(site,)), (card,))

        assert event_of(state, card) in state.legal_actions()


def test_an_event_needs_its_card_in_hand():
    state = to_play(0, Given(), ("n-vienna",))

    assert state.why_not(event_of(state, "n-council")).slug == "not-in-hand"
    assert state.why_not(event_of(state, "r-openskies")).slug == "not-in-hand"


def test_every_card_is_always_open_or_has_a_case_that_closes_it():
    closed = {c.card for c in CONDITIONS + FIRST_STEPS} | {card for card, _ in FOR_BOTH}

    assert closed.union(ALWAYS) == set(content().cards)
    assert closed.isdisjoint(ALWAYS)
    assert {c.card for c in CONDITIONS} == {
        slug for slug, card in content().cards.items() if card.condition
    }


def test_a_second_crisis_of_a_card_in_one_round_is_left_out():
    state = to_play(0, Given(), ("n-cruiser",))
    state.v[f.FLAGS] |= f.CARD_OPENED

    state.apply_checked(event_of(state, "n-cruiser"))

    assert (state.decision, state.to_move) == ("card", 1)
    assert state.v[f.INITIATIVE] == 2
    assert state.v[f.SUPPORT] == 7
