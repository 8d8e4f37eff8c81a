"""The options of `lab` and its reports."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

SUFFIXES: Final = (".html", ".json", ".txt")
"""What a report can be written as."""

Commands = Any
"""What `add_subparsers` returns; its type has no public name."""


def add_lab(commands: Commands, command: Callable[[argparse.Namespace], int]) -> None:
    """Add `lab` with all its reports to the command line."""
    words = "reports on many matches: balance, strength, what rules are worth"
    parser = commands.add_parser("lab", help=words, description=words, allow_abbrev=False)
    reports = parser.add_subparsers(metavar="REPORT", dest="report", required=True)
    _add_balance(reports)
    _add_targets(reports)
    _add_ladder(reports)
    _add_strategies(reports)
    _add_ablation(reports)
    _add_cards(reports)
    _add_compare(reports)
    parser.set_defaults(command=command)


def _add_balance(reports: Commands) -> None:
    """Add the report on balance."""
    parser = _report(reports, "balance", "how games of a scenario end, for whom and by what")
    parser.add_argument("--nato", metavar="SEAT", default="greedy")
    parser.add_argument("--russia", metavar="SEAT", default="greedy")
    parser.add_argument(
        "--swap", action="store_true", help="play each deal with the seats exchanged too"
    )
    parser.add_argument(
        "--distrust",
        action="store_true",
        help="play each deal from low and from high Assurance too",
    )
    parser.add_argument(
        "--quantile",
        metavar="Q",
        type=_share,
        default=0.4,
        help="where --mandates forced sets targets",
    )


def _add_targets(reports: Commands) -> None:
    """Add the table of targets."""
    words = "the design's table of targets beside what is measured"
    parser = _report(reports, "targets", words, "games of equal players")
    parser.add_argument(
        "--seat", metavar="SEAT", default="search:5", help="a player of the highest level"
    )
    parser.add_argument(
        "--beside",
        metavar="N",
        type=_positive,
        default=200,
        help="deals for the rows of other players",
    )


def _add_ladder(reports: Commands) -> None:
    """Add the ladder of players."""
    parser = _report(
        reports,
        "ladder",
        "every player against the same opponents",
        "games of each player against each opponent, half from each seat",
    )
    parser.add_argument(
        "--seats", metavar="SEAT,...", type=_names, help="who is measured; else all"
    )
    parser.add_argument(
        "--against", metavar="SEAT,...", type=_names, default=("greedy", "reciprocator")
    )


def _add_strategies(reports: Commands) -> None:
    """Add the round robin."""
    parser = _report(
        reports,
        "strategies",
        "everybody against everybody, from both seats",
        "games of each pair in each order",
    )
    parser.add_argument("--seats", metavar="SEAT,...", type=_names, help="who plays; else all")


def _add_ablation(reports: Commands) -> None:
    """Add the report on what rules are worth."""
    parser = _report(
        reports,
        "ablation",
        "what a player loses that is denied one thing",
        "deals; on each, everything is denied from both seats",
    )
    parser.add_argument("--seat", metavar="SEAT", default="search:3", help="who is denied")
    parser.add_argument(
        "--denied", metavar="NAME,...", type=_names, help="what; else everything in turn"
    )


def _add_cards(reports: Commands) -> None:
    """Add the report on cards."""
    parser = _report(reports, "cards", "what each card is played for and worth in the deck")
    parser.add_argument("--nato", metavar="SEAT", default="greedy")
    parser.add_argument("--russia", metavar="SEAT", default="greedy")


def _add_compare(reports: Commands) -> None:
    """Add the comparison of two contents."""
    parser = _report(
        reports, "compare", "two folders of content on the same deals", "games of each"
    )
    parser.add_argument("one", metavar="A", type=Path, help="a whole data folder")
    parser.add_argument("other", metavar="B", type=Path, help="another")
    parser.add_argument("--nato", metavar="SEAT", default="greedy")
    parser.add_argument("--russia", metavar="SEAT", default="greedy")


def _report(
    reports: Commands, name: str, words: str, games: str = "games"
) -> argparse.ArgumentParser:
    """Add a report with the options that all reports have; `games`: what N counts."""
    parser: argparse.ArgumentParser = reports.add_parser(
        name, help=words, description=words, allow_abbrev=False
    )
    parser.add_argument("--scenario", metavar="ID", default="long-negotiation")
    parser.add_argument("--games", metavar="N", type=_positive, default=100, help=games)
    parser.add_argument("--seed", metavar="S", type=int, default=1)
    parser.add_argument(
        "--mandates",
        metavar="RULE",
        choices=("random", "chosen", "forced"),
        default="random",
        help="random: by lot; chosen: by the players; forced: every pair in turn",
    )
    parser.add_argument(
        "--jobs", metavar="J", type=_positive, default=1, help="processes; changes no result"
    )
    parser.add_argument(
        "--cluster", metavar="ADDRESS", help="play on a Dask cluster; changes no result"
    )
    parser.add_argument(
        "--out",
        metavar="FILE",
        type=_report_file,
        help="write the whole report: " + ", ".join(SUFFIXES),
    )
    parser.add_argument("--lang", metavar="L", default="en", help="the language, such as en")
    return parser


def _positive(text: str) -> int:
    """Return a whole number of 1 or more."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"a whole number of 1 or more is needed, not '{text}'")
    return int(text)


def _share(text: str) -> float:
    """Return a number between 0 and 1."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 < value < 1:
        raise argparse.ArgumentTypeError(f"a number between 0 and 1 is needed, not '{text}'")
    return value


def _names(text: str) -> tuple[str, ...]:
    """Return names that stand between commas."""
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _report_file(text: str) -> Path:
    """Return the file of a report, by whose ending its form is known."""
    path = Path(text)
    if path.suffix.lower() not in SUFFIXES:
        ends = ", ".join(SUFFIXES)
        raise argparse.ArgumentTypeError(f"'{text}' should end in one of {ends}")
    return path
