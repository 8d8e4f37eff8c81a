"""The whole log, as the viewer may know it; the newest line is at the end."""

from collections.abc import Sequence

import pygame
from pygame import Rect

from game.ui.board.log_rows import LogRow
from game.ui.layout import centred, cut_bottom, cut_top
from game.ui.scene import Pop, Transition
from game.ui.scenes.page import Page
from game.ui.theme import BODY, PADDING, SCREEN_TITLE
from game.ui.widgets.button import Button
from game.ui.widgets.intent import Intent, Pressed
from game.ui.widgets.keys import is_key
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.scroll_area import ScrollArea
from game.ui.widgets.widget import Column, Group, Widget
from game.words import LogLine, Words

_WIDTH = 760


class LogScene(Page):
    """All lines on a page that scrolls, at first to its end."""

    framed = False

    def __init__(self, words: Words, told: Sequence[LogLine]) -> None:
        super().__init__()
        self.words = words
        self.told = tuple(told)
        self.start = "lines"
        self._at_end = False

    def build(self) -> Widget:
        """Build title, lines and the way back."""
        words = self.words
        rows: list[Widget] = [LogRow(line, BODY) for line in self.told]
        if not rows:
            rows = [Label(words.text("Nothing has happened yet."), BODY)]
        title = Label(words.text("Log"), SCREEN_TITLE)
        area = ScrollArea("lines", Column(children=rows, gap=0))
        back = Button("back", words.text("Back"), key="Esc", primary=True)
        return Group("log", [Panel("page"), title, area, back])

    def layout(self, size: tuple[int, int]) -> None:
        """Place the page in the middle."""
        page, title, area, back = self.root.children
        room = centred(Rect(0, 0, *size), min(_WIDTH, size[0] - 32), size[1] - 48)
        page.place(room, self.theme)
        inner = room.inflate(-4 * PADDING, -2 * PADDING)
        head, rest = cut_top(inner, title.measure(self.theme, inner.width), 8)
        foot, lines = cut_bottom(rest, back.measure(self.theme, 0), 12)
        title.place(head, self.theme)
        wide = back.natural_width(self.theme) + 40 if isinstance(back, Button) else 0
        back.place(Rect(foot.right - wide, foot.y, wide, foot.height), self.theme)
        area.place(lines, self.theme)
        if isinstance(area, ScrollArea) and not self._at_end:
            self._at_end = True
            area.scroll_to(area.reach)

    def on_intent(self, intent: Intent) -> Transition | None:
        """Go back."""
        return Pop() if isinstance(intent, Pressed) and intent.id == "back" else None

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Go back by the key that opened the log, too."""
        return Pop() if is_key(event, "G") else None
