"""Actions as named facts, for words, logs and the window."""

from dataclasses import dataclass
from typing import Final

from game.engine import actions as a
from game.engine import fields as f
from game.engine.position import Position

_SITE_KINDS: Final = (a.DEPLOY, a.WITHDRAW, a.HIDE, a.UNVEIL, a.REVEAL)
_LADDER_KINDS: Final = (a.COOPERATE, a.SUSPEND)


@dataclass(frozen=True, slots=True)
class ActionFacts:
    """What an action is: its kind by `actions.KINDS`, who does it, and what with."""

    kind: str
    side: int
    card: str | None = None
    site: str | None = None
    ladder: str | None = None
    option: int = 0
    term: int | None = None
    response: str | None = None
    mandate: str | None = None


def facts_of(state: Position, action: int, side: int) -> ActionFacts:
    """Return the facts of an action that a side could be asked for in this position."""
    world = state.world
    kind = action >> 16
    argument = action & 0xFF
    name = a.KINDS[kind]
    if kind == a.MANDATE:
        dealt = state.v[f.DEALT + side]
        slug = world.mandates[dealt[argument]].slug if argument < len(dealt) else None
        return ActionFacts(name, side, option=argument, mandate=slug)
    if kind == a.TERM:
        return ActionFacts(name, side, term=argument)
    if kind == a.RESPOND:
        return ActionFacts(
            name, side, option=argument, response=_response(state, side, argument)
        )
    card = None
    if a.EVENT <= kind < a.UNVEIL:
        card = world.cards[action >> 8 & 0xFF].slug
    elif kind in (a.YES, a.NO) and state.v[f.CARD] >= 0:
        card = world.cards[state.v[f.CARD]].slug
    return ActionFacts(
        name,
        side,
        card,
        world.sites[argument].slug if kind in _SITE_KINDS else None,
        world.ladders[argument].slug if kind in _LADDER_KINDS else None,
        argument,
    )


def _response(state: Position, side: int, place: int) -> str | None:
    """Return the slug of a response to the crisis in hand."""
    opened = state.v[f.OPENED]
    crisis = opened if opened >= 0 else state.v[f.CRISIS]
    if crisis < 0:
        return None
    spec = state.world.crises[crisis]
    answers = spec.russia if side else spec.nato
    return answers[place].slug if place < len(answers) else None
