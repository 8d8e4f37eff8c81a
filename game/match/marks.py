"""What somebody noted while replaying a match: bookmarks, and where branches left it."""

import contextlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Self

from game.paths import replace_text, set_aside
from game.told import Told, mark

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
        notice: One line when a bad file was set aside.
    """

    path: Path | None = None
    bookmarks: list[int] = field(default_factory=list)
    branches: list[tuple[int, str]] = field(default_factory=list)
    unsaved: Told | None = None
    notice: Told | None = None

    @classmethod
    def of(cls, journal: Path | None) -> Self:
        """Return the marks of a match by its journal; a bad file is set aside."""
        if journal is None:
            return cls()
        path = journal.with_name(journal.name + SUFFIX)
        try:
            return cls(path, *_read(path))
        except FileNotFoundError:
            return cls(path)
        except OSError as error:
            # What can't be read is not written over: the marks of this time stay unsaved.
            return cls(unsaved=_cant(mark("cannot read {path} ({reason})"), path, error))
        except (ValueError, RecursionError):
            return cls._without(path)

    @classmethod
    def _without(cls, path: Path) -> Self:
        """Return no marks, with a word about the bad file."""
        try:
            aside = set_aside(path)
        except OSError as error:
            return cls(unsaved=_cant(mark("cannot set aside {path} ({reason})"), path, error))
        message = mark("{path}: these are no bookmarks; the file is kept as {aside}")
        return cls(path, notice=Told(message, path=str(path), aside=aside.name))

    def toggle(self, decided: int) -> bool:
        """Set a bookmark or take it away; return whether there is one now."""
        there = decided not in self.bookmarks
        self._reread()
        kept = set(self.bookmarks) - {decided}
        self.bookmarks = sorted(kept | {decided} if there else kept)
        self._write()
        return there

    def branched(self, decided: int, journal: Path | None) -> None:
        """Note that a match branched off; one that isn't saved leaves no trace."""
        if journal is not None:
            self._reread()
            self.branches.append((decided, journal.name))
            self._write()

    def _reread(self) -> None:
        """Take over what another window has noted meanwhile."""
        if self.path is not None and self.unsaved is None:
            with contextlib.suppress(OSError, ValueError, RecursionError):
                self.bookmarks, self.branches = _read(self.path)

    def _write(self) -> None:
        """Put the file in its place, whole or not at all."""
        if self.path is None:
            return
        held = {"format": _FORMAT, "bookmarks": self.bookmarks, "branches": self.branches}
        try:
            replace_text(self.path, json.dumps(held) + "\n")
        except OSError as error:
            self.unsaved = _cant(mark("cannot write {path} ({reason})"), self.path, error)
        else:
            self.unsaved = None


def _cant(message: str, path: Path, error: OSError) -> Told:
    """Return a line about a file that could not be dealt with."""
    return Told(message, path=str(path), reason=error.strerror or type(error).__name__)


def _read(path: Path) -> tuple[list[int], list[tuple[int, str]]]:
    """Return bookmarks and branches of a file; raise if it is none."""
    with path.open("rb") as file:
        return _checked(json.loads(file.read(_LARGEST_FILE)))


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
