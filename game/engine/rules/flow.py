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
    DECK,
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
    RUSSIAN_SUPPORT,
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

_SECTOR_NEEDS: Final = ((0, GUARANTEES), (1, TRANSPARENCY))
"""Side, and the ladder whose joint level 2 spares it the price of sectors (11.5)."""


def begin_round(state: Position) -> None:
    """Begin the next round: briefing, then the council or the turns."""
    v = state.v
    world = state.world
    number = v[ROUND] + 1
    v[ROUND] = number
    v[PHASE] = BRIEFING
    v[TURN] = 0
    v[FLAGS] = 0
    if number > 1:
        v[CHAIR] = 1 - v[CHAIR]
    v[CEILING] = world.ceilings[v[ASSURANCE]]
    v[CEILING + 1] = world.ceilings[v[ASSURANCE + 1]]
    if state.log is not None:
        state.log.append(RoundBegan(number, v[CHAIR]))
    change = world.scenario.schedule[number - 1]
    if change:
        _move_threat(state, change)
    if world.sectors:
        _pay_for_sectors(state)
    if not (v[SUPPORT] and v[RUSSIAN_SUPPORT]) or v[TENSION] >= world.track_max:
        fall_ends(state)
        return
    _fill_hands(state)
    turn_up_crisis(state)
    if v[DOOR]:
        v[PHASE] = COUNCIL
        if state.log is not None:
            enter(state, COUNCIL)
        v[DRAFT] = ()
        v[TABLED] = ()
        v[PENDING] = DRAFT_PACKAGE
        v[MOVER] = v[CHAIR]
    else:
        begin_turns(state)


def begin_turns(state: Position) -> None:
    """Begin the turns; the side that does not chair begins."""
    state.v[PHASE] = ACTIONS
    if state.log is not None:
        enter(state, ACTIONS)
    ask_for_card(state)


def end_turn(state: Position) -> None:
    """End a turn: the next side plays, or the round's crisis comes to a head."""
    v = state.v
    if not (v[SUPPORT] and v[RUSSIAN_SUPPORT]) or v[TENSION] >= state.world.track_max:
        fall_ends(state)
        return
    v[TURN] += 1
    ask_for_card(state)


def ask_for_card(state: Position) -> None:
    """Ask for a card whoever is next and has one; no card, no turn."""
    v = state.v
    turns = state.world.turns
    turn = v[TURN]
    while turn < turns:
        side = v[CHAIR] ^ turn & 1 ^ 1
        if v[HAND + side]:
            v[PENDING] = PLAY_CARD
            v[MOVER] = side
            return
        if state.log is not None:
            state.log.append(TurnSkipped(side))
        v[TURN] = turn = turn + 1
    begin_crisis(state)


def begin_crisis(state: Position) -> None:
    """Let the round's crisis come to a head, or go on to the reckoning without one."""
    v = state.v
    v[PHASE] = CRISES
    if state.log is not None:
        enter(state, CRISES)
    if v[CRISIS] < 0:
        from game.engine.rules.reckoning import reckon  # noqa: PLC0415 - the round's circle

        reckon(state)
        return
    if v[CAUSE] >= 0:
        share_cause(state)
    if state.log is not None:
        starter = v[STARTER] if v[STARTER] < NOBODY else None
        slug = state.world.crises[v[CRISIS]].slug
        state.log.append(CrisisOpened(slug, starter))
    v[ANSWER] = -1
    v[PENDING] = ANSWER_CRISIS
    v[MOVER] = 0


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
    if v[TENSION] < state.world.track_max:
        if v[SUPPORT] and v[RUSSIAN_SUPPORT]:
            return False
        for side in (0, 1):
            if not v[SUPPORT + side]:
                v[FLAGS] |= FELL_NATO << side
        end_match(state, GOVERNMENT_FALLS)
    else:
        end_match(state, CONFRONTATION)
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
        for test in conditions[crisis]:
            if not test(state, 0):
                break
        else:
            v[CRISIS_DECK] = deck[:place] + deck[place + 1 :]
            _brew(state, crisis)
            return


def _brew(state: Position, crisis: int) -> None:
    """Let a crisis brew for this round."""
    v = state.v
    world = state.world
    v[CRISIS] = crisis
    starter, incident, threat = world.brewing[crisis]
    v[STARTER] = starter
    if incident:
        v[CAUSE] = chance.draw(v, 3)
    if state.log is not None:
        slug = world.crises[crisis].slug
        known = starter if starter < NOBODY else None
        state.log.append(CrisisTurnedUp(slug, None, known, incident))
    if threat:
        move_threat(state, threat, SCHEDULE)
    if incident:
        share_cause(state)


def _move_threat(state: Position, by: int) -> None:
    """Move the Outside threat by the schedule; a shared need unmet is felt (2.9)."""
    v = state.v
    n = state.world.numbers
    before = v[THREAT]
    move_threat(state, by, SCHEDULE)
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
    world = state.world
    nato = russia = world.hand
    if v[LASTING]:
        more = world.lasting_tables[v[LASTING]].hand
        nato += more[0]
        russia += more[1]
    for side, size in ((0, nato), (1, russia)):
        count = size - len(v[HAND + side])
        if count <= 0:
            continue
        deck = v[DECK + side]
        if len(deck) < count or state.log is not None:
            draw_cards(state, side, count)
        else:  # hot: the commonest case of `draw_cards`, without a call
            v[HAND + side] += deck[:count]
            v[DECK + side] = deck[count:]
