"""Answering a crisis: two sealed responses, opened together (rulebook 6)."""

from game.engine.answers import Response
from game.engine.causes import ALARM, INCIDENT
from game.engine.causes import CRISIS as CRISIS_CAUSE
from game.engine.causes import STARTER as STARTER_PAYS
from game.engine.events import AnswerSealed, CrisisOpened, CrisisResolved
from game.engine.fields import (
    ANSWER,
    ANSWER_CRISIS,
    BOTH_OPEN,
    CARD_OPENED,
    CAUSE,
    CAUSE_KNOWN,
    CRISIS,
    CRISIS_SITE,
    EXERCISES,
    FIRM,
    FIRM_AT_BRINK,
    FIRM_AT_BRINKS,
    FLAGS,
    LASTING,
    MOVER,
    NOBODY,
    OPEN,
    OPENED,
    OPENED_STARTER,
    PENDING,
    PLAY_CARD,
    PUBLIC,
    RUSSIAN_SUPPORT,
    STARTER,
    STEP,
    SUPPORT,
    TENSION,
    VERDICT,
)
from game.engine.mutations import (
    move_initiative,
    move_support,
    move_tension,
    move_tracks,
)
from game.engine.position import Position
from game.engine.rules.flow import ask, end_turn, fall_ends
from game.engine.rules.incidents import cause_known, publish_cause
from game.engine.rules.reckoning import reckon


def crisis_in_hand(state: Position) -> int:
    """Return the crisis that is being answered: one a card opened, or the round's."""
    opened = state.v[OPENED]
    return int(opened if opened >= 0 else state.v[CRISIS])


def response_open(state: Position, side: int, response: Response) -> bool:
    """Say whether a side may give a response."""
    if response.clears:
        return cause_known(state, side) and state.v[CAUSE] == NOBODY
    for test in response.needs:  # noqa: SIM110 - hot: a generator costs as much as two tests
        if not test(state, side):
            return False
    return True


def open_crisis(state: Position, crisis: int, starter: int) -> None:
    """Open a crisis at once, in the middle of a turn; once a round (6.4)."""
    v = state.v
    if v[FLAGS] & CARD_OPENED:
        return
    v[FLAGS] |= CARD_OPENED
    v[OPENED] = crisis
    v[OPENED_STARTER] = starter
    v[ANSWER] = -1
    if state.log is not None:
        state.log.append(CrisisOpened(state.world.crises[crisis].slug, starter))
    ask(state, ANSWER_CRISIS, 0)


def seal(state: Position, action: int) -> None:
    """Seal NATO's answer until Russia has answered too."""
    v = state.v
    if state.log is not None:
        _log_sealed(state, 0, action & 0xFF)
    v[ANSWER] = action & 0xFF
    v[MOVER] = 1


def respond(state: Position, action: int) -> None:
    """Give Russia's answer; both are opened."""
    if state.log is not None:
        _log_sealed(state, 1, action & 0xFF)
    resolve(state, state.v[ANSWER], action & 0xFF)


def resolve(state: Position, nato: int, russia: int) -> None:
    """Open both answers and go on: to the rest of the turns, or to the reckoning."""
    v = state.v
    opened = v[OPENED]
    settle(state, v[CRISIS] if opened < 0 else opened, nato, russia)
    v[ANSWER] = -1
    if opened >= 0:
        v[OPENED] = -1
        v[OPENED_STARTER] = -1
    if v[VERDICT]:
        return
    if not (v[SUPPORT] and v[RUSSIAN_SUPPORT]) or v[TENSION] >= state.world.track_max:
        fall_ends(state)
    elif opened < 0:
        reckon(state)
    else:
        v[PENDING] = PLAY_CARD
        end_turn(state)


