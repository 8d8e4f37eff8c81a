"""How a match ends: score, target, utility and verdict (rulebook 9)."""

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from game.engine import fields as f
from game.engine.fields import CONFRONTATION, FELL_NATO, FLAGS, VERDICT
from game.engine.position import Position
from game.engine.scoring import counts, points_of

Verdict: TypeAlias = Literal[
    "confrontation",
    "government-falls",
    "joint-architecture",
    "partnership",
    "natos-terms",
    "russias-terms",
    "cold-peace",
]
VERDICTS: Final[tuple[Verdict, ...]] = (
    "confrontation",
    "government-falls",
    "joint-architecture",
    "partnership",
    "natos-terms",
    "russias-terms",
    "cold-peace",
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of a match; points and targets in tenths, utilities -1 to 1, NATO first."""

    verdict: Verdict
    points: tuple[int, int]
    targets: tuple[int, int]
    utilities: tuple[float, float]
    fallen: tuple[int, ...]
    mandates: tuple[str, str]
    triumph: int
    """Tenths above the target that make a triumph."""

    def succeeded(self, side: int) -> bool:
        """Say whether a side reached its target and stands."""
        if self.verdict == "confrontation" or side in self.fallen:
            return False
        return self.points[side] >= self.targets[side]

    def triumphed(self, side: int) -> bool:
        """Say whether a side passed its target by a triumph."""
        return self.succeeded(side) and self.points[side] >= self.targets[side] + self.triumph


def outcome_of(state: Position) -> Outcome | None:
    """Return the outcome of a finished match, or `None`."""
    v = state.v
    ended = v[f.VERDICT]
    if not ended:
        return None
    world = state.world
    mandates = (v[f.MANDATE], v[f.MANDATE + 1])
    bonus = world.numbers.architecture_points if ended == f.JOINT_ARCHITECTURE else 0
    nato, russia = counts(state)
    points = (
        points_of(world, nato, mandates[0]) + bonus,
        points_of(world, russia, mandates[1]) + bonus,
    )
    targets = (world.targets[mandates[0]], world.targets[mandates[1]])
    fallen = tuple(s for s in (0, 1) if v[f.FLAGS] & f.FELL_NATO << s)
    return Outcome(
        _verdict(ended, points, targets),
        points,
        targets,
        (
            utility(state, 0, points[0], targets[0]),
            utility(state, 1, points[1], targets[1]),
        ),
        fallen,
        (world.mandates[mandates[0]].slug, world.mandates[mandates[1]].slug),
        world.numbers.triumph,
    )


def utility(state: Position, side: int, points: int, target: int) -> float:
    """Return a side's utility at the end, -1 to 1 (9.4)."""
    v = state.v
    if v[VERDICT] == CONFRONTATION or v[FLAGS] & FELL_NATO << side:
        return -1.0
    n = state.world.numbers
    value: float = (points - target) / n.utility_scale
    if value > 1.0:  # hot: no calls
        return 1.0
    floor: float = n.utility_floor / 100
    return floor if value < floor else value  # noqa: FURB136


def _verdict(ended: int, points: tuple[int, int], targets: tuple[int, int]) -> Verdict:
    """Return the first verdict that fits (9.3)."""
    if ended == f.CONFRONTATION:
        return "confrontation"
    if ended == f.GOVERNMENT_FALLS:
        return "government-falls"
    if ended == f.JOINT_ARCHITECTURE:
        return "joint-architecture"
    nato = points[0] >= targets[0]
    russia = points[1] >= targets[1]
    if nato and russia:
        return "partnership"
    if nato:
        return "natos-terms"
    return "russias-terms" if russia else "cold-peace"
