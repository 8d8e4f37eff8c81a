"""What moves on the board: tracks, the door, ladders, sites, pledges."""

from dataclasses import dataclass
from typing import Self

from game.engine.events.base import Cause, Event, TrackName


@dataclass(frozen=True, slots=True)
class TrackMoved(Event):
    """A track moved; `side` is `None` for tracks that both share."""

    track: TrackName
    side: int | None
    before: int
    after: int
    cause: Cause


@dataclass(frozen=True, slots=True)
class DoorMoved(Event):
    """The door moved: 0 closed, 1 strained, 2 open."""

    before: int
    after: int
    cause: Cause


@dataclass(frozen=True, slots=True)
class StepTaken(Event):
    """A side took a step; `lead` when it stands above the other, `signal` when that tells."""

    side: int
    ladder: str
    step: int
    lead: bool
    signal: bool
    cause: Cause


@dataclass(frozen=True, slots=True)
class StepSuspended(Event):
    """A side took back a step."""

    side: int
    ladder: str
    step: int
    cause: Cause


@dataclass(frozen=True, slots=True)
class JointLevelRose(Event):
    """A joint level rose; `first` when it was never reached before."""

    ladder: str
    level: int
    first: bool
    cause: Cause


@dataclass(frozen=True, slots=True)
class JointLevelFell(Event):
    """A joint level fell."""

    ladder: str
    level: int
    cause: Cause


@dataclass(frozen=True, slots=True)
class LeadFollowed(Event):
    """A side reached a step that the other had paid to lead with."""

    leader: int
    ladder: str
    step: int
    cause: Cause


@dataclass(frozen=True, slots=True)
class BlockBroken(Event):
    """A side took a step that its own words had closed, and paid for it."""

    side: int
    card: str


@dataclass(frozen=True, slots=True)
class SiteAnnounced(Event):
    """A site was announced; it works after `rounds` reckonings, 0 at once."""

    side: int
    site: str
    rounds: int
    cause: Cause


@dataclass(frozen=True, slots=True)
class SiteHidden(Event):
    """A side deployed face down; nobody else learns of it."""

    side: int
    site: str
    rounds: int

    def redacted(self, side: int) -> Self | None:
        """Tell only the owner."""
        return self if side == self.side else None


@dataclass(frozen=True, slots=True)
class SiteFinished(Event):
    """A site began to work."""

    side: int
    site: str
    undeclared: bool

    def redacted(self, side: int) -> Self | None:
        """Tell of an undeclared site only its owner."""
        return self if side == self.side or not self.undeclared else None


@dataclass(frozen=True, slots=True)
class SiteWithdrawn(Event):
    """A declared site was emptied; `halted` when it was still being built."""

    side: int
    site: str
    halted: bool
    cause: Cause


@dataclass(frozen=True, slots=True)
class SiteFound(Event):
    """An undeclared site of `side` came to light."""

    side: int
    site: str
    cause: Cause


@dataclass(frozen=True, slots=True)
class SiteDeclared(Event):
    """A side declared an undeclared site: in council, or by unveiling it."""

    side: int
    site: str
    cause: Cause


@dataclass(frozen=True, slots=True)
class SiteRescheduled(Event):
    """A site under construction will work after `rounds` reckonings."""

    side: int
    site: str
    rounds: int
    cause: Cause


@dataclass(frozen=True, slots=True)
class PledgeMade(Event):
    """A side pledged not to deploy at a site, or not to suspend a ladder."""

    side: int
    site: str | None
    ladder: str | None
    rounds: int
    cause: Cause


@dataclass(frozen=True, slots=True)
class PledgeBroken(Event):
    """A broken pledge became public."""

    side: int
    site: str | None
    ladder: str | None
