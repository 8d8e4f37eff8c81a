"""The log: events as sentences, as told to one side.

Events come redacted to whoever reads them: what an event does not hold is not said.
`full_line` has a sentence for every event; `log_line` leaves out what only orders the
round or repeats the line before; `short_log` also folds the tracks that an act moved into
the act's line.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from game.engine.events import (
    AnswerSealed,
    BlockBroken,
    BrinkTested,
    CardPlayed,
    CardsDrawn,
    Cause,
    CauseMadePublic,
    CrisisResolved,
    CrisisTurnedUp,
    DeckShuffled,
    DoorMoved,
    Event,
    JointLevelFell,
    JointLevelRose,
    LastingBegan,
    LastingEnded,
    LeadFollowed,
    MandateChosen,
    OfferAnswered,
    PackageAnswered,
    PhaseBegan,
    PledgeBroken,
    SiteAnnounced,
    SiteHidden,
    SiteWithdrawn,
    StatementMade,
    StepSuspended,
    StepTaken,
    TrackMoved,
)
from game.words import log_cards, log_crises, log_facilitator, log_flow
from game.words.catalogue import Words
from game.words.causes import cause_name
from game.words.log_board import door_change, track_change
from game.words.log_lines import LogLine, line

SENTENCES: Final = (log_cards, log_crises, log_facilitator, log_flow)
"""Named here so that they are imported: each registers the sentences of its events."""

_NOT_TOLD: Final = (
    AnswerSealed,
    CardsDrawn,
    DeckShuffled,
    LastingBegan,
    LastingEnded,
    LeadFollowed,
    MandateChosen,
    PhaseBegan,
    SiteHidden,
    StatementMade,
)
_TOLD_BY_THE_CARD: Final = (SiteAnnounced, StepSuspended)
"""Not told again where they follow the card that was played for the operation."""


_MOVED_BY_STEPS: Final[Mapping[type[Event], tuple[str, ...]]] = {
    StepTaken: ("support", "assurance"),
    JointLevelRose: ("assurance",),
    JointLevelFell: ("assurance",),
}
_BY_RULE: Final[Mapping[type[Event], str]] = {
    CrisisTurnedUp: "schedule",
    BrinkTested: "brink",
    CauseMadePublic: "incident",
}
_LOOK_BACK: Final = 6
"""Lines among which the act is looked for that moved a track."""


@dataclass(slots=True)
class _Act:
    """A line in the making: what was told, by which event, and what it did and moved."""

    told: LogLine
    head: Event
    done: list[str] = field(default_factory=list)
    tracks: dict[tuple[str, int | None], TrackMoved] = field(default_factory=dict)

    def add(self, event: TrackMoved) -> None:
        """Add a move of a track to what the act moved there before."""
        place = (event.track, event.side)
        before = self.tracks[place].before if place in self.tracks else event.before
        self.tracks[place] = replace(event, before=before)


def full_line(words: Words, event: Event) -> LogLine:
    """Return an event as a line of the full log."""
    return line(event, words)


def log_line(words: Words, event: Event) -> LogLine | None:
    """Return an event as a line of the short log, or `None` where that says nothing."""
    if isinstance(event, _NOT_TOLD):
        return None
    if isinstance(event, _TOLD_BY_THE_CARD) and event.cause.kind == "operation":
        return None
    return line(event, words)


def short_log(words: Words, events: Iterable[Event]) -> tuple[LogLine, ...]:
    """Return events as lines of the short log, each with what its act moved.

    The events of one action, or of a whole round: an act is looked for among the last few.
    """
    acts: list[_Act] = []
    for event in events:
        if isinstance(event, TrackMoved | DoorMoved):
            _fold_track(words, acts, event)
        elif not _fold_detail(words, acts, event):
            told = log_line(words, event)
            if told is not None:
                acts.append(_Act(told, event))
    return tuple(_finished(words, act) for act in acts)


def _fold_detail(words: Words, acts: list[_Act], event: Event) -> bool:
    """Add to a card's line what its operation did; say whether that was done."""
    head = acts[-1].head if acts else None
    if not isinstance(head, CardPlayed):
        return False
    if isinstance(event, StepTaken) and head.use == "cooperate":
        change = words.text("step {step}", step=event.step)
        if event.signal:
            change = words.text("step {step}, a signal", step=event.step)
    elif isinstance(event, SiteWithdrawn) and head.site == event.site:
        if not event.halted:
            return True
        change = words.text("the work there is halted")
    else:
        return False
    acts[-1].done.append(change)
    return True


def _fold_track(words: Words, acts: list[_Act], event: TrackMoved | DoorMoved) -> None:
    """Add a change to the act that brought it, or begin a line for its cause."""
    recent = acts[: -_LOOK_BACK - 1 : -1]
    act = next((one for one in recent if _brought(one.head, event)), None)
    if act is None:
        head = words.sentence(cause_name(words, event.cause))
        act = _Act(LogLine(head, event.cause.side, "track"), event)
        acts.append(act)
    if isinstance(event, TrackMoved):
        act.add(event)
    else:
        act.done.append(door_change(words, event))


def _finished(words: Words, act: _Act) -> LogLine:
    """Return a line with what its act did and moved as a second sentence."""
    moved = [track_change(words, event) for event in act.tracks.values() if _moved(event)]
    if not act.done and not moved:
        return act.told
    changes = words.sentence(words.commas([*act.done, *moved]))
    text = words.text("{sentence} {changes}", sentence=act.told.text, changes=changes)
    return LogLine(text, act.told.side, act.told.kind)


def _moved(event: TrackMoved) -> bool:
    return event.before != event.after


def _brought(head: Event, event: TrackMoved | DoorMoved) -> bool:
    """Say whether an act moved a track or the door."""
    cause = event.cause
    if isinstance(head, CardPlayed):
        return cause.side == head.side and cause.kind in ("card", "operation")
    if isinstance(head, StepTaken | JointLevelRose | JointLevelFell):
        moved = isinstance(event, TrackMoved) and event.track in _MOVED_BY_STEPS[type(head)]
        return moved and head.cause == cause
    if type(head) in _BY_RULE:
        return cause.slug == _BY_RULE[type(head)]
    return _brought_by_name(head, cause)


def _brought_by_name(head: Event, cause: Cause) -> bool:
    if isinstance(head, OfferAnswered):
        return cause.kind == "card" and cause.slug == head.card
    if isinstance(head, PackageAnswered):
        return cause.kind == "package"
    if isinstance(head, CrisisResolved):
        return cause.kind == "crisis" and cause.slug == head.crisis
    if isinstance(head, PledgeBroken | BlockBroken):
        return cause.kind != "rule"
    return getattr(head, "cause", None) == cause
