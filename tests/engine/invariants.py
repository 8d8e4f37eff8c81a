"""What holds in every state of every match, in one place.

Each law is a function that asserts it; its name is the rule. What a law says of cards, tracks
and ladders is worked out from the rulebook's own numbers, so that the laws hold for any
content that is accepted. `tests.engine.passages` has those of the way between two states.
"""

from collections.abc import Callable
from typing import Final

from game.engine import State
from game.engine import fields as f

SIDES: Final = (0, 1)
LADDERS: Final = range(4)
SITES: Final = range(2 * f.SITES_A_SIDE)
OWN: Final = tuple((1 << f.SITES_A_SIDE) - 1 << f.SITES_A_SIDE * side for side in SIDES)
CARD_PLACES: Final = (f.HAND, f.DECK, f.DISCARD, f.DOWN)


# ------------------------------------------------------------------------- the list


def a_state_holds_ints_and_tuples_of_ints_alone(state: State) -> None:
    assert len(state.v) == f.SIZE
    for entry in state.v:
        if type(entry) is not int:
            assert type(entry) is tuple, entry
            for each in entry:
                assert type(each) is int, entry


# --------------------------------------------------------------------------- tracks


def tracks_stay_between_their_ends(state: State) -> None:
    v, n = state.v, state.world.numbers
    assert 0 <= v[f.TENSION] <= n.track_max
    assert 0 <= v[f.THREAT] <= n.track_max
    assert 0 <= v[f.DOOR] <= 2
    assert -n.initiative_max <= v[f.INITIATIVE] <= n.initiative_max
    for side in SIDES:
        assert 0 <= v[f.SUPPORT + side] <= n.track_max
        assert 0 <= v[f.ASSURANCE + side] <= n.track_max


def assurance_is_never_above_its_ceiling(state: State) -> None:
    v = state.v
    for side in SIDES:
        assert v[f.CEILING + side] <= state.world.numbers.track_max
        assert v[f.ASSURANCE + side] <= v[f.CEILING + side]


def tension_is_at_its_end_only_in_confrontation(state: State) -> None:
    v = state.v
    assert (v[f.TENSION] == state.world.track_max) == (v[f.VERDICT] == f.CONFRONTATION)


def a_government_without_support_has_fallen(state: State) -> None:
    v = state.v
    asked_within_a_turn = v[f.PENDING] in (f.ANSWER_OFFER, f.REVEAL_SITE, f.ANSWER_CRISIS)
    for side in SIDES:
        fell = bool(v[f.FLAGS] & f.FELL_NATO << side)
        gone = not v[f.SUPPORT + side]
        assert not fell or v[f.VERDICT] == f.GOVERNMENT_FALLS
        if v[f.VERDICT] != f.CONFRONTATION and not asked_within_a_turn:
            assert fell == gone
    assert (v[f.VERDICT] == f.GOVERNMENT_FALLS) == bool(
        v[f.FLAGS] & (f.FELL_NATO | f.FELL_RUSSIA)
    )


# -------------------------------------------------------------------------- ladders


def what_is_kept_twice_about_steps_agrees(state: State) -> None:
    v = state.v
    steps = v[f.STEP : f.STEP + 8]
    assert min(steps) >= 0
    assert max(steps) <= 4
    assert v[f.STEPS] == sum(step << 3 * place for place, step in enumerate(steps))
    assert v[f.JOINT_SUM] == sum(min(steps[i], steps[4 + i]) for i in LADDERS)


def a_joint_level_that_stands_was_reached(state: State) -> None:
    v = state.v
    reached, lost = v[f.REACHED] & 0xFFFF, v[f.REACHED] >> 16
    assert lost & ~reached == 0
    for ladder in LADDERS:
        joint = min(v[f.STEP + ladder], v[f.STEP + 4 + ladder])
        levels = reached >> 4 * ladder & 15
        assert levels >= (1 << joint) - 1
        assert levels & levels + 1 == 0, "levels are reached one after another"


def a_lead_that_was_paid_for_is_a_step_ahead_of_the_other(state: State) -> None:
    v = state.v
    for side in SIDES:
        leads = v[f.LEADS + side]
        assert leads >> 16 & ~leads == 0, "a signal without a lead"
        if not leads:
            continue
        for ladder in LADDERS:
            own, others = v[f.STEP + 4 * side + ladder], v[f.STEP + 4 - 4 * side + ladder]
            ahead = (1 << own) - 1 & ~((1 << others) - 1)
            assert leads >> 4 * ladder & 15 & ~ahead == 0


