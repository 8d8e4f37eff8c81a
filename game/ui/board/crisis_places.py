"""Where crises happened, for the small map beside them: only those that have one place.

Where the map looks is a little off the spot, so that both sides' shores can be seen.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from game.ui.board.projection import Place


@dataclass(frozen=True, slots=True)
class CrisisSpot:
    """Where it happened, and the middle of the map that shows it."""

    at: Place
    centre: Place


CRISIS_SPOTS: Final[Mapping[str, CrisisSpot]] = {
    "false-alarm": CrisisSpot(Place(69.0, 5.0), Place(62.5, 17.0)),
    "noise": CrisisSpot(Place(56.6, 18.6), Place(56.0, 21.0)),
    "near-miss": CrisisSpot(Place(57.6, 20.2), Place(57.0, 22.0)),
    "cruiser": CrisisSpot(Place(43.3, 34.0), Place(46.0, 33.0)),
    "ship-north": CrisisSpot(Place(70.8, 25.5), Place(63.0, 24.0)),
    "asylum": CrisisSpot(Place(55.97, 37.41), Place(55.0, 31.0)),
    "statement": CrisisSpot(Place(55.75, 37.62), Place(55.0, 31.0)),
    "preemption": CrisisSpot(Place(55.75, 37.62), Place(55.0, 31.0)),
}
