"""Catalogues as translators write them: gettext's `.po` and `.pot` files, read with lines.

Only what is needed to check them where the game runs; making them needs Babel and is done by
`data/locale/make_catalogues.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

_KEYWORD: Final = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)\s+(\".*\")")
_CONTINUED: Final = re.compile(r"\".*\"")
_QUOTED: Final = re.compile(r'"((?:[^"\\]|\\[nrt"\\])*)"')
_ESCAPE: Final = re.compile(r"\\(.)")
_ESCAPES: Final = {"n": "\n", "r": "\r", "t": "\t"}


class PoFileError(ValueError):
    """A file is no catalogue; the message is one line with the file and the line.

    Attributes:
        line: Where it is wrong, from 1.
        reason: What is wrong.
    """

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}")
        self.line = line
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Entry:
    """One message with its translation.

    Attributes:
        line: Where it begins in its file, from 1.
        context: What tells equal messages apart, or `None`.
        message: The English text.
        plural: The English text for many, or `None`.
        texts: The translation, one for each plural form; empty ones are not made yet.
        fuzzy: The translation is marked as a guess and is not used.
    """

    line: int
    context: str | None
    message: str
    plural: str | None
    texts: tuple[str, ...]
    fuzzy: bool = False

    @property
    def key(self) -> tuple[str | None, str]:
        """What an entry is looked up by."""
        return self.context, self.message

    @property
    def translated(self) -> bool:
        """Whether every form of it has a text that is used."""
        return all(self.texts) and not self.fuzzy


@dataclass(slots=True)
class _Draft:
    """An entry as it is being read."""

    line: int = 0
    fuzzy: bool = False
    parts: dict[str, str] = field(default_factory=dict)

    def entry(self) -> Entry:
        texts = tuple(text for name, text in self.parts.items() if name.startswith("msgstr"))
        return Entry(
            self.line,
            self.parts.get("msgctxt"),
            self.parts["msgid"],
            self.parts.get("msgid_plural"),
            texts,
            self.fuzzy,
        )


def read_entries(path: Path) -> tuple[Entry, ...]:
    """Return the entries of a file in its order, without its head.

    Raises:
        OSError: It can't be read.
        PoFileError: It is no catalogue.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise PoFileError(path, 1, "it is no text in UTF-8") from error
    return entries_in(text, path)


def entries_in(text: str, path: Path) -> tuple[Entry, ...]:
    """Return the entries of a file's text, without its head; errors name the path.

    Raises:
        PoFileError: It is no catalogue.
    """
    drafts = _drafts(path, text.splitlines())
    return tuple(draft.entry() for draft in drafts if draft.parts.get("msgid"))


def _drafts(path: Path, lines: list[str]) -> Iterator[_Draft]:
    """Yield the entries of a file, its head among them."""
    draft, last = _Draft(), ""
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            if draft.parts:
                yield _whole(path, draft)
                draft = _Draft()
            draft.fuzzy |= line.startswith("#,") and "fuzzy" in line
            continue
        last = _read_line(path, number, line, draft, last)
    if draft.parts:
        yield _whole(path, draft)


def _read_line(path: Path, number: int, line: str, draft: _Draft, last: str) -> str:
    """Add a line to an entry and return the keyword it belongs to."""
    keyword = _KEYWORD.fullmatch(line.strip())
    if keyword:
        last, text = keyword.group(1), keyword.group(2)
        if last in draft.parts:
            raise PoFileError(path, number, f"{last} stands twice in one entry")
        draft.line = draft.line or number
        draft.parts[last] = ""
    elif draft.parts and _CONTINUED.fullmatch(line.strip()):
        text = line.strip()
    else:
        raise PoFileError(path, number, f"no line of a catalogue: {line.strip()[:40]}")
    draft.parts[last] += _unquoted(path, number, text)
    return last


def _unquoted(path: Path, number: int, text: str) -> str:
    """Return what stands between quotation marks."""
    quoted = _QUOTED.fullmatch(text)
    if quoted is None:
        raise PoFileError(path, number, f"not well quoted: {text[:40]}")
    return _ESCAPE.sub(lambda match: _ESCAPES.get(match[1], match[1]), quoted[1])


def _whole(path: Path, draft: _Draft) -> _Draft:
    """Return an entry if it has a message and a translation, be it empty."""
    if "msgid" not in draft.parts or not any(n.startswith("msgstr") for n in draft.parts):
        raise PoFileError(path, draft.line, "an entry without msgid or msgstr")
    return draft
