"""What a position is worth to a side: an estimate of its utility at the end.

The estimate looks at the end of the match, not at the table: what is being built is
counted as built if it will be in time, Support and Initiative as they will have worn off,
joint levels with the steps that trust still allows. `outlook` gives the expected value
of everything that a mandate may weigh, `estimate` weighs it. The numbers below were
chosen by hand and kept where they won games between two greedy players.

Works on a full position: that of a search, or one that a view's `sample` dealt.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from typing import Final

from game.engine import fields as f
from game.engine.outcome import utility
from game.engine.position import Position
from game.engine.scoring import (
    centres_level,
    concern,
    coverage,
    deterrent,
    joint_level,
    score_of,
)
from game.engine.world import World

RISK_OF_CONFRONTATION: Final = (0, 0, 0, 0, 0, 0.002, 0.006, 0.02, 0.06, 0.14, 1.0)
"""Chance by Tension that the world falls into Confrontation within a round."""
RISK_OF_FALL: Final = (1.0, 0.15, 0.04, 0.01, 0.003, 0, 0, 0, 0, 0, 0)
"""Chance by own Support that the government falls within a round."""
COVERAGE_A_ROUND: Final = 0.8
"""What NATO builds in a round on the average."""
DETERRENT_A_ROUND: Final = 0.1
"""What Russia builds in a round, less what NATO's building takes away."""
TENSION_A_ROUND: Final = 0.2
STEPS_A_ROUND: Final = 0.55
"""Joint levels gained in a round where trust allows them."""
ASSURANCE_A_ROUND: Final = 0.25
FADING: Final = 0.85
"""What is left after a round of Initiative, or of Support above its usual height."""


@dataclass(slots=True)
class Outlook:
    """What a side may expect at the end.

    Attributes:
        features: Expected values of what mandates weigh, in the order of `WEIGHTS`.
        bonus: Tenths expected from the Joint Architecture.
        disaster: Chance of Confrontation or of the own government's fall.
    """

    features: Sequence[float]
    bonus: float
    disaster: float


def evaluate(state: Position, side: int, mandate: int) -> float:
    """Return the utility that a side with a mandate may expect, -1 to 1."""
    world = state.world
    if state.v[f.VERDICT]:
        return _final(state, side, mandate)
    return estimate(world, outlook(state, side), world.weights[mandate], world.targets[mandate])


def evaluate_unknown(state: Position, side: int) -> float:
    """Return what a side may expect whose mandate isn't known: as if it had their mean."""
    world = state.world
    if state.v[f.VERDICT]:
        every = mandates_of(world, side)
        return sum(_final(state, side, mandate) for mandate in every) / len(every)
    weights, target = _mean_mandate(world, side)
    return estimate(world, outlook(state, side), weights, target)


def estimate(world: World, expected: Outlook, weights: Sequence[float], target: float) -> float:
    """Return the utility of an outlook under a mandate's weights and target, in tenths."""
    score = expected.bonus - target
    for weight, value in zip(weights, expected.features, strict=True):
        score += weight * value
    n = world.numbers
    held = max(n.utility_floor / 100, min(1.0, score / n.utility_scale))
    return held * (1 - expected.disaster) - expected.disaster


def outlook(state: Position, side: int) -> Outlook:
    """Return what a side may expect at the end of a match that still goes on."""
    v = state.v
    world = state.world
    left = rounds_left(state)
    later = left - 1
    built = _built_in_time(state, left)
    tension = min(9.0, v[f.TENSION] + TENSION_A_ROUND * later)
    joint = _joint_levels(state, later)
    nato_margin = _coverage(state, built, tension, later) - _threat(state)
    margin = nato_margin if side == 0 else _deterrent(state, built, later)
    spread = 0.35 + 0.45 * later**0.5
    nato_secured = _chance((nato_margin + 0.5) / spread)
    whole = centres_level(state) >= 4
    limit = world.numbers.margin_max
    initiative = _faded(v[f.INITIATIVE], left)
    features = (
        1.0 if whole else _chance((margin + 0.5) / spread),
        max(0.0 if whole else -limit, min(limit, margin)),
        sum(joint),
        -initiative if side else initiative,
        _support(v[f.SUPPORT + side], left),
        tension,
        (built & world.forward).bit_count(),
        concern(state, 0),
        joint[f.GUARANTEES],
        (built & world.land_interceptors).bit_count(),
        0.0 if whole else 1.0 - nato_secured,
    )
    return Outlook(features, _architecture(world, joint), _disaster(state, side, left))


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
def _mean_mandate(world: World, side: int) -> tuple[tuple[float, ...], float]:
    """Return the mean weights and the mean target of a side's mandates."""
    every = mandates_of(world, side)
    columns = zip(*(world.weights[mandate] for mandate in every), strict=True)
    weights = tuple(sum(column) / len(every) for column in columns)
    return weights, sum(world.targets[mandate] for mandate in every) / len(every)


