"""The log on the board: its last lines, the newest first. Pressed, it opens the whole log."""

from collections.abc import Sequence
from typing import Final

import pygame
from pygame import Rect

from game.ui import text
from game.ui.board.log_rows import LogRow
from game.ui.draw import mark
from game.ui.draw.frame import box, rule, shadow
from game.ui.draw.tone import mixed
from game.ui.theme import DIALOG_TITLE, Theme
from game.ui.widgets.button import Pressable
from game.ui.widgets.widget import Widget
from game.words import LogLine, Words

_PADDING: Final = 13
_LINES: Final = 3
_FEWER: Final = 2
"""Lines of a sentence: at most so many; cut to fewer where that lets it stand at all."""
_TITLE: Final = DIALOG_TITLE.sized(17, 22)


class LogPanel(Pressable):
    """As many of the newest lines as there is room for; with little room the title alone."""

    backdrop = True

    def __init__(self, words: Words, lines: Sequence[LogLine]) -> None:
        super().__init__("log")
        self.title = words.text("Log")
        self.empty = words.text("Nothing has happened yet.")
        self.lines = tuple(lines)

    def says(self) -> str:
        """Return the title."""
        return self.title

    def head(self, theme: Theme) -> int:
        """Return the height of the title with its air."""
        return text.line_height(_TITLE, theme) + 12

    def place(self, rect: Rect, theme: Theme) -> None:
        """Take a place and keep the lines that fit in whole."""
        self.rect = rect.copy()
        rows: list[Widget] = []
        wide = rect.width - 2 * _PADDING
        top = rect.y + self.head(theme)
        for line in reversed(self.lines):
            row = LogRow(line, lines=_LINES)
            high = row.measure(theme, wide)
            if top + high > rect.bottom - 2:
                row = LogRow(line, lines=_FEWER)
                high = row.measure(theme, wide)
            if top + high > rect.bottom - 2:
                break
            row.place(Rect(rect.x + _PADDING, top, wide, high), theme)
            row.see_through = True
            rows.append(row)
            top += high
        self.children = rows

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the panel and its title."""
        palette = theme.palette
        shadow(target, theme, self.rect)
        share = self.warmth(theme)
        edge = mixed(palette.rule, palette.ink, share)
        box(target, theme, self.rect, palette.panel, edge, line=1 + share)
        middle = self.rect.y + 8 + text.line_height(_TITLE, theme) / 2
        if not self.children:
            middle = min(middle, self.rect.centery)
        at = (self.rect.x + _PADDING, text.baseline_at(middle, _TITLE, theme))
        text.write(target, theme, self.title, _TITLE, palette.ink, at)
        at = (self.rect.right - 21, middle)
        mark.icon(target, theme, "history", at, palette.ink_2, 17)
        if self.rect.height > self.head(theme) + 8:
            start = (self.rect.x + _PADDING, self.rect.y + self.head(theme) - 4)
            rule(target, theme, start, self.rect.width - 2 * _PADDING)
