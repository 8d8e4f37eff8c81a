"""Panels: boxes that hold other widgets; and the rules between things."""

from collections.abc import Sequence
from typing import Final

import pygame
from pygame import Rect

from game.ui.draw import frame
from game.ui.layout import inset
from game.ui.theme import PADDING, Theme
from game.ui.widgets.widget import Column, Widget

PANEL = "panel"
PLAIN = "plain"
PLATE = "plate"
TINT = "tint"
_EDGE: Final = 4


class Panel(Widget):
    """A box with its content below one another, or placed by the scene.

    Attributes:
        look: ``panel`` has a shadow, ``plain`` none, ``plate`` a double frame inside,
            ``tint`` the light ground of ``side``.
        side: Whose box it is: an edge in that side's colour, along the top or at the left.
        edge: Name of a colour for the edge, in place of a side's.
    """

    backdrop = True

    def __init__(
        self,
        ident: str = "",
        children: Sequence[Widget] = (),
        *,
        look: str = PANEL,
        side: int | None = None,
        edge: str = "",
        edge_on_top: bool = True,
        padding: int = PADDING,
        gap: int = 8,
    ) -> None:
        self.column = Column(children=children, gap=gap)
        super().__init__(ident, [self.column])
        self.look = look
        self.side = side
        self.edge = edge
        self.edge_on_top = edge_on_top
        self.padding = padding

    @property
    def inner(self) -> Rect:
        """Return the room inside the padding; an edge at the left takes room of its own."""
        inner = inset(self.rect, self.padding)
        inner.width -= self._edge_room
        return inner.move(self._edge_room, 0)

    @property
    def _edge_room(self) -> int:
        return 0 if self.edge_on_top or (self.side is None and not self.edge) else _EDGE

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the content and the padding."""
        room -= 2 * self.padding + self._edge_room
        return self.column.measure(theme, room) + 2 * self.padding

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the size that the content wants."""
        return 0, self.measure(theme, self.rect.width)

    def place(self, rect: Rect, theme: Theme) -> None:
        """Take a place and put the content inside the padding."""
        self.rect = rect.copy()
        self.column.place(self.inner, theme)

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint shadow, ground, frame and edge."""
        palette = theme.palette
        if self.look == TINT and self.side is not None:
            frame.box(target, theme, self.rect, theme.side_tint(self.side), corner=0)
        else:
            if self.look != PLAIN:
                frame.shadow(target, theme, self.rect)
            frame.box(target, theme, self.rect, palette.panel, palette.rule)
        if self.look == PLATE:
            frame.double_frame(target, theme, inset(self.rect, 10), palette.ink)
        if self.edge:
            colour = getattr(palette, self.edge)
            frame.side_edge(target, theme, self.rect, colour, top=self.edge_on_top)
        elif self.side is not None:
            colour = theme.side_colour(self.side)
            frame.side_edge(target, theme, self.rect, colour, top=self.edge_on_top)


class Rule(Widget):
    """A hairline across, with air around it; ``heavy`` is the 2 pixels above a chapter."""

    def __init__(self, *, heavy: bool = False, air: int = 0) -> None:
        super().__init__()
        self.heavy = heavy
        self.air = air

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height with the air."""
        return 2 * self.air + (2 if self.heavy else 1)

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw the line."""
        palette = theme.palette
        colour, line = (palette.ink, 2) if self.heavy else (palette.rule, 1)
        start = (self.rect.x, self.rect.y + self.air)
        frame.rule(target, theme, start, self.rect.width, colour, line=line)


class Spacer(Widget):
    """Nothing, of a height."""

    backdrop = True

    def __init__(self, height: int) -> None:
        super().__init__()
        self.height = height

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height."""
        return self.height
