"""Single values: checked against their type, bounds and words, with a hint when they miss."""

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any, Final, TypeAlias

from game.content.bounds import SLUG, Form, Length, Range, Words
from game.content.sheets import Listing, Node, Scalar, Sheet, Table

Reader: TypeAlias = Callable[[Sheet, Node], Any]
"""Turns a node into a value, or reports and raises `Unreadable`."""

LONGEST_TEXT: Final = 3000
"""Characters; an introduction has about 500."""
FORWARD: Final = "forward"
"""Stands for a side's forward missiles where a site may be named."""

SLUG_FORM: Final = "[a-z0-9]+(-[a-z0-9]+)*"
"""What a name looks like, as a regular expression."""
LONGEST_SLUG: Final = 60

_SLUG: Final = re.compile(SLUG_FORM)
_FORMULA: Final = "=+-@"
"""Reports are opened in programs that reckon with what begins so."""
_LIKENESS: Final = 0.7
"""From 0 to 1; below it a hint would only mislead."""
_MOST_LISTED: Final = 12
_LONGEST_QUOTE: Final = 40


def nearest(word: str, words: Iterable[str]) -> str:
    """Return `; did you mean 'x'?`, or the words if they are few, or nothing."""
    if len(word) > LONGEST_SLUG:
        return ""
    known = list(words)
    if close := get_close_matches(word, known, 1, _LIKENESS):
        return f"; did you mean '{close[0]}'?"
    return f"; use one of {', '.join(known)}" if 0 < len(known) <= _MOST_LISTED else ""


def found(node: Node) -> str:
    """Say what stands at a node."""
    if isinstance(node, Listing):
        return "a list"
    if isinstance(node, Table):
        return "a mapping"
    if node.value is None:
        return "nothing"
    if isinstance(node.value, bool):
        return "true" if node.value else "false"
    if isinstance(node.value, str):
        return f"the text '{shortened(node.value)}'"
    return f"the number {node.value}"


def shortened(text: str) -> str:
    """Return a text fit to be quoted in a problem: short, and only what can be seen."""
    shown = "".join(sign if sign.isprintable() else "?" for sign in text[:_LONGEST_QUOTE])
    return shown if len(text) <= _LONGEST_QUOTE else f"{shown}…"


def text(sheet: Sheet, node: Node) -> str:
    """Read a text that is not empty and has no white space around it."""
    value = node.value if isinstance(node, Scalar) else None
    if not isinstance(value, str):
        quotes = " (put it in quotes)" if value is not None else ""
        sheet.refuse(node, f"expected a text, found {found(node)}{quotes}")
    if not value.strip():
        sheet.refuse(node, "an empty text")
    if value != value.strip():
        sheet.refuse(node, "white space around a text (a long text begins with >-)")
    if value[0] in _FORMULA:
        sheet.refuse(node, f"a text begins with {value[0]}: a table takes it for a formula")
    if len(value) > LONGEST_TEXT:
        sheet.refuse(node, f"a text of {len(value)} characters: {LONGEST_TEXT} at most")
    return value


def truth(sheet: Sheet, node: Node) -> bool:
    """Read `true` or `false`."""
    value = node.value if isinstance(node, Scalar) else None
    if not isinstance(value, bool):
        sheet.refuse(node, f"expected true or false, found {found(node)}")
    return value


def whole(sheet: Sheet, node: Node) -> int:
    """Read a whole number."""
    value = node.value if isinstance(node, Scalar) else None
    if type(value) is not int:
        zeros = isinstance(value, str) and value.isdigit()
        hint = " (no quotes, no zeros in front)" if zeros else ""
        sheet.refuse(node, f"expected a whole number, found {found(node)}{hint}")
    return value


def fraction(sheet: Sheet, node: Node) -> float:
    """Read a number; a whole one will do."""
    value = node.value if isinstance(node, Scalar) else None
    if type(value) is not float and type(value) is not int:
        sheet.refuse(node, f"expected a number, found {found(node)}")
    return float(value)


def within(read: Reader, bounds: Range) -> Reader:
    """Return a reader that also asks for a number within bounds."""

    def read_within(sheet: Sheet, node: Node) -> Any:
        value = read(sheet, node)
        if not bounds.least <= value <= bounds.most:
            sheet.refuse(node, f"{value} is not within {bounds.least} to {bounds.most}")
        return value

    return read_within


def not_longer(read: Reader, most: int) -> Reader:
    """Return a reader that also asks for a text of so many characters at most."""

    def read_short(sheet: Sheet, node: Node) -> Any:
        value = read(sheet, node)
        if len(value) > most:
            sheet.refuse(node, f"a text of {len(value)} characters: {most} at most here")
        return value

    return read_short


def formed(read: Reader, form: Form) -> Reader:
    """Return a reader that also asks for a text of a form."""
    pattern = re.compile(form.pattern)

    def read_formed(sheet: Sheet, node: Node) -> Any:
        value = read(sheet, node)
        if not pattern.fullmatch(value):
            sheet.refuse(node, f"'{shortened(value)}' is not {form.told}")
        return value

    return read_formed


def one_of(words: tuple[str, ...]) -> Reader:
    """Return a reader for one of a closed set of words."""

    def read_word(sheet: Sheet, node: Node) -> str:
        word = text(sheet, node)
        if word not in words:
            sheet.refuse(node, f"unknown word '{shortened(word)}'{nearest(word, words)}")
        return word

    return read_word


def name_of(kind: str) -> Reader:
    """Return a reader for an entry's own name (`slug`) or that of an entry elsewhere."""

    def read_name(sheet: Sheet, node: Node) -> str:
        slug = text(sheet, node)
        if len(slug) > LONGEST_SLUG or not _SLUG.fullmatch(slug):
            rule = "lower-case letters and digits with single hyphens between"
            sheet.refuse(node, f"'{shortened(slug)}' is not a name: {rule}")
        if kind == "site-or-forward":
            if slug != FORWARD:
                sheet.refer("site", slug, node)
        elif kind != SLUG:
            sheet.refer(kind, slug, node)
        return slug

    return read_name


def marked(read: Reader, marks: Iterable[object]) -> Reader:
    """Return the reader for an annotated type: its marks narrow what the type allows."""
    for mark in marks:
        if isinstance(mark, Range):
            read = within(read, mark)
        elif isinstance(mark, Words):
            read = one_of(mark.words)
        elif isinstance(mark, Length):
            read = not_longer(read, mark.most)
        elif isinstance(mark, Form):
            read = formed(read, mark)
        elif isinstance(mark, str):
            read = name_of(mark)
    return read
