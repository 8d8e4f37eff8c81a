"""One decision of a match and what came of it."""

from dataclasses import dataclass

from game.engine.events import Event


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision as the history keeps it.

    Attributes:
        number: From 1, without gaps: what was undone leaves no number behind.
        round: The round it was taken in; 0 before the first.
        phase: The phase, one of `game.engine.fields.PHASES`.
        side: Who decided.
        action: What.
        words: The action as a stable line for the journal; people read `game.words`.
        events: What happened because of it, secrets included.
    """

    number: int
    round: int
    phase: str
    side: int
    action: int
    words: str
    events: tuple[Event, ...]
