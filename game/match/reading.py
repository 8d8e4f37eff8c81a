"""A journal read back: its whole records, and the damaged tail if it has one."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.match.errors import SaveError
from game.match.record import DIGITS, FIRST_LINE, FORMAT, MAGIC, Record, checksum

LARGEST: Final = 64 * 1024 * 1024
"""Bytes of the largest file that can be a journal; a match takes well under one million."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds.

    Attributes:
        path: The file.
        records: Every whole record, in order.
        whole: By record, the byte after it.
        sums: By record, its checksum.
        tail: The bytes after the last whole record, empty when nothing is damaged.
    """

    path: Path
    records: tuple[Record, ...]
    whole: tuple[int, ...]
    sums: tuple[str, ...]
    tail: bytes


def read_journal(path: Path) -> Reading:
    """Return what a journal holds up to its first damaged line.

    Raises:
        SaveError: The file can't be read, is no journal, or of a version unknown here.
    """
    data = _bytes_of(path)
    head, feed, _ = data.partition(b"\n")
    _check_first_line(path, head.rstrip(b"\r"))
    if not feed or head.endswith(b"\r"):
        raise SaveError(path, "is damaged at its beginning; nothing can be recovered")
    place = len(head) + 1
    last = FIRST_LINE
    records, whole, sums = [], [], []
    for line in data[place:].split(b"\n")[:-1]:
        record = _record_of(line, last)
        if record is None:
            break
        place += len(line) + 1
        last = line[:DIGITS].decode("ascii")
        records.append(record)
        whole.append(place)
        sums.append(last)
    return Reading(path, tuple(records), tuple(whole), tuple(sums), data[place:])


def _bytes_of(path: Path) -> bytes:
    """Return the file's bytes."""
    try:
        if path.exists() and not path.is_file():
            raise SaveError(path, "is not a file")
        if path.stat().st_size > LARGEST:
            raise SaveError(path, "is far too large for a saved match")
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SaveError(path, f"can't be read ({reason})") from error


def _check_first_line(path: Path, line: bytes) -> None:
    """Refuse what is no journal, or one of a format from another time."""
    magic, _, version = line.partition(b" ")
    if magic != MAGIC.encode("ascii"):
        raise SaveError(path, "is not a saved match of Defend Together")
    if version != str(FORMAT).encode("ascii"):
        raise SaveError(
            path,
            f"is a saved match of format {version[:20].decode('ascii', 'replace')!r}; "
            f"this version of the game reads format {FORMAT}",
        )


def _record_of(line: bytes, last: str) -> Record | None:
    """Return the record of a line that follows checksum `last`, or `None` if damaged."""
    try:
        found, kind, payload = line.decode("ascii").split(" ", 2)
    except ValueError:
        return None
    record = Record(kind, payload)
    return record if found == checksum(last, record) else None
