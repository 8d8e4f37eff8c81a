"""Why a card can't be used so: its event, an operation, or face down."""

from collections.abc import Callable
from typing import Final

from game.engine import actions as a
from game.engine import fields as f
from game.engine.lasting import SITE_COST
from game.engine.position import Position
from game.engine.reasons import Reason
from game.engine.rules import ladders, sites
from game.engine.rules.incidents import cause_known


def why_not_card(state: Position, action: int) -> Reason | None:
    """Return why the side to move can't use a card so, or `None` if it can."""
    kind = action >> 16
    card = action >> 8 & 0xFF
    side = state.v[f.MOVER]
    if kind == a.UNVEIL:
        return _unveil(state, side, action)
    if card not in state.v[f.HAND + side]:
        return Reason("not-in-hand")
    face_down = kind in (a.HIDE, a.HIDE_TECHNICAL, a.HIDE_NOTHING)
    if face_down and not state.world.scenario.options.face_down:
        return Reason("no-face-down")
    return _CHECKS[kind](state, side, card, action & 0xFF)


def step_reason(state: Position, side: int, ladder: int) -> Reason | None:
    """Return why a side can't take its next step on a ladder, or `None` if it can."""
    v = state.v
    world = state.world
    obstacle = ladders.step_obstacle(state, side, ladder)
    if obstacle == ladders.CAN:
        return None
    step = v[f.STEP + 4 * side + ladder] + 1
    slug = world.ladders[ladder].slug
    facts: dict[str, str | int] = {"ladder": slug, "step": step}
    if obstacle == ladders.AT_TOP:
        return Reason("top-of-ladder", {"ladder": slug})
    if obstacle == ladders.GATE:
        needs = ladders.gate_of(state, side, ladder, step)
        return Reason("gate", facts | {"needs": needs, "is": v[f.ASSURANCE + side]})
    if obstacle == ladders.PREREQUISITE:
        other, joint = world.step_joint[ladder][step]
        level = min(v[f.STEP + other], v[f.STEP + 4 + other])
        named = {"needs_ladder": world.ladders[other].slug, "needs": joint, "is": level}
        return Reason("prerequisite", facts | named)
    if obstacle == ladders.NEEDS_SUPPORT:
        needs = world.step_support[ladder][step]
        return Reason("support-needed", facts | {"needs": needs, "is": v[f.SUPPORT + side]})
    if obstacle == ladders.LOCKED:
        return Reason("locked-step", facts)
    blocker = world.lasting_table(v[f.LASTING]).blocker[4 * side + ladder]
    card = world.cards[world.lasting[blocker].card].slug
    named = {"card": card, "needs": world.numbers.break_needs, "is": v[f.SUPPORT + side]}
    return Reason("blocked-step", facts | named)


def site_reason(state: Position, side: int, site: int) -> Reason | None:
    """Return why a side can't deploy at a site, cost apart, or `None` if it can."""
    world = state.world
    if site >= len(world.sites):
        return Reason("wrong-decision")
    if sites.deployable(state, side) >> site & 1:
        return None
    v = state.v
    spec = world.sites[site]
    here: dict[str, str | int] = {"site": spec.slug}
    if not sites.site_mask(side) >> site & 1:
        return Reason("not-your-site", here)
    for field, slug in ((f.DECLARED, "site-declared"), (f.HIDDEN, "site-hidden")):
        if v[field] >> site & 1:
            return Reason(slug, here)
    if v[f.HALTED] >> site & 1:
        return Reason("site-halted", here)
    if spec.needs and not v[f.DECLARED] >> world.site_id[spec.needs] & 1:
        return Reason("site-needs", here | {"needs": spec.needs})
    blockers = [
        effect
        for effect in world.lasting
        if v[f.LASTING] >> effect.number & 1 and effect.site == site
    ]
    return Reason("blocked-site", here | {"card": world.cards[blockers[0].card].slug})


def _cost_reason(state: Position, card: int, needs: int) -> Reason | None:
    """Return that a card has too few operations, or `None` if it has enough."""
    has = state.world.ops[card]
    return None if has >= needs else Reason("too-few-operations", {"needs": needs, "has": has})


def _event(state: Position, side: int, card: int, branch: int) -> Reason | None:
    """Check the event: its branch, condition and first step."""
    world = state.world
    slug = world.cards[card].slug
    firsts = world.first_steps[card]
    if branch >= len(firsts):
        return Reason("no-branch", {"card": slug})
    if not all(test(state, side) for test in world.conditions[card]):
        return Reason("condition", {"card": slug})
    first = firsts[branch]
    if first is None or first(state, side):
        return None
    return Reason("first-step", {"card": slug})


def deploy_cost(state: Position, side: int, site: int) -> int:
    """Return the operations that Deploy at a site costs now, lasting effects counted."""
    table = state.world.lasting_table(state.v[f.LASTING])
    return max(1, state.world.cost[site] + table.cost[5 * side + SITE_COST])


