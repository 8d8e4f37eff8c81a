"""The course of a match: mandates, rounds, phases, its end."""

from dataclasses import dataclass, replace
from typing import Self

from game.engine.events.base import Event


@dataclass(frozen=True, slots=True)
class MandateChosen(Event):
    """A side sealed its mandate; the other sees only that."""

    side: int
    mandate: str | None

    def redacted(self, side: int) -> Self | None:
        """Hide the mandate from the other side."""
        return self if side == self.side else replace(self, mandate=None)


@dataclass(frozen=True, slots=True)
class RoundBegan(Event):
    """A round began; `chair` leads the council."""

    round: int
    chair: int


@dataclass(frozen=True, slots=True)
class PhaseBegan(Event):
    """A phase of the round began."""

    phase: str


@dataclass(frozen=True, slots=True)
class TurnSkipped(Event):
    """A side had no card and so no turn."""

    side: int


@dataclass(frozen=True, slots=True)
class EndRolled(Event):
    """After a round that may be the last a die was rolled."""

    round: int
    ended: bool


@dataclass(frozen=True, slots=True)
class MatchEnded(Event):
    """The match is over; the verdict is that of `Outcome`."""

    verdict: str
    fallen: tuple[int, ...]
