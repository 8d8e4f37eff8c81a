"""What `report`, `class` and `handouts` take on the command line."""

from pathlib import Path

from game.commands.kinds import Kinds
from game.commands.options import Command, Commands, add_command, add_language, add_seats
from game.words import Speech


def add_report(commands: Commands, command: Command, speech: Speech) -> None:
    """Add the command that debriefs a match, or a class."""
    words = speech.text("debrief a saved match, or report on a whole class")
    parser, kinds = add_command(commands, "report", words, command), Kinds(speech)
    parser.add_argument(
        "saves",
        metavar="SAVE",
        nargs="+",
        type=Path,
        help=speech.text("saved matches, or folders of them"),
    )
    parser.add_argument(
        "--out",
        metavar="FILE",
        type=Path,
        help=speech.text(
            "a file that ends in .html, .txt, .json or .csv; without it text is printed"
        ),
    )
    add_language(parser, speech)
    parser.add_argument(
        "--games",
        metavar="N",
        type=kinds.count,
        help=speech.text("games played from the same deal to compare with; 0 for none"),
    )
    parser.add_argument(
        "--no-rerun",
        dest="rerun",
        action="store_false",
        help=speech.text("don’t look at decisions again by search"),
    )
    parser.add_argument(
        "--seed", metavar="S", type=kinds.seed, default=1, help=speech.text("of the search")
    )
    parser.add_argument(
        "--class",
        dest="whole_class",
        action="store_true",
        help=speech.text("a class report, be it of one match only"),
    )
    parser.add_argument(
        "--names",
        action="store_true",
        help=speech.text("call tables by their files, not by numbers"),
    )
    parser.add_argument(
        "--secrets",
        action="store_true",
        help=speech.text("tell what is hidden in matches that go on"),
    )


def add_class(commands: Commands, command: Command, speech: Speech) -> None:
    """Add the command that makes a class code."""
    words = speech.text("make a code that deals every table of a class the same match")
    parser = add_command(commands, "class", words, command)
    parser.add_argument("--scenario", metavar="ID", default="lisbon-to-chicago")
    add_seats(parser, speech)
    parser.add_argument(
        "--salt",
        metavar="WORD",
        help=speech.text(
            "a word that the facilitator sets at the start; without it chance sets one"
        ),
    )


def add_handouts(commands: Commands, command: Command, speech: Speech) -> None:
    """Add the command that writes what is printed for a lesson."""
    words = speech.text("write what is printed for a lesson, or list the lessons")
    parser = add_command(commands, "handouts", words, command)
    parser.add_argument(
        "--lesson",
        metavar="ID",
        help=speech.text("a lesson’s plan and its hand-outs; without it every hand-out"),
    )
    parser.add_argument(
        "--scenario", metavar="ID", help=speech.text("the scenario of hand-outs for no lesson")
    )
    parser.add_argument(
        "--out",
        metavar="FOLDER",
        type=Path,
        default=Path("handouts"),
        help=speech.text("where they go; without it a folder of that name"),
    )
    parser.add_argument(
        "--list", action="store_true", help=speech.text("list the lessons and write nothing")
    )
    add_language(parser, speech)
