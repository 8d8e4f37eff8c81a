"""Playing on by chance, without listing what is legal.

A playout needs one legal action, each as likely as any other, and not the list of all. What
is drawn from more than is legal and kept if it is legal is just that, and asks only for what
the one action needs. (D. Soemers, É. Piette, M. Stephenson, C. Browne: *Optimised Playout
Implementations for the Ludii General Game System*, Advances in Computer Games 2021,
doi 10.1007/978-3-031-11488-5_20.)
"""

from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING, Final, TypeAlias

from game.engine.chance_cards import Chance, chance_card
from game.engine.chance_terms import chance_term
from game.engine.fields import (
    ANSWER_CRISIS,
    CRISIS,
    DRAFT_COUNTER,
    DRAFT_PACKAGE,
    MOVER,
    OPENED,
    PENDING,
    PLAY_CARD,
    ROUND,
)
from game.engine.legal import LEGAL, Actions
from game.engine.play import PLAYS
from game.engine.position import Position
from game.engine.rules.crisis import response_open

if TYPE_CHECKING:
    from game.engine.world import World

ByChance: TypeAlias = Callable[[Position, Chance], int]
"""Draws a legal action, each as likely as any other."""

TO_THE_END: Final = 99
"""More rounds than a match can have."""


def chances(world: "World", side: int) -> tuple[ByChance, ...]:
    """Return how a side's action is drawn, by the pending decision."""
    found = [_listed(legal) for legal in LEGAL]
    found[PLAY_CARD] = chance_card(world, side)
    found[DRAFT_PACKAGE] = found[DRAFT_COUNTER] = chance_term(world, side)
    found[ANSWER_CRISIS] = _chance_response(world, side)
    return tuple(found)


def _listed(legal: Callable[[Position], Actions]) -> ByChance:
    """Return how one of few actions is drawn: from their list."""

    def draw(state: Position, rnd: Chance) -> int:
        actions = legal(state)
        return actions[int(rnd() * len(actions))]

    return draw


def _chance_response(world: "World", side: int) -> ByChance:
    """Return how a side's response to the crisis in hand is drawn."""
    responses = [pair[side] for pair in world.responses]
    # by crisis: each response's action and, where it isn't always open, itself
    drawn = [[(one.action, None if one.free else one) for one in those] for those in responses]

    def draw(state: Position, rnd: Chance) -> int:
        v = state.v
        crisis = v[OPENED]
        those = drawn[crisis if crisis >= 0 else v[CRISIS]]
        most = len(those)
        while True:
            action, asked = those[int(rnd() * most)]
            if asked is None or response_open(state, side, asked):
                return action

    return draw


def play_out(state: Position, rnd: Chance, last: int = TO_THE_END) -> int:
    """Play on by chance to the end of a round, or of the match; return how many decisions.

    hot: the doors of `State` are written out, and all that can be is bound before the
    loop.
    """
    v = state.v
    by_chance = state.world.chances
    plays = PLAYS
    decisions = 0
    if last < TO_THE_END:
        while (pending := v[PENDING]) and v[ROUND] <= last:
            mover = v[MOVER]
            action = by_chance[mover][pending](state, rnd)
            plays[mover][action >> 16](state, action)
            decisions += 1
        return decisions
    for decisions in count():  # noqa: B007 - hot: counting costs less than adding
        pending = v[PENDING]
        if not pending:
            break
        mover = v[MOVER]
        action = by_chance[mover][pending](state, rnd)
        plays[mover][action >> 16](state, action)
    return decisions
