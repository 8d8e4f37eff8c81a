"""Which matches lie in a folder."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from game.match import chronicle
from game.match.errors import SaveError
from game.match.files import SUFFIX
from game.match.reading import read_journal
from game.match.record import values_of
from game.match.replay import header_of
from game.match.seats import Seats


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved match, as a list of matches shows it.

    Attributes:
        round: The round of its last decision; 0 before the first.
        verdict: How it ended, or `None` while it can go on.
        when: When it was last written to.
    """

    path: Path
    scenario: str
    seats: Seats
    round: int
    verdict: str | None
    when: datetime


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


def latest_unfinished(folder: Path) -> Path | None:
    """Return the match in a folder that was played last and can go on."""
    return next((s.path for s in list_saved(folder) if s.verdict is None), None)


def saved_at(path: Path) -> Saved:
    """Return what a list shows of one file.

    Raises:
        SaveError: It is no saved match, or is damaged at its beginning.
    """
    reading = read_journal(path)
    header = header_of(reading)
    round_number = 0
    verdict = None
    try:
        for record in reversed(reading.records):
            if record.kind == chronicle.END:
                verdict = str(values_of(record)["verdict"])
            elif record.kind == chronicle.DECISION:
                round_number = int(values_of(record)["round"])
                break
    except (LookupError, TypeError, ValueError) as error:
        raise SaveError(path, "its last decision can't be understood") from error
    when = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return Saved(path, header.scenario, header.seats, round_number, verdict, when)
