"""A journal read as a record: for matches that this version can't play again.

Nothing is replayed here: decisions and events are taken as they were written.
"""

from dataclasses import dataclass, replace
from typing import Any

from game.match import chronicle
from game.match.entry import Entry
from game.match.errors import SaveError
from game.match.event_json import event_from_json
from game.match.reading import Reading
from game.match.record import Record, values_of
from game.match.replay import NOT_UNDERSTOOD, Header, header_of


@dataclass(slots=True)
class Transcript:
    """What a journal says was decided and what came of it.

    Attributes:
        entries: The decisions that stand, in order; those that were undone are left out.
        outcome: The outcome as plain values, or `None` if the match isn't over.
    """

    header: Header
    entries: list[Entry]
    outcome: dict[str, Any] | None = None


def transcript(reading: Reading) -> Transcript:
    """Return a journal's own account of its match.

    Raises:
        SaveError: Its beginning is damaged, or a record can't be understood.
    """
    told = Transcript(header_of(reading), [])
    for record in reading.records:
        try:
            _add(told, record)
        except (LookupError, TypeError, ValueError) as error:
            raise SaveError(
                reading.path, NOT_UNDERSTOOD, kind=record.kind, error=str(error)
            ) from error
    return told


def _add(told: Transcript, record: Record) -> None:
    """Add what one record says."""
    if record.kind == chronicle.DECISION:
        told.entries.append(Entry(**values_of(record), events=()))
    elif record.kind == chronicle.EVENTS:
        values = values_of(record)
        if told.entries and told.entries[-1].number == values["number"]:
            events = tuple(map(event_from_json, values["events"]))
            # What was injected counts with the decision before it.
            last = told.entries[-1]
            told.entries[-1] = replace(last, events=last.events + events)
    elif record.kind == chronicle.UNDO:
        told.entries.pop()
    elif record.kind == chronicle.END:
        told.outcome = values_of(record)
