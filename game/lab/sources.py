"""Where a side's points came from: the tenths that each weight of its mandate brought."""

from typing import Final

from game.engine import Outcome, State, scoring
from game.engine import fields as f
from game.engine.world import NATO_SITES
from game.lab.account import Counts

ARCHITECTURE: Final = "architecture"
"""The source of points that no weight of a mandate counts."""


def sources_of(state: State, outcome: Outcome, side: int) -> Counts:
    """Return the tenths of points by source; together they are the side's points."""
    content = state.world.content
    worth = _values(state, side)
    weights = content.mandates[outcome.mandates[side]].weights
    found: Counts = {name: weight * worth[name] for name, weight in weights.items()}
    if outcome.verdict == "joint-architecture":
        found[ARCHITECTURE] = content.numbers.architecture_points
    return found


def _values(state: State, side: int) -> Counts:
    """Return what each weight of a mandate counts, as things truly stand."""
    v, world = state.v, state.world
    land = int(v[f.WORKING] & world.land_interceptors & NATO_SITES)
    return {
        "secured": int(scoring.secured(state, side)),
        "margin": scoring.margin(state, side),
        "joint": int(v[f.JOINT_SUM]),
        "initiative": int(-v[f.INITIATIVE] if side else v[f.INITIATIVE]),
        "support": int(v[f.SUPPORT + side]),
        "tension": int(v[f.TENSION]),
        "forward_missiles": int(v[f.WORKING] & world.forward).bit_count(),
        "nato_concern": scoring.concern(state, 0),
        "guarantees": scoring.joint_level(state, f.GUARANTEES),
        "land_interceptors": land.bit_count(),
        "nato_unprotected": int(not scoring.secured(state, 0)),
    }
