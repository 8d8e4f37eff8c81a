"""The log: events as sentences, as told to one side.

Events come redacted to whoever reads them: what an event does not hold is not said.
`full_line` has a sentence for every event; `log_line` leaves out what only orders the
round or repeats the line before; `short_log` folds the tracks that an act moved into its
line.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from game.engine.events import (
    AnswerSealed,
    CardsDrawn,
    Cause,
    DeckShuffled,
    DoorMoved,
    Event,
    JointLevelRose,
    LastingBegan,
    LastingEnded,
    LeadFollowed,
    MandateChosen,
    PhaseBegan,
    SiteAnnounced,
    SiteDeclared,
    SiteFinished,
    SiteFound,
    SiteHidden,
    SiteRescheduled,
    SiteWithdrawn,
    StatementMade,
    StepSuspended,
    StepTaken,
    TrackMoved,
)
from game.words.catalogue import Words, capital
from game.words.causes import cause_name
from game.words.log_board import door_change, track_change
from game.words.log_lines import LogLine, line

__all__ = ["LogLine", "full_line", "log_line", "short_log"]

_NOT_TOLD: Final = (
    PhaseBegan,
    MandateChosen,
    CardsDrawn,
    DeckShuffled,
    LastingBegan,
    LastingEnded,
    LeadFollowed,
    StatementMade,
    AnswerSealed,
)
_SAID_BY_THE_CARD: Final = (SiteAnnounced, SiteWithdrawn, StepTaken, StepSuspended)
"""Told by the card that was played for the operation."""
_SAID_BY_THE_ACT: Final = (SiteHidden,)


def full_line(words: Words, event: Event) -> LogLine:
    """Return an event as a line of the full log."""
    return line(event, words)


def log_line(words: Words, event: Event) -> LogLine | None:
    """Return an event as a line of the short log, or `None` where that says nothing."""
    if isinstance(event, _NOT_TOLD) or isinstance(event, _SAID_BY_THE_ACT):
        return None
    if isinstance(event, _SAID_BY_THE_CARD) and event.cause.kind == "operation":
        return None
    return line(event, words)


def short_log(words: Words, events: Iterable[Event]) -> tuple[LogLine, ...]:
    """Return events as lines; an act's line ends with the tracks that it moved."""
    lines: list[LogLine] = []
    heads: list[Cause | None] = []
    for event in events:
        if isinstance(event, TrackMoved | DoorMoved):
            _fold(words, lines, heads, event)
            continue
        told = log_line(words, event)
        if told is not None:
            lines.append(told)
            heads.append(None)
    return tuple(replace(one, text=words.sentence(one.text)) for one in lines)
