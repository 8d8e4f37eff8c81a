"""Numbers as they are written: shares, utilities, and their intervals."""

from typing import Final

from game.lab.groups import Told
from game.words import Words, decimal

_WHOLE_FROM: Final = 0.0995
"""Shares from which whole per cents are enough."""
_UNKNOWN: Final = "–"


def percent(words: Words, value: float) -> str:
    """Return `38 %`, and `0.7 %` where that is little."""
    return words.text("{n} %", n=_percent(words, value))


def share_text(words: Words, told: Told) -> str:
    """Return `38 % (33 to 43)`; a dash where nothing was counted."""
    if not told["n"]:
        return _UNKNOWN
    low, high = _percent(words, told["low"]), _percent(words, told["high"])
    return words.text(
        "{n} % ({low} to {high})", n=_percent(words, told["value"]), low=low, high=high
    )


def value_text(words: Words, value: float | None, places: int = 2) -> str:
    """Return a number with so many decimal places at most; a dash for none."""
    return _UNKNOWN if value is None else decimal(words, round(value * 10**places), places)


def signed_text(words: Words, value: float, places: int = 2) -> str:
    """Return a number with its sign."""
    text = value_text(words, value, places)
    return f"+{text}" if value > 0 and text != "0" else text


def mean_text(words: Words, told: Told, places: int = 2, *, sign: bool = False) -> str:
    """Return `0.12 (0.05 to 0.19)`; one value alone has no interval, none at all is a dash."""
    if not told["n"]:
        return _UNKNOWN
    form = signed_text if sign else value_text
    if told["n"] == 1:
        return form(words, told["value"], places)
    value, low, high = (form(words, told[key], places) for key in ("value", "low", "high"))
    return words.text("{value} ({low} to {high})", value=value, low=low, high=high)


def _percent(words: Words, value: float) -> str:
    """Return per cents: whole ones, or tenths where they are few."""
    if value >= _WHOLE_FROM or value == 0:
        return decimal(words, round(100 * value), 0)
    return decimal(words, round(1000 * value), 1)
