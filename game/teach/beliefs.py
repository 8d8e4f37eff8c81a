"""What each side could believe of the other's mandate, and what was true.

The belief is that of a careful watcher: of one who weighs every public move by how likely
a government with each mandate would have made it. It is no record of what people thought.
"""

from dataclasses import dataclass

from game.content.vocabulary import SIDES
from game.engine.events import MandateChosen
from game.match import Course
from game.teach.happenings import Happening


@dataclass(frozen=True, slots=True)
class Belief:
    """What a side could believe at the end of a round.

    Attributes:
        number: The last entry of the round, up to which moves were weighed.
        mandate: The mandate of the other's that was likeliest.
        chance: How likely that was, 0 to 1.
        true_chance: How likely the true one was.
    """

    number: int
    round: int
    mandate: str
    chance: float
    true_chance: float


@dataclass(frozen=True, slots=True)
class Watching:
    """One side's reading of the other.

    Attributes:
        side: Who watched.
        truth: The other's true mandate.
        chosen: The entry in which that was chosen.
        beliefs: At the end of each round, in order.
        even: What each mandate's chance was at first.
    """

    side: int
    truth: str
    chosen: int
    beliefs: tuple[Belief, ...]
    even: float


def watchings(course: Course, found: tuple[Happening, ...]) -> tuple[Watching, ...]:
    """Return both sides' readings; none where mandates were no secret."""
    chosen = {
        one.event.side: (one.event.mandate, one.number)
        for one in found
        if isinstance(one.event, MandateChosen)
    }
    watched = []
    for side in (0, 1):
        mandate, number = chosen.get(1 - side, (None, 0))
        if mandate is not None:
            watched.append(_watching(course, side, mandate, number))
    return tuple(watched)


def _watching(course: Course, side: int, truth: str, chosen: int) -> Watching:
    """Return one side's reading, round by round."""
    world = course.truth.world
    rival = SIDES[1 - side]
    slugs = [one.slug for one in world.mandates if one.side == rival]
    memories = course.memories(side)
    ends = {entry.round: entry.number for entry in course.history if entry.round}
    beliefs = []
    for round_number, number in ends.items():
        chances = memories[number - 1].mandates
        place = max(range(len(slugs)), key=chances.__getitem__)
        true_chance = chances[slugs.index(truth)]
        belief = Belief(number, round_number, slugs[place], chances[place], true_chance)
        beliefs.append(belief)
    return Watching(side, truth, chosen, tuple(beliefs), 1 / len(slugs))
