"""What a draft may hold, whatever the order in which its terms are picked."""

from itertools import islice
from random import Random

import pytest

from game.engine.actions import (
    DECLARE_TERM,
    LADDER_PLEDGE_TERM,
    PLEDGE_TERM,
    RAISE_TERM,
    STATEMENT_TERM,
    TERM,
    WITHDRAW_TERM,
    encode,
    term_code,
)
from game.match import Match
from game.ui.board.package import (
    broken_price,
    complete,
    eases_tension,
    groups,
    ordered,
    spoken,
    why_not,
    why_not_table,
)
from game.ui.board.package_words import pledge_lines, signing_facts
from game.words import Words
from tests.ui.board_match import content
from tests.ui.crisis_match import replayed, view_of_mover

EVERY = [code for side in (0, 1) for group in groups(side) for code in group.codes]


def drafts():
    """Yield the views before the first term of a draft in some random matches."""
    for seed in (1, 2, 3):
        for match, _ in replayed(seed):
            view = view_of_mover(match)
            if view.decision in ("draft", "counter-draft") and not view.draft:
                yield view, match


def test_the_list_holds_every_term_once():
    assert sorted(EVERY) == [32 * side + term for side in (0, 1) for term in range(30)]


def test_what_is_picked_in_any_order_can_be_told_in_one():
    luck = Random(5)
    for view, match in islice(drafts(), 12):
        terms: tuple[int, ...] = ()
        for code in luck.sample(EVERY, len(EVERY)):
            if why_not(view, terms, code) is None:
                terms = (*terms, code)
        state = match.truth.clone()
        state.log = None
        for code in spoken(terms, view.side):
            state.apply_checked(encode(TERM, 0, code))
        assert len(terms) <= 2 * view.term_limit
        assert (why_not_table(terms, view.side) is None) == complete(terms)
        assert state.view(view.side).draft == spoken(terms, view.side)


def test_what_the_engine_takes_next_is_never_barred():
    for view, match in islice(drafts(), 12):
        state = match.truth.clone()
        state.log = None
        luck = Random(9)
        while True:
            now = state.view(view.side)
            legal = [one & 0xFF for one in now.legal_actions() if one >> 16 == TERM]
            assert all(why_not(view, now.draft, code) is None for code in legal)
            if not legal:
                break
            state.apply(encode(TERM, 0, luck.choice(legal)))


def test_asks_come_before_offers_and_nothing_is_told_without_an_ask():
    offer, early, late = term_code(0, 26), term_code(1, 0), term_code(1, 25)

    assert ordered((offer, late, early), 0) == (early, late, offer)
    assert spoken((offer,), 0) == ()
    assert spoken((offer, late), 0) == (late, offer)


@pytest.fixture
def view():
    match = Match.start(content(), "first-council", 3, ("human", "human"))
    while view_of_mover(match).decision != "draft":
        match.play(view_of_mover(match).legal_actions()[0])
    return view_of_mover(match)


def test_agreeing_eases_tension_only_if_both_parts_are_real(view):
    statement = term_code(view.side, STATEMENT_TERM)
    step = [term_code(side, RAISE_TERM + 1) for side in (0, 1)]

    assert view.tension >= view.world.numbers.package_floor
    assert eases_tension(view, tuple(step))
    assert not eases_tension(view, (step[1 - view.side], statement))
    assert not eases_tension(view, (step[0],))


def test_a_pledge_for_a_site_that_cannot_be_begun_eases_nothing(view):
    fast = view.world.site_id["iib"]
    rota = view.world.site_id["rota"]
    other = term_code(1, RAISE_TERM + 1)

    assert eases_tension(view, (term_code(0, PLEDGE_TERM + rota), other))
    assert not eases_tension(view, (term_code(0, PLEDGE_TERM + fast), other))


def test_a_withdrawal_counts_as_real_and_its_own_relief_is_not_the_packages(view):
    working = next(site for site in view.sites if site.side == 1 and site.state == "working")
    place = view.world.site_id[working.slug] - 10
    emptied = term_code(1, WITHDRAW_TERM + place)

    assert eases_tension(view, (emptied, term_code(0, RAISE_TERM + 1)))
    assert not eases_tension(view, (emptied, term_code(0, STATEMENT_TERM)))


def test_the_price_of_a_pledge_is_that_of_the_rulebook(view):
    numbers = view.world.numbers
    pledge = term_code(0, LADDER_PLEDGE_TERM)
    price = broken_price(view, (pledge,))
    worse = (view.joint_levels[3] + 1) // 2

    assert price.tension == numbers.broken_tension + worse
    assert price.assurance == numbers.broken_assurance - worse


def test_facts_are_said_of_each_term_of_the_other_side(view):
    words = Words(content())
    terms = (
        term_code(1, DECLARE_TERM),
        term_code(1, RAISE_TERM),
        term_code(0, PLEDGE_TERM),
    )

    assert len(signing_facts(words, view, terms, 1)) == 2
    assert len(pledge_lines(words, view, terms, 0)) == 1
    assert "Rota" in pledge_lines(words, view, terms, 0)[0]