def a_suspended_step_stays_suspended_this_round_and_the_next(state: State) -> None:
    v = state.v
    for side in SIDES:
        locks = v[f.LOCKS + side] | v[f.LOCKS + side] >> 16
        if not locks:
            continue
        for ladder in LADDERS:
            taken = (1 << v[f.STEP + 4 * side + ladder]) - 1
            assert locks >> 4 * ladder & 15 & taken == 0


# ---------------------------------------------------------------------------- sites


def a_site_is_empty_or_declared_or_undeclared(state: State) -> None:
    v = state.v
    assert not v[f.DECLARED] & v[f.HIDDEN]
    assert not v[f.HIDDEN] & ~state.world.concealable
    assert not v[f.HALTED] & (v[f.DECLARED] | v[f.HIDDEN])
    for field in (f.DECLARED, f.HIDDEN, f.HALTED):
        assert 0 <= v[field] < 1 << len(SITES)


def what_stands_works_or_is_being_built(state: State) -> None:
    v = state.v
    building = sum(1 << site for site in SITES if v[f.BUILD] >> 4 * site & 15)
    assert not building & v[f.WORKING]
    assert building | v[f.WORKING] == v[f.DECLARED] | v[f.HIDDEN]
    assert v[f.BUILD] >> 4 * len(SITES) == 0


def a_declared_site_has_what_it_needs(state: State) -> None:
    for site, needed in state.world.needing:
        if state.v[f.DECLARED] >> site & 1:
            assert state.v[f.DECLARED] >> needed & 1


def only_what_is_undeclared_was_seen_or_breaks_a_pledge_unseen(state: State) -> None:
    v = state.v
    assert not v[f.SEEN] & ~v[f.HIDDEN]
    assert not v[f.LIED] & ~v[f.HIDDEN]
    for site in SITES:
        if v[f.HIDDEN] >> site & 1 and v[f.SITE_PLEDGES] >> 4 * site & 15:
            assert v[f.LIED] >> site & 1


def a_pledge_runs_only_where_it_could_be_broken(state: State) -> None:
    v = state.v
    longest = state.world.numbers.pledge_rounds
    for site in SITES if v[f.SITE_PLEDGES] else ():
        left = v[f.SITE_PLEDGES] >> 4 * site & 15
        assert left <= longest
        assert not left or not v[f.DECLARED] >> site & 1
    for place in range(8) if v[f.LADDER_PLEDGES] else ():
        left = v[f.LADDER_PLEDGES] >> 4 * place & 15
        assert left <= longest
        assert not left or v[f.STEP + place]


def there_are_no_more_undeclared_sites_than_cards_that_may_hide_one(state: State) -> None:
    v = state.v
    for side in SIDES:
        hidden = (v[f.HIDDEN] & OWN[side]).bit_count()
        assert hidden <= v[f.DOWN_PLAYED + side]
        assert state.world.face_down or v[f.DOWN_PLAYED + side] == len(v[f.DOWN + side]) == 0


# ---------------------------------------------------------------------------- cards


def a_side_plays_with_a_deck_of_its_own_cards(state: State) -> None:
    v, world = state.v, state.world
    half = world.cards_a_side
    for side in SIDES:
        cards = [card for place in CARD_PLACES for card in v[place + side]]
        removed = v[f.REMOVED] >> half * side & (1 << half) - 1
        there = 0
        for card in cards:
            there |= 1 << card
        assert len(cards) == there.bit_count(), "a card in two places"
        assert there >> half * side < 1 << half, "a card of the other side"
        assert not there & (1 << half * side) - 1, "a card of the other side"
        assert not there >> half * side & removed, "a card that is out of the game"
        assert len(cards) + removed.bit_count() == min(half, world.numbers.deck_size)


def starred_cards_alone_leave_the_game(state: State) -> None:
    removed = state.v[f.REMOVED]
    while removed:
        low = removed & -removed
        assert state.world.cards[low.bit_length() - 1].starred
        removed ^= low


def a_card_that_was_seen_is_where_its_seer_thinks(state: State) -> None:
    v = state.v
    for side in SIDES:
        known, maybe = v[f.KNOWN + side], v[f.MAYBE + side]
        if not known | maybe:
            continue
        hand = sum(1 << card for card in v[f.HAND + 1 - side])
        down = sum(1 << card for card in v[f.DOWN + 1 - side])
        assert not known & ~hand
        assert not maybe & ~(hand | down)
        assert not known & maybe


