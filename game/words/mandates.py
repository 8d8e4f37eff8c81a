"""Mandates: what counts, as rows of whole points."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import gcd
from typing import Final

from game.content.specs import MandateSpec
from game.content.vocabulary import WeightName
from game.told import mark
from game.words.catalogue import Words, decimal, signed

TENTHS: Final = 10

_ROWS: Final[Mapping[str, tuple[str, str]]] = {
    "joint": ("handshake", mark("Joint levels")),
    "initiative": ("quill", mark("Own Initiative")),
    "support": ("kind-domestic", mark("Support")),
    "tension": ("alert", mark("Tension")),
    "forward_missiles": ("site-missile", mark("Working forward missiles")),
    "nato_concern": ("eye", mark("Concern of NATO’s declared sites")),
    "guarantees": ("kind-guarantee", mark("Joint Guarantees")),
    "land_interceptors": ("site-interceptor", mark("Working land interceptors")),
}


@dataclass(frozen=True, slots=True)
class MandateRow:
    """What counts: an icon's name, words, and points with their sign."""

    icon: str
    text: str
    points: str


def mandate_rows(words: Words, mandate: MandateSpec) -> tuple[MandateRow, ...]:
    """Return what counts for a mandate, the Joint Architecture last."""
    rows = [_row(words, mandate, name, weight) for name, weight in mandate.weights.items()]
    bonus = words.content.numbers.architecture_points
    rows.append(MandateRow("layers", words.text("Joint Architecture"), _points(bonus)))
    return tuple(rows)


def points(words: Words, tenths: int) -> str:
    """Return tenths of a point as they are shown: `8`, `9.5`.

    Never rounded: a side that misses its target by a tenth must not seem to have met it.
    """
    return decimal(words, tenths, 1)


def target_texts(words: Words, target: int) -> tuple[str, str, str]:
    """Return the words under the bar of a mandate: failure, success, triumph."""
    triumph = target + words.content.numbers.triumph
    return (
        words.text("failure"),
        words.text("success {points}", points=points(words, target)),
        words.text("triumph {points}", points=points(words, triumph)),
    )


def score_text(words: Words, score: int, target: int) -> str:
    """Return `8 · target 7`."""
    values = {"points": points(words, score), "target": points(words, target)}
    return words.text("{points} · target {target}", **values)


def _row(words: Words, mandate: MandateSpec, name: WeightName, weight: int) -> MandateRow:
    """Return one row; a weight that is no whole number counts for every 2, 5 or 10."""
    every = TENTHS // gcd(TENTHS, weight)
    icon, text = _subject(words, mandate, name)
    if every > 1:
        text = words.text("{what}, for every {n}", what=text, n=every)
    return MandateRow(icon, text, _points(weight * every))


def _subject(words: Words, mandate: MandateSpec, name: WeightName) -> tuple[str, str]:
    nato = mandate.side == "nato"
    most = words.content.numbers.margin_max
    if name == "secured":
        if nato:
            return "shield", words.text("Protected: Coverage meets the threat")
        return "shield", words.text("Secure: Deterrent at 0 or more")
    if name == "margin":
        if nato:
            text = words.text("Coverage less threat, at most {most} up or down", most=most)
        else:
            text = words.text("Deterrent, at most {most} up or down", most=most)
        return "plus", text
    if name == "nato_unprotected":
        return "shield", words.text("NATO is not Protected")
    icon, text = _ROWS[name]
    return icon, words.text(text)


def _points(tenths: int) -> str:
    return signed(tenths // TENTHS)
