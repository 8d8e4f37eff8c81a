"""The command line: `defend-together` and what it can do.

Exit codes: 0 done, 1 the input is at fault (said in one line on standard error), 2 wrong
usage, 70 a fault of the program's own.
"""

import argparse
import io
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Final, NoReturn

import game
from game.commands.examples import example
from game.commands.faults import InputError
from game.commands.lab_options import add_lab
from game.commands.options import (
    MATCH_OPTIONS,
    Command,
    add_bench,
    add_check,
    add_completion,
    add_licences,
    add_play,
    add_replay,
    add_simulate,
    add_text,
)
from game.commands.pack_options import add_new_pack, add_packs, add_schema
from game.commands.report_options import add_class, add_handouts, add_report
from game.commands.speech import argparse_in, speech_of
from game.content import ContentError
from game.content.packs import PackError
from game.engine import UnknownScenarioError
from game.match import SaveError
from game.match.fault import trace_of, what_of
from game.paths import BrokenInstallError, UserFolderError, user_log_dir
from game.players import UnknownSeatError
from game.words import LanguageError, Speech

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
    PackError,
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
    given = sys.argv[1:] if arguments is None else arguments
    speech = speech_of(given)
    try:
        with argparse_in(speech):
            options = _parser(speech).parse_args(given)
        command: Command = options.command
        return _flushed(command(options))
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else WRONG_USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return _pipe_closed()
    except _FAULTS as fault:
        return _fail(speech, speech.told(fault))
    except Exception as error:  # noqa: BLE001 - the last door: nobody is shown a traceback
        playing = "text" in given
        return _fail(speech, _logged(speech, error, playing=playing), OWN_FAULT)


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line."""

    speech: Speech

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the usage, and leave."""
        said = self.speech.text(
            "{program}: {message}; see {program} --help",
            program=self.prog,
            message=_on_one_line(message),
        )
        self.exit(WRONG_USAGE, said + "\n")


def _parser(speech: Speech) -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    words = speech.text("a board game about missile defence, cooperation and distrust")
    _Parser.speech = speech
    parser = _Parser(prog=_PROGRAM, description=words, allow_abbrev=False)
    parser.add_argument(
        "--version",
        action="version",
        version=f"{_PROGRAM} {game.__version__}",
        help=speech.text("show program's version number and exit"),
    )
    parser.set_defaults(command=_play, **dict.fromkeys(MATCH_OPTIONS))
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=_Parser)
    add_play(commands, _play, speech)
    add_text(commands, _text, speech)
    add_simulate(commands, _simulate, speech)
    add_check(commands, _check, speech)
    add_replay(commands, _replay, speech)
    add_bench(commands, _bench, speech)
    add_lab(commands, _lab, speech)
    add_report(commands, _report, speech)
    add_class(commands, _class, speech)
    add_handouts(commands, _handouts, speech)
    add_packs(commands, _packs, speech)
    add_new_pack(commands, _new_pack, speech)
    add_schema(commands, _schema, speech)
    add_completion(commands, partial(_completion, parser), speech)
    add_licences(commands, _licences, speech)
    for name, each in commands.choices.items():
        each.formatter_class = argparse.RawDescriptionHelpFormatter  # a line stays one line
        each.epilog = f"$ {example(_PROGRAM, name)}"
    return parser


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

    return check(options.paths, options.lang)


def _replay(options: argparse.Namespace) -> int:
    from game.commands.replay import replay

    return replay(options)


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


def _handouts(options: argparse.Namespace) -> int:
    from game.commands.handouts import handouts

    return handouts(options)


def _packs(options: argparse.Namespace) -> int:
    from game.commands.packs import packs

    return packs(options)


def _new_pack(options: argparse.Namespace) -> int:
    from game.commands.new_pack import new_pack

    return new_pack(options)


def _schema(options: argparse.Namespace) -> int:
    from game.commands.new_pack import schema

    return schema(options)


def _completion(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    from game.commands.completion import completion

    return completion(options, parser)


def _licences(options: argparse.Namespace) -> int:
    from game.commands.licences import licences

    return licences(options)


def _speak_utf8() -> None:
    """Let the output be UTF-8 wherever it goes: names have letters beyond any code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _flushed(code: int) -> int:
    """Return an exit code once all is out: only then it shows that a pipe is closed."""
    if sys.stdout is not None:  # a program without a terminal has none
        sys.stdout.flush()
    return code


def _fail(speech: Speech, message: str, code: int = INPUT_AT_FAULT) -> int:
    """Say in one line what is wrong."""
    first, *rest = message.splitlines() or [""]
    if rest:
        first = speech.text(
            "{problem} (and {n} more; see {program} check)",
            problem=first,
            n=len(rest),
            program=_PROGRAM,
        )
    print(f"{_PROGRAM}: {first}", file=sys.stderr)
    return code


def _on_one_line(message: str) -> str:
    """Return a message without what was typed into it to break it up."""
    return "".join(sign if sign.isprintable() else " " for sign in message)


def _pipe_closed() -> int:
    """Leave quietly: whoever read the output has read enough."""
    # Python would complain when it flushes at its end.
    sys.stdout = io.TextIOWrapper(io.BytesIO())
    return DONE


def _logged(speech: Speech, error: Exception, *, playing: bool) -> str:
    """Keep an error of the program's own in a log, and return the line that says so.

    While a match is played neither holds what a side may not know.
    """
    report = "\n".join(trace_of(error, reticent=playing)) + "\n"
    what = what_of(error, reticent=playing)
    try:
        log = user_log_dir() / f"{datetime.now(UTC):%Y-%m-%d-%H%M%S}.log"
        log.write_text(report, encoding="utf-8")
    except (OSError, UserFolderError):
        return speech.text("a fault of the game’s own ({what})", what=what)
    return speech.text(
        "a fault of the game’s own ({what}); please send us {log}", what=what, log=str(log)
    )
