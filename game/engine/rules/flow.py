"""The flow of a round: briefing, council, turns, crisis (rulebook 7)."""

from typing import Final

from game.engine import chance
from game.engine.causes import SCHEDULE, SECTORS, SHARED_NEED
from game.engine.events import (
    CrisisOpened,
    CrisisTurnedUp,
    MatchEnded,
    PhaseBegan,
    RoundBegan,
    TurnSkipped,
)
from game.engine.fields import (
    ACTIONS,
    ANSWER,
    ANSWER_CRISIS,
    ASSURANCE,
    BRIEFING,
    CAUSE,
    CAUSE_KNOWN,
    CEILING,
    CHAIR,
    CONFRONTATION,
    COUNCIL,
    CRISES,
    CRISIS,
    CRISIS_DECK,
    CRISIS_SITE,
    DOOR,
    DRAFT,
    DRAFT_PACKAGE,
    FELL_NATO,
    FLAGS,
    GOVERNMENT_FALLS,
    GUARANTEES,
    HAND,
    LASTING,
    MOVER,
    NOBODY,
    NOTHING,
    OVER,
    PENDING,
    PHASE,
    PHASES,
    PLAY_CARD,
    ROUND,
    STARTER,
    SUPPORT,
    TABLED,
    TENSION,
    THREAT,
    TRANSPARENCY,
    TURN,
    VERDICT,
)
from game.engine.mutations import draw_cards, move_support, move_threat
from game.engine.position import Position
from game.engine.rules.incidents import share_cause
from game.engine.scoring import centres_level, joint_level, sectors_work

_STARTERS: Final = {"nato": 0, "russia": 1}
_SECTOR_NEEDS: Final = ((0, GUARANTEES), (1, TRANSPARENCY))
"""Side, and the ladder whose joint level 2 spares it the price of sectors (11.5)."""


def begin_round(state: Position) -> None:
    """Begin the next round: briefing, then the council or the turns."""
    v = state.v
    n = state.world.numbers
    v[ROUND] += 1
    v[PHASE] = BRIEFING
    v[TURN] = 0
    v[FLAGS] = 0
    if v[ROUND] > 1:
        v[CHAIR] = 1 - v[CHAIR]
    for side in (0, 1):
        ceiling = v[ASSURANCE + side] + n.assurance_rise
        v[CEILING + side] = min(n.track_max, ceiling)
    if state.log is not None:
        state.log.append(RoundBegan(v[ROUND], v[CHAIR]))
    _move_threat(state)
    if state.world.sectors:
        _pay_for_sectors(state)
    if fall_ends(state):
        return
    _fill_hands(state)
    turn_up_crisis(state)
    if v[DOOR]:
        enter(state, COUNCIL)
        v[DRAFT] = ()
        v[TABLED] = ()
        ask(state, DRAFT_PACKAGE, v[CHAIR])
    else:
        begin_turns(state)


def begin_turns(state: Position) -> None:
    """Begin the turns; the side that does not chair begins."""
    enter(state, ACTIONS)
    ask_for_card(state)


def end_turn(state: Position) -> None:
    """End a turn: the next side plays, or the round's crisis comes to a head."""
    v = state.v
    world = state.world
    if v[TENSION] >= world.track_max or not (v[SUPPORT] and v[SUPPORT + 1]):
        fall_ends(state)
        return
    turn = v[TURN] = v[TURN] + 1
    side = v[CHAIR] ^ turn & 1 ^ 1
    if turn < world.turns and v[HAND + side]:
        v[PENDING] = PLAY_CARD
        v[MOVER] = side
    else:
        ask_for_card(state)


def ask_for_card(state: Position) -> None:
    """Ask for a card whoever is next and has one; no card, no turn."""
    v = state.v
    turns = state.world.turns
    while v[TURN] < turns:
        side = v[CHAIR] ^ v[TURN] & 1 ^ 1
        if v[HAND + side]:
            ask(state, PLAY_CARD, side)
            return
        if state.log is not None:
            state.log.append(TurnSkipped(side))
        v[TURN] += 1
    begin_crisis(state)


