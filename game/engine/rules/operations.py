"""What a card does in a turn: its event, an operation, or face down (rulebook 4)."""

from collections.abc import Callable
from typing import Final, TypeAlias

from game.engine import chance
from game.engine import fields as f
from game.engine.actions import (
    BACK_CHANNEL,
    CAMPAIGN,
    CAUSE_OPTION,
    COOPERATE,
    DEPLOY,
    DOOR_OPTION,
    EVENT,
    HIDE,
    HIDE_NOTHING,
    HIDE_TECHNICAL,
    KINDS,
    SUSPEND,
    TECHNICAL,
    WITHDRAW,
)
from game.engine.causes import (
    CARD,
    FACE_DOWN,
    OPERATION,
    OPERATION_CAUSES,
    UNVEILING,
    by,
    cause_of,
)
from game.engine.events import (
    CardPlayed,
    CardPlayedFaceDown,
    CardSeen,
    OfferAnswered,
    SitesSeen,
)
from game.engine.fields import (
    DISCARD,
    DOWN,
    DOWN_PLAYED,
    FLAGS,
    HAND,
    HIDDEN,
    KNOWN,
    LASTING,
    MAYBE,
    MOVER,
    PENDING,
    PLAY_CARD,
    REMOVED,
    REVEAL_SITE,
    RUSSIAN_SUPPORT,
    SEEN,
    SUPPORT,
    TENSION,
    TURN,
)
from game.engine.lasting import SITE_COST
from game.engine.mutations import (
    end_lasting,
    leave_hand,
    move_door,
    move_support,
    move_tension,
)
from game.engine.position import Position
from game.engine.rules import sites
from game.engine.rules.flow import ask, end_turn, fall_ends
from game.engine.rules.incidents import learn_cause
from game.engine.rules.ladders import suspend, take_step
from game.engine.world import SIDE_SITES

Act: TypeAlias = Callable[[Position, int, int, int], None]
"""What an operation does: position, side, site or ladder or option, cause."""


def play_event(state: Position, action: int) -> None:
    """Play a card for its event."""
    v = state.v
    side = v[MOVER]
    card = action >> 8 & 0xFF
    spec = state.world.cards[card]
    leave_hand(state, side, card)
    if v[KNOWN + 1 - side] or v[MAYBE + 1 - side]:
        _forget(state, side, card)
    if spec.starred:
        v[REMOVED] |= 1 << card
    else:
        v[DISCARD + side] += (card,)
    if state.log is not None:
        _log_played(state, side, action, spec.starred)
    v[f.CARD] = card
    cause = by(side, CARD, card)
    for rule in state.world.branches[card][action & 0xFF]:
        rule(state, side, cause)


def answer_offer(state: Position, accepted: bool) -> None:
    """Answer the offer on the other side's card."""
    v = state.v
    card = v[f.CARD]
    owner = 1 - v[MOVER]
    ask(state, PLAY_CARD, owner)
    if state.log is not None:
        slug = state.world.cards[card].slug
        state.log.append(OfferAnswered(1 - owner, slug, accepted))
    cause = by(owner, CARD, card)
    for rule in state.world.offers[card][0 if accepted else 1]:
        rule(state, owner, cause)


def operation(act: Act, kind: int, side: int, ends: bool) -> Callable[[Position, int], None]:
    """Return how a side plays a card for an operation: it is discarded, then does its work.

    `ends`: the turn ends with it. hot: every other decision is one. A function for each side
    knows the places of its cards, and the commonest end of a turn is written out.
    """
    on_ladder = kind == COOPERATE
    has_cost = on_ladder or kind == DEPLOY
    may_ask = kind == TECHNICAL
    hand = HAND + side
    discard = DISCARD + side
    known = KNOWN + 1 - side
    maybe = MAYBE + 1 - side
    cause = OPERATION_CAUSES[side] | kind
    rival = 1 - side
    rival_hand = HAND + rival

    def play(state: Position, action: int) -> None:
        v = state.v
        card = action >> 8 & 0xFF
        held = v[hand]
        place = held.index(card)
        v[hand] = held[:place] + held[place + 1 :]
        v[discard] += (card,)
        if v[known] or v[maybe]:
            v[known] &= ~(1 << card)
            v[maybe] &= ~(1 << card)
        if state.log is not None:
            _log_played(state, side, action, removed=False)
        argument = action & 0xFF
        if has_cost and v[LASTING]:
            target = argument if on_ladder else SITE_COST
            used = v[LASTING] & state.world.discounts[side][target]
            if used:
                end_lasting(state, used)
        act(state, side, argument, cause)
        if not ends or (may_ask and v[PENDING] != PLAY_CARD):
            return
        world = state.world
        turn = v[TURN] + 1
        if (
            turn < world.turns
            and v[TENSION] < world.track_max
            and v[SUPPORT]
            and v[RUSSIAN_SUPPORT]
            and v[rival_hand]
        ):
            v[TURN] = turn
            v[MOVER] = rival
        else:
            end_turn(state)

    return play


