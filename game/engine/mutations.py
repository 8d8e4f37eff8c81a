"""The only writers of tracks, ladders, sites and hands.

Each keeps the invariants (ends of tracks, the ceiling of Assurance, joint levels) and,
when a log is attached, appends its event with its cause (`game.engine.causes`).
"""

from typing import Final

from game.engine import chance
from game.engine.answers import Move
from game.engine.causes import cause_of
from game.engine.events import (
    CardsDrawn,
    DeckShuffled,
    DoorMoved,
    JointLevelFell,
    JointLevelRose,
    LastingBegan,
    LastingEnded,
    TrackMoved,
    TrackName,
)
from game.engine.fields import (
    ASSURANCE,
    CEILING,
    DECK,
    DISCARD,
    DOOR,
    DOWN,
    FRESH,
    HAND,
    INITIATIVE,
    JOINT_SUM,
    LASTING,
    MAYBE,
    REACHED,
    SUPPORT,
    TENSION,
    THREAT,
)
from game.engine.position import Position

TRACKS: Final[dict[int, tuple[TrackName, int | None]]] = {
    TENSION: ("tension", None),
    INITIATIVE: ("initiative", None),
    ASSURANCE: ("assurance", 0),
    ASSURANCE + 1: ("assurance", 1),
    SUPPORT: ("support", 0),
    SUPPORT + 1: ("support", 1),
}
"""The tracks that `move_tracks` moves, by their fields."""


def _tell(
    state: Position, track: TrackName, side: int | None, before: int, after: int, cause: int
) -> None:
    """Log that a track moved."""
    if state.log is not None:
        made = cause_of(state.world, cause)
        state.log.append(TrackMoved(track, side, before, after, made))


# ---------------------------------------------------------------------- tracks


def move_tension(state: Position, by: int, cause: int, both_firm: bool = False) -> None:
    """Move Tension; it passes a limit only where both sides are firm (6.9)."""
    v = state.v
    before = v[TENSION]
    after = before + by
    if by > 0:
        limit = state.world.track_max if both_firm else state.world.lone_limit
        if after > limit:
            after = max(before, limit)
    elif after < 0:
        after = 0
    if after != before:
        v[TENSION] = after
        if state.log is not None:
            _tell(state, "tension", None, before, after, cause)


def move_threat(state: Position, by: int, cause: int) -> None:
    """Move the Outside threat."""
    v = state.v
    before = v[THREAT]
    after = v[THREAT] = state.world.levels[before + by]
    if state.log is not None and after != before:
        _tell(state, "threat", None, before, after, cause)


def move_assurance(state: Position, side: int, by: int, cause: int) -> None:
    """Move a side's Assurance; it rises to its ceiling of this round only (1.3)."""
    v = state.v
    place = ASSURANCE + side
    before = v[place]
    after = before + by
    if by > 0:
        ceiling = v[CEILING + side]
        if after > ceiling:
            after = max(ceiling, before)
    elif after < 0:
        after = 0
    if after != before:
        v[place] = after
        if state.log is not None:
            _tell(state, "assurance", side, before, after, cause)


def move_support(state: Position, side: int, by: int, cause: int) -> None:
    """Move a side's Support."""
    v = state.v
    place = SUPPORT + side
    before = v[place]
    after = v[place] = state.world.levels[before + by]
    if state.log is not None and after != before:
        _tell(state, "support", side, before, after, cause)


def move_tracks(state: Position, moves: tuple[Move, ...], cause: int) -> None:
    """Move several tracks at once, each as its own mutation would."""
    v = state.v
    before = v[:] if state.log is not None else v
    for place, moved, ceiling in moves:
        after = moved[v[place]]
        if ceiling and after > v[ceiling]:
            after = max(v[ceiling], v[place])
        v[place] = after
    if state.log is not None:
        for place, *_ in moves:
            if v[place] != before[place]:
                name, side = TRACKS[place]
                _tell(state, name, side, before[place], v[place], cause)


def move_initiative(state: Position, side: int, by: int, cause: int) -> None:
    """Move Initiative towards a side, or away from it below 0."""
    v = state.v
    before = v[INITIATIVE]
    after = v[INITIATIVE] = state.world.tilts[before - by if side else before + by]
    if state.log is not None and after != before:
        _tell(state, "initiative", None, before, after, cause)


