"""Match after match in one window: played by clicks, while size, language and theme change.

    python -m tests.reliability.soak --matches 500 --seed 1

prints memory, frames and what went wrong. Every match is begun from the title, saved, played to
its verdict and left again, as somebody would who plays for days without closing the window.
"""

import argparse
import gc
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from game.match import list_saved
from game.ui.scene import Scene
from game.ui.scenes.thinking import ThinkingScene
from game.ui.scenes.title import TitleScene
from game.ui.scenes.verdict import VerdictScene
from game.ui.scenes.watch import WatchedReveal, WatchScene
from game.ui.theme import TEXT_SCALES
from tests.reliability.real_window import RealWindow
from tests.ui.pilot import Pilot
from tests.ui.players import MousePlayer

SIZES = ((1280, 720), (1366, 768), (1600, 900), (1920, 1080), (1280, 960), (1720, 720))
LANGUAGES = ("en", "fr", "ru")
FIRST = {"language": "en", "theme": "paper", "text": 1.0, "high_contrast": False}
"""How the window looks between two matches: what it holds then can be compared."""
SEATS = (
    ("human", "human"),
    ("human", "greedy"),
    ("random", "human"),
    ("human", "reciprocator"),
)
WATCHED = (("greedy", "open"), ("random", "reciprocator"), ("firm", "operations"))
BY_CLICKS = 8
"""One match of so many is played by clicks; the others are watched, which takes less long."""
SCENARIOS = ("first-council",) * 9 + ("lisbon-to-chicago",)
HASTE = 2
"""Steps of speed from the one that watching begins with to the highest."""
MOST_TURNS = 3000
WARM = 50
"""Matches after which every cache is as full as it gets."""
GROWTH = 1.05


@dataclass
class Soaked:
    """What was measured.

    Attributes:
        held: Megabytes in memory after each match, the window as it was before the first.
        longest: Seconds of the longest frame.
        slow: Every frame that took too long.
        changes: How often size, language, theme or text changed.
    """

    held: list[float] = field(default_factory=list)
    frames: int = 0
    longest: float = 0.0
    slow: list[tuple[float, str]] = field(default_factory=list)
    changes: int = 0
    decisions: int = 0


class SoakPlayer(MousePlayer):
    """Plays by clicks at random, and doesn't look whether all fits: others do that."""

    def __init__(self, window: Pilot, home: Path, luck: Random) -> None:
        super().__init__(window, home)
        self.luck = luck

    def pick(self, prefix: str) -> bool:
        """Click any that can be pressed; say whether there was one."""
        self.turns = self.luck.randrange(1 << 16)
        return super().pick(prefix)

    def _look(self) -> None:
        return


class SoakWindow(RealWindow):
    """A window whose time passes in longer steps: what is soaked is not smoothness."""

    def settle(self, seconds: float = 1.0) -> None:
        for _ in range(round(seconds / 0.1)):
            if self.app.running:
                self.app.tick(0.1)


