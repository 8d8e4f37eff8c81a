"""Events: what happened, for the log, the animation, the tutor and the debrief.

Frozen, in the past tense, each with its cause. Rules never read them. An event with a
secret implements `redacted`, which returns what a side may know of it, or `None` when
it may not know that it happened. Sites, cards and the like are named by slug.
"""

from dataclasses import dataclass, replace
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


# ------------------------------------------------------------------------ flow


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


# ---------------------------------------------------------------------- tracks


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


# --------------------------------------------------------------------- ladders


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


# ----------------------------------------------------------------------- sites


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


# ----------------------------------------------------------------------- cards


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


# --------------------------------------------------------------------- council


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


# ---------------------------------------------------------------------- crises


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
