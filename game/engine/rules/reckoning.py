"""The reckoning at a round's end, step by step (rulebook 7.4 to 7.12)."""

from game.engine import chance
from game.engine.action_tables import SPREAD
from game.engine.causes import BRINK, DISTRUST, DRIFT, EXPOSURE, ROUTINE
from game.engine.causes import DOOR as DOOR_RULE
from game.engine.events import BrinkTested, EndRolled
from game.engine.fields import (
    AGREED,
    BOTH_OPEN,
    BUILD,
    CONFRONTATION,
    DECLARED,
    DOOR,
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
    PHASE,
    RECKONING,
    ROUND,
    RUSSIAN_SUPPORT,
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
from game.engine.rules.flow import (
    begin_round,
    end_match,
    enter,
    fall_ends,
)
from game.engine.scoring import joint_level, sectors_work


def reckon(state: Position) -> None:  # noqa: C901 - hot
    """Reckon the round, step by step; a fall ends the match after any of them.

    hot: a step that has nothing to do is passed over here, without a call; only what moves
    Tension or Support looks for a fall.
    """
    v = state.v
    world = state.world
    n = world.numbers
    v[PHASE] = RECKONING
    if state.log is not None:
        enter(state, RECKONING)
    if v[BUILD]:
        sites.finish_construction(state)
    if v[HIDDEN]:
        sites.verify(state)
        if fall_ends(state):
            return
    joint = v[JOINT_SUM]
    by = drift_of(state)
    if by:
        move_tension(state, by, DRIFT)
        if v[TENSION] >= n.track_max:
            fall_ends(state)
            return
    if v[TENSION] >= world.brink and not v[FLAGS] & BOTH_OPEN and _gets_out_of_hand(state):
        return
    _distrust(state, joint)
    steps = v[STEPS]
    if steps >> 12 != steps & 0xFFF:
        nato = SPREAD[steps & 0xFFF]
        russia = SPREAD[steps >> 12]
        lead = n.exposure_lead * 0x1111
        if ((nato | 0x8888) - russia - lead | (russia | 0x8888) - nato - lead) & 0x8888:
            _exposure(state)
            if fall_ends(state):
                return
    if v[SUPPORT] > n.routine_support:
        move_support(state, 0, -1, ROUTINE)
    if v[RUSSIAN_SUPPORT] > n.routine_support:
        move_support(state, 1, -1, ROUTINE)
    if v[INITIATIVE]:
        move_initiative(state, 0, -1 if v[INITIATIVE] > 0 else 1, ROUTINE)
    _run_down(state)
    if v[TENSION] >= n.door_closes:
        if v[DOOR]:
            move_door(state, -2, DOOR_RULE)
    elif v[FLAGS] & AGREED and v[TENSION] <= n.door_opens:
        move_door(state, 1, DOOR_RULE)
    if joint >= 4 * n.architecture_level and _architecture_stands(state):
        end_match(state, JOINT_ARCHITECTURE)
    elif v[ROUND] >= world.scenario.rounds and _was_last_round(state):
        end_match(state, LAST_ROUND)
    else:
        begin_round(state)


def drift_of(state: Position) -> int:
    """Return by how much Tension drifts at the reckoning, as all stands now (7.7)."""
    v = state.v
    world = state.world
    n = world.numbers
    if v[JOINT_SUM] >= n.drift_limit:
        return 0
    if v[LASTING]:
        return max(0, n.drift + world.lasting_tables[v[LASTING]].drift)
    return n.drift


def brink_ahead(state: Position) -> bool:
    """Say whether the reckoning would roll the die at the brink, as all stands now (7.7)."""
    v = state.v
    if v[FLAGS] & BOTH_OPEN or v[TENSION] >= state.world.track_max:
        return False
    return bool(v[TENSION] + drift_of(state) >= state.world.brink)


def _gets_out_of_hand(state: Position) -> bool:
    """Roll the die at the brink; on a 1 the match ends (7.7)."""
    out_of_hand = chance.draw(state.v, state.world.numbers.brink_die) == 0
    if state.log is not None:
        state.log.append(BrinkTested(out_of_hand))
    if out_of_hand:
        left = state.world.track_max - state.v[TENSION]
        move_tension(state, left, BRINK, both_firm=True)
        end_match(state, CONFRONTATION)
    return out_of_hand


def _distrust(state: Position, joint: int) -> None:
    """Let a side distrust the other's declared sites where too little is joint."""
    world = state.world
    declared = state.v[DECLARED]
    if world.sectors:
        sectors = sectors_work(state)
        nato = world.concern(0, declared, sectors)
        russia = world.concern(1, declared, sectors)
    else:  # hot: `concern` written out for both sides
        of_nato, of_russia = world.concerns
        nato = of_nato[declared & 0x3FF]
        russia = of_russia[declared >> 10]
        if declared & world.forward:
            key = declared & world.missile_bits
            nato += world.missiles[0][key]
            russia += world.missiles[1][key]
    if russia > joint:
        move_assurance(state, 0, world.numbers.distrust, DISTRUST)
    if nato > joint:
        move_assurance(state, 1, world.numbers.distrust, DISTRUST)


def _exposure(state: Position) -> None:
    """Let a side pay at home for standing far ahead, once for each ladder."""
    v = state.v
    n = state.world.numbers
    for ladder in range(4):
        lead = v[STEP + ladder] - v[STEP + 4 + ladder]
        if lead >= n.exposure_lead:
            move_support(state, 0, n.exposure_support, EXPOSURE)
        elif -lead >= n.exposure_lead:
            move_support(state, 1, n.exposure_support, EXPOSURE)


def _run_down(state: Position) -> None:
    """Let pledges, suspended steps, emptied sites and lasting effects run down."""
    v = state.v
    v[HALTED] = 0
    if v[SITE_PLEDGES]:
        v[SITE_PLEDGES] = count_down(v[SITE_PLEDGES])[0]
    if v[LADDER_PLEDGES]:
        v[LADDER_PLEDGES] = count_down(v[LADDER_PLEDGES])[0]
    if v[LOCKS]:
        v[LOCKS] = (v[LOCKS] & 0xFFFF) << 16
    if v[LOCKS + 1]:
        v[LOCKS + 1] = (v[LOCKS + 1] & 0xFFFF) << 16
    if v[LASTING]:
        world = state.world
        end_lasting(state, world.ends_with_round | world.ends_next_round & ~v[FRESH])
        v[FRESH] = 0


def _architecture_stands(state: Position) -> bool:
    """Say whether every ladder's joint level is that of a Joint Architecture."""
    level = state.world.numbers.architecture_level
    return all(joint_level(state, ladder) >= level for ladder in range(4))


def _was_last_round(state: Position) -> bool:
    """Say whether this round that may be the last is: each is equally likely."""
    scenario = state.world.scenario
    played = state.v[ROUND]
    left = scenario.last_round - played + 1
    if left == 1:
        return True
    ended = chance.draw(state.v, left) == 0
    if state.log is not None:
        state.log.append(EndRolled(played, ended))
    return ended
