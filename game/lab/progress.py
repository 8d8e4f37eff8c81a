"""Progress on long work: how much is done, how fast, and how long it will take."""

from collections.abc import Callable
from typing import Final, TextIO

from game.words import Words, decimal

_APART_ON_A_SCREEN: Final = 0.5
_APART_IN_A_FILE: Final = 20.0
"""Seconds between two lines: on a screen each takes the place of the one before."""


class Progress:
    """Says on a stream how work goes on; to be told after every game."""

    def __init__(
        self, words: Words, wanted: int, stream: TextIO, clock: Callable[[], float]
    ) -> None:
        self._words = words
        self._wanted = wanted
        self._stream = stream
        self._clock = clock
        self._began = self._last = clock()
        self._screen = stream.isatty()
        self._widest = 0

    def __call__(self, done: int) -> None:
        """Say how far the work is, if it is time to."""
        now = self._clock()
        apart = _APART_ON_A_SCREEN if self._screen else _APART_IN_A_FILE
        if now - self._last < apart and done < self._wanted:
            return
        if done == self._wanted and now - self._began < apart:
            return
        self._last = now
        line = self._line(done, now - self._began)
        if self._screen:
            self._widest = max(self._widest, len(line))
            self._stream.write("\r" + line.ljust(self._widest))
            if done == self._wanted:
                self._stream.write("\n")
        else:
            self._stream.write(line + "\n")
        self._stream.flush()

    def _line(self, done: int, seconds: float) -> str:
        """Return how far the work is."""
        words = self._words
        rate = done / seconds if seconds > 0 else 0.0
        return words.text(
            "{done} of {wanted} games, {rate} a second, {left} left",
            done=done,
            wanted=self._wanted,
            rate=decimal(words, round(rate * 100), 2),
            left=self._time((self._wanted - done) / rate if rate else 0.0),
        )

    def _time(self, seconds: float) -> str:
        """Return a time as it is said."""
        words = self._words
        if seconds < 90:
            return words.text("{n} s", n=round(seconds))
        if seconds < 5400:
            return words.text("{n} min", n=round(seconds / 60))
        return words.text("{n} h", n=decimal(words, round(seconds / 360), 1))
