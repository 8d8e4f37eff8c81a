"""The start of each scenario and its special rules (rulebook 1.6, 11)."""

import pytest

from game.engine import UnknownScenarioError, new_state
from game.engine import actions as a
from game.engine import fields as f
from tests.engine.positions import (
    NATO,
    RUSSIA,
    can,
    content,
    crisis_slug,
    do,
    position,
    refusal,
    site_of,
    tracks,
)

SCENARIOS = (
    "first-council",
    "lisbon-to-chicago",
    "long-negotiation",
    "november-statement",
    "sectoral-defence",
)
# slug: steps of both, Tension, threat, door, Assurance, Support
STARTS = {
    "first-council": (((0, 0, 0, 0), (0, 0, 0, 0)), 5, 2, "open", (4, 4), (5, 5)),
    "lisbon-to-chicago": (((1, 1, 0, 1), (1, 1, 0, 1)), 5, 2, "open", (5, 5), (5, 5)),
    "long-negotiation": (((0, 0, 0, 0), (0, 0, 0, 0)), 6, 2, "open", (1, 1), (5, 5)),
    "november-statement": (((2, 1, 1, 0), (1, 1, 0, 0)), 7, 3, "strained", (4, 3), (5, 6)),
    "sectoral-defence": (((0, 0, 0, 0), (1, 0, 1, 0)), 6, 2, "open", (3, 3), (5, 5)),
}
# slug: working sites, sites under construction with the reckonings until they work
SITES = {
    "first-council": ({"gabala"}, {}),
    "lisbon-to-chicago": ({"gabala"}, {}),
    "long-negotiation": ({"gabala"}, {}),
    "november-statement": (
        {"emed", "morag", "gabala", "armavir", "luga"},
        {"kurecik": 2, "rota": 3, "deveselu": 4, "redzikowo": 15, "pionersky": 2},
    ),
    "sectoral-defence": ({"gabala"}, {}),
}


def started(scenario, seed=1):
    """Return a match at its first council, with the first of the dealt mandates chosen."""
    state = new_state(content(), scenario, seed, [])
    while state.decision == "mandate":
        state.apply_checked(a.encode(a.MANDATE, 0, 0))
    return state


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_scenario_starts_as_its_table_says(scenario):
    steps, tension, threat, door, assurance, support = STARTS[scenario]
    state = started(scenario)
    view = state.view(NATO)

    assert view.steps == steps
    assert (view.tension, view.assurance, view.support) == (tension, assurance, support)
    assert tracks(state)["door"] == door
    # the first crisis may move the threat when it is turned up
    assert view.threat - content().crises[view.crisis.slug].threat == threat
    assert view.initiative == 0


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_scenario_starts_with_its_sites(scenario):
    working, building = SITES[scenario]
    sites = started(scenario).view(NATO).sites

    assert {site.slug for site in sites if site.state == "working"} == working
    assert {site.slug: site.rounds for site in sites if site.state == "building"} == building
    assert not any(site.undeclared or site.pledge for site in sites)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_each_side_has_24_of_its_32_cards_and_draws_its_hand(scenario):
    view = started(scenario).view(NATO)
    hand = 4 if scenario == "first-council" else 5

    assert view.hand_sizes == (hand, hand)
    assert view.deck_sizes == (24 - hand, 24 - hand)


def test_the_24_cards_of_a_match_are_drawn_anew_for_each():
    decks = [
        frozenset(new_state(content(), "long-negotiation", n).v[f.DECK]) for n in range(40)
    ]

    assert len(set(decks)) == 40
    assert frozenset().union(*decks) == frozenset(range(32))


@pytest.mark.parametrize("side", [NATO, RUSSIA])
def test_a_side_is_dealt_two_of_its_own_mandates_and_keeps_one(side):
    dealt = set()
    for seed in range(40):
        state = new_state(content(), "long-negotiation", seed)
        pair = state.view(side).dealt
        assert len(set(pair)) == 2
        assert {content().mandates[slug].side for slug in pair} == {("nato", "russia")[side]}
        dealt |= set(pair)

    assert len(dealt) == 6


def test_nato_keeps_its_mandate_before_russia_and_neither_sees_the_others():
    state = new_state(content(), "long-negotiation", 5)
    assert (state.decision, state.to_move, state.round) == ("mandate", NATO, 0)
    dealt = state.view(NATO).dealt

    state.apply_checked(a.encode(a.MANDATE, 0, 1))

    assert (state.decision, state.to_move) == ("mandate", RUSSIA)
    assert state.view(NATO).mandate == dealt[1]
    assert state.view(RUSSIA).rival_mandate is None
    state.apply_checked(a.encode(a.MANDATE, 0, 0))
    assert state.round == 1


def test_only_a_dealt_mandate_can_be_kept():
    state = new_state(content(), "long-negotiation", 5)

    assert refusal(state, "mandate", option=2) == "not-dealt"
    assert refusal(state, "mandate", option=1) is None


def test_the_first_chair_is_drawn():
    chairs = [new_state(content(), "long-negotiation", seed).v[f.CHAIR] for seed in range(200)]

    # 200 seeds: 100 expected, 7.1 the standard error
    assert 75 <= sum(chairs) <= 125


def test_the_side_that_was_drawn_chairs_the_first_round():
    for seed in range(6):
        drawn = new_state(content(), "long-negotiation", seed).v[f.CHAIR]
        state = started("long-negotiation", seed)

        assert (state.round, state.decision, state.to_move) == (1, "draft", drawn)


