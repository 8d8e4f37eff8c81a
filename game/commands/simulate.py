"""`simulate`: many matches between the computer's players, counted."""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TextIO

from game.commands.choice import content_with
from game.commands.faults import InputError, cant_write
from game.content import Content
from game.content.vocabulary import SIDES
from game.engine.outcome import VERDICTS
from game.match.dataset import Recorded
from game.match.series import HOT, Result, Series, check_players, play_series
from game.paths import UserFolderError
from game.told import mark
from game.words import Words, environment_language, scenario_title, verdict_title

_PLACES = 4
"""Decimal places of every mean that is printed."""
_LABEL: Final = 34
"""Signs of the first column of the table."""
_PAIRS: Final = {
    "succeeded": mark("succeeded"),
    "utilities": mark("utility"),
    "points": mark("points"),
}
_MEANS: Final = {
    "both_succeeded": mark("both succeeded"),
    "decisions": mark("decisions a game"),
    "rounds": mark("rounds a game"),
    "joint_sum": mark("sum of joint levels"),
    "hot": mark("Tension reached 7"),
    "cooled": mark("of these, it came back to 5"),
}


def simulate(options: argparse.Namespace) -> int:
    """Play the series, print its results, return the exit code."""
    content = content_with(options.scenario)
    words = Words(content, options.lang or environment_language())
    seats = (options.nato, options.russia)
    check_players(seats)
    series = Series(options.scenario, seats, options.games, options.seed, options.save_dir)
    with _opened(options.record) as record:
        results = []
        for result in _played(series, content, options.jobs):
            results.append(result)
            if record is not None:
                record.write(Recorded.of(series, result, content).line() + "\n")
    told = summary(series, results)
    print(json.dumps(told, indent=2) if options.json else "\n".join(table(words, told)))
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


def table(words: Words, told: dict[str, Any]) -> list[str]:
    """Return a summary as lines for a person."""
    lines = [
        words.text(
            "{scenario}: {nato} (NATO) and {russia} (Russia); games: {games}; seed {seed}",
            scenario=scenario_title(words, words.content.scenarios[told["scenario"]]),
            nato=told["nato"],
            russia=told["russia"],
            games=told["games"],
            seed=str(told["seed"]),
        ),
        "",
    ]
    for verdict, count in told["verdicts"].items():
        share = 100 * count / told["games"]
        lines.append(f"{verdict_title(words, verdict):{_LABEL}} {count:6} {share:6.1f} %")
    lines.append("")
    for name, label in _PAIRS.items():
        nato, russia = told[name]["nato"], told[name]["russia"]
        sides = words.text(
            "NATO {nato}, Russia {russia}", nato=_held(nato), russia=_held(russia)
        )
        lines.append(f"{words.text(label):{_LABEL}} {sides}")
    return lines + [
        f"{words.text(label):{_LABEL}} {told[name]:12.3f}" for name, label in _MEANS.items()
    ]


def _held(value: float) -> str:
    """Return a mean in a column's width."""
    return f"{value:7.3f}"


def _played(series: Series, content: Content, jobs: int) -> Iterator[Result]:
    """Yield the results of a series."""
    try:
        yield from play_series(series, content, jobs)
    except UserFolderError as error:
        reason = getattr(error.__cause__, "strerror", None) or error
        raise InputError(
            mark("{option} {path}: {reason}"),
            option="--save-dir",
            path=str(series.folder),
            reason=str(reason),
        ) from error


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
        raise cant_write("--record", path, error) from error
    with file:
        yield file
