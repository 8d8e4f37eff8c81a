"""Every screen over sizes, text sizes and themes: nothing cut, covered or out of reach."""

import re
from itertools import product

import pygame
import pytest
from pygame import Rect

from game.ui.scene import Scene
from game.ui.theme import (
    INK,
    INK_CONTRAST,
    PAPER,
    PAPER_CONTRAST,
    TARGET_DENSE,
    TEXT_SCALES,
    Palette,
    Theme,
)
from game.ui.widgets.button import Pressable
from game.ui.widgets.widget import Widget
from game.words import ENGLISH, Words, languages
from tests.ui.every_scene import SCENES

SIZES = [(1280, 720), (1920, 1080), (3840, 2160)]
PALETTES = [PAPER, INK, PAPER_CONTRAST, INK_CONTRAST]
ALL = list(product(SIZES, TEXT_SCALES, PALETTES))
PAIRS = [
    (size, TEXT_SCALES[(row + column) % len(TEXT_SCALES)], palette)
    for row, size in enumerate(SIZES)
    for column, palette in enumerate(PALETTES)
]
"""Each two of size, text and theme meet once."""
SMALL = {"name:", "replay-step:", "face-down:", "cards:"}
"""Ids of what may be smaller: names help the marker, the buttons below help the steps of the
replay bar, which are as narrow as a match is long; the other two only explain themselves,
a press does nothing."""


def looked(scene: Scene, size: tuple[int, int], large: float, palette: Palette) -> Theme:
    scale = min(size[0] / 1280, size[1] / 720)
    theme = Theme(palette, scale, large, still=True)
    scene.look((round(size[0] / scale), round(size[1] / scale)), theme)
    return theme


def found(scene: Scene, theme: Theme) -> list[str]:
    return scene.tree.problems(theme, Rect(0, 0, *scene.size))


@pytest.fixture(autouse=True)
def display():
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((1280, 720))


def test_the_pairs_hold_each_two_at_least_once():
    every = [(size, text, palette.name) for size, text, palette in ALL]
    tried = [(size, text, palette.name) for size, text, palette in PAIRS]
    for one, other in ((0, 1), (0, 2), (1, 2)):
        wanted = {(case[one], case[other]) for case in every}
        assert {(case[one], case[other]) for case in tried} == wanted


@pytest.mark.parametrize("name", SCENES)
def test_every_screen_fits(name):
    scene = SCENES[name]()
    scene.enter()
    wrong = []
    for size, large, palette in PAIRS:
        theme = looked(scene, size, large, palette)
        wrong += [f"{size} {large} {palette.name}: {one}" for one in found(scene, theme)]
    assert not wrong, "\n".join(wrong)


def in_language(name: str, language: str) -> Scene:
    """Return a screen whose words speak a language."""
    scene = SCENES[name]()
    for holder in (scene, getattr(scene, "sitting", None), getattr(scene, "desk", None)):
        words = getattr(holder, "words", None)
        if isinstance(words, Words):
            words.speak(language)
    scene.enter()
    return scene


OTHERS = [language for language in languages() if language != ENGLISH]


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", SCENES)
def test_every_screen_fits_in_other_languages_with_large_text(name, language):
    scene = in_language(name, language)
    theme = looked(scene, (1280, 720), max(TEXT_SCALES), PAPER)
    wrong = found(scene, theme)
    assert not wrong, "\n".join(wrong)


@pytest.mark.long
@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", SCENES)
def test_every_screen_fits_in_other_languages_everywhere(name, language):
    scene = in_language(name, language)
    wrong = []
    for size, large in product(SIZES, TEXT_SCALES):
        theme = looked(scene, size, large, PAPER)
        wrong += [f"{size} {large}: {one}" for one in found(scene, theme)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.long
@pytest.mark.parametrize("name", SCENES)
def test_every_screen_fits_everywhere(name):
    scene = SCENES[name]()
    scene.enter()
    wrong = []
    for size, large, palette in [
        *ALL,
        *product([(1024, 768), (2560, 1080)], TEXT_SCALES, [INK]),
    ]:
        theme = looked(scene, size, large, palette)
        wrong += [f"{size} {large} {palette.name}: {one}" for one in found(scene, theme)]
        if (size, large, palette) in PAIRS:
            scene.draw(pygame.Surface(size))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", SCENES)
@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_every_screen_is_drawn_in_every_theme(name, palette):
    scene = SCENES[name]()
    scene.enter()
    looked(scene, (1280, 720), 1.0, palette)
    target = pygame.Surface((1280, 720))
    scene.draw(target)
    colours = pygame.transform.average_color(target)[:3]
    dark = sum(colours) / 3 < 128
    # The curtain is always dark, so that it is plain that it is no part of the board.
    assert dark == (palette.dark or name == "curtain")


@pytest.mark.parametrize("name", SCENES)
def test_what_is_said_ends_its_sentences_once(name):
    scene = SCENES[name]()
    scene.enter()
    looked(scene, (1280, 720), 1.0, PAPER)
    said = [
        words
        for widget in scene.tree.walk()
        for words in (widget.says(), widget.why, widget.hint.text if widget.hint else "")
    ]
    assert not [words for words in said if re.search(r"[.?!…]\s*\.|[.?!]\s*:|, *,|: *:", words)]


@pytest.mark.parametrize("name", SCENES)
def test_whatever_can_be_pressed_is_large_enough(name):
    scene = SCENES[name]()
    scene.enter()
    wrong = []
    for large in (1.0, 1.4):
        looked(scene, (1280, 720), large, PAPER)
        wrong += [f"{large}: {one}" for one in too_small(scene)]
    assert not wrong, "\n".join(wrong)


def too_small(scene: Scene) -> list[str]:
    return [
        f"{type(widget).__name__} {widget.id} is {widget.rect.size}"
        for widget in scene.tree.walk()
        if isinstance(widget, Pressable) and min(widget.rect.size) < least(widget)
    ]


def least(widget: Widget) -> int:
    if any(widget.id.startswith(start) for start in SMALL):
        return 0
    return TARGET_DENSE