def _final(state: Position, side: int, mandate: int) -> float:
    """Return the utility of a finished match."""
    world = state.world
    points = score_of(state, side, mandate)
    if state.v[f.VERDICT] == f.JOINT_ARCHITECTURE:
        points += world.numbers.architecture_points
    return utility(state, side, points, world.targets[mandate])


def _built_in_time(state: Position, left: int) -> int:
    """Return the sites that will work at the end, as a mask."""
    v = state.v
    built = v[f.WORKING]
    building = (v[f.DECLARED] | v[f.HIDDEN]) & ~built
    while building:
        low = building & -building
        if v[f.BUILD] >> 4 * (low.bit_length() - 1) & 15 <= left:
            built |= low
        building ^= low
    return int(built)


def _coverage(state: Position, built: int, tension: float, later: int) -> float:
    """Return NATO's expected Coverage."""
    v = state.v
    world = state.world
    now_at_risk = v[f.TENSION] >= world.numbers.risk_tension
    centres = coverage(state) - world.site_coverage(v[f.WORKING], now_at_risk)
    risk = _chance((tension - world.numbers.risk_tension + 0.5) / (0.4 + 0.4 * later))
    sites = (1 - risk) * world.site_coverage(built, False)
    sites += risk * world.site_coverage(built, True)
    return sites + centres + COVERAGE_A_ROUND * later


def _deterrent(state: Position, built: int, later: int) -> float:
    """Return Russia's expected Deterrent."""
    world = state.world
    now = deterrent(state) - world.site_deterrent(state.v[f.WORKING])
    return now + world.site_deterrent(built) + DETERRENT_A_ROUND * later


def _threat(state: Position) -> int:
    """Return the Outside threat as the schedule will have moved it."""
    v = state.v
    scenario = state.world.scenario
    last = (scenario.rounds + scenario.last_round) // 2
    rises = sum(scenario.schedule[v[f.ROUND] : last])
    return int(min(state.world.numbers.track_max, v[f.THREAT] + rises))


def _joint_levels(state: Position, later: int) -> tuple[float, ...]:
    """Return the expected joint levels: those that stand, and steps that trust may allow."""
    v = state.v
    now = [joint_level(state, ladder) for ladder in range(4)]
    trust = min(v[f.ASSURANCE], v[f.ASSURANCE + 1]) + ASSURANCE_A_ROUND * later
    door = (0.3, 0.7, 1.0)[v[f.DOOR]]
    most = STEPS_A_ROUND * later * door
    gates = state.world.gates
    chances = []
    for ladder in range(4):
        ease = 0.0
        if now[ladder] < 4:
            ease = _chance(trust - gates[now[ladder] + 1] + 0.5)
            if v[f.STEP + ladder] != v[f.STEP + 4 + ladder]:
                ease *= 1.3
        chances.append(ease)
    share = min(1.0, most / 4)
    return tuple(min(4.0, now[n] + chances[n] * share) for n in range(4))


def _architecture(world: World, joint: Sequence[float]) -> float:
    """Return the tenths that the Joint Architecture promises."""
    level = world.numbers.architecture_level
    missing = sum(max(0.0, level - height) for height in joint)
    return world.numbers.architecture_points * _chance(-1.5 * missing + 0.5)


def _support(now: int, left: int) -> float:
    """Return own Support at the end: what stands above 5 wears off."""
    usual = 5
    if now <= usual:
        return float(now)
    return usual + max(0.0, now - usual - 1) * FADING ** (left - 1)


def _faded(initiative: int, left: int) -> float:
    """Return Initiative at the end: a point wears off at every reckoning."""
    size = max(0, abs(initiative) - 1) + (0.5 if initiative else 0.0)
    faded = size * FADING ** (left - 1)
    return faded if initiative > 0 else -faded


def _disaster(state: Position, side: int, left: int) -> float:
    """Return the chance of Confrontation, or of the own government's fall."""
    v = state.v
    rounds = min(left, 2)
    safe = 1.0 - RISK_OF_CONFRONTATION[v[f.TENSION]]
    safe *= 1.0 - RISK_OF_FALL[v[f.SUPPORT + side]]
    return float(1.0 - safe**rounds)


def _chance(x: float) -> float:
    """Return the logistic of `x`: 0.5 at 0, towards 0 below and 1 above."""
    if x < -20:
        return 0.0
    return 1.0 / (1.0 + exp(-1.7 * x))
