"""States that a side can't tell apart from a given one (rulebook 10)."""

from game.engine import fields as f
from game.engine.answers import Response
from game.engine.position import Position
from game.engine.rules.crisis import crisis_in_hand, response_open
from game.engine.rules.sites import BUILDING_TIME
from tests.engine.playthroughs import one_of


def imagined(state, side, luck):
    """Return a state as a player's thought samples it from its view."""
    return state.view(side).sample(luck)


def disguised(state, side, luck):
    """Return a state with every secret of the other side changed but the cards it holds.

    And all that nobody knows: decks, crises to come, chance. It may do nearly the same.
    """
    other = state.clone()
    v, rival = other.v, 1 - side
    v[f.KEY], v[f.COUNTER] = luck.getrandbits(64), luck.randrange(1000)
    for place in (f.DECK, f.DECK + 1, f.CRISIS_DECK):
        v[place] = tuple(luck.sample(v[place], len(v[place])))
    _change_mandate(other, rival, luck)
    _change_what_was_seen(v, side, rival, luck)
    _change_face_down_cards(v, side, rival, luck)
    _change_sites(other, side, rival, luck)
    if v[f.CAUSE] >= 0 and not v[f.CAUSE_KNOWN] & (f.PUBLIC | 1 << side):
        v[f.CAUSE] = luck.randrange(3)
    if side and v[f.ANSWER] >= 0:
        v[f.ANSWER] = one_of(_open_answers(other, 0), luck)
    return other


def _change_mandate(state, rival, luck):
    """Deal and choose other mandates where the choice is secret."""
    v = state.v
    if v[f.DEALT + rival]:
        pool = state.world.pools.mandates[rival]
        v[f.DEALT + rival] = tuple(sorted(luck.sample(pool, 2)))
        if v[f.MANDATE + rival] >= 0:
            v[f.MANDATE + rival] = one_of(v[f.DEALT + rival], luck)


def _change_what_was_seen(v, side, rival, luck):
    """Let the other side have seen other cards of this one's hand, openly or not."""
    hand = v[f.HAND + side]
    v[f.KNOWN + rival] = sum(1 << card for card in hand if luck.random() < 0.3)
    v[f.MAYBE + rival] = 0


def _change_face_down_cards(v, side, rival, luck):
    """Let other cards lie face down, from the deck, but for those that were seen once."""
    down, deck = list(v[f.DOWN + rival]), list(v[f.DECK + rival])
    for place, card in enumerate(down):
        if deck and not v[f.MAYBE + side] >> card & 1:
            there = luck.randrange(len(deck))
            down[place], deck[there] = deck[there], card
    v[f.DOWN + rival], v[f.DECK + rival] = tuple(down), tuple(deck)


def _change_sites(state, side, rival, luck):
    """Let the other side have other undeclared sites than those that this one has seen."""
    v = state.v
    own = 0x3FF << 10 * rival
    seen = v[f.HIDDEN] & own & v[f.SEEN]
    gone = v[f.HIDDEN] & own & ~seen
    for field in (f.HIDDEN, f.WORKING, f.LIED):
        v[field] &= ~gone
    for site in range(20):
        if gone >> site & 1:
            v[f.BUILD] &= ~(15 << 4 * site)
    shut = v[f.DECLARED] | v[f.HIDDEN] | v[f.HALTED]
    free = [s for s in range(20) if state.world.concealable & own & ~shut & ~gone & 1 << s]
    luck.shuffle(free)
    for site in free[: v[f.DOWN_PLAYED + rival] - seen.bit_count()]:
        _put(state, site, luck)


def _put(state, site, luck):
    """Put an undeclared site somewhere in its building."""
    v = state.v
    v[f.HIDDEN] |= 1 << site
    left = 0 if state.world.mobile >> site & 1 else luck.randrange(BUILDING_TIME + 1)
    v[f.BUILD] |= left << 4 * site
    v[f.WORKING] |= 0 if left else 1 << site
    if v[f.SITE_PLEDGES] >> 4 * site & 15:
        v[f.LIED] |= 1 << site


def _open_answers(state, side):
    """Return the places of the answers that are open to a side."""
    position = Position(state.world, state.v)
    answers: tuple[Response, ...] = state.world.responses[crisis_in_hand(position)][side]
    return [i for i, answer in enumerate(answers) if response_open(position, side, answer)]
