"""The clock of a lesson: it runs only if somebody starts it, and ends nothing."""

import time
from collections.abc import Callable
from typing import Final

_MINUTE: Final = 60


class Clock:
    """Counts the seconds of a lesson while it runs."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._before = 0.0
        self._since: float | None = None

    @property
    def running(self) -> bool:
        """Whether it runs."""
        return self._since is not None

    @property
    def used(self) -> bool:
        """Whether it ever ran."""
        return self.running or self._before > 0

    @property
    def seconds(self) -> int:
        """Whole seconds so far."""
        since = 0.0 if self._since is None else self._now() - self._since
        return int(self._before + since)

    @property
    def next_change(self) -> float:
        """Seconds until it shows something else."""
        since = 0.0 if self._since is None else self._now() - self._since
        return 1.0 - (self._before + since) % 1.0

    def toggle(self) -> None:
        """Start it, or stop it; it goes on from where it stood."""
        if self._since is None:
            self._since = self._now()
        else:
            self._before += self._now() - self._since
            self._since = None

    @property
    def shown(self) -> str:
        """The time as minutes and seconds."""
        return f"{self.seconds // _MINUTE}:{self.seconds % _MINUTE:02}"
