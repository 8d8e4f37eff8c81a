"""One HTML page that needs nothing else: no script, no font, no picture from elsewhere."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final, TypeAlias

from game.charts.style import STYLE

_SHORT: Final = 10
"""A table of so many rows is never torn apart by the end of a page."""
_SET_APART: Final = re.compile(r"\*([^*]+)\*")


class Marked(str):
    """Text in which *words between asterisks* are set apart; it may stand for any text."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of plain text.

    Attributes:
        number: By which others refer to it; it stands before the text, and links lead to it.
    """

    text: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first column names its rows, the others are set to the right.

    Attributes:
        caption: What it shows; may be empty where the text before it says so.
        left: Further columns that hold words and are set to the left, from 0.
        fill: Its empty cells are to be written into, so they need room.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left: tuple[int, ...] = ()
    fill: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with what it shows in words, and its numbers as a table."""

    picture: str
    caption: str
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines to be copied as they stand."""

    text: str


@dataclass(frozen=True, slots=True)
class Points:
    """Lines of plain text, each of them a point of a list; `numbered` if they have an order."""

    lines: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """So many ruled lines to write on, where the page is printed."""

    lines: int


Block: TypeAlias = Paragraph | Table | Figure | Listing | Points | Blank


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of a page.

    Attributes:
        number: Stands before its title, where chapters are known by their numbers.
    """

    title: str
    blocks: tuple[Block, ...]
    number: str = ""

    @property
    def heading(self) -> str:
        """Its number and its title."""
        return f"{self.number} {self.title}".strip()


@dataclass(frozen=True, slots=True)
class Page:
    """A whole page.

    Attributes:
        language: Its code, such as `en`.
        facts: Short lines under the title: what was played, how often, when.
        contents: The words above the list of chapters; without any there is no list.
    """

    language: str
    title: str
    facts: tuple[str, ...]
    contents: str
    sections: tuple[Section, ...]


def html(page: Page) -> str:
    """Return the page as HTML."""
    facts = "".join(f"<li>{escape(fact)}</li>" for fact in page.facts)
    body = "".join(_section(number, one) for number, one in enumerate(page.sections, 1))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(page.language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(page.title)}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n"
        f"<header>\n<h1>{escape(page.title)}</h1>\n<ul>{facts}</ul>\n</header>\n"
        f"{_contents(page)}<main>\n{body}</main>\n</body>\n</html>\n"
    )


def _contents(page: Page) -> str:
    """Return the list of chapters, if the page has one."""
    if not page.contents:
        return ""
    links = "".join(
        f'<li><a href="#s{number}">{escape(one.title)}</a></li>'
        for number, one in enumerate(page.sections, 1)
    )
    label = escape(page.contents)
    return f'<nav aria-label="{label}"><h2>{label}</h2><ol>{links}</ol></nav>\n'


def _section(number: int, section: Section) -> str:
    """Return a chapter."""
    blocks = "".join(_block(block) for block in section.blocks)
    return f'<section id="s{number}">\n<h2>{escape(section.heading)}</h2>\n{blocks}</section>\n'


def _block(block: Block) -> str:
    """Return a block: a paragraph, a list, a table, a figure."""
    if isinstance(block, Paragraph):
        return _paragraph(block)
    if isinstance(block, Listing):
        return f"<pre>{escape(block.text)}</pre>\n"
    if isinstance(block, Points):
        tag = "ol" if block.numbered else "ul"
        points = "".join(f"<li>{_told(line)}</li>" for line in block.lines)
        return f"<{tag}>{points}</{tag}>\n"
    if isinstance(block, Blank):
        return '<div class="blank"></div>\n' * block.lines
    if isinstance(block, Table):
        return _table(block)
    below = _table(block.table) if block.table else ""
    caption = f"<figcaption>{escape(block.caption)}</figcaption>"
    return f"<figure>\n{block.picture}\n{caption}\n</figure>\n{below}"


def _told(text: str) -> str:
    """Return a text as HTML."""
    told = escape(text)
    return _SET_APART.sub(r"<em>\1</em>", told) if isinstance(text, Marked) else told


def _paragraph(block: Paragraph) -> str:
    if not block.number:
        return f"<p>{_told(block.text)}</p>\n"
    number = escape(block.number)
    return f'<p id="p{number}"><b class="n">{number}</b> {_told(block.text)}</p>\n'


def _table(table: Table) -> str:
    """Return a table whose rows and columns are named for those who hear it."""
    head = _row(table, table.head, "th", "col")
    rows = "".join(_row(table, row, "td", "row") for row in table.rows)
    short = len(table.rows) <= _SHORT
    kinds = [kind for kind, holds in (("fill", table.fill), ("short", short)) if holds]
    kind = f' class="{" ".join(kinds)}"' if kinds else ""
    caption = f"<caption>{escape(table.caption)}</caption>\n" if table.caption else ""
    return (
        f'<div class="wide"><table{kind}>\n{caption}'
        f"<thead>{head}</thead>\n<tbody>{rows}</tbody>\n</table></div>\n"
    )


def _row(table: Table, cells: Sequence[str], tag: str, scope: str) -> str:
    """Return one row; its first cell names it."""
    told = []
    for number, cell in enumerate(cells):
        name = tag if number else "th"
        scoped = f' scope="{scope}"' if name == "th" else ""
        worded = "" if number and number not in table.left else ' class="w"'
        told.append(f"<{name}{scoped}{worded}>{_told(cell)}</{name}>")
    return f"<tr>{''.join(told)}</tr>\n"
