"""The screen that a window opens on: whether there is one, and where on it the window lies."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import pygame

from game import told
from game.paths import APP_NAME, asset_path
from game.ui.settings import FARTHEST, Settings

_PLACE: Final = "SDL_VIDEO_WINDOW_POS"
_REACHABLE: Final = 100
"""Pixels of a window that must be on a screen for it to be moved with the mouse."""
_OPENING: Final = 1.5
"""Seconds in which a window manager puts a new window where it wants it."""
_CLASS_VARIABLES: Final = ("SDL_VIDEO_X11_WMCLASS", "SDL_VIDEO_WAYLAND_WMCLASS")
"""By this name a Linux desktop finds the entry in its menu that a window belongs to."""
_ICON: Final = "defend-together-64.png"
_UNSEEN_DRIVERS: Final = frozenset({"offscreen", "dummy"})


class NoScreenError(told.ToldError, RuntimeError):
    """There is no screen to open a window on; the message is one line to show."""


class WindowPlace:
    """Where the window lies, as it has to be asked for the next time.

    A window manager puts its frame where the window was asked for, and so the window itself
    a little below: taken as told, the window would sink with every start.
    """

    def __init__(self, settings: Settings) -> None:
        self._asked = (settings.left, settings.top)
        self._opened = time.monotonic()
        self._frame = (0, 0)

    def moved(self, left: int, top: int) -> tuple[int, int] | None:
        """Take note of where the window is said to lie; return the place to remember.

        What is said while it opens only tells how wide the frame is.
        """
        if max(abs(left), abs(top)) > FARTHEST:
            return None
        asked_left, asked_top = self._asked
        if asked_left is None or asked_top is None:
            return left, top
        if time.monotonic() - self._opened < _OPENING:
            self._frame = (left - asked_left, top - asked_top)
            return None
        return left - self._frame[0], top - self._frame[1]


@contextmanager
def placed(settings: Settings) -> Iterator[None]:
    """Let a window that opens now lie where the settings remember it, if that is on a screen.

    SDL knows no other way that both kinds of pygame have; what the player said in the
    environment goes first.
    """
    left, top = settings.left, settings.top
    if left is None or top is None or _PLACE in os.environ or not _on_screen(left, top):
        yield
        return
    os.environ[_PLACE] = f"{left},{top}"
    try:
        yield
    finally:
        os.environ.pop(_PLACE, None)


def _on_screen(left: int, top: int) -> bool:
    """Return whether a window's corner can be seen and reached on some screen.

    Only sizes of the screens are known: they are taken as side by side.
    """
    sizes = pygame.display.get_desktop_sizes()
    across = sum(wide for wide, _ in sizes)
    down = max((high for _, high in sizes), default=0)
    return 0 <= left < across - _REACHABLE and 0 <= top < down - _REACHABLE


def open_display() -> None:
    """Start what a window needs, and make sure that it will be seen.

    Raises:
        NoScreenError: There is no screen. SDL would go on without a word, drawing nowhere.
    """
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    for variable in _CLASS_VARIABLES:
        os.environ.setdefault(variable, APP_NAME)
    asked = os.environ.get("SDL_VIDEODRIVER", "").split(",")
    try:
        pygame.display.init()
    except pygame.error as error:
        raise NoScreenError(
            told.mark("no screen to open a window on ({error})"), error=str(error)
        ) from error
    pygame.font.init()
    driver = pygame.display.get_driver()
    if driver in _UNSEEN_DRIVERS and driver not in asked:
        pygame.display.quit()
        raise NoScreenError(
            told.mark(
                "no screen to open a window on; the game also plays in a terminal: {command}"
            ),
            command="defend-together text",
        )
    if driver == "x11":
        # Without this SDL sends every picture whole through OpenGL, which a machine without
        # a graphics card reckons pixel by pixel: a part that changed would cost as much as all.
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    pygame.display.set_icon(pygame.image.load(asset_path("desktop", _ICON)))
