"""What deployments, withdrawals and leads move on the tracks (rulebook 2.4, 3.4, 3.5)."""

from typing import TYPE_CHECKING, Final

from game.engine.answers import Move, calm, ends, move
from game.engine.fields import ASSURANCE, SITES_A_SIDE, SUPPORT, TENSION

if TYPE_CHECKING:
    from game.engine.world import World

MOST: Final = 10
"""The highest concern that a site can be of."""


def alarms(world: "World", site: int) -> tuple[tuple[Move, ...], ...]:
    """Return by concern what a deployment at a site moves."""
    support = world.sites[site].deploy_support
    return tuple(_moves(world, site, concern, support, 1) for concern in range(MOST + 1))


def reliefs(world: "World", site: int) -> tuple[tuple[Move, ...], ...]:
    """Return by concern what a withdrawal from a site moves."""
    support = world.sites[site].withdraw_support
    return tuple(_moves(world, site, concern, support, -1) for concern in range(MOST + 1))


def leads(world: "World", side: int) -> tuple[tuple[Move, ...], tuple[Move, ...]]:
    """Return what a lead of a side moves, without a signal and with one (2.4)."""
    n = world.numbers
    levels = ends(0, n.track_max)
    cost = move(SUPPORT + side, -n.lead_cost, levels)
    return (cost,), (cost, move(ASSURANCE + 1 - side, n.signal, levels))


def _moves(
    world: "World", site: int, concern: int, support: int, sign: int
) -> tuple[Move, ...]:
    """Return how the other's Assurance, own Support and Tension move."""
    n = world.numbers
    side = int(site >= SITES_A_SIDE)
    alarming = concern >= n.alarm_concern
    support = support or (n.deploy_support if alarming else 0)
    levels = ends(0, n.track_max)
    tension = sign * n.deploy_tension if alarming else 0
    moves = (
        (ASSURANCE + 1 - side, -sign * ((concern + 1) // 2), levels),
        (SUPPORT + side, sign * support, levels),
        (TENSION, tension, calm(n, tension)),
    )
    return tuple(move(*each) for each in moves if each[1])
