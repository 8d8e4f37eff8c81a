"""Crises as they were answered, and incidents with their true cause."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from game.content import Content
from game.content.vocabulary import CrisisType
from game.engine import fields as f
from game.engine.events import (
    BrinkTested,
    CauseLearned,
    CauseMadePublic,
    CrisisResolved,
    CrisisTurnedUp,
    TrackMoved,
)
from game.match import Course
from game.teach.happenings import Happening

FIRM: Final = 0
NOBODY: Final = 2


@dataclass(frozen=True, slots=True)
class Answered:
    """A crisis that both sides answered.

    Attributes:
        number: The entry in which the answers were opened.
        type: The game that it was.
        stances: NATO's and Russia's: 0 firm, 1 measured, 2 open.
        tension: How far both answers together moved Tension.
        brink: A die was rolled at the brink; `out_of_hand` says how it fell.
        opened: A card forced it on both in the middle of a turn.
    """

    number: int
    round: int
    crisis: str
    site: str | None
    type: CrisisType
    responses: tuple[str, str]
    stances: tuple[int, int]
    tension: int
    capped: bool
    opened: bool
    brink: bool = False
    out_of_hand: bool = False


@dataclass(frozen=True, slots=True)
class Incident:
    """A crisis whose cause was hidden.

    Attributes:
        number: The entry that turned it up.
        began: Who truly began it: 0, 1, or 2 for nobody; `None` while that is a secret.
        learned: By side, the entry in which it alone learned the cause, if it did.
        public: The entry that made the cause public, if one did.
        answered: The entry in which it was answered; `None`: it never came to a head.
        stances: Both stances, if it was answered; else empty.
    """

    number: int
    round: int
    crisis: str
    began: int | None
    learned: tuple[int | None, int | None] = (None, None)
    public: int | None = None
    answered: int | None = None
    stances: tuple[int, ...] = ()

    @property
    def rests(self) -> tuple[int, ...]:
        """The entries it rests on."""
        every = (self.number, *self.learned, self.public, self.answered)
        return tuple(dict.fromkeys(n for n in every if n is not None))

    @property
    def retaliations(self) -> tuple[int, ...]:
        """The sides that answered firm what nobody had begun."""
        if self.began != NOBODY:
            return ()
        return tuple(side for side, stance in enumerate(self.stances) if stance == FIRM)


def answered_crises(content: Content, found: Sequence[Happening]) -> tuple[Answered, ...]:
    """Return every crisis that was answered, in order."""
    rolls = {
        one.number: one.event.out_of_hand for one in found if isinstance(one.event, BrinkTested)
    }
    moved = _moved_by_crises(found)
    return tuple(
        Answered(
            one.number,
            one.round,
            one.event.crisis,
            one.event.site,
            content.crises[one.event.crisis].type,
            one.event.responses,
            one.event.stances,
            moved.get((one.number, one.event.crisis), 0),
            one.event.capped,
            one.phase == "actions",
            one.number in rolls,
            rolls.get(one.number, False),
        )
        for one in found
        if isinstance(one.event, CrisisResolved)
    )


def incidents(
    course: Course, found: Sequence[Happening], *, secrets: bool
) -> tuple[Incident, ...]:
    """Return every incident in order.

    Args:
        course: The match.
        found: What happened in it.
        secrets: With the true cause of those that never became public.
    """
    return tuple(
        _incident(course, found[place:], secrets=secrets)
        for place, one in enumerate(found)
        if isinstance(one.event, CrisisTurnedUp) and one.event.incident
    )


def _incident(course: Course, later: Sequence[Happening], *, secrets: bool) -> Incident:
    """Return the incident that the first of the happenings turned up."""
    first = later[0]
    assert isinstance(first.event, CrisisTurnedUp)
    learned: dict[int, int] = {}
    public = answered = None
    stances: tuple[int, ...] = ()
    began = course.truth_after(first.number).v[f.CAUSE] if secrets else None
    for one in later:
        event = one.event
        if one.round != first.round:
            break
        if isinstance(event, CauseLearned):
            learned.setdefault(event.side, one.number)
        elif isinstance(event, CauseMadePublic):
            public, began = one.number, event.began
        elif (
            isinstance(event, CrisisResolved)
            and one.phase != "actions"
            and event.crisis == first.event.crisis
        ):
            answered, stances = one.number, event.stances
    return Incident(
        first.number,
        first.round,
        first.event.crisis,
        began,
        (learned.get(0), learned.get(1)),
        public,
        answered,
        stances,
    )


def _moved_by_crises(found: Sequence[Happening]) -> Mapping[tuple[int, str], int]:
    """Return by entry and crisis how far the answers moved Tension."""
    moved: dict[tuple[int, str], int] = {}
    for one in found:
        event = one.event
        if not isinstance(event, TrackMoved) or event.cause.kind != "crisis":
            continue
        if event.track == "tension":
            key = one.number, event.cause.slug
            moved[key] = moved.get(key, 0) + event.after - event.before
    return moved
