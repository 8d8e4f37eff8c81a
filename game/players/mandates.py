"""Which of two dealt mandates a player takes: by a table of results."""

from typing import Final

from game.engine import View
from game.engine.actions import MANDATE, encode

RESULTS: Final[dict[str, float]] = {}
"""Mean utility of the side that had the mandate, in games of `greedy` against `greedy`."""


def best_mandate(view: View) -> int:
    """Return the choice of the dealt mandate with the better results, the first of equals."""
    results = [RESULTS.get(slug, 0.0) for slug in view.dealt]
    return encode(MANDATE, 0, results.index(max(results)))