def test_a_scenario_may_put_one_crisis_on_top():
    for seed in range(8):
        assert crisis_slug(started("november-statement", seed)) == "statement"
        assert crisis_slug(started("sectoral-defence", seed)) == "sector-map"


def test_a_scenario_may_use_only_some_of_the_crises():
    seen = {crisis_slug(started("first-council", seed)) for seed in range(30)}

    assert seen == {"launches", "cruiser"}


def test_every_crisis_but_the_two_forms_lies_in_the_deck_of_the_full_game():
    state = new_state(content(), "long-negotiation", 1)
    deck = {state.world.crises[number].slug for number in state.v[f.CRISIS_DECK]}

    assert len(deck) == 26
    assert not deck & {"forward", "interceptors"}


def test_the_first_council_fixes_mandates_and_opens_hands():
    state = started("first-council")

    assert state.view(NATO).mandate == "lisbon-spirit"
    assert state.view(RUSSIA).mandate == "equal-partner"
    assert state.view(NATO).dealt == ()
    assert state.view(NATO).rival_hand == state.view(RUSSIA).hand
    assert len(state.view(NATO).rival_hand) == 4


def test_hands_are_hidden_elsewhere():
    assert started("long-negotiation").view(NATO).rival_hand == ()


def test_the_leads_of_a_start_bring_nothing_back():
    state = started("november-statement")

    assert state.v[f.LEADS] == state.v[f.LEADS + 1] == 0


def test_the_joint_levels_of_a_start_are_neither_first_reached_nor_lost():
    state = started("lisbon-to-chicago")
    while state.decision != "card" or state.to_move != NATO:
        state.apply(state.legal_actions()[-1])
    card = next(c for c in state.v[f.HAND] if state.world.ops[c] >= 2)
    before = state.view(NATO).assurance

    state.apply_checked(a.encode(a.SUSPEND, card, 0))

    assert state.view(NATO).assurance == (before[0], before[1] - 1)


def test_nobody_knows_an_unknown_scenario():
    with pytest.raises(UnknownScenarioError, match="fourth-site"):
        new_state(content(), "fourth-site", 1)


# --------------------------------------------------------------- sectoral defence

WORKING_SECTORS = ((2, 0, 2, 0), (2, 0, 2, 0))
DORMANT_SECTORS = ((1, 0, 2, 0), (2, 0, 2, 0))


def sectoral(steps, **given):
    """Return a position of *Sectoral defence* in its round 4."""
    return position("sectoral-defence", steps=steps, **given)


def test_from_joint_sectors_2_a_working_s_400_covers_like_a_radar():
    sites = ("baltiysk", "gabala")

    assert sectoral(WORKING_SECTORS, working=sites).view(NATO).coverage == 2 + 2
    assert position(steps=WORKING_SECTORS, working=sites).view(NATO).coverage == 2 + 1
    assert sectoral(DORMANT_SECTORS, working=sites).view(NATO).coverage == 0
    building = sectoral(WORKING_SECTORS, working=("gabala",), building={"baltiysk": 1})
    assert building.view(NATO).coverage == 2 + 1


def test_from_joint_sectors_2_redzikowo_concerns_by_1():
    sites = ("redzikowo",)

    assert sectoral(WORKING_SECTORS, working=sites).view(RUSSIA).concern[NATO] == 1
    assert sectoral(((2, 0, 1, 0),) * 2, working=sites).view(RUSSIA).concern[NATO] == 3
    assert position(steps=WORKING_SECTORS, working=sites).view(RUSSIA).concern[NATO] == 3


def test_redzikowo_concerns_by_1_though_the_sectors_are_dormant():
    state = sectoral(DORMANT_SECTORS, working=("redzikowo",))

    assert state.view(RUSSIA).concern[NATO] == 1


def test_to_announce_redzikowo_alarms_by_1_then():
    state = do(sectoral(WORKING_SECTORS), "deploy", ops=4, site="redzikowo")

    assert tracks(state)["assurance"] == (6, 5)
    assert tracks(state)["tension"] == 3
    assert site_of(state, "redzikowo").state == "building"


@pytest.mark.parametrize(
    ("row", "support"),
    [
        ((2, 0, 2, 0), (4, 5)),
        ((2, 0, 2, 1), (4, 5)),
        ((2, 0, 2, 2), (5, 5)),
        ((2, 0, 1, 0), (5, 5)),
    ],
)
def test_nato_pays_for_sectors_at_each_briefing_while_guarantees_are_below_2(row, support):
    state = sectoral((row, row), turn=5)

    do(state, "hide-nothing", ops=1)

    assert state.round == 5
    assert tracks(state)["support"] == support


def test_russia_pays_for_sectors_while_transparency_is_below_2():
    # joint Sectors 2 were reached, then Transparency was taken back
    state = sectoral(((1, 0, 2, 2), (2, 0, 2, 2)), turn=5)

    do(state, "hide-nothing", ops=1)

    assert state.round == 5
    assert tracks(state)["support"] == (5, 4)


def test_elsewhere_nobody_pays_for_centres():
    state = position(steps=WORKING_SECTORS, turn=5)

    do(state, "hide-nothing", ops=1)

    assert tracks(state)["support"] == (5, 5)


def test_the_ladder_of_sectors_is_climbed_as_joint_centres_are():
    row = (2, 0, 1, 0)

    assert can(sectoral((row, row)), "cooperate", ops=2, ladder="centres")
    assert not can(sectoral(((1, 0, 1, 0),) * 2), "cooperate", ops=2, ladder="centres")