def settle(  # noqa: C901 - hot
    state: Position, crisis: int, nato: int, russia: int
) -> None:
    """Move the tracks once by matrix and both responses, then the responses' other effects."""
    v = state.v
    world = state.world
    settled = world.settlements[crisis][nato][russia]
    wanted, both_firm, both_open, moves, stances, notes, blames, after = settled
    cause = CRISIS_CAUSE << 8 | crisis
    hot = v[TENSION] >= world.brink
    tension = wanted
    if wanted > 0:
        cap = tension_cap(state)
        if cap < wanted:
            tension = cap
    if state.log is not None:
        _log_resolved(state, crisis, (nato, russia), tension, tension < wanted)
    if tension:
        move_tension(state, tension, cause, both_firm)
    move_tracks(state, moves, cause)
    for place, full, one, act in notes:
        record = v[place]
        if record & full != full:
            record += one
        v[place] = record & 0x3FFFF | act | (record & 0xC0000) << 2
    for side, rule in after:
        rule(state, side, cause | side + 1 << 16)
    if v[OPENED] >= 0:
        blame = blames[v[OPENED_STARTER]]
    elif v[CAUSE] < 0:
        blame = blames[v[STARTER]]
    else:
        blame = 0
        _settle_incident(state, stances)
    if blame:
        move_initiative(state, 0, blame, STARTER_PAYS)
    flags = v[FLAGS]
    if both_open:
        v[FLAGS] = flags & ~FIRM_AT_BRINKS | BOTH_OPEN
    else:
        if flags & (BOTH_OPEN | FIRM_AT_BRINKS):
            v[FLAGS] = flags & ~_forgiven(stances)
        if hot and FIRM in stances:
            _settle_alarm(state, stances)


def tension_cap(state: Position) -> int:
    """Return the most that a crisis may raise Tension now (6.8)."""
    v = state.v
    n = state.world.numbers
    cap = 99
    if v[LASTING]:
        cap = state.world.lasting_tables[v[LASTING]].cap
    level = n.exercise_cap_level
    if v[STEP + EXERCISES] >= level and v[STEP + 4 + EXERCISES] >= level:
        cap = min(cap, n.exercise_cap)
    return cap


def _settle_incident(state: Position, stances: tuple[int, int]) -> None:
    """Let whoever was firm over an incident pay if its cause is public and not the other."""
    v = state.v
    if OPEN in stances:
        publish_cause(state)
    if not v[CAUSE_KNOWN] & PUBLIC:
        return
    for side in (0, 1):
        if stances[side] == FIRM and v[CAUSE] in (side, NOBODY):
            by_how_much = state.world.numbers.incident_initiative
            move_initiative(state, side, by_how_much, INCIDENT)


def _forgiven(stances: tuple[int, int]) -> int:
    """Return the flags that end with a crisis in which not both were open (6.5)."""
    ending = BOTH_OPEN
    for side in (0, 1):
        if stances[side] != FIRM:
            ending |= FIRM_AT_BRINK << side
    return ending


def _settle_alarm(state: Position, stances: tuple[int, int]) -> None:
    """Let whoever was firm while Tension was high pay at home and abroad (6.5)."""
    n = state.world.numbers
    for side in (0, 1):
        if stances[side] == FIRM:
            state.v[FLAGS] |= FIRM_AT_BRINK << side
            move_support(state, side, n.brink_support, ALARM)
            move_initiative(state, side, n.brink_initiative, ALARM)


def _log_sealed(state: Position, side: int, answer: int) -> None:
    """Log that a side has answered; a log must be attached."""
    assert state.log is not None
    crisis = state.world.crises[crisis_in_hand(state)]
    spec = (crisis.russia if side else crisis.nato)[answer]
    state.log.append(AnswerSealed(side, spec.slug))


def _log_resolved(
    state: Position,
    crisis: int,
    chosen: tuple[int, int],
    tension: int,
    capped: bool,
) -> None:
    """Log both answers; a log must be attached."""
    assert state.log is not None
    spec = state.world.crises[crisis]
    site = state.v[CRISIS_SITE] if spec.form else -1
    state.log.append(
        CrisisResolved(
            spec.slug,
            state.world.sites[site].slug if site >= 0 else None,
            (spec.nato[chosen[0]].slug, spec.russia[chosen[1]].slug),
            state.world.settlements[crisis][chosen[0]][chosen[1]].stances,
            tension,
            capped,
        )
    )
