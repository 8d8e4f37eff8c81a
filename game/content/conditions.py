"""The conditions of cards and crises (rulebook 8): all of a list must hold.

In data a condition is a mapping with one key, its name in `CONDITIONS`; one with a single
field may be given its value alone (`threat: 3`).
"""

from dataclasses import dataclass
from typing import Annotated, Final, Literal, TypeAlias

from game.content.bounds import Range, Rung
from game.content.vocabulary import DoorName, LadderName

SiteSlug: TypeAlias = Annotated[str, "site"]
"""A slug that must name a site."""


@dataclass(frozen=True, slots=True)
class Joint:
    """The joint level of a ladder is at least so high."""

    ladder: LadderName
    at_least: Rung


@dataclass(frozen=True, slots=True)
class Mine:
    """The owner's own step on a ladder is at least so high."""

    ladder: LadderName
    at_least: Rung


@dataclass(frozen=True, slots=True)
class Theirs:
    """The other side's step on a ladder is at least so high."""

    ladder: LadderName
    at_least: Rung


@dataclass(frozen=True, slots=True)
class Can:
    """The owner may take its next step on a ladder (gate, prerequisite, block)."""

    ladder: LadderName


@dataclass(frozen=True, slots=True)
class Declared:
    """A site is declared, whoever owns it."""

    site: SiteSlug


@dataclass(frozen=True, slots=True)
class Empty:
    """A site is not declared."""

    site: SiteSlug


@dataclass(frozen=True, slots=True)
class ForwardMissile:
    """The owner has a declared forward missile (`own`), or nobody has one (`none`)."""

    which: Literal["own", "none"]


@dataclass(frozen=True, slots=True)
class ThreatAtLeast:
    """The Outside threat is at least so high."""

    at_least: Annotated[int, Range(1, 20)]


@dataclass(frozen=True, slots=True)
class ConcernAtLeast:
    """The concern of NATO's declared sites is at least so high."""

    at_least: Annotated[int, Range(1, 40)]


@dataclass(frozen=True, slots=True)
class DoorAtLeast:
    """The door stands at least so far open."""

    door: DoorName


Condition: TypeAlias = (
    Joint
    | Mine
    | Theirs
    | Can
    | Declared
    | Empty
    | ForwardMissile
    | ThreatAtLeast
    | ConcernAtLeast
    | DoorAtLeast
)

CONDITIONS: Final[dict[str, type[Condition]]] = {
    "joint": Joint,
    "mine": Mine,
    "theirs": Theirs,
    "can": Can,
    "site": Declared,
    "empty": Empty,
    "forward": ForwardMissile,
    "threat": ThreatAtLeast,
    "concern": ConcernAtLeast,
    "door": DoorAtLeast,
}
