"""What a position is worth to a side: an estimate of its utility at the end.

The estimate looks at the end of the match, not at the table: what is being built counts
as built if it will be in time, Support and Initiative as they will have worn off, joint
levels with the steps that trust still allows. A `Forecast` holds what both sides share;
a mandate's weights make a utility of it. The numbers below were chosen by hand and kept
where they won games between two greedy players.

Works on a full position: that of a search, or one that a view's `sample` dealt.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import exp, log1p, sqrt
from typing import Final, TypeAlias

from game.engine import fields as f
from game.engine.outcome import utility
from game.engine.position import Position
from game.engine.scoring import centres_level, concern, coverage, deterrent, score_of
from game.engine.world import World

RISK_OF_CONFRONTATION: Final = (0, 0, 0, 0, 0, 0.002, 0.006, 0.02, 0.06, 0.14, 1.0)
"""Chance by Tension that the world falls into Confrontation within a round."""
RISK_OF_FALL: Final = (1.0, 0.15, 0.04, 0.01, 0.003, 0, 0, 0, 0, 0, 0)
"""Chance by own Support that the government falls within a round."""
COVERAGE_A_ROUND: Final = 1.2
"""What NATO builds in a round on the average."""
DETERRENT_A_ROUND: Final = 0.1
"""What Russia builds in a round, less what NATO's building takes away."""
TENSION_A_ROUND: Final = 0.2
STEPS_A_ROUND: Final = 0.55
"""Joint levels gained in a round where trust and an open door allow them."""
DOOR: Final = (0.3, 0.7, 1.0)
"""What a closed, strained and open door leaves of that."""
HALF_WAY: Final = 1.3
"""How much likelier a joint level rises where one side already stands higher."""
ASSURANCE_A_ROUND: Final = 0.25
SPREAD: Final = 0.06
"""How widely utility is spread around its estimate with one round to go."""
FADING: Final = 0.85
"""What is left after a round of Initiative, or of Support above its usual height."""

ANY: Final = -1
"""In place of a mandate: the mean of all that the side might have."""

Weights: TypeAlias = Sequence[tuple[int, float]]
"""Places in `WEIGHTS` with their weights, in tenths."""


def evaluate(state: Position, side: int, mandate: int) -> float:
    """Return the utility that a side with a mandate, or `ANY`, may expect, -1 to 1."""
    if state.v[f.VERDICT]:
        return _final(state, side, mandate)
    return Forecast(state).utility(side, *purpose(state.world, side, mandate))


def evaluate_pair(state: Position) -> tuple[float, float]:
    """Return NATO's and Russia's expected utility by the mandates that the position says."""
    v = state.v
    nato, russia = v[f.MANDATE], v[f.MANDATE + 1]
    if v[f.VERDICT]:
        return _final(state, 0, nato), _final(state, 1, russia)
    world = state.world
    forecast = Forecast(state)
    return (
        forecast.utility(0, *purpose(world, 0, nato)),
        forecast.utility(1, *purpose(world, 1, russia)),
    )


def evaluate_both(state: Position, side: int, mandate: int) -> tuple[float, float]:
    """Return the utilities of a side with a mandate and of the other, whose isn't known."""
    rival = 1 - side
    if state.v[f.VERDICT]:
        return _final(state, side, mandate), _final(state, rival, ANY)
    world = state.world
    forecast = Forecast(state)
    own = forecast.utility(side, *purpose(world, side, mandate))
    return own, forecast.utility(rival, *mean_mandate(world, rival))


