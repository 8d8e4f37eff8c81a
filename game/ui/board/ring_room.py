"""Room around what can be focused, so that an area that clips leaves its ring whole."""

from typing import Final

from pygame import Rect

from game.ui.theme import Theme
from game.ui.widgets.widget import Widget

RING: Final = 7
"""How far the ring of the keyboard reaches outside of a widget."""


class RingRoom(Widget):
    """A widget with room for the ring on every side."""

    backdrop = True

    def __init__(self, content: Widget) -> None:
        super().__init__("", [content])
        self.content = content

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the content and the room above and below it."""
        return self.content.measure(theme, room - 2 * RING) + 2 * RING

    def place(self, rect: Rect, theme: Theme) -> None:
        """Put the content inside."""
        self.rect = rect.copy()
        self.content.place(rect.inflate(-2 * RING, -2 * RING), theme)
