"""How long the window takes to be there: from the command to a title that answers.

A new interpreter runs the command without arguments, in a player's folder that is empty. It
tells when its first picture was on the screen, and when the title had obeyed a key.
"""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import game
from game.paths import HOME_VARIABLE

_STARTED: Final = """
import sys
import pygame
from game import cli
from game.ui.app import App

def once(app):
    app.tick(0.0)
    print("seen", flush=True)
    begun = app.scene.tree.focused
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_DOWN, mod=0, unicode=""))
    pictures = app.pictures
    while app.scene.tree.focused is begun or app.pictures == pictures:
        app.tick(1 / 60)
    print("usable", flush=True)
    app.close()

App.run = once
sys.exit(cli.main([]))
"""


@dataclass(frozen=True, slots=True)
class StartTimes:
    """Seconds from starting the interpreter.

    Attributes:
        first_picture: Until the title is on the screen.
        usable: Until it has obeyed a key, and shows so.
    """

    first_picture: float
    usable: float


def start_times() -> StartTimes:
    """Start the program once and return how long it took."""
    with tempfile.TemporaryDirectory() as home:
        begun = time.monotonic()
        with subprocess.Popen(
            [sys.executable, "-c", _STARTED],
            env=_environment(home),
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout is not None, "it was asked for"
            told = [(process.stdout.readline().strip(), time.monotonic() - begun) for _ in "12"]
    if [word for word, _ in told] != ["seen", "usable"]:
        raise RuntimeError("the window came to no usable title")
    (_, first), (_, usable) = told
    return StartTimes(first, usable)


def _environment(home: str) -> dict[str, str]:
    """Return the environment of a player who has never played."""
    here = str(Path(game.__file__).resolve().parent.parent)
    path = os.environ.get("PYTHONPATH")
    return os.environ | {
        HOME_VARIABLE: home,
        "PYGAME_HIDE_SUPPORT_PROMPT": "1",
        "PYTHONPATH": os.pathsep.join([here, path] if path else [here]),
    }
