"""Lasting effects: what outlives its card, looked up as one table (rulebook 8)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.content.effects import (
    BlockHook,
    BlockSiteHook,
    CapHook,
    CostHook,
    DriftHook,
    GateHook,
    HandHook,
    Hook,
    TermsHook,
    WorthHook,
)
from game.content.vocabulary import LADDERS, Until
from game.engine.step_tables import NO_BLOCK, Within

if TYPE_CHECKING:
    from game.engine.world import World

NO_CAP = 99
SITE_COST = 4
"""Index of Deploy among the cost targets; below it the ladders."""


@dataclass(frozen=True, slots=True)
class LastingEffect:
    """A lasting effect as some card begins it: its number, card, owner, hook and end.

    `site` is the blocked site's number, -1 for other hooks.
    """

    number: int
    card: int
    side: int
    hook: Hook
    until: Until
    site: int = -1

    @property
    def sides(self) -> tuple[int, ...]:
        """The sides it applies to."""
        return (0, 1) if getattr(self.hook, "who", "own") == "both" else (self.side,)


@dataclass(slots=True)
class LastingTable:
    """What the effects in force add up to; of two on one target the larger stands.

    Attributes:
        gate: `gate[4 * side + ladder]`, added to the gates.
        cost: `cost[5 * side + ladder or SITE_COST]`, added to the cost.
        block: `block[4 * side + ladder]`, the lowest step that may not be taken, or `NO_BLOCK`.
        blocker: the number of the effect that blocks there, -1 for none.
        within: by side, the steps within gates as moved and not blocked.
        costs: by side, its five of `cost`, `None` if none of them is moved.
        blocked_sites: sites where nobody may deploy, as a mask.
    """

    gate: list[int] = field(default_factory=lambda: [0] * 8)
    cost: list[int] = field(default_factory=lambda: [0] * 10)
    block: list[int] = field(default_factory=lambda: [NO_BLOCK] * 8)
    blocker: list[int] = field(default_factory=lambda: [-1] * 8)
    hand: list[int] = field(default_factory=lambda: [0, 0])
    within: list[Within] = field(default_factory=list)
    costs: list[tuple[int, ...] | None] = field(default_factory=lambda: [None, None])
    drift: int = 0
    cap: int = NO_CAP
    terms: int = 0
    blocked_sites: int = 0
    coverage: int = 0
    deterrent: int = 0


class LastingTables(dict[int, LastingTable]):
    """Tables by the effects in force, made when they are first asked for."""

    def __init__(self, make: Callable[[int], LastingTable]) -> None:
        """Remember how a mask's table is made."""
        super().__init__()
        self._make = make

    def __missing__(self, mask: int) -> LastingTable:
        """Make and keep the table of a mask."""
        table = self[mask] = self._make(mask)
        return table


def table_of(world: "World", mask: int) -> LastingTable:
    """Return the table of the world's effects whose bits are set."""
    table = LastingTable()
    while mask:
        lowest = mask & -mask
        _add(table, world.lasting[lowest.bit_length() - 1])
        mask ^= lowest
    for side in (0, 1):
        own = slice(4 * side, 4 * side + 4)
        table.within.append(world.withins[(*table.gate[own], *table.block[own])])
        costs = tuple(table.cost[5 * side : 5 * side + 5])
        table.costs[side] = costs if any(costs) else None
    return table


def _add(table: LastingTable, effect: LastingEffect) -> None:
    """Add one effect to the table."""
    match effect.hook:
        case GateHook(target, _, by):
            _spread(table.gate, effect, _targets(target), 4, by)
        case CostHook(target, _, by):
            places = (SITE_COST,) if target == "site" else _targets(target)
            _spread(table.cost, effect, places, 5, by)
        case BlockHook(ladder, step):
            place = 4 * effect.side + LADDERS.index(ladder)
            if step < table.block[place]:
                table.block[place] = step
                table.blocker[place] = effect.number
        case HandHook(by):
            table.hand[effect.side] = _larger(table.hand[effect.side], by)
        case _:
            _add_shared(table, effect)


def _add_shared(table: LastingTable, effect: LastingEffect) -> None:
    """Add an effect that both sides share."""
    match effect.hook:
        case DriftHook(by):
            table.drift = _larger(table.drift, by)
        case CapHook(at_most):
            table.cap = min(table.cap, at_most)
        case TermsHook(by):
            table.terms = _larger(table.terms, by)
        case BlockSiteHook():
            table.blocked_sites |= 1 << effect.site
        case WorthHook("coverage", by):
            table.coverage = _larger(table.coverage, by)
        case WorthHook("deterrent", by):
            table.deterrent = _larger(table.deterrent, by)
        case _:
            raise TypeError(effect.hook)


def _targets(target: str) -> tuple[int, ...]:
    """Return the ladders that a hook names."""
    return tuple(i for i, ladder in enumerate(LADDERS) if target in (ladder, "all"))


def _spread(
    numbers: list[int], effect: LastingEffect, targets: tuple[int, ...], width: int, by: int
) -> None:
    """Put a number at its targets for each side it applies to."""
    for side in effect.sides:
        for target in targets:
            place = width * side + target
            numbers[place] = _larger(numbers[place], by)


def _larger(one: int, other: int) -> int:
    """Return the number with the larger size; the first of two equally large."""
    return other if abs(other) > abs(one) else one


def blocks_below(
    effects: tuple[LastingEffect, ...], mask: int, side: int, ladder: int, step: int
) -> int:
    """Return a side's blocks in force at or under a step of a ladder, as a mask."""
    found = 0
    for effect in effects:
        hook = effect.hook
        if mask >> effect.number & 1 and effect.side == side and isinstance(hook, BlockHook):
            found |= (hook.ladder == LADDERS[ladder] and hook.step <= step) << effect.number
    return found
