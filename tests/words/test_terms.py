"""Terms of a package: as rows of the draft and as they stand on the page."""

import pytest

from game.engine import new_state
from game.engine.actions import (
    DECLARE_TERM,
    LADDER_PLEDGE_TERM,
    PLEDGE_TERM,
    RAISE_TERM,
    STATEMENT_TERM,
    TERMS,
    WITHDRAW_TERM,
    term_code,
)
from game.words import (
    Words,
    package_text,
    term_facts,
    term_group,
    term_head,
    term_icon,
    term_note,
    term_sentence,
    term_step,
    term_title,
)

NATO, RUSSIA = 0, 1
GUARANTEES = 3
ROTA, DEVESELU, BLACK_SEA = 0, 4, 7


@pytest.fixture
def view(content):
    """NATO looks at the November Statement before the first package."""
    state = new_state(content, "november-statement", 1)
    for _ in range(2):
        state.apply(state.legal_actions()[0])
    return state.view(NATO)


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("code", "title", "head", "sentence"),
    [
        (
            term_code(NATO, DECLARE_TERM),
            "Declare what is undeclared",
            "Declare",
            "declare what is undeclared",
        ),
        (
            term_code(NATO, WITHDRAW_TERM + ROTA),
            "Withdraw from Rota",
            "Withdraw or halt",
            "withdraw from Rota",
        ),
        (
            term_code(RUSSIA, WITHDRAW_TERM + 9),
            "Withdraw the Northern Fleet patrols",
            "Withdraw or halt",
            "withdraw the Northern Fleet patrols",
        ),
        (
            term_code(NATO, PLEDGE_TERM + DEVESELU),
            "Pledge not to deploy at Deveselu",
            "Pledge",
            "not deploy at Deveselu",
        ),
        (
            term_code(NATO, PLEDGE_TERM + BLACK_SEA),
            "Pledge not to deploy the Black Sea patrol",
            "Pledge",
            "not deploy the Black Sea patrol",
        ),
        (
            term_code(RUSSIA, LADDER_PLEDGE_TERM),
            "Pledge not to suspend Transparency",
            "Pledge",
            "not suspend Transparency",
        ),
        (
            term_code(RUSSIA, STATEMENT_TERM),
            "Public statement",
            "Public statement",
            "make a public statement",
        ),
        (
            term_code(NATO, RAISE_TERM + GUARANTEES),
            "Guarantees +1",
            "Guarantees",
            "take the next step on Guarantees",
        ),
    ],
)
def test_a_term_completes_we_will_and_if_you_will(words, code, title, head, sentence):
    assert plain(term_title(words, code)) == title
    assert term_head(words, code) == head
    assert term_sentence(words, code) == sentence


def test_a_ladder_term_names_the_step_it_aims_at(words, view):
    code = term_code(NATO, RAISE_TERM + GUARANTEES)
    step = term_step(words, code, view)

    assert step == 1
    assert term_head(words, code, step) == "Guarantees, step 1"
    assert term_sentence(words, code, step) == (
        words.content.ladders["guarantees"].steps[0].offer
    )


def test_a_ladder_term_says_what_becomes_of_the_joint_level(words, view):
    transparency = term_code(RUSSIA, RAISE_TERM)
    guarantees = term_code(RUSSIA, RAISE_TERM + GUARANTEES)

    assert term_note(words, transparency, view) == "Joint level rises to 2"
    assert plain(term_note(words, guarantees, view)) == (
        "A lead: Russia’s Support −1 until NATO follows"
    )


def test_what_the_draft_holds_already_counts_for_the_joint_level(content, words):
    state = new_state(content, "november-statement", 1)
    for _ in range(2):
        state.apply(state.legal_actions()[0])
    drafter = state.view(NATO).drafter
    state.apply(2 << 16 | term_code(1 - drafter, RAISE_TERM + GUARANTEES))
    view = state.view(drafter)

    own = term_code(drafter, RAISE_TERM + GUARANTEES)

    assert term_note(words, own, view) == "Joint level rises to 1"


def test_nobody_is_told_whether_the_other_hides_anything(words, view):
    assert term_note(words, term_code(NATO, DECLARE_TERM), view) == (
        "Whatever it is, or nothing"
    )
    assert term_note(words, term_code(RUSSIA, DECLARE_TERM), view) == (
        "We cannot know whether there is anything"
    )


def test_a_pledge_says_how_long_it_runs(words, view):
    assert term_note(words, term_code(NATO, PLEDGE_TERM + 3), view) == "To the end of round 3"


def test_a_withdrawal_says_what_the_other_gains(words, view):
    rota = term_code(NATO, WITHDRAW_TERM + ROTA)
    gabala = term_code(RUSSIA, WITHDRAW_TERM + 6)

    assert plain(term_note(words, rota, view)) == "Halts the work; Russia’s Assurance +1"
    assert term_note(words, gabala, view) == "The site is empty from now"


def test_a_package_is_one_line_from_its_drafter(words):
    terms = (
        term_code(RUSSIA, PLEDGE_TERM),
        term_code(NATO, LADDER_PLEDGE_TERM + 1),
        term_code(NATO, STATEMENT_TERM),
    )

    assert package_text(words, NATO, terms) == (
        "NATO will not suspend Exercises and make a public statement "
        "if Russia will not deploy at Kaliningrad"
    )


def test_every_term_has_words_and_an_icon(words, view):
    for side in (NATO, RUSSIA):
        for term in range(TERMS):
            code = term_code(side, term)

            assert term_title(words, code)
            assert term_note(words, code, view)
            assert term_icon(words, code)
            assert term_group(words, term_facts(words, code).kind)
            assert term_facts(words, code).giver == side


def test_the_ladder_of_sectors_has_words_of_its_own(content):
    words = Words(content, sectors=True)
    code = term_code(NATO, RAISE_TERM + 2)

    assert term_head(words, code, 1) == "Sectors, step 1"
    assert term_sentence(words, code, 3) == "join one duty roster"
