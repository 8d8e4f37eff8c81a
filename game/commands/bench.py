"""`bench`: how fast engine and window are, the engine beside others in the same run."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from textwrap import wrap
from typing import Any, Final

from game.bridges.speed import BRIDGES
from game.commands.choice import content_with
from game.commands.faults import InputError
from game.commands.kinds import MEMORY, WINDOW
from game.content import Content
from game.lab.speed import ROWS, MeasurementError, Report, Setting, measure
from game.lab.speed.report import Figure, Ratio, RowReport

_WIDTH: Final = 96
_LONG: Final = 1e-2
"""Seconds from which a cost is told in milliseconds, and no rate."""
_HOW_TO_READ: Final = (
    "Every figure is the median of the rounds; brackets hold the middle half of them. A ratio "
    "is taken within its round: x says how many times as fast (or as small) ours is; turns are "
    "those of the bare loop called floor that ours costs."
)


def bench(options: argparse.Namespace) -> int:
    """Measure, print the table, return the exit code."""
    setting = Setting(content_with(options.scenario), options.scenario)
    every = ROWS | BRIDGES
    names = options.only or (*every, WINDOW, MEMORY)
    rows = [row for name, row in every.items() if name in names]
    told: dict[str, Any] = {}
    lines: list[str] = []
    if rows:
        try:
            report = measure(rows, setting, options.rounds, _progress(options.rounds))
        except MeasurementError as error:
            raise InputError(str(error)) from error
        told |= report.as_dict()
        lines += table(report)
    for name, read in ((WINDOW, _window), (MEMORY, _memory)):
        if name in names:
            told[name], seen = read(setting.content)
            lines += ["", *seen] if lines else seen
    print(json.dumps(told, indent=2) if options.json else "\n".join(lines))
    return 0


def _window(content: Content) -> tuple[dict[str, Any], list[str]]:
    """Return the window's figures and their lines, or why there are none."""
    if getattr(sys, "frozen", False):
        reason = "the stand-alone game has no interpreter that could be started anew"
        return {"absent": reason}, [f"Absent: {WINDOW}: {reason}"]
    # Only now: the engine's rows must be read without pygame.
    from game.ui.display import NoScreenError
    from game.ui.speed import lines, window_speed

    try:
        speed = window_speed(content)
    except NoScreenError as error:
        return {"absent": str(error)}, [f"Absent: {WINDOW}: {error}"]
    head = f"{WINDOW}: the board at three sizes, at rest, and the start"
    return speed.as_dict(), [head, *(f"  {line}" for line in lines(speed))]


def _memory(content: Content) -> tuple[dict[str, Any], list[str]]:
    """Return how much matches leave behind in a window, or why that isn't known."""
    from game.lab.speed.measure import AbsentError
    from game.ui.display import NoScreenError
    from game.ui.speed_memory import match_memory, memory_lines

    del content  # the standard content is played: so figures can be compared
    try:
        memory = match_memory()
    except (AbsentError, NoScreenError) as error:
        return {"absent": str(error)}, [f"Absent: {MEMORY}: {error}"]
    head = f"{MEMORY}: match after match in one window, in a process of its own"
    return memory.as_dict(), [head, *(f"  {line}" for line in memory_lines(memory))]


def table(report: Report) -> Iterator[str]:
    """Yield a report as lines for a person."""
    host = report.machine
    yield f"{host.python}, {host.system}, {host.processor}, {_counted(host.cores, 'core')}"
    rounds = _counted(report.rounds, "round")
    yield f"{report.scenario}, {rounds}, {report.seconds:.0f} s of processor time"
    peers = ", ".join(f"{name} {version}" for name, version in report.peers.items())
    yield f"Peers: {peers or 'none'}"
    for name, reason in report.absent.items():
        yield f"Absent: {name}: {reason}"
    yield from _wrapped(_HOW_TO_READ, "")
    told: set[str] = set()
    for row in report.rows:
        yield ""
        yield from _row(row, told)


def _row(row: RowReport, told: set[str]) -> Iterator[str]:
    """Yield a row: ours with their ratios, the peers' figures, and what all that includes.

    What was told of the floor isn't said again.
    """
    yield f"{row.name}: {row.title}"
    own = row.figures[0].who
    for figure in row.figures:
        yield _figure(row, figure)
        if figure.who == own:
            yield from (_ratio(ratio) for ratio in row.ratios if ratio.unit == figure.unit)
    for text, names in _by_text(row.includes).items():
        if text not in told:
            told.add(text)
            yield from _wrapped(f"{', '.join(names)}: {text}.", "  - ")


def _figure(row: RowReport, figure: Figure) -> str:
    """Return what a unit costs, in numbers that can be read."""
    who = f"  {figure.who}, {figure.unit}".ljust(46)
    if row.measure == "bytes":
        return f"{who}{figure.cost:12,.0f} bytes"
    if figure.cost >= _LONG:
        return f"{who}{'':21}{1e3 * figure.cost:12,.1f} ms each"
    return f"{who}{1 / figure.cost:12,.0f} a second{1e6 * figure.cost:12,.2f} us each"


def _ratio(ratio: Ratio) -> str:
    """Return a ratio as a line."""
    sign = "x" if ratio.scale == "times" else " turns"
    spread = f"({_short(ratio.low)} to {_short(ratio.high)})"
    return f"      {_short(ratio.median):>8}{sign:6} {spread:18} {ratio.peer}"


def _short(value: float) -> str:
    """Return a ratio with three digits or so."""
    places = 3 if value < 0.1 else 2 if value < 10 else 1 if value < 100 else 0
    return f"{value:,.{places}f}"


def _wrapped(text: str, mark: str) -> list[str]:
    margin = " " * len(mark)
    return wrap(
        text, _WIDTH, initial_indent=mark, subsequent_indent=margin, break_on_hyphens=False
    )


def _by_text(includes: dict[str, str]) -> dict[str, list[str]]:
    """Return the contestants by what their figures include."""
    by_text: dict[str, list[str]] = {}
    for name, text in includes.items():
        by_text.setdefault(text, []).append(name)
    return by_text


def _progress(rounds: int) -> Callable[[int], None] | None:
    """Return what tells the round on a terminal; nothing where a file or a program reads."""
    if not sys.stderr.isatty():
        return None

    def told(number: int) -> None:
        end = "" if number < rounds else "\n"
        print(f"\rround {number} of {rounds}", end=end, file=sys.stderr, flush=True)

    return told


def _counted(count: int, noun: str) -> str:
    return f"1 {noun}" if count == 1 else f"{count} {noun}s"
