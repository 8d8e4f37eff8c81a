"""How a match came to where it is, and what of that a side knows: its information state.

A view forgets a little that a person would remember, such as what an old incident turned out
to be. So a side's information state is what it was told from the deal on: a chain of digests,
each of what one decision let the side see. It is worked out only when it is asked for, by
doing the decision again with a log, and then kept.
"""

from hashlib import blake2b
from typing import Final, TypeAlias

from game.bridges.ids import ACTIONS, ActionIds
from game.engine import State, World
from game.engine import actions as a
from game.engine import fields as f
from game.engine.masking import masked
from game.engine.position import Entries

Move: TypeAlias = tuple[float, float, float]
"""A decision of the past: 1 if own and -1 if not, its kind, its id, as shares of their number.

What the side could not see is 0; a card that the other laid face down is *hide-nothing*.
"""
Moves: TypeAlias = tuple[Move, ...]
Past: TypeAlias = tuple[str, Moves]
"""What a side was told, as a digest, and the decisions that it saw."""

_BYTES: Final = 12
_KINDS: Final = max(a.KINDS) + 1
_FACE_DOWN: Final = (a.HIDE, a.HIDE_TECHNICAL, a.HIDE_NOTHING)


class Trail:
    """One decision and, through `parent`, all before it; shared by all that grew from it.

    Attributes:
        parent: The decision before; `None` at the beginning.
        v: The list before the decision; at the beginning that of the position itself.
        action: The engine's code; -1 at the beginning.
        mover: The side that decided.
    """

    __slots__ = ("_keys", "_moves", "action", "mover", "parent", "v")

    def __init__(self, parent: "Trail | None", v: Entries, action: int, mover: int) -> None:
        """Note a decision; `begun` makes a beginning."""
        self.parent = parent
        self.v = v
        self.action = action
        self.mover = mover
        self._keys: list[str | None] = [None, None]
        self._moves: list[Moves | None] = [None, None]

    @classmethod
    def begun(cls, v: Entries) -> "Trail":
        """Return a beginning at this position."""
        return cls(None, v, -1, -1)

    @classmethod
    def imagined(cls, v: Entries, side: int, past: Past) -> "Trail":
        """Return a beginning at a position that a side takes for possible, and its past."""
        begun = cls.begun(v)
        begun._keys[side], begun._moves[side] = past
        return begun

    @property
    def past(self) -> "tuple[Past | None, Past | None]":
        """Return what each side was told up to here, as far as it is worked out."""
        nato, russia = (
            None if key is None or moves is None else (key, moves)
            for key, moves in zip(self._keys, self._moves, strict=True)
        )
        return nato, russia

    def key(self, world: World, side: int) -> str:
        """Return a digest of all that a side was told up to here."""
        path: list[Trail] = []
        place: Trail | None = self
        while place is not None and place._keys[side] is None:
            path.append(place)
            place = place.parent
        key = "" if place is None else place._keys[side] or ""
        for each in reversed(path):
            key = each._keys[side] = each._after(world, side, key)
        return key

    def moves(self, ids: ActionIds, side: int) -> Moves:
        """Return all decisions up to here as far as a side saw them, the first first."""
        found = self._moves[side]
        if found is None:
            decisions = self.decisions()
            last = decisions[-1] if decisions else None
            begun = self.beginning._moves[side] or ()
            told = (_seen(ids, each, side, sealed=each is last) for each in decisions)
            found = self._moves[side] = (*begun, *(move for move in told if move))
        return found

    @property
    def beginning(self) -> "Trail":
        """Where it began."""
        place = self
        while place.parent is not None:
            place = place.parent
        return place

    def decisions(self) -> "list[Trail]":
        """Return all decisions since the beginning, the first first."""
        found: list[Trail] = []
        place = self
        while place.parent is not None:
            found.append(place)
            place = place.parent
        return found[::-1]

    def _after(self, world: World, side: int, before: str) -> str:
        """Return the digest after the decision."""
        if self.parent is None:
            return _digest(before, masked(world, self.v, side))
        state = State(world, self.v[:], [])
        state.apply(self.action)
        events = [event.redacted(side) for event in state.log or ()]
        told = [repr(event) for event in events if event is not None]
        seen = masked(world, state.v, side)
        own = self.action if self.mover == side else None
        if own is None and not told and seen == masked(world, self.v, side):
            return before
        return _digest(before, (own, told, seen))


def _digest(before: str, told: object) -> str:
    return blake2b(f"{before}{told!r}".encode(), digest_size=_BYTES).hexdigest()


def _seen(ids: ActionIds, decision: Trail, side: int, *, sealed: bool) -> Move | None:
    """Return a decision as a side saw it; nothing of the other's half-built package.

    `sealed`: it is the last one, so that an answer of NATO's isn't open yet.
    """
    kind, mover = decision.action >> 16, decision.mover
    number = ids.ids[mover][decision.action] + 1
    if mover == side:
        return 1.0, kind / _KINDS, number / ACTIONS
    if kind == a.TERM:
        return None
    if kind in _FACE_DOWN:
        return -1.0, a.HIDE_NOTHING / _KINDS, 0.0
    if kind == a.MANDATE or (kind == a.RESPOND and mover == f.NATO and sealed):
        number = 0
    return -1.0, kind / _KINDS, number / ACTIONS
