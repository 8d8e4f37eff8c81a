"""Short news at the edge of the screen: four seconds, three at most; the log keeps them."""

from dataclasses import dataclass
from typing import Final

import pygame
from pygame import Rect

from game.ui import text
from game.ui.draw import mark
from game.ui.draw.frame import box, shadow, side_edge
from game.ui.theme import BODY, NOTE, Colour, Theme
from game.ui.widgets.intent import Intent
from game.ui.widgets.widget import Widget

SECONDS: Final = 4.0
MOST: Final = 3
WIDTH: Final = 312
_NARROW: Final = 260
"""Below this width the words are as small as those of the log."""
_PADDING: Final = 14
_INDENT: Final = 42
_GAP: Final = 8


@dataclass(slots=True)
class Toast:
    """One piece of news; ``side`` is who did it, none for both together or for nobody.

    ``words`` may have ``**bold**`` and ``*italic*`` in it. ``icon`` stands where there is no
    side's shape; without either, the news is that both sides met on a rung.
    """

    words: str
    side: int | None = None
    icon: str = ""
    left: float = SECONDS


class Toasts(Widget):
    """The news that are shown now, the newest at the bottom.

    Attributes:
        hanging: Whether they hang from the top of the rectangle, or stand on its bottom.
    """

    backdrop = True
    see_through = True

    def __init__(self, ident: str = "toasts") -> None:
        super().__init__(ident)
        self.shown: list[Toast] = []
        self.hanging = False

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

    def height(self, theme: Theme, room: int) -> int:
        """Return how high the column of them is in a width; 0 without any."""
        heights = [high for _, high in self._blocks(theme, room)]
        return sum(heights) + _GAP * max(0, len(heights) - 1)

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw them as wide as the rectangle, in a column."""
        top = self.rect.top
        if not self.hanging:
            top = self.rect.bottom - self.height(theme, self.rect.width)
        blocks = self._blocks(theme, self.rect.width)
        for toast, (block, high) in zip(self.shown, blocks, strict=True):
            area = Rect(self.rect.left, top, self.rect.width, high)
            self._paint_one(target, theme, area, toast, block)
            top += high + _GAP

    def _blocks(self, theme: Theme, wide: int) -> list[tuple[text.Block, int]]:
        """Return the words of each, with its height: air, and room for its mark."""
        role, air = (NOTE, 16) if wide < _NARROW else (BODY, 24)
        room = wide - _INDENT - _PADDING
        blocks = [text.block(text.runs(toast.words), role, theme, room) for toast in self.shown]
        return [(block, round(max(44, block.height + air))) for block in blocks]

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
        at = (area.x + 24, area.centery)
        if toast.side is not None:
            mark.side_mark(target, theme, toast.side, at, 16)
        elif toast.icon:
            mark.icon(target, theme, toast.icon, at, palette.ink_2, 18)
        else:
            rung = Rect(area.x + 14, area.centery - 4, 20, 9)
            target.fill(palette.joint, theme.rect(rung))
        block.draw(target, (area.x + _INDENT, area.centery - block.height / 2), palette.ink)

    @staticmethod
    def _colour(theme: Theme, toast: Toast) -> Colour:
        """Return the colour of the edge: the actor's, ink for nobody's act."""
        if toast.side is not None:
            return theme.side_colour(toast.side)
        return theme.palette.ink if toast.icon else theme.palette.joint
