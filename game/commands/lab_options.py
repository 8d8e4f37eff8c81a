"""The options of `lab` and its reports."""

import argparse
from pathlib import Path

from game.commands.kinds import REPORTS, Kinds, names
from game.commands.options import Command, Commands, add_command, add_jobs, add_language
from game.words import Speech


def add_lab(commands: Commands, command: Command, speech: Speech) -> None:
    """Add `lab` with all its reports to the command line."""
    words = speech.text("reports on many matches: balance, strength, what rules are worth")
    parser = add_command(commands, "lab", words, command)
    reports = parser.add_subparsers(metavar="REPORT", dest="report", required=True)
    _add_balance(reports, speech)
    _add_targets(reports, speech)
    _add_ladder(reports, speech)
    _add_strategies(reports, speech)
    _add_ablation(reports, speech)
    _add_cards(reports, speech)
    _add_compare(reports, speech)


def _add_balance(reports: Commands, speech: Speech) -> None:
    """Add the report on balance."""
    parser = _report(
        reports,
        speech,
        "balance",
        speech.text("how games of a scenario end, for whom and by what"),
    )
    parser.add_argument("--nato", metavar="SEAT", default="greedy")
    parser.add_argument("--russia", metavar="SEAT", default="greedy")
    parser.add_argument(
        "--swap",
        action="store_true",
        help=speech.text("play each deal with the seats exchanged too"),
    )
    parser.add_argument(
        "--distrust",
        action="store_true",
        help=speech.text("play each deal from low and from high Assurance too"),
    )
    parser.add_argument(
        "--quantile",
        metavar="Q",
        type=Kinds(speech).share,
        default=0.4,
        help=speech.text("where --mandates forced sets targets"),
    )


def _add_targets(reports: Commands, speech: Speech) -> None:
    """Add the table of targets."""
    words = speech.text("the design’s table of targets beside what is measured")
    parser = _report(reports, speech, "targets", words, speech.text("games of equal players"))
    parser.add_argument(
        "--seat",
        metavar="SEAT",
        default="search:5",
        help=speech.text("a player of the highest level"),
    )
    parser.add_argument(
        "--beside",
        metavar="N",
        type=Kinds(speech).positive,
        default=200,
        help=speech.text("deals for the rows of other players"),
    )


def _add_ladder(reports: Commands, speech: Speech) -> None:
    """Add the ladder of players."""
    parser = _report(
        reports,
        speech,
        "ladder",
        speech.text("every player against the same opponents"),
        speech.text("games of each player against each opponent, half from each seat"),
    )
    parser.add_argument(
        "--seats", metavar="SEAT,...", type=names, help=speech.text("who is measured; else all")
    )
    parser.add_argument(
        "--against", metavar="SEAT,...", type=names, default=("greedy", "reciprocator")
    )


def _add_strategies(reports: Commands, speech: Speech) -> None:
    """Add the round robin."""
    parser = _report(
        reports,
        speech,
        "strategies",
        speech.text("everybody against everybody, from both seats"),
        speech.text("games of each pair in each order"),
    )
    parser.add_argument(
        "--seats", metavar="SEAT,...", type=names, help=speech.text("who plays; else all")
    )


def _add_ablation(reports: Commands, speech: Speech) -> None:
    """Add the report on what rules are worth."""
    parser = _report(
        reports,
        speech,
        "ablation",
        speech.text("what a player loses that is denied one thing"),
        speech.text("deals; on each, everything is denied from both seats"),
    )
    parser.add_argument(
        "--seat", metavar="SEAT", default="search:3", help=speech.text("who is denied")
    )
    parser.add_argument(
        "--denied",
        metavar="NAME,...",
        type=names,
        help=speech.text("what; else everything in turn"),
    )


def _add_cards(reports: Commands, speech: Speech) -> None:
    """Add the report on cards."""
    parser = _report(
        reports,
        speech,
        "cards",
        speech.text("what each card is played for and worth in the deck"),
    )
    parser.add_argument("--nato", metavar="SEAT", default="greedy")
    parser.add_argument("--russia", metavar="SEAT", default="greedy")


def _add_compare(reports: Commands, speech: Speech) -> None:
    """Add the comparison of two contents."""
    parser = _report(
        reports,
        speech,
        "compare",
        speech.text("two folders of content on the same deals"),
        speech.text("games of each"),
    )
    parser.add_argument("one", metavar="A", type=Path, help=speech.text("a whole data folder"))
    parser.add_argument("other", metavar="B", type=Path, help=speech.text("another"))
    parser.add_argument("--nato", metavar="SEAT", default="greedy")
    parser.add_argument("--russia", metavar="SEAT", default="greedy")


def _report(
    reports: Commands, speech: Speech, name: str, words: str, games: str | None = None
) -> argparse.ArgumentParser:
    """Add a report with the options that all reports have; `games`: what N counts."""
    parser: argparse.ArgumentParser = reports.add_parser(
        name, help=words, description=words, allow_abbrev=False
    )
    parser.add_argument("--scenario", metavar="ID", default="long-negotiation")
    parser.add_argument(
        "--games",
        metavar="N",
        type=Kinds(speech).positive,
        default=100,
        help=games or speech.text("games"),
    )
    parser.add_argument("--seed", metavar="S", type=Kinds(speech).seed, default=1)
    parser.add_argument(
        "--mandates",
        metavar="RULE",
        choices=("random", "chosen", "forced"),
        default="random",
        help=speech.text("random: by lot; chosen: by the players; forced: every pair in turn"),
    )
    add_jobs(parser, speech)
    parser.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help=speech.text("play on a Dask cluster; changes no result"),
    )
    parser.add_argument(
        "--out",
        metavar="FILE",
        type=Kinds(speech).report_file,
        help=speech.text("write the whole report: {ends}", ends=", ".join(REPORTS)),
    )
    add_language(parser, speech)
    return parser
