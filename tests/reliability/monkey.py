"""A monkey at the window: random real events, as fast as the window takes them.

    python -m tests.reliability.monkey --seconds 3600 --seed 1

prints what it did, each error with the events that led to it, and each frame that took too
long. The same seed does the same things until the clock of the machine plays a part.
"""

import argparse
import contextlib
import os
import tempfile
import time
import traceback
from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import pygame

from game.ui.scene import Scene
from game.ui.scenes.thinking import ThinkingScene
from game.ui.scenes.watch import WatchScene
from game.ui.theme import TEXT_SCALES
from game.ui.widgets.widget import Widget
from tests.reliability.real_window import RealWindow
from tests.ui.players import MousePlayer

SIZES = (
    (320, 180),
    (800, 600),
    (1280, 720),
    (1366, 768),
    (1920, 1080),
    (700, 1400),
    (2560, 1080),
)
KEYS = (
    *("Enter", "Esc", "Space", "Tab", "Left", "Right", "Up", "Down", "Home", "End"),
    *("PageUp", "PageDown", "Backspace", "Del", "F1", "F2", "F4", "F9", "F10", "F11"),
    *"ABCDEFGHIKLMNOPRSTUVWXZ123456789[].+-=,/",
)
TYPED = (
    "7",
    "42",
    "é",
    "Ж",
    "😀",
    "\u202e",
    "a\u0301",
    "99999999999999999999",
    " ",
    "\x00",
    "\t",
)
MODS = (0, 0, 0, 0, pygame.KMOD_SHIFT, pygame.KMOD_CTRL, pygame.KMOD_ALT)
STRAY: tuple[tuple[int, dict[str, Any]], ...] = (
    (pygame.WINDOWFOCUSLOST, {}),
    (pygame.WINDOWFOCUSGAINED, {}),
    (pygame.WINDOWMINIMIZED, {}),
    (pygame.WINDOWRESTORED, {}),
    (pygame.WINDOWEXPOSED, {}),
    (pygame.WINDOWLEAVE, {}),
    (pygame.WINDOWMOVED, {"x": -50, "y": 99}),
    (pygame.WINDOWMOVED, {"x": 10**6, "y": 0}),
    (pygame.ACTIVEEVENT, {"gain": 0, "state": 1}),
    (pygame.TEXTEDITING, {"text": "か", "start": 0, "length": 1}),
    (pygame.DROPFILE, {"file": "a.match"}),
    (pygame.KEYUP, {"key": pygame.K_a, "mod": 0}),
    (pygame.FINGERDOWN, {"touch_id": 0, "finger_id": 0, "x": 0.5, "y": 0.5, "dx": 0, "dy": 0}),
    (pygame.JOYBUTTONDOWN, {"joy": 0, "button": 1}),
    (pygame.USEREVENT, {}),
    (pygame.AUDIODEVICEREMOVED, {"which": 0, "iscapture": 0}),
)
REMEMBERED = 60
"""Events told of when something goes wrong."""


@dataclass
class Report:
    """What a monkey did and what it found.

    Attributes:
        starts: How many times the window was opened.
        scenes: By screen, how many events it got.
        faults: Every error, with the events that led to it.
        slow: Every frame that took too long.
    """

    events: int = 0
    frames: int = 0
    starts: int = 0
    longest: float = 0.0
    scenes: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    slow: list[tuple[float, str]] = field(default_factory=list)


