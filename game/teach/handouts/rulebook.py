"""The rulebook as a page to print: its paragraphs numbered as they are everywhere."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from game.charts import Block, Marked, Page, Paragraph, Points, Section, Table
from game.teach.handouts.desk import Desk
from game.words import Chapter, rulebook
from game.words import Paragraph as Numbered

_CELLS: Final = re.compile(r"\s*\|\s*")
_FIGURES: Final = re.compile(r"[−+–\d.,; ]*")
_ITEM: Final = "- "


def rulebook_page(desk: Desk) -> Page:
    """Return the whole rulebook."""
    words = desk.words
    return Page(
        words.language,
        words.text("The rulebook"),
        (
            words.text(
                "The game allows only what these rules allow, and says why. F1 opens this book "
                "in the game, at the paragraph of what you look at."
            ),
        ),
        words.text("Chapters"),
        tuple(map(_section, rulebook(words))),
    )


def _section(chapter: Chapter) -> Section:
    blocks = (block for one in chapter.paragraphs for block in _blocks(one))
    return Section(chapter.title, tuple(blocks), str(chapter.number))


def _blocks(numbered: Numbered) -> Iterator[Block]:
    """Yield the parts of a paragraph: prose, lists and tables, as they stand."""
    number = numbered.number
    for part in re.split(r"\n{2,}", numbered.text):
        lines = part.splitlines()
        if lines[0].startswith("|"):
            yield _table(lines)
        elif lines[0].startswith(_ITEM):
            yield Points(tuple(Marked(line.removeprefix(_ITEM)) for line in lines))
        else:
            yield Paragraph(Marked(" ".join(lines)), number)
            number = ""


def _table(lines: Sequence[str]) -> Table:
    """Return a table of the book; columns that hold more than figures are set to the left."""
    head, _, *rows = (_row(line) for line in lines)
    left = [
        column
        for column in range(1, len(head))
        if any(not _FIGURES.fullmatch(row[column]) for row in rows)
    ]
    return Table("", head, tuple(rows), tuple(left))


def _row(line: str) -> tuple[str, ...]:
    return tuple(Marked(cell) for cell in _CELLS.split(line.strip())[1:-1])
