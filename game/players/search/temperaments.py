"""The four temperaments: what a player wants besides its mandate.

A temperament changes wishes, never rules or knowledge. It adds to a player's own utility
a share of the other's (or takes it away), a liking for what the board shows, a demand at
the council, and a preference among the mandates that it is dealt.
"""

from dataclasses import dataclass
from typing import Final

from game.engine import fields as f
from game.engine.position import Position
from game.engine.scoring import joint_level
from game.players.evaluation import evaluate_pair


@dataclass(frozen=True, slots=True)
class Temperament:
    """What a player wants besides its mandate, in utility.

    Attributes:
        name: Its stable name.
        regard: What the other's utility is worth to it; below 0 it is glad of its loss.
        initiative: What a point of own Initiative is worth.
        joint: What a joint level is worth.
        tension: What a point of Tension is worth.
        demand: At the council it wants to gain at least this many times what the other gains.
        patience: Answers to crises that the other's record must hold before it counts as
            much as reason.
        mandates: How much rather it takes a mandate, by slug.
    """

    name: str
    regard: float
    initiative: float
    joint: float
    tension: float
    demand: float
    patience: float
    mandates: dict[str, float]

    @property
    def tastes(self) -> bool:
        """Whether it looks at the board, not at the two utilities alone."""
        return bool(self.initiative or self.joint or self.tension)


def liking(temper: Temperament, state: Position, side: int) -> float:
    """Return how a temperament likes what a position shows of the board."""
    if not temper.tastes:
        return 0.0
    v = state.v
    initiative: int = -v[f.INITIATIVE] if side else v[f.INITIATIVE]
    joint = sum(joint_level(state, ladder) for ladder in range(4))
    tension: int = v[f.TENSION]
    return temper.initiative * initiative + temper.joint * joint + temper.tension * tension


def wanted(temper: Temperament | None, state: Position, side: int) -> tuple[float, float]:
    """Return what a side wants of a position, and what the position is worth to the other."""
    pair = evaluate_pair(state)
    own, other = pair[side], pair[1 - side]
    if temper is None:
        return own, other
    return own + temper.regard * other + liking(temper, state, side), other


PARTNER: Final = Temperament(
    "partner",
    regard=0.7,
    initiative=0.0,
    joint=0.02,
    tension=-0.02,
    demand=0.0,
    patience=6.0,
    mandates={
        "lisbon-spirit": 0.5,
        "equal-partner": 0.5,
        "quiet-at-home": 0.2,
        "modernisation": 0.2,
        "no-third-site": 0.1,
        "forward-posture": -0.5,
        "freedom-of-action": -0.5,
    },
)
HARD_BARGAINER: Final = Temperament(
    "hard-bargainer",
    regard=-0.1,
    initiative=0.0,
    joint=0.0,
    tension=-0.02,
    demand=4.0,
    patience=3.0,
    mandates={"shield-first": 0.3, "preserve-the-deterrent": 0.3},
)
OPPORTUNIST: Final = Temperament(
    "opportunist",
    regard=0.0,
    initiative=0.06,
    joint=0.0,
    tension=0.0,
    demand=0.0,
    patience=1.5,
    mandates={"set-the-agenda": 0.5, "great-power": 0.5},
)
HAWK: Final = Temperament(
    "hawk",
    regard=-0.8,
    initiative=0.0,
    joint=-0.04,
    tension=0.02,
    demand=4.0,
    patience=1.0,
    mandates={
        "freedom-of-action": 0.5,
        "forward-posture": 0.5,
        "reassure-the-east": 0.2,
        "lisbon-spirit": -0.5,
        "equal-partner": -0.5,
    },
)
TEMPERAMENTS: Final[dict[str, Temperament]] = {
    temperament.name: temperament
    for temperament in (PARTNER, HARD_BARGAINER, OPPORTUNIST, HAWK)
}
"""The temperaments by their name."""
