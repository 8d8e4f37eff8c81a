"""The four ladders: gates, steps, leads, joint levels, suspension (rulebook 2)."""

from typing import Final

from game.engine.causes import cause_of
from game.engine.events import BlockBroken, LeadFollowed, StepSuspended, StepTaken
from game.engine.fields import (
    ACT_FRIENDLY,
    ACT_HOSTILE,
    ASSURANCE,
    LADDER_PLEDGES,
    LASTING,
    LEADS,
    LOCKS,
    STEP,
    STEPS,
    SUPPORT,
)
from game.engine.lasting import blocks_below
from game.engine.mutations import (
    end_lasting,
    lower_joint,
    move_assurance,
    move_initiative,
    move_support,
    move_tension,
    move_tracks,
    raise_joint,
)
from game.engine.position import Position
from game.engine.rules import pledges
from game.engine.rules.record import note_act
from game.engine.step_tables import OPEN_LADDERS, STEP_BITS

TOP: Final = 4
_STEP_ONES: Final = tuple(1 << 3 * rung for rung in range(8))
"""By `4 * side + ladder`: one step in the packed steps."""

# Why a step can't be taken; 0: it can.
CAN: Final = 0
AT_TOP: Final = 1
GATE: Final = 2
PREREQUISITE: Final = 3
NEEDS_SUPPORT: Final = 4
LOCKED: Final = 5
BLOCKED: Final = 6


def gate_of(state: Position, side: int, ladder: int, step: int) -> int:
    """Return the Assurance that a side needs for a step, lasting effects counted (2.2)."""
    gate = state.world.gates[step]
    lasting = state.v[LASTING]
    if lasting:
        gate += state.world.lasting_tables[lasting].gate[4 * side + ladder]
    return gate


def step_obstacle(state: Position, side: int, ladder: int) -> int:
    """Return what stands in the way of a side's next step on a ladder; `CAN`: nothing."""
    v = state.v
    world = state.world
    step = v[STEP + 4 * side + ladder] + 1
    if step > TOP:
        return AT_TOP
    if v[ASSURANCE + side] < gate_of(state, side, ladder, step):
        return GATE
    other, joint = world.step_joint[ladder][step]
    if joint:
        nato = v[STEP + other]
        russia = v[STEP + 4 + other]
        if nato < joint or russia < joint:
            return PREREQUISITE
    support = v[SUPPORT + side]
    if support < world.step_support[ladder][step]:
        return NEEDS_SUPPORT
    locks = v[LOCKS + side]
    if locks and (locks | locks >> 16) >> 4 * ladder + step - 1 & 1:
        return LOCKED
    lasting = v[LASTING]
    if lasting:
        block = world.lasting_tables[lasting].block[4 * side + ladder]
        if step >= block and support < world.numbers.break_needs:
            return BLOCKED
    return CAN


def steps_in_reach(state: Position, side: int) -> int:
    """Return the next steps that a side may take, and the ladders it has taken, as bits.

    As in `game.engine.step_tables`.
    """
    v = state.v
    world = state.world
    lasting = v[LASTING]
    allowed = world.lasting_tables[lasting].within[side] if lasting else world.within
    steps = world.next_steps[side][v[STEPS]] & allowed[v[ASSURANCE + side]][v[SUPPORT + side]]
    locks = v[LOCKS + side]
    if locks:
        steps &= ~((locks | locks >> 16) & STEP_BITS)
    return steps


def open_steps(state: Position, side: int) -> int:
    """Return the ladders whose next step a side may take, as a mask."""
    return OPEN_LADDERS[steps_in_reach(state, side) & STEP_BITS]


def has_step(state: Position, side: int, ladder: int) -> bool:
    """Say whether a side has a step on a ladder that it could take back."""
    return bool(state.v[STEP + 4 * side + ladder])


def take_step(
    state: Position, side: int, ladder: int, cause: int, free: bool = False, signal: bool = True
) -> None:
    """Take a side's next step, which must be open to it.

    Above the other's step it is a lead: it costs Support and, if it is a `signal`, it
    reassures the other (2.4). Otherwise the joint level rises. `free`: not ratified.
    """
    v = state.v
    rung = 4 * side + ladder
    place = STEP + rung
    step = v[place] + 1
    if v[LASTING]:
        _break_block(state, side, ladder, step, cause)
    v[place] = step
    v[STEPS] += _STEP_ONES[rung]
    lead = step > v[STEP + (rung ^ 4)]
    note_act(state, side, ACT_FRIENDLY)
    if state.log is not None:
        slug = state.world.ladders[ladder].slug
        made = cause_of(state.world, cause)
        state.log.append(StepTaken(side, slug, step, lead, lead and signal, made))
    cost = state.world.ratification[step]
    if cost and not free:
        move_support(state, side, -cost, cause)
    if lead:
        _lead(state, side, ladder, step, cause, signal)
    else:
        raise_joint(state, ladder, step, cause)
        leads = v[LEADS + 1 - side]
        if leads and leads >> 4 * ladder + step - 1 & 1:
            _follow(state, side, ladder, step, cause)


