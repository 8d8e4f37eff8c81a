"""Answering a crisis: two sealed responses, opened together (rulebook 6)."""

from game.engine import chance
from game.engine import fields as f
from game.engine.answers import Cell, Response
from game.engine.causes import BRINK, CRISIS, INCIDENT, STARTER, by
from game.engine.events import AnswerSealed, BrinkTested, CrisisOpened, CrisisResolved
from game.engine.fields import (
    ANSWER,
    ANSWER_CRISIS,
    CARD_OPENED,
    CAUSE,
    CAUSE_KNOWN,
    CONFRONTATION,
    CRISIS_SITE,
    EXERCISES,
    FIRM,
    FLAGS,
    LASTING,
    MOVER,
    NOBODY,
    OPEN,
    OPENED,
    OPENED_STARTER,
    PUBLIC,
    TENSION,
    VERDICT,
)
from game.engine.mutations import (
    move_assurance,
    move_initiative,
    move_support,
    move_tension,
)
from game.engine.position import Position
from game.engine.rules.flow import ask, end_match, end_turn, fall_ends
from game.engine.rules.incidents import cause_known, publish_cause
from game.engine.rules.reckoning import reckon
from game.engine.rules.record import note_stance
from game.engine.scoring import joint_level


def crisis_in_hand(state: Position) -> int:
    """Return the crisis that is being answered: one a card opened, or the round's."""
    opened = state.v[OPENED]
    return int(opened if opened >= 0 else state.v[f.CRISIS])


def response_open(state: Position, side: int, response: Response) -> bool:
    """Say whether a side may give a response."""
    if response.clears:
        return cause_known(state, side) and state.v[CAUSE] == NOBODY
    return all(test(state, side) for test in response.needs)


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


def respond(state: Position, action: int) -> None:
    """Seal an answer; when both are sealed, open them."""
    v = state.v
    side = v[MOVER]
    if state.log is not None:
        crisis = state.world.crises[crisis_in_hand(state)]
        spec = (crisis.russia if side else crisis.nato)[action & 0xFF]
        state.log.append(AnswerSealed(side, spec.slug))
    if not side:
        v[ANSWER] = action & 0xFF
        v[MOVER] = 1
        return
    resolve(state, v[ANSWER], action & 0xFF)


def resolve(state: Position, nato: int, russia: int) -> None:
    """Open both answers and go on: to the rest of the turns, or to the reckoning."""
    v = state.v
    in_turn = v[OPENED] >= 0
    crisis = crisis_in_hand(state)
    answers = state.world.responses[crisis]
    settle(state, crisis, answers[0][nato], answers[1][russia], (nato, russia))
    v[ANSWER] = -1
    v[OPENED] = -1
    v[OPENED_STARTER] = -1
    if v[VERDICT] or fall_ends(state):
        return
    if in_turn:
        end_turn(state)
    else:
        reckon(state)


def settle(
    state: Position, crisis: int, nato: Response, russia: Response, chosen: tuple[int, int]
) -> None:
    """Move the tracks once by matrix and both responses, then the responses' other effects."""
    world = state.world
    cell = world.cells[world.crisis_type[crisis]][nato.stance][russia.stance]
    cause = CRISIS << 8 | crisis
    tension = wanted = cell[0] + nato.tension + russia.tension
    if tension > 0:
        tension = min(tension, tension_cap(state))
    if state.log is not None:
        _log_resolved(state, crisis, (nato, russia), chosen, tension, tension < wanted)
    if tension:
        both_firm = nato.stance == russia.stance == FIRM
        move_tension(state, tension, cause, both_firm)
    _move_tracks(state, cell, nato, russia, cause)
    note_stance(state, 0, nato.stance)
    note_stance(state, 1, russia.stance)
    for rule in nato.after:
        rule(state, 0, by(0, CRISIS, crisis))
    for rule in russia.after:
        rule(state, 1, by(1, CRISIS, crisis))
    _settle_blame(state, nato.stance, russia.stance)
    both_open = nato.stance == russia.stance == OPEN
    if state.v[TENSION] == world.numbers.brink and not both_open:
        _test_brink(state)


def _move_tracks(
    state: Position, cell: Cell, nato: Response, russia: Response, cause: int
) -> None:
    """Move Assurance, Support and Initiative by the cell and both responses."""
    sums = (
        (move_assurance, 0, cell[2] + nato.assurance[0] + russia.assurance[1]),
        (move_assurance, 1, cell[3] + russia.assurance[0] + nato.assurance[1]),
        (move_support, 0, cell[4] + nato.support),
        (move_support, 1, cell[5] + russia.support),
        (move_initiative, 0, cell[1] + nato.initiative - russia.initiative),
    )
    for move, side, amount in sums:
        if amount:
            move(state, side, amount, cause)


def tension_cap(state: Position) -> int:
    """Return the most that a crisis may raise Tension now (6.8)."""
    n = state.world.numbers
    cap = 99
    if state.v[LASTING]:
        cap = state.world.lasting_table(state.v[LASTING]).cap
    if joint_level(state, EXERCISES) >= n.exercise_cap_level:
        cap = min(cap, n.exercise_cap)
    return cap


def _settle_blame(state: Position, nato: int, russia: int) -> None:
    """Let the firm starter pay, or whoever was firm over an incident that is now public."""
    v = state.v
    n = state.world.numbers
    stances = (nato, russia)
    if v[OPENED] >= 0:
        starter = v[OPENED_STARTER]
    elif v[CAUSE] < 0:
        starter = v[f.STARTER]
    else:
        if OPEN in stances:
            publish_cause(state)
        if not v[CAUSE_KNOWN] & PUBLIC:
            return
        for side in (0, 1):
            if stances[side] == FIRM and v[CAUSE] in (side, NOBODY):
                move_initiative(state, side, n.incident_initiative, INCIDENT)
        return
    if starter < NOBODY and stances[starter] == FIRM:
        move_initiative(state, starter, n.starter_initiative, STARTER)


def _test_brink(state: Position) -> None:
    """Roll at the brink: on a 1 it gets out of hand (6.9)."""
    out_of_hand = chance.draw(state.v, state.world.numbers.brink_die) == 0
    if state.log is not None:
        state.log.append(BrinkTested(out_of_hand))
    if out_of_hand:
        before = state.v[TENSION]
        move_tension(state, state.world.numbers.track_max - before, BRINK, both_firm=True)
        end_match(state, CONFRONTATION)


def _log_resolved(
    state: Position,
    crisis: int,
    answers: tuple[Response, Response],
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
            (answers[0].stance, answers[1].stance),
            tension,
            capped,
        )
    )
