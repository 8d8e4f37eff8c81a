"""What a bench ran on: rates without it say nothing."""

import os
import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

_CPUINFO: Final = Path("/proc/cpuinfo")
_MODEL: Final = "model name"


@dataclass(frozen=True, slots=True)
class Machine:
    """Interpreter, system and processor.

    Attributes:
        cores: That this process may use.
    """

    python: str
    system: str
    processor: str
    cores: int


def machine() -> Machine:
    """Return what this process runs on."""
    return Machine(
        python=f"{platform.python_implementation()} {platform.python_version()}",
        system=f"{platform.system()} {platform.machine()}",
        processor=_processor(),
        cores=_cores(),
    )


def version_of(distribution: str) -> str | None:
    """Return the version of what is installed, or `None` if it isn't."""
    try:
        return version(distribution)
    except PackageNotFoundError:
        return None


def _processor() -> str:
    """Return the processor's name, as far as the system tells it."""
    try:
        lines = _CPUINFO.read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith(_MODEL))
    return next(named, "") or platform.processor() or "unknown processor"


def _cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
