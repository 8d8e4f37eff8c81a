"""What happens with cards."""

from dataclasses import dataclass, replace
from typing import Self

from game.engine.events.base import Cause, Event


@dataclass(frozen=True, slots=True)
class CardsDrawn(Event):
    """A side drew cards; only it knows which."""

    side: int
    count: int
    cards: tuple[str, ...]

    def redacted(self, side: int) -> Self | None:
        """Hide which cards from the other side."""
        return self if side == self.side else replace(self, cards=())


@dataclass(frozen=True, slots=True)
class DeckShuffled(Event):
    """A side's discard became its deck."""

    side: int


@dataclass(frozen=True, slots=True)
class CardPlayed(Event):
    """A card was played face up; `use` is `event` or an operation's name."""

    side: int
    card: str
    use: str
    site: str | None
    ladder: str | None
    option: int
    removed: bool


@dataclass(frozen=True, slots=True)
class CardPlayedFaceDown(Event):
    """A card was laid face down; its owner alone knows which and what for."""

    side: int
    card: str | None
    use: str | None
    site: str | None

    def redacted(self, side: int) -> Self | None:
        """Show the other side only that a card lies there."""
        if side == self.side:
            return self
        return replace(self, card=None, use=None, site=None)


@dataclass(frozen=True, slots=True)
class OfferAnswered(Event):
    """A side answered the offer on the other's card."""

    side: int
    card: str
    accepted: bool


@dataclass(frozen=True, slots=True)
class LastingBegan(Event):
    """A lasting effect of a card came into force; `number` is its number in the world."""

    side: int
    card: str
    number: int


@dataclass(frozen=True, slots=True)
class LastingEnded(Event):
    """A lasting effect of a card ended."""

    side: int
    card: str
    number: int


@dataclass(frozen=True, slots=True)
class CardSeen(Event):
    """A side saw cards of the other's hand; the other learns that, but not which."""

    side: int
    cards: tuple[str, ...]
    cause: Cause

    def redacted(self, side: int) -> Self | None:
        """Tell the other side of an open look only; of a covert one, nothing."""
        if side == self.side:
            return self
        return None if self.cause.kind == "face-down" else replace(self, cards=())


@dataclass(frozen=True, slots=True)
class SitesSeen(Event):
    """Technical means saw every undeclared site of the other side, perhaps none."""

    side: int
    sites: tuple[str, ...]

    def redacted(self, side: int) -> Self | None:
        """Tell only the side that looked."""
        return self if side == self.side else None
