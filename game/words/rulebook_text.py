"""The rulebook's own text, piece by piece, so that a catalogue can hold it.

A piece is what stands in one line once wrapped lines are joined: a heading, a paragraph, an
item of a list, a cell of a table. Numbers of chapters and paragraphs are not part of it.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from game.paths import data_path

CONTEXT: Final = "rulebook"
"""The context of every piece."""

_COMMENT: Final = re.compile(r"<!--.*?-->\n*", re.DOTALL)
_HEAD: Final = re.compile(r"(# |## \d+ |\*\*\d+\.\d+\*\* ?|- )?(.*)", re.DOTALL)
_BRACES: Final = re.compile(r"\{[^{}\n]+\}")
_CELLS: Final = re.compile(r"(\s*\|\s*)")


def source_text(folder: Path | None = None) -> str:
    """Return the English rulebook without its comments, one block of text a line."""
    root = data_path("rules") if folder is None else folder
    text = _COMMENT.sub("", (root / "rulebook.md").read_text(encoding="utf-8"))
    return "\n".join(_unwrapped(text.splitlines())) + "\n"


def pieces(text: str) -> Iterator[str]:
    """Yield every piece that has words to translate, in order."""
    found: list[str] = []

    def note(piece: str) -> str:
        found.append(piece)
        return piece

    translated(text, note)
    yield from found


def translated(text: str, translate: Callable[[str], str]) -> str:
    """Return a text with each of its pieces translated."""
    return "".join(_line(line, translate) for line in text.splitlines(keepends=True))


def _line(line: str, translate: Callable[[str], str]) -> str:
    bare = line.rstrip("\n")
    end = line[len(bare) :]
    if bare.startswith("|"):
        return "".join(_piece(part, translate) for part in _CELLS.split(bare)) + end
    match = _HEAD.fullmatch(bare)
    head, body = match.groups(default="") if match else ("", bare)
    return head + _piece(body, translate) + end


def _piece(piece: str, translate: Callable[[str], str]) -> str:
    """Return a piece translated, if it has words besides what is filled in."""
    words = any(sign.isalpha() for sign in _BRACES.sub("", piece))
    return translate(piece) if words else piece


def _unwrapped(lines: Iterable[str]) -> list[str]:
    """Return lines with those of one block of text joined; items and rows stay apart."""
    blocks: list[str] = []
    for line in lines:
        goes_on = bool(blocks and blocks[-1]) and not line.startswith(("|", "- "))
        if line and goes_on and not blocks[-1].startswith("|"):
            blocks[-1] = f"{blocks[-1]} {line.strip()}"
        else:
            blocks.append(line)
    return blocks
