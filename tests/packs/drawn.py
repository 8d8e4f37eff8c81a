"""Pictures made by hand, whole ones and such as no honest program writes."""

import struct
import zlib

SIGN = b"\x89PNG\r\n\x1a\n"


def piece(kind, body=b""):
    """A piece of a PNG with its length and its check."""
    return (
        struct.pack(">L", len(body)) + kind + body + struct.pack(">L", zlib.crc32(kind + body))
    )


def header(wide, high, *rest):
    """The first piece: eight bits of red, green, blue unless said otherwise."""
    return piece(b"IHDR", struct.pack(">2L5B", wide, high, *(rest or (8, 2, 0, 0, 0))))


def png(wide=4, high=3, *, extra=b"", colour=b"\x20\x40\x80"):
    """A whole PNG in one colour."""
    rows = zlib.compress((b"\x00" + colour * wide) * high)
    return SIGN + header(wide, high) + extra + piece(b"IDAT", rows) + piece(b"IEND")


def huge_png(wide, high):
    """A PNG that is small as a file and says that it is very large."""
    return SIGN + header(wide, high) + piece(b"IDAT", zlib.compress(b"")) + piece(b"IEND")


def segment(mark, body):
    """A part of a JPEG with its length."""
    return bytes([0xFF, mark]) + struct.pack(">H", len(body) + 2) + body


def jpeg(wide=4, high=3, *, frame=0xC0, bits=8, colours=3, scans=1, end=b"\xff\xd9"):
    """The frame of a JPEG: right in its parts, with no points that a decoder could draw."""
    size = struct.pack(">B2HB", bits, high, wide, colours)
    scan = segment(0xDA, bytes(10)) + b"\x00\xff\x00\x12\xff\xd0\x34"
    parts = segment(0xE0, b"JFIF\0") + segment(frame, size + bytes(3 * colours)) + scans * scan
    return b"\xff\xd8" + parts + end