def cooperate_cost(state: Position, side: int, ladder: int) -> int:
    """Return the operations that the next step on a ladder costs now."""
    table = state.world.lasting_table(state.v[f.LASTING])
    step = state.v[f.STEP + 4 * side + ladder] + 1
    return int(max(1, step + table.cost[5 * side + ladder]))


def _deploy(state: Position, side: int, card: int, site: int) -> Reason | None:
    """Check Deploy."""
    reason = site_reason(state, side, site)
    return reason or _cost_reason(state, card, deploy_cost(state, side, site))


def _withdraw(state: Position, side: int, card: int, site: int) -> Reason | None:
    """Check Withdraw."""
    if site >= len(state.world.sites):
        return Reason("wrong-decision")
    here: dict[str, str | int] = {"site": state.world.sites[site].slug}
    if not sites.site_mask(side) >> site & 1:
        return Reason("not-your-site", here)
    if not state.v[f.DECLARED] >> site & 1:
        return Reason("site-empty", here)
    return _cost_reason(state, card, state.world.numbers.withdraw_cost)


def _cooperate(state: Position, side: int, card: int, ladder: int) -> Reason | None:
    """Check Cooperate."""
    if ladder > f.GUARANTEES:
        return Reason("wrong-decision")
    reason = step_reason(state, side, ladder)
    return reason or _cost_reason(state, card, cooperate_cost(state, side, ladder))


def _suspend(state: Position, side: int, card: int, ladder: int) -> Reason | None:
    """Check Suspend."""
    if ladder > f.GUARANTEES:
        return Reason("wrong-decision")
    if not ladders.has_step(state, side, ladder):
        return Reason("no-step", {"ladder": state.world.ladders[ladder].slug})
    return _cost_reason(state, card, state.world.numbers.suspension_cost)


def _campaign(state: Position, side: int, card: int, argument: int) -> Reason | None:
    """Check Campaign."""
    del side
    if argument:
        return Reason("wrong-decision")
    return _cost_reason(state, card, state.world.numbers.campaign_cost)


def _back_channel(state: Position, side: int, card: int, option: int) -> Reason | None:
    """Check the back channel."""
    v = state.v
    n = state.world.numbers
    if option > a.TENSION_OPTION:
        return Reason("wrong-decision")
    if v[f.FLAGS] & f.BACK_CHANNEL << side:
        return Reason("back-channel-used")
    if option == a.DOOR_OPTION and v[f.DOOR] == 2:
        return Reason("door-open")
    if option == a.TENSION_OPTION and v[f.TENSION] < n.back_channel_tension:
        return Reason("too-calm", {"needs": n.back_channel_tension, "is": v[f.TENSION]})
    return _cost_reason(state, card, n.back_channel_cost)


def _technical(state: Position, side: int, card: int, option: int) -> Reason | None:
    """Check technical means, face up or face down."""
    if option > a.CAUSE_OPTION:
        return Reason("wrong-decision")
    if option == a.CAUSE_OPTION:
        if state.v[f.CAUSE] < 0:
            return Reason("no-cause")
        if cause_known(state, side):
            return Reason("cause-known")
    return _cost_reason(state, card, state.world.numbers.technical_cost)


def _hide(state: Position, side: int, card: int, site: int) -> Reason | None:
    """Check an undeclared deployment."""
    reason = site_reason(state, side, site)
    if reason:
        return reason
    if not state.world.concealable >> site & 1:
        return Reason("not-concealable", {"site": state.world.sites[site].slug})
    extra = state.world.numbers.face_down_extra
    return _cost_reason(state, card, state.world.cost[site] + extra)


def _hide_nothing(state: Position, side: int, card: int, argument: int) -> Reason | None:
    """Check the pass."""
    del state, side, card
    return Reason("wrong-decision") if argument else None


def _unveil(state: Position, side: int, action: int) -> Reason | None:
    """Check an unveiling."""
    site = action & 0xFFFF
    v = state.v
    if v[f.HIDDEN] & sites.site_mask(side) & 1 << site:
        return None
    slug = state.world.sites[site].slug if site < len(state.world.sites) else ""
    return Reason("no-undeclared", {"site": slug})


_CHECKS: Final[dict[int, Callable[[Position, int, int, int], Reason | None]]] = {
    a.EVENT: _event,
    a.DEPLOY: _deploy,
    a.WITHDRAW: _withdraw,
    a.COOPERATE: _cooperate,
    a.SUSPEND: _suspend,
    a.CAMPAIGN: _campaign,
    a.BACK_CHANNEL: _back_channel,
    a.TECHNICAL: _technical,
    a.HIDE: _hide,
    a.HIDE_TECHNICAL: _technical,
    a.HIDE_NOTHING: _hide_nothing,
}
