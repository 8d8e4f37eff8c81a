"""Who may sit at a side: a person, or one of the computer's players."""

from typing import Final, TypeAlias

from game.players import PLAYERS, check_player

HUMAN: Final = "human"
SEATS: Final = (HUMAN, *PLAYERS)
"""Every kind of seat, by the word that the command line and saves use."""

Seats: TypeAlias = tuple[str, str]
"""NATO's seat and Russia's."""


def check_seat(seat: str) -> str:
    """Return the seat.

    Raises:
        UnknownSeatError: Nobody of this name can sit at a side.
    """
    return seat if seat == HUMAN else check_player(seat, SEATS)
