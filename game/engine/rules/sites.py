"""Sites: announcing, hiding, finding, declaring, withdrawing and building (rulebook 3)."""

from game.engine import chance
from game.engine.causes import VERIFICATION, cause_of
from game.engine.events import (
    SiteAnnounced,
    SiteDeclared,
    SiteFinished,
    SiteFound,
    SiteHidden,
    SiteRescheduled,
    SiteWithdrawn,
)
from game.engine.fields import (
    BUILD,
    DECLARED,
    DOWN_PLAYED,
    FOREVER,
    HALTED,
    HIDDEN,
    LASTING,
    LIED,
    SEEN,
    SITE_PLEDGES,
    SITES_A_SIDE,
    SUPPORT,
    TRANSPARENCY,
    WORKING,
)
from game.engine.mutations import (
    move_assurance,
    move_initiative,
    move_support,
    move_tension,
    move_tracks,
)
from game.engine.position import Position
from game.engine.rules import pledges
from game.engine.rules.counters import count_down
from game.engine.rules.escalation import escalate
from game.engine.scoring import joint_level, site_concern
from game.engine.site_tables import BUILDING_TIME as BUILDING_TIME  # noqa: PLC0414 - theirs too
from game.engine.world import SIDE_SITES


def site_mask(side: int) -> int:
    """Return a side's sites as a mask."""
    return (1 << SITES_A_SIDE) - 1 << side * SITES_A_SIDE


def deployable(state: Position, side: int) -> int:
    """Return the sites where a side may deploy, cost apart, as a mask (3.3)."""
    v = state.v
    world = state.world
    declared = v[DECLARED]
    shut: int = declared | v[HIDDEN] | v[HALTED] | world.waiting[declared & world.needed]
    if v[LASTING]:
        shut |= world.lasting_tables[v[LASTING]].blocked_sites
    return SIDE_SITES[side] & ~shut


def announce(
    state: Position, side: int, site: int, cause: int, call_crisis: bool = True
) -> None:
    """Announce a site, or unveil one that stands there undeclared (3.4, 3.8)."""
    v = state.v
    world = state.world
    bit, concern, shifts, building, escalates, pledge = world.ground[site]
    if shifts:
        concern = site_concern(state, site)
    lied = 0
    if v[HIDDEN] & bit:
        lied = v[LIED] & bit
        _uncover(state, side, site)
        if state.log is not None:
            slug = world.sites[site].slug
            state.log.append(SiteDeclared(side, slug, cause_of(world, cause)))
    else:
        if building:
            v[BUILD] |= building
        else:
            v[WORKING] |= bit
        v[DECLARED] |= bit
        if state.log is not None:
            slug = world.sites[site].slug
            rounds = BUILDING_TIME if building else 0
            state.log.append(SiteAnnounced(side, slug, rounds, cause_of(world, cause)))
    move_tracks(state, world.alarms[site][concern], cause)
    if lied or v[SITE_PLEDGES] & pledge:
        pledges.break_site(state, side, site, cause)
    if escalates and call_crisis:
        escalate(state, side, site)


def unveil(state: Position, side: int, site: int, cause: int) -> None:
    """Declare an own undeclared site oneself: the accomplished fact (3.8)."""
    announce(state, side, site, cause)
    move_initiative(state, side, state.world.numbers.unveil_initiative, cause)


def hide(state: Position, side: int, site: int) -> None:
    """Deploy face down; nobody else learns of it (3.7)."""
    v = state.v
    rounds = _begin(state, site)
    v[HIDDEN] |= 1 << site
    if v[SITE_PLEDGES] >> 4 * site & 15:
        v[LIED] |= 1 << site
    if state.log is not None:
        state.log.append(SiteHidden(side, state.world.sites[site].slug, rounds))


def find(state: Position, site: int, cause: int, tension: bool) -> None:
    """Bring an undeclared site to light (3.9); without `tension` none is added."""
    n = state.world.numbers
    owner = int(site >= SITES_A_SIDE)
    lied = state.v[LIED] >> site & 1
    _uncover(state, owner, site)
    if state.log is not None:
        slug = state.world.sites[site].slug
        state.log.append(SiteFound(owner, slug, cause_of(state.world, cause)))
    if tension:
        move_tension(state, n.found_tension, cause)
    move_support(state, owner, n.found_support, cause)
    move_assurance(state, 1 - owner, n.found_assurance, cause)
    move_initiative(state, 1 - owner, n.found_initiative, cause)
    if lied or pledges.site_pledge(state, site):
        pledges.break_site(state, owner, site, cause)
    escalate(state, owner, site)


def find_all(state: Position, owner: int, cause: int) -> None:
    """Bring every undeclared site of a side to light, without Tension."""
    hidden = state.v[HIDDEN] & site_mask(owner)
    while hidden:
        low = hidden & -hidden
        find(state, low.bit_length() - 1, cause, tension=False)
        hidden ^= low


