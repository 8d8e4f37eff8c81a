"""Moves: what an event changes that can be seen on the board, from what to what.

They are read off events as a side may know them, so they hold nothing that it may not.
"""

from dataclasses import dataclass
from typing import Final, TypeAlias

from game.content.vocabulary import LADDERS
from game.engine.events import (
    CardPlayed,
    CardPlayedFaceDown,
    DoorMoved,
    Event,
    SiteAnnounced,
    SiteDeclared,
    SiteFinished,
    SiteFound,
    SiteHidden,
    SiteWithdrawn,
    StepSuspended,
    StepTaken,
    TrackMoved,
)
from game.engine.events.base import TrackName
from game.ui.board.map_marks import SiteState

Key: TypeAlias = tuple[str, int | str | None, int | str | None]
"""Names one thing on the board that moves."""

DOOR_KEY: Final[Key] = ("door", None, None)


@dataclass(frozen=True, slots=True)
class SiteLook:
    """How a site looks at one time; without a state, as it does in the end."""

    state: SiteState | None = None
    undeclared: bool = False


@dataclass(frozen=True, slots=True)
class TrackMove:
    """A track moves; `side` is `None` for what both share."""

    track: TrackName
    side: int | None
    before: int
    after: int

    @property
    def key(self) -> Key:
        """Return what moves."""
        return track_key(self.track, self.side)


@dataclass(frozen=True, slots=True)
class DoorMove:
    """The door moves: 0 closed, 1 strained, 2 open."""

    before: int
    after: int

    @property
    def key(self) -> Key:
        """Return what moves."""
        return DOOR_KEY


@dataclass(frozen=True, slots=True)
class StepMove:
    """A side's step on a ladder (by number) moves; `meets` when both then stand on it."""

    side: int
    ladder: int
    before: int
    after: int
    meets: bool = False

    @property
    def key(self) -> Key:
        """Return what moves."""
        return step_key(self.side, self.ladder)


@dataclass(frozen=True, slots=True)
class SiteMove:
    """A site changes."""

    site: str
    side: int
    before: SiteLook
    after: SiteLook

    @property
    def key(self) -> Key:
        """Return what moves."""
        return site_key(self.site)


@dataclass(frozen=True, slots=True)
class CardMove:
    """A card is played; `card` is `None` where all that is seen is its back."""

    side: int
    card: str | None
    face_down: bool

    @property
    def key(self) -> Key:
        """Return what moves."""
        return ("card", self.side, None)


Move: TypeAlias = TrackMove | DoorMove | StepMove | SiteMove | CardMove


def track_key(track: str, side: int | None) -> Key:
    """Return the name of a track."""
    return ("track", track, side)


def step_key(side: int, ladder: int) -> Key:
    """Return the name of a side's step on a ladder."""
    return ("step", side, ladder)


def site_key(site: str) -> Key:
    """Return the name of a site."""
    return ("site", site, None)


def move_of(event: Event, viewer: int | None) -> Move | None:
    """Return what an event moves, as `viewer` sees it; `None` if nothing that can be seen."""
    match event:
        case TrackMoved(track, side, before, after):
            return TrackMove(track, side, before, after)
        case DoorMoved(before, after):
            return DoorMove(before, after)
        case StepTaken(side, ladder, step):
            return StepMove(side, LADDERS.index(ladder), step - 1, step)
        case StepSuspended(side, ladder, step):
            return StepMove(side, LADDERS.index(ladder), step, step - 1)
        case CardPlayed(side, card):
            return CardMove(side, card, face_down=False)
        case CardPlayedFaceDown(side, card):
            return CardMove(side, card, face_down=True)
        case _:
            return _site_move(event, viewer)


def _site_move(event: Event, viewer: int | None) -> SiteMove | None:
    """Return how an event changes a site."""
    match event:
        case SiteAnnounced(side, site, rounds):
            return SiteMove(site, side, SiteLook(SiteState.EMPTY), _begun(rounds))
        case SiteHidden(side, site, rounds):
            hidden = SiteLook(_begun(rounds).state, undeclared=True)
            return SiteMove(site, side, SiteLook(SiteState.EMPTY), hidden)
        case SiteFinished(side, site, undeclared):
            before = SiteLook(SiteState.BUILDING, undeclared)
            return SiteMove(site, side, before, SiteLook(SiteState.WORKING, undeclared))
        case SiteWithdrawn(side, site, halted):
            before = SiteLook(SiteState.BUILDING if halted else SiteState.WORKING)
            after = SiteLook(SiteState.HALTED if halted else SiteState.EMPTY)
            return SiteMove(site, side, before, after)
        case SiteFound(side, site) | SiteDeclared(side, site):
            own = SiteLook(undeclared=True)
            before = own if side == viewer else SiteLook(SiteState.EMPTY)
            return SiteMove(site, side, before, SiteLook())
        case _:
            return None


def _begun(rounds: int) -> SiteLook:
    """Return how a site looks that was just announced."""
    return SiteLook(SiteState.BUILDING if rounds else SiteState.WORKING)
