"""Which matches lie in a folder."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Final

from game.match import chronicle
from game.match.errors import SaveError
from game.match.files import SUFFIX
from game.match.reading import read_journal
from game.match.record import Record, values_of
from game.match.replay import header_of
from game.match.seats import Seats
from game.told import mark

_KEPT: Final = 4096
"""Files that are not read again until they change: whoever plays for years has so many."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved match, as a list of matches shows it.

    Attributes:
        round: The round of its last decision; 0 before the first.
        verdict: How it ended, or `None` while it can go on.
        when: When it was last written to.
        title: The title of a pack's scenario; empty for the game's own.
    """

    path: Path
    scenario: str
    seats: Seats
    round: int
    verdict: str | None
    when: datetime
    title: str = ""


def list_saved(folder: Path) -> tuple[Saved, ...]:
    """Return the matches in a folder, the one played last first.

    Files that aren't saved matches, or are damaged at their beginning, are left out.
    """
    found = []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            found.append(saved_at(path))
        except SaveError:
            continue
    return tuple(sorted(found, key=lambda saved: saved.when, reverse=True))


def unusable(folder: Path) -> tuple[SaveError, ...]:
    """Return what is wrong with each file in a folder that should be a saved match."""
    found = []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            saved_at(path)
        except SaveError as error:
            found.append(error)
    return tuple(found)


def latest_unfinished(folder: Path) -> Path | None:
    """Return the match in a folder that was played last and can go on."""
    return next((s.path for s in list_saved(folder) if s.verdict is None), None)


def saved_at(path: Path) -> Saved:
    """Return what a list shows of one file.

    Raises:
        SaveError: It is no saved match, or is damaged at its beginning.
    """
    try:
        about = path.stat()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SaveError(path, mark("can’t be read ({reason})"), reason=reason) from error
    return _looked_at(path, about.st_mtime_ns, about.st_size)


@lru_cache(maxsize=_KEPT)
def _looked_at(path: Path, changed: int, size: int) -> Saved:
    """Return what a list shows of a file that was changed then and is so large."""
    del size
    reading = read_journal(path)
    header = header_of(reading, with_files=False)
    try:
        round_number, verdict = _stands(reading.records)
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise SaveError(path, mark("its last decision can’t be understood")) from error
    when = datetime.fromtimestamp(changed / 1e9, UTC)
    seats, title = header.asked, header.title
    return Saved(path, header.scenario, seats, round_number, verdict, when, title)


def _stands(records: Sequence[Record]) -> tuple[int, str | None]:
    """Return the round of the last decision that stands, and the verdict if that stands too.

    A facilitator may have gone back from the end of a match, over many decisions. Where a
    decision tells no round the one before does: a match goes on without that, too.
    """
    taken_back, verdict = 0, None
    for record in reversed(records):
        if record.kind == chronicle.UNDO:
            taken_back += 1
        elif record.kind == chronicle.END and not taken_back:
            verdict = str(values_of(record)["verdict"])
        elif record.kind == chronicle.DECISION:
            if taken_back:
                taken_back -= 1
            elif type(round_number := values_of(record).get("round")) is int:
                return round_number, verdict
    return 0, verdict
