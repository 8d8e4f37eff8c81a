"""Which of two dealt mandates a player takes: by a table of results.

The evaluation is no judge of that: it is made of the same weights that it would compare.
"""

from typing import Final, TypeAlias

from game.engine import View, World
from game.engine.actions import MANDATE, encode

Quartiles: TypeAlias = tuple[int, int, int]

SCORES: Final[dict[str, Quartiles]] = {
    "shield-first": (92, 107, 112),
    "lisbon-spirit": (46, 148, 156),
    "reassure-the-east": (33, 77, 93),
    "set-the-agenda": (69, 111, 117),
    "quiet-at-home": (82, 110, 129),
    "freedom-of-action": (23, 49, 61),
    "preserve-the-deterrent": (99, 110, 117),
    "equal-partner": (42, 82, 156),
    "no-third-site": (4, 16, 61),
    "great-power": (75, 99, 99),
    "modernisation": (92, 110, 125),
    "forward-posture": (79, 91, 105),
}
"""Quartiles of the score, in tenths, of the side that had the mandate: `search:5` against
`search:5` in *The Long Negotiation*, every pair of mandates seven times or more."""


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
