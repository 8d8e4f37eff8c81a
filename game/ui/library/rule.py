"""A paragraph of the rulebook as widgets: its number, prose, lists and tables."""

import re
from collections.abc import Iterator
from typing import Final

import pygame
from pygame import Rect

from game.ui import text
from game.ui.draw import frame
from game.ui.theme import BODY, NOTE_BOLD, Theme
from game.ui.widgets.label import Paragraph
from game.ui.widgets.widget import Column, Widget
from game.words import Paragraph as Numbered

_TEXT: Final = BODY.sized(16, 23)
_NUMBER: Final = 46
_CELL: Final = 8
_BULLET: Final = re.compile(r"^- ", re.MULTILINE)


class Entry(Widget):
    """A numbered paragraph: its number in the margin, its parts beside it."""

    backdrop = True

    def __init__(self, numbered: Numbered) -> None:
        self.number = numbered.number
        parts = [_part(words) for words in numbered.text.split("\n\n") if words.strip()]
        self.column = Column(children=parts, gap=8)
        super().__init__("", [self.column])

    def says(self) -> str:
        """Return the number."""
        return self.number

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the parts."""
        return self.column.measure(theme, room - _NUMBER)

    def place(self, rect: Rect, theme: Theme) -> None:
        """Place the parts right of the number."""
        self.rect = rect.copy()
        self.column.place(
            Rect(rect.x + _NUMBER, rect.y, rect.width - _NUMBER, rect.height), theme
        )

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw the number."""
        block = text.block(self.number, NOTE_BOLD, theme)
        block.draw(target, (self.rect.x, self.rect.y + 3), theme.palette.ink_3)


class Bullets(Widget):
    """A list: each item behind a small disc of ink."""

    backdrop = True

    def __init__(self, items: list[str]) -> None:
        self.column = Column(children=[Paragraph(item, _TEXT) for item in items], gap=4)
        super().__init__("", [self.column])

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the items."""
        return self.column.measure(theme, room - 18)

    def place(self, rect: Rect, theme: Theme) -> None:
        """Place the items with room for their marks."""
        self.rect = rect.copy()
        self.column.place(Rect(rect.x + 18, rect.y, rect.width - 18, rect.height), theme)

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw the marks."""
        for item in self.column.children:
            top = item.rect.y + text.line_height(_TEXT, theme) // 2 - 2
            dot = theme.rect(Rect(self.rect.x + 4, top, 5, 5))
            target.fill(theme.palette.ink_2, dot)


class Table(Widget):
    """A table with a head; its columns are as wide as their words ask for."""

    backdrop = True

    def __init__(self, head: list[str], rows: list[list[str]]) -> None:
        super().__init__()
        self.rows = [head, *rows]
        self._wide: list[int] = []
        self._high: list[int] = []

    def says(self) -> str:
        """Return the cells."""
        return "; ".join(", ".join(row) for row in self.rows)

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of all rows at a width."""
        return sum(self._heights(theme, self._widths(theme, room))) + 2

    def place(self, rect: Rect, theme: Theme) -> None:
        """Take a place and share it among the columns."""
        self.rect = rect.copy()
        self._wide = self._widths(theme, rect.width)
        self._high = self._heights(theme, self._wide)

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw the rows above hairlines; the head above a heavier one."""
        palette, top = theme.palette, self.rect.y
        for number, (row, high) in enumerate(zip(self.rows, self._high, strict=True)):
            left = self.rect.x
            for words, wide in zip(row, self._wide, strict=True):
                block = self._block(theme, words, wide, head=number == 0)
                block.draw(target, (left, top + 4), palette.ink)
                left += wide
            top += high
            colour, line = (palette.ink, 2) if number == 0 else (palette.rule, 1)
            frame.rule(
                target, theme, (self.rect.x, top - 1), self.rect.width, colour, line=line
            )

    def _widths(self, theme: Theme, room: int) -> list[int]:
        """Share the room by what the columns want; a narrow one gets all it wants."""
        wants = [
            max(self._want(theme, row[column], number) for number, row in enumerate(self.rows))
            for column in range(len(self.rows[0]))
        ]
        if sum(wants) <= room:
            return [*wants[:-1], room - sum(wants[:-1])]
        fair = room // len(wants)
        spare = room - sum(min(want, fair) for want in wants)
        beyond = sum(max(0, want - fair) for want in wants)
        return [min(want, fair) + max(0, want - fair) * spare // beyond for want in wants]

    def _want(self, theme: Theme, words: str, number: int) -> int:
        role = NOTE_BOLD if number == 0 else _TEXT.sized(14, 19)
        return text.width(text.runs(words), role, theme) + 2 * _CELL

    def _heights(self, theme: Theme, wide: list[int]) -> list[int]:
        return [
            max(
                self._block(theme, words, room, head=number == 0).height
                for words, room in zip(row, wide, strict=True)
            )
            + 9
            for number, row in enumerate(self.rows)
        ]

    def _block(self, theme: Theme, words: str, wide: int, *, head: bool) -> text.Block:
        role = NOTE_BOLD if head else _TEXT.sized(14, 19)
        return text.block(text.runs(words), role, theme, max(20, wide - _CELL))


def _part(words: str) -> Widget:
    """Return a part of a paragraph: a table, a list, or prose."""
    if words.startswith("|"):
        head, _, *rows = [_cells(line) for line in words.splitlines()]
        return Table(head, rows)
    if words.startswith("- "):
        items = _BULLET.split(words)[1:]
        return Bullets([" ".join(item.split("\n")).strip() for item in items])
    return Paragraph(" ".join(words.split("\n")), _TEXT)


def _cells(line: str) -> list[str]:
    """Return the cells of a line of a table."""
    return list(_trimmed(line.strip().strip("|").split("|")))


def _trimmed(cells: list[str]) -> Iterator[str]:
    yield from (cell.strip() for cell in cells)
