"""Pledges and what it costs to break one (rulebook 5.6, 5.7)."""

from game.engine.causes import cause_of
from game.engine.events import PledgeBroken, PledgeMade
from game.engine.fields import GUARANTEES, HIDDEN, LADDER_PLEDGES, LIED, SITE_PLEDGES
from game.engine.mutations import move_assurance, move_initiative, move_tension
from game.engine.position import Position
from game.engine.scoring import joint_level


def site_pledge(state: Position, site: int) -> int:
    """Return the reckonings that a pledge at a site still runs, 0 for none."""
    return int(state.v[SITE_PLEDGES] >> 4 * site & 15)


def ladder_pledge(state: Position, side: int, ladder: int) -> int:
    """Return the reckonings that a side's pledge not to suspend still runs."""
    return int(state.v[LADDER_PLEDGES] >> 4 * (4 * side + ladder) & 15)


def pledge_site(state: Position, side: int, site: int, cause: int) -> None:
    """Pledge not to deploy at a site, in this round and the next two."""
    v = state.v
    rounds = state.world.numbers.pledge_rounds
    v[SITE_PLEDGES] = v[SITE_PLEDGES] & ~(15 << 4 * site) | rounds << 4 * site
    if v[HIDDEN] >> site & 1:
        v[LIED] |= 1 << site
    if state.log is not None:
        slug = state.world.sites[site].slug
        made = cause_of(state.world, cause)
        state.log.append(PledgeMade(side, slug, None, rounds, made))


def pledge_ladder(state: Position, side: int, ladder: int, cause: int) -> None:
    """Pledge not to suspend a ladder, in this round and the next two."""
    v = state.v
    rounds = state.world.numbers.pledge_rounds
    place = 4 * (4 * side + ladder)
    v[LADDER_PLEDGES] = v[LADDER_PLEDGES] & ~(15 << place) | rounds << place
    if state.log is not None:
        slug = state.world.ladders[ladder].slug
        made = cause_of(state.world, cause)
        state.log.append(PledgeMade(side, None, slug, rounds, made))


def break_site(state: Position, side: int, site: int, cause: int, quiet: bool = False) -> None:
    """Make public that a site came or stood while a pledge ran, and end the pledge.

    `quiet`: declared in council, which costs Initiative only.
    """
    v = state.v
    v[SITE_PLEDGES] &= ~(15 << 4 * site)
    v[LIED] &= ~(1 << site)
    if state.log is not None:
        state.log.append(PledgeBroken(side, state.world.sites[site].slug, None))
    _pay(state, side, cause, quiet)


def break_ladder(state: Position, side: int, ladder: int, cause: int) -> None:
    """Break a pledge not to suspend, and end it."""
    state.v[LADDER_PLEDGES] &= ~(15 << 4 * (4 * side + ladder))
    if state.log is not None:
        slug = state.world.ladders[ladder].slug
        state.log.append(PledgeBroken(side, None, slug))
    _pay(state, side, cause, quiet=False)


def broken_price(state: Position) -> tuple[int, int, int]:
    """Return what a broken pledge brings now: Tension, the other's Assurance, Initiative."""
    n = state.world.numbers
    worse = (joint_level(state, GUARANTEES) + 1) // 2
    return (
        n.broken_tension + worse,
        n.broken_assurance - worse,
        n.broken_initiative - worse,
    )


def _pay(state: Position, side: int, cause: int, quiet: bool) -> None:
    """Pay for a broken pledge."""
    tension, assurance, initiative = broken_price(state)
    if quiet:
        move_initiative(state, side, state.world.numbers.broken_initiative, cause)
        return
    move_tension(state, tension, cause)
    move_assurance(state, 1 - side, assurance, cause)
    move_initiative(state, side, initiative, cause)
