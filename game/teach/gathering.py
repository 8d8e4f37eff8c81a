"""Saved matches from files and folders; what can't be used is named, never fatal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from game.match import Course, SaveError, read_journal, replay
from game.match.hints import Hint, hints_of
from game.match.lesson_record import LessonItem, lesson_items
from game.match.lock import SUFFIX as LOCK
from game.match.marks import SUFFIX as MARKS
from game.match.predictions import Prediction, predictions_of
from game.paths import DAMAGED
from game.told import Told, mark

_BESIDE: Final = (LOCK, MARKS, DAMAGED)
"""Endings of the files that the game itself puts beside its saves."""


@dataclass(frozen=True, slots=True)
class Collected:
    """A match that was read.

    Attributes:
        lost: Bytes at the file's end that were damaged and left out.
        hints: Advice that was shown in the course of it.
        lesson: What the facilitator of a lesson noted, counted and did.
        predictions: What people predicted, sealed.
    """

    path: Path
    course: Course
    lost: int
    hints: tuple[Hint, ...] = ()
    lesson: tuple[LessonItem, ...] = ()
    predictions: tuple[Prediction, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that can't be used, and why."""

    path: Path
    reason: Told


@dataclass(frozen=True, slots=True)
class Gathered:
    """What lay in files and folders, in the order of their names."""

    matches: tuple[Collected, ...]
    skipped: tuple[Skipped, ...]


def gather(paths: Iterable[Path]) -> Gathered:
    """Return the matches of files and of folders; of a folder all its files are tried."""
    matches: list[Collected] = []
    skipped: list[Skipped] = []
    seen: dict[str, Path] = {}
    for path in _files(paths, skipped):
        try:
            reading = read_journal(path)
            digest = sha256(reading.data).hexdigest()
            if digest in seen:
                same = Told(mark("is the same match as {file}"), file=seen[digest].name)
                skipped.append(Skipped(path, same))
                continue
            replayed = replay(reading, Course)
        except SaveError as error:
            skipped.append(Skipped(path, error.reason))
            continue
        seen[digest] = path
        kept = replayed.reading
        hints = tuple(hints_of(kept.records))
        lesson = tuple(lesson_items(kept.records))
        predicted = tuple(predictions_of(kept.records))
        matches.append(
            Collected(path, replayed.course, len(kept.tail), hints, lesson, predicted)
        )
    return Gathered(tuple(matches), tuple(skipped))


def _files(paths: Iterable[Path], skipped: list[Skipped]) -> Iterator[Path]:
    """Yield the files to try, each once; a folder that can't be read is skipped."""
    done: set[Path] = set()
    for path in paths:
        try:
            files = _in_folder(path) if path.is_dir() else [path]
        except OSError as error:
            reason = error.strerror or type(error).__name__
            skipped.append(Skipped(path, Told(mark("can’t be read ({reason})"), reason=reason)))
            continue
        for one in files:
            if one.absolute() not in done:
                done.add(one.absolute())
                yield one


def _in_folder(folder: Path) -> list[Path]:
    """Return the files of a folder that may be saves, by name."""
    return sorted(
        path
        for path in folder.iterdir()
        if path.is_file() and not path.name.startswith(".") and path.suffix not in _BESIDE
    )
