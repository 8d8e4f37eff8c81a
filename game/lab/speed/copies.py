"""Clones, and clones with one action done."""

from collections.abc import Sequence
from random import Random
from typing import Final

from game.lab.speed.measure import Meter, Reading, Tally, clocked
from game.lab.speed.positions import Sampled, by_kind, sampled
from game.lab.speed.row import OWN, Loop, Setting

CLONE: Final = "clone"
CLONE_APPLY: Final = "clone + apply"

_SEED: Final = "positions"


def _clones(setting: Setting) -> Meter:
    states = [one.state for one in sampled(setting, Random(_SEED))]

    def work(luck: Random) -> Tally:
        for state in states:
            state.clone()
        return {CLONE: len(states)}

    return clocked(work, setting.seconds)


def _applied(positions: Sequence[Sampled], unit: str, seconds: float) -> Meter:
    """Return the meter of clone + apply over these positions."""
    pairs = [(one.state, one.action) for one in positions]

    def work(luck: Random) -> Tally:
        for state, action in pairs:
            state.clone().apply(action)
        return {unit: len(pairs)}

    return clocked(work, seconds)


def _clones_applied(setting: Setting) -> Meter:
    return _applied(sampled(setting, Random(_SEED)), CLONE_APPLY, setting.seconds)


def _applied_by_kind(setting: Setting) -> Meter:
    found = by_kind(setting, Random(_SEED))
    seconds = 2 * setting.seconds / len(found)
    meters = [_applied(some, kind, seconds) for kind, some in found.items()]

    def read(luck: Random) -> Reading:
        together: dict[str, float] = {}
        for meter in meters:
            together.update(meter(luck))
        return together

    return read


OWN_CLONES: Final = Loop(
    name=OWN,
    includes="State.clone over positions sampled along random games",
    ready=_clones,
    kind="own",
)

OWN_CLONES_APPLIED: Final = Loop(
    name=OWN,
    includes="State.clone and apply of a random legal action chosen beforehand, over positions "
    "sampled along random games, each decision equally likely, those that end a round or "
    "the match included",
    ready=_clones_applied,
    kind="own",
)

OWN_CLONES_BY_KIND: Final = Loop(
    name=OWN,
    includes="the same by the kind of decision, and for actions that end a round or the match",
    ready=_applied_by_kind,
    kind="own",
)
