"""What the facilitator of a lesson put into a match from outside."""

from dataclasses import dataclass, replace
from typing import Self

from game.engine.events.base import Event


@dataclass(frozen=True, slots=True)
class CrisisSet(Event):
    """The facilitator chose the crisis that brews."""

    crisis: str


@dataclass(frozen=True, slots=True)
class HandedOut(Event):
    """The facilitator gave a side a card from its deck; the other side doesn't see which."""

    side: int
    card: str | None

    def redacted(self, side: int) -> Self | None:
        """Hide the card from the other side."""
        return self if side == self.side else replace(self, card=None)
