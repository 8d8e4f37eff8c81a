"""The reckoning at a round's end, step by step (rulebook 7.4 to 7.12)."""

from typing import Final

from game.engine import chance
from game.engine.causes import DISTRUST, DOOR, DRIFT, EXPOSURE, ROUTINE
from game.engine.events import EndRolled
from game.engine.fields import (
    AGREED,
    DECLARED,
    FLAGS,
    FRESH,
    HALTED,
    HIDDEN,
    INITIATIVE,
    JOINT_ARCHITECTURE,
    JOINT_SUM,
    LADDER_PLEDGES,
    LAST_ROUND,
    LASTING,
    LOCKS,
    RECKONING,
    ROUND,
    SITE_PLEDGES,
    STEP,
    STEPS,
    SUPPORT,
    TENSION,
)
from game.engine.mutations import (
    end_lasting,
    move_assurance,
    move_door,
    move_initiative,
    move_support,
    move_tension,
)
from game.engine.position import Position
from game.engine.rules import sites
from game.engine.rules.counters import count_down
from game.engine.rules.flow import begin_round, end_match, enter, fall_ends
from game.engine.scoring import joint_level, sectors_work


def reckon(state: Position) -> None:
    """Reckon the round, step by step; a fall ends the match after any of them."""
    enter(state, RECKONING)
    v = state.v
    track_max = state.world.numbers.track_max
    for step in _STEPS:
        step(state)
        if v[TENSION] >= track_max or not (v[SUPPORT] and v[SUPPORT + 1]):
            fall_ends(state)
            return
    _end_round(state)


def _verify(state: Position) -> None:
    """Look for undeclared sites."""
    if state.v[HIDDEN]:
        sites.verify(state)


def _drift(state: Position) -> None:
    """Let Tension drift up unless enough is joint."""
    v = state.v
    n = state.world.numbers
    if v[JOINT_SUM] >= n.drift_limit:
        return
    by = n.drift
    if v[LASTING]:
        by = max(0, by + state.world.lasting_table(v[LASTING]).drift)
    move_tension(state, by, DRIFT)


def _distrust(state: Position) -> None:
    """Let a side distrust the other's declared sites where too little is joint."""
    v = state.v
    world = state.world
    joint = v[JOINT_SUM]
    sectors = world.sectors and sectors_work(state)
    for side in (0, 1):
        if world.concern(1 - side, v[DECLARED], sectors) > joint:
            move_assurance(state, side, world.numbers.distrust, DISTRUST)


def _exposure(state: Position) -> None:
    """Let a side pay at home for standing far ahead, once for each ladder."""
    v = state.v
    steps = v[STEPS]
    if steps >> 12 == steps & 0xFFF:
        return
    n = state.world.numbers
    for ladder in range(4):
        lead = v[STEP + ladder] - v[STEP + 4 + ladder]
        if lead >= n.exposure_lead:
            move_support(state, 0, n.exposure_support, EXPOSURE)
        elif -lead >= n.exposure_lead:
            move_support(state, 1, n.exposure_support, EXPOSURE)


def _routine(state: Position) -> None:
    """Let high Support and Initiative wear off."""
    v = state.v
    for side in (0, 1):
        if v[SUPPORT + side] > state.world.numbers.routine_support:
            move_support(state, side, -1, ROUTINE)
    if v[INITIATIVE]:
        move_initiative(state, 0, -1 if v[INITIATIVE] > 0 else 1, ROUTINE)


def _run_pledges_down(state: Position) -> None:
    """Let pledges, suspended steps, emptied sites and lasting effects run down."""
    v = state.v
    if v[SITE_PLEDGES]:
        v[SITE_PLEDGES] = count_down(v[SITE_PLEDGES])[0]
    if v[LADDER_PLEDGES]:
        v[LADDER_PLEDGES] = count_down(v[LADDER_PLEDGES])[0]
    if v[LOCKS] or v[LOCKS + 1]:
        v[LOCKS] = (v[LOCKS] & 0xFFFF) << 16
        v[LOCKS + 1] = (v[LOCKS + 1] & 0xFFFF) << 16
    v[HALTED] = 0
    if v[LASTING]:
        world = state.world
        end_lasting(state, world.ends_with_round | world.ends_next_round & ~v[FRESH])
        v[FRESH] = 0


def _door(state: Position) -> None:
    """Let the door close at high Tension, or open after an agreement at low."""
    v = state.v
    n = state.world.numbers
    if v[TENSION] >= n.door_closes:
        move_door(state, -2, DOOR)
    elif v[TENSION] <= n.door_opens and v[FLAGS] & AGREED:
        move_door(state, 1, DOOR)


_STEPS: Final = (
    sites.finish_construction,
    _verify,
    _drift,
    _distrust,
    _exposure,
    _routine,
    _run_pledges_down,
    _door,
)


def _end_round(state: Position) -> None:
    """End the match, or begin the next round."""
    level = state.world.numbers.architecture_level
    if state.v[JOINT_SUM] >= 4 * level and all(
        joint_level(state, ladder) >= level for ladder in range(4)
    ):
        end_match(state, JOINT_ARCHITECTURE)
        return
    if _was_last_round(state):
        end_match(state, LAST_ROUND)
        return
    begin_round(state)


def _was_last_round(state: Position) -> bool:
    """Say whether the match ends now: each round that may be the last is equally likely."""
    scenario = state.world.scenario
    played = state.v[ROUND]
    if played < scenario.rounds:
        return False
    left = scenario.last_round - played + 1
    if left == 1:
        return True
    ended = chance.draw(state.v, left) == 0
    if state.log is not None:
        state.log.append(EndRolled(played, ended))
    return ended