class Soak:
    """Plays many matches in one window."""

    def __init__(self, home: Path, seed: int) -> None:
        self.luck = Random(seed)
        self.window = SoakWindow(home)
        self.soaked = Soaked()
        self._home = home
        self._hastened: Scene | None = None

    def run(self, matches: int, told: Callable[[int, Soaked], object] | None = None) -> Soaked:
        """Play so many matches, and return what was measured."""
        try:
            for number in range(matches):
                self._play(number)
                gc.collect()
                self.soaked.held.append(resident())
                self._count()
                if told is not None:
                    told(number, self.soaked)
        finally:
            self.window.close()
        return self.soaked

    def _count(self) -> None:
        app = self.window.app
        self.soaked.frames = app.frames
        self.soaked.longest = app.longest
        self.soaked.slow = list(getattr(app, "slow", []))

    def _play(self, number: int) -> None:
        """Play a match from the title to its verdict and back."""
        window, luck = self.window, self.luck
        nato, russia = luck.choice(WATCHED if number % BY_CLICKS else SEATS)
        window.click("new")
        self._choose(f"scenario:{luck.choice(SCENARIOS)}")
        self._choose(f"nato:{nato}")
        self._choose(f"russia:{russia}")
        window.click("number")
        window.type(str(number))
        window.click("start")
        match = window.scene.sitting.match  # type: ignore[attr-defined]
        assert match.seats == (nato, russia), match.seats
        self._change()
        player = SoakPlayer(window, self._home, luck)
        for _ in range(MOST_TURNS):
            ready = player.looked_on()
            if isinstance(window.scene, VerdictScene):
                break
            if ready:
                self._deal(player, window.scene)
            if luck.random() < 0.04:
                self._change()
        assert isinstance(window.scene, VerdictScene), window.dump()
        assert match.unsaved is None
        self.soaked.decisions += len(match.history)
        window.settle(0.5)
        self._back()
        self._hastened = None
        window.app.preferences.change(**FIRST)
        window.resize(SIZES[0])

    def _choose(self, ident: str) -> None:
        """Click on a row of a list, which rolls to it first."""
        self.window.scene.focus(ident)
        self.window.tick()
        self.window.click(ident)

    def _deal(self, player: SoakPlayer, scene: Scene) -> None:
        """Deal with the screen that is shown."""
        if scene.dialog is not None:
            player.answer()
        elif isinstance(scene, WatchScene | WatchedReveal):
            self._watch(scene)
        elif isinstance(scene, ThinkingScene) or scene.passing:
            self.window.settle(0.9)
            time.sleep(0.005)
        else:
            player.deals()[type(scene)]()

    def _watch(self, scene: Scene) -> None:
        """Let the computer play against itself, as fast as that goes."""
        if isinstance(scene, WatchScene) and scene is not self._hastened:
            self._hastened = scene
            for _ in range(HASTE):
                self.window.click("faster")
        for _ in range(20):
            if self.window.scene is scene:
                self.window.tick(0.5)

    def _change(self) -> None:
        """Change how the window looks."""
        window, luck = self.window, self.luck
        self.soaked.changes += 1
        match luck.randrange(5):
            case 0 | 1:
                window.resize(luck.choice(SIZES))
            case 2:
                window.app.preferences.change(language=luck.choice(LANGUAGES))
            case 3:
                window.press("F10")
            case _:
                window.app.preferences.change(
                    text=luck.choice(TEXT_SCALES),
                    high_contrast=luck.random() < 0.3,
                    reduced_motion=luck.random() < 0.5,
                )
        window.tick()

    def _back(self) -> None:
        """Go back to the title as a player does."""
        window = self.window
        for _ in range(9):
            if isinstance(window.scene, TitleScene):
                return
            if window.scene.tree.find("title") is not None:
                window.click("title")
            else:
                window.press("Esc")
            window.settle(0.3)
        raise AssertionError(f"no way back to the title: {window.dump()}")


def resident(which: str = "VmRSS") -> float:
    """Return the megabytes that this process holds in memory, or (VmHWM) ever held (Linux)."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(which)) / 1024


def growth(held: list[float]) -> float:
    """Return how much more is held at the end than when all was warm: means of fifty."""
    warm, last = held[WARM : 2 * WARM] or held, held[-WARM:]
    return (sum(last) / len(last)) / (sum(warm) / len(warm))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--matches", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    os.environ.update(SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy")

    def told(number: int, soaked: Soaked) -> None:
        print(  # noqa: T201
            f"{number + 1}: {soaked.held[-1]:.1f} MB, {soaked.frames} frames, "
            f"longest {soaked.longest:.3f} s, slow {soaked.slow}",
            flush=True,
        )

    with tempfile.TemporaryDirectory() as home:
        soaked = Soak(Path(home), options.seed).run(options.matches, told)
        kept = list_saved(Path(home) / "data" / "matches")
    over = sum(saved.verdict is not None for saved in kept)
    print(f"{len(kept)} saves, {over} over; {soaked.decisions} decisions")  # noqa: T201
    print(f"{soaked.changes} changes; at most {resident('VmHWM'):.0f} MB")  # noqa: T201
    print(f"memory x {growth(soaked.held):.3f} from the second fifty on")  # noqa: T201


if __name__ == "__main__":
    main()
