"""One record of a journal: a line with a checksum, chained to the line before.

A journal is a text file, ASCII, lines ended by a line feed. Its first line is `MAGIC` and
the format's number. Every other line is

    checksum kind payload

The checksum is the first 16 hex digits of the SHA-256 of *previous checksum, space,
kind, space, payload* (before the first record: of the first line), so a line that was cut,
changed, lost or moved breaks the chain there. A payload is JSON, or veiled JSON.

Veiling is compression and base 85 behind a tilde. It keeps hands, mandates and sealed
answers from a glance at the file. It is no cryptography and keeps out nobody who means it.
"""

import base64
import json
import math
import zlib
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

MAGIC: Final = "defend-together-match"
FORMAT: Final = 1
FIRST_LINE: Final = f"{MAGIC} {FORMAT}"
DIGITS: Final = 16

_VEIL: Final = "~"
_LONGEST: Final = 32 * 1024 * 1024
"""Bytes that a payload may unfold to; more is no journal of ours."""


@dataclass(frozen=True, slots=True)
class Record:
    """A kind, one word, and its payload as it stands in the line."""

    kind: str
    payload: str


def checksum(previous: str, record: Record) -> str:
    """Return the checksum of a record that follows the line of another."""
    text = f"{previous} {record.kind} {record.payload}"
    return sha256(text.encode("ascii")).hexdigest()[:DIGITS]


def plain(kind: str, values: object) -> Record:
    """Return a record that anybody may read."""
    return Record(kind, _dump(values))


def veiled(kind: str, values: object) -> Record:
    """Return a record that isn't read at a glance."""
    packed = zlib.compress(_dump(values).encode("ascii"), 9)
    return Record(kind, _VEIL + base64.b85encode(packed).decode("ascii"))


def values_of(record: Record) -> Any:
    """Return what a record's payload says.

    Raises:
        ValueError: The payload is not what this module writes.
    """
    text = record.payload
    if text.startswith(_VEIL):
        text = _unfold(base64.b85decode(text[1:]))
    try:
        return json.loads(text, parse_float=_finite, parse_constant=_finite)
    except RecursionError as error:
        raise ValueError("a payload is folded too deep") from error


def _dump(values: object) -> str:
    """Return values as one line of ASCII JSON."""
    return json.dumps(values, separators=(",", ":"), ensure_ascii=True)


def _finite(text: str) -> float:
    """Return a number; what isn't one, or is beyond all bounds, we never write."""
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(f"{text} is no number of ours")
    return value


def _unfold(packed: bytes) -> str:
    """Return the text of packed bytes, never more than `_LONGEST` of it."""
    unpacker = zlib.decompressobj()
    try:
        text = unpacker.decompress(packed, _LONGEST)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not unpacker.eof:
        raise ValueError("a payload is cut or far too long")
    return text.decode("ascii")
