"""Starting up: what new processes take to be ready."""

import os
import subprocess
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from random import Random
from typing import Final

import game
from game.lab.speed.measure import AbsentError, Meter, Reading, costs, library
from game.lab.speed.row import OWN, Loop, Setting

ENGINE: Final = "import of the engine"
COMMAND_LINE: Final = "command line"
START: Final = "start"

_OWN: Final = {ENGINE: ("-c", "import game.engine"), COMMAND_LINE: ("-m", "game", "--version")}


def processor_time_of(arguments: tuple[str, ...]) -> float:
    """Return the seconds of processor time that a new interpreter takes for this.

    Raises:
        AbsentError: It doesn't run, or the system doesn't tell its time.
    """
    if sys.platform == "win32":
        raise AbsentError("this system doesn't tell the processor time of a process that ended")
    from resource import RUSAGE_CHILDREN, getrusage  # noqa: PLC0415 - not on Windows

    before = getrusage(RUSAGE_CHILDREN)
    ran = subprocess.run(
        [sys.executable, *arguments], env=_environment(), capture_output=True, check=False
    )
    after = getrusage(RUSAGE_CHILDREN)
    if ran.returncode:
        raise AbsentError(f"python {' '.join(arguments)} ends with {ran.returncode}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _environment() -> dict[str, str]:
    """Return the environment in which the new process finds the game where we did."""
    here = str(Path(game.__file__).resolve().parent.parent)
    path = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join([here, path] if path else [here])}


def _meter(runs: Mapping[str, tuple[str, ...]]) -> Meter:
    def read(luck: Random) -> Reading:
        return {
            unit: costs({unit: 1}, processor_time_of(arguments))[unit]
            for unit, arguments in runs.items()
        }

    return read


def _own(setting: Setting) -> Meter:
    return _meter(_OWN)


def _bare(setting: Setting) -> Meter:
    return _meter({START: ("-c", "pass")})


def _importing(module: str, distribution: str, setting: Setting) -> Meter:
    library(module, distribution)
    return _meter({START: ("-c", f"import {module}")})


OWN_STARTS: Final = Loop(
    name=OWN,
    includes="a new interpreter that imports game.engine, and one that runs "
    "`defend-together --version`, until it has ended",
    ready=_own,
    kind="own",
)

PEER_STARTS: Final = (
    Loop(
        name="bare Python",
        includes="a new interpreter that does nothing; part of every other figure",
        ready=_bare,
    ),
    *(
        Loop(
            name=name,
            includes=f"a new interpreter that imports {module}",
            ready=partial(_importing, module, distribution),
            library=distribution,
        )
        for name, module, distribution in (
            ("python-chess", "chess", "chess"),
            ("OpenSpiel", "pyspiel", "open-spiel"),
            ("RLCard", "rlcard", "rlcard"),
        )
    ),
)
