"""A disk whose calls fail when a test wants: every call that changes a file is counted."""

import errno
import os
from pathlib import Path

FAULTS = {
    "no space": errno.ENOSPC,
    "input/output error": errno.EIO,
    "not permitted": errno.EACCES,
    "read-only": errno.EROFS,
    "too many files": errno.EMFILE,
}


class FaultyDisk:
    """Counts opening for writing, writing, truncating, syncing and renaming below a folder.

    Attributes:
        calls: How many there were.
        first: The first call that fails, as does every one before `end`.
        end: See `first`.
        short: Whether a write that fails leaves its first half behind.
    """

    def __init__(self, patch, folder: Path, fault: int) -> None:
        self.folder = folder
        self.fault = fault
        self.calls = 0
        self.first = self.end = -1
        self.short = True
        really_open, really_replace, really_sync = Path.open, Path.replace, os.fsync
        really_write_text, really_rename = Path.write_text, Path.rename

        def opened(path, mode="r", *arguments, **names):
            if folder not in path.parents or not set(mode) & set("wxa+"):
                return really_open(path, mode, *arguments, **names)
            self.count()
            return _File(self, really_open(path, mode, *arguments, **names))

        def counted(really):
            def called(*arguments, **names):
                self.count()
                return really(*arguments, **names)

            return called

        patch.setattr(Path, "open", opened)
        patch.setattr(Path, "replace", counted(really_replace))
        patch.setattr(Path, "rename", counted(really_rename))
        patch.setattr(Path, "write_text", counted(really_write_text))
        patch.setattr(os, "fsync", counted(really_sync))

    def count(self) -> None:
        """Count a call, which may be one that fails."""
        self.calls += 1
        if self.first <= self.calls < self.end:
            raise OSError(self.fault, os.strerror(self.fault))

    def fail_at(self, place: int, calls: int = 1) -> None:
        """Let a call fail, and those after it."""
        self.calls = 0
        self.first, self.end = place, place + calls


class _File:
    """An open file whose calls are counted."""

    def __init__(self, disk, file):
        self._disk = disk
        self._file = file

    def write(self, data):
        try:
            self._disk.count()
        except OSError:
            if self._disk.short:
                self._file.write(data[: len(data) // 2])
                self._file.flush()
            raise
        return self._file.write(data)

    def truncate(self, size):
        self._disk.count()
        return self._file.truncate(size)

    def __getattr__(self, name):
        return getattr(self._file, name)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self._file.close()
