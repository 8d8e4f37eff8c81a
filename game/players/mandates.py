"""Which of two dealt mandates a player takes: by a table of results.

The evaluation is no judge of that: it is made of the same weights that it would compare.
"""

from typing import Final, TypeAlias

from game.engine import View, World
from game.engine.actions import MANDATE, encode

Quartiles: TypeAlias = tuple[int, int, int]

SCORES: Final[dict[str, Quartiles]] = {
    "shield-first": (89, 108, 123),
    "lisbon-spirit": (44, 114, 154),
    "reassure-the-east": (41, 82, 113),
    "set-the-agenda": (66, 87, 117),
    "quiet-at-home": (88, 112, 128),
    "freedom-of-action": (22, 42, 61),
    "preserve-the-deterrent": (95, 115, 126),
    "equal-partner": (40, 98, 154),
    "no-third-site": (-8, 31, 76),
    "great-power": (78, 96, 99),
    "modernisation": (94, 112, 129),
    "forward-posture": (82, 88, 91),
}
"""Quartiles of the score, in tenths, of the side that had the mandate: `greedy` against
`greedy` in *The Long Negotiation*, every pair of mandates 24 times, 144 games a mandate."""


def best_mandate(view: View) -> int:
    """Return the choice of the dealt mandate that promises more, the first of equals."""
    promises = [promise(view, slug) for slug in view.dealt]
    return encode(MANDATE, 0, promises.index(max(promises)))


def promise(view: View, slug: str) -> float:
    """Return the mean utility of a mandate by the table; 0 for one that isn't in it."""
    world = view.world
    target = world.targets[world.mandate_id[slug]]
    scores = SCORES.get(slug, (target,))
    return sum(_utility(world, score - target) for score in scores) / len(scores)


def _utility(world: World, above: int) -> float:
    """Return the utility of ending so many tenths above the target."""
    n = world.numbers
    return max(n.utility_floor / 100, min(1.0, above / n.utility_scale))
