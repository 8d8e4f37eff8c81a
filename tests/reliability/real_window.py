"""A real window over a folder of a player's own, whose every frame is measured."""

import gc
import time
from functools import cache
from pathlib import Path

import pygame

from game.content import load_content
from game.paths import data_path
from game.ui.app import App
from game.ui.desk import Desk
from game.ui.main import hold_for_good
from game.ui.preferences import Preferences
from game.ui.scenes import title
from game.ui.scenes.title import TitleScene
from game.words import offered
from tests.ui.pilot import Pilot

LONGEST_FRAME = 0.25
"""Seconds of the processor that one frame may take, on a machine that does nothing else."""


def reference() -> float:
    """Return the seconds that some fixed work takes now: drawing and counting."""
    surface, other = pygame.Surface((500, 500)), pygame.Surface((500, 500), pygame.SRCALPHA)
    begun = time.thread_time()
    for number in range(12):
        surface.blit(other, (number, number))
        sum(range(4000))
    return time.thread_time() - begun


@cache
def best_reference() -> float:
    """Return the seconds that it takes when nobody shares caches and cores."""
    return min(reference() for _ in range(60))


class WatchedApp(App):
    """The app; it notes what every frame costs.

    A machine that others use, too, takes longer for the same: what a long frame took is
    put in proportion to what the reference takes at once after it.

    Attributes:
        frames: How many there were.
        longest: Seconds of the longest.
        slow: Of those that took too long: the seconds, and the screens before and after.
    """

    frames = 0
    longest = 0.0

    def tick(self, seconds, events=()):
        if not hasattr(self, "slow"):
            self.slow: list[tuple[float, str]] = []
            best_reference()
        before = type(self.scene).__name__
        begun = time.thread_time()
        super().tick(seconds, events)
        took = time.thread_time() - begun
        self.frames += 1
        if took > min(LONGEST_FRAME, max(self.longest, 0.05)):
            took /= max(1.0, min(reference() for _ in range(3)) / best_reference())
        self.longest = max(self.longest, took)
        if took > LONGEST_FRAME:
            after = type(self.scene).__name__ if self._scenes else "the end"
            self.slow.append((round(took, 3), f"{before} > {after} at {self.size}"))


class RealWindow(Pilot):
    """The window as a player opens it: title, matches and settings of a folder.

    Nothing rescues it: an error that a player would be told about is raised.
    """

    app: WatchedApp

    def __init__(self, home: Path, *, patient: bool = False) -> None:
        self.patient = patient
        self.home = home
        matches = home / "data" / "matches"
        for folder in (home / "config", matches):
            folder.mkdir(parents=True, exist_ok=True)
        preferences = Preferences.of(home / "config")
        language = offered(preferences.settings.language)
        content = load_content(data_path())
        self.desk = Desk(content, language, matches, preferences)
        title.read_now(self.desk)  # as is done while somebody looks at the title
        self.app = WatchedApp(
            TitleScene(self.desk), caption="Defend Together", preferences=preferences
        )
        self.tick()
        hold_for_good()

    def close(self) -> None:
        super().close()
        gc.unfreeze()
        self.desk.leave()
