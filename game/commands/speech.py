"""Which language the command line speaks, and the words that `argparse` brings along."""

import gettext
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from game.paths import data_path
from game.told import mark
from game.words import ENGLISH, LanguageError, Speech, environment_language
from game.words.catalogue import DOMAIN

_OPTION: Final = "--lang"
_LANGUAGE: Final = "LANGUAGE"
_OF_ARGPARSE: Final = (
    mark("usage: "),
    mark("positional arguments"),
    mark("options"),
    mark("show this help message and exit"),
    mark("show program's version number and exit"),
    mark("the following arguments are required: %s"),
    mark("unrecognized arguments: %s"),
    mark("argument %(argument_name)s: %(message)s"),
    mark("invalid choice: %(value)r (choose from %(choices)s)"),
    mark("invalid %(type)s value: %(value)r"),
    mark("expected one argument"),
    mark("expected at least one argument"),
    mark("ignored explicit argument %r"),
)
"""What `argparse` looks up itself; named here so that the catalogues hold it."""


def speech_of(arguments: Sequence[str]) -> Speech:
    """Return the speech that a command line asks for, or else the one of the environment.

    A language that isn't there is told by the command that was given it.
    """
    try:
        return Speech(_asked_for(arguments) or environment_language())
    except LanguageError:
        return Speech(environment_language())


@contextmanager
def argparse_in(speech: Speech) -> Iterator[None]:
    """Let `argparse` speak a language: it asks `gettext`, and that the environment."""
    if speech.language == ENGLISH:
        yield
        return
    gettext.bindtextdomain(DOMAIN, data_path("locale"))
    before, domain = os.environ.get(_LANGUAGE), gettext.textdomain()
    os.environ[_LANGUAGE] = speech.language
    gettext.textdomain(DOMAIN)
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if before is None:
            del os.environ[_LANGUAGE]
        else:
            os.environ[_LANGUAGE] = before


def _asked_for(arguments: Sequence[str]) -> str | None:
    """Return the value of `--lang`, before anything else of the command line is known."""
    for place, argument in enumerate(arguments):
        if argument.startswith(_OPTION + "="):
            return argument.partition("=")[2]
        if argument == _OPTION and place + 1 < len(arguments):
            return arguments[place + 1]
    return None
