"""What `report` and `class` take on the command line."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

Command = Callable[[argparse.Namespace], int]


def add_report(commands: Any, command: Command) -> None:
    """Add the command that debriefs a match, or a class."""
    words = "debrief a saved match, or report on a whole class"
    parser = commands.add_parser("report", help=words, description=words, allow_abbrev=False)
    parser.add_argument(
        "saves", metavar="SAVE", nargs="+", type=Path, help="saved matches, or folders of them"
    )
    parser.add_argument(
        "--out",
        metavar="FILE",
        type=Path,
        help="a file that ends in .html, .txt, .json or .csv; without it text is printed",
    )
    parser.add_argument("--lang", metavar="L", default="en", help="the language, such as en")
    parser.add_argument(
        "--games",
        metavar="N",
        type=_count,
        help="games played from the same deal to compare with; 0 for none",
    )
    parser.add_argument(
        "--no-rerun",
        dest="rerun",
        action="store_false",
        help="don't look at decisions again by search",
    )
    parser.add_argument("--seed", metavar="S", type=int, default=1, help="of the search")
    parser.add_argument(
        "--class",
        dest="whole_class",
        action="store_true",
        help="a class report, be it of one match only",
    )
    parser.add_argument(
        "--names", action="store_true", help="call tables by their files, not by numbers"
    )
    parser.add_argument(
        "--secrets", action="store_true", help="tell what is hidden in matches that go on"
    )
    parser.set_defaults(command=command)


def add_class(commands: Any, command: Command) -> None:
    """Add the command that makes a class code."""
    words = "make a code that deals every table of a class the same match"
    parser = commands.add_parser("class", help=words, description=words, allow_abbrev=False)
    parser.add_argument("--scenario", metavar="ID", default="lisbon-to-chicago")
    parser.add_argument("--nato", metavar="SEAT", help="human, or a player of the computer's")
    parser.add_argument("--russia", metavar="SEAT", help="the same for the other side")
    parser.add_argument(
        "--salt",
        metavar="WORD",
        help="a word that the facilitator sets at the start; without it chance sets one",
    )
    parser.set_defaults(command=command)


def _count(text: str) -> int:
    """Return a whole number of 0 or more."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"a whole number of 0 or more is needed, not '{text}'")
    return int(text)
