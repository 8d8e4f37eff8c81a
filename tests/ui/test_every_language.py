"""Every screen in every language: nothing cut, covered, unfilled or left in English."""

import re

import pygame
import pytest

from game import words
from game.ui.scenes import verdict
from game.ui.scenes.board import BoardScene
from game.ui.theme import PAPER, TEXT_SCALES
from game.words import catalogue
from tests.ui.board_match import sitting_at
from tests.ui.every_scene import SCENES
from tests.ui.test_every_scene import SIZES, found, looked

OTHERS = [language for language in words.languages() if language != words.ENGLISH]
USUAL = [((1280, 720), 1.0), ((1920, 1080), 1.2), ((1280, 720), 1.4)]
LATIN = re.compile(r"[A-Za-z]{3,}")
CLASS_CODE = re.compile(r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}\b")
SHARED = {
    "Enter",
    "Esc",
    "Tab",
    "Space",
    "Left",
    "Right",
    "Home",
    "End",
    "PgUp",
    "PgDn",
    "Del",
    "Block",
    "IIB",
    "zip",
    "MIT",
}
SHOWN_AS_IT_IS = {
    "title": {"Defend", "Together", "English", "Français"},
    "settings": {"English", "Français"},
    "packs": {"Defend", "Together"},
}
"""Names that no language changes."""


@pytest.fixture(autouse=True)
def display():
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((1280, 720))


@pytest.fixture
def speak(monkeypatch):
    """Let everything that is told in English be told in another language."""
    real = catalogue._catalogue

    def let(language):
        monkeypatch.setattr(
            catalogue,
            "_catalogue",
            lambda code, folder: real(language if code == words.ENGLISH else code, folder),
        )

    return let


def wrong_with(name, cases):
    scene = SCENES[name]()
    scene.enter()
    wrong = []
    for size, large in cases:
        theme = looked(scene, size, large, PAPER)
        wrong += [f"{size} {large}: {one}" for one in found(scene, theme)]
        wrong += [said for said in spoken(scene) if "{" in said]
    return wrong


def spoken(scene):
    return [widget.says() for widget in scene.tree.walk() if widget.says()]


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", SCENES)
def test_every_screen_fits_in_every_language(speak, name, language):
    speak(language)

    assert wrong_with(name, USUAL) == []


def test_a_long_verdict_stays_below_what_stands_above_it(monkeypatch):
    told = "There was no confrontation, but neither government reached its aim. " * 2
    monkeypatch.setattr(verdict, "verdict_sentence", lambda *_: told.strip())

    assert wrong_with("verdict", USUAL) == []


@pytest.mark.parametrize(("size", "large"), USUAL)
@pytest.mark.parametrize("language", words.languages())
def test_what_to_do_covers_no_name_of_the_map(speak, language, size, large):
    speak(language)
    scene = BoardScene(sitting_at("card", round_number=3))
    scene.enter()
    looked(scene, size, large, PAPER)

    names = [name.rect for name in scene.map.layout.names()]
    assert scene.prompt.rect.collidelist(names) == -1


def _uncoded(said):
    return CLASS_CODE.sub("", said).split()


@pytest.mark.parametrize("name", [name for name in SCENES if name not in ("branch", "crashed")])
def test_a_screen_in_russian_has_no_english_left(speak, name):
    speak("ru")
    scene = SCENES[name]()
    scene.enter()
    looked(scene, (1280, 720), 1.0, PAPER)
    names = SHOWN_AS_IT_IS.get(name, set())

    strange = {
        said
        for said in spoken(scene)
        if {*LATIN.findall(" ".join(word for word in _uncoded(said) if word not in names))}
        - SHARED
    }

    assert strange == set()


@pytest.mark.long
@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", SCENES)
def test_every_screen_fits_in_every_language_at_every_size(speak, name, language):
    speak(language)

    assert wrong_with(name, [(size, large) for size in SIZES for large in TEXT_SCALES]) == []
