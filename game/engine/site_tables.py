"""Tables about sites by what is declared, filled as they are asked for; their keys are few."""

from typing import TYPE_CHECKING

from game.engine.fields import SITES_A_SIDE

if TYPE_CHECKING:
    from game.engine.world import World


class Supported(dict[int, int]):
    """The sites that need no other one, or one that is declared, by the needed declared."""

    def __init__(self, needing: tuple[tuple[int, int], ...]) -> None:
        """Remember which site needs which."""
        super().__init__()
        self._needing = needing

    def __missing__(self, declared: int) -> int:
        """Make and keep the mask."""
        waiting = sum(1 << s for s, needed in self._needing if not declared >> needed & 1)
        found = self[declared] = (1 << 2 * SITES_A_SIDE) - 1 & ~waiting
        return found


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
