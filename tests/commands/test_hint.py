"""Hints in the terminal: advice in lines, counted."""

import pytest

from game.content import load_content
from tests.commands.test_text import Person, played


@pytest.fixture(scope="module")
def content():
    return load_content()


def test_a_hint_tells_moves_reasons_and_promises(content):
    person = Person("1", "hint", "quit")

    match = played(content, person, ("human", "firm"), scenario="lisbon-to-chicago")

    assert "Advice 1: " in person.told
    assert "its target" in person.told
    assert "Confrontation: " in person.told
    assert "1 hint so far." in person.told
    assert len(match.hints) == 1
    assert match.hints[0].side == 0


def test_a_hint_on_the_mandate_tells_what_earlier_matches_brought(content):
    person = Person("hint", "quit")

    played(content, person, ("human", "firm"))

    assert "half of all trial matches ended between" in person.told.casefold()


def test_the_same_hint_again_counts_once_and_another_twice(content):
    person = Person("hint", "hint", "1", "hint", "quit")

    match = played(content, person, ("human", "open"))

    assert len(match.hints) == 2
    assert "2 hints so far." in person.told


def test_what_is_advised_first_may_be_done(content):
    person = Person("hint", "quit")

    match = played(content, person, ("human", "open"))

    assert match.hints[0].action in match.view(0).legal_actions()
