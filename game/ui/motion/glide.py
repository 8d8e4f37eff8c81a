"""Motion: values that glide to where they are sent. Ease out to arrive, never bounce."""

from typing import Final

HOVER: Final = 0.09
"""Seconds until a thing looks pointed at or focused; the other times of the design follow."""
LIFT: Final = 0.14
PLAYED: Final = 0.26
SEGMENT: Final = 0.16
RUNGS_MEET: Final = 0.42
CROSSING: Final = 0.6
SITE: Final = 0.24
RING: Final = 0.38
DOOR: Final = 0.24
SCREEN: Final = 0.22
CURTAIN: Final = 0.3
REVEAL: Final = 0.36
HOLD: Final = 0.7
"""Both answers lie open this long before what came of them is shown."""
FADE: Final = 0.12
"""With reduced motion the reveal is a cross-fade of this length."""


def ease_out(share: float) -> float:
    """Return how far something has come that arrives (cubic); both from 0 to 1."""
    return float(1 - (1 - share) ** 3)


def ease_in_out(share: float) -> float:
    """Return how far something has come that moves from place to place."""
    if share < 0.5:
        return float(4 * share**3)
    return float(1 - (2 - 2 * share) ** 3 / 2)


class Glide:
    """A number on its way to a target."""

    def __init__(self, value: float = 0.0) -> None:
        self.value = value
        self.target = value
        self._start = value
        self._elapsed = 0.0
        self._duration = 0.0

    @property
    def moving(self) -> bool:
        """Return whether the target is not reached yet."""
        return self.value != self.target

    def send(self, target: float, seconds: float) -> None:
        """Go to a target within a time; sent there already, go on as before."""
        if target == self.target:
            return
        self._start, self.target = self.value, target
        self._elapsed, self._duration = 0.0, seconds

    def arrive(self) -> None:
        """Be at the target at once."""
        self.value = self.target

    def advance(self, seconds: float, *, still: bool = False) -> None:
        """Let time pass; with reduced motion, arrive."""
        self._elapsed += seconds
        if still or self._elapsed >= self._duration:
            self.arrive()
            return
        share = ease_out(self._elapsed / self._duration)
        self.value = self._start + (self.target - self._start) * share
