"""What comes to look pointed at, and ceases to, over a short time. All that is pressed does."""

from collections.abc import Sequence
from typing import Final

from game.ui.motion import HOVER, Glide
from game.ui.theme import Theme
from game.ui.widgets.intent import Intent
from game.ui.widgets.widget import Widget

_STEPS: Final = 6
"""As many looks between two as there are frames: more would only fill the cache."""


class Easing(Widget):
    """A widget that asks `warmth` how far it looks pointed at.

    Attributes:
        warms: Whether it has another look at all when it is pointed at.
    """

    warms: bool = True

    def __init__(self, ident: str = "", children: Sequence[Widget] = ()) -> None:
        super().__init__(ident, children)
        self._warm = Glide()

    def update(self, seconds: float, theme: Theme) -> Intent | None:
        """Go on towards the look that is wanted."""
        self._warm.send(self._wanted, HOVER)
        self._warm.advance(seconds * theme.speed, still=theme.still)
        return None

    def wake(self) -> float | None:
        """Ask for frames while it changes, and for one when it should begin to."""
        return 0.0 if self._changing else None

    @property
    def lively(self) -> bool:
        """Return whether it changes now; kinds that do more with time are asked always."""
        kind = type(self)
        if kind.update is not Easing.update or kind.wake is not Easing.wake:
            return True
        return self.hovered or self._changing

    def go_on(self, earlier: Widget) -> None:
        """Take over how far the one before it had come."""
        if isinstance(earlier, Easing) and earlier.id == self.id:
            self._warm = earlier._warm

    def warmth(self, theme: Theme) -> float:
        """Return how far it looks pointed at, in few steps; at once when motion is reduced."""
        if theme.still:
            self._warm = Glide(self._wanted)
        return round(self._warm.value * _STEPS) / _STEPS

    @property
    def pointed(self) -> bool:
        """Return whether it should look pointed at."""
        return self.hovered and not self.barred

    @property
    def _wanted(self) -> float:
        return float(self.warms and self.pointed)

    @property
    def _changing(self) -> bool:
        return self._warm.moving or self._warm.target != self._wanted
