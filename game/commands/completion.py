"""`completion`: a script for the shell that completes what is typed after the program's name.

It is made from the same parser that reads the command line, so it knows what that knows.
"""

import argparse
from collections.abc import Iterator, Mapping
from typing import Final

from game.commands.shells import FILES, WRITERS, Option, Place, Values
from game.content.packs import all_contents
from game.match import SEATS
from game.players import SEARCH_PLAYERS
from game.teach.prompts import all_plans
from game.words import languages

_FILES: Final = ("FILE", "FOLDER", "PATH", "REPORT", "SAVE")
"""How the parser calls what is a file or a folder."""


def completion(options: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    """Print the script for a shell and return the exit code."""
    places = tuple(_places(parser, "", _known()))
    print("\n".join(WRITERS[options.shell](parser.prog, places)))
    return 0


def _known() -> dict[str, tuple[str, ...]]:
    """Return the words that fit where the parser knows no choices of its own."""
    contents = tuple(all_contents())
    scenarios = dict.fromkeys(slug for content in contents for slug in content.scenarios)
    return {
        "--scenario": tuple(scenarios),
        "--lesson": tuple(all_plans(contents)),
        "--lang": languages(),
        "SEAT": (*SEATS, *SEARCH_PLAYERS),
    }


def _places(
    parser: argparse.ArgumentParser, path: str, known: Mapping[str, tuple[str, ...]]
) -> Iterator[Place]:
    """Yield a command and all those below it."""
    commands: dict[str, str] = {}
    options: list[Option] = []
    operands: Values = None
    below: list[Place] = []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            commands = {one.dest: one.help or "" for one in action._choices_actions}
            for name, each in action.choices.items():
                below += _places(each, f"{path} {name}".strip(), known)
        elif action.option_strings:
            values = _values(action, known)
            options.append(Option(tuple(action.option_strings), _said(action), values))
        else:
            operands = _values(action, known)
    yield Place(path, commands, tuple(options), operands)
    yield from below


def _said(action: argparse.Action) -> str:
    """Return what is said of an option, without signs for values to fill in."""
    return "" if "%(" in (action.help or "") else (action.help or "")


def _values(action: argparse.Action, known: Mapping[str, tuple[str, ...]]) -> Values:
    """Return what may follow an option, or stand in the place of an operand."""
    if action.nargs == 0:
        return None
    if action.choices is not None:
        return tuple(str(choice) for choice in action.choices)
    metavar = str(action.metavar or "")
    if metavar in _FILES:
        return FILES
    for name in (*action.option_strings, metavar):
        if name in known:
            return known[name]
    return ()