class Forecast:
    """What may be expected of the end of a match that still goes on.

    Attributes:
        left: Reckonings still to come, on the average.
        tension: Tension at the end.
        built: The sites that will work, as a mask.
        joint: The joint levels.
        margins: NATO's Coverage less the threat, and Russia's Deterrent.
        secured: The chances that NATO is Protected and Russia Secure.
        bonus: Tenths that the Joint Architecture promises.
    """

    __slots__ = (
        "_state",
        "_whole",
        "bonus",
        "built",
        "joint",
        "left",
        "margins",
        "secured",
        "tension",
    )

    def __init__(self, state: Position) -> None:
        """Look ahead from a position."""
        v = state.v
        world = state.world
        self._state = state
        self.left = left = rounds_left(state)
        later = left - 1
        self.tension = min(9.0, v[f.TENSION] + TENSION_A_ROUND * later)
        self.built = _built_in_time(v, left)
        self.joint = _joint_levels(state, later)
        self.bonus = _architecture(world, self.joint)
        self._whole = centres_level(state) >= 4
        self.margins = (
            self._coverage(later) - _threat(world, v[f.ROUND], v[f.THREAT]),
            self._deterrent(later),
        )
        if self._whole:
            self.secured = (1.0, 1.0)
        else:
            spread = 0.35 + 0.45 * sqrt(later)
            nato, russia = self.margins
            self.secured = _chance((nato + 0.5) / spread), _chance((russia + 0.5) / spread)

    def utility(self, side: int, weights: Weights, target: float) -> float:
        """Return the utility of a side whose mandate has these weights and this target."""
        v = self._state.v
        n = self._state.world.numbers
        score = self.bonus - target
        features = self._features(side)
        for place, weight in weights:
            score += weight * features[place]
        floor = n.utility_floor / 100
        held = min(1.0, floor + _held(score / n.utility_scale - floor, self.left))
        safe = 1.0 - RISK_OF_CONFRONTATION[v[f.TENSION]]
        safe *= 1.0 - RISK_OF_FALL[v[f.SUPPORT + side]]
        if self.left > 1:
            safe *= safe
        return float(held * safe - (1.0 - safe))

    def _features(self, side: int) -> tuple[float, ...]:
        """Return what mandates weigh, in the order of `WEIGHTS`."""
        state = self._state
        world = state.world
        v = state.v
        limit = world.numbers.margin_max
        initiative = _faded(v[f.INITIATIVE], self.left)
        joint = self.joint
        return (
            self.secured[side],
            max(0.0 if self._whole else -limit, min(limit, self.margins[side])),
            joint[0] + joint[1] + joint[2] + joint[3],
            -initiative if side else initiative,
            _support(v[f.SUPPORT + side], self.left, world.numbers.routine_support),
            self.tension,
            (self.built & world.forward).bit_count(),
            concern(state, 0),
            joint[f.GUARANTEES],
            (self.built & world.land_interceptors).bit_count(),
            1.0 - self.secured[0],
        )

    def _coverage(self, later: int) -> float:
        """Return NATO's Coverage."""
        state = self._state
        v = state.v
        world = state.world
        edge = world.numbers.risk_tension
        centres = coverage(state) - world.site_coverage(v[f.WORKING], v[f.TENSION] >= edge)
        risk = _chance((self.tension - edge + 0.5) / (0.4 + 0.4 * later))
        sites = (1 - risk) * world.site_coverage(self.built, False)
        sites += risk * world.site_coverage(self.built, True)
        return sites + centres + COVERAGE_A_ROUND * later

    def _deterrent(self, later: int) -> float:
        """Return Russia's Deterrent."""
        state = self._state
        world = state.world
        now = deterrent(state) - world.site_deterrent(state.v[f.WORKING])
        return now + world.site_deterrent(self.built) + DETERRENT_A_ROUND * later


def rounds_left(state: Position) -> int:
    """Return how many reckonings are still to come on the average, at least 1."""
    scenario = state.world.scenario
    last = (scenario.rounds + scenario.last_round) // 2
    return int(max(1, last - max(1, state.v[f.ROUND]) + 1))


@lru_cache(maxsize=64)
def mandates_of(world: World, side: int) -> tuple[int, ...]:
    """Return the numbers of a side's mandates."""
    name = ("nato", "russia")[side]
    return tuple(i for i, mandate in enumerate(world.mandates) if mandate.side == name)


