"""The flow of a round: briefing, council, turns, crisis (rulebook 7)."""

from typing import Final

from game.engine import chance
from game.engine import fields as f
from game.engine.causes import SCHEDULE, SECTORS, SHARED_NEED
from game.engine.events import (
    CrisisOpened,
    CrisisTurnedUp,
    MatchEnded,
    PhaseBegan,
    RoundBegan,
    TurnSkipped,
)
from game.engine.mutations import draw_cards, move_support, move_threat
from game.engine.position import Position
from game.engine.rules.incidents import share_cause
from game.engine.scoring import centres_level, joint_level

_SECTOR_NEEDS: Final = ((0, f.GUARANTEES), (1, f.TRANSPARENCY))
"""Side, and the ladder whose joint level 2 spares it the price of sectors (11.5)."""


def begin_round(state: Position) -> None:
    """Begin the next round: briefing, then the council or the turns."""
    v = state.v
    v[f.ROUND] += 1
    v[f.PHASE] = f.BRIEFING
    v[f.TURN] = 0
    v[f.FLAGS] = 0
    if v[f.ROUND] > 1:
        v[f.CHAIR] = 1 - v[f.CHAIR]
    for side in (0, 1):
        ceiling = v[f.ASSURANCE + side] + state.world.numbers.assurance_rise
        v[f.CEILING + side] = min(ceiling, state.world.numbers.track_max)
    if state.log is not None:
        state.log.append(RoundBegan(v[f.ROUND], v[f.CHAIR]))
    _move_threat(state)
    _pay_for_sectors(state)
    if fall_ends(state):
        return
    _fill_hands(state)
    turn_up_crisis(state)
    if v[f.DOOR]:
        enter(state, f.COUNCIL)
        v[f.DRAFT] = ()
        v[f.TABLED] = ()
        ask(state, f.DRAFT_PACKAGE, v[f.CHAIR])
    else:
        begin_turns(state)


def begin_turns(state: Position) -> None:
    """Begin the turns; the side that does not chair begins."""
    enter(state, f.ACTIONS)
    ask_for_card(state)


def end_turn(state: Position) -> None:
    """End a turn: the next side plays, or the round's crisis comes to a head."""
    if fall_ends(state):
        return
    state.v[f.TURN] += 1
    ask_for_card(state)


def ask_for_card(state: Position) -> None:
    """Ask for a card whoever is next and has one; no card, no turn."""
    v = state.v
    turns = 2 * state.world.numbers.turns
    while v[f.TURN] < turns:
        side = v[f.CHAIR] if v[f.TURN] & 1 else 1 - v[f.CHAIR]
        if v[f.HAND + side]:
            ask(state, f.PLAY_CARD, side)
            return
        if state.log is not None:
            state.log.append(TurnSkipped(side))
        v[f.TURN] += 1
    begin_crisis(state)


def begin_crisis(state: Position) -> None:
    """Let the round's crisis come to a head, or go on to the reckoning without one."""
    v = state.v
    enter(state, f.CRISES)
    if v[f.CRISIS] < 0:
        from game.engine.rules.reckoning import reckon  # noqa: PLC0415 - the round's circle

        reckon(state)
        return
    share_cause(state)
    if state.log is not None:
        starter = v[f.STARTER] if v[f.STARTER] < f.NOBODY else None
        slug = state.world.crises[v[f.CRISIS]].slug
        state.log.append(CrisisOpened(slug, starter))
    v[f.ANSWER] = -1
    ask(state, f.ANSWER_CRISIS, 0)


def enter(state: Position, phase: int) -> None:
    """Enter a phase."""
    state.v[f.PHASE] = phase
    if state.log is not None:
        state.log.append(PhaseBegan(f.PHASES[phase]))


def ask(state: Position, decision: int, side: int) -> None:
    """Ask a side for a decision."""
    state.v[f.PENDING] = decision
    state.v[f.MOVER] = side


def fall_ends(state: Position) -> bool:
    """End the match if Tension is at its end or a government has none left behind it (9.1)."""
    v = state.v
    if v[f.TENSION] >= state.world.numbers.track_max:
        end_match(state, f.CONFRONTATION)
        return True
    if v[f.SUPPORT] and v[f.SUPPORT + 1]:
        return False
    for side in (0, 1):
        if not v[f.SUPPORT + side]:
            v[f.FLAGS] |= f.FELL_NATO << side
    end_match(state, f.GOVERNMENT_FALLS)
    return True


def end_match(state: Position, verdict: int) -> None:
    """End the match."""
    v = state.v
    v[f.VERDICT] = verdict
    v[f.PENDING] = f.NOTHING
    v[f.PHASE] = f.OVER
    if state.log is not None:
        from game.engine.outcome import outcome_of  # noqa: PLC0415 - the match's circle

        outcome = outcome_of(state)
        if outcome is not None:
            state.log.append(MatchEnded(outcome.verdict, outcome.fallen))


def turn_up_crisis(state: Position) -> None:
    """Turn up the first crisis of the deck whose public condition fits (6.1)."""
    v = state.v
    world = state.world
    v[f.CRISIS] = -1
    v[f.CRISIS_SITE] = -1
    v[f.STARTER] = f.NOBODY
    v[f.CAUSE] = -1
    v[f.CAUSE_KNOWN] = 0
    deck = v[f.CRISIS_DECK]
    for place, crisis in enumerate(deck):
        if all(test(state, 0) for test in world.crisis_conditions[crisis]):
            v[f.CRISIS_DECK] = deck[:place] + deck[place + 1 :]
            _brew(state, crisis)
            return


def _brew(state: Position, crisis: int) -> None:
    """Let a crisis brew for this round."""
    v = state.v
    spec = state.world.crises[crisis]
    v[f.CRISIS] = crisis
    v[f.STARTER] = {"nato": 0, "russia": 1}.get(spec.starter, f.NOBODY)
    incident = spec.starter == "hidden"
    if incident:
        v[f.CAUSE] = chance.draw(v, 3)
    if state.log is not None:
        starter = v[f.STARTER] if v[f.STARTER] < f.NOBODY else None
        state.log.append(CrisisTurnedUp(spec.slug, None, starter, incident))
    if spec.threat:
        move_threat(state, spec.threat, SCHEDULE)
    share_cause(state)


def _move_threat(state: Position) -> None:
    """Move the Outside threat by the schedule; a shared need unmet is felt (2.9)."""
    v = state.v
    n = state.world.numbers
    before = v[f.THREAT]
    move_threat(state, state.world.scenario.schedule[v[f.ROUND] - 1], SCHEDULE)
    if v[f.THREAT] <= before or v[f.THREAT] < n.shared_need_threat:
        return
    if centres_level(state) < 2:
        for side in (0, 1):
            move_support(state, side, n.shared_need_support, SHARED_NEED)


def _pay_for_sectors(state: Position) -> None:
    """Let each side pay for sectors that lack their counterpart (11.5)."""
    if not state.world.scenario.options.sectors or centres_level(state) < 2:
        return
    for side, ladder in _SECTOR_NEEDS:
        if joint_level(state, ladder) < 2:
            move_support(state, side, -1, SECTORS)


def _fill_hands(state: Position) -> None:
    """Let each side draw up to its hand."""
    v = state.v
    for side in (0, 1):
        size = state.world.scenario.options.hand
        if v[f.LASTING]:
            size += state.world.lasting_table(v[f.LASTING]).hand[side]
        draw_cards(state, side, size - len(v[f.HAND + side]))
