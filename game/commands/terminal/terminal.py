"""Lines out, lines in."""

import sys
from collections.abc import Callable
from typing import Final

CLEAR: Final = "\x1b[H\x1b[2J\x1b[3J"
"""Clears the screen and what was scrolled off it, where the output is a terminal."""


class Left(Exception):  # noqa: N818 - no error: the person left
    """The person left, or there is nothing more to read."""


class Terminal:
    """Reads a person's lines and writes ours.

    Args:
        read: Returns the next line, without its end; raises `EOFError` after the last.
        write: Writes one line.
        clears: The output is a terminal, whose screen can be cleared.
    """

    def __init__(
        self, read: Callable[[str], str], write: Callable[[str], None], *, clears: bool
    ) -> None:
        self._read = read
        self._write = write
        self._clears = clears

    @classmethod
    def standard(cls) -> "Terminal":
        """Return the terminal of this process."""
        return cls(input, print, clears=sys.stdout.isatty())

    def say(self, *lines: str) -> None:
        """Write lines."""
        for line in lines:
            self._write(line)

    def ask(self, prompt: str) -> str:
        """Return what the person answers, without spaces around it.

        Raises:
            Left: There is nothing more to read.
        """
        try:
            return self._read(f"{prompt} ").strip()
        except EOFError:
            raise Left from None

    def clear(self) -> None:
        """Take what was written from the screen, where that can be done."""
        if self._clears:
            self._write(CLEAR)
