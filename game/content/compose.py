"""YAML into nodes, by rules stricter than YAML's own.

YAML 1.1 reads `NO` as false, `012` as 10 and `1:30` as 90, keeps the last of two equal keys
and lets a short file grow without end by aliases. Here only `true`, `false`, `null`, whole
numbers and decimal fractions are more than text; anchors, aliases, tags, merges, directives,
second documents and repeated keys are problems.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

import yaml

from game.content.scalars import shortened
from game.content.sheets import (
    LARGEST_FILE,
    Listing,
    Node,
    Scalar,
    Sheet,
    Table,
    Unreadable,
)

DEEPEST: Final = 20
"""Levels of lists and mappings; the deepest effect of a card needs about twelve."""

MOST_NODES: Final = 20_000
"""Values, lists, mappings and keys in a file; the fullest shipped one has a tenth of it."""

LOADER: Final[type[Any]] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C parser where there is one: seven times faster."""

_CONSTANTS: Final = {"": None, "null": None, "true": True, "false": False}
_WHOLE: Final = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_FRACTION: Final = re.compile(r"[-+]?(0|[1-9][0-9]{0,8})\.[0-9]{1,9}")
_LONGEST_NUMBER: Final = 10

# Control characters but the line feed; what turns the direction of writing, is invisible, or
# belongs to no script (soft hyphen, zero widths, separators, private use, non-characters).
_FORBIDDEN: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ue000-\uf8ff\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
    # accents upon accents, which reach into the lines above and below
    "|[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{3,}"
)


def compose(text: str, sheet: Sheet) -> Node | None:
    """Return the file's one document; `None` if it is so broken that nothing can be read."""
    if not fit_to_parse(text, sheet):
        return None
    try:
        return _Composer(yaml.parse(text, Loader=LOADER), sheet).document()
    except yaml.MarkedYAMLError as error:
        sheet.report(_spot(error), f"not YAML: {_reason(error)}")
    except (yaml.YAMLError, ValueError) as error:  # the Python parser lets some of these out
        sheet.report(Scalar(1, 1, None), f"not YAML: {error}")
    except Unreadable:
        pass
    return None


class _Composer:
    """Builds nodes from the parser's events."""

    __slots__ = ("_count", "_events", "_sheet")

    def __init__(self, events: Iterator[Any], sheet: Sheet) -> None:
        self._count = 0
        self._events = events
        self._sheet = sheet

    def document(self) -> Node:
        next(self._events)
        start = next(self._events)
        if isinstance(start, yaml.StreamEndEvent):
            self._sheet.refuse(Scalar(1, 1, None), "the file is empty")
        if start.version or start.tags:
            self._sheet.refuse(_at(start), "directives (%) are not used here")
        node = self._node(next(self._events), 1)
        next(self._events)
        if not isinstance(more := next(self._events), yaml.StreamEndEvent):
            self._sheet.refuse(_at(more), "a second document: one file holds one")
        return node

    def _node(self, event: Any, depth: int) -> Node:
        self._count += 1
        if self._count > MOST_NODES:
            self._sheet.refuse(_at(event), f"more than {MOST_NODES:,} values in one file")
        if isinstance(event, yaml.AliasEvent):
            self._sheet.refuse(
                _at(event), f"alias *{shortened(str(event.anchor))}: write the value out"
            )
        if event.anchor is not None:
            self._sheet.report(_at(event), f"anchor &{shortened(event.anchor)}: not used here")
        if event.tag is not None:
            self._sheet.report(_at(event), f"tag {shortened(event.tag)}: not used here")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if depth > DEEPEST:
            self._sheet.refuse(_at(event), f"nested deeper than {DEEPEST} levels")
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth)
        return self._mapping(event, depth)

    def _scalar(self, event: Any) -> Scalar:
        scalar = _at(event)
        if found := _FORBIDDEN.search(event.value):
            self._sheet.report(scalar, f"{_named(found[0])} in a text")
        plain = event.implicit[0] and not event.style
        scalar.value = self._plain(scalar, event.value) if plain else event.value
        return scalar

    def _plain(self, scalar: Scalar, text: str) -> str | int | float | bool | None:
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if _WHOLE.fullmatch(text):
            if len(text) > _LONGEST_NUMBER:
                self._sheet.refuse(scalar, f"a number of {len(text)} digits is too large")
            return int(text)
        return float(text) if _FRACTION.fullmatch(text) else text

    def _sequence(self, event: Any, depth: int) -> Listing:
        node = Listing(event.start_mark.line + 1, event.start_mark.column + 1, [])
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            node.items.append(self._node(event, depth + 1))
        return node

    def _mapping(self, event: Any, depth: int) -> Table:
        node = Table(event.start_mark.line + 1, event.start_mark.column + 1, {}, {})
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event)
            value = self._node(next(self._events), depth + 1)
            name = str(key.value)
            if name in node.entries:
                first = node.keys[name].line
                self._sheet.report(
                    key, f"key '{shortened(name)}' a second time (first in line {first})"
                )
                continue
            node.keys[name] = key
            node.entries[name] = value
        return node

    def _key(self, event: Any) -> Scalar:
        if not isinstance(event, yaml.ScalarEvent):
            self._sheet.refuse(_at(event), "a key has to be a word")
        self._node(event, 1)
        key = _at(event)
        key.value = event.value
        if event.value == "<<":
            self._sheet.refuse(key, "merge key <<: write the values out")
        return key


def fit_to_parse(text: str, sheet: Sheet) -> bool:
    """Tell whether a parser may see a text; report its size or characters if not."""
    if len(text) > LARGEST_FILE:
        sheet.report(Scalar(1, 1, None), f"larger than {LARGEST_FILE:,} characters")
        return False
    found = _FORBIDDEN.search(text)
    if found:
        before = text[: found.start()]
        line, column = before.count("\n") + 1, found.start() - before.rfind("\n")
        sheet.report(Scalar(line, column, None), _named(found[0]))
    return not found


def _named(character: str) -> str:
    """Say which forbidden character it is, since it can't be shown."""
    if character == "\t":
        return "a tab: use spaces"
    if len(character) > 1:
        return "accents piled up on one letter"
    return f"forbidden character U+{ord(character):04X}"


def _at(event: Any) -> Scalar:
    """Return an empty scalar where an event begins."""
    return Scalar(event.start_mark.line + 1, event.start_mark.column + 1, None)


def _spot(error: yaml.MarkedYAMLError) -> Scalar:
    mark = error.problem_mark or error.context_mark
    return Scalar(mark.line + 1, mark.column + 1, None) if mark else Scalar(1, 1, None)


def _reason(error: yaml.MarkedYAMLError) -> str:
    """Return the parser's words, with a hint at what authors most often forget."""
    reason = ", ".join(str(part) for part in (error.context, error.problem) if part)
    colon = "mapping values are not allowed" in reason
    return f"{reason}; a text with a colon needs quotes" if colon else reason
