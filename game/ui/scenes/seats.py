"""Who may sit at a side, in words: a person, or one of the computer's players."""

from collections.abc import Mapping
from typing import Final

from game.match import HUMAN, SEATS
from game.words import Words, mark, mark_for

_TITLES: Final[Mapping[str, str]] = {
    HUMAN: mark_for("seat", "A person"),
    "greedy": mark_for("seat", "The reckoner"),
    "reciprocator": mark_for("seat", "Measure for measure"),
    "open": mark_for("seat", "The open hand"),
    "operations": mark_for("seat", "The builder"),
    "firm": mark_for("seat", "The hard line"),
    "random": mark_for("seat", "The dice"),
}
_NOTES: Final[Mapping[str, str]] = {
    HUMAN: mark("at this window"),
    "greedy": mark("weighs each move one step ahead"),
    "reciprocator": mark("answers like with like, forgives one slip"),
    "open": mark("offers, accepts and answers openly"),
    "operations": mark("builds its own sites, keeps its Support"),
    "firm": mark("deploys, refuses, never gives way"),
    "random": mark("does anything that is allowed"),
}
ORDER: Final = tuple(_TITLES)
"""Every seat, as a list shows them."""

assert set(ORDER) == set(SEATS), "every seat has its words"


def seat_title(words: Words, seat: str) -> str:
    """Return the name of a seat."""
    return words.text_for("seat", _TITLES[seat])


def seat_note(words: Words, seat: str) -> str:
    """Return what a seat is like, on one line."""
    return words.text(_NOTES[seat])
