"""The five levels: how far a player looks, what it reads in the other, how well it judges.

A level is a number of iterations and never a time, so that it plays alike everywhere.
"""

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Rollout: TypeAlias = Literal["none", "crisis", "round", "game"]
"""How far a new leaf is played on before it is evaluated."""
Drafting: TypeAlias = Literal["packages", "terms"]
"""Whether a council's package is one choice from a shortlist, or is built term by term."""


@dataclass(frozen=True, slots=True)
class Level:
    """What a player of a level can do.

    Attributes:
        number: 1 is the weakest.
        iterations: Of the search, for each decision; 0 looks one move ahead and no further.
        noise: The spread of the error in what it takes a move to be worth, in utility.
        blind: It plays for the mean of all mandates, not for its own.
        rollout: How far leaves are played on.
        believes: It reads mandate and undeclared sites from the other's moves.
        remembers: It expects in crises what the other's record makes likely.
        drafting: `terms` is the slow reference that the shortlist was measured against.
    """

    number: int
    iterations: int
    noise: float
    blind: bool
    rollout: Rollout
    believes: bool
    remembers: bool
    drafting: Drafting = "packages"


LEVELS: Final[dict[int, Level]] = {
    1: Level(1, 0, 0.25, True, "none", False, True),
    2: Level(2, 0, 0.06, True, "none", False, True),
    3: Level(3, 40, 0.06, True, "round", False, True),
    4: Level(4, 60, 0.06, False, "round", False, True),
    5: Level(5, 400, 0.0, False, "round", True, True),
}
"""The levels by their number."""
STRONGEST: Final = 5
