"""Derived numbers: joint levels, Coverage, Deterrent, concern and score (rulebook 3, 9).

All are read from a state's list as it stands: from a view's list they are what that side
may compute, from the truth they are the truth.
"""

from collections.abc import Callable
from typing import Final

from game.content.vocabulary import WEIGHTS
from game.engine.fields import (
    CENTRES,
    DECLARED,
    FIRM_AT_BRINK,
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
from game.engine.world import NATO_SITES


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
    v = state.v
    n = state.world.numbers
    total = n.deterrent_base + joint_level(state, GUARANTEES) - felt
    if centres >= 2:
        total += n.centres_deterrent
    if v[LASTING]:
        total += state.world.lasting_tables[v[LASTING]].deterrent
    return total


def margin(state: Position, side: int) -> int:
    """Return V: Coverage less threat, or Deterrent, within its bounds (9.2)."""
    limit = state.world.numbers.margin_max
    value = deterrent(state) if side else coverage(state) - state.v[THREAT]
    if value < 0 and centres_level(state) >= 4:
        value = 0
    return max(-limit, min(limit, value))


def secured(state: Position, side: int) -> bool:
    """Say whether NATO is Protected or Russia Secure; not who was firm at the brink (6.5)."""
    if firm_at_brink(state, side):
        return False
    if centres_level(state) >= 4:
        return True
    return deterrent(state) >= 0 if side else coverage(state) >= state.v[THREAT]


def firm_at_brink(state: Position, side: int) -> bool:
    """Say whether a side was firm at the brink and no crisis since found it otherwise (6.5)."""
    return bool(state.v[FLAGS] & FIRM_AT_BRINK << side)


def counted(state: Position, side: int) -> dict[str, int]:
    """Return what each weight of a mandate counts for a side, as things stand (9.2)."""
    return {name: int(_VALUES[number](state, side)) for number, name in enumerate(WEIGHTS)}


def score_of(state: Position, side: int, mandate: int) -> int:
    """Return a side's score by a mandate in tenths (9.2), the Joint Architecture left out."""
    return sum(
        weight * _VALUES[number](state, side) for number, weight in state.world.counted[mandate]
    )


def _land_interceptors(state: Position, side: int) -> int:
    """Return how many of NATO's land interceptors work."""
    del side
    return int(state.v[WORKING] & state.world.land_interceptors & NATO_SITES).bit_count()


_VALUES: Final[tuple[Callable[[Position, int], int], ...]] = (
    secured,
    margin,
    lambda state, _side: int(state.v[JOINT_SUM]),
    lambda state, side: int(-state.v[INITIATIVE] if side else state.v[INITIATIVE]),
    lambda state, side: int(state.v[SUPPORT + side]),
    lambda state, _side: int(state.v[TENSION]),
    lambda state, _side: (state.v[WORKING] & state.world.forward).bit_count(),
    lambda state, _side: concern(state, 0),
    lambda state, _side: joint_level(state, GUARANTEES),
    _land_interceptors,
    lambda state, _side: not secured(state, 0),
)
"""What each weight counts, in the order of `vocabulary.WEIGHTS`."""
