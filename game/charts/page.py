"""One HTML page that needs nothing else: no script, no font, no picture from elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import TypeAlias

from game.charts.style import STYLE


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first column names its rows, the others are set to the right.

    Attributes:
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
    """A chapter of a page."""

    title: str
    blocks: tuple[Block, ...]


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
    return f'<section id="s{number}">\n<h2>{escape(section.title)}</h2>\n{blocks}</section>\n'


def _block(block: Block) -> str:
    """Return a block: a paragraph, a list, a table, a figure."""
    if isinstance(block, Paragraph):
        return f"<p>{escape(block.text)}</p>\n"
    if isinstance(block, Listing):
        return f"<pre>{escape(block.text)}</pre>\n"
    if isinstance(block, Points):
        tag = "ol" if block.numbered else "ul"
        points = "".join(f"<li>{escape(line)}</li>" for line in block.lines)
        return f"<{tag}>{points}</{tag}>\n"
    if isinstance(block, Blank):
        return '<div class="blank"></div>\n' * block.lines
    if isinstance(block, Table):
        return _table(block)
    below = _table(block.table) if block.table else ""
    caption = f"<figcaption>{escape(block.caption)}</figcaption>"
    return f"<figure>\n{block.picture}\n{caption}\n</figure>\n{below}"


def _table(table: Table) -> str:
    """Return a table whose rows and columns are named for those who hear it."""
    head = _row(table, table.head, "th", "col")
    rows = "".join(_row(table, row, "td", "row") for row in table.rows)
    fill = ' class="fill"' if table.fill else ""
    return (
        f'<div class="wide"><table{fill}>\n<caption>{escape(table.caption)}</caption>\n'
        f"<thead>{head}</thead>\n<tbody>{rows}</tbody>\n</table></div>\n"
    )


def _row(table: Table, cells: Sequence[str], tag: str, scope: str) -> str:
    """Return one row; its first cell names it."""
    told = []
    for number, cell in enumerate(cells):
        name = tag if number else "th"
        scoped = f' scope="{scope}"' if name == "th" else ""
        worded = "" if number and number not in table.left else ' class="w"'
        told.append(f"<{name}{scoped}{worded}>{escape(cell)}</{name}>")
    return f"<tr>{''.join(told)}</tr>\n"
