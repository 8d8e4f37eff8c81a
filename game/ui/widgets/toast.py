"""Short news at the edge of the screen: four seconds, three at most; the log keeps them."""

from dataclasses import dataclass
from typing import Final

import pygame
from pygame import Rect

from game.ui import text
from game.ui.draw import mark
from game.ui.draw.frame import box, shadow, side_edge
from game.ui.theme import BODY, Colour, Theme
from game.ui.widgets.intent import Intent
from game.ui.widgets.widget import Widget

SECONDS: Final = 4.0
MOST: Final = 3
WIDTH: Final = 384
_PADDING: Final = 18
_INDENT: Final = 51
_GAP: Final = 8


@dataclass(slots=True)
class Toast:
    """One piece of news; ``side`` is who did it, none for both sides together.

    ``words`` may have ``**bold**`` and ``*italic*`` in it.
    """

    words: str
    side: int | None = None
    left: float = SECONDS


class Toasts(Widget):
    """The news that are shown now, the newest at the bottom."""

    backdrop = True
    see_through = True

    def __init__(self, ident: str = "toasts") -> None:
        super().__init__(ident)
        self.shown: list[Toast] = []

    def add(self, toast: Toast) -> None:
        """Show one more; the oldest goes when there are too many."""
        self.shown = [*self.shown, toast][-MOST:]

    def says(self) -> str:
        """Return all that is shown."""
        return " | ".join(text.plain(text.runs(toast.words)) for toast in self.shown)

    def update(self, seconds: float, theme: Theme) -> Intent | None:
        """Let what has been shown long enough go."""
        for toast in self.shown:
            toast.left -= seconds
        self.shown = [toast for toast in self.shown if toast.left > 0]
        return None

    def wake(self) -> float | None:
        """Ask to be called when the next one goes."""
        return min((toast.left for toast in self.shown), default=None)

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw them from the bottom of the rectangle upwards."""
        bottom = self.rect.bottom
        for toast in reversed(self.shown):
            block = text.block(text.runs(toast.words), BODY, theme, WIDTH - _INDENT - _PADDING)
            high = max(48, block.height + 24)
            area = Rect(self.rect.right - WIDTH, bottom - high, WIDTH, high)
            self._paint_one(target, theme, area, toast, block)
            bottom -= high + _GAP

    def _paint_one(
        self,
        target: pygame.Surface,
        theme: Theme,
        area: Rect,
        toast: Toast,
        block: text.Block,
    ) -> None:
        palette = theme.palette
        shadow(target, theme, area)
        box(target, theme, area, palette.panel, palette.rule)
        side_edge(target, theme, area, self._colour(theme, toast))
        at = (area.x + 29, area.centery)
        if toast.side is None:
            rung = Rect(area.x + 19, area.centery - 4, 20, 9)
            target.fill(palette.joint, theme.rect(rung))
        else:
            mark.side_mark(target, theme, toast.side, at, 16)
        block.draw(target, (area.x + _INDENT, area.centery - block.height / 2), palette.ink)

    def _colour(self, theme: Theme, toast: Toast) -> Colour:
        return theme.palette.joint if toast.side is None else theme.side_colour(toast.side)
