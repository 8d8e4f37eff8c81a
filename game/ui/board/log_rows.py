"""A line of the log as a row: whose act it was, what it was about, the sentence."""

from typing import Final

import pygame
from pygame import Rect

from game.ui import text
from game.ui.board.shorten import shortened
from game.ui.draw import mark
from game.ui.draw.frame import rule
from game.ui.theme import NOTE, NOTE_BOLD, Role, Theme
from game.ui.widgets.widget import Widget
from game.words import LogLine

_INDENT: Final = 18
_AIR: Final = 8

_ICONS: Final = {
    "round": "clock",
    "track": "timeline",
    "verdict": "book",
    "crisis": "hourglass",
    "council": "handshake",
    "door": "door-strained",
}
"""Icons of lines that are nobody's act."""


class LogRow(Widget):
    """One entry above a hairline. With ``lines`` it is cut after so many."""

    def __init__(self, line: LogLine, role: Role = NOTE, *, lines: int = 0) -> None:
        super().__init__()
        self.lines = lines
        self.line = line
        self.role = NOTE_BOLD.sized(role.size, role.line) if line.kind == "round" else role

    def says(self) -> str:
        """Return the sentence."""
        return self.line.text

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the wrapped sentence and its air."""
        return text.height(self._words(theme, room), self.role, theme, room - _INDENT) + _AIR

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the height that the sentence needs."""
        return 0, self.measure(theme, self.rect.width) - _AIR

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint mark, sentence and hairline."""
        middle = self.rect.y + _AIR // 2 + text.line_height(self.role, theme) // 2
        words = self._words(theme, self.rect.width)
        draw_log_mark(target, theme, self.line, (self.rect.x + 5, middle))
        block = text.block(words, self.role, theme, self.rect.width - _INDENT)
        at = (self.rect.x + _INDENT, self.rect.y + _AIR // 2)
        block.draw(target, at, theme.palette.ink)
        rule(target, theme, (self.rect.x, self.rect.bottom - 1), self.rect.width)

    def _words(self, theme: Theme, room: int) -> str:
        if not self.lines:
            return self.line.text
        high = self.lines * text.line_height(self.role, theme) + 1
        return shortened(self.line.text, self.role, theme, room - _INDENT, high)


def log_icon(line: LogLine) -> str:
    """Return the icon of a line that is nobody's act; none when both sides met on a rung."""
    return "" if line.kind == "joint" else _ICONS.get(line.kind, "info")


def draw_log_mark(
    target: pygame.Surface, theme: Theme, line: LogLine, centre: tuple[float, float]
) -> None:
    """Draw the mark of a line: a closed rung, a card's back, a side's shape, or an icon."""
    x, y = round(centre[0]), round(centre[1])
    if line.kind == "joint":
        target.fill(theme.palette.joint, theme.rect(Rect(x - 5, y - 2, 11, 5)))
    elif line.kind == "face-down" and line.side is not None:
        mark.card_back(target, theme, line.side, Rect(x - 5, y - 6, 10, 13))
    elif line.side is not None:
        mark.side_mark(target, theme, line.side, (x, y), 10)
    else:
        mark.icon(target, theme, log_icon(line), (x, y), theme.palette.ink_2, 13)