def ending_turn(act: Callable[[Position, int], None]) -> Callable[[Position, int], None]:
    """Return an act with the end of its turn, if no offer, look or crisis asks for more."""

    def play(state: Position, action: int) -> None:
        act(state, action)
        if state.v[PENDING] == PLAY_CARD:
            end_turn(state)

    return play


def _campaign(state: Position, side: int, option: int, cause: int) -> None:
    """Campaign at home: Support and half the operations, rounded down (4.7)."""
    del option
    move_support(state, side, state.world.ops[_played(state, side)] // 2, cause)


def _back_channel(state: Position, side: int, option: int, cause: int) -> None:
    """Use the back channel: the door opens a step, or Tension falls (4.8)."""
    v = state.v
    v[FLAGS] |= f.BACK_CHANNEL << side
    if option == DOOR_OPTION:
        move_door(state, 1, cause)
        return
    hot = v[TENSION] >= state.world.numbers.back_channel_hot
    move_tension(state, -2 if hot else -1, cause)


def _technical_means(state: Position, side: int, option: int, cause: int) -> None:
    """Look: a card of the other's hand or an incident's cause; with more, its sites (4.9)."""
    card = _played(state, side)
    _look(state, side, card, option, cause, covert=False)
    enough = state.world.ops[card] >= state.world.numbers.technical_sites
    if enough and state.v[HIDDEN] & SIDE_SITES[1 - side]:
        ask(state, REVEAL_SITE, side)


def _played(state: Position, side: int) -> int:
    """Return the card of an operation that was just discarded."""
    return int(state.v[DISCARD + side][-1])


OPERATION_ACTS: Final[dict[int, Act]] = {
    DEPLOY: sites.announce,
    WITHDRAW: sites.withdraw,
    COOPERATE: take_step,
    SUSPEND: suspend,
    CAMPAIGN: _campaign,
    BACK_CHANNEL: _back_channel,
    TECHNICAL: _technical_means,
}
"""What the operations do once the card is played (4.3 to 4.9)."""


def reveal(state: Position, action: int) -> None:
    """Reveal a site that technical means saw: it is found, without Tension."""
    v = state.v
    side = v[MOVER]
    ask(state, PLAY_CARD, side)
    sites.find(state, action & 0xFF, by(side, OPERATION, TECHNICAL), tension=False)


def face_down(act: Act, kind: int, side: int, ends: bool) -> Callable[[Position, int], None]:
    """Return how a side lays a card face down for some use (4.11).

    `ends`: the turn ends with it. hot: as `operation`.
    """
    hand = HAND + side
    down = DOWN + side
    played = DOWN_PLAYED + side
    rival = 1 - side
    known = KNOWN + rival
    maybe = MAYBE + rival
    rival_hand = HAND + rival

    def play(state: Position, action: int) -> None:
        v = state.v
        card = action >> 8 & 0xFF
        held = v[hand]
        place = held.index(card)
        v[hand] = held[:place] + held[place + 1 :]
        v[down] += (card,)
        v[played] += 1
        if v[known]:
            v[maybe] |= v[known]
            v[known] = 0
        if state.log is not None:
            _log_face_down(state, side, action)
        act(state, side, action & 0xFF, card)
        if not ends:
            return
        world = state.world
        turn = v[TURN] + 1
        if (
            turn < world.turns
            and v[TENSION] < world.track_max
            and v[SUPPORT]
            and v[RUSSIAN_SUPPORT]
            and v[rival_hand]
        ):
            v[TURN] = turn
            v[MOVER] = rival
        else:
            end_turn(state)

    return play


def _hide_site(state: Position, side: int, site: int, card: int) -> None:
    """Deploy undeclared."""
    del card
    sites.hide(state, side, site)


def _hide_technical(state: Position, side: int, option: int, card: int) -> None:
    """Use technical means face down: see, but reveal nothing."""
    _look(state, side, card, option, by(side, FACE_DOWN, 0), covert=True)


def _hide_nothing(state: Position, side: int, option: int, card: int) -> None:
    """Lay a card face down for nothing: the pass."""


FACE_DOWN_ACTS: Final[dict[int, Act]] = {
    HIDE: _hide_site,
    HIDE_TECHNICAL: _hide_technical,
    HIDE_NOTHING: _hide_nothing,
}
"""What is done once the card lies face down; the last argument is the card."""


def unveil(state: Position, action: int) -> None:
    """Declare an own undeclared site before playing a card."""
    side = state.v[MOVER]
    sites.unveil(state, side, action & 0xFF, by(side, UNVEILING, 0))
    fall_ends(state)


def look_at_hand(state: Position, side: int, count: int, cause: int) -> None:
    """Let a side see cards of the other's hand, drawn at random among those unknown to it."""
    v = state.v
    held = v[HAND + 1 - side]
    known = v[KNOWN + side]
    unseen = [c for c in held if c < 0 or not known >> c & 1] if known else list(held)
    seen: list[int] = []
    while unseen and len(seen) < count:
        card = unseen.pop(chance.draw(v, len(unseen)))
        seen.append(card)
        if card >= 0:
            v[KNOWN + side] |= 1 << card
            if v[MAYBE + side]:
                v[MAYBE + side] &= ~(1 << card)
    if state.log is not None:
        slugs = tuple(state.world.cards[card].slug for card in seen if card >= 0)
        state.log.append(CardSeen(side, slugs, cause_of(state.world, cause)))


def _look(state: Position, side: int, card: int, option: int, cause: int, covert: bool) -> None:
    """Look by technical means."""
    v = state.v
    if option == CAUSE_OPTION:
        learn_cause(state, side, covert)
    else:
        look_at_hand(state, side, 1, cause)
    if state.world.ops[card] >= state.world.numbers.technical_sites:
        found = v[HIDDEN] & SIDE_SITES[1 - side]
        v[SEEN] |= found
        if state.log is not None:
            slugs = tuple(s.slug for i, s in enumerate(state.world.sites) if found >> i & 1)
            state.log.append(SitesSeen(side, slugs))


def _forget(state: Position, side: int, card: int) -> None:
    """Let the other side no longer hold a card that leaves the hand in the open."""
    v = state.v
    rival = 1 - side
    v[KNOWN + rival] &= ~(1 << card)
    v[MAYBE + rival] &= ~(1 << card)


def _log_face_down(state: Position, side: int, action: int) -> None:
    """Log a card laid face down; a log must be attached."""
    assert state.log is not None
    kind = action >> 16
    card = action >> 8 & 0xFF
    site = state.world.sites[action & 0xFF].slug if kind == HIDE else None
    slug = state.world.cards[card].slug
    state.log.append(CardPlayedFaceDown(side, slug, KINDS[kind], site))


def _log_played(state: Position, side: int, action: int, removed: bool) -> None:
    """Log a card played face up."""
    if state.log is None:
        return
    world = state.world
    kind = action >> 16
    argument = action & 0xFF
    card = world.cards[action >> 8 & 0xFF].slug
    at_site = kind in (DEPLOY, WITHDRAW)
    on_ladder = kind in (COOPERATE, SUSPEND)
    state.log.append(
        CardPlayed(
            side,
            card,
            KINDS[kind],
            world.sites[argument].slug if at_site else None,
            world.ladders[argument].slug if on_ladder else None,
            argument if kind in (EVENT, BACK_CHANNEL, TECHNICAL, CAMPAIGN) else 0,
            removed,
        )
    )
