"""How two answers to a crisis are written down: both by name, and every change.

A row's numbers are the cell of the matrix for both stances plus what both responses say,
and the firm starter's Initiative.
"""

from dataclasses import dataclass, replace

from game.engine import fields as f
from tests.engine.cards.stories import Changes, Given

CALM = Given(tension=3)
STARTERS = {
    "statement": 1,
    "preemption": 1,
    "cruiser": 0,
    "withdrawal": 1,
    "ship-north": 0,
    "data-stops": 0,
    "libya": 0,
    "transit": 1,
    "sector-map": 1,
    "forward": 1,
    "interceptors": 0,
}
"""Who began it; nobody, or a hidden cause, where a crisis is not named."""
INCIDENTS = ("false-alarm", "noise", "near-miss")


@dataclass(frozen=True)
class Pair:
    """A crisis, both answers to it, and what they change."""

    crisis: str
    nato: str
    russia: str
    changes: Changes
    given: Given

    @property
    def name(self):
        return f"{self.crisis}:{self.nato}/{self.russia}"


def pair(crisis, nato, russia, given=CALM, **changes):
    if changes.get("tension", 0) < 0:
        # from high up, so that the end of the track hides no number, but short of the brink
        given = replace(given, tension=6)
    begun = STARTERS.get(crisis, f.NOBODY)
    given = replace(given, crisis=crisis, starter=begun)
    if crisis in INCIDENTS and given.cause < 0:
        given = replace(given, cause=f.NOBODY)
    return Pair(crisis, nato, russia, Changes(**changes), given)


def joint(ladders, step):
    """Both sides stand on a step of the ladders named by their letters."""
    steps = tuple(step if letter in ladders else 0 for letter in "TECG")
    return replace(CALM, nato=steps, russia=steps)


HOT = replace(CALM, tension=6)
COOL = replace(CALM, tension=1)
MISSILES = replace(CALM, building=("kaliningrad",), crisis_site="kaliningrad", tension=3)
CONCRETE = replace(CALM, building=("deveselu",), crisis_site="deveselu")
ACCIDENT = replace(HOT, cause=f.NOBODY, known_to=0b11)
