"""Playing an action: one function for each kind, in a table."""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from game.engine import actions as a
from game.engine import fields as f
from game.engine.events import MandateChosen
from game.engine.position import Position
from game.engine.rules import council, operations
from game.engine.rules.crisis import respond
from game.engine.rules.flow import ask, begin_round, end_turn

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


CARD_ACTS: Final[dict[int, Act]] = {
    a.YES: _accept_offer,
    a.NO: _refuse_offer,
    a.REVEAL: operations.reveal,
    a.KEEP_QUIET: _keep_quiet,
    a.EVENT: operations.play_event,
    a.DEPLOY: operations.deploy,
    a.WITHDRAW: operations.withdraw,
    a.COOPERATE: operations.cooperate,
    a.SUSPEND: operations.suspend_step,
    a.CAMPAIGN: operations.campaign,
    a.BACK_CHANNEL: operations.back_channel,
    a.TECHNICAL: operations.technical_means,
    a.HIDE: operations.hide_site,
    a.HIDE_TECHNICAL: operations.hide_technical,
    a.HIDE_NOTHING: operations.hide_nothing,
}
"""What a turn's actions do at once, before the turn ends; previews use it alone."""


def _in_turn(act: Act) -> Act:
    """Return the act with the end of the turn after it.

    The turn goes on while an offer, a look or an opened crisis still asks for something.
    """

    def play(state: Position, action: int) -> None:
        act(state, action)
        if state.v[f.PENDING] == f.PLAY_CARD:
            end_turn(state)

    return play


def _table() -> tuple[Act, ...]:
    """Return the acts by kind."""
    table: list[Any] = [None] * (a.UNVEIL + 1)
    for kind, act in CARD_ACTS.items():
        table[kind] = _in_turn(act)
    table[a.MANDATE] = choose_mandate
    table[a.TERM] = council.add_term
    table[a.TABLE] = council.table
    table[a.NO_PROPOSAL] = council.propose_nothing
    table[a.ACCEPT] = council.accept
    table[a.REJECT] = council.reject
    table[a.COUNTER] = council.counter
    table[a.RESPOND] = respond
    table[a.UNVEIL] = operations.unveil
    return tuple(table)


PLAY: Final = _table()
"""The act of each kind of action: `PLAY[kind](state, action)`."""