def take_step_together(
    state: Position, ladder: int, cause: int, free: bool = False, signal: bool = True
) -> None:
    """Let each side that may take its next step: level sides at once, without a lead.

    Otherwise the one behind steps first; what one side can't do is left out (2.6).
    """
    v = state.v
    nato = not step_obstacle(state, 0, ladder)
    russia = not step_obstacle(state, 1, ladder)
    level = v[STEP + ladder] - v[STEP + 4 + ladder]
    if nato and russia and level == 0:
        step_level(state, ladder, cause, free)
        return
    first = 1 if level > 0 else 0
    for side in (first, 1 - first):
        if russia if side else nato:
            take_step(state, side, ladder, cause, free, signal)


def suspend(state: Position, side: int, ladder: int, cause: int) -> None:
    """Take back one own step, 1 or more (2.7)."""
    v = state.v
    n = state.world.numbers
    place = STEP + 4 * side + ladder
    step = v[place]
    ahead = step > v[STEP + 4 * (1 - side) + ladder]
    v[place] = step - 1
    v[STEPS] -= 1 << 3 * (4 * side + ladder)
    bit = 1 << 4 * ladder + step - 1
    v[LOCKS + side] |= bit
    v[LEADS + side] &= ~(bit | bit << 16)
    note_act(state, side, ACT_HOSTILE)
    if state.log is not None:
        slug = state.world.ladders[ladder].slug
        state.log.append(StepSuspended(side, slug, step, cause_of(state.world, cause)))
    if not ahead:
        lower_joint(state, ladder, step, cause)
        move_support(state, side, n.suspension_support, cause)
    move_initiative(state, side, n.suspension_initiative, cause)
    move_assurance(state, 1 - side, n.suspension_assurance, cause)
    move_tension(state, n.suspension_tension, cause)
    if v[LADDER_PLEDGES] >> 4 * (4 * side + ladder) & 15:
        pledges.break_ladder(state, side, ladder, cause)


def step_level(state: Position, ladder: int, cause: int, free: bool) -> None:
    """Let both sides, who stand level, step at once."""
    v = state.v
    step = v[STEP + ladder] + 1
    slug = state.world.ladders[ladder].slug
    for side in (0, 1):
        if v[LASTING]:
            _break_block(state, side, ladder, step, cause)
        v[STEP + 4 * side + ladder] = step
        v[STEPS] += 1 << 3 * (4 * side + ladder)
        note_act(state, side, ACT_FRIENDLY)
        if state.log is not None:
            made = cause_of(state.world, cause)
            state.log.append(StepTaken(side, slug, step, False, False, made))
        _ratify(state, side, step, cause, free)
    raise_joint(state, ladder, step, cause)


def _ratify(state: Position, side: int, step: int, cause: int, free: bool) -> None:
    """Pay the Support that the step's ratification costs."""
    cost = state.world.ratification[step]
    if cost and not free:
        move_support(state, side, -cost, cause)


def _lead(state: Position, side: int, ladder: int, step: int, cause: int, signal: bool) -> None:
    """Pay for a lead and, if it is a signal, reassure the other."""
    bit = 1 << 4 * ladder + step - 1
    state.v[LEADS + side] |= 0x10001 * bit if signal else bit
    move_tracks(state, state.world.leads[side][signal], cause)


def _follow(state: Position, side: int, ladder: int, step: int, cause: int) -> None:
    """Give a leader that had paid its Support back; a signal's follower gains some too."""
    v = state.v
    n = state.world.numbers
    leader = 1 - side
    bit = 1 << 4 * ladder + step - 1
    leads = v[LEADS + leader]
    v[LEADS + leader] = leads & ~(bit | bit << 16)
    if state.log is not None:
        slug = state.world.ladders[ladder].slug
        state.log.append(LeadFollowed(leader, slug, step, cause_of(state.world, cause)))
    move_support(state, leader, n.lead_cost, cause)
    if leads & bit << 16:
        move_support(state, side, n.follower_support, cause)


def _break_block(state: Position, side: int, ladder: int, step: int, cause: int) -> None:
    """End the own blocks that close this step, at one price (8.9)."""
    lasting = state.v[LASTING]
    world = state.world
    if step < world.lasting_tables[lasting].block[4 * side + ladder]:
        return
    broken = blocks_below(world.lasting, lasting, side, ladder, step)
    if state.log is not None:
        cards = [world.cards[e.card].slug for e in world.lasting if broken >> e.number & 1]
        state.log += [BlockBroken(side, card) for card in cards]
    end_lasting(state, broken)
    move_support(state, side, -world.numbers.break_support, cause)
