"""Content while its files are read, one folder's over the other's."""

import hashlib
from collections.abc import Mapping
from typing import Any, Final

from game.content.compose import compose, fit_to_parse
from game.content.errors import Problem
from game.content.files import Layer
from game.content.layout import (
    MANIFEST,
    NUMBERS,
    SECTIONS,
    Section,
    is_beside,
    is_catalogue,
    section_of,
)
from game.content.manifest import Pack, PackSpec
from game.content.numbers import Numbers
from game.content.overlay import overlaid
from game.content.read import as_listing, read_fields
from game.content.sheets import Hopeless, Node, Reference, Scalar, Sheet, Table, Unreadable
from game.content.specs import Content

MOST_ENTRIES: Final = 400
"""Of one file; the longest shipped one has a sixth of it."""


class Draft:
    """Entries of all files read so far.

    Attributes:
        problems: What was wrong with the files.
        references: Names of entries, in all files, to be looked up.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.references: list[Reference] = []
        self._slugs: dict[str, dict[str, None]] = {section.noun: {} for section in SECTIONS}
        self._listed: set[str] = set()
        self._torn: set[str] = set()
        self._numbers: Numbers | None = None
        self._standard: dict[str, frozenset[str]] = {}
        self._packs: list[Pack] = []
        self._sections: dict[str, dict[str, Any]] = {section.name: {} for section in SECTIONS}

    def names(self) -> dict[str, dict[str, None]]:
        """Return the slugs by noun, of all nouns whose files could be read as lists.

        Those of entries that were wrong in themselves are there, so that a slip in one
        entry is not reported again wherever it is named.
        """
        return {
            section.noun: self._slugs[section.noun]
            for section in SECTIONS
            if self._listed.issuperset(section.files) and section.noun not in self._torn
        }

    def add(self, layer: Layer) -> None:
        """Read the files of a folder; its entries replace those of the same slug.

        The first folder is the whole data: its entries are the standard ones. The others
        are packs, which say in their manifests what they replace.
        """
        self.problems += layer.problems
        named = len(self.references)
        manifest = self._read_manifest(layer)
        fresh: dict[str, dict[str, Any]] = {section.name: {} for section in SECTIONS}
        for name, text in layer.texts.items():
            sheet = Sheet(layer.root / name)
            try:
                if is_catalogue(name):
                    fit_to_parse(text, sheet)
                elif name != MANIFEST and not is_beside(name):
                    self._read_file(name, sheet, compose(text, sheet), fresh)
            except Hopeless:
                self._torn |= {section.noun for section in SECTIONS}
            self._take_notes(sheet)
        if manifest is not None:
            replaced = self.references[named:]
            numbers = NUMBERS in layer.texts
            self.problems += overlaid(
                manifest, fresh, self._sections, replaced, numbers=numbers
            )
            self._packs.append(Pack(manifest, _fingerprint(layer.texts)))
        for section, entries in fresh.items():
            self._sections[section] |= entries
        if not self._standard:
            self._standard = {section: frozenset(entries) for section, entries in fresh.items()}

    def finished(self, files: Mapping[str, str]) -> Content:
        """Return the content; every file must have been read without a problem."""
        assert self._numbers is not None, "whole data has numbers, or a problem says so"
        return Content(
            numbers=self._numbers,
            files=files,
            fingerprint=_fingerprint(files),
            standard=self._standard,
            packs=tuple(self._packs),
            **{name: _nato_first(entries) for name, entries in self._sections.items()},
        )

    def _read_numbers(self, sheet: Sheet, root: Node | None) -> None:
        if root is None:
            return
        try:
            self._numbers = read_fields(sheet, root, Numbers)
        except Unreadable:
            return

    def _read_manifest(self, layer: Layer) -> PackSpec | None:
        """Return what a pack says of itself, if it is one and can be read."""
        text = layer.texts.get(MANIFEST)
        if text is None:
            return None
        sheet = Sheet(layer.root / MANIFEST)
        try:
            root = compose(text, sheet)
            return None if root is None else read_fields(sheet, root, PackSpec)
        except (Hopeless, Unreadable):
            return None
        finally:
            self._take_notes(sheet)

    def _take_notes(self, sheet: Sheet) -> None:
        self.problems += sheet.problems
        self.references += sheet.references

    def _read_file(
        self, name: str, sheet: Sheet, root: Node | None, fresh: dict[str, dict[str, Any]]
    ) -> None:
        if name == NUMBERS:
            self._read_numbers(sheet, root)
            return
        section = section_of(name)
        nodes = _entries(section, sheet, root)
        if nodes is None:
            self._torn.add(section.noun)
            return
        self._listed.add(name)
        for node in nodes:
            self._read_entry(section, sheet, node, fresh[section.name])

    def _read_entry(
        self, section: Section, sheet: Sheet, node: Node, entries: dict[str, Any]
    ) -> None:
        """Add one entry, unless the same folder has another of that slug."""
        slug = _slug(node)
        if slug is not None:
            self._slugs[section.noun][slug] = None
        try:
            entry: Any = read_fields(sheet, node, section.spec)
        except Unreadable:
            return
        if slug in entries:
            first = entries[slug].place
            sheet.report(node, f"a second {section.noun} '{slug}' (the first: {first})")
            return
        entries[entry.slug] = entry


def _nato_first(entries: dict[str, Any]) -> dict[str, Any]:
    """Return the entries with NATO's before Russia's, where a pack has added some."""
    return dict(
        sorted(entries.items(), key=lambda item: getattr(item[1], "side", "") == "russia")
    )


def _entries(section: Section, sheet: Sheet, root: Node | None) -> list[Node] | None:
    """Return the entries of a file; `None`, reported, if it is not a list of them."""
    if root is None or not section.files:
        return None if root is None else [root]
    try:
        items = as_listing(sheet, root).items
        if len(items) > MOST_ENTRIES:
            sheet.refuse(root, f"{len(items)} entries: {MOST_ENTRIES} at most")
    except Unreadable:
        return None
    return items


def _slug(node: Node) -> str | None:
    """Return an entry's slug as far as one is written there."""
    slug = node.entries.get("slug") if isinstance(node, Table) else None
    value = slug.value if isinstance(slug, Scalar) else None
    return value if isinstance(value, str) else None


def _fingerprint(files: Mapping[str, str]) -> str:
    """Return the SHA-256 over names and texts, in an order that no file system decides."""
    digest = hashlib.sha256()
    for name in sorted(files):
        for part in (name.encode(), files[name].encode()):
            digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()
