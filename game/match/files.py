"""The files of matches: their names, and what is set aside when one is damaged."""

import os
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Final

from game.match.journal import Journal
from game.match.record import Record
from game.paths import DAMAGED, UserFolderError
from game.told import Told, mark

SUFFIX: Final = ".match"


def new_journal(
    folder: Path, name: str | None, scenario: str, records: Sequence[Record], *, durable: bool
) -> Journal:
    """Make the journal of a new match in a folder; a file that is there is never replaced.

    Raises:
        UserFolderError: The folder can't be written to, or has a file of that name.
    """
    names = [name] if name is not None else _names(scenario)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for each in names:
            try:
                return Journal.create(folder / each, records, durable=durable)
            except FileExistsError:
                continue
    except OSError as error:
        raise UserFolderError(folder, error.strerror or type(error).__name__) from error
    raise UserFolderError(folder, Told(mark("there is a file {name} already"), name=str(name)))


def set_aside(path: Path, tail: bytes) -> Path:
    """Keep the damaged tail of a journal in a file of its own, and return that.

    Raises:
        UserFolderError: The folder can't be written to.
    """
    try:
        for number in count(1):
            aside = path.with_name(f"{path.name}{DAMAGED}{'' if number == 1 else f'-{number}'}")
            try:
                file = aside.open("xb")
            except FileExistsError:
                continue
            with file:
                file.write(tail)
                file.flush()
                os.fsync(file.fileno())
            return aside
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UserFolderError(path.parent, reason) from error
    raise AssertionError  # count() never ends


def _names(scenario: str) -> Iterator[str]:
    """Yield names for a new journal: by the minute, then numbered."""
    stem = f"{datetime.now(UTC):%Y-%m-%d-%H%M}-{scenario}"
    yield f"{stem}{SUFFIX}"
    for number in count(2):
        yield f"{stem}-{number}{SUFFIX}"
