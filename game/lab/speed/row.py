"""What a bench is made of: a setting, loops, and rows that set loops side by side."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from game.content import Content
from game.lab.speed.measure import Meter

OWN: Final = "Defend Together"
"""The engine's name in the report."""

Kind: TypeAlias = Literal["own", "peer", "floor"]
Measure: TypeAlias = Literal["seconds", "bytes"]


@dataclass(frozen=True, slots=True)
class Setting:
    """What is played and for how long.

    Attributes:
        seconds: Processor time of one reading; the last piece of work is finished.
        positions: How many positions are sampled for the rows that need some.
    """

    content: Content
    scenario: str
    seconds: float = 0.05
    positions: int = 1000


@dataclass(frozen=True, slots=True)
class Loop:
    """One contestant.

    Attributes:
        name: Who it is, as the report says it.
        includes: What its figures include, and what not.
        ready: Makes all that isn't to be measured and returns the meter; raises
            `AbsentError`.
        library: The distribution that it needs besides Python and the game.
    """

    name: str
    includes: str
    ready: Callable[[Setting], Meter]
    kind: Kind = "peer"
    library: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is measured, for the engine and for its peers.

    Each unit of the engine's is set against the same unit of a peer's, or, if the peer
    has only one unit, against that.

    Attributes:
        name: For `--only`.
        most_rounds: Rounds after which no more readings are taken, where one is dear.
    """

    name: str
    title: str
    own: Loop
    peers: tuple[Loop, ...]
    measure: Measure = "seconds"
    most_rounds: int | None = None

    @property
    def loops(self) -> tuple[Loop, ...]:
        """All contestants, the engine first."""
        return (self.own, *self.peers)
