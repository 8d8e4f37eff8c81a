"""Make the icons of desktops: `python assets/desktop/make_icons.py` writes them beside itself.

The mark of the window, disc over square, on a sheet of the game's paper: once as SVG, from
which pygame draws a PNG of every usual size; `.ico` (Windows) and `.icns` (macOS) are those
PNGs in one file. The smallest sizes have no sheet, so that the mark can be as large as it may.
"""

import io
import os
import struct
import sys
import zlib
from pathlib import Path
from typing import Final

NAME: Final = "defend-together"
SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)
SMALL: Final = 24
"""Up to this size the mark stands alone."""
IN_ICO: Final = (16, 24, 32, 48, 64, 128, 256)
IN_ICNS: Final = (
    (b"icp4", 16),
    (b"icp5", 32),
    (b"ic11", 32),
    (b"ic12", 64),
    (b"ic07", 128),
    (b"ic13", 256),
    (b"ic08", 256),
    (b"ic14", 512),
    (b"ic09", 512),
)
"""The kinds of pictures in an `.icns`, with their sides in pixels."""

FIELD: Final = 128
NATO, NATO_LIGHT = "#20549A", "#D6E2F0"
RUSSIA, RUSSIA_LIGHT = "#97400A", "#F5DDC4"
JOINT, PAPER, EDGE = "#1F6B59", "#F4EDE0", "#CBBFA8"


def drawing(size: int, *, alone: bool) -> str:
    """Return the icon as SVG.

    Args:
        size: Width and height in pixels.
        alone: Without the sheet, and larger.
    """
    sheet = f'<rect x="3" y="3" width="122" height="122" rx="22" fill="{PAPER}" stroke="{EDGE}"'
    shapes = "" if alone else f'{sheet} stroke-width="3"/>'
    shapes += mark(125, 10) if alone else mark(100, 6)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" '
        f'viewBox="0 0 {FIELD} {FIELD}">{shapes}</svg>\n'
    )


def mark(width: float, line: float) -> str:
    """Return the mark in the middle of the field: what they have in common is verdigris."""
    middle = FIELD / 2
    radius = width / 1.54 / 2
    left = middle - width / 2
    corner, side = left + 1.12 * radius, width - 1.12 * radius
    centre, inner = left + radius, radius - line
    top, high = middle - radius + line / 2, 2 * radius - line
    half = (inner**2 - (corner - centre) ** 2) ** 0.5
    return (
        f'<rect x="{corner + line / 2:.2f}" y="{top + line / 2:.2f}" '
        f'width="{side - line:.2f}" height="{high - line:.2f}" '
        f'fill="{RUSSIA_LIGHT}" stroke="{RUSSIA}" stroke-width="{line}"/>'
        f'<circle cx="{centre:.2f}" cy="{middle}" r="{radius - line / 2:.2f}" '
        f'fill="{NATO_LIGHT}" stroke="{NATO}" stroke-width="{line}"/>'
        f'<path d="M{corner:.2f} {middle - half:.2f}A{inner:.2f} {inner:.2f} 0 0 1 '
        f'{corner:.2f} {middle + half:.2f}Z" fill="{JOINT}"/>'
    )


def picture(size: int) -> bytes:
    """Return the icon of a size as PNG."""
    os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
    import pygame  # noqa: PLC0415 - its banner had to be told off first

    text = drawing(size, alone=size <= SMALL)
    surface = pygame.image.load(io.BytesIO(text.encode("ascii")), "icon.svg")
    pixels = pygame.image.tobytes(surface, "RGBA")
    rows = (pixels[at : at + 4 * size] for at in range(0, len(pixels), 4 * size))
    packed = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", packed), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, data) for kind, data in parts)


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return a part of a PNG."""
    check = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return the icon for Windows."""
    head = struct.pack("<HHH", 0, 1, len(IN_ICO))
    at = len(head) + 16 * len(IN_ICO)
    for size in IN_ICO:
        data = pictures[size]
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), at)
        at += len(data)
    return head + b"".join(pictures[size] for size in IN_ICO)


def icns(pictures: dict[int, bytes]) -> bytes:
    """Return the icon for macOS."""
    parts = [(kind, pictures[size]) for kind, size in IN_ICNS]
    body = b"".join(kind + struct.pack(">I", 8 + len(data)) + data for kind, data in parts)
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def main() -> int:
    """Write all of them and say so."""
    here = Path(__file__).parent
    pictures = {size: picture(size) for size in SIZES}
    (here / f"{NAME}.svg").write_text(drawing(FIELD, alone=False), "ascii", newline="\n")
    for size, data in pictures.items():
        (here / f"{NAME}-{size}.png").write_bytes(data)
    (here / f"{NAME}.ico").write_bytes(ico(pictures))
    (here / f"{NAME}.icns").write_bytes(icns(pictures))
    print(f"{len(SIZES)} pictures, an .svg, an .ico and an .icns in {here.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
