"""What happens in a match that a teacher may want to stop at, as `data/lessons` names it.

Reads only what the whole table may know, so that a question on the projector gives no
secret away.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from game.content import Content
from game.content.lesson_words import TriggerName
from game.engine.events import (
    BrinkTested,
    CardPlayedFaceDown,
    CauseMadePublic,
    CrisisOpened,
    CrisisResolved,
    CrisisTurnedUp,
    DoorMoved,
    Event,
    JointLevelRose,
    LeadFollowed,
    MatchEnded,
    NothingProposed,
    PackageAnswered,
    PackageTabled,
    PledgeBroken,
    PledgeMade,
    RoundBegan,
    SiteAnnounced,
    SiteDeclared,
    SiteFound,
    SiteWithdrawn,
    StepSuspended,
    StepTaken,
    TrackMoved,
)
from game.match import Course
from game.teach.happenings import OPENING, Happening, happenings

HIGH_TENSION: Final = 7
"""Where Tension has become a danger; `EASED` is where it has ceased to be one."""
EASED: Final = 5
LOW: Final = 2
"""Assurance and Support that are low: hardly a step can be signed, a fall is near."""

_PLAIN: Final[dict[type[Event], TriggerName]] = {
    BrinkTested: "brink",
    CardPlayedFaceDown: "face-down",
    CauseMadePublic: "cause-public",
    LeadFollowed: "signal-answered",
    MatchEnded: "verdict",
    PackageTabled: "package-tabled",
    PledgeBroken: "pledge-broken",
    PledgeMade: "pledge-made",
    SiteDeclared: "undeclared-declared",
    SiteFound: "undeclared-found",
    SiteWithdrawn: "withdrawal",
    StepSuspended: "suspension",
}
"""What is told by one event alone."""
_CRISES: Final[dict[str, TriggerName]] = {
    "prisoners-dilemma": "crisis-prisoners-dilemma",
    "stag-hunt": "crisis-stag-hunt",
    "chicken": "crisis-chicken",
    "deadlock": "crisis-deadlock",
}
_ANSWERS: Final[dict[tuple[int, ...], TriggerName]] = {
    (0, 0): "crisis-firm-firm",
    (0, 1): "crisis-firm-measured",
    (0, 2): "crisis-firm-open",
    (1, 1): "crisis-measured-measured",
    (1, 2): "crisis-measured-open",
    (2, 2): "crisis-open-open",
}
"""By both stances, the firmer first."""


@dataclass(frozen=True, slots=True)
class Triggered:
    """A moment that a teacher may want to stop at.

    Attributes:
        word: Which it is.
        number: The entry of the journal that brought it; 0 before the first decision.
        round: Its round.
        side: Whose act or track it was, where it was one side's.
    """

    word: TriggerName
    number: int
    round: int
    side: int | None = None


def triggered(course: Course) -> tuple[Triggered, ...]:
    """Return every such moment of a match so far, in order; of an entry each word once."""
    return moments(course.content, course.scenario, happenings(course, secrets=False))


def moments(
    content: Content, scenario: str, found: Sequence[Happening]
) -> tuple[Triggered, ...]:
    """Return the moments among what happened, which must hold no secret."""
    watch = _Watch(content, scenario)
    start = Triggered("start", OPENING, 1)
    seen = {(start.word, start.number): start}
    for one in found:
        for word, side in watch.words(one):
            moment = Triggered(word, one.number, one.round, side)
            seen.setdefault((word, one.number), moment)
    return tuple(seen.values())


class _Watch:
    """What has to be remembered from one event to the next."""

    def __init__(self, content: Content, scenario: str) -> None:
        spec = content.scenarios[scenario]
        self._content = content
        self._last_round = spec.rounds if spec.rounds == spec.last_round else None
        self._was_high = spec.tension >= HIGH_TENSION
        self._announced: tuple[int, int] | None = None
        """Side and round of the site that was announced last."""

    def words(self, one: Happening) -> Iterator[tuple[TriggerName, int | None]]:
        """Give the words for an event, each with its side."""
        event = one.event
        side = getattr(event, "side", None)
        if type(event) in _PLAIN:
            yield _PLAIN[type(event)], side
        elif isinstance(event, TrackMoved):
            yield from ((word, side) for word in self._of_track(event))
        elif isinstance(event, SiteAnnounced):
            yield from ((word, side) for word in self._of_site(event, one.round))
        else:
            word = self._of_other(event)
            if word is not None:
                yield word, side

    def _of_track(self, event: TrackMoved) -> Iterator[TriggerName]:
        if event.track == "tension":
            if event.before < HIGH_TENSION <= event.after:
                self._was_high = True
                yield "tension-7"
            elif self._was_high and event.after <= EASED:
                self._was_high = False
                yield "tension-eased"
        elif event.track == "assurance" and event.before > LOW >= event.after:
            yield "assurance-low"
        elif event.track == "support" and event.before > event.after:
            if event.cause.slug == "exposure":
                yield "exposure"
            if event.before > LOW >= event.after:
                yield "support-low"

    def _of_site(self, event: SiteAnnounced, round_now: int) -> Iterator[TriggerName]:
        """Tell the first site of a match, and those that answer one of the other side's."""
        before = self._announced
        self._announced = event.side, round_now
        if before is None:
            yield "first-deployment"
        elif before[0] != event.side and round_now <= before[1] + 1:
            yield "deployment-answered"

    def _of_other(self, event: Event) -> TriggerName | None:
        if isinstance(event, RoundBegan):
            if event.round == 1:
                return None
            return "last-round" if event.round == self._last_round else "round-begins"
        if isinstance(event, CrisisOpened):
            return _CRISES[self._content.crises[event.crisis].type]
        if isinstance(event, CrisisResolved):
            return _ANSWERS[tuple(sorted(event.stances))]
        if isinstance(event, PackageAnswered):
            return "package-agreed" if event.accepted else "package-refused"
        if isinstance(event, NothingProposed):
            # a counter-package that is never tabled refuses the one on the table
            return "package-refused" if event.counter else "council-empty"
        return _of_state(event)


def _of_state(event: Event) -> TriggerName | None:
    """Tell events that count only as they come: a joint level's first rise, a door shut."""
    if isinstance(event, JointLevelRose) and event.first:
        return "joint-level"
    if isinstance(event, StepTaken) and event.lead and event.signal:
        return "signal"
    if isinstance(event, CrisisTurnedUp) and event.incident:
        return "incident"
    if isinstance(event, DoorMoved) and event.after < event.before:
        return "door-strained" if event.after else "door-closed"
    return None
