"""Positions after a card was played, to see what its lasting effects do."""

from game.engine import actions as a
from game.engine import fields as f
from tests.engine.cards.stories import Given, play_event, to_play, use_card

PLAIN = Given(crisis="asylum", deck=("war-games", "elections", "strings", "cargo"))
"""All crises of this deck can be answered measured without effects."""


def side_of(card):
    return 0 if card[0] == "n" else 1


def played(card, given=PLAIN, answer=None, branch=0):
    """Return a position after a card's event, its owner to play once more."""
    side = side_of(card)
    state = to_play(side, given, (card,))
    play_event(state, card, branch, answer)
    state.v[f.TURN], state.v[f.PENDING], state.v[f.MOVER] = 0, f.PLAY_CARD, side
    return state


def step_reason(state, side, ladder):
    reason = state.view(side).step_reason(side, "TECG".index(ladder))
    return reason.slug if reason else None


def cooperate(state, side, ladder, ops=None):
    """Let a side Cooperate on a ladder with a card of its hand."""
    state.v[f.PENDING], state.v[f.MOVER] = f.PLAY_CARD, side
    use_card(state, a.COOPERATE, "TECG".index(ladder), ops)


def level(ladder, step):
    """Steps with both sides level on one ladder."""
    return tuple(step if i == "TECG".index(ladder) else 0 for i in range(4))
