"""A chapter of a debrief as widgets: sentences with their references, tables, pictures."""

from typing import Final

import pygame
from pygame import Rect

from game.charts import Figure, Paragraph, Table
from game.teach.telling.told import Chapter, Part, References, Told
from game.ui import text
from game.ui.draw.picture import draw_picture, height_at, taken_apart
from game.ui.library.rule import Table as Grid
from game.ui.theme import BODY, HEADING, NOTE, SCREEN_TITLE, Theme
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Rule
from game.ui.widgets.widget import Column, Widget

_TEXT: Final = BODY.sized(16, 23)
_WIDEST: Final = 680
"""The width for which a picture is made; it grows with the text as far as there is room."""


class Picture(Widget):
    """A picture of `game.charts`, in the theme's colours."""

    backdrop = True

    def __init__(self, picture: str) -> None:
        super().__init__()
        self.drawing = taken_apart(picture)

    def says(self) -> str:
        """Return what it shows."""
        return self.drawing.title

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height at the width that it takes."""
        return height_at(self.drawing, self._wide(theme, room))

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw it from the left."""
        wide = self._wide(theme, self.rect.width)
        high = height_at(self.drawing, wide)
        draw_picture(target, theme, self.drawing, Rect(*self.rect.topleft, wide, high))

    def _wide(self, theme: Theme, room: int) -> int:
        return min(room, round(_WIDEST * theme.text))


def chapter_column(chapter: Chapter, references: References) -> Column:
    """Return a chapter below its title."""
    parts: list[Widget] = [Label(chapter.title, SCREEN_TITLE.sized(28, 36)), Rule()]
    for part in chapter.parts:
        parts += _widgets(part, references)
    return Column("", parts, gap=12)


def _widgets(part: Part, references: References) -> list[Widget]:
    if isinstance(part, Told):
        return [_sentence(part, references)]
    if isinstance(part, Paragraph):
        return [Label(part.text, _TEXT.italic, colour="ink_2")]
    if isinstance(part, Table):
        return _table(part)
    return _figure(part)


def _sentence(told: Told, references: References) -> Label:
    """Return a sentence, what it rests on behind it in a quieter colour."""
    runs = [text.Run(told.text)]
    if told.rests:
        runs.append(text.Run(f" [{references.text(told.rests)}]", colour="ink_3"))
    return Label(runs, _TEXT)


def _figure(figure: Figure) -> list[Widget]:
    parts: list[Widget] = [Picture(figure.picture), Label(figure.caption, NOTE, colour="ink_2")]
    return parts if figure.table is None else [*parts, *_table(figure.table)]


def _table(table: Table) -> list[Widget]:
    rows = [list(row) for row in table.rows]
    return [Label(table.caption, HEADING), Grid(list(table.head), rows)]
