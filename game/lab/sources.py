"""Where a side's points came from: the tenths that each weight of its mandate brought."""

from typing import Final

from game.engine import Outcome, State, scoring
from game.lab.account import Counts

ARCHITECTURE: Final = "architecture"
"""The source of points that no weight of a mandate counts."""


def sources_of(state: State, outcome: Outcome, side: int) -> Counts:
    """Return the tenths of points by source; together they are the side's points."""
    content = state.world.content
    worth = scoring.counted(state, side)
    weights = content.mandates[outcome.mandates[side]].weights
    found: Counts = {name: weight * worth[name] for name, weight in weights.items()}
    if outcome.verdict == "joint-architecture":
        found[ARCHITECTURE] = content.numbers.architecture_points
    return found