def lasting_effects_are_those_of_the_world(state: State) -> None:
    v = state.v
    assert v[f.LASTING] >> len(state.world.lasting) == 0
    assert not v[f.FRESH] & ~v[f.LASTING]
    assert not v[f.FRESH] & ~state.world.ends_next_round


# --------------------------------------------------------------------------- crises


def a_crisis_comes_once(state: State) -> None:
    v = state.v
    deck = v[f.CRISIS_DECK]
    assert len(set(deck)) == len(deck)
    assert v[f.CRISIS] not in deck
    assert not set(deck) & set(state.world.forms.values())
    assert set(deck) <= {*state.world.pools.first_crisis, *state.world.pools.crises}


def a_crisis_has_what_its_kind_has(state: State) -> None:
    v, world = state.v, state.world
    if v[f.CRISIS] < 0:
        assert (v[f.CRISIS_SITE], v[f.STARTER], v[f.CAUSE]) == (-1, f.NOBODY, -1)
        return
    called = world.crises[v[f.CRISIS]].form is not None
    starter, incident, _ = world.brewing[v[f.CRISIS]]
    assert (v[f.CRISIS_SITE] >= 0) == called
    assert v[f.VERDICT] or bool(v[f.FLAGS] & f.ESCALATED) == called
    assert (v[f.CAUSE] >= 0) == incident
    assert v[f.CAUSE] <= f.NOBODY
    assert v[f.CAUSE_KNOWN] == 0 or incident
    assert v[f.STARTER] == (int(v[f.CRISIS_SITE] >= f.SITES_A_SIDE) if called else starter)


# ----------------------------------------------------------------------- the course


def one_side_is_asked_one_thing_until_the_end(state: State) -> None:
    v = state.v
    over = v[f.VERDICT] != f.OPEN_MATCH
    assert over == (v[f.PENDING] == f.NOTHING) == (v[f.PHASE] == f.OVER)
    assert over == (state.outcome is not None) == (state.to_move is None)
    assert bool(state.legal_actions()) != over
    assert v[f.MOVER] in SIDES
    assert v[f.CHAIR] in SIDES


def a_match_is_never_longer_than_its_scenario(state: State) -> None:
    v = state.v
    assert (v[f.ROUND] == 0) == (v[f.PENDING] == f.CHOOSE_MANDATE)
    assert v[f.ROUND] <= state.world.scenario.last_round
    assert 0 <= v[f.TURN] <= state.world.turns
    assert 0 <= v[f.FAILED] < state.world.numbers.failed_councils


def the_decision_belongs_to_its_phase_and_its_side(state: State) -> None:
    v = state.v
    other = 1 - v[f.CHAIR]
    turn_of = other if v[f.TURN] % 2 == 0 else v[f.CHAIR]
    phase, mover = {
        f.NOTHING: (f.OVER, v[f.MOVER]),
        f.CHOOSE_MANDATE: (f.MANDATES, v[f.MOVER]),
        f.DRAFT_PACKAGE: (f.COUNCIL, v[f.CHAIR]),
        f.REPLY: (f.COUNCIL, other),
        f.DRAFT_COUNTER: (f.COUNCIL, other),
        f.FINAL_REPLY: (f.COUNCIL, v[f.CHAIR]),
        f.PLAY_CARD: (f.ACTIONS, turn_of),
        f.ANSWER_OFFER: (f.ACTIONS, 1 - turn_of),
        f.REVEAL_SITE: (f.ACTIONS, turn_of),
        f.ANSWER_CRISIS: (f.ACTIONS if v[f.OPENED] >= 0 else f.CRISES, v[f.MOVER]),
    }[v[f.PENDING]]
    assert (v[f.PHASE], v[f.MOVER]) == (phase, mover)


def what_is_asked_lies_on_the_table(state: State) -> None:
    v = state.v
    asked = v[f.PENDING]
    if asked == f.PLAY_CARD:
        assert v[f.HAND + v[f.MOVER]]
        assert v[f.TURN] < state.world.turns
    elif asked == f.ANSWER_OFFER:
        assert any(state.world.offers[v[f.CARD]])
    elif asked == f.REVEAL_SITE:
        assert v[f.SEEN] & OWN[1 - v[f.MOVER]]
    elif asked == f.ANSWER_CRISIS:
        assert max(v[f.OPENED], v[f.CRISIS]) >= 0
        assert (v[f.ANSWER] >= 0) == (v[f.MOVER] == 1)
        return
    assert v[f.ANSWER] < 0
    assert v[f.OPENED] < 0