class Monkey:
    """Sends events to a window, and opens another when it was closed or broke."""

    def __init__(self, home: Path, seed: int) -> None:
        self.home = home
        self.luck = Random(seed)
        self.report = Report()
        self.done: deque[str] = deque(maxlen=REMEMBERED)
        self.window: RealWindow | None = None

    def run(self, enough: Callable[[Report], bool]) -> Report:
        """Send events until it is enough."""
        while not enough(self.report):
            try:
                self._step()
            except Exception:  # noqa: BLE001 - whatever it is, it is what the monkey is for
                self._found(traceback.format_exc())
        self._close()
        return self.report

    def _step(self) -> None:
        if self.window is None:
            self.window = RealWindow(self.home)
            self.report.starts += 1
            self.done.append("opened")
        scene = self.window.scene
        self.report.events += 1
        self.report.scenes[type(scene).__name__] += 1
        (deed,) = self.luck.choices(self._deeds, self._weights)
        deed(self, self.window, scene)
        if self.window.app.running and self.luck.random() < 0.1:
            self.window.tick(self.luck.choice((1 / 60, 0.3, 1.0)))
        if isinstance(scene, ThinkingScene) and self.window.app.running:
            time.sleep(0.05)  # it thinks in a process of its own
            self.window.tick(0.1)
        if not self.window.app.running:
            self._close()

    def _found(self, what: str) -> None:
        self.report.faults.append(f"{what}\nafter {' | '.join(self.done)}")
        try:
            self._close()
        except Exception:  # noqa: BLE001 - it is broken already
            self.window = None

    def _close(self) -> None:
        if self.window is not None:
            window, self.window = self.window, None
            self.report.frames += window.app.frames
            self.report.longest = max(self.report.longest, window.app.longest)
            self.report.slow += getattr(window.app, "slow", [])
            window.close()

    # -------------------------------------------------------------------- deeds

    def _note(self, scene: Scene, what: str) -> None:
        self.done.append(f"{type(scene).__name__}: {what}")

    def _press_widget(self, window: RealWindow, scene: Scene) -> None:
        """Click on something that can be seen, whatever it is."""
        found: Sequence[Widget] = [one for one in scene.tree.walk() if one.id]
        if found:
            one = self.luck.choice(found)
            self._note(scene, f"click {one.id}")
            window.click_at(one.rect.center, self.luck.choice((1, 1, 1, 1, 1, 1, 2, 3)))

    def _press_key(self, window: RealWindow, scene: Scene) -> None:
        key, mod = self.luck.choice(KEYS), self.luck.choice(MODS)
        self._note(scene, f"key {key} {int(mod)}")
        window.press(key, mod)

    def _hold(self, window: RealWindow, scene: Scene) -> None:
        """Hold a key or a button for as long as a curtain needs."""
        lift = scene.tree.find("lift")
        self._note(scene, "hold")
        if lift is None or self.luck.random() < 0.5:
            window.hold(self.luck.choice(("Space", "Enter", "Right")), 0.7)
            return
        window.button_down(lift.rect.center)
        window.settle(0.7)

    def _press_anywhere(self, window: RealWindow, scene: Scene) -> None:
        at = self._somewhere(window)
        self._note(scene, f"click at {at}")
        window.click_at(at, self.luck.choice((1, 1, 1, 3, 5, 9)))

    def _drag(self, window: RealWindow, scene: Scene) -> None:
        begin, end = self._somewhere(window), self._somewhere(window)
        self._note(scene, f"drag {begin} {end}")
        window.move_to(begin)
        window.button_down(begin)
        for at in (begin, end):
            if window.app.running:
                window.move_to(at)
        if window.app.running and self.luck.random() < 0.8:
            real = window._real(end)
            window._post(pygame.MOUSEBUTTONUP, pos=real, button=1)

    def _roll(self, window: RealWindow, scene: Scene) -> None:
        window.move_to(self._somewhere(window))
        turns = self.luck.choice((-3, -1, 1, 5))
        self._note(scene, f"wheel {turns}")
        if window.app.running:
            window._post(pygame.MOUSEWHEEL, x=0, y=turns, flipped=False)

    def _write(self, window: RealWindow, scene: Scene) -> None:
        words = self.luck.choice(TYPED)
        self._note(scene, f"type {words!r}")
        window._post(pygame.TEXTINPUT, text=words)

    def _stray(self, window: RealWindow, scene: Scene) -> None:
        kind, fields = self.luck.choice(STRAY)
        self._note(scene, pygame.event.event_name(kind))
        window._post(kind, **fields)

    def _resize(self, window: RealWindow, scene: Scene) -> None:
        size = self.luck.choice(SIZES)
        self._note(scene, f"resize {size}")
        window.resize(size)
        if window.app.running:
            window._post(pygame.VIDEORESIZE, size=size, w=size[0], h=size[1])

    def _change(self, window: RealWindow, scene: Scene) -> None:
        """Change what the settings' screen changes."""
        name, values = self.luck.choice(
            (
                ("language", ("en", "fr", "ru", "en-XA")),
                ("reduced_motion", (True, False)),
                ("text", TEXT_SCALES),
                ("high_contrast", (True, False)),
                ("tooltip_delay", (0, 350)),
            )
        )
        value = self.luck.choice(values)
        self._note(scene, f"{name} {value}")
        window.app.preferences.change(**{name: value})
        window.tick()

    def _crowd(self, window: RealWindow, scene: Scene) -> None:
        """Send many events that one frame has to take at once."""
        self._note(scene, "crowd")
        for _ in range(self.luck.randrange(2, 12)):
            key = ord(self.luck.choice("1234eofarcg \r"))
            for kind in (pygame.KEYDOWN, pygame.KEYUP):
                fields = {"key": key, "mod": 0, "unicode": "", "scancode": 0}
                pygame.event.post(pygame.event.Event(kind, fields))
        window.tick()

    def _play_on(self, window: RealWindow, scene: Scene) -> None:
        """Do what a player would do here, so that matches go on and come to an end."""
        self._note(scene, "play on")
        player = MousePlayer(window, self.home)
        player.turns = self.luck.randrange(8)
        if scene.dialog is not None:
            player.answer()
        elif type(scene) in player.deals():
            # What was dragged or shrunk out of reach can't be played by clicks alone.
            with contextlib.suppress(AssertionError):
                player.turn()
        else:
            wanted = self.luck.choice(("continue", "new", "start", "go-on", "title"))
            if scene.tree.find(wanted) is not None:
                window.click(wanted)
            elif not isinstance(scene, ThinkingScene | WatchScene):
                window.press("Esc")

    def _quit(self, window: RealWindow, scene: Scene) -> None:
        self._note(scene, "quit")
        window._post(pygame.QUIT)

    def _somewhere(self, window: RealWindow) -> tuple[int, int]:
        wide, high = window.app.size
        return self.luck.randrange(-20, wide + 20), self.luck.randrange(-20, high + 20)

    _deeds = (
        _press_widget,
        _press_key,
        _hold,
        _press_anywhere,
        _drag,
        _roll,
        _write,
        _stray,
        _resize,
        _change,
        _crowd,
        _play_on,
        _quit,
    )
    _weights = (500, 150, 60, 60, 30, 30, 15, 20, 6, 8, 20, 250, 1)


def lasting(seconds: float) -> Callable[[Report], bool]:
    """Return when so many seconds have passed."""
    end = time.monotonic() + seconds
    return lambda _: time.monotonic() >= end


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    os.environ.update(SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy")
    with tempfile.TemporaryDirectory() as home:
        told = Monkey(Path(home), options.seed).run(lasting(options.seconds))
    print(f"{told.events} events, {told.frames} frames, {told.starts} starts")  # noqa: T201
    print(f"longest frame {told.longest:.3f} s; {told.scenes.most_common()}")  # noqa: T201
    for fault in told.faults:
        print(f"\nFAULT {fault}")  # noqa: T201
    for slow in told.slow:
        print(f"SLOW {slow}")  # noqa: T201


if __name__ == "__main__":
    main()
