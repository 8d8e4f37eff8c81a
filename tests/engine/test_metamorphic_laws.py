"""What may be changed about a position so that a known thing, or nothing, changes with it."""

from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from game.engine import actions as a
from game.engine import fields as f
from game.engine.mutations import move_tension
from game.engine.rules import council
from game.engine.scoring import concern
from tests.engine.positions import NATO, RUSSIA, act, do, position, tracks
from tests.engine.strategies import choices, pick, positions, seeds, walked_positions
from tests.engine.view_faces import face

reached = st.one_of(positions(), walked_positions())
cards = walked_positions("card")
drafts = walked_positions("draft").filter(lambda state: not state.v[f.DRAFT])
sides = st.sampled_from([NATO, RUSSIA])
USES = (
    *(a.DEPLOY, a.WITHDRAW, a.COOPERATE, a.SUSPEND, a.CAMPAIGN, a.BACK_CHANNEL),
    *(a.HIDE, a.HIDE_NOTHING),
)
"""What a card does by its operations alone."""


def happens(state, action, side):
    """Do an action in a clone; return the clone and what a side may read of it."""
    then = state.clone()
    then.log = []
    then.apply(action)
    read = [event.redacted(side) for event in then.log]
    return then, [event for event in read if event]


# --------------------------------------------------------------------------- clones


@given(reached, choices)
def test_to_clone_and_then_act_is_to_act(state, choice):
    action = pick(state, choice)
    twin = state.clone()
    before = state.v[:]

    twin.apply(action)
    assert state.v == before

    state.apply_checked(action)
    assert state.v == twin.v


@given(reached, choices)
def test_to_look_before_acting_changes_nothing(state, choice):
    action = pick(state, choice)
    curious = state.clone()
    for side in (NATO, RUSSIA):
        face(curious.view(side))
    if action >> 16 >= a.EVENT:
        curious.view(curious.to_move).preview(action)

    curious.apply(action)
    state.apply(action)

    assert curious.v == state.v


@given(cards, st.permutations(range(9)))
def test_the_order_of_a_hand_changes_the_order_of_actions_alone(state, order):
    place = f.HAND + state.to_move
    hand = state.v[place]
    other = state.clone()
    other.v[place] = tuple(hand[i] for i in order if i < len(hand))

    assert sorted(other.legal_actions()) == sorted(state.legal_actions())


@given(reached, seeds, choices)
def test_what_lies_deep_in_a_deck_changes_nothing_before_it_is_drawn(state, seed, choice):
    luck = Random(seed)
    other = state.clone()
    for place in (f.DECK, f.DECK + 1):
        top, deep = other.v[place][:8], list(other.v[place][8:])
        luck.shuffle(deep)
        other.v[place] = top + tuple(deep)
    action = pick(state, choice)

    state.apply(action)
    other.apply(action)

    for place in (f.DECK, f.DECK + 1):
        assert sorted(other.v[place]) == sorted(state.v[place])
        other.v[place] = state.v[place]
    assert other.v == state.v


# ---------------------------------------------------------------------- equal cards


def traded(v, one, other):
    """Return a state's list in which two cards have changed places, the box among them."""
    names = {one: other, other: one}
    lists = range(f.HAND, f.DOWN + 2)
    new = [
        tuple(names.get(card, card) for card in entry) if place in lists else entry
        for place, entry in enumerate(v)
    ]
    for place in (f.REMOVED, *range(f.KNOWN, f.KNOWN + 2), *range(f.MAYBE, f.MAYBE + 2)):
        mask = v[place]
        bits = (mask >> one & 1) << other | (mask >> other & 1) << one
        new[place] = mask & ~(1 << one | 1 << other) | bits
    return new


def known_to_the_other(state, card, owner):
    """Say whether the other side has ever seen where a card is."""
    v, rival = state.v, 1 - owner
    seen = v[f.KNOWN + rival] | v[f.MAYBE + rival] | v[f.REMOVED]
    return bool(seen >> card & 1) or card in v[f.DISCARD + owner]


@given(reached, sides, choices, choices)
def test_which_of_two_cards_is_held_changes_nothing_that_the_rival_sees(
    state, owner, first, second
):
    assume(not state.world.scenario.options.open_hands)
    half = state.world.cards_a_side  # in the hand, face down, in the deck or in the box
    own = range(half * owner, half * owner + half)
    fit = [card for card in own if not known_to_the_other(state, card, owner)]
    other = state.clone()
    other.v = traded(state.v, fit[first % len(fit)], fit[second % len(fit)])

    assert face(other.view(1 - owner)) == face(state.view(1 - owner))


@given(cards, choices, choices)
def test_one_of_two_equal_cards_does_what_the_other_would_have_done(state, choice, second):
    owner = state.to_move
    legal = [action for action in state.legal_actions() if action >> 16 in USES]
    action = legal[choice % len(legal)]
    card = a.card_of(action)
    equal = [
        each
        for each in (*state.v[f.DECK + owner], *state.v[f.HAND + owner])
        if state.world.ops[each] == state.world.ops[card]
    ]
    swap = equal[second % len(equal)]
    other = state.clone()
    other.v = traded(state.v, card, swap)

    then, told = happens(state, action, 1 - owner)
    elsewhere, told_there = happens(other, action & ~0xFF00 | swap << 8, 1 - owner)

    assert elsewhere.v == traded(then.v, card, swap)
    slugs = [state.world.cards[each].slug for each in (card, swap)]
    assert [repr(event).replace(slugs[0], slugs[1]) for event in told] == [
        repr(event).replace(slugs[0], slugs[1]) for event in told_there
    ]


# ---------------------------------------------------------------------------- deals


