"""Are the catalogues right? What `defend-together check` says of each translation."""

import functools
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from game.paths import data_path
from game.words.po_files import Entry, PoFileError, read_entries
from game.words.typography import typeset

TEMPLATES: Final = "templates"
AS_IN_ENGLISH: Final = "as-in-english.txt"
"""In the folder of a language: one message a line that may be translated by itself."""
FOREIGN_PARTS: Final = ("sources",)
"""Parts that are full of names which stay as they are."""

_PLACEHOLDER: Final = re.compile(r"\{[^{}\n]+\}")
_NAME: Final = re.compile(r"\{[A-Za-z_]+\}")
_CITED: Final = re.compile(r"\b[1-9]\d?\.\d{1,2}\b")
_WORDLESS: Final = re.compile(r"\{[^}]*\}|[^\w{} ]|\b(?:km|\w)\b|\d")
_SHOWN: Final = 40
_FORMS_OF_A_SIDE: Final = {
    "{side}": "{side}",
    "{sides}": "{side}",
    "{to_side}": "{side}",
    "{by_side}": "{side}",
    "{other}": "{other}",
    "{others}": "{other}",
    "{to_other}": "{other}",
    "{by_other}": "{other}",
}
"""A language chooses the form that its grammar asks for."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an entry, and where.

    Attributes:
        path: The file, named from the folder that holds `data`.
        line: Where the entry begins, from 1.
        message: What is wrong, in one line.
        grave: It has to be mended; else English stands in for what is missing.
    """

    path: Path
    line: int
    message: str
    grave: bool = True

    def __str__(self) -> str:
        """Return `file:line: what`."""
        return f"{self.path}:{self.line}: {self.message}"


def check_catalogues(folder: Path | None = None) -> tuple[Fault, ...]:
    """Return what is missing, stale or broken in every catalogue, by file and line."""
    root = data_path("locale") if folder is None else folder
    templates = sorted(root.glob(f"{TEMPLATES}/*.pot"))
    found: list[Fault] = []
    for language in sorted({path.parent for path in root.glob("*/*.po")}):
        for template in templates:
            found += _of_part(template, language / f"{template.stem}.po")
        known = {path.stem for path in templates}
        strange = (path for path in sorted(language.glob("*.po")) if path.stem not in known)
        found += [Fault(path, 1, "stale: no part of the catalogue") for path in strange]
    top = root.resolve().parents[1]
    return tuple(replace(fault, path=fault.path.resolve().relative_to(top)) for fault in found)


def _of_part(template: Path, path: Path) -> Iterator[Fault]:
    """Yield the faults of one file of translations."""
    if not path.is_file():
        yield Fault(path, 1, "missing: the file is not there")
        return
    try:
        wanted = {entry.key: entry for entry in read_entries(template)}
        held = read_entries(path)
    except OSError as error:
        yield Fault(path, 1, error.strerror or type(error).__name__)
        return
    except PoFileError as error:
        yield Fault(path, error.line, error.reason)
        return
    yield from _compared(path, wanted, held)


def _compared(
    path: Path, wanted: Mapping[tuple[str | None, str], Entry], held: tuple[Entry, ...]
) -> Iterator[Fault]:
    count = Counter(entry.key for entry in held)
    language = path.parent.name
    for entry in held:
        if entry.key not in wanted:
            yield Fault(path, entry.line, f"stale: the game has no {_shown(entry)}")
        elif count[entry.key] > 1:
            yield Fault(path, entry.line, f"broken: {_shown(entry)} stands here twice")
        elif not entry.translated:
            yield Fault(path, entry.line, f"missing: {_shown(entry)}", grave=False)
        else:
            for wrong in (*wrongs(entry, language), *_english(entry, path)):
                yield Fault(path, entry.line, f"broken: {_shown(entry)}: {wrong}")
    for key in wanted.keys() - count.keys():
        yield Fault(path, 1, f"missing: {_shown(wanted[key])}", grave=False)


def _shown(entry: Entry) -> str:
    message = entry.message
    short = message if len(message) <= _SHOWN else message[: _SHOWN - 1] + "…"
    return f"“{short}” ({entry.context})" if entry.context else f"“{short}”"


def wrongs(entry: Entry, language: str) -> Iterator[str]:
    """Yield what is wrong with a translation."""
    for text in entry.texts:
        yield from _placeholders(entry, text)
        if text.strip() != text and entry.message.strip() == entry.message:
            yield "a space at its beginning or end"
        if "  " in text:
            yield "two spaces one after the other"
        if any(sign in text for sign in "\"'\t\n"):
            yield "a straight quotation mark, an apostrophe, a tab or a line break"
        if text.count("*") != entry.message.count("*"):
            yield "other signs of emphasis than in English"
        if typeset(text, language) != text:
            yield "a space that has to be a no-break space, or a straight apostrophe"
    if _endings(entry) is not None:
        yield f"it must end as in English: “{_endings(entry)}”"


def _english(entry: Entry, path: Path) -> Iterator[str]:
    """Yield that a translation is no translation, unless it may be so."""
    if path.stem in FOREIGN_PARTS or not {entry.message, entry.plural} & {*entry.texts}:
        return
    bare = _WORDLESS.sub("", entry.message).strip()
    if bare and bare not in _as_in_english(path.parent):
        yield f"as in English; if that is right, name it in {AS_IN_ENGLISH}"


@functools.cache
def _as_in_english(folder: Path) -> frozenset[str]:
    """Return the messages that a language may leave as they are."""
    listed = folder / AS_IN_ENGLISH
    if not listed.is_file():
        return frozenset()
    lines = listed.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _placeholders(entry: Entry, text: str) -> Iterator[str]:
    """Yield what is wrong with what is filled in."""
    free = {"{n}"} if entry.plural is not None else set()
    wanted = _names(entry.plural or entry.message) - free
    given = _names(text) - free
    if lost := sorted(wanted - given):
        yield f"without {', '.join(lost)}"
    if more := sorted(given - wanted):
        yield f"with {', '.join(more)}, which the English has not"
    if entry.context == "rulebook":
        cited = sorted(set(_CITED.findall(entry.message)) ^ set(_CITED.findall(text)))
        if cited:
            yield f"other paragraphs than in English: {', '.join(cited)}"


def _names(text: str) -> set[str]:
    """Return what is filled in, all forms of a side as one."""
    found = _PLACEHOLDER.findall(text)
    plain = (one.lower() if _NAME.fullmatch(one) else one for one in found)
    return {_FORMS_OF_A_SIDE.get(one, one) for one in plain}


def _endings(entry: Entry) -> str | None:
    """Return the full stop that a translation lacks at its end, if it does."""
    said = entry.message.rstrip("”»")
    if " " in said[:-12] and said.endswith((".", "…")):
        for text in entry.texts:
            if not text.rstrip("”»“\u00a0").endswith((".", "…", "!", "?")):
                return entry.message[-1:]
    return None
