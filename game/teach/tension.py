"""Every change of Tension, by what brought it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias, get_args

from game.content import Content
from game.engine.events import (
    Cause,
    CrisisResolved,
    CrisisTurnedUp,
    Event,
    PledgeBroken,
    SiteAnnounced,
    SiteDeclared,
    SiteWithdrawn,
    TrackMoved,
)
from game.teach.happenings import Happening

Driver: TypeAlias = Literal[
    "choice",
    "card",
    "home",
    "pledge",
    "package",
    "crisis",
    "called",
    "opened",
    "incident",
    "brink",
    "found",
    "rule",
]
"""What brings a change of Tension.

An operation or unveiling that a side chose; the event of its card; that of one on politics
at home; a pledge it broke; a package that both agreed; the answers of both to a crisis, one
that a deployment called, one that a card forced on them, or an incident; a die at the
brink; an undeclared site found; the rules, such as drift.
"""
DRIVERS: Final[tuple[Driver, ...]] = get_args(Driver)
_KINDS: Final[dict[str, Driver]] = {
    "operation": "choice",
    "unveiling": "choice",
    "face-down": "choice",
    "package": "package",
}
_RULES: Final[dict[str, Driver]] = {"brink": "brink", "verification": "found"}


@dataclass(frozen=True, slots=True)
class TensionMove:
    """A change of Tension.

    Attributes:
        number: The entry it rests on.
        side: Whose act it was, where one side's alone.
        cause: The card, operation, crisis or rule.
        site: The site that was deployed, left or unveiled, or that called the crisis.
        stances: In a crisis, both stances, NATO's first; else empty.
    """

    number: int
    round: int
    before: int
    after: int
    driver: Driver
    side: int | None
    cause: Cause
    site: str | None = None
    stances: tuple[int, ...] = ()

    @property
    def by(self) -> int:
        """How far Tension moved."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class DriverSum:
    """All changes by one driver, of one side where it is a side's."""

    driver: Driver
    side: int | None
    up: int
    down: int
    rests: tuple[int, ...]


def tension_moves(content: Content, found: Sequence[Happening]) -> tuple[TensionMove, ...]:
    """Return every change of Tension in order."""
    moves = []
    incidents: set[str] = set()
    resolved: CrisisResolved | None = None
    last: Event | None = None
    acted: tuple[int, Cause, str] | None = None
    for one in found:
        event = one.event
        if isinstance(event, CrisisTurnedUp):
            (incidents.add if event.incident else incidents.discard)(event.crisis)
        elif isinstance(event, CrisisResolved):
            resolved = event
        elif isinstance(event, SiteAnnounced | SiteDeclared | SiteWithdrawn):
            acted = one.number, event.cause, event.site
        elif isinstance(event, TrackMoved) and event.track == "tension":
            move = _move(content, one, event, last, incidents)
            if event.cause.kind == "crisis" and resolved is not None:
                move = replace(move, site=resolved.site, stances=resolved.stances)
            elif acted is not None and acted[:2] == (one.number, event.cause):
                move = replace(move, site=acted[2])
            moves.append(move)
        last = event
    return tuple(moves)


def by_driver(moves: Iterable[TensionMove]) -> tuple[DriverSum, ...]:
    """Return the changes added up by driver and side, in the order of `DRIVERS`."""
    groups: dict[tuple[Driver, int | None], list[TensionMove]] = {}
    for move in moves:
        groups.setdefault((move.driver, move.side), []).append(move)
    order = sorted(groups, key=lambda key: (DRIVERS.index(key[0]), key[1] or 0))
    return tuple(_sum(*key, groups[key]) for key in order)


def _sum(driver: Driver, side: int | None, moves: Sequence[TensionMove]) -> DriverSum:
    return DriverSum(
        driver,
        side,
        sum(move.by for move in moves if move.by > 0),
        -sum(move.by for move in moves if move.by < 0),
        tuple(dict.fromkeys(move.number for move in moves)),
    )


def _move(
    content: Content,
    one: Happening,
    event: TrackMoved,
    last: Event | None,
    incidents: set[str],
) -> TensionMove:
    """Return one change with what brought it."""
    cause = event.cause
    driver = _driver(content, cause)
    side = cause.side
    if isinstance(last, PledgeBroken):
        # the price of a broken word bears the cause of the act that broke it
        driver, side = "pledge", last.side
    elif driver == "crisis":
        driver = _kind_of_crisis(content, cause.slug, incidents, one.phase == "actions")
        side = None
    elif driver == "package":
        side = None
    return TensionMove(
        one.number,
        one.round,
        event.before,
        event.after,
        driver,
        side,
        cause,
    )


def _driver(content: Content, cause: Cause) -> Driver:
    if cause.kind == "rule":
        return _RULES.get(cause.slug, "rule")
    if cause.kind == "card":
        return "home" if content.cards[cause.slug].kind == "domestic" else "card"
    if cause.kind == "crisis":
        return "crisis"
    return _KINDS[cause.kind]


def _kind_of_crisis(
    content: Content, crisis: str, incidents: set[str], in_turn: bool
) -> Driver:
    """Return how a crisis came about that both sides answered."""
    if in_turn:
        return "opened"
    if content.crises[crisis].form is not None:
        return "called"
    return "incident" if crisis in incidents else "crisis"