def package_of(state, choice):
    """Draft until the package is whole; return its terms, or none where that fails."""
    drafting = state.clone()
    for _ in range(6):
        terms = [act for act in drafting.legal_actions() if act >> 16 == a.TERM]
        if not terms:
            break
        drafting.apply(terms[choice % len(terms)])
        choice //= 3
    return drafting.v[f.DRAFT] if council.complete(drafting) else ()


@given(drafts, st.integers(0, 10**8))
def test_a_deal_applied_term_by_term_is_the_deal_applied_whole(state, choice):
    package = package_of(state, choice)
    assume(package)
    whole, bit_by_bit = state.clone(), state.clone()

    council.carry_out(whole, package)

    if (
        real_on_both_sides(state, package)
        and state.v[f.TENSION] >= state.world.numbers.package_floor
    ):
        move_tension(bit_by_bit, state.world.numbers.package_tension, 0)
    steps = [code for code in package if a.term_of(code) >= a.RAISE_TERM]
    for code in sorted(package, key=lambda code: (a.term_of(code), a.giver_of(code))):
        if code not in steps:
            council.carry_out(bit_by_bit, (code,))
    if len({a.term_of(code) for code in steps}) == 1:  # both on one ladder, or one alone
        tension = bit_by_bit.v[f.TENSION]
        council.carry_out(bit_by_bit, tuple(steps))
        bit_by_bit.v[f.TENSION] = tension  # alone the two would be a real package once more
    else:
        for code in sorted(steps, key=a.giver_of):
            council.carry_out(bit_by_bit, (code,))
    assert bit_by_bit.v == whole.v


def real_on_both_sides(state, package):
    """Say by the rulebook's words whether each side's part is real (5.5)."""
    return all(
        any(
            a.giver_of(code) == side and is_real(state, side, a.term_of(code))
            for code in package
        )
        for side in (NATO, RUSSIA)
    )


def is_real(state, side, term):
    """Say whether a term costs or binds its giver."""
    if term == a.STATEMENT_TERM:
        return False
    if a.PLEDGE_TERM <= term < a.LADDER_PLEDGE_TERM:
        blind = state.clone()
        blind.v[f.HIDDEN] = 0
        site = state.world.sites[10 * side + term - a.PLEDGE_TERM].slug
        return blind.view(side).site_reason(side, site) is None
    return True


@given(drafts, st.integers(0, 10**8))
def test_a_deal_agreed_at_the_table_is_the_deal_carried_out(state, choice):
    package = package_of(state, choice)
    assume(package)
    carried = state.clone()
    council.carry_out(carried, package)

    for code in package:
        state.apply_checked(a.encode(a.TERM, 0, code))
    state.apply_checked(a.encode(a.TABLE))
    state.apply_checked(a.encode(a.ACCEPT))

    assert tracks(state) == tracks(carried)
    assert state.v[f.STEP : f.STEP + 8] == carried.v[f.STEP : f.STEP + 8]
    for field in (f.DECLARED, f.HIDDEN, f.SITE_PLEDGES, f.LADDER_PLEDGES, f.LEADS, f.LEADS + 1):
        assert state.v[field] == carried.v[field]


# --------------------------------------------------------------------- independence


@given(
    st.permutations(["rota", "deveselu", "morag", "ramstein", "kurecik"]),
    st.integers(0, 7),
    st.integers(0, 8),
)
def test_deployments_come_to_the_same_in_any_order(order, assurance, tension):
    ends = []
    for sites in (sorted(order), order):
        state = position(tension=tension, assurance=(6, assurance), support=(3, 3))
        for site in sites:
            state.v[f.HAND] = (state.world.card_id["n-speedline"],)
            state.v[f.MOVER], state.v[f.TURN] = NATO, 1
            do(state, "deploy", ops=4, site=site)
        ends.append(
            (tracks(state), state.v[f.DECLARED], state.v[f.BUILD], concern(state, NATO))
        )

    assert ends[0] == ends[1]


level = st.integers(0, 4)
ladders = st.lists(level, min_size=4, max_size=4)
CHOICES = [
    *(
        ("cooperate", ladder)
        for ladder in ("transparency", "exercises", "centres", "guarantees")
    ),
    *(("suspend", ladder) for ladder in ("transparency", "exercises", "centres", "guarantees")),
    ("campaign", None),
    ("back-channel", "tension"),
    ("back-channel", "door"),
]


@given(
    ladders,
    ladders,
    st.tuples(st.integers(0, 9), st.integers(0, 10), st.integers(-7, 7)),
    st.tuples(*[st.integers(0, 9)] * 2),
    st.tuples(*[st.integers(2, 10)] * 2),
    st.sampled_from(CHOICES),
)
def test_tracks_and_ladders_treat_both_governments_alike(
    own, others, shared, assurance, support, choice
):
    kind, what = choice
    names = {"ladder": what} if kind in ("cooperate", "suspend") else {}
    if kind == "back-channel":
        names = {"option": what}
    ends = []
    for side in (NATO, RUSSIA):
        flip = slice(None, None, -1 if side else 1)
        state = position(
            mover=side,
            steps=(own, others)[flip],
            tension=shared[0],
            threat=shared[1],
            initiative=-shared[2] if side else shared[2],
            assurance=assurance[flip],
            support=support[flip],
            door="strained",
        )
        action = act(state, kind, ops=4, **names)
        legal = state.why_not(action) is None
        if legal:
            state.apply(action)
        found = tracks(state)
        found["initiative"] *= -1 if side else 1
        pairs = {name: found[name][flip] for name in ("assurance", "support")}
        taken = (state.v[f.STEP : f.STEP + 4], state.v[f.STEP + 4 : f.STEP + 8])[flip]
        ends.append((legal, found | pairs, taken, state.v[f.JOINT_SUM]))

    assert ends[0] == ends[1]
