"""Plays a match in a real window with real events: ``python -m tests.ui.real_window mouse``.

xdotool moves the pointer and presses the keys of the X server that ``DISPLAY`` names.
"""

import subprocess
import sys
import time
from functools import cached_property
from pathlib import Path

import pygame

from game.content import load_content
from game.match import list_saved
from game.paths import data_path
from game.ui.desk import Desk
from game.ui.scene import SceneLike
from game.ui.scenes.title import TitleScene
from game.ui.scenes.verdict import VerdictScene
from tests.ui.pilot import _LONG, Pilot
from tests.ui.players import Driver, KeyPlayer, MousePlayer

PLAYERS: dict[str, type[Driver]] = {"mouse": MousePlayer, "keys": KeyPlayer}
_NAMES = {"Enter": "Return", "Esc": "Escape", "Space": "space", "[": "bracketleft"}
_ARRIVE = 0.03
"""Seconds that an event may take from the X server to the window."""


class RealPilot(Pilot):
    """A pilot whose hands are xdotool's; the scenes are only looked at."""

    def __init__(self, scene: SceneLike) -> None:
        super().__init__(scene)
        # No window manager is there to give it the keys.
        self._do("windowfocus", self.window)

    def move_to(self, at: tuple[int, int]) -> None:
        self._do("mousemove", "--window", self.window, *map(str, self._real(at)))

    def click_at(self, at: tuple[int, int], button: int = 1) -> None:
        self.move_to(at)
        self._do("click", str(button))

    def button_down(self, at: tuple[int, int], button: int = 1) -> None:
        self.move_to(at)
        self._do("mousedown", str(button))

    def button_up(self, button: int = 1) -> None:
        self._do("mouseup", str(button))

    def press(self, label: str, mod: int = 0) -> None:
        self._do("key", _named(label))

    def hold(self, label: str, seconds: float) -> None:
        self._do("keydown", _named(label))
        self.settle(seconds)
        self._do("keyup", _named(label))

    def type(self, words: str) -> None:
        self._do("type", words)

    @cached_property
    def window(self) -> str:
        """Return the number by which the X server knows the window."""
        # Once only: asked often, pygame's answer ends in a crash.
        return str(pygame.display.get_wm_info()["window"])

    def _do(self, *words: str) -> None:
        """Let xdotool do one thing, and the window take what comes of it."""
        subprocess.run(["xdotool", *words], check=True, timeout=20)
        end = time.monotonic() + _ARRIVE
        while time.monotonic() < end and self.app.running:
            self.tick()
            time.sleep(0.005)
        while self.app.running and self.scene.passing:
            self.tick(_LONG)


def _named(label: str) -> str:
    """Return a key's name as X has it."""
    return _NAMES.get(label, label.lower() if len(label) == 1 else label)


def play(hands: str, folder: Path) -> None:
    """Begin a solo match at the title, play it to its verdict, and find it saved.

    Raises:
        AssertionError: The match didn't come to its end, or wasn't kept.
    """
    saves, pictures = folder / "matches", folder / "pictures"
    for one in (saves, pictures):
        one.mkdir(parents=True, exist_ok=True)
    content = load_content(data_path())
    with RealPilot(TitleScene(Desk(content, "en", saves))) as pilot:
        assert pygame.display.get_driver() == "x11"
        player = PLAYERS[hands](pilot, pictures)
        _begin(player)
        player.play(lambda: False)
        assert isinstance(pilot.scene, VerdictScene)
        (saved,) = list_saved(saves)
        assert saved.verdict is not None
        told = (hands, saved.verdict, str(player.turns), *sorted(player.kinds))
        sys.stdout.write(f"{' '.join(told)}\n")


def _begin(player: Driver) -> None:
    """Choose scenario and seats by the player's own hands."""
    chosen = ("new", "scenario:first-council", "nato:human", "russia:greedy")
    for ident in chosen:
        if isinstance(player, KeyPlayer):
            assert player.enter(ident), f"no way by Tab to {ident}"
        else:
            player.pilot.click(ident)
    if isinstance(player, KeyPlayer):
        player.pilot.press("S")
    else:
        player.pilot.click("start")


if __name__ == "__main__":
    play(sys.argv[1], Path(sys.argv[2]))
