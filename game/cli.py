"""The command line: `defend-together` and what it can do.

Exit codes: 0 done, 1 the input is at fault (said in one line on standard error), 2 wrong
usage, 70 a fault of the program's own.
"""

import argparse
import io
import sys
import traceback
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NoReturn, TypeAlias

import game
from game.commands.faults import InputError
from game.commands.lab_options import add_lab
from game.commands.report_options import add_class, add_report
from game.content import ContentError
from game.engine import UnknownScenarioError
from game.match import SaveError
from game.paths import BrokenInstallError, UserFolderError, user_log_dir
from game.players import UnknownSeatError
from game.words import LanguageError

Command: TypeAlias = Callable[[argparse.Namespace], int]

DONE: Final = 0
INPUT_AT_FAULT: Final = 1
WRONG_USAGE: Final = 2
OWN_FAULT: Final = 70
INTERRUPTED: Final = 130

_PROGRAM: Final = "defend-together"
_FAULTS: Final = (
    BrokenInstallError,
    ContentError,
    InputError,
    LanguageError,
    SaveError,
    UnknownScenarioError,
    UnknownSeatError,
    UserFolderError,
)
"""What a person can be told in one line and can mend."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks and return the exit code.

    Args:
        arguments: What follows the program's name; without it, those of the process.
    """
    _speak_utf8()
    try:
        options = _parser().parse_args(arguments)
        command: Command = options.command
        return command(options)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else WRONG_USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return _pipe_closed()
    except _FAULTS as fault:
        return _fail(str(fault))
    except Exception as error:  # noqa: BLE001 - the last door: nobody is shown a traceback
        return _fail(_logged(error), OWN_FAULT)


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the usage, and leave."""
        self.exit(WRONG_USAGE, f"{self.prog}: {message}; see {self.prog} --help\n")


def _parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = _Parser(prog=_PROGRAM, description=game.__doc__, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"{_PROGRAM} {game.__version__}")
    parser.set_defaults(command=_play, **dict.fromkeys(_MATCH_OPTIONS))
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=_Parser)
    _add_match(commands, "play", _play, "open the window (as without a command)")
    _add_match(commands, "text", _text, "play in the terminal; fit for a screen reader")
    _add_simulate(commands)
    _add_check(commands)
    _add_replay(commands)
    _add_bench(commands)
    add_lab(commands, _lab)
    add_report(commands, _report)
    add_class(commands, _class)
    return parser


_MATCH_OPTIONS: Final = (
    "scenario",
    "nato",
    "russia",
    "seed",
    "lang",
    "resume",
    "class_code",
)

Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"


def _add_match(commands: Commands, name: str, command: Command, words: str) -> None:
    """Add a command that plays a match with people."""
    parser = commands.add_parser(name, help=words, description=words, allow_abbrev=False)
    parser.add_argument("--scenario", metavar="ID", help="a scenario, such as long-negotiation")
    parser.add_argument("--nato", metavar="SEAT", help="human, or a player of the computer's")
    parser.add_argument("--russia", metavar="SEAT", help="the same for the other side")
    parser.add_argument("--seed", metavar="N", type=int, help="the same seed, the same deal")
    parser.add_argument("--lang", metavar="L", help="the language, such as en")
    parser.add_argument(
        "--class",
        dest="class_code",
        metavar="CODE",
        help="a class code; it sets scenario, seats and seed",
    )
    parser.add_argument(
        "--resume",
        metavar="SAVE",
        nargs="?",
        const="",
        help="go on with a saved match; without SAVE with the one played last",
    )
    parser.set_defaults(command=command)


def _add_simulate(commands: Commands) -> None:
    """Add the command that plays many matches."""
    words = "play many matches between the computer's players and count"
    parser = commands.add_parser("simulate", help=words, description=words, allow_abbrev=False)
    parser.add_argument("--scenario", metavar="ID", default="long-negotiation")
    parser.add_argument("--nato", metavar="SEAT", default="greedy")
    parser.add_argument("--russia", metavar="SEAT", default="greedy")
    parser.add_argument("--games", metavar="N", type=_positive, default=100)
    parser.add_argument("--seed", metavar="S", type=int, default=1)
    parser.add_argument(
        "--jobs", metavar="J", type=_positive, default=1, help="processes; changes no result"
    )
    parser.add_argument(
        "--save-dir", metavar="FOLDER", type=Path, help="keep every match as a save"
    )
    parser.add_argument(
        "--record", metavar="FILE", type=Path, help="one JSON line a game, with its decisions"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(command=_simulate)


def _add_check(commands: Commands) -> None:
    """Add the command that checks content."""
    words = "check the game's data, or packs of your own"
    parser = commands.add_parser("check", help=words, description=words, allow_abbrev=False)
    parser.add_argument("paths", metavar="PATH", nargs="*", type=Path)
    parser.set_defaults(command=_check)


def _add_replay(commands: Commands) -> None:
    """Add the command that replays a save."""
    words = "replay a saved match and verify every event"
    parser = commands.add_parser("replay", help=words, description=words, allow_abbrev=False)
    parser.add_argument("save", metavar="SAVE", type=Path)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(command=_replay)


def _add_bench(commands: Commands) -> None:
    """Add the command that measures the engine's speed."""
    words = "measure the engine's speed beside other engines in the same run"
    parser = commands.add_parser("bench", help=words, description=words, allow_abbrev=False)
    parser.add_argument("--scenario", metavar="ID", default="long-negotiation")
    parser.add_argument("--rounds", metavar="N", type=_positive, default=15)
    parser.add_argument(
        "--only", metavar="NAME,...", type=_rows, help="these rows, such as playouts,clone"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(command=_bench)


def _rows(text: str) -> tuple[str, ...]:
    """Return the names of some rows of the bench."""
    from game.lab.speed import ROWS

    names = tuple(text.split(","))
    for name in names:
        if name not in ROWS:
            there = ", ".join(ROWS)
            raise argparse.ArgumentTypeError(f"no row '{name}'; there are {there}")
    return names


def _positive(text: str) -> int:
    """Return a whole number of 1 or more."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"a whole number of 1 or more is needed, not '{text}'")
    return int(text)


# Each command's module is imported when it is called: `check` needs no window.


def _play(options: argparse.Namespace) -> int:
    from game.commands.class_code import take_class
    from game.commands.play import play

    take_class(options)
    return play(options)


def _text(options: argparse.Namespace) -> int:
    from game.commands.class_code import take_class
    from game.commands.text import text

    take_class(options)
    return text(options)


def _simulate(options: argparse.Namespace) -> int:
    from game.commands.simulate import simulate

    return simulate(options)


def _check(options: argparse.Namespace) -> int:
    from game.commands.check import check

    return check(options.paths)


def _replay(options: argparse.Namespace) -> int:
    from game.commands.replay import replay

    return replay(options.save, as_json=options.json)


def _bench(options: argparse.Namespace) -> int:
    from game.commands.bench import bench

    return bench(options)


def _lab(options: argparse.Namespace) -> int:
    from game.commands.lab import lab

    return lab(options)


def _report(options: argparse.Namespace) -> int:
    from game.commands.report import report

    return report(options)


def _class(options: argparse.Namespace) -> int:
    from game.commands.class_code import class_code

    return class_code(options)


def _speak_utf8() -> None:
    """Let the output be UTF-8 wherever it goes: names have letters beyond any code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _fail(message: str, code: int = INPUT_AT_FAULT) -> int:
    """Say in one line what is wrong."""
    first, *rest = message.splitlines() or [""]
    more = f" (and {len(rest)} more; see {_PROGRAM} check)" if rest else ""
    print(f"{_PROGRAM}: {first}{more}", file=sys.stderr)
    return code


def _pipe_closed() -> int:
    """Leave quietly: whoever read the output has read enough."""
    # Python would complain when it flushes at its end.
    sys.stdout = io.TextIOWrapper(io.BytesIO())
    return DONE


def _logged(error: Exception) -> str:
    """Keep an error of the program's own in a log, and return the line that says so."""
    report = "".join(traceback.format_exception(error))
    what = f"{type(error).__name__}: {error}".splitlines()[0]
    try:
        log = user_log_dir() / f"{datetime.now(UTC):%Y-%m-%d-%H%M%S}.log"
        log.write_text(report, encoding="utf-8")
    except (OSError, UserFolderError):
        return f"a fault of the game's own ({what})"
    return f"a fault of the game's own ({what}); please send us {log}"
