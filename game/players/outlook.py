"""What evaluation expects of the rounds to come, in tables.

All of it rests on the round and on a few small numbers, so it is worked out once. The
numbers below were chosen by hand and kept where they won games between two greedy players.
"""

from functools import lru_cache
from math import exp, sqrt
from typing import Final, NamedTuple

from game.engine import fields as f
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

_LIMIT: Final = 1 << 13
"""Entries of a table after which it is emptied, so that long runs don't grow."""


class Ladders(NamedTuple):
    """What the ladders promise.

    Attributes:
        joint: The joint levels at the end.
        total: Their sum.
        bonus: Tenths that the Joint Architecture promises.
        centres: The joint level of the centres that work now.
    """

    joint: tuple[float, float, float, float]
    total: float
    bonus: float
    centres: int


class LadderTable(dict[int, Ladders]):
    """What the ladders promise; made when it is first asked for.

    By the packed steps, then in 6 bits the lower Assurance, then in 2 the door.
    """

    def __init__(self, world: World, later: int) -> None:
        """Remember how many reckonings come after the next."""
        super().__init__()
        self._world = world
        self._later = later

    def __missing__(self, key: int) -> Ladders:
        """Make and keep what a key's ladders promise."""
        if len(self) >= _LIMIT:
            self.clear()
        found = self[key] = self._made(key >> 8, key >> 2 & 63, key & 3)
        return found

    def _made(self, steps: int, trust_now: int, door: int) -> Ladders:
        """Return what packed steps, the lower Assurance and the door promise."""
        gates = self._world.gates
        later = self._later
        trust = trust_now + ASSURANCE_A_ROUND * later + 0.5
        share = min(0.25, STEPS_A_ROUND * later * DOOR[door] / 4)
        heights = []
        levels: list[float] = []
        for ladder in range(4):
            nato = steps >> 3 * ladder & 7
            russia = steps >> 12 + 3 * ladder & 7
            height = min(nato, russia)
            level: float = height
            if height < 4:
                ease = share * chance_of(trust - gates[height + 1])
                level += ease if nato == russia else HALF_WAY * ease
            heights.append(height)
            levels.append(level)
        a, b, c, d = levels
        return Ladders((a, b, c, d), a + b + c + d, self._bonus(levels), self._centres(heights))

    def _bonus(self, levels: list[float]) -> float:
        """Return the tenths that the Joint Architecture promises."""
        n = self._world.numbers
        missing = 0.0
        for level in levels:
            if level < n.architecture_level:
                missing += n.architecture_level - level
        return n.architecture_points * chance_of(-1.5 * missing + 0.5)

    def _centres(self, heights: list[int]) -> int:
        """Return the joint level of the centres that work, dormant ones left out."""
        level = heights[f.CENTRES]
        needed = self._world.step_joint[f.CENTRES]
        for step in range(1, level + 1):
            ladder, joint = needed[step]
            if joint and heights[ladder] < joint:
                return step - 1
        return level


class LateSites(dict[int, int]):
    """The sites that will not be built in time, as a mask, by the packed building times."""

    def __init__(self, left: int) -> None:
        """Remember how many reckonings are still to come."""
        super().__init__()
        self._left = left

    def __missing__(self, build: int) -> int:
        """Make and keep the mask of packed times."""
        if len(self) >= _LIMIT:
            self.clear()
        sites = range(2 * f.SITES_A_SIDE)
        mask = sum((build >> 4 * site & 15 > self._left) << site for site in sites)
        self[build] = mask
        return mask


class Outlook:
    """What may be expected from a round on.

    Attributes:
        left: Reckonings still to come, on the average, at least 1.
        tension: By Tension now, Tension at the end.
        risk: By Tension now, how likely forward missiles will hold sites at risk.
        threat: By the Outside threat now, that at the end.
        support: By own Support now, that at the end: what stands above its usual height
            wears off.
        initiative: By Initiative now, that at the end: a point wears off at every
            reckoning. Below 0 it is read from the end.
        safe: By Tension and by own Support, how likely neither ends the match soon.
        coverage, deterrent: What the sides will build by then.
        security: How widely the margins of security are spread.
        spread: How widely utility is spread.
        floor: The lowest utility of a match that ends in peace.
        scale: Tenths that make a utility of 1.
        ladders: What the ladders promise.
        late: The sites that will not be built in time.
    """

    def __init__(self, world: World, round_now: int) -> None:
        """Lay out the tables of a round."""
        n = world.numbers
        scenario = world.scenario
        last = (scenario.rounds + scenario.last_round) // 2
        self.left = left = int(max(1, last - max(1, round_now) + 1))
        later = left - 1
        track = range(n.track_max + 1)
        coming = sum(scenario.schedule[round_now:last])
        self.threat = tuple(min(n.track_max, now + coming) for now in track)
        self.tension = tuple(min(9.0, now + TENSION_A_ROUND * later) for now in track)
        edge = n.risk_tension
        self.risk = tuple(
            chance_of((tension - edge + 0.5) / (0.4 + 0.4 * later)) for tension in self.tension
        )
        self.support = tuple(_support(now, left, n.routine_support) for now in track)
        high = n.initiative_max
        self.initiative = tuple(
            _faded(now, left) for now in (*range(high + 1), *range(-high, 0))
        )
        self.safe = tuple(
            tuple(_safe(alarm, fall, left) for fall in RISK_OF_FALL)
            for alarm in RISK_OF_CONFRONTATION
        )
        self.coverage = COVERAGE_A_ROUND * later
        self.deterrent = DETERRENT_A_ROUND * later
        self.security = 0.35 + 0.45 * sqrt(later)
        self.spread = SPREAD * sqrt(left)
        self.floor = n.utility_floor / 100
        self.scale = n.utility_scale
        self.ladders = LadderTable(world, later)
        self.late = LateSites(left)


@lru_cache(maxsize=64)
def outlook(world: World, round_now: int) -> Outlook:
    """Return what may be expected from a round on."""
    return Outlook(world, round_now)


def chance_of(x: float) -> float:
    """Return the logistic of `x`: 0.5 at 0, towards 0 below and 1 above."""
    if x < -20:
        return 0.0
    return 1.0 / (1.0 + exp(-1.7 * x))


def _support(now: int, left: int, usual: int) -> float:
    """Return own Support at the end."""
    if now <= usual:
        return float(now)
    return float(usual + max(0.0, now - usual - 1) * FADING ** (left - 1))


def _faded(initiative: int, left: int) -> float:
    """Return Initiative at the end."""
    if not initiative:
        return 0.0
    faded = float((abs(initiative) - 0.5) * FADING ** (left - 1))
    return faded if initiative > 0 else -faded


def _safe(alarm: float, fall: float, left: int) -> float:
    """Return how likely neither Confrontation nor a fall ends the match within two rounds."""
    safe = 1.0 - alarm
    safe *= 1.0 - fall
    return safe * safe if left > 1 else safe
