"""Thinking as long as it takes: the strongest level, until its mind is made up."""

from collections.abc import Callable
from typing import Final, Protocol, TypeAlias, runtime_checkable

from game.players.search.levels import LEVELS, STRONGEST
from game.players.search.player import SearchPlayer
from game.players.search.temperaments import Temperament
from game.players.search.weighing import Search

PATIENT: Final = "patient"
"""In place of a level in the name of a seat."""
STEP: Final = 2000
"""Iterations between two looks at what is best."""
SETTLED: Final = 4
"""Looks in a row that must find the same move best."""
MOST: Final = 20
"""Looks after which it decides whatever it found."""

Watch: TypeAlias = Callable[[float], bool]
"""Is told how much is done, 0 to 1, and says whether to go on."""


@runtime_checkable
class Watched(Protocol):
    """A player that can be told to decide with what it has found so far."""

    def watch_with(self, watch: Watch | None) -> None:
        """Take what hears how far it is, and whether it may go on."""
        ...


class PatientPlayer(SearchPlayer):
    """Searches until several looks in a row find the same move best.

    Iterations are counted and no clock is read: left alone, it plays alike everywhere.
    """

    def __init__(
        self, temperament: Temperament | str | None = None, *, seed: int = 0, side: int = 0
    ) -> None:
        """Seat a player; see `SearchPlayer`."""
        super().__init__(LEVELS[STRONGEST], temperament, seed=seed, side=side)
        self._watch: Watch | None = None

    def watch_with(self, watch: Watch | None) -> None:
        """Take what hears how far it is, and whether it may go on."""
        self._watch = watch

    def think(self, search: Search) -> None:
        """Search until the best move stays the best."""
        best: tuple[object, ...] = ()
        alike = 0
        for look in range(MOST):
            search.think(STEP)
            first = search.weighed()[0]
            alike = alike + 1 if (first.action, first.package) == best else 1
            best = first.action, first.package
            if alike >= SETTLED:
                return
            if self._watch is not None and not self._watch((look + 1) / MOST):
                return
