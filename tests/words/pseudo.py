"""A language made by machine, to see that nothing shown escapes the catalogues.

Every Latin letter becomes its full-width twin, so that an ASCII letter in a shown text is
one that no catalogue could translate. Also writes `.mo` files, which the standard library
can only read.
"""

import ast
import re
import struct
from dataclasses import fields, is_dataclass
from pathlib import Path

import game.words

LANGUAGE = "xx"
WORDS_FOLDER = Path(game.words.__file__).parent

_WIDE = {ord(c): ord(c) - 0x20 + 0xFF00 for c in map(chr, range(0x41, 0x7B)) if c.isalpha()}
_BRACES = re.compile(r"(\{[^{}]*\})")
_HEADER = (
    "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
)


def widened(text):
    """Return a text with wide letters, placeholders left alone."""
    parts = _BRACES.split(text)
    return "".join(p if p.startswith("{") else p.translate(_WIDE) for p in parts)


def has_plain_letters(text):
    return bool(re.search(r"[A-Za-z]", text))


def code_messages(folder=WORDS_FOLDER):
    """Yield (context, message, plural) of every literal that the code looks up or marks."""
    for path in sorted(folder.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield from _messages_of(node)


def _messages_of(call):
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    literals = [arg.value for arg in call.args if isinstance(arg, ast.Constant)]
    if name in ("text", "mark") and len(literals) == 1:
        yield None, literals[0], None
    elif name in ("text_for", "mark_for") and len(literals) == 2:
        yield literals[0], literals[1], None
    elif name == "plural" and len(literals) >= 2:
        yield None, literals[0], literals[1]


def content_messages(content):
    """Yield (context, message, None) of every text of the content."""
    for group in (
        content.ladders,
        content.capitals,
        content.sites,
        content.cards,
        content.matrices,
        content.crises,
        content.mandates,
        content.scenarios,
        content.sources,
    ):
        for spec in group.values():
            yield from ((spec.slug, text, None) for text in _texts(spec))
    for crisis in content.crises.values():
        for response in (*crisis.nato, *crisis.russia):
            yield from ((response.slug, text, None) for text in _texts(response))


def _texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


def write_pseudo(folder, content):
    """Write the catalogue of the made language below `folder`."""
    messages = {}
    for context, message, plural in (*code_messages(), *content_messages(content)):
        key = message if plural is None else f"{message}\0{plural}"
        text = widened(message)
        if plural is not None:
            text += "\0" + widened(plural)
        messages[f"{context}\4{key}" if context else key] = text
    write_mo(folder / LANGUAGE / "LC_MESSAGES" / "defend-together.mo", messages)


def write_mo(path, messages):
    """Write a gettext catalogue in the machine's form."""
    entries = sorted({"": _HEADER, **messages}.items(), key=lambda entry: entry[0].encode())
    keys = [key.encode() for key, _ in entries]
    values = [value.encode() for _, value in entries]
    start = 7 * 4 + 16 * len(entries)
    table, place = [], start
    for text in (*keys, *values):
        table.append((len(text), place))
        place += len(text) + 1
    head = struct.pack("<7I", 0x950412DE, 0, len(keys), 28, 28 + 8 * len(keys), 0, start)
    body = b"".join(struct.pack("<2I", *entry) for entry in table)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(head + body + b"".join(text + b"\0" for text in (*keys, *values)))
