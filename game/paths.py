"""Where the shipped files, the player's own files, the settings and the logs live."""

import contextlib
import functools
import os
from itertools import count
from pathlib import Path
from typing import Final

import appdirs

from game.told import Told, ToldError, mark

APP_NAME: Final = "defend-together"
"""Name of the player's folders, in the place where each platform keeps such folders."""

HOME_VARIABLE: Final = "DEFEND_TOGETHER_HOME"
"""Environment variable: one folder for all that is the player's (for classrooms and tests)."""

DAMAGED: Final = ".damaged"
"""Ending of what is kept aside because it can't be read."""

_PACKAGE: Final = Path(__file__).resolve().parent


class BrokenInstallError(ToldError):
    """A file that belongs to the game is missing or damaged; the message is one line."""


class UserFolderError(ToldError, OSError):
    """A folder of the player can't be made or written to; the message is one line to show.

    Attributes:
        folder: The folder in question.
    """

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(
            mark(
                "cannot write to the folder {folder} ({reason}): make it writable, or set "
                "{variable} to a folder that is"
            ),
            folder=str(folder),
            reason=reason,
            variable=HOME_VARIABLE,
        )
        self.folder = folder


def asset_path(*parts: str) -> Path:
    """Return the path of a shipped file or folder that is seen or heard, below ``assets/``."""
    return _shipped_root(_PACKAGE).joinpath("assets", *parts)


def data_path(*parts: str) -> Path:
    """Return the path of a shipped file or folder that is read, below ``data/``."""
    return _shipped_root(_PACKAGE).joinpath("data", *parts)


def user_data_dir() -> Path:
    """Return the folder of what the player makes and keeps. Made if missing.

    Raises:
        UserFolderError: It can't be made or written to.
    """
    return _writable(_own_folder("data") or Path(appdirs.user_data_dir(APP_NAME, False)))


def user_config_dir() -> Path:
    """Return the folder of the settings. Made if missing.

    Raises:
        UserFolderError: It can't be made or written to.
    """
    return _writable(_own_folder("config") or Path(appdirs.user_config_dir(APP_NAME, False)))


def user_log_dir() -> Path:
    """Return the folder of the program's logs. Made if missing.

    Raises:
        UserFolderError: It can't be made or written to.
    """
    return _writable(_own_folder("log") or Path(appdirs.user_log_dir(APP_NAME, False)))


def matches_dir() -> Path:
    """Return the folder of the saved matches, inside :func:`user_data_dir`. Made if missing.

    Raises:
        UserFolderError: It can't be made or written to.
    """
    return _writable(user_data_dir() / "matches")


def reports_dir() -> Path:
    """Return the folder of the reports, inside :func:`user_data_dir`. Made if missing.

    Raises:
        UserFolderError: It can't be made or written to.
    """
    return _writable(user_data_dir() / "reports")


def packs_dir() -> Path:
    """Return the folder of the player's packs, inside :func:`user_data_dir`. Made if missing.

    Raises:
        UserFolderError: It can't be made or written to.
    """
    return _writable(user_data_dir() / "packs")


def replace_text(path: Path, text: str) -> None:
    """Put a text in the place of a file, whole or not at all, and wait for the disk.

    Raises:
        OSError: It can't be written; what was there is there still.
    """
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        with fresh.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            fresh.unlink()
        raise


def set_aside(path: Path) -> Path:
    """Rename a damaged file so that nothing is written over it, and return its new path.

    Raises:
        OSError: It can't be renamed; it stays where it is.
    """
    for number in count(1):
        aside = path.with_name(f"{path.name}{DAMAGED}{'' if number == 1 else f'-{number}'}")
        if not aside.exists():
            return path.rename(aside)
    raise AssertionError  # count() never ends


@functools.cache
def _shipped_root(package: Path) -> Path:
    """Return the folder that holds ``assets/`` and ``data/``: of the wheel or of a checkout."""
    places = (package / "_bundle", package.parent)
    for place in places:
        if (place / "assets").is_dir() and (place / "data").is_dir():
            return place
    raise BrokenInstallError(
        mark("no assets and data in {bundle} or {checkout}: install the game again"),
        bundle=str(places[0]),
        checkout=str(places[1]),
    )


def _own_folder(name: str) -> Path | None:
    """Return the folder ``name`` under :data:`HOME_VARIABLE`, or ``None`` if that isn't set."""
    home = os.environ.get(HOME_VARIABLE)
    if not home:
        return None
    try:
        return Path(home).expanduser().resolve() / name
    except (RuntimeError, ValueError, OSError) as error:
        reason = Told(mark("{variable} names no folder"), variable=HOME_VARIABLE)
        raise UserFolderError(Path(home), reason) from error


def _writable(folder: Path) -> Path:
    """Make ``folder`` if missing and try to write there, since permissions alone don't tell."""
    probe = folder / f".probe-{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise UserFolderError(folder, error.strerror or type(error).__name__) from error
    return folder
