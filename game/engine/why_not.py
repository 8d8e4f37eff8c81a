"""Why an action is not legal: the explaining face of `legal` (rulebook throughout).

A law ties them: `why_not(state, action)` is `None` if and only if the action is legal.
"""

from collections.abc import Callable
from typing import Final

from game.engine import actions as a
from game.engine import fields as f
from game.engine.position import Position
from game.engine.reasons import Reason
from game.engine.rules import council, sites
from game.engine.rules.crisis import crisis_in_hand, response_open
from game.engine.why_card import why_not_card
from game.engine.why_term import why_not_term

_ASKED_BY: Final = {
    a.MANDATE: (f.CHOOSE_MANDATE,),
    a.TERM: (f.DRAFT_PACKAGE, f.DRAFT_COUNTER),
    a.TABLE: (f.DRAFT_PACKAGE, f.DRAFT_COUNTER),
    a.NO_PROPOSAL: (f.DRAFT_PACKAGE, f.DRAFT_COUNTER),
    a.ACCEPT: (f.REPLY, f.FINAL_REPLY),
    a.REJECT: (f.REPLY, f.FINAL_REPLY),
    a.COUNTER: (f.REPLY,),
    a.YES: (f.ANSWER_OFFER,),
    a.NO: (f.ANSWER_OFFER,),
    a.REVEAL: (f.REVEAL_SITE,),
    a.KEEP_QUIET: (f.REVEAL_SITE,),
    a.RESPOND: (f.ANSWER_CRISIS,),
}


def why_not(state: Position, action: int) -> Reason | None:
    """Return why an action is not legal now, or `None` if it is."""
    kind = action >> 16
    if kind not in a.KINDS or action < 0:
        return Reason("wrong-decision")
    asked_by = _ASKED_BY.get(kind, (f.PLAY_CARD,))
    if state.v[f.PENDING] not in asked_by:
        return Reason("wrong-decision")
    check = _CHECKS.get(kind)
    if check is None:
        return why_not_card(state, action)
    return check(state, action)


def _plain(state: Position, action: int) -> Reason | None:
    """Allow an action without card or argument."""
    del state
    return Reason("wrong-decision") if action & 0xFFFF else None


def _mandate(state: Position, action: int) -> Reason | None:
    """Allow one of the two dealt mandates."""
    if action & 0xFFFF >= len(state.v[f.DEALT + state.v[f.MOVER]]):
        return Reason("not-dealt")
    return None


def _table(state: Position, action: int) -> Reason | None:
    """Allow a package with a term from each side."""
    if action & 0xFFFF:
        return Reason("wrong-decision")
    if council.complete(state):
        return None
    return Reason("nothing-offered" if state.v[f.DRAFT] else "nothing-asked")


def _counter(state: Position, action: int) -> Reason | None:
    """Allow a counter-package where the scenario has them."""
    if action & 0xFFFF:
        return Reason("wrong-decision")
    return None if state.world.scenario.options.counters else Reason("no-counter")


def _reveal(state: Position, action: int) -> Reason | None:
    """Allow a site that technical means saw."""
    site = action & 0xFFFF
    v = state.v
    seen = v[f.SEEN] & v[f.HIDDEN] & sites.site_mask(1 - v[f.MOVER])
    if seen >> site & 1:
        return None
    slug = state.world.sites[site].slug if site < len(state.world.sites) else ""
    return Reason("no-undeclared", {"site": slug})


def _respond(state: Position, action: int) -> Reason | None:
    """Allow a response whose requirement holds."""
    side = state.v[f.MOVER]
    crisis = crisis_in_hand(state)
    answers = state.world.responses[crisis][side]
    place = action & 0xFFFF
    if place >= len(answers):
        return Reason("wrong-decision")
    response = answers[place]
    if response_open(state, side, response):
        return None
    spec = state.world.crises[crisis]
    slug = (spec.russia if side else spec.nato)[place].slug
    return Reason("cause-unknown" if response.clears else "response-needs", {"response": slug})


_CHECKS: Final[dict[int, Callable[[Position, int], Reason | None]]] = {
    a.MANDATE: _mandate,
    a.TERM: why_not_term,
    a.TABLE: _table,
    a.NO_PROPOSAL: _plain,
    a.ACCEPT: _plain,
    a.REJECT: _plain,
    a.COUNTER: _counter,
    a.YES: _plain,
    a.NO: _plain,
    a.REVEAL: _reveal,
    a.KEEP_QUIET: _plain,
    a.RESPOND: _respond,
}
