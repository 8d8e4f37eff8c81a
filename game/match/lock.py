"""One window a match: a lock beside the journal, which the system drops with its process.

The lock is the operating system's, on a small file of its own. So a process that was
killed leaves no stale lock behind: its file may still lie there, but nobody holds it.
"""

import contextlib
import errno
import os
from pathlib import Path
from typing import Final
from weakref import finalize

from game.match.errors import SaveError
from game.told import mark

try:
    import fcntl
except ImportError:  # Windows
    import msvcrt

SUFFIX: Final = ".lock"
_HELD: Final = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
"""What the systems answer when another process holds the lock."""


class Lock:
    """The right to write to a journal, held until `release`, or until the process ends.

    Where the folder can't be written to or the file system knows no locks, it is held in
    name only: a match must not be lost to a missing convenience.
    """

    def __init__(self, journal: Path) -> None:
        """Take the lock of a journal.

        Raises:
            SaveError: Another window holds it.
        """
        path = journal.with_name(journal.name + SUFFIX)
        self._end: finalize[[int, Path], Lock] | None = None
        try:
            self._end = finalize(self, _drop, _held(path), path)
        except OSError as error:
            if error.errno in _HELD:
                raise _open_elsewhere(journal, path) from error

    @property
    def released(self) -> bool:
        """Whether it was given back."""
        return self._end is not None and not self._end.alive

    def release(self) -> None:
        """Give the lock back; again is no fault."""
        if self._end is not None:
            self._end()


def _held(path: Path) -> int:
    """Return the handle of a lock file that this process alone holds.

    Raises:
        OSError: Another process holds it, or there can't be one.
    """
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(handle)
            if _is_at(handle, path):
                os.ftruncate(handle, 0)
                os.write(handle, str(os.getpid()).encode("ascii"))
                return handle
        except OSError:
            os.close(handle)
            raise
        os.close(handle)  # its holder was just leaving, and took the name with it


def _lock(handle: int) -> None:
    """Lock an open file, or raise at once."""
    if os.name == "nt":
        # Far behind the process number, which others must be able to read.
        os.lseek(handle, 1 << 20, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        os.lseek(handle, 0, os.SEEK_SET)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _drop(handle: int, path: Path) -> None:
    """Give a lock back and take its file away."""
    if os.name != "nt":  # first the name: nobody may lock a file that is about to lose it
        with contextlib.suppress(OSError):
            path.unlink()
    os.close(handle)
    if os.name == "nt":
        with contextlib.suppress(OSError):
            path.unlink()


def _is_at(handle: int, path: Path) -> bool:
    """Say whether an open file still has its name."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _open_elsewhere(journal: Path, path: Path) -> SaveError:
    """Return the error that names who holds a lock, where that can be read."""
    try:
        number = path.read_text(encoding="ascii")
    except (OSError, ValueError):
        number = ""
    if not number.isdecimal():
        return SaveError(journal, mark("is open in another window; close it there first"))
    message = mark("is open in another window (process {n}); close it there first")
    return SaveError(journal, message, n=number)
