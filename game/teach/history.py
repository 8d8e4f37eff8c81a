"""What history did at the points that a match passed."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.content import Content
from game.engine.events import CardPlayed, CrisisResolved, RoundBegan
from game.teach.happenings import Happening


@dataclass(frozen=True, slots=True)
class HistoryOfRound:
    """What of history a round touched.

    Attributes:
        began: The entry after which it began.
        crises: Entries and slugs of the crises that were answered.
        cards: Entries and slugs of the cards whose events were played, as they came.
    """

    round: int
    began: int
    crises: tuple[tuple[int, str], ...]
    cards: tuple[tuple[int, str], ...]

    @property
    def rests(self) -> tuple[int, ...]:
        """The entries it rests on."""
        return (self.began,)


def history_of(content: Content, found: Sequence[Happening]) -> tuple[HistoryOfRound, ...]:
    """Return what of history each round touched; crises that never were are left out."""
    last = max((one.round for one in found), default=0)
    return tuple(_round(content, found, number) for number in range(1, last + 1))


def _round(content: Content, found: Sequence[Happening], number: int) -> HistoryOfRound:
    began = 0
    crises, cards = [], []
    for one in found:
        event = one.event
        if one.round != number:
            continue
        if isinstance(event, RoundBegan):
            began = one.number
        elif isinstance(event, CrisisResolved) and content.crises[event.crisis].form is None:
            crises.append((one.number, event.crisis))
        elif isinstance(event, CardPlayed) and event.use == "event":
            cards.append((one.number, event.card))
    return HistoryOfRound(number, began, tuple(crises), tuple(cards))
