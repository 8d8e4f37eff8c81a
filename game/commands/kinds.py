"""The kinds of values that options take, each with what is said of one that doesn't fit."""

import argparse
from pathlib import Path
from typing import Final

from game.told import Value, mark
from game.words import Speech

REPORTS: Final = (".html", ".json", ".txt")
"""What a report of the lab can be written as."""
WINDOW: Final = "window"
MEMORY: Final = "window-memory"
"""The rows of the bench that open a window."""
MOST: Final = 1_000_000
"""Games, rounds and the like that are played at once at most."""
MOST_JOBS: Final = 256
_MOST_DIGITS: Final = 18
"""Of a number that is meant: no seed has more."""
_LONGEST: Final = 40
"""Characters of what was given that are said back."""


class Kinds:
    """Reads the values of options, and refuses in a person's language."""

    def __init__(self, speech: Speech) -> None:
        self._speech = speech

    def positive(self, text: str) -> int:
        """Return a whole number of 1 or more, that a machine comes to an end with."""
        return self._up_to(MOST, self._one_or_more(text), text)

    def jobs(self, text: str) -> int:
        """Return a number of processes that a machine can bear."""
        return self._up_to(MOST_JOBS, self._one_or_more(text), text)

    def count(self, text: str) -> int:
        """Return a whole number of 0 or more."""
        value = _whole(text)
        if value is None:
            raise self._refusal(
                mark("a whole number of 0 or more is needed, not “{text}”"), text=_short(text)
            )
        return self._up_to(MOST, value, text)

    def seed(self, text: str) -> int:
        """Return a whole number of either sign."""
        digits = text.removeprefix("-")
        value = _whole(digits)
        if value is None or len(digits) > _MOST_DIGITS:
            raise self._refusal(
                mark("a whole number is needed, not “{text}”"), text=_short(text)
            )
        return -value if text.startswith("-") else value

    def share(self, text: str) -> float:
        """Return a number between 0 and 1."""
        try:
            value = float(text)
        except ValueError:
            value = -1.0
        if not 0 < value < 1:
            raise self._refusal(
                mark("a number between 0 and 1 is needed, not “{text}”"), text=_short(text)
            )
        return value

    def rows(self, text: str) -> tuple[str, ...]:
        """Return the names of some rows of the bench."""
        from game.bridges.speed import BRIDGES
        from game.lab.speed import ROWS

        every = (*ROWS, *BRIDGES, WINDOW, MEMORY)
        names = tuple(text.split(","))
        for name in names:
            if name not in every:
                there = ", ".join(every)
                raise self._refusal(
                    mark("no row “{name}”; there are {there}"), name=name, there=there
                )
        return names

    def report_file(self, text: str) -> Path:
        """Return the file of a report, by whose ending its form is known."""
        path = Path(text)
        if path.suffix.lower() not in REPORTS:
            ends = ", ".join(REPORTS)
            raise self._refusal(
                mark("“{text}” should end in one of {ends}"), text=text, ends=ends
            )
        return path

    def _one_or_more(self, text: str) -> int:
        """Return a whole number of 1 or more."""
        value = _whole(text)
        if value is None or value < 1:
            raise self._refusal(
                mark("a whole number of 1 or more is needed, not “{text}”"), text=_short(text)
            )
        return value

    def _up_to(self, most: int, value: int, text: str) -> int:
        """Return a number, if it isn't more than there may be."""
        if value > most:
            raise self._refusal(
                mark("at most {most} can be asked for, not “{text}”"),
                most=most,
                text=_short(text),
            )
        return value

    def _refusal(self, message: str, **values: Value) -> argparse.ArgumentTypeError:
        """Return what is said of a value; the message stands inside `mark`."""
        return argparse.ArgumentTypeError(self._speech.text(message, **values))


def names(text: str) -> tuple[str, ...]:
    """Return names that stand between commas."""
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _short(text: str) -> str:
    """Return the beginning of what was given."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _whole(text: str) -> int | None:
    """Return a whole number, else `None`; one of very many digits is cut, and large still."""
    if not (text.isascii() and text.isdecimal()):
        return None
    return int(text[:_MOST_DIGITS])
