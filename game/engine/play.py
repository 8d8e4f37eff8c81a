"""Playing an action: one function for each mover and kind, in a table."""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from game.engine import actions as a
from game.engine import fields as f
from game.engine.events import MandateChosen
from game.engine.position import Position
from game.engine.rules import council, operations
from game.engine.rules.crisis import respond, seal
from game.engine.rules.flow import ask, begin_round

Act: TypeAlias = Callable[[Position, int], None]


def choose_mandate(state: Position, action: int) -> None:
    """Seal a mandate; after Russia's the first round begins."""
    v = state.v
    side = v[f.MOVER]
    mandate = v[f.DEALT + side][action & 0xFF]
    v[f.MANDATE + side] = mandate
    if state.log is not None:
        state.log.append(MandateChosen(side, state.world.mandates[mandate].slug))
    if side:
        begin_round(state)
    else:
        ask(state, f.CHOOSE_MANDATE, 1)


def _accept_offer(state: Position, action: int) -> None:
    """Accept the offer on a card."""
    del action
    operations.answer_offer(state, accepted=True)


def _refuse_offer(state: Position, action: int) -> None:
    """Refuse the offer on a card."""
    del action
    operations.answer_offer(state, accepted=False)


def _keep_quiet(state: Position, action: int) -> None:
    """Reveal nothing of what technical means saw."""
    del action
    ask(state, f.PLAY_CARD, state.v[f.MOVER])


TURN_ENDERS: Final = (a.YES, a.NO, a.REVEAL, a.KEEP_QUIET, a.EVENT)
"""Kinds of actions that end a turn, beside operations and cards laid face down."""


def _acts(side: int, ends: bool) -> tuple[Act, ...]:
    """Return a side's acts by kind; `ends`: with the end of the turn."""
    table: list[Any] = [None] * (a.UNVEIL + 1)
    table[a.MANDATE] = choose_mandate
    table[a.TERM] = council.add_term
    table[a.TABLE] = council.table
    table[a.NO_PROPOSAL] = council.propose_nothing
    table[a.ACCEPT] = council.accept
    table[a.REJECT] = council.reject
    table[a.COUNTER] = council.counter
    table[a.RESPOND] = respond if side else seal
    table[a.YES] = _accept_offer
    table[a.NO] = _refuse_offer
    table[a.REVEAL] = operations.reveal
    table[a.KEEP_QUIET] = _keep_quiet
    table[a.EVENT] = operations.play_event
    table[a.UNVEIL] = operations.unveil
    if ends:
        for kind in TURN_ENDERS:
            table[kind] = operations.ending_turn(table[kind])
    for kind, act in operations.OPERATION_ACTS.items():
        table[kind] = operations.operation(act, kind, side, ends)
    for kind, act in operations.FACE_DOWN_ACTS.items():
        table[kind] = operations.face_down(act, kind, side, ends)
    return tuple(table)


ACTS: Final = (_acts(0, ends=False), _acts(1, ends=False))
"""What an action does at once, by mover and kind, before its turn ends; for previews."""
PLAYS: Final = (_acts(0, ends=True), _acts(1, ends=True))
"""What an action does, by mover and kind."""
