"""The texts of a pack in other languages, from the catalogues that it brings.

They come from strangers: a translation that is much longer than its English, or has line ends
or tabs in it, isn't used, and English stands in.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, TypeAlias

from game.content import Content
from game.words.po_files import Entry, PoFileError, entries_in

Key: TypeAlias = tuple[str, str]
"""Context and English text."""

NONE: Final[Mapping[Key, str]] = {}
_NAMED: Final = re.compile(r"pack-[0-9]+/locale/([A-Za-z0-9-]+)\.po")
_MOST_KEPT: Final = 20
_kept: dict[tuple[str, str], Mapping[Key, str]] = {}
"""What was read, by the fingerprint of the content and the language."""


def pack_texts(content: Content, language: str) -> Mapping[Key, str]:
    """Return the translations that the packs of content bring for a language."""
    if not content.packs:
        return NONE
    key = (content.fingerprint, language)
    if key not in _kept:
        if len(_kept) == _MOST_KEPT:
            _kept.clear()
        _kept[key] = dict(_translations(content, language))
    return _kept[key]


def catalogues_of(content: Content) -> Iterator[tuple[str, str, str]]:
    """Yield language, file name and text of each catalogue that packs bring."""
    for name, text in content.files.items():
        if found := _NAMED.fullmatch(name):
            yield found[1], name, text


def is_fit(entry: Entry) -> bool:
    """Tell whether a translation of a stranger's may be shown."""
    (text,) = entry.texts if len(entry.texts) == 1 else ("\n",)
    return len(text) <= 2 * len(entry.message) + 40 and not any(
        sign in text for sign in "\n\r\t"
    )


def _translations(content: Content, language: str) -> Iterator[tuple[Key, str]]:
    for spoken, name, text in catalogues_of(content):
        if spoken != language:
            continue
        try:
            entries = entries_in(text, Path(name))
        except PoFileError:
            continue
        for entry in entries:
            if entry.context is not None and entry.translated and is_fit(entry):
                yield (entry.context, entry.message), entry.texts[0]
