"""Forward deployment is an escalation event: it becomes the round's crisis (rulebook 6.3)."""

from game.engine.events import CrisisPutBack, CrisisTurnedUp
from game.engine.fields import (
    ACTIONS,
    CAUSE,
    CAUSE_KNOWN,
    COUNCIL,
    CRISIS,
    CRISIS_DECK,
    CRISIS_SITE,
    ESCALATED,
    FLAGS,
    PHASE,
    STARTER,
)
from game.engine.position import Position


def escalate(state: Position, owner: int, site: int) -> None:
    """Make a forward missile or land interceptor that has come to light the round's crisis.

    Once a round, and only while the round's crisis is still to come; the brewing one
    goes back under the deck.
    """
    v = state.v
    world = state.world
    bit = 1 << site
    if bit & world.forward:
        form = world.forms.get("forward")
    elif bit & world.land_interceptors:
        form = world.forms.get("interceptors")
    else:
        return
    if form is None or v[FLAGS] & ESCALATED or v[PHASE] not in (COUNCIL, ACTIONS):
        return
    v[FLAGS] |= ESCALATED
    brewing = v[CRISIS]
    if brewing >= 0:
        v[CRISIS_DECK] += (brewing,)
        if state.log is not None:
            state.log.append(CrisisPutBack(world.crises[brewing].slug))
    v[CRISIS] = form
    v[CRISIS_SITE] = site
    v[STARTER] = owner
    v[CAUSE] = -1
    v[CAUSE_KNOWN] = 0
    if state.log is not None:
        slug = world.sites[site].slug
        state.log.append(CrisisTurnedUp(world.crises[form].slug, slug, owner, False))
