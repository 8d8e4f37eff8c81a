"""What every event has: a cause, and what a side may know of it."""

from dataclasses import dataclass
from typing import Literal, Self, TypeAlias

CauseKind: TypeAlias = Literal[
    "card", "operation", "crisis", "package", "rule", "face-down", "unveiling"
]
TrackName: TypeAlias = Literal["tension", "threat", "assurance", "support", "initiative"]


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a thing happened: a card, operation or crisis by slug, a package, or a rule.

    Rules: `schedule`, `shared-need`, `sectors`, `drift`, `distrust`, `exposure`,
    `routine`, `verification`, `construction`, `door`, `councils`, `starter`, `incident`,
    `brink`, `end`.
    """

    kind: CauseKind
    slug: str
    side: int | None
    """The side whose act it was, if one acted."""


@dataclass(frozen=True, slots=True)
class Event:
    """The base of all events."""

    def redacted(self, side: int) -> Self | None:
        """Return the event as a side may know it; most events are public."""
        del side
        return self
