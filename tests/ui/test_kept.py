"""What is kept of drawing goes when the window looks different, and its memory with it."""

import ctypes
import importlib
import pkgutil
import re
import sys
from pathlib import Path
from weakref import ref

import pytest

import game.ui
from game.ui.draw.sprite import sprite
from game.ui.kept import _forgets, forget, give_back, kept
from game.ui.scene import Scene
from game.ui.theme import BODY
from game.ui.widgets.label import Label
from game.ui.widgets.widget import Group

DRAWN = re.compile(r"Surface|Font|Block|Layout")
"""What is good for one look only, as it is written behind the arrow of a function."""
BLOB = 64 * 1024
"""Bytes: more than Python makes room for itself, less than what goes back at once."""


class Page(Scene):
    """A screen with a word on it."""

    def build(self):
        return Group("page", [Label("Words", BODY)])

    def layout(self, size):
        self.root.children[0].place(self.root.rect, self.theme)


def painted():
    """A weak hold on a picture that nobody else holds than what keeps it."""
    return ref(sprite("kept in a test", (30, 30), (0, 0, 0), lambda large, zoom: None))


def test_what_was_made_is_made_once_until_it_is_forgotten():
    made = []

    @kept(2)
    def double(number):
        made.append(number)
        return 2 * number

    assert [double(1), double(1), double(2)] == [2, 2, 4]
    assert made == [1, 2]
    forget()
    assert double(1) == 2
    assert made == [1, 2, 1]


def test_no_more_is_kept_than_was_said():
    made = []

    @kept(2)
    def same(number):
        made.append(number)
        return number

    for number in (1, 2, 3, 1):
        same(number)

    assert made == [1, 2, 3, 1]


@pytest.mark.parametrize(
    "change",
    [
        lambda window: window.resize((1600, 900)),
        lambda window: window.press("F10"),
        lambda window: window.app.preferences.change(text=1.4),
        lambda window: window.app.preferences.change(high_contrast=True),
        lambda window: window.app.preferences.change(language="fr"),
    ],
    ids=["size", "theme", "text", "contrast", "language"],
)
def test_pictures_of_another_look_are_let_go(pilot, change):
    window = pilot(Page())
    picture = painted()
    assert picture() is not None

    change(window)

    assert picture() is None


def test_pictures_stay_while_the_window_looks_the_same(pilot):
    window = pilot(Page())
    picture = painted()

    window.app.preferences.change(volume=20)
    window.resize((1280, 720))

    assert picture() is not None


def test_whatever_is_kept_of_drawing_can_be_forgotten():
    names = [one.name for one in pkgutil.walk_packages(game.ui.__path__, "game.ui.")]
    modules = [importlib.import_module(name) for name in names]
    caches = {one for module in modules for one in vars(module).values() if is_cache(one)}

    drawn = [one for one in caches if DRAWN.search(str(one.__annotations__.get("return")))]
    stays = [one.__qualname__ for one in drawn if one.cache_clear not in _forgets]

    assert len(drawn) > 10
    assert not stays


def is_cache(value):
    return hasattr(value, "cache_clear") and hasattr(value, "__annotations__")


def resident():
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) * 1024


@pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "malloc_trim"),
    reason="the allocator of Linux",
)
def test_memory_between_what_is_held_goes_back_to_the_system():
    blobs = [bytearray(BLOB) for _ in range(1000)]
    blobs[:-1] = []
    before = resident()

    give_back()

    assert resident() < before - 500 * BLOB
