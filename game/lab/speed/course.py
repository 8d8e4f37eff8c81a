"""Running a bench: everybody is made ready, then read in turn, round after round."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random
from time import process_time

from game.lab.speed.machine import machine, version_of
from game.lab.speed.measure import (
    AbsentError,
    MeasurementError,
    Meter,
    NotInstalledError,
    Reading,
)
from game.lab.speed.report import Report, row_report
from game.lab.speed.row import Loop, Row, Setting

Told = Callable[[int], None]
"""Hears the number of each round that begins, from 1."""


@dataclass(slots=True)
class _Contest:
    """A row with those who take part in it and their readings so far."""

    row: Row
    loops: list[Loop] = field(default_factory=list)
    meters: dict[str, Meter] = field(default_factory=dict)
    readings: dict[str, list[Reading]] = field(default_factory=dict)


def measure(
    rows: Sequence[Row], setting: Setting, rounds: int, told: Told | None = None
) -> Report:
    """Read every row so many times and return what it came to.

    Raises:
        MeasurementError: Nothing could be measured.
    """
    began = process_time()
    absent: dict[str, str] = {}
    contests = [_contest(row, setting, absent) for row in rows]
    contests = [contest for contest in contests if contest.loops]
    if not contests:
        why = "; ".join(f"{name}: {reason}" for name, reason in absent.items())
        raise MeasurementError(f"nothing was measured ({why or 'no row'})")
    with _quiet_collector():
        for number in range(1, rounds + 1):
            if told is not None:
                told(number)
            for contest in contests:
                _read(contest, number)
    return Report(
        machine=machine(),
        scenario=setting.scenario,
        rounds=rounds,
        seconds=process_time() - began,
        rows=tuple(row_report(c.row, c.loops, c.readings) for c in contests),
        peers=_versions(contests),
        absent=absent,
    )


def _contest(row: Row, setting: Setting, absent: dict[str, str]) -> _Contest:
    """Return a row with everybody ready who can take part; without the engine, nobody."""
    contest = _Contest(row)
    for loop in row.loops:
        try:
            meter = _ready(loop, setting)
        except AbsentError as reason:
            absent[_absentee(row, loop, reason)] = str(reason)
            if loop is row.own:
                return contest
            continue
        contest.loops.append(loop)
        contest.meters[loop.name] = meter
        contest.readings[loop.name] = []
    return contest


def _absentee(row: Row, loop: Loop, reason: AbsentError) -> str:
    """Return who can't take part: a whole library, or one contestant in one row."""
    if isinstance(reason, NotInstalledError) and loop.library is not None:
        return loop.library
    return f"{row.name}: {loop.name}"


def _ready(loop: Loop, setting: Setting) -> Meter:
    """Return a loop's meter, warmed up by one reading.

    A fault of our own is a fault; a peer's is its absence.

    Raises:
        AbsentError: It can't take part.
        MeasurementError: It did nothing.
    """
    try:
        meter = loop.ready(setting)
        warmed = meter(Random(0))
    except AbsentError:
        raise
    except Exception as error:
        if loop.kind != "peer":
            raise
        what = f"{type(error).__name__}: {error}".splitlines()[0]
        raise AbsentError(f"does not run here ({what})") from error
    if not warmed:
        raise MeasurementError(f"nothing was measured: {loop.name} did no work")
    return meter


def _read(contest: _Contest, number: int) -> None:
    """Take the round's reading of each contestant, every other round the other way round."""
    if contest.row.most_rounds is not None and number > contest.row.most_rounds:
        return
    for loop in contest.loops if number % 2 else reversed(contest.loops):
        reading = contest.meters[loop.name](Random(number))
        contest.readings[loop.name].append(reading)


@contextmanager
def _quiet_collector() -> Iterator[None]:
    """Keep the garbage collector from walking what was loaded, again and again, for all."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _versions(contests: Sequence[_Contest]) -> dict[str, str]:
    """Return the version of every library that takes part."""
    libraries = {loop.library for contest in contests for loop in contest.loops if loop.library}
    versions = {name: version_of(name) for name in sorted(libraries)}
    return {name: told for name, told in versions.items() if told is not None}
