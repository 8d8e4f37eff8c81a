"""What a facilitator may put into a match from outside: the round's crisis, or a card.

Only what the match itself could have dealt: a crisis that still lies in the deck and whose
condition holds, or a card of a side's own deck.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from game.engine import fields as f
from game.engine.events import CrisisPutBack, CrisisSet, Event, HandedOut
from game.engine.rules.flow import brew
from game.engine.state import State

Bar: TypeAlias = Literal[
    "over", "early", "late", "unknown", "dealt", "condition", "escalated", "full"
]
"""Why not: the match is over, or has no round yet; the round's crisis is being answered;
the match has no such thing; it isn't in the deck any more; its condition doesn't hold; a
deployment has set the round's crisis; the hand is full."""


@dataclass(frozen=True, slots=True)
class Injection:
    """A crisis that shall brew now, or a card that a side shall get.

    Attributes:
        side: Whose card it is; `None` for a crisis.
    """

    kind: Literal["crisis", "card"]
    slug: str
    side: int | None = None


class IllegalInjectionError(ValueError):
    """Something that can't be put into the match now; `bar` says why."""

    def __init__(self, injection: Injection, bar: Bar) -> None:
        """Keep the injection and what bars it."""
        super().__init__(f"{injection.kind} {injection.slug} can't be injected: {bar}")
        self.injection = injection
        self.bar = bar


def crises_left(state: State) -> tuple[str, ...]:
    """Return the crises that still lie in the deck, in no order that tells anything."""
    crises = state.world.crises
    return tuple(sorted(crises[crisis].slug for crisis in state.v[f.CRISIS_DECK]))


def why_not_inject(state: State, injection: Injection) -> Bar | None:
    """Return why something can't be put into a match now, or `None` if it can."""
    v = state.v
    if not v[f.PENDING]:
        return "over"
    if not v[f.ROUND]:
        return "early"
    if injection.kind == "card":
        return _why_not_card(state, injection)
    return _why_not_crisis(state, injection.slug)


def inject(state: State, injection: Injection) -> tuple[Event, ...]:
    """Put something into a match, in place, and return what happened.

    Raises:
        IllegalInjectionError: It can't be; the position is unchanged.
    """
    bar = why_not_inject(state, injection)
    if bar is not None:
        raise IllegalInjectionError(injection, bar)
    before, log = state.log, list[Event]()
    state.log = log
    if injection.kind == "crisis":
        _set_crisis(state, state.world.crisis_id[injection.slug])
    elif injection.side is not None:
        _hand_out(state, injection.side, state.world.card_id[injection.slug])
    state.log = before
    return tuple(log)


def _why_not_crisis(state: State, slug: str) -> Bar | None:
    v, world = state.v, state.world
    if slug not in world.crisis_id:
        return "unknown"
    if v[f.PHASE] not in (f.COUNCIL, f.ACTIONS) or v[f.OPENED] >= 0:
        return "late"
    brewing = v[f.CRISIS]
    if brewing >= 0 and world.crises[brewing].form is not None:
        return "escalated"
    crisis = world.crisis_id[slug]
    if crisis not in v[f.CRISIS_DECK]:
        return "dealt"
    fits = all(test(state, 0) for test in world.crisis_conditions[crisis])
    return None if fits else "condition"


def _why_not_card(state: State, injection: Injection) -> Bar | None:
    v, world, side = state.v, state.world, injection.side
    if side not in (0, 1) or injection.slug not in world.card_id:
        return "unknown"
    card = world.card_id[injection.slug]
    if card not in world.pools.decks[side]:
        return "unknown"
    if card not in v[f.DECK + side]:
        return "dealt"
    return "full" if len(v[f.HAND + side]) > world.hand else None


def _set_crisis(state: State, crisis: int) -> None:
    """Let a crisis of the deck brew; the one that brewed goes back under it."""
    v, world = state.v, state.world
    assert state.log is not None
    state.log.append(CrisisSet(world.crises[crisis].slug))
    deck = tuple([one for one in v[f.CRISIS_DECK] if one != crisis])
    brewing = v[f.CRISIS]
    if brewing >= 0:
        deck += (brewing,)
        state.log.append(CrisisPutBack(world.crises[brewing].slug))
    v[f.CRISIS_DECK] = deck
    v[f.CRISIS_SITE] = -1
    v[f.STARTER] = f.NOBODY
    v[f.CAUSE] = -1
    v[f.CAUSE_KNOWN] = 0
    brew(state, crisis)


def _hand_out(state: State, side: int, card: int) -> None:
    """Take a card out of a side's deck into its hand."""
    v = state.v
    assert state.log is not None
    v[f.DECK + side] = tuple([one for one in v[f.DECK + side] if one != card])
    v[f.HAND + side] += (card,)
    state.log.append(HandedOut(side, state.world.cards[card].slug))
