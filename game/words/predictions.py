"""Sealed predictions: the two questions, and what may be answered."""

from collections.abc import Mapping
from typing import Final

from game.told import mark
from game.words.catalogue import Words, mark_for
from game.words.names import side_values, stance_name

_ANSWERS: Final[Mapping[str, str]] = {
    "accept": mark_for("prediction", "Accept it"),
    "refuse": mark_for("prediction", "Refuse it, or counter"),
}
_TRUSTED: Final = (
    mark("not at all"),
    mark("a little"),
    mark("halfway"),
    mark("mostly"),
    mark("fully"),
)


def prediction_heads(words: Words) -> tuple[str, str]:
    """Return what a sealed prediction is called, and what becomes of it."""
    return words.text("A sealed prediction"), words.text(
        "Only you see it now. It is opened when the match is over, and changes nothing in it."
    )


def expected_question(words: Words, side: int, crisis: str) -> str:
    """Return what a side is asked about the other.

    Args:
        words: The language.
        side: Who is asked.
        crisis: The title of the crisis that the other is about to answer; empty: the
            question is about the package that the side has tabled.
    """
    values = side_values(words, side)
    if not crisis:
        return words.text("What will {other} do with your package?", **values)
    return words.text("How will {other} answer “{crisis}”?", crisis=crisis, **values)


def expected_answer(words: Words, expects: str) -> str:
    """Return a stance, or what may become of a package, as something to choose."""
    if expects in _ANSWERS:
        return words.text_for("prediction", _ANSWERS[expects])
    return stance_name(words, expects)


def trust_question(words: Words, side: int) -> str:
    """Return what a side is asked about its trust."""
    values = side_values(words, side)
    return words.text("How far do you trust {to_other} now, from 1 to 5?", **values)


def trust_name(words: Words, trust: int) -> str:
    """Return what a number of trust means, 1 to 5."""
    return words.text(_TRUSTED[trust - 1])
