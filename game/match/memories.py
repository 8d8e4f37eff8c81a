"""What each side should have made of the other's moves, decision by decision."""

from collections.abc import Callable, Sequence

from game.engine import State
from game.engine.events import Event
from game.match.entry import Entry
from game.players.memory import Memory
from game.players.search.watching import first_memory, watched


class Memories:
    """Beliefs of one side after every decision of a match; undone ones are forgotten."""

    def __init__(
        self, side: int, seen_by: Callable[[Sequence[Event], int], Sequence[Event]]
    ) -> None:
        """Begin to watch for a side; `seen_by` redacts events for it."""
        self._side = side
        self._seen_by = seen_by
        self._known: list[tuple[Entry, Memory]] = []

    def all(self, entries: Sequence[Entry], before: Sequence[State]) -> tuple[Memory, ...]:
        """Return what the side believes after each decision.

        Args:
            entries: The decisions that stand.
            before: The position before each of them; it is read through the side's view.
        """
        known = self._known
        standing = 0
        for (entry, _), now in zip(known, entries, strict=False):
            if entry is not now:
                break
            standing += 1
        del known[standing:]
        for place in range(standing, len(entries)):
            entry = entries[place]
            view = before[place].view(self._side)
            last = known[-1][1] if known else first_memory(view)
            told = self._seen_by(entry.events, self._side)
            known.append((entry, watched(last, view, told)))
        return tuple(memory for _, memory in known)
