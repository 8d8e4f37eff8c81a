"""A line of the log, and the door by which every kind of event becomes one."""

from dataclasses import dataclass
from functools import singledispatch
from typing import Literal, TypeAlias

from game.engine.events import Event
from game.words.catalogue import Words

LineKind: TypeAlias = Literal[
    "round",
    "mandate",
    "verdict",
    "track",
    "door",
    "ladder",
    "joint",
    "site",
    "pledge",
    "card",
    "face-down",
    "look",
    "council",
    "crisis",
]


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line: a sentence, the side whose act it was, and what it is about."""

    text: str
    side: int | None
    kind: LineKind


@singledispatch
def line(event: Event, words: Words) -> LogLine:
    """Return an event as a line. Events of each kind register their sentence."""
    del words
    raise TypeError(f"no sentence for the event {event!r}")