def begin_crisis(state: Position) -> None:
    """Let the round's crisis come to a head, or go on to the reckoning without one."""
    v = state.v
    enter(state, CRISES)
    if v[CRISIS] < 0:
        from game.engine.rules.reckoning import reckon  # noqa: PLC0415 - the round's circle

        reckon(state)
        return
    share_cause(state)
    if state.log is not None:
        starter = v[STARTER] if v[STARTER] < NOBODY else None
        slug = state.world.crises[v[CRISIS]].slug
        state.log.append(CrisisOpened(slug, starter))
    v[ANSWER] = -1
    ask(state, ANSWER_CRISIS, 0)


def enter(state: Position, phase: int) -> None:
    """Enter a phase."""
    state.v[PHASE] = phase
    if state.log is not None:
        state.log.append(PhaseBegan(PHASES[phase]))


def ask(state: Position, decision: int, side: int) -> None:
    """Ask a side for a decision."""
    state.v[PENDING] = decision
    state.v[MOVER] = side


def fall_ends(state: Position) -> bool:
    """End the match if Tension is at its end or a government has none left behind it (9.1)."""
    v = state.v
    if v[TENSION] >= state.world.numbers.track_max:
        end_match(state, CONFRONTATION)
        return True
    if v[SUPPORT] and v[SUPPORT + 1]:
        return False
    for side in (0, 1):
        if not v[SUPPORT + side]:
            v[FLAGS] |= FELL_NATO << side
    end_match(state, GOVERNMENT_FALLS)
    return True


def end_match(state: Position, verdict: int) -> None:
    """End the match."""
    v = state.v
    v[VERDICT] = verdict
    v[PENDING] = NOTHING
    v[PHASE] = OVER
    if state.log is not None:
        from game.engine.outcome import outcome_of  # noqa: PLC0415 - the match's circle

        outcome = outcome_of(state)
        if outcome is not None:
            state.log.append(MatchEnded(outcome.verdict, outcome.fallen))


def turn_up_crisis(state: Position) -> None:
    """Turn up the first crisis of the deck whose public condition fits (6.1)."""
    v = state.v
    world = state.world
    v[CRISIS] = -1
    v[CRISIS_SITE] = -1
    v[STARTER] = NOBODY
    v[CAUSE] = -1
    v[CAUSE_KNOWN] = 0
    deck = v[CRISIS_DECK]
    conditions = world.crisis_conditions
    for place, crisis in enumerate(deck):
        tests = conditions[crisis]
        if not tests or all(test(state, 0) for test in tests):
            v[CRISIS_DECK] = deck[:place] + deck[place + 1 :]
            _brew(state, crisis)
            return


def _brew(state: Position, crisis: int) -> None:
    """Let a crisis brew for this round."""
    v = state.v
    spec = state.world.crises[crisis]
    v[CRISIS] = crisis
    v[STARTER] = _STARTERS.get(spec.starter, NOBODY)
    incident = state.world.incidents[crisis]
    if incident:
        v[CAUSE] = chance.draw(v, 3)
    if state.log is not None:
        starter = v[STARTER] if v[STARTER] < NOBODY else None
        state.log.append(CrisisTurnedUp(spec.slug, None, starter, incident))
    if spec.threat:
        move_threat(state, spec.threat, SCHEDULE)
    if incident:
        share_cause(state)


def _move_threat(state: Position) -> None:
    """Move the Outside threat by the schedule; a shared need unmet is felt (2.9)."""
    v = state.v
    n = state.world.numbers
    before = v[THREAT]
    move_threat(state, state.world.scenario.schedule[v[ROUND] - 1], SCHEDULE)
    if v[THREAT] <= before or v[THREAT] < n.shared_need_threat:
        return
    if centres_level(state) < 2:
        for side in (0, 1):
            move_support(state, side, n.shared_need_support, SHARED_NEED)


def _pay_for_sectors(state: Position) -> None:
    """Let each side pay for sectors that lack their counterpart (11.5)."""
    if not sectors_work(state):
        return
    for side, ladder in _SECTOR_NEEDS:
        if joint_level(state, ladder) < 2:
            move_support(state, side, -1, SECTORS)


def _fill_hands(state: Position) -> None:
    """Let each side draw up to its hand."""
    v = state.v
    for side in (0, 1):
        size = state.world.hand
        if v[LASTING]:
            size += state.world.lasting_table(v[LASTING]).hand[side]
        draw_cards(state, side, size - len(v[HAND + side]))
