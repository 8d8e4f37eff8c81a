"""Pictures of the board for programs: drawn without a window, with no secret too many."""

import os

import pygame
import pytest

from game.content import load_content
from game.match import Match
from game.ui.picture import board_rgb, put_away


@pytest.fixture(scope="module")
def shipped():
    return load_content()


@pytest.fixture(autouse=True)
def no_screen(monkeypatch):
    put_away()
    monkeypatch.delenv("SDL_VIDEODRIVER")
    yield
    assert "SDL_VIDEODRIVER" not in os.environ
    put_away()


def begun(content, mandate):
    """Return a match in which NATO has chosen one of its mandates, and Russia has too."""
    match = Match(content, "long-negotiation", 5, ("human", "human"))
    match.decide(match.truth.legal_actions()[mandate])
    match.decide(match.truth.legal_actions()[0])
    return match


@pytest.mark.parametrize("size", [(1280, 720), (640, 360)])
def test_a_picture_has_its_size_and_is_no_empty_sheet(shipped, size):
    raw = board_rgb(begun(shipped, 0), size=size)

    assert len(raw) == 3 * size[0] * size[1]
    assert len({raw[place : place + 3] for place in range(0, len(raw), 3 * 7)}) > 50


def test_the_table_sees_no_mandate_and_its_side_does(shipped):
    one, other = begun(shipped, 0), begun(shipped, 1)

    for perspective in ("table", "russia"):
        assert board_rgb(one, perspective) == board_rgb(other, perspective)
    assert board_rgb(one, "nato") != board_rgb(other, "nato")


def test_what_it_took_is_given_back(shipped):
    board_rgb(begun(shipped, 0))
    assert pygame.display.get_init()
    put_away()
    assert not pygame.display.get_init()
    assert board_rgb(begun(shipped, 0))


def test_a_picture_changes_with_the_match_and_not_by_itself(shipped):
    match = begun(shipped, 0)
    before = board_rgb(match)
    assert board_rgb(match) == before
    match.decide(match.truth.legal_actions()[-1])
    assert board_rgb(match) != before
