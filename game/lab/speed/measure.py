"""Taking one reading: what one unit of something costs."""

from collections.abc import Callable, Mapping
from importlib import import_module
from random import Random
from time import process_time
from typing import Any, TypeAlias

Tally: TypeAlias = Mapping[str, int]
"""How much of each unit was done."""

Work: TypeAlias = Callable[[Random], Tally]
"""Does some of the work, by the luck that it is given."""

Reading: TypeAlias = Mapping[str, float]
"""What one of each unit costs: seconds of processor time, or bytes."""

Meter: TypeAlias = Callable[[Random], Reading]
"""Takes one reading."""


class AbsentError(Exception):
    """What was to be measured isn't here; the message is one line and says why."""


class NotInstalledError(AbsentError):
    """A peer's library isn't installed."""

    def __init__(self, distribution: str) -> None:
        super().__init__(f"not installed (pip install {distribution})")


class MeasurementError(Exception):
    """Nothing was done, or in no time: a figure would be made up."""


def clocked(work: Work, seconds: float) -> Meter:
    """Return a meter that does the work over and over for this long."""

    def read(luck: Random) -> Reading:
        done: dict[str, int] = {}
        began = process_time()
        while True:
            for unit, count in work(luck).items():
                done[unit] = done.get(unit, 0) + count
            spent = process_time() - began
            if spent >= seconds:
                return costs(done, spent)

    return read


def costs(done: Tally, spent: float) -> Reading:
    """Return what one of each unit took.

    Raises:
        MeasurementError: Nothing was done, or it took no time.
    """
    idle = [unit for unit, count in done.items() if count <= 0]
    if idle or not done:
        raise MeasurementError(f"nothing was measured: no {', no '.join(idle) or 'work'}")
    if spent <= 0:
        raise MeasurementError("nothing was measured: no time went by")
    return {unit: spent / count for unit, count in done.items()}


def library(module: str, distribution: str) -> Any:
    """Return a peer's module.

    Raises:
        NotInstalledError: It isn't there.
    """
    try:
        return import_module(module)
    except ImportError:
        raise NotInstalledError(distribution) from None
