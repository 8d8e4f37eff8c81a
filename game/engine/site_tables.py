"""Tables about sites by what is declared, filled as they are asked for; their keys are few."""

from typing import TYPE_CHECKING, Final, TypeAlias

from game.engine.fields import SITES_A_SIDE

if TYPE_CHECKING:
    from game.engine.world import World


BUILDING_TIME: Final = 2
"""Reckonings until an announced site works: the end of the next round."""

Ground: TypeAlias = tuple[int, int, bool, int, bool, int]
"""A site's bit, its usual concern, whether that shifts, its building time in its place of
`BUILD` (0 if it is mobile), whether its coming is an escalation, its place among pledges."""


def ground_of(world: "World") -> tuple[Ground, ...]:
    """Return what a site's coming and going looks up, by site."""
    return tuple(
        (
            1 << number,
            site.concern,
            bool(world.shifting >> number & 1),
            0 if site.mobile else BUILDING_TIME << 4 * number,
            bool(world.escalating >> number & 1),
            15 << 4 * number,
        )
        for number, site in enumerate(world.sites)
    )


class Waiting(dict[int, int]):
    """The sites that need another one, which is not declared, by the needed declared."""

    def __init__(self, needing: tuple[tuple[int, int], ...]) -> None:
        """Remember which site needs which."""
        super().__init__()
        self._needing = needing

    def __missing__(self, declared: int) -> int:
        """Make and keep the mask."""
        waiting = sum(1 << s for s, needed in self._needing if not declared >> needed & 1)
        self[declared] = waiting
        return waiting


class Missiles(dict[int, int]):
    """The concern of a side's forward missiles, by what is declared of all that counts."""

    def __init__(self, world: "World", first: int) -> None:
        """Remember the world, and the first of the side's sites."""
        super().__init__()
        self._world = world
        self._sites = range(first, first + SITES_A_SIDE)

    def __missing__(self, declared: int) -> int:
        """Add up and keep the concern."""
        world = self._world
        found = self[declared] = sum(
            world.site_concern(site, declared, sectors=False)
            for site in self._sites
            if world.forward & declared & 1 << site
        )
        return found
