"""Causes: why a thing happened, as a name."""

from collections.abc import Mapping
from typing import Final

from game.engine.events import Cause
from game.words.cards import operation_name
from game.words.catalogue import Words, mark_for
from game.words.names import card_title, crisis_title

_RULES: Final[Mapping[str, str]] = {
    "schedule": mark_for("cause", "the world outside"),
    "shared-need": mark_for("cause", "a shared need unmet"),
    "sectors": mark_for("cause", "the price of sectors"),
    "drift": mark_for("cause", "drift"),
    "distrust": mark_for("cause", "distrust"),
    "exposure": mark_for("cause", "exposure"),
    "routine": mark_for("cause", "routine"),
    "verification": mark_for("cause", "verification"),
    "construction": mark_for("cause", "construction"),
    "door": mark_for("cause", "the door"),
    "councils": mark_for("cause", "councils without a package"),
    "starter": mark_for("cause", "the starter stood firm"),
    "incident": mark_for("cause", "firm over an incident"),
    "alarm": mark_for("cause", "firm at high Tension"),
    "brink": mark_for("cause", "the brink"),
    "end": mark_for("cause", "the end"),
}


def cause_name(words: Words, cause: Cause) -> str:
    """Return what brought something about, as a name."""
    if cause.kind == "card":
        return card_title(words, cause.slug)
    if cause.kind == "operation":
        return operation_name(words, cause.slug)
    if cause.kind == "crisis":
        return crisis_title(words, cause.slug)
    if cause.kind == "rule":
        return words.text_for("cause", _RULES[cause.slug])
    if cause.kind == "package":
        return words.text("the agreed package")
    if cause.kind == "unveiling":
        return words.text("unveiling")
    return words.text("a card face down")
