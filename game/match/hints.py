"""Hints that a person took: counted, and kept in the journal for the debrief."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from game.match.record import Record, values_of, veiled

HINT: Final = "hint"
"""The kind of its record. What replays a match passes over it: it decides nothing."""


@dataclass(frozen=True, slots=True)
class Hint:
    """Advice that was shown.

    Attributes:
        number: How many decisions stood then; the one that was advised is the next.
        side: Who was advised.
        action: What was called best.
        package: The package that it belonged to, if it did.
    """

    number: int
    side: int
    action: int
    package: tuple[int, ...]


def hint_record(hint: Hint) -> Record:
    """Return the record of a hint; veiled, since it tells what a hand holds."""
    return veiled(
        HINT,
        {
            "number": hint.number,
            "side": hint.side,
            "action": hint.action,
            "package": list(hint.package),
        },
    )


def hints_of(records: Iterable[Record]) -> list[Hint]:
    """Return the hints of a journal in order; what can't be understood is passed over."""
    found = []
    for record in records:
        if record.kind != HINT:
            continue
        try:
            values = values_of(record)
            number, side, action = (int(values[key]) for key in ("number", "side", "action"))
            package = tuple(int(code) for code in values["package"])
        except (LookupError, TypeError, ValueError):
            continue
        found.append(Hint(number, side, action, package))
    return found
