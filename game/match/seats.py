"""Who may sit at a side: a person, or one of the computer's players."""

from random import Random
from typing import Final, TypeAlias

from game.players import PLAYERS, check_player
from game.players.search import TEMPERAMENTS

HUMAN: Final = "human"
SEATS: Final = (HUMAN, *PLAYERS)
"""Every kind of seat, by the word that the command line and saves use."""

HIDDEN: Final = "hidden"
"""In place of a temperament: one that is drawn, and named only after the match."""

Seats: TypeAlias = tuple[str, str]
"""NATO's seat and Russia's."""


def check_seat(seat: str) -> str:
    """Return the seat.

    Raises:
        UnknownSeatError: Nobody of this name can sit at a side.
    """
    if seat == HUMAN:
        return seat
    kept, _, last = seat.rpartition(":")
    check_player(kept if last == HIDDEN and kept.count(":") == 1 else seat, SEATS)
    return seat


def drawn_seats(seats: Seats, seed: int) -> Seats:
    """Return seats with the temperaments drawn that shall stay hidden.

    Args:
        seats: As they were asked for; a seat like `search:3:hidden` gets a temperament.
        seed: The match's, whose other luck this leaves alone.
    """
    nato, russia = (_drawn(seat, f"{seed}/temperament/{n}") for n, seat in enumerate(seats))
    return nato, russia


def is_hidden(seat: str) -> bool:
    """Say whether a seat asks for a temperament that stays hidden."""
    return seat.rpartition(":")[2] == HIDDEN


def without_temperament(seat: str) -> str:
    """Return a seat as it may be told before the end: its temperament may be hidden."""
    kept, _, last = seat.rpartition(":")
    return kept if last in TEMPERAMENTS else seat


def _drawn(seat: str, luck: str) -> str:
    kept = seat.rpartition(":")[0]
    return f"{kept}:{Random(luck).choice(sorted(TEMPERAMENTS))}" if is_hidden(seat) else seat
