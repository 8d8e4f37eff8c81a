"""The flow of a round: briefing, council, turns, crisis (rulebook 7)."""

from typing import Final

from game.engine import chance
from game.engine.answers import Test
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
    FIRM_AT_BRINKS,
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
    v[FLAGS] &= FIRM_AT_BRINKS
    if number > 1:
        v[CHAIR] ^= 1
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
        v[DRAFT] = v[TABLED] = ()
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
    world = state.world
    if not (v[SUPPORT] and v[RUSSIAN_SUPPORT]) or v[TENSION] >= world.track_max:
        fall_ends(state)
        return
    turn = v[TURN] + 1
    v[TURN] = turn
    if turn < world.turns:
        ask_for_card(state)
    else:
        begin_crisis(state)


def ask_for_card(state: Position) -> None:
    """Ask for a card whoever is next and has one; no card, no turn."""
    v = state.v
    turn = v[TURN]
    side = v[CHAIR] ^ turn & 1 ^ 1
    while not v[HAND + side]:
        if state.log is not None:
            state.log.append(TurnSkipped(side))
        v[TURN] = turn = turn + 1
        if turn >= state.world.turns:
            begin_crisis(state)
            return
        side = 1 - side
    v[PENDING] = PLAY_CARD
    v[MOVER] = side


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
    v[CRISIS] = v[CRISIS_SITE] = v[CAUSE] = -1
    v[STARTER] = NOBODY
    v[CAUSE_KNOWN] = 0
    deck = v[CRISIS_DECK]
    conditions = state.world.crisis_conditions
    for place, crisis in enumerate(deck):
        if not conditions[crisis] or _fits(state, conditions[crisis]):
            v[CRISIS_DECK] = deck[:place] + deck[place + 1 :] if place else deck[1:]
            brew(state, crisis)
            return


def brew(state: Position, crisis: int) -> None:
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


def _fits(state: Position, tests: tuple[Test, ...]) -> bool:
    """Say whether all of a crisis's conditions hold."""
    return all(test(state, 0) for test in tests)


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
    quiet = state.log is None
    held = v[HAND]
    missing = nato - len(held)
    if missing > 0:
        deck = v[DECK]
        if quiet and len(deck) >= missing:  # hot: `draw_cards` without a call
            v[HAND] = held + deck[:missing]
            v[DECK] = deck[missing:]
        else:
            draw_cards(state, 0, missing)
    held = v[HAND + 1]
    missing = russia - len(held)
    if missing > 0:
        deck = v[DECK + 1]
        if quiet and len(deck) >= missing:
            v[HAND + 1] = held + deck[:missing]
            v[DECK + 1] = deck[missing:]
        else:
            draw_cards(state, 1, missing)