def the_council_meets_behind_an_open_door(state: State) -> None:
    v = state.v
    drafting = v[f.PENDING] in (f.DRAFT_PACKAGE, f.DRAFT_COUNTER)
    answering = v[f.PENDING] in (f.REPLY, f.FINAL_REPLY)
    countering = v[f.PENDING] in (f.DRAFT_COUNTER, f.FINAL_REPLY)
    assert drafting or not v[f.DRAFT]
    assert not drafting or v[f.DOOR]
    assert bool(v[f.TABLED]) == (answering or v[f.PENDING] == f.DRAFT_COUNTER)
    assert not countering or state.world.scenario.options.counters
    if answering:
        givers = [code >> 5 for code in v[f.TABLED]]
        limit = state.world.numbers.open_terms
        assert 1 <= givers.count(0) <= limit
        assert 1 <= givers.count(1) <= limit


def each_side_has_one_of_the_mandates_it_was_dealt(state: State) -> None:
    v, world = state.v, state.world
    for side in SIDES:
        dealt, chosen = v[f.DEALT + side], v[f.MANDATE + side]
        assert len(dealt) in (0, 2)
        assert not {chosen, *dealt} - {-1, *world.pools.mandates[side]}
        assert not dealt or chosen in (-1, *dealt)
        assert state.round == 0 or chosen >= 0


def the_verdict_is_that_of_how_the_match_stands(state: State) -> None:
    v, outcome = state.v, state.outcome
    if outcome is None:
        return
    ended, n = v[f.VERDICT], state.world.numbers
    joint = [min(v[f.STEP + i], v[f.STEP + 4 + i]) for i in LADDERS]
    whole = min(joint) >= n.architecture_level
    assert ended != f.JOINT_ARCHITECTURE or whole
    assert ended != f.LAST_ROUND or (not whole and v[f.ROUND] >= state.world.scenario.rounds)
    for side in SIDES:
        gone = outcome.verdict == "confrontation" or side in outcome.fallen
        margin = (outcome.points[side] - outcome.targets[side]) / n.utility_scale
        held = max(n.utility_floor / 100, min(1.0, margin))
        assert outcome.utilities[side] == (-1.0 if gone else held)
        assert outcome.succeeded(side) == (not gone and margin >= 0)


Law = Callable[[State], None]
LAWS: Final[tuple[Law, ...]] = (
    a_state_holds_ints_and_tuples_of_ints_alone,
    tracks_stay_between_their_ends,
    assurance_is_never_above_its_ceiling,
    tension_is_at_its_end_only_in_confrontation,
    a_government_without_support_has_fallen,
    what_is_kept_twice_about_steps_agrees,
    a_joint_level_that_stands_was_reached,
    a_lead_that_was_paid_for_is_a_step_ahead_of_the_other,
    a_suspended_step_stays_suspended_this_round_and_the_next,
    a_site_is_empty_or_declared_or_undeclared,
    what_stands_works_or_is_being_built,
    a_declared_site_has_what_it_needs,
    only_what_is_undeclared_was_seen_or_breaks_a_pledge_unseen,
    a_pledge_runs_only_where_it_could_be_broken,
    there_are_no_more_undeclared_sites_than_cards_that_may_hide_one,
    a_side_plays_with_a_deck_of_its_own_cards,
    starred_cards_alone_leave_the_game,
    a_card_that_was_seen_is_where_its_seer_thinks,
    lasting_effects_are_those_of_the_world,
    a_crisis_comes_once,
    a_crisis_has_what_its_kind_has,
    one_side_is_asked_one_thing_until_the_end,
    a_match_is_never_longer_than_its_scenario,
    the_decision_belongs_to_its_phase_and_its_side,
    what_is_asked_lies_on_the_table,
    the_council_meets_behind_an_open_door,
    each_side_has_one_of_the_mandates_it_was_dealt,
    the_verdict_is_that_of_how_the_match_stands,
)


def check(state: State) -> None:
    """Assert every law of a state."""
    for law in LAWS:
        law(state)
