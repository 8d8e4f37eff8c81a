"""A bare position: what the rules work on. `State` adds the faces that others use."""

from typing import TYPE_CHECKING, Any, TypeAlias

from game.engine.events import Event

if TYPE_CHECKING:
    from game.engine.world import World

Entries: TypeAlias = list[Any]
"""The list of a position, by the indices of `game.engine.fields`."""


class Position:
    """One flat list of ints and shared tuples, and the world that it lies in.

    Attributes:
        world: the scenario's tables, shared by all positions.
        v: the flat list; two positions are the same if and only if their lists are equal.
        log: events since somebody attached a list; clones have none.
    """

    __slots__ = ("log", "v", "world")

    def __init__(self, world: "World", v: Entries, log: list[Event] | None = None) -> None:
        """Wrap a list; `game.engine.new_state` makes the first position of a match."""
        self.world = world
        self.v = v
        self.log = log
