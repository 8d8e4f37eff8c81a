"""A pack's pictures: looked over before any decoder sees them, and whom each belongs to.

Only the frame is read here, in pieces whose lengths are known: what the header says is held
against the limits, and every piece has to be there up to the end. So a decoder never meets a
picture that is larger than it looks, is cut, moves, or is drawn again and again.
"""

import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Final

from game.content.errors import Place, Problem
from game.content.layout import PACK, SUMS
from game.content.specs import Content

PICTURES: Final = "pictures/"
LARGEST_PICTURE: Final = 512_000
"""Bytes of a file."""
WIDEST: Final = 1600
HIGHEST: Final = 1200
MOST_PICTURES: Final = 40
SHELVES: Final = ("cards", "crises", "sites", "scenarios")
"""What can have a picture."""

_NAME: Final = re.compile(r"pictures/([a-z0-9]+(?:-[a-z0-9]+)*)\.(png|jpg)")
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_PIECE: Final = struct.Struct(">L4s")
_HEADER: Final = struct.Struct(">2L5B")
_CHECKED: Final = 4
_NEEDED: Final = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
"""The pieces of a PNG that are drawn: no other reaches a decoder."""
_ANIMATED: Final = (b"acTL", b"fcTL", b"fdAT")
_DEPTHS: Final = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""Bits of a colour by the kind of picture."""
_CHANNELS: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_SPARE: Final = 100

_JPEG: Final = b"\xff\xd8\xff"
_MARK: Final = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])")
"""What ends a stretch of points: in it a 255 is followed by 0 or by a restart."""
_FRAMES: Final = (0xC0, 0xC1, 0xC2)
_OTHER_FRAMES: Final = (0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF, 0xDC, 0xDE)
_SCAN: Final = 0xDA
_END: Final = 0xD9
_MOST_SCANS: Final = 32
_FRAME: Final = struct.Struct(">B2HB")
_COLOURS: Final = (1, 3)


class PictureError(ValueError):
    """A picture can't be let in; the message says why."""


def slug_of_picture(name: str) -> str:
    """Return whom a file's name says that it shows; nothing if it is no picture's name."""
    found = _NAME.fullmatch(name)
    return found[1] if found else ""


def check_picture(name: str, data: bytes) -> None:
    """Look a picture over by its frame.

    Raises:
        PictureError: It is none, too large, cut, or of a kind that isn't let in.
    """
    if len(data) > LARGEST_PICTURE:
        raise PictureError(f"larger than {LARGEST_PICTURE:,} bytes")
    if name.endswith(".png"):
        _check_png(data)
    else:
        _check_jpeg(data)


def drawn_part(data: bytes) -> bytes:
    """Return a picture that was looked over without what only accompanies it.

    Raises:
        PictureError: More is packed into it than its size has room for.
    """
    if not data.startswith(_PNG):
        return data
    kept = [(kind, body, piece) for kind, body, piece in _pieces(data) if kind in _NEEDED]
    _check_swelling(kept[0][1], b"".join(body for kind, body, _ in kept if kind == b"IDAT"))
    return _PNG + b"".join(piece for _, _, piece in kept)


def sums_of(pictures: Mapping[str, bytes]) -> str:
    """Return names and SHA-256 of pictures, a line each: they stand among a pack's texts."""
    return "".join(
        f"{name} {sha256(data).hexdigest()}\n" for name, data in sorted(pictures.items())
    )


def unfit_pictures(content: Content) -> Iterator[Problem]:
    """Give pictures of packs that show nothing of the pack's own, or what has one already."""
    for number, pack in enumerate(content.packs, 1):
        root = pack.spec.place.path.parent
        sums, seen = content.files.get(f"{PACK}{number}/{SUMS}", ""), set()
        for name in (line.partition(" ")[0] for line in sums.splitlines()):
            slug = slug_of_picture(name)
            place = Place(root / name, 1, 1)
            if slug in seen:
                yield Problem(place, f"a second picture of '{slug}'")
            elif not _is_own(content, slug, pack.spec.replaces):
                message = f"the pack has no card, crisis, site or scenario '{slug}' of its own"
                yield Problem(place, message)
            seen.add(slug)


def _is_own(content: Content, slug: str, replaced: tuple[str, ...]) -> bool:
    return any(
        slug in getattr(content, shelf)
        and (slug not in content.standard[shelf] or slug in replaced)
        for shelf in SHELVES
    )


