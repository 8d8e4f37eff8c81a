"""A crisis at high Tension: the price of firmness and the die are said, and there is room."""

from functools import cache

import pygame
import pytest
from pygame import Rect

from game import words
from game.engine import View
from game.match import Match
from game.ui.board.crisis_face import both_firm_ends
from game.ui.preferences import Preferences
from game.ui.scenes.board import BoardScene
from game.ui.scenes.crisis import CrisisScene
from game.ui.settings import Settings
from game.ui.sitting import Sitting
from game.ui.theme import PAPER, Theme
from game.words import Words
from game.words.pseudo import PSEUDO
from tests.ui.board_match import content, sitting_where

LANGUAGES = (*words.languages(), PSEUDO)
LOOKS = [((1280, 720), 1.0), ((1920, 1080), 1.2), ((1280, 720), 1.4)]


def hot(view: View) -> bool:
    """Whether a crisis is answered at the brink that two firm answers would not end."""
    crisis = view.answering
    return (
        crisis is not None
        and view.tension >= view.world.numbers.brink
        and not both_firm_ends(view, crisis)
    )


@cache
def decisions() -> tuple[int, tuple[int, ...]]:
    """Return the seed of such a match, and the decisions that lead there."""
    match = sitting_where(hot).match
    return match.seed, tuple(entry.action for entry in match.history)


@cache
def decisions_of_firmness() -> tuple[int, tuple[int, ...]]:
    """Return the deal and the decisions up to NATO's turn after it was firm at the brink."""

    def wanted(view: View) -> bool:
        return view.decision == "card" and view.side == 0 and view.firm_at_brink(0)

    match = sitting_where(wanted).match
    return match.seed, tuple(entry.action for entry in match.history)


def sitting_after(seed: int, actions: tuple[int, ...], language: str) -> Sitting:
    match = Match.start(content(), "long-negotiation", seed, ("human", "human"))
    for action in actions:
        match.play(action)
    assert match.to_move is not None
    settings = Settings(language=language)
    sitting = Sitting(match, Words(content()), Preferences(settings))
    sitting.lift(match.to_move)
    sitting.told()
    sitting.shown()
    return sitting


def scene(language: str) -> CrisisScene:
    return CrisisScene(sitting_after(*decisions(), language))


@pytest.fixture(autouse=True)
def display():
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((1280, 720))


def test_the_price_of_firmness_is_said_before_an_answer_is_sealed():
    here = scene("en")
    here.enter()
    here.look((1280, 720), Theme(PAPER, still=True))
    said = " ".join(widget.says() for widget in here.tree.walk())

    assert "a firm answer costs 2 Support and 1 Initiative" in said
    assert "is not Protected or Secure until it answers otherwise" in said
    assert "a die is rolled" in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("size", "large"), LOOKS)
def test_there_is_room_for_it_in_every_language(language, size, large):
    here = scene(language)
    here.enter()
    scale = min(size[0] / 1280, size[1] / 720)
    theme = Theme(PAPER, scale, large, still=True, language=language)
    here.look((round(size[0] / scale), round(size[1] / scale)), theme)

    assert here.tree.problems(theme, Rect(0, 0, *here.size)) == []


@pytest.mark.parametrize("language", words.languages())
@pytest.mark.parametrize(("size", "large"), LOOKS)
def test_who_was_firm_is_said_not_to_be_protected(language, size, large):
    here = BoardScene(sitting_after(*decisions_of_firmness(), language))
    here.enter()
    scale = min(size[0] / 1280, size[1] / 720)
    theme = Theme(PAPER, scale, large, still=True, language=language)
    here.look((round(size[0] / scale), round(size[1] / scale)), theme)
    worth = here.tree.find("coverage")
    assert worth is not None
    assert worth.hint is not None

    assert here.tree.problems(theme, Rect(0, 0, *here.size)) == []
    if language == "en":
        assert worth.says().endswith("not protected · firm at Tension 7")
        assert "not Protected until it answers a crisis" in worth.hint.text
