"""A page as plain text: for a terminal, and for those who have it read to them."""

from typing import Final

from game.charts.page import (
    Blank,
    Block,
    Figure,
    Listing,
    Page,
    Paragraph,
    Points,
    Section,
    Table,
)

_APART: Final = "  "


def plain(page: Page, sections: int | None = None) -> str:
    """Return a page as text, pictures by their tables; only so many chapters if asked."""
    lines = [page.title, "=" * len(page.title), *page.facts]
    for section in page.sections[:sections]:
        lines += ["", *plain_section(section)]
    return "\n".join(lines) + "\n"


def plain_section(section: Section) -> list[str]:
    """Return a chapter's lines."""
    lines = [section.heading, "-" * len(section.heading)]
    for block in section.blocks:
        lines += _block(block)
    return lines


def _block(block: Block) -> list[str]:
    """Return a block's lines; a picture without a table is left out."""
    if isinstance(block, Listing):
        return block.text.splitlines()
    if isinstance(block, Paragraph):
        return f"{block.number} {block.text}".strip().splitlines()
    if isinstance(block, Points):
        marks = [f"{n}." if block.numbered else "-" for n in range(1, len(block.lines) + 1)]
        return [f"{mark} {line}" for mark, line in zip(marks, block.lines, strict=True)]
    if isinstance(block, Blank):
        return [""] * block.lines
    table = block.table if isinstance(block, Figure) else block
    return _table(table) if table else []


def _table(table: Table) -> list[str]:
    """Return a table with its columns under each other."""
    rows = [table.head, *table.rows]
    widths = [max(len(row[column]) for row in rows) for column in range(len(table.head))]
    lines = [table.caption] if table.caption else []
    for row in rows:
        cells = [
            cell.ljust(width) if number in (0, *table.left) else cell.rjust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append(_APART.join(cells).rstrip())
    return lines
