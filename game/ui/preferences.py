"""The settings in force: changed in one place, told to who listens, kept in a file."""

import logging
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from types import MethodType
from typing import Any, Final, Self
from weakref import WeakMethod

from game.paths import replace_text, set_aside
from game.told import Told, mark
from game.ui.settings import Settings, SettingsError, read_settings, write_settings

FILE_NAME: Final = "settings.json"
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
        self._listeners: list[Callable[[], Listener | None]] = []
        self.notice: Told | None = None
        self.unsaved: Told | None = None
        self.fresh = False

    @classmethod
    def of(cls, folder: Path) -> Self:
        """Return the settings that a folder keeps.

        A file that can't be used is set aside under another name: it is neither read in part
        nor written over.
        """
        path = folder / FILE_NAME
        try:
            return cls(_read(path), path)
        except FileNotFoundError:
            first = cls(path=path)
            first.fresh = True
            return first
        except OSError as error:
            return cls._without(path, error.strerror or type(error).__name__)
        except SettingsError as error:
            return cls._without(path, error.told)

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
        for listener in [alive for known in self._listeners if (alive := known())]:
            listener(settings)
        self.write()

    def note(self, settings: Settings) -> None:
        """Take note of what has changed by itself, such as where the window lies."""
        self._settings = settings

    def listen(self, listener: Listener) -> None:
        """Tell somebody of each change from now on, for as long as they are there.

        Settings outlive matches: a match that was left must not stay because of them.
        """
        self._listeners = [known for known in self._listeners if known() is not None]
        bound = isinstance(listener, MethodType)
        self._listeners.append(WeakMethod(listener) if bound else lambda: listener)

    @classmethod
    def _without(cls, path: Path, reason: str) -> Self:
        """Return the first settings, with what was wrong with the file."""
        try:
            aside = set_aside(path)
        except OSError as error:
            # Never write over what could not be kept: play without a file.
            made = cls()
            why = error.strerror or type(error).__name__
            made.notice = Told(
                mark("{path}: {reason}; it can’t be set aside ({why}) and stays"),
                path=str(path),
                reason=reason,
                why=why,
            )
        else:
            made = cls(path=path)
            made.notice = Told(
                mark("{path}: {reason}; it is kept as {aside}"),
                path=str(path),
                reason=reason,
                aside=aside.name,
            )
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
            replace_text(self._path, write_settings(self._with_theirs(self._path)))
        except OSError as error:
            why = error.strerror or type(error).__name__
            message = mark("cannot write {path} ({reason})")
            self.unsaved = Told(message, path=str(self._path), reason=why)
            _log.warning("settings are not saved: %s", self.unsaved)
        else:
            self.unsaved = None
            self._written = self._settings

    def _with_theirs(self, path: Path) -> Settings:
        """Return what to write: what was changed here, and else what another window wrote."""
        try:
            theirs = _read(path)
        except (OSError, SettingsError):
            return self._settings
        mine, before = self._settings, self._written
        names = [field.name for field in fields(Settings)]
        here = {name: getattr(mine, name) for name in names}
        return replace(
            theirs,
            **{name: value for name, value in here.items() if value != getattr(before, name)},
        )


def _read(path: Path) -> Settings:
    """Return the settings of a file.

    Raises:
        OSError: It can't be read.
        SettingsError: It holds no settings.
    """
    with path.open("rb") as file:
        return read_settings(_decoded(file.read(_LARGEST_FILE + 1)))


def _decoded(held: bytes) -> str:
    """Return the text of a settings file."""
    if len(held) > _LARGEST_FILE:
        raise SettingsError(mark("it is too large for settings"))
    try:
        return held.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SettingsError(mark("it is no text in UTF-8")) from error
