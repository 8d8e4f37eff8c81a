"""What happens at the council and in crises."""

from dataclasses import dataclass, replace
from typing import Self

from game.engine.events.base import Event


@dataclass(frozen=True, slots=True)
class PackageTabled(Event):
    """A side tabled a package; `terms` are term codes of `game.engine.actions`."""

    side: int
    terms: tuple[int, ...]
    counter: bool


@dataclass(frozen=True, slots=True)
class PackageAnswered(Event):
    """A side accepted or rejected the package on the table."""

    side: int
    accepted: bool
    terms: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NothingProposed(Event):
    """A side tabled nothing."""

    side: int
    counter: bool


@dataclass(frozen=True, slots=True)
class StatementMade(Event):
    """A side made a public statement that helps the other at home."""

    side: int


@dataclass(frozen=True, slots=True)
class CrisisTurnedUp(Event):
    """A crisis is brewing; `starter` is `None` when nobody began it or it is hidden."""

    crisis: str
    site: str | None
    starter: int | None
    incident: bool


@dataclass(frozen=True, slots=True)
class CrisisPutBack(Event):
    """A brewing crisis went back under the deck."""

    crisis: str


@dataclass(frozen=True, slots=True)
class CrisisOpened(Event):
    """A crisis asks both sides for an answer now."""

    crisis: str
    starter: int | None


@dataclass(frozen=True, slots=True)
class AnswerSealed(Event):
    """A side sealed its answer; the other sees only that."""

    side: int
    response: str | None

    def redacted(self, side: int) -> Self | None:
        """Hide the answer from the other side."""
        return self if side == self.side else replace(self, response=None)


@dataclass(frozen=True, slots=True)
class CrisisResolved(Event):
    """Both answers were opened. `tension` is the sum that the tracks then moved by."""

    crisis: str
    site: str | None
    responses: tuple[str, str]
    stances: tuple[int, int]
    tension: int
    capped: bool


@dataclass(frozen=True, slots=True)
class CauseLearned(Event):
    """A side learned who began the incident: 0, 1 or 2 for nobody."""

    side: int
    began: int
    covert: bool

    def redacted(self, side: int) -> Self | None:
        """Tell only the side that learned it."""
        return self if side == self.side else None


@dataclass(frozen=True, slots=True)
class CauseMadePublic(Event):
    """Everybody knows who began the incident: 0, 1 or 2 for nobody."""

    crisis: str
    began: int


@dataclass(frozen=True, slots=True)
class BrinkTested(Event):
    """At the brink a die was rolled."""

    out_of_hand: bool
