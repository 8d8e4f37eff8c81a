"""What somebody noted while replaying a match: bookmarks, and where branches left it."""

import contextlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Self

from game.match.files import DAMAGED

SUFFIX: Final = ".marks"
"""Of the file beside the journal: the journal itself is never touched."""
_FORMAT: Final = 1
_LARGEST_FILE: Final = 1 << 20


class BadMarksError(ValueError):
    """A file holds no marks."""


@dataclass(slots=True)
class Marks:
    """The marks of one match.

    Attributes:
        bookmarks: Numbers of decisions, in order.
        branches: Numbers of decisions with the file names of the matches that branch there.
        unsaved: One line while they can't be written down, else `None`.
    """

    path: Path | None = None
    bookmarks: list[int] = field(default_factory=list)
    branches: list[tuple[int, str]] = field(default_factory=list)
    unsaved: str | None = None

    @classmethod
    def of(cls, journal: Path | None) -> Self:
        """Return the marks of a match by its journal; a bad file is set aside."""
        if journal is None:
            return cls()
        path = journal.with_name(journal.name + SUFFIX)
        try:
            with path.open("rb") as file:
                held = file.read(_LARGEST_FILE)
        except OSError:
            return cls(path)
        try:
            bookmarks, branches = _checked(json.loads(held))
        except (ValueError, RecursionError):
            with contextlib.suppress(OSError):
                path.rename(path.with_name(path.name + DAMAGED))
            return cls(path)
        return cls(path, bookmarks, branches)

    def toggle(self, decided: int) -> bool:
        """Set a bookmark or take it away; return whether there is one now."""
        if decided in self.bookmarks:
            self.bookmarks.remove(decided)
        else:
            self.bookmarks = sorted([*self.bookmarks, decided])
        self._write()
        return decided in self.bookmarks

    def branched(self, decided: int, journal: Path | None) -> None:
        """Note that a match branched off; one that isn't saved leaves no trace."""
        if journal is not None:
            self.branches.append((decided, journal.name))
            self._write()

    def _write(self) -> None:
        """Put the file in its place, whole or not at all."""
        if self.path is None:
            return
        held = {"format": _FORMAT, "bookmarks": self.bookmarks, "branches": self.branches}
        fresh = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        try:
            fresh.write_text(json.dumps(held) + "\n", encoding="utf-8")
            fresh.replace(self.path)
        except OSError as error:
            why = error.strerror or type(error).__name__
            self.unsaved = f"cannot write {self.path} ({why})"
        else:
            self.unsaved = None


def _checked(held: object) -> tuple[list[int], list[tuple[int, str]]]:
    """Return bookmarks and branches of a file; raise if it is none."""
    if not isinstance(held, Mapping) or held.get("format") != _FORMAT:
        raise BadMarksError("no marks")
    bookmarks, branches = held.get("bookmarks"), held.get("branches")
    if not isinstance(bookmarks, list) or not isinstance(branches, list):
        raise BadMarksError("no marks")
    return sorted({_number(one) for one in bookmarks}), [_branch(one) for one in branches]


def _number(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise BadMarksError("no number of a decision")
    return value


def _branch(value: Any) -> tuple[int, str]:
    if not isinstance(value, list) or len(value) != 2 or not isinstance(value[1], str):
        raise BadMarksError("no branch")
    return _number(value[0]), value[1]
