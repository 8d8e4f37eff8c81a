"""Who may sit at a side, in words: a person, or one of the computer's players."""

from collections.abc import Mapping
from typing import Final

from game.match import HUMAN, SEATS
from game.match.seats import HIDDEN
from game.players.search import STRONGEST
from game.players.search.patient import PATIENT
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
SEARCH: Final = "search"
"""The seat whose player has levels and temperaments: `search:3:hawk`."""
_LEVELS: Final[Mapping[str, str]] = {
    "1": mark("looks one move ahead and often misjudges it"),
    "2": mark("looks one move ahead and seldom misjudges it"),
    "3": mark("tries lines to the end of the round"),
    "4": mark("tries lines, and knows what its own mandate wants"),
    "5": mark("tries many lines, and reads you from your moves"),
    PATIENT: mark("as the fifth, but thinks as long as it takes"),
}
LEVELS: Final = tuple(_LEVELS)
"""Its levels, the weakest first; the last thinks as long as it takes."""
_TEMPERAMENTS: Final[Mapping[str, str]] = {
    HIDDEN: mark_for("temperament", "Hidden"),
    "partner": mark_for("temperament", "Partner"),
    "hard-bargainer": mark_for("temperament", "Hard bargainer"),
    "opportunist": mark_for("temperament", "Opportunist"),
    "hawk": mark_for("temperament", "Hawk"),
}
TEMPERS: Final = tuple(_TEMPERAMENTS)
"""Its temperaments, the hidden one first."""
ORDER: Final = (HUMAN, SEARCH, *(seat for seat in _TITLES if seat != HUMAN))
"""Every seat, as a list shows them; those with levels once."""

assert set(_TITLES) == set(SEATS), "every seat has its words"


def seat_title(words: Words, seat: str) -> str:
    """Return the name of a seat; its temperament is left out, for it may be hidden."""
    if seat.partition(":")[0] != SEARCH:
        return words.text_for("seat", _TITLES[seat])
    level = level_of(seat)
    if level == PATIENT:
        return words.text_for("seat", "The planner, without hurry")
    return words.text_for("seat", "The planner, level {level}", level=level)


def seat_note(words: Words, seat: str) -> str:
    """Return what a seat is like, on one line."""
    if seat.partition(":")[0] == SEARCH:
        return words.text(_LEVELS[level_of(seat)])
    return words.text(_NOTES[seat])


def seat_revealed(words: Words, seat: str) -> str:
    """Return the name of a seat with its temperament, for when the match is over."""
    title = seat_title(words, seat)
    temper = temper_of(seat)
    if not temper:
        return title
    name = words.text_for("temperament", _TEMPERAMENTS[temper]).casefold()
    return words.text("{seat}, {temperament}", seat=title, temperament=name)


def temper_title(words: Words, temper: str) -> str:
    """Return the name of a temperament, or that it is hidden."""
    return words.text_for("temperament", _TEMPERAMENTS[temper])


def level_of(seat: str) -> str:
    """Return the level of a seat that has levels."""
    parts = seat.split(":")
    return parts[1] if len(parts) > 1 else str(STRONGEST)


def level_label(level: str) -> str:
    """Return a level as a box to choose."""
    return "∞" if level == PATIENT else level


def temper_of(seat: str) -> str:
    """Return the temperament of a seat, empty where it has none."""
    parts = seat.split(":")
    return parts[2] if len(parts) > 2 else ""
