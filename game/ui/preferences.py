"""The settings in force: changed in one place, told to who listens, kept in a file."""

import contextlib
import logging
import os
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any, Final, Self

from game.ui.settings import Settings, SettingsError, read_settings, write_settings

FILE_NAME: Final = "settings.json"
_DAMAGED: Final = ".damaged"
_LARGEST_FILE: Final = 65536
_log = logging.getLogger(__name__)

Listener = Callable[[Settings], None]


class Preferences:
    """Holds the settings, tells of each change, and writes it down.

    Attributes:
        notice: One line to show once: what was wrong with the file, and where it is kept.
        unsaved: One line while the settings can't be written down, else `None`.
        fresh: Whether nothing was ever chosen here: it is the first start.
    """

    def __init__(self, settings: Settings | None = None, path: Path | None = None) -> None:
        self._settings = settings or Settings()
        self._path = path
        self._written = self._settings
        self._listeners: list[Listener] = []
        self.notice: str | None = None
        self.unsaved: str | None = None
        self.fresh = False

    @classmethod
    def of(cls, folder: Path) -> Self:
        """Return the settings that a folder keeps.

        A file that can't be used is set aside under another name: it is neither read in part
        nor written over.
        """
        path = folder / FILE_NAME
        try:
            with path.open("rb") as file:
                held = file.read(_LARGEST_FILE + 1)
        except FileNotFoundError:
            first = cls(path=path)
            first.fresh = True
            return first
        except OSError as error:
            return cls._without(path, error.strerror or type(error).__name__)
        try:
            return cls(read_settings(_decoded(held)), path)
        except SettingsError as error:
            return cls._without(path, str(error))

    @property
    def settings(self) -> Settings:
        """Return the settings in force."""
        return self._settings

    @property
    def kept(self) -> bool:
        """Return whether there is a file that they are written to."""
        return self._path is not None

    def change(self, **changes: Any) -> None:
        """Change some settings by name, tell who listens, and write it down."""
        self.put(replace(self._settings, **changes))

    def put(self, settings: Settings) -> None:
        """Put other settings in force, tell who listens, and write it down."""
        if settings == self._settings:
            return
        self.note(settings)
        for listener in tuple(self._listeners):
            listener(settings)
        self.write()

    def note(self, settings: Settings) -> None:
        """Take note of what has changed by itself, such as where the window lies."""
        self._settings = settings

    def listen(self, listener: Listener) -> None:
        """Tell somebody of each change from now on."""
        self._listeners.append(listener)

    @classmethod
    def _without(cls, path: Path, reason: str) -> Self:
        """Return the first settings, with what was wrong with the file."""
        try:
            aside = _set_aside(path)
        except OSError as error:
            # Never write over what could not be kept: play without a file.
            made = cls()
            why = error.strerror or type(error).__name__
            made.notice = f"{path}: {reason}; it can't be set aside ({why}) and stays"
        else:
            made = cls(path=path)
            made.notice = f"{path}: {reason}; it is kept as {aside.name}"
        _log.warning("settings: %s", made.notice)
        return made

    def write(self, *, force: bool = False) -> None:
        """Write the settings down, if they are not written down like that already.

        With `force` they are written in any case: what is as at first was chosen, too.
        """
        if self._path is None or (self._settings == self._written and not force):
            return
        self.fresh = False
        try:
            _replace(self._path, write_settings(self._settings))
        except OSError as error:
            why = error.strerror or type(error).__name__
            self.unsaved = f"cannot write {self._path} ({why})"
            _log.warning("settings are not saved: %s", self.unsaved)
        else:
            self.unsaved = None
            self._written = self._settings


def _decoded(held: bytes) -> str:
    """Return the text of a settings file."""
    if len(held) > _LARGEST_FILE:
        raise SettingsError("it is too large for settings")
    try:
        return held.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SettingsError("it is no text in UTF-8") from error


def _replace(path: Path, text: str) -> None:
    """Put a text in the place of a file, whole or not at all."""
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


def _set_aside(path: Path) -> Path:
    """Rename a file so that nothing is written over it, and return its new path."""
    for number in count(1):
        aside = path.with_name(f"{path.name}{_DAMAGED}{'' if number == 1 else f'-{number}'}")
        if not aside.exists():
            return path.rename(aside)
    raise AssertionError  # count() never ends
