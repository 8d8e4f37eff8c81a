"""Legal actions, by the decision that is pending.

Order: terms by code, asks before offers, then *table*, then *no proposal*; unveilings, then
cards in the order of the hand: each with its event, its side's sites one by one (deployment,
undeclared deployment, withdrawal), steps on ladders, suspensions, and the rest by rising
code; an event that never needs anything is the first of the rest.
"""

from collections.abc import Callable
from typing import Final, TypeAlias

from game.engine import actions as a
from game.engine.action_tables import ON_LADDERS, PLEDGES, TERM_TABLES, WITHDRAWALS
from game.engine.fields import (
    CRISIS,
    DRAFT,
    HIDDEN,
    MOVER,
    OPENED,
    PENDING,
    SEEN,
)
from game.engine.position import Position
from game.engine.rules import council, sites
from game.engine.rules.crisis import response_open

Actions: TypeAlias = list[int] | tuple[int, ...]

_TABLE: Final = a.encode(a.TABLE)
_NO_PROPOSAL: Final = a.encode(a.NO_PROPOSAL)
_MANDATES: Final = (a.encode(a.MANDATE, 0, 0), a.encode(a.MANDATE, 0, 1))
_REPLIES: Final = (a.encode(a.ACCEPT), a.encode(a.REJECT), a.encode(a.COUNTER))
_OFFER: Final = (a.encode(a.YES), a.encode(a.NO))


def _nothing(state: Position) -> Actions:
    """Return no action: the match is over."""
    del state
    return ()


def _mandates(state: Position) -> Actions:
    """Return the two dealt mandates."""
    del state
    return _MANDATES


def _draft(state: Position) -> Actions:
    """Return the terms that may be added, *table* for a whole package, *no proposal*."""
    v = state.v
    drafter = v[MOVER]
    draft = v[DRAFT]
    asks, offers = council.legal_terms(state)
    found = []
    if asks:
        of_sites, of_pledges, on_ladders = TERM_TABLES[1 - drafter]
        found = [
            *of_sites[asks & WITHDRAWALS],
            *of_pledges[asks & PLEDGES],
            *on_ladders[asks & ON_LADDERS],
        ]
    if offers:
        of_sites, of_pledges, on_ladders = TERM_TABLES[drafter]
        found += of_sites[offers & WITHDRAWALS]
        found += of_pledges[offers & PLEDGES]
        found += on_ladders[offers & ON_LADDERS]
    if draft and draft[0] >> 5 != draft[-1] >> 5:  # `council.complete`
        found.append(_TABLE)
    found.append(_NO_PROPOSAL)
    return found


def _reply(state: Position) -> Actions:
    """Return accept, reject and, where the scenario has it, counter."""
    return _REPLIES if state.world.scenario.options.counters else _REPLIES[:2]


def _final_reply(state: Position) -> Actions:
    """Return accept and reject."""
    del state
    return _REPLIES[:2]


def _offer(state: Position) -> Actions:
    """Return yes and no."""
    del state
    return _OFFER


def _reveal(state: Position) -> Actions:
    """Return each site that was seen, and to keep quiet."""
    v = state.v
    seen = v[SEEN] & v[HIDDEN] & sites.site_mask(1 - v[MOVER])
    found = [a.encode(a.REVEAL, 0, site) for site in range(20) if seen >> site & 1]
    found.append(a.encode(a.KEEP_QUIET))
    return found


def _responses(state: Position) -> Actions:
    """Return the responses that are open to the side."""
    v = state.v
    side = v[MOVER]
    crisis = v[OPENED]
    if crisis < 0:
        crisis = v[CRISIS]
    world = state.world
    free, asked, whole = world.open_responses[crisis][side]
    if not asked:
        return free
    if len(asked) == 1:
        return whole if response_open(state, side, asked[0]) else free
    return [
        response.action
        for response in world.responses[crisis][side]
        if response.free or response_open(state, side, response)
    ]


def _cards(state: Position) -> Actions:
    """Return what each card in hand may do."""
    return state.world.legal_cards[state.v[MOVER]](state)


LEGAL: Final[tuple[Callable[[Position], Actions], ...]] = (
    _nothing,
    _mandates,
    _draft,
    _reply,
    _draft,
    _final_reply,
    _cards,
    _offer,
    _reveal,
    _responses,
)
"""What is legal, by the pending decision: `LEGAL[decision](position)`."""


def legal_actions(state: Position) -> Actions:
    """Return the legal actions of the pending decision; empty only when it is over."""
    return LEGAL[state.v[PENDING]](state)