def _check_size(wide: int, high: int) -> None:
    if not (wide and high):
        raise PictureError("a picture without a size")
    if wide > WIDEST or high > HIGHEST:
        raise PictureError(f"{wide:,} x {high:,} points: {WIDEST} x {HIGHEST} at most")


def _check_png(data: bytes) -> None:
    if not data.startswith(_PNG):
        raise PictureError("not a PNG picture, though its name says so")
    kinds: list[bytes] = []
    for kind, body, _ in _pieces(data):
        if not kinds:
            _check_png_header(kind, body)
        elif kind == b"IHDR":
            raise PictureError("a damaged picture: two headers")
        if kind in _ANIMATED:
            raise PictureError("a moving picture: only still ones are let in")
        if kind not in _NEEDED and kind[:1].isupper():
            raise PictureError("a picture of an unusual kind: save it as a plain PNG")
        kinds.append(kind)
    if b"IDAT" not in kinds:
        raise PictureError("a damaged picture: nothing is drawn in it")


def _check_png_header(kind: bytes, body: bytes) -> None:
    if kind != b"IHDR" or len(body) != _HEADER.size:
        raise PictureError("a damaged picture: no header")
    wide, high, bits, colour, *rest, rows = _HEADER.unpack(body)
    _check_size(wide, high)
    if bits not in _DEPTHS.get(colour, ()) or any(rest) or rows > 1:
        raise PictureError("a picture of an unusual kind: save it as a plain PNG")


def _check_swelling(header: bytes, packed: bytes) -> None:
    """Unpack no more than a header has room for; a decoder would go on to the end."""
    wide, high, bits, colour, *_ = _HEADER.unpack(header)
    # a line begins with a byte of its own; interlaced, there are up to twice as many lines
    room = 2 * high * (wide * bits * _CHANNELS[colour] // 8 + 2) + _SPARE
    stream = zlib.decompressobj()
    try:
        stream.decompress(packed, room)
    except zlib.error as error:
        raise PictureError("a damaged picture") from error
    if not stream.eof:
        raise PictureError("a picture that swells, or is cut")


def _pieces(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Give kind, body and whole of each piece of a PNG, up to its end."""
    start, kind = len(_PNG), b""
    while kind != b"IEND":
        body = start + _PIECE.size
        if body > len(data):
            raise PictureError("a cut picture")
        length, kind = _PIECE.unpack_from(data, start)
        end = body + length
        if end + _CHECKED > len(data):
            raise PictureError("a cut picture")
        if zlib.crc32(data[start + 4 : end]) != int.from_bytes(data[end : end + _CHECKED]):
            raise PictureError("a damaged picture")
        yield kind, data[body:end], data[start : end + _CHECKED]
        start = end + _CHECKED
    if start != len(data):
        raise PictureError("more stands behind the end of the picture")


def _check_jpeg(data: bytes) -> None:
    if not data.startswith(_JPEG):
        raise PictureError("not a JPEG picture, though its name says so")
    frames = scans = 0
    for mark, body in _segments(data):
        if mark in _OTHER_FRAMES:
            raise PictureError("a picture of an unusual kind: save it as a plain JPEG")
        if mark in _FRAMES:
            frames += 1
            _check_jpeg_frame(body)
        scans += mark == _SCAN
        if scans > frames * _MOST_SCANS:
            raise PictureError(f"drawn before its size, or in more than {_MOST_SCANS} passes")
    if frames != 1 or not scans:
        raise PictureError("a damaged picture: nothing is drawn in it, or more than one")


def _check_jpeg_frame(body: bytes) -> None:
    if len(body) < _FRAME.size:
        raise PictureError("a cut picture")
    bits, high, wide, colours = _FRAME.unpack_from(body)
    _check_size(wide, high)
    if bits != 8 or colours not in _COLOURS:
        raise PictureError("a picture of an unusual kind: save it as a plain JPEG")


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Give mark and body of each part of a JPEG, up to its end."""
    start = 2
    while found := _MARK.search(data, start):
        mark, body = found[1][0], found.end()
        if mark == _END:
            if body != len(data):
                raise PictureError("more stands behind the end of the picture")
            return
        end = body + int.from_bytes(data[body : body + 2])
        if end < body + 2 or end > len(data):
            break
        yield mark, data[body + 2 : end]
        start = end
    raise PictureError("a cut picture")
