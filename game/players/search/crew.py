"""Root parallelism: several processes weigh the same decision, each with luck of its own.

It pays where one decision is thought about for long: a process takes a good part of a
second to start and to compile the world.
"""

from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from types import TracebackType
from typing import Self

from game.engine import View
from game.players.memory import Memory
from game.players.packages import Terms
from game.players.search.weighing import Weighed, weigh


class Crew:
    """Processes that think together; used in a `with` statement."""

    def __init__(self, hands: int) -> None:
        """Hire so many processes; they start with the first decision."""
        self._hands = hands
        self._pool = ProcessPoolExecutor(hands, get_context("spawn"))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pool.shutdown(cancel_futures=True)

    def weigh(
        self, view: View, memory: Memory | None, iterations: int, seed: int
    ) -> tuple[Weighed, ...]:
        """Return what `weigh` returns, the iterations shared out among the processes.

        The same for equal arguments and as many hands.
        """
        share = -(-iterations // self._hands)
        seeds = range(seed * self._hands, (seed + 1) * self._hands)
        tasks = [self._pool.submit(weigh, view, memory, share, one) for one in seeds]
        return merged([task.result() for task in tasks])


def merged(results: Sequence[Sequence[Weighed]]) -> tuple[Weighed, ...]:
    """Return several weighings of one decision as one, each move by all its iterations."""
    found: dict[tuple[int, Terms], list[Weighed]] = defaultdict(list)
    for result in results:
        for move in result:
            found[move.action, move.package].append(move)
    moves = [_together(parts) for parts in found.values()]
    return tuple(sorted(moves, key=lambda m: (m.visits > 0, m.value), reverse=True))


def _together(parts: Sequence[Weighed]) -> Weighed:
    """Return one move of several weighings, each counting by its iterations."""
    whole = sum(part.visits for part in parts)
    if not whole:
        return parts[0]

    def mean(values: Sequence[float]) -> float:
        return sum(p.visits * v for p, v in zip(parts, values, strict=True)) / whole

    return replace(
        parts[0],
        visits=whole,
        own=mean([part.own for part in parts]),
        rival=mean([part.rival for part in parts]),
        confrontation=mean([part.confrontation for part in parts]),
        value=mean([part.value for part in parts]),
    )