def declare_all(state: Position, side: int, cause: int) -> None:
    """Declare in council whatever is undeclared: Assurance moves, nothing else (5.5)."""
    hidden = state.v[HIDDEN] & site_mask(side)
    while hidden:
        low = hidden & -hidden
        site = low.bit_length() - 1
        hidden ^= low
        concern = site_concern(state, site)
        lied = state.v[LIED] >> site & 1
        _uncover(state, side, site)
        if state.log is not None:
            slug = state.world.sites[site].slug
            state.log.append(SiteDeclared(side, slug, cause_of(state.world, cause)))
        move_assurance(state, 1 - side, -((concern + 1) // 2), cause)
        if lied or pledges.site_pledge(state, site):
            pledges.break_site(state, side, site, cause, quiet=True)


def withdraw(state: Position, side: int, site: int, cause: int, pays: bool = True) -> None:
    """Empty a declared site (3.5); what needs it goes with it. `pays`: Support is lost."""
    v = state.v
    world = state.world
    bit, concern, shifts, _, _, _ = world.ground[site]
    if shifts:
        concern = site_concern(state, site)
    moves = world.reliefs[site][concern]
    _empty(state, site)
    if state.log is not None:
        halted = not v[WORKING] & bit
        slug = world.sites[site].slug
        state.log.append(SiteWithdrawn(side, slug, halted, cause_of(world, cause)))
    v[WORKING] &= ~bit
    if bit & world.needed:
        _empty_dependants(state, side, site, cause)
    if not pays:
        moves = tuple(move for move in moves if move[0] != SUPPORT + side)
    move_tracks(state, moves, cause)


def _empty_dependants(state: Position, side: int, site: int, cause: int) -> None:
    """Empty the declared sites that need a site."""
    v = state.v
    world = state.world
    for dependant, needed in world.needing:
        if needed == site and v[DECLARED] >> dependant & 1:
            _empty(state, dependant)
            v[WORKING] &= ~(1 << dependant)
            if state.log is not None:
                slug = world.sites[dependant].slug
                made = cause_of(world, cause)
                state.log.append(SiteWithdrawn(side, slug, False, made))


def reschedule(state: Position, side: int, site: int, by: int, cause: int) -> None:
    """Let a site under construction work rounds later or sooner (6.10)."""
    v = state.v
    left = v[BUILD] >> 4 * site & 15
    if not left or left == FOREVER:
        return
    left = max(left + by, 0)
    v[BUILD] = v[BUILD] & ~(15 << 4 * site) | left << 4 * site
    if not left:
        _finish(state, side, site)
    elif state.log is not None:
        slug = state.world.sites[site].slug
        made = cause_of(state.world, cause)
        state.log.append(SiteRescheduled(side, slug, left, made))


def finish_construction(state: Position) -> None:
    """Let building go on by a round; what is finished works (7.5)."""
    left, finished = count_down(state.v[BUILD])
    state.v[BUILD] = left
    while finished:
        low = finished & -finished
        site = (low.bit_length() - 1) // 4
        _finish(state, int(site >= SITES_A_SIDE), site)
        finished ^= low


def verify(state: Position) -> None:
    """Roll for every undeclared site; joint Transparency makes finding likelier (7.6)."""
    n = state.world.numbers
    hidden = state.v[HIDDEN]
    while hidden:
        low = hidden & -hidden
        hidden ^= low
        if chance.draw(state.v, n.verification_die) <= joint_level(state, TRANSPARENCY):
            find(state, low.bit_length() - 1, VERIFICATION, tension=True)


def _begin(state: Position, site: int) -> int:
    """Begin to build, or send what is mobile; return the reckonings until it works."""
    v = state.v
    if state.world.mobile >> site & 1:
        v[WORKING] |= 1 << site
        return 0
    v[BUILD] |= BUILDING_TIME << 4 * site
    return BUILDING_TIME


def _uncover(state: Position, owner: int, site: int) -> None:
    """Make an undeclared site declared; its building goes on as it was."""
    v = state.v
    bit = 1 << site
    v[HIDDEN] &= ~bit
    v[SEEN] &= ~bit
    v[LIED] &= ~bit
    v[DECLARED] |= bit
    v[DOWN_PLAYED + owner] -= 1


def _empty(state: Position, site: int) -> None:
    """Take a declared site off the map, `WORKING` apart."""
    v = state.v
    bit = 1 << site
    v[DECLARED] &= ~bit
    v[HALTED] |= bit
    if v[BUILD]:
        v[BUILD] &= ~(15 << 4 * site)


def _finish(state: Position, side: int, site: int) -> None:
    """Let a site work."""
    v = state.v
    v[WORKING] |= 1 << site
    if state.log is not None:
        hidden = bool(v[HIDDEN] >> site & 1)
        state.log.append(SiteFinished(side, state.world.sites[site].slug, hidden))
