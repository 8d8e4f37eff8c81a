"""The journal's file: records appended, flushed and synced; nothing confirmed is lost."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Self

from game.match.record import FIRST_LINE, Record, checksum
from game.told import Told, mark


class Journal:
    """A journal to which records are appended.

    A record is confirmed once it and all before it are on the disk. What can't be written
    waits in memory and is tried again with the next record, from the last confirmed
    byte on. The file is opened for every write and closed again: so a full disk or a
    pulled stick costs nothing once it is back.

    Attributes:
        path: The file.
        trouble: Why the last write failed, or `None` when everything is on the disk.
    """

    def __init__(
        self,
        path: Path,
        confirmed: int,
        last: str,
        *,
        torn: bool = False,
        durable: bool = True,
    ) -> None:
        """Go on with a file whose first `confirmed` bytes are whole.

        Args:
            path: The file.
            confirmed: Where the last whole record ends.
            last: Its checksum.
            torn: What lies behind it is damaged and may be written over; otherwise
                nothing may lie there, and what does is somebody else's.
            durable: Wait for the disk after every write.
        """
        self.path = path
        self.trouble: str | None = None
        self._confirmed = confirmed
        self._last = last
        self._torn = torn
        self._durable = durable
        self._waiting = b""

    @classmethod
    def create(cls, path: Path, records: Iterable[Record], *, durable: bool = True) -> Self:
        """Make a new file with its first records.

        Raises:
            FileExistsError: The file exists.
            OSError: It can't be written.
        """
        path.open("xb").close()
        journal = cls(path, 0, FIRST_LINE, durable=durable)
        journal._waiting = f"{FIRST_LINE}\n".encode("ascii")
        journal._seal(records)
        try:
            journal._write()
        except OSError:
            path.unlink(missing_ok=True)
            raise
        if durable:
            _sync_folder(path.parent)
        return journal

    def append(self, records: Iterable[Record] = ()) -> None:
        """Write records and what is still waiting; see `trouble` for whether it worked."""
        self._seal(records)
        if not self._waiting:
            return
        try:
            self._write()
        except OSError as error:
            own = error.args[0] if error.args else ""
            self.trouble = own if isinstance(own, Told) else error.strerror or str(error)
        else:
            self.trouble = None

    def _seal(self, records: Iterable[Record]) -> None:
        """Add records to what is waiting."""
        lines = [self._waiting]
        for record in records:
            self._last = checksum(self._last, record)
            line = f"{self._last} {record.kind} {record.payload}\n"
            lines.append(line.encode("ascii"))
        self._waiting = b"".join(lines)

    def _write(self) -> None:
        """Put what is waiting behind the last confirmed byte."""
        with self.path.open("r+b", buffering=0) as file:
            size = file.seek(0, os.SEEK_END)
            if size < self._confirmed or (size > self._confirmed and not self._torn):
                raise OSError(Told(mark("something else has changed it")))
            self._torn = True
            # What a failed write left behind must not stay: the next may be shorter.
            file.truncate(self._confirmed)
            file.seek(self._confirmed)
            rest = memoryview(self._waiting)
            while rest:
                rest = rest[file.write(rest) :]
            if self._durable:
                os.fsync(file.fileno())
        self._confirmed += len(self._waiting)
        self._waiting = b""
        self._torn = False


def _sync_folder(folder: Path) -> None:
    """Make the name of a new file durable, where the system knows such a thing."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