def move_door(state: Position, by: int, cause: int) -> None:
    """Open the door by steps, or shut it below 0."""
    v = state.v
    before = v[DOOR]
    after = before + by
    after = 0 if after < 0 else min(after, 2)
    if after != before:
        v[DOOR] = after
        if state.log is not None:
            state.log.append(DoorMoved(before, after, cause_of(state.world, cause)))


# --------------------------------------------------------------------- ladders


def raise_joint(state: Position, ladder: int, level: int, cause: int) -> None:
    """Count a joint level that has just risen; the first time both gain Assurance."""
    v = state.v
    v[JOINT_SUM] += 1
    bit = 1 << 4 * ladder + level - 1
    first = not v[REACHED] & bit
    if state.log is not None:
        slug = state.world.ladders[ladder].slug
        made = cause_of(state.world, cause)
        state.log.append(JointLevelRose(slug, level, first, made))
    if first:
        v[REACHED] |= bit
        rise = state.world.numbers.joint_rise
        move_assurance(state, 0, rise, cause)
        move_assurance(state, 1, rise, cause)


def lower_joint(state: Position, ladder: int, level: int, cause: int) -> None:
    """Count a joint level that has just fallen below `level`; its Assurance is lost once."""
    v = state.v
    v[JOINT_SUM] -= 1
    bit = 1 << 4 * ladder + level - 1
    if state.log is not None:
        slug = state.world.ladders[ladder].slug
        state.log.append(JointLevelFell(slug, level - 1, cause_of(state.world, cause)))
    if not v[REACHED] & bit << 16:
        v[REACHED] |= bit << 16
        rise = state.world.numbers.joint_rise
        move_assurance(state, 0, -rise, cause)
        move_assurance(state, 1, -rise, cause)


# ----------------------------------------------------------------------- cards


def draw_cards(state: Position, side: int, count: int) -> None:
    """Draw cards; when the deck runs out, the discard is shuffled into a new one."""
    if count <= 0:
        return
    v = state.v
    deck = v[DECK + side]
    if len(deck) < count:
        drawn = _drawn_to_the_end(state, side, count)
    else:
        drawn = deck[:count]
        v[DECK + side] = deck[count:]
    v[HAND + side] += drawn
    if state.log is not None and drawn:
        cards = state.world.cards
        slugs = tuple(cards[card].slug for card in drawn if card >= 0)
        state.log.append(CardsDrawn(side, len(drawn), slugs))


def _drawn_to_the_end(state: Position, side: int, count: int) -> tuple[int, ...]:
    """Draw the last of the deck, then from the discard as the new one."""
    v = state.v
    drawn: tuple[int, ...] = v[DECK + side]
    v[DECK + side] = ()
    if v[DISCARD + side] or v[DOWN + side]:
        missing = count - len(drawn)
        reshuffle(state, side)
        deck = v[DECK + side]
        drawn += deck[:missing]
        v[DECK + side] = deck[missing:]
    return drawn


def reshuffle(state: Position, side: int) -> None:
    """Make the discard, cards that lie there face down too, the deck."""
    v = state.v
    cards = v[DISCARD + side] + v[DOWN + side]
    v[DECK + side] = chance.dealt(chance.luck(v), cards, len(cards))
    v[DISCARD + side] = ()
    v[DOWN + side] = ()
    v[MAYBE + 1 - side] = 0
    if state.log is not None:
        state.log.append(DeckShuffled(side))


def leave_hand(state: Position, side: int, card: int) -> None:
    """Take a card out of the hand."""
    v = state.v
    hand = v[HAND + side]
    place = hand.index(card)
    v[HAND + side] = hand[:place] + hand[place + 1 :]


# --------------------------------------------------------------------- lasting


def begin_lasting(state: Position, number: int) -> None:
    """Bring a lasting effect into force, or begin its time anew."""
    v = state.v
    bit = 1 << number
    effect = state.world.lasting[number]
    v[LASTING] |= bit
    if effect.until == "next":
        v[FRESH] |= bit
    if state.log is not None:
        card = state.world.cards[effect.card].slug
        state.log.append(LastingBegan(effect.side, card, number))


def end_lasting(state: Position, mask: int) -> None:
    """End the lasting effects of a mask that are in force."""
    v = state.v
    ending = v[LASTING] & mask
    if not ending:
        return
    v[LASTING] &= ~ending
    v[FRESH] &= ~ending
    if state.log is not None:
        for effect in state.world.lasting:
            if ending >> effect.number & 1:
                card = state.world.cards[effect.card].slug
                state.log.append(LastingEnded(effect.side, card, effect.number))
