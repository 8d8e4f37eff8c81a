"""A screen without a desk: what X shows is read out of a file."""

import os
import shutil
import struct
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.packages.built import Installed

NEEDS_A_SCREEN = pytest.mark.skipif(
    shutil.which("Xvfb") is None, reason="needs Xvfb, to see a real window"
)
SIZE = (1280, 720)
MANY_COLOURS = 200
"""A board or a title has more; a window that shows nothing has one."""
_HEADER = struct.Struct(">25I")
_COLOUR_MAP_ENTRY = 12
_PIXEL = 4


@dataclass(frozen=True)
class Screen:
    """A screen of its own.

    Attributes:
        display: Its name, as `DISPLAY` has it.
        dump: The file in which X keeps what it shows, as XWD.
    """

    display: str
    dump: Path

    def colours(self) -> int:
        """Return how many colours are seen; an empty screen has one."""
        data = self.dump.read_bytes()
        header = _HEADER.unpack_from(data)
        begin = header[0] + header[19] * _COLOUR_MAP_ENTRY
        length = header[5] * header[12]
        pixels = memoryview(data)[begin : begin + length].cast("I")
        return len({pixel & 0xFFFFFF for pixel in pixels})

    def variables(self) -> dict[str, str]:
        """Return what a program needs to open its window here, in silence."""
        return {
            "DISPLAY": self.display,
            "SDL_VIDEODRIVER": "x11",
            "SDL_AUDIODRIVER": "dummy",
            "PYGAME_HIDE_SUPPORT_PROMPT": "1",
        }


@contextmanager
def screen(folder: Path) -> Iterator[Screen]:
    """Open a screen of a number that nobody uses."""
    reading, writing = os.pipe()
    size = f"{SIZE[0]}x{SIZE[1]}x24"
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-fbdir", str(folder)]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield Screen(f":{told.readline().strip()}", folder / "Xvfb_screen0")
    finally:
        server.terminate()
        server.wait()


@contextmanager
def opened(installed: Installed, shown: Screen, home: Path, *arguments: str) -> Iterator[None]:
    """Open the game's window, go on once it shows something, close it, without fault."""
    process = subprocess.Popen(
        [*installed.command, *arguments],
        cwd=installed.elsewhere(),
        env=installed.environment(DEFEND_TOGETHER_HOME=str(home), **shown.variables()),
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        seen(lambda: shown.colours() > MANY_COLOURS or process.poll() is not None)
        visible = shown.colours() > MANY_COLOURS
        yield
    finally:
        process.terminate()
        _, complaint = process.communicate(timeout=30)
    assert visible, complaint
    assert (process.returncode, complaint) == (0, "")


def seen(what: Callable[[], bool], seconds: float = 60) -> bool:
    """Wait until something is so; return whether it came to that in time."""
    end = time.monotonic() + seconds
    while not what():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True
