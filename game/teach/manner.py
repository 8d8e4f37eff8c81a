"""How each side played in the open, and which temperament that looks most like."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.engine.events import CardPlayed, CardPlayedFaceDown
from game.match import Course
from game.players.search.reading import counted, likely_temperaments
from game.teach.happenings import Happening

_ENOUGH: Final = 6
"""Cards that a side must have played for its manner to say anything."""


@dataclass(frozen=True, slots=True)
class Manner:
    """Which temperament a side's public moves looked most like.

    Attributes:
        chance: How much likelier than the other three it is, 0 to 1.
        number: The last entry that was read.
    """

    side: int
    temperament: str
    chance: float
    number: int


def manners(course: Course, found: Sequence[Happening]) -> tuple[Manner, ...]:
    """Return how both sides looked; none for a side that hardly played yet."""
    events = [one.event for one in found]
    told = []
    for side in (0, 1):
        cards = sum(
            isinstance(event, CardPlayed | CardPlayedFaceDown) and event.side == side
            for event in events
        )
        if cards < _ENOUGH:
            continue
        likely = likely_temperaments(counted(events, side, course.truth.world))
        name = max(likely, key=likely.__getitem__)
        told.append(Manner(side, name, likely[name], found[-1].number))
    return tuple(told)
