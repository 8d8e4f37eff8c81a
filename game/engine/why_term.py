"""Why a term can't be added to the draft."""

from game.engine import actions as a
from game.engine import fields as f
from game.engine.position import Position
from game.engine.reasons import Reason
from game.engine.rules import council
from game.engine.rules.pledges import ladder_pledge, site_pledge
from game.engine.why_card import step_reason


def why_not_term(state: Position, action: int) -> Reason | None:
    """Return why a term can't be added to the draft, or `None` if it can."""
    code = action & 0xFFFF
    if code >= 64 or code & 31 >= a.TERMS:
        return Reason("wrong-decision")
    asks, offers = council.legal_terms(state)
    giver = a.giver_of(code)
    term = a.term_of(code)
    own = giver == state.v[f.MOVER]
    if (offers if own else asks) >> term & 1:
        return None
    return term_reason(state, giver, term) or _order_reason(state, code, own)


def term_reason(state: Position, giver: int, term: int) -> Reason | None:
    """Return why a side can't give a term as things stand, or `None` if it can."""
    world = state.world
    if term == a.DECLARE_TERM:
        return None if world.scenario.options.face_down else Reason("no-face-down")
    if term < a.LADDER_PLEDGE_TERM:
        return _site_reason(state, giver, term)
    if term < a.STATEMENT_TERM:
        ladder = term - a.LADDER_PLEDGE_TERM
        slug = world.ladders[ladder].slug
        if not state.v[f.STEP + 4 * giver + ladder]:
            return Reason("no-step", {"ladder": slug})
        running = ladder_pledge(state, giver, ladder)
        return Reason("already-pledged", {"ladder": slug}) if running else None
    if term == a.STATEMENT_TERM:
        return None
    return step_reason(state, giver, term - a.RAISE_TERM)


def _site_reason(state: Position, giver: int, term: int) -> Reason | None:
    """Return why a withdrawal or a pledge at a site can't be given."""
    withdrawal = term < a.PLEDGE_TERM
    site = 10 * giver + term - (a.WITHDRAW_TERM if withdrawal else a.PLEDGE_TERM)
    here: dict[str, str | int] = {"site": state.world.sites[site].slug}
    declared = state.v[f.DECLARED] >> site & 1
    if withdrawal:
        return None if declared else Reason("site-empty", here)
    if declared:
        return Reason("site-not-empty", here)
    return Reason("already-pledged", here) if site_pledge(state, site) else None


def _order_reason(state: Position, code: int, own: bool) -> Reason:
    """Return how the draft as it stands has no room for a term."""
    drafter = state.v[f.MOVER]
    draft = state.v[f.DRAFT]
    same = [a.term_of(c) for c in draft if (a.giver_of(c) == drafter) == own]
    term = a.term_of(code)
    limit = council.term_limit(state)
    if term in same:
        return Reason("already-drafted")
    if len(same) >= limit:
        return Reason("terms-full", {"limit": limit})
    if term >= a.RAISE_TERM and any(t >= a.RAISE_TERM for t in same):
        return Reason("one-ladder-term")
    if term == a.STATEMENT_TERM and any(a.term_of(c) == term for c in draft):
        return Reason("one-statement")
    if own and not any(a.giver_of(c) != drafter for c in draft):
        return Reason("nothing-asked")
    return Reason("out-of-order")
