"""Bytes of a state: how much a process grows by ten thousand of them.

Measured in a process of its own, where nothing else has left holes in the memory.
"""

import os
import subprocess
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Final

from game.content import load_content
from game.lab.speed.measure import AbsentError, MeasurementError, Meter, Reading
from game.lab.speed.positions import sampled
from game.lab.speed.row import OWN, Loop, Setting

CLONE: Final = "clone"
MOVED_ON: Final = "clone one action on"

CLONES: Final = 10_000
POSITIONS: Final = 500
_STATM: Final = Path("/proc/self/statm")


def growth(make: Callable[[int], object]) -> float:
    """Return by how many bytes a process grows for each thing that is made and kept.

    As many again are made and kept before, so that free memory is used up.

    Raises:
        MeasurementError: It did not grow.
    """
    kept: list[object] = [None] * (2 * CLONES)
    for number in range(CLONES):
        kept[number] = make(number)
    before = resident()
    for number in range(CLONES, 2 * CLONES):
        kept[number] = make(number)
    grown = resident() - before
    if grown <= 0:
        raise MeasurementError("nothing was measured: the process did not grow")
    return grown / CLONES


def resident() -> int:
    """Return how many bytes of memory this process has.

    Raises:
        AbsentError: The system doesn't tell.
    """
    try:
        if _STATM.exists():
            pages = int(_STATM.read_text(encoding="ascii").split()[1])
            return pages * os.sysconf("SC_PAGE_SIZE")
        told = subprocess.run(
            ["ps", "-o", "rss=", "-p", str(os.getpid())], capture_output=True, check=True
        )
        return int(told.stdout) * 1024
    except (OSError, ValueError, subprocess.CalledProcessError):
        raise AbsentError("this system doesn't tell a process's memory") from None


def own_growth(scenario: str, moved_on: bool) -> float:
    """Return the bytes of a clone of ours; for a process of its own."""
    setting = Setting(load_content(), scenario, positions=POSITIONS)
    found = sampled(setting, Random(0))
    states = [one.state for one in found]
    actions = [one.action for one in found]

    def make(number: int) -> object:
        twin = states[number % POSITIONS].clone()
        if moved_on:
            twin.apply(actions[number % POSITIONS])
        return twin

    return growth(make)


def apart(measured: Callable[[str, bool], float], setting: Setting) -> Meter:
    """Return the meter that has this measured in new processes."""

    def read(luck: Random) -> Reading:
        told = {}
        for unit, moved_on in ((CLONE, False), (MOVED_ON, True)):
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
                told[unit] = process.submit(measured, setting.scenario, moved_on).result()
        return told

    return read


def _own(setting: Setting) -> Meter:
    return apart(own_growth, setting)


OWN_BYTES: Final = Loop(
    name=OWN,
    includes=f"growth of the resident memory by {CLONES} clones of {POSITIONS} positions "
    "sampled along random games, in a process of its own; what clones share isn't in it",
    ready=_own,
    kind="own",
)
