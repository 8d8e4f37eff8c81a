"""Playing an action: one function for each mover and kind, in a table."""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from game.engine import actions as a
from game.engine import fields as f
from game.engine.events import MandateChosen
from game.engine.position import Position
from game.engine.rules import council, operations
from game.engine.rules.crisis import respond
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


TURN_ENDERS: Final = frozenset(
    (
        *(a.YES, a.NO, a.REVEAL, a.KEEP_QUIET),
        *(a.EVENT, *a.OPERATIONS),
        *(a.HIDE, a.HIDE_TECHNICAL, a.HIDE_NOTHING),
    )
)
"""Kinds of actions of a turn, which ends when no offer, look or opened crisis asks for more."""


def _acts(side: int) -> tuple[Act, ...]:
    """Return a side's acts by kind."""
    table: list[Any] = [None] * (a.UNVEIL + 1)
    table[a.MANDATE] = choose_mandate
    table[a.TERM] = council.add_term
    table[a.TABLE] = council.table
    table[a.NO_PROPOSAL] = council.propose_nothing
    table[a.ACCEPT] = council.accept
    table[a.REJECT] = council.reject
    table[a.COUNTER] = council.counter
    table[a.RESPOND] = respond
    table[a.YES] = _accept_offer
    table[a.NO] = _refuse_offer
    table[a.REVEAL] = operations.reveal
    table[a.KEEP_QUIET] = _keep_quiet
    table[a.EVENT] = operations.play_event
    for kind, act in operations.OPERATION_ACTS.items():
        table[kind] = operations.operation(act, kind, side)
    table[a.HIDE] = operations.hide_site
    table[a.HIDE_TECHNICAL] = operations.hide_technical
    table[a.HIDE_NOTHING] = operations.hide_nothing
    table[a.UNVEIL] = operations.unveil
    return tuple(table)


ACTS: Final = (_acts(0), _acts(1))
"""What an action does at once, by mover and kind, before its turn ends; for previews."""
ENDS_TURN: Final = tuple(kind in TURN_ENDERS for kind in range(a.UNVEIL + 1))
