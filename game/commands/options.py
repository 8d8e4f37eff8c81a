"""What the commands take that play, count, check, replay and measure."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeAlias

from game.commands.kinds import Kinds
from game.words import Speech

Command: TypeAlias = Callable[[argparse.Namespace], int]
Commands: TypeAlias = Any
"""What `add_subparsers` returns; its type has no public name."""

MATCH_OPTIONS: Final = (
    "scenario",
    "nato",
    "russia",
    "seed",
    "lang",
    "resume",
    "class_code",
    "predictions",
)
"""What a match is begun with, each `None` if it isn't given."""


def add_command(
    commands: Commands, name: str, words: str, command: Command
) -> argparse.ArgumentParser:
    """Add a command and return its parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=words, description=words, allow_abbrev=False
    )
    parser.set_defaults(command=command)
    return parser


def add_language(parser: argparse.ArgumentParser, speech: Speech) -> None:
    """Add the option for a language; without it the environment's is spoken."""
    parser.add_argument("--lang", metavar="L", help=speech.text("the language, such as en"))


def add_play(commands: Commands, command: Command, speech: Speech) -> None:
    """Add the command that opens the window."""
    words = speech.text("open the window (as without a command)")
    _add_match(add_command(commands, "play", words, command), speech)


def add_text(commands: Commands, command: Command, speech: Speech) -> None:
    """Add the command that plays in the terminal."""
    words = speech.text("play in the terminal; fit for a screen reader")
    _add_match(add_command(commands, "text", words, command), speech)


def _add_match(parser: argparse.ArgumentParser, speech: Speech) -> None:
    """Add what a match with people is begun with."""
    kinds = Kinds(speech)
    parser.add_argument(
        "--scenario", metavar="ID", help=speech.text("a scenario, such as {id}", id=_EXAMPLE)
    )
    add_seats(parser, speech)
    parser.add_argument(
        "--seed", metavar="N", type=kinds.seed, help=speech.text("the same seed, the same deal")
    )
    add_language(parser, speech)
    parser.add_argument(
        "--class",
        dest="class_code",
        metavar="CODE",
        help=speech.text("a class code; it sets scenario, seats and seed"),
    )
    parser.add_argument(
        "--predictions",
        action="store_true",
        default=None,
        help=speech.text("ask in each round what the other side will do; opened at the end"),
    )
    parser.add_argument(
        "--resume",
        metavar="SAVE",
        nargs="?",
        const="",
        help=speech.text("go on with a saved match; without SAVE with the one played last"),
    )


_EXAMPLE: Final = "long-negotiation"


def add_seats(parser: argparse.ArgumentParser, speech: Speech) -> None:
    """Add who sits at either side."""
    parser.add_argument(
        "--nato", metavar="SEAT", help=speech.text("human, or a player of the computer’s")
    )
    parser.add_argument(
        "--russia", metavar="SEAT", help=speech.text("the same for the other side")
    )


def add_simulate(commands: Commands, command: Command, speech: Speech) -> None:
    """Add the command that plays many matches."""
    words = speech.text("play many matches between the computer’s players and count")
    parser, kinds = add_command(commands, "simulate", words, command), Kinds(speech)
    parser.add_argument("--scenario", metavar="ID", default=_EXAMPLE)
    parser.add_argument("--nato", metavar="SEAT", default="greedy")
    parser.add_argument("--russia", metavar="SEAT", default="greedy")
    parser.add_argument("--games", metavar="N", type=kinds.positive, default=100)
    parser.add_argument("--seed", metavar="S", type=kinds.seed, default=1)
    add_jobs(parser, speech)
    parser.add_argument(
        "--save-dir",
        metavar="FOLDER",
        type=Path,
        help=speech.text("keep every match as a save"),
    )
    parser.add_argument(
        "--record",
        metavar="FILE",
        type=Path,
        help=speech.text("one JSON line a game, with its decisions"),
    )
    add_json(parser, speech)
    add_language(parser, speech)


def add_jobs(parser: argparse.ArgumentParser, speech: Speech) -> None:
    """Add how many processes play."""
    parser.add_argument(
        "--jobs",
        metavar="J",
        type=Kinds(speech).jobs,
        default=1,
        help=speech.text("processes; changes no result"),
    )


def add_json(parser: argparse.ArgumentParser, speech: Speech) -> None:
    """Add the option for output that programs read."""
    parser.add_argument(
        "--json", action="store_true", help=speech.text("print one JSON object")
    )


def add_check(commands: Commands, command: Command, speech: Speech) -> None:
    """Add the command that checks content."""
    words = speech.text("check the game’s data, or packs of your own")
    parser = add_command(commands, "check", words, command)
    parser.add_argument("paths", metavar="PATH", nargs="*", type=Path)
    add_language(parser, speech)


def add_completion(commands: Commands, command: Command, speech: Speech) -> None:
    """Add the command that writes what a shell completes with."""
    words = speech.text("write a script with which a shell completes what you type")
    parser = add_command(commands, "completion", words, command)
    parser.add_argument("shell", choices=("bash", "zsh", "fish"))
    add_language(parser, speech)


def add_licences(commands: Commands, command: Command, speech: Speech) -> None:
    """Add the command that tells under which licences all this is shared."""
    words = speech.text("tell under which licences the game and what it runs on are shared")
    add_language(add_command(commands, "licences", words, command), speech)


def add_replay(commands: Commands, command: Command, speech: Speech) -> None:
    """Add the command that replays a save."""
    words = speech.text("replay a saved match and verify every event")
    parser = add_command(commands, "replay", words, command)
    parser.add_argument("save", metavar="SAVE", type=Path)
    add_json(parser, speech)
    add_language(parser, speech)


def add_bench(commands: Commands, command: Command, speech: Speech) -> None:
    """Add the command that measures the engine's speed."""
    words = speech.text("measure the engine’s speed beside other engines in the same run")
    parser, kinds = add_command(commands, "bench", words, command), Kinds(speech)
    parser.add_argument("--scenario", metavar="ID", default=_EXAMPLE)
    parser.add_argument("--rounds", metavar="N", type=kinds.positive, default=15)
    parser.add_argument(
        "--only",
        metavar="NAME,...",
        type=kinds.rows,
        help=speech.text("these rows, such as {rows}", rows="playouts,clone"),
    )
    add_json(parser, speech)
