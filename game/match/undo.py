"""When a decision may be taken back.

A decision may be taken back as long as nobody can have learned or lost anything by it:
nothing hidden was shown to anybody, no chance was consumed, the other side has decided
nothing since, and the screen was not passed to the other person. So the terms of a package go
until it is tabled and answered, a card until the curtain lifts for the other side, a
sealed answer until the other has the screen; a card that draws, looks or finds stays
played, and so does whatever ended a round.
"""

from typing import Final, Literal, TypeAlias

from game.content import Content
from game.content.effects import Reveal
from game.content.laws.branches import every
from game.engine.actions import DECLARE_TERM, term_of
from game.engine.events import (
    BrinkTested,
    CardPlayed,
    CardsDrawn,
    CardSeen,
    CauseLearned,
    CauseMadePublic,
    CrisisResolved,
    CrisisTurnedUp,
    DeckShuffled,
    EndRolled,
    Event,
    MatchEnded,
    PackageAnswered,
    RoundBegan,
    SiteFound,
    SitesSeen,
)

Bar: TypeAlias = Literal["nothing", "passed", "other-acted", "revealed"]
"""Why the last decision stands: there is none; the screen was passed; the side that
decides now, or the computer, took it; something was shown or rolled."""

_REVELATIONS: Final = (
    BrinkTested,
    CardSeen,
    CardsDrawn,
    CauseLearned,
    CauseMadePublic,
    CrisisResolved,
    CrisisTurnedUp,
    DeckShuffled,
    EndRolled,
    MatchEnded,
    RoundBegan,
    SiteFound,
    SitesSeen,
)


class UndoBarredError(ValueError):
    """The last decision can't be taken back.

    Attributes:
        bar: Why.
    """

    def __init__(self, bar: Bar) -> None:
        super().__init__(f"the last decision can't be taken back: {bar}")
        self.bar = bar


def is_inspection(event: Event, content: Content) -> bool:
    """Say whether a card was played that shows what is undeclared, if only that nothing is."""
    if not isinstance(event, CardPlayed) or event.use != "event":
        return False
    return any(isinstance(effect, Reveal) for effect in every(content.cards[event.card].event))


def is_revelation(event: Event) -> bool:
    """Say whether an event showed what was hidden, or was chance."""
    if isinstance(event, PackageAnswered):
        # An accepted "declare" tells something even when there was nothing to declare.
        return event.accepted and any(term_of(code) == DECLARE_TERM for code in event.terms)
    return isinstance(event, _REVELATIONS)
