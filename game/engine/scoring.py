"""Derived numbers: joint levels, Coverage, Deterrent, concern and score (rulebook 3, 9).

All are read from a state's list as it stands: from a view's list they are what that side
may compute, from the truth they are the truth.
"""

from typing import Final, TypeAlias

from game.content.vocabulary import WEIGHTS
from game.engine.fields import (
    CENTRES,
    DECLARED,
    FIRM_AT_BRINK,
    FIRM_AT_BRINKS,
    FLAGS,
    GUARANTEES,
    INITIATIVE,
    JOINT_SUM,
    LASTING,
    STEP,
    SUPPORT,
    TENSION,
    THREAT,
    WORKING,
)
from game.engine.position import Position
from game.engine.world import World

Counts: TypeAlias = tuple[int, ...]
"""What each weight of a mandate counts, in the order of `vocabulary.WEIGHTS`."""

_GUARANTEES_NATO: Final = STEP + GUARANTEES
_GUARANTEES_RUSSIA: Final = STEP + 4 + GUARANTEES


def joint_level(state: Position, ladder: int) -> int:
    """Return the joint level of a ladder, 0 to 4."""
    v = state.v
    nato: int = v[STEP + ladder]
    russia: int = v[STEP + 4 + ladder]
    return nato if nato < russia else russia  # noqa: FURB136 - hot: no call


def centres_level(state: Position) -> int:
    """Return the joint level of the centres that work, dormant ones left out (2.8)."""
    level = joint_level(state, CENTRES)
    needed = state.world.step_joint[CENTRES]
    for step in range(1, level + 1):
        ladder, joint = needed[step]
        if joint and joint_level(state, ladder) < joint:
            return step - 1
    return level


def sectors_work(state: Position) -> bool:
    """Say whether the special rule of *Sectoral defence* is in force, dormant or not (11.5)."""
    return state.world.sectors and joint_level(state, CENTRES) >= 2


def concern(state: Position, side: int) -> int:
    """Return the concern of a side's declared sites."""
    return state.world.concern(side, state.v[DECLARED], sectors_work(state))


def site_concern(state: Position, site: int) -> int:
    """Return the concern of a site as things are declared now."""
    return state.world.site_concern(site, state.v[DECLARED], sectors_work(state))


def at_risk(state: Position) -> int:
    """Return the allied sites held at risk now, as a mask."""
    v = state.v
    if v[TENSION] < state.world.numbers.risk_tension:
        return 0
    return state.world.at_risk(v[WORKING])


def coverage(state: Position) -> int:
    """Return NATO's Coverage (3.6)."""
    v = state.v
    world = state.world
    at_sites = world.site_coverage(v[WORKING], v[TENSION] >= world.numbers.risk_tension)
    return at_sites + coverage_beside_sites(state, centres_level(state))


def coverage_beside_sites(state: Position, centres: int) -> int:
    """Return what adds to NATO's Coverage beside its sites; `centres`: their level."""
    v = state.v
    world = state.world
    n = world.numbers
    total = 0
    if centres >= 2:
        radars = world.radars
        if sectors_work(state):
            radars |= world.batteries
        total += n.centres_coverage + (v[WORKING] & radars).bit_count()
        if centres >= 3:
            total += n.watch_coverage
    if v[LASTING]:
        total += world.lasting_tables[v[LASTING]].coverage
    return total


def deterrent(state: Position) -> int:
    """Return Russia's Deterrent (3.6)."""
    at_sites = state.world.site_deterrent(state.v[WORKING])
    return at_sites + deterrent_beside_sites(state, centres_level(state), concern(state, 0))


def deterrent_beside_sites(state: Position, centres: int, felt: int) -> int:
    """Return what Russia's Deterrent is beside its sites.

    Args:
        state: The position.
        centres: The level of the centres.
        felt: The concern of NATO's sites.
    """
    base = state.world.numbers.deterrent_base
    agreed = _deterrent_of_agreements(state, centres)
    return base + joint_level(state, GUARANTEES) - felt + agreed


def _deterrent_of_agreements(state: Position, centres: int) -> int:
    """Return what the centres, at their level, and lasting effects add to the Deterrent."""
    v = state.v
    world = state.world
    total = world.numbers.centres_deterrent if centres >= 2 else 0
    if v[LASTING]:
        total += world.lasting_tables[v[LASTING]].deterrent
    return total


def secured(state: Position, side: int) -> bool:
    """Say whether NATO is Protected or Russia Secure; not who was firm at the brink (6.5)."""
    return bool(counts(state)[side][0])


def firm_at_brink(state: Position, side: int) -> bool:
    """Say whether a side was firm at the brink and no crisis since found it otherwise (6.5)."""
    return bool(state.v[FLAGS] & FIRM_AT_BRINK << side)


def counts(state: Position) -> tuple[Counts, Counts]:
    """Return what each weight of a mandate counts for NATO and for Russia (9.2).

    hot: every playout to the end asks for both, so what they share is worked out once.
    """
    v = state.v
    world = state.world
    numbers = world.numbers
    working = v[WORKING]
    tension = v[TENSION]
    level = joint_level(state, CENTRES)
    centres = level and centres_level(state)
    nato, russia = v[_GUARANTEES_NATO], v[_GUARANTEES_RUSSIA]
    guaranteed = nato if nato < russia else russia  # noqa: FURB136
    felt = world.concern(0, v[DECLARED], world.sectors and level >= 2)
    covered = world.site_coverage(working, tension >= numbers.risk_tension) - v[THREAT]
    deterred = numbers.deterrent_base + guaranteed - felt + world.site_deterrent(working)
    if centres or v[LASTING]:
        covered += coverage_beside_sites(state, centres)
        deterred += _deterrent_of_agreements(state, centres)
    protected, secure = covered >= 0, deterred >= 0
    most = numbers.margin_max
    least = -most
    if centres >= 4:
        protected = secure = True
        least = 0
    if v[FLAGS] & FIRM_AT_BRINKS:
        protected = protected and not firm_at_brink(state, 0)
        secure = secure and not firm_at_brink(state, 1)
    if covered > most or covered < least:
        covered = most if covered > most else least
    if deterred > most or deterred < least:
        deterred = most if deterred > most else least
    forward = (working & world.forward).bit_count()
    land = (working & world.land_interceptors).bit_count()
    shared = (tension, forward, felt, guaranteed, land, not protected)
    joint, initiative = v[JOINT_SUM], v[INITIATIVE]
    return (
        (protected, covered, joint, initiative, v[SUPPORT], *shared),
        (secure, deterred, joint, -initiative, v[SUPPORT + 1], *shared),
    )


def counted(state: Position, side: int) -> dict[str, int]:
    """Return what each weight of a mandate counts for a side, as things stand (9.2)."""
    return dict(zip(WEIGHTS, map(int, counts(state)[side]), strict=True))


def score_of(state: Position, side: int, mandate: int) -> int:
    """Return a side's score by a mandate in tenths (9.2), the Joint Architecture left out."""
    return points_of(state.world, counts(state)[side], mandate)


def points_of(world: World, counted: Counts, mandate: int) -> int:
    """Return what counts for a side as a mandate weighs it, in tenths (9.2)."""
    points = 0
    for number, weight in world.counted[mandate]:
        points += weight * counted[number]
    return points