@lru_cache(maxsize=64)
def mean_mandate(world: World, side: int) -> tuple[Weights, float]:
    """Return the mean weights and the mean target of a side's mandates."""
    every = mandates_of(world, side)
    totals: dict[int, float] = {}
    for mandate in every:
        for place, weight in world.counted[mandate]:
            totals[place] = totals.get(place, 0.0) + weight / len(every)
    return tuple(totals.items()), sum(world.targets[m] for m in every) / len(every)


def purpose(world: World, side: int, mandate: int) -> tuple[Weights, float]:
    """Return the weights and the target of a side's mandate, or of `ANY`."""
    if mandate == ANY:
        return mean_mandate(world, side)
    return world.counted[mandate], world.targets[mandate]


def _final(state: Position, side: int, mandate: int) -> float:
    """Return the utility of a finished match."""
    world = state.world
    if mandate == ANY:
        every = mandates_of(world, side)
        return sum(_final(state, side, one) for one in every) / len(every)
    points = score_of(state, side, mandate)
    if state.v[f.VERDICT] == f.JOINT_ARCHITECTURE:
        points += world.numbers.architecture_points
    return utility(state, side, points, world.targets[mandate])


def _built_in_time(v: Sequence[int], left: int) -> int:
    """Return the sites that will work at the end, as a mask."""
    built = v[f.WORKING]
    building = (v[f.DECLARED] | v[f.HIDDEN]) & ~built
    while building:
        low = building & -building
        if v[f.BUILD] >> 4 * (low.bit_length() - 1) & 15 <= left:
            built |= low
        building ^= low
    return built


@lru_cache(maxsize=1024)
def _threat(world: World, round_now: int, now: int) -> int:
    """Return the Outside threat as the schedule will have moved it."""
    scenario = world.scenario
    last = (scenario.rounds + scenario.last_round) // 2
    return min(world.numbers.track_max, now + sum(scenario.schedule[round_now:last]))


def _joint_levels(state: Position, later: int) -> tuple[float, float, float, float]:
    """Return the joint levels: those that stand, and the steps that trust may still allow."""
    v = state.v
    gates = state.world.gates
    trust = min(v[f.ASSURANCE], v[f.ASSURANCE + 1]) + ASSURANCE_A_ROUND * later + 0.5
    share = min(0.25, STEPS_A_ROUND * later * DOOR[v[f.DOOR]] / 4)
    levels = []
    for place in range(f.STEP, f.STEP + 4):
        nato = v[place]
        russia = v[place + 4]
        level = min(nato, russia)
        if level < 4:
            ease = share * _chance(trust - gates[level + 1])
            level += ease if nato == russia else HALF_WAY * ease
        levels.append(level)
    a, b, c, d = levels
    return a, b, c, d


def _architecture(world: World, joint: Sequence[float]) -> float:
    """Return the tenths that the Joint Architecture promises."""
    level = world.numbers.architecture_level
    missing = sum(level - height for height in joint if height < level)
    return world.numbers.architecture_points * _chance(-1.5 * missing + 0.5)


def _support(now: int, left: int, usual: int) -> float:
    """Return own Support at the end: what stands above its usual height wears off."""
    if now <= usual:
        return float(now)
    return float(usual + max(0.0, now - usual - 1) * FADING ** (left - 1))


def _faded(initiative: int, left: int) -> float:
    """Return Initiative at the end: a point wears off at every reckoning."""
    if not initiative:
        return 0.0
    faded = float((abs(initiative) - 0.5) * FADING ** (left - 1))
    return faded if initiative > 0 else -faded


def _held(above: float, left: int) -> float:
    """Return what a utility is worth that can't fall below 0, for it may yet rise.

    The mean of max(0, x) where x is spread around `above`, the wider the more is to come:
    so a side that is far behind still knows which way is up.
    """
    spread = SPREAD * sqrt(left)
    x = above / spread
    if x > 20:
        return above
    return spread * log1p(exp(x))


def _chance(x: float) -> float:
    """Return the logistic of `x`: 0.5 at 0, towards 0 below and 1 above."""
    if x < -20:
        return 0.0
    return 1.0 / (1.0 + exp(-1.7 * x))
