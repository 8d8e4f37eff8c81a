"""That a match is accompanied by a guide, and which of its notes are done, in the journal.

It decides nothing: what replays a match passes over it.
"""

from collections.abc import Iterable
from typing import Final

from game.match.record import Record, plain, values_of

GUIDE: Final = "guide"
_LONGEST: Final = 60
"""Characters of a step's name."""


def guide_record(step: str) -> Record:
    """Return the record that a step is done; with an empty name, that the guide came along."""
    return plain(GUIDE, {"done": step})


def guide_steps(records: Iterable[Record]) -> list[str] | None:
    """Return which steps a journal says are done; `None` where no guide came along."""
    steps: list[str] | None = None
    for record in records:
        if record.kind != GUIDE:
            continue
        try:
            step = values_of(record)["done"]
        except (LookupError, TypeError, ValueError):
            continue
        if not isinstance(step, str) or len(step) > _LONGEST:
            continue
        steps = [*(steps or ()), *([step] if step else ())]
    return steps
