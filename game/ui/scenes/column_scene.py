"""A decision on three columns: what it is about, what can be done, what that changes."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pygame
from pygame import Rect

from game.engine.preview import Preview
from game.ui.board.ground import draw_ground
from game.ui.layout import cut_bottom, cut_top
from game.ui.scenes.match_scene import TOP
from game.ui.scenes.telling_scene import TellingScene
from game.ui.theme import GUTTER, NOTE, PANEL_TITLE
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.scroll_area import ScrollArea
from game.ui.widgets.widget import Column, Group, Widget

_LEFT: Final = 276
_RIGHT: Final = 444
_PADDING: Final = 20
_EDGE: Final = 12
_TABS: Final = 64
_TITLE: Final = PANEL_TITLE.sized(23, 30)


@dataclass(frozen=True, slots=True)
class Columns:
    """What stands on the columns.

    Attributes:
        left: What it is about: a card or a panel.
        heading: Of the middle, above its tabs and its rows.
        about: A note below the rows.
        buttons: At the foot of the middle: the way back first, the main one last.
        changes: The right column.
        becomes: What the strip of shared tracks hatches.
        acting: Who does what now, in the bar; without it, whose turn it is.
    """

    left: Widget
    heading: str
    rows: Sequence[Widget]
    about: str
    buttons: Sequence[Button]
    right_heading: str
    right_note: str
    changes: Sequence[Widget]
    tabs: Choice | None = None
    becomes: Preview | None = None
    acting: str | None = None


class ColumnScene(TellingScene, ABC):
    """Subclasses return their `columns` and follow intents."""

    offset = 0
    """How far the rows are scrolled; kept while they are built anew."""

    @abstractmethod
    def columns(self) -> Columns:
        """Return what stands on the columns now."""

    def build(self) -> Widget:
        """Build the three columns."""
        shown = self.columns()
        self.top_bar, self.tracks = self.bar(shown.acting), self.strip(shown.becomes)
        self.left = shown.left
        self.heading = Label(shown.heading, _TITLE)
        self.tabs = shown.tabs
        self.list = ScrollArea("use-list", Column(children=shown.rows, gap=6))
        self.about = Label(shown.about, NOTE, colour="ink_2")
        self.buttons = list(shown.buttons)
        self.middle = Panel("uses")
        tabs = [self.tabs] if self.tabs is not None else []
        self.middle.children = [self.heading, *tabs, self.list, self.about, *self.buttons]
        self.right_heading = Label(shown.right_heading, _TITLE)
        self.right_note = Label(shown.right_note, NOTE, colour="ink_2")
        self.changes = ScrollArea("change-list", Column(children=shown.changes, gap=5))
        self.right = Panel("changes")
        self.right.children = [self.right_heading, self.right_note, self.changes]
        parts = [self.top_bar, self.tracks, self.left, self.middle, self.right]
        return Group("columns", parts)

    def layout(self, size: tuple[int, int]) -> None:
        """Give spare width to the middle, spare height to all."""
        self.place_top(self.top_bar, self.tracks)
        wide, high = size[0] - 2 * GUTTER, size[1] - TOP - 2 * GUTTER
        area = Rect(GUTTER, TOP + GUTTER, wide, high)
        self.left.place(Rect(area.x, area.y, _LEFT, area.height), self.theme)
        right = Rect(area.right - _RIGHT, area.y, _RIGHT, area.height)
        left = area.x + _LEFT + GUTTER
        self._place_middle(Rect(left, area.y, right.x - GUTTER - left, area.height))
        self._place_right(right)

    def paint(self, target: pygame.Surface) -> None:
        """Paint the map faintly behind the columns."""
        draw_ground(target, self.theme)

    def keep_offset(self) -> None:
        """Stay at this row when the rows are built anew."""
        self.offset = self.list.offset

    def _place_middle(self, room: Rect) -> None:
        theme = self.theme
        self.middle.rect = room
        inner = room.inflate(-2 * _PADDING, -2 * _EDGE)
        head, rest = cut_top(inner, self.heading.measure(theme, inner.width), 4)
        self.heading.place(head, theme)
        if self.tabs is not None:
            tall = max(_TABS, self.tabs.measure(theme, inner.width))
            tabs, rest = cut_top(rest, tall, 10)
            self.tabs.place(tabs, theme)
        foot, rest = cut_bottom(rest, self.buttons[0].measure(theme, 0), 8)
        about, rest = cut_bottom(rest, self.about.measure(theme, inner.width), 6)
        self.about.place(about, theme)
        self.list.place(rest, theme)
        self.list.scroll_to(self.offset)
        self._place_buttons(foot)

    def _place_buttons(self, foot: Rect) -> None:
        """Give the main button all that the others leave."""
        left = foot.x
        for button in self.buttons[:-1]:
            wide = button.natural_width(self.theme) + 8
            button.place(Rect(left, foot.y, wide, foot.height), self.theme)
            left += wide + 14
        main = self.buttons[-1]
        room = foot.right - left
        if main.least(self.theme)[0] > room:
            # `Cooperate: Guarantees`: the chosen row says the rest.
            main.label = main.label.partition(":")[0]
        if main.least(self.theme)[0] > room:
            main.label = self.words.text("Do it")
        main.place(Rect(left, foot.y, room, foot.height), self.theme)

    def _place_right(self, room: Rect) -> None:
        theme = self.theme
        self.right.rect = room
        inner = room.inflate(-2 * _PADDING, -2 * _EDGE)
        head, rest = cut_top(inner, self.right_heading.measure(theme, inner.width))
        self.right_heading.place(head, theme)
        note, rest = cut_top(rest, self.right_note.measure(theme, inner.width), 8)
        self.right_note.place(note, theme)
        self.changes.place(rest, theme)
