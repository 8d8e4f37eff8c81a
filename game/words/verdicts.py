"""Verdicts: how a match ended, for both and for each."""

from collections.abc import Mapping
from typing import Final

from game.engine.outcome import Outcome
from game.told import mark
from game.words.catalogue import Words, mark_for
from game.words.names import NATO, RUSSIA, side_values

_TITLES: Final[Mapping[str, str]] = {
    "confrontation": mark_for("verdict", "Confrontation"),
    "government-falls": mark_for("verdict", "Government falls"),
    "joint-architecture": mark_for("verdict", "Joint Architecture"),
    "partnership": mark_for("verdict", "Partnership"),
    "natos-terms": mark_for("verdict", "NATO’s terms"),
    "russias-terms": mark_for("verdict", "Russia’s terms"),
    "cold-peace": mark_for("verdict", "Cold peace"),
}
_SENTENCES: Final[Mapping[str, str]] = {
    "confrontation": mark("Tension reached its end. Both governments failed."),
    "joint-architecture": mark("Every ladder stands high on both sides: one shared defence."),
    "partnership": mark("Both governments reached what they had called success."),
    "natos-terms": mark("NATO reached what it had called success; Russia did not."),
    "russias-terms": mark("Russia reached what it had called success; NATO did not."),
    "cold-peace": mark("No clash, and neither government reached what it had called success."),
}
_RESULTS: Final[Mapping[str, str]] = {
    "fallen": mark_for("result", "fallen"),
    "failure": mark_for("result", "failure"),
    "success": mark_for("result", "success"),
    "triumph": mark_for("result", "triumph"),
}


def verdict_title(words: Words, verdict: str) -> str:
    """Return the name of a verdict."""
    return words.text_for("verdict", _TITLES[verdict])


def verdict_sentence(words: Words, verdict: str, fallen: tuple[int, ...] = ()) -> str:
    """Return what a verdict means, in one or two sentences."""
    if verdict != "government-falls":
        return words.text(_SENTENCES[verdict])
    if len(fallen) != 1:
        return words.text("Both governments lost all support at home.")
    return words.text(
        "{sides} government lost all support at home.", **side_values(words, fallen[0])
    )


def result_of(outcome: Outcome, side: int) -> str:
    """Return how a side ended: `fallen`, `failure`, `success` or `triumph`."""
    if side in outcome.fallen:
        return "fallen"
    if outcome.triumphed(side):
        return "triumph"
    return "success" if outcome.succeeded(side) else "failure"


def result_name(words: Words, result: str) -> str:
    """Return the word for how a side ended."""
    return words.text_for("result", _RESULTS[result])


def result_names(words: Words, outcome: Outcome) -> tuple[str, str]:
    """Return the words for how both sides ended, NATO's first."""
    nato = result_name(words, result_of(outcome, NATO))
    return nato, result_name(words, result_of(outcome, RUSSIA))
