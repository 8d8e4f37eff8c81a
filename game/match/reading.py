"""A journal read back: its whole records, and the damaged tail if it has one.

A line that was changed in the middle of a journal breaks the chain only for itself, as long
as the next line follows from the checksum that it bore: it is read as a spoilt record, and
whoever knows what must have stood there may go on.
"""

from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Final

from game.match.errors import SaveError
from game.match.record import DIGITS, FIRST_LINE, FORMAT, MAGIC, Record, checksum
from game.told import mark

LARGEST: Final = 64 * 1024 * 1024
"""Bytes of the largest file that can be a journal; a match takes well under one million."""
SPOILT: Final = "spoilt"
"""Kind of a record that was changed and can't be read; no journal is written with it."""

NO_BEGINNING: Final = mark("is damaged at its beginning; nothing can be recovered")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds.

    Attributes:
        path: The file.
        data: All its bytes.
        records: Every record in order; those of kind `SPOILT` say nothing.
        whole: By record, the byte after it.
        sums: By record, its checksum.
    """

    path: Path
    data: bytes
    records: tuple[Record, ...]
    whole: tuple[int, ...]
    sums: tuple[str, ...]

    @property
    def tail(self) -> bytes:
        """The bytes after the last record that counts, empty when nothing is damaged."""
        return self.data[self.whole[-1] if self.whole else self.data.index(b"\n") + 1 :]

    def up_to(self, count: int) -> "Reading":
        """Return what is left if only so many records count and the rest is the tail."""
        return replace(
            self,
            records=self.records[:count],
            whole=self.whole[:count],
            sums=self.sums[:count],
        )


def read_journal(path: Path) -> Reading:
    """Return what a journal holds up to its first damaged line.

    Raises:
        SaveError: The file can't be read, is no journal, or of a version unknown here.
    """
    data = _bytes_of(path)
    head, feed, _ = data.partition(b"\n")
    _check_first_line(path, head.rstrip(b"\r"))
    if not feed or head.endswith(b"\r"):
        raise SaveError(path, NO_BEGINNING)
    place = len(head) + 1
    last = FIRST_LINE
    records, whole, sums = [], [], []
    lines = data[place:].split(b"\n")[:-1]
    for line, following in pairwise([*lines, b""]):
        record = _record_of(line, last)
        if record is not None:
            last = line[:DIGITS].decode("ascii")
        else:
            record, last = _mended(line, last, following)
            if record is None:
                break
        place += len(line) + 1
        records.append(record)
        whole.append(place)
        sums.append(last)
    return Reading(path, data, tuple(records), tuple(whole), tuple(sums))


def _bytes_of(path: Path) -> bytes:
    """Return the file's bytes."""
    try:
        if path.exists() and not path.is_file():
            raise SaveError(path, mark("is not a file"))
        if path.stat().st_size > LARGEST:
            raise SaveError(path, mark("is far too large for a saved match"))
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SaveError(path, mark("can’t be read ({reason})"), reason=reason) from error


def _check_first_line(path: Path, line: bytes) -> None:
    """Refuse what is no journal, or one of a format from another time."""
    magic, _, version = line.partition(b" ")
    if magic != MAGIC.encode("ascii"):
        raise SaveError(path, mark("is not a saved match of Defend Together"))
    if version != str(FORMAT).encode("ascii"):
        raise SaveError(
            path,
            mark(
                "is a saved match of format “{format}”; this version of the game reads "
                "format {own}"
            ),
            format=version[:20].decode("ascii", "replace"),
            own=FORMAT,
        )


def _mended(line: bytes, last: str, following: bytes) -> tuple[Record | None, str]:
    """Return what a changed line was, and its checksum; `None`: what follows is lost too."""
    bore = line[:DIGITS].decode("ascii", "replace")
    if bore.isascii() and _record_of(following, bore) is not None:
        return Record(SPOILT, ""), bore
    record = _said(line)
    if record is not None:  # perhaps only its checksum was changed
        due = checksum(last, record)
        if _record_of(following, due) is not None:
            return record, due
    return None, last


def _record_of(line: bytes, last: str) -> Record | None:
    """Return the record of a line that follows checksum `last`, or `None` if damaged."""
    record = _said(line)
    if record is None or line[: DIGITS + 1] != f"{checksum(last, record)} ".encode("ascii"):
        return None
    return record


def _said(line: bytes) -> Record | None:
    """Return what a line says behind its checksum, or `None` if that is no record."""
    try:
        kind, payload = line[DIGITS + 1 :].decode("ascii").split(" ", 1)
    except ValueError:
        return None
    return Record(kind, payload)
