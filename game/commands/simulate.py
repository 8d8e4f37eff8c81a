"""`simulate`: many matches between the computer's players, counted."""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from game.commands.choice import check_scenario
from game.commands.faults import InputError
from game.content import Content, load_content
from game.content.vocabulary import SIDES
from game.engine.outcome import VERDICTS
from game.match.series import HOT, Result, Series, check_players, play_series
from game.paths import UserFolderError

_PLACES = 4
"""Decimal places of every mean that is printed."""


def simulate(options: argparse.Namespace) -> int:
    """Play the series, print its results, return the exit code."""
    content = load_content()
    seats = (options.nato, options.russia)
    check_players(seats)
    scenario = check_scenario(content, options.scenario)
    series = Series(scenario, seats, options.games, options.seed, options.save_dir)
    with _opened(options.record) as record:
        results = []
        for result in _played(series, content, options.jobs):
            results.append(result)
            if record is not None:
                record.write(json.dumps(row(result), separators=(",", ":")) + "\n")
    told = summary(series, results)
    print(json.dumps(told, indent=2) if options.json else "\n".join(table(told)))
    return 0


def summary(series: Series, results: Sequence[Result]) -> dict[str, Any]:
    """Return what a series came to: counts, and means a game."""
    outcomes = [result.outcome for result in results]
    counts = dict.fromkeys(VERDICTS, 0)
    for outcome in outcomes:
        counts[outcome.verdict] += 1
    hot = [result for result in results if result.hottest >= HOT]
    return {
        "scenario": series.scenario,
        "nato": series.seats[0],
        "russia": series.seats[1],
        "games": len(results),
        "seed": series.seed,
        "verdicts": counts,
        "succeeded": _sides(lambda side: _mean(o.succeeded(side) for o in outcomes)),
        "both_succeeded": _mean(o.succeeded(0) and o.succeeded(1) for o in outcomes),
        "utilities": _sides(lambda side: _mean(o.utilities[side] for o in outcomes)),
        "points": _sides(lambda side: _mean(o.points[side] / 10 for o in outcomes)),
        "decisions": _mean(len(result.actions) for result in results),
        "rounds": _mean(result.rounds for result in results),
        "joint_sum": _mean(sum(result.joint_levels) for result in results),
        "hot": _mean(result.hottest >= HOT for result in results),
        "cooled": _mean(result.cooled for result in hot),
    }


def row(result: Result) -> dict[str, Any]:
    """Return one game as a line of the record."""
    outcome = result.outcome
    return {
        "game": result.number,
        "seed": result.seed,
        "verdict": outcome.verdict,
        "mandates": _sides(lambda side: outcome.mandates[side]),
        "points": _sides(lambda side: outcome.points[side] / 10),
        "targets": _sides(lambda side: outcome.targets[side] / 10),
        "utilities": _sides(lambda side: outcome.utilities[side]),
        "fallen": [SIDES[side] for side in outcome.fallen],
        "rounds": result.rounds,
        "hottest": result.hottest,
        "joint_levels": list(result.joint_levels),
        "actions": list(result.actions),
    }


def table(told: dict[str, Any]) -> list[str]:
    """Return a summary as lines for a person."""
    lines = [
        f"{told['scenario']}: {told['nato']} (NATO) and {told['russia']} (Russia), "
        f"{told['games']} games, seed {told['seed']}",
        "",
    ]
    for verdict, count in told["verdicts"].items():
        lines.append(f"{verdict:20} {count:6} {100 * count / told['games']:6.1f} %")
    lines.append("")
    for name in ("succeeded", "utilities", "points"):
        pair = told[name]
        lines.append(f"{name:20} NATO {pair['nato']:7.3f}   Russia {pair['russia']:7.3f}")
    means = ("both_succeeded", "decisions", "rounds", "joint_sum", "hot", "cooled")
    return lines + [f"{name:20} {told[name]:12.3f}" for name in means]


def _played(series: Series, content: Content, jobs: int) -> Iterator[Result]:
    """Yield the results of a series."""
    try:
        yield from play_series(series, content, jobs)
    except UserFolderError as error:
        reason = getattr(error.__cause__, "strerror", None) or error
        raise InputError(f"--save-dir {series.folder}: {reason}") from error


def _sides(value: Callable[[int], Any]) -> dict[str, Any]:
    """Return a value for each side by its name."""
    return {name: value(side) for side, name in enumerate(SIDES)}


def _mean(values: Iterable[float]) -> float:
    """Return the mean, 0 of nothing."""
    every = list(values)
    return round(sum(every) / len(every), _PLACES) if every else 0.0


@contextmanager
def _opened(path: Path | None) -> Iterator[TextIO | None]:
    """Open the file of the record, if one is asked for."""
    if path is None:
        yield None
        return
    try:
        file = path.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(f"--record {path}: {error.strerror or error}") from error
    with file:
        yield file
