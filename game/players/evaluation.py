"""What a position is worth to a side: an estimate of its utility at the end.

The estimate looks at the end of the match, not at the table: what is being built counts
as built if it will be in time, Support and Initiative as they will have worn off, joint
levels with the steps that trust still allows. A `Forecast` holds what both sides share;
a mandate's weights make a utility of it.

Works on a full position: that of a search, or one that a view's `sample` dealt.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import exp, log1p
from typing import Final, TypeAlias

from game.engine.fields import (
    ASSURANCE,
    BUILD,
    CONFRONTATION,
    DECLARED,
    DOOR,
    GUARANTEES,
    HIDDEN,
    INITIATIVE,
    JOINT_ARCHITECTURE,
    MANDATE,
    ROUND,
    STEPS,
    SUPPORT,
    TENSION,
    THREAT,
    VERDICT,
    WORKING,
)
from game.engine.outcome import utility
from game.engine.position import Position
from game.engine.scoring import (
    Counts,
    concern,
    counts,
    coverage_beside_sites,
    deterrent_beside_sites,
)
from game.engine.world import World
from game.players.outlook import chance_of, outlook

ANY: Final = -1
"""In place of a mandate: the mean of all that the side might have."""

LOST: Final = (-1.0, -1.0)
"""What Confrontation is to both."""

Weights: TypeAlias = Sequence[tuple[int, float]]
"""Places in `WEIGHTS` with their weights, in tenths."""


def evaluate(state: Position, side: int, mandate: int) -> float:
    """Return the utility that a side with a mandate, or `ANY`, may expect, -1 to 1."""
    if state.v[VERDICT]:
        return _final(state, side, mandate, counts(state)[side])
    return Forecast(state).utility(side, *purpose(state.world, side, mandate))


def evaluate_pair(state: Position) -> tuple[float, float]:
    """Return NATO's and Russia's expected utility by the mandates that the position says."""
    v = state.v
    nato, russia = v[MANDATE], v[MANDATE + 1]
    if v[VERDICT]:
        if v[VERDICT] == CONFRONTATION:
            return LOST
        both = counts(state)
        return _final(state, 0, nato, both[0]), _final(state, 1, russia, both[1])
    world = state.world
    forecast = Forecast(state)
    return (
        forecast.utility(0, *purpose(world, 0, nato)),
        forecast.utility(1, *purpose(world, 1, russia)),
    )


def evaluate_both(state: Position, side: int, mandate: int) -> tuple[float, float]:
    """Return the utilities of a side with a mandate and of the other, whose isn't known."""
    rival = 1 - side
    if state.v[VERDICT]:
        both = counts(state)
        own = _final(state, side, mandate, both[side])
        return own, _final(state, rival, ANY, both[rival])
    world = state.world
    forecast = Forecast(state)
    own = forecast.utility(side, *purpose(world, side, mandate))
    return own, forecast.utility(rival, *mean_mandate(world, rival))


class Forecast:
    """What may be expected of the end of a match that still goes on.

    hot: a search makes one for every leaf, so what rests on few numbers is looked up.

    Attributes:
        built: The sites that will work, as a mask.
        margins: NATO's Coverage less the threat, and Russia's Deterrent.
        secured: The chances that NATO is Protected and Russia Secure.
    """

    __slots__ = (
        "_concern",
        "_features",
        "_ladders",
        "_outlook",
        "_state",
        "built",
        "margins",
        "secured",
    )

    def __init__(self, state: Position) -> None:
        """Look ahead from a position."""
        v = state.v
        world = state.world
        self._state = state
        self._outlook = ahead = outlook(world, v[ROUND])
        self._features: list[tuple[float, ...] | None] = [None, None]
        nato, russia = v[ASSURANCE], v[ASSURANCE + 1]
        trust = nato if nato < russia else russia  # noqa: FURB136 - hot: no call
        self._ladders = ladders = ahead.ladders[v[STEPS] << 8 | trust << 2 | v[DOOR]]
        standing = v[DECLARED] | v[HIDDEN]
        self.built = built = v[WORKING] | standing & ~ahead.late[v[BUILD]]
        self._concern = felt = concern(state, 0)
        risk = ahead.risk[v[TENSION]]
        covered = (1 - risk) * world.site_coverage(built, False)
        covered += risk * world.site_coverage(built, True)
        covered += coverage_beside_sites(state, ladders.centres)
        covered += ahead.coverage
        covered -= ahead.threat[v[THREAT]]
        held_off = deterrent_beside_sites(state, ladders.centres, felt)
        deterred = held_off + world.site_deterrent(built) + ahead.deterrent
        self.margins = covered, deterred
        self.secured = 1.0, 1.0
        if ladders.centres < 4:
            spread = ahead.security
            self.secured = (
                chance_of((covered + 0.5) / spread),
                chance_of((deterred + 0.5) / spread),
            )

    def utility(self, side: int, weights: Weights, target: float) -> float:
        """Return the utility of a side whose mandate has these weights and this target."""
        v = self._state.v
        ahead = self._outlook
        features = self._features[side] or self._weighable(side)
        score = self._ladders.bonus - target
        for place, weight in weights:
            score += weight * features[place]
        floor = ahead.floor
        held = floor + _held(score / ahead.scale - floor, ahead.spread)
        held = 1.0 if held > 1.0 else held  # noqa: FURB136 - hot: no call
        safe = ahead.safe[v[TENSION]][v[SUPPORT + side]]
        return held * safe - (1.0 - safe)

    def _weighable(self, side: int) -> tuple[float, ...]:
        """Return what mandates weigh, in the order of `WEIGHTS`."""
        world = self._state.world
        v = self._state.v
        ahead = self._outlook
        ladders = self._ladders
        built = self.built
        limit = world.numbers.margin_max
        least = 0.0 if ladders.centres >= 4 else -limit
        initiative = ahead.initiative[v[INITIATIVE]]
        found = self._features[side] = (
            self.secured[side],
            max(least, min(limit, self.margins[side])),
            ladders.total,
            -initiative if side else initiative,
            ahead.support[v[SUPPORT + side]],
            ahead.tension[v[TENSION]],
            (built & world.forward).bit_count(),
            self._concern,
            ladders.joint[GUARANTEES],
            (built & world.land_interceptors).bit_count(),
            1.0 - self.secured[0],
        )
        return found


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


def _final(state: Position, side: int, mandate: int, counted: Counts) -> float:
    """Return the utility of a finished match in which this counts for the side."""
    world = state.world
    if mandate == ANY:
        every = mandates_of(world, side)
        return sum(_final(state, side, one, counted) for one in every) / len(every)
    points = 0
    for number, weight in world.counted[mandate]:  # hot: `points_of` without a call
        points += weight * counted[number]
    if state.v[VERDICT] == JOINT_ARCHITECTURE:
        points += world.numbers.architecture_points
    return utility(state, side, points, world.targets[mandate])


def _held(above: float, spread: float) -> float:
    """Return what a utility is worth that can't fall below 0, for it may yet rise.

    The mean of max(0, x) where x is spread around `above`, the wider the more is to come:
    so a side that is far behind still knows which way is up.
    """
    x = above / spread
    if x > 20:
        return above
    return spread * log1p(exp(x))
