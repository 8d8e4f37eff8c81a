"""A zip file from anybody, taken apart in memory: nothing in it is ever written anywhere.

Only what plain tools make is read: members stored or deflated, one directory at the end, no
passwords, links or comments. Everything is counted before it is unpacked, and unpacking
stops where the directory says it should.
"""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

LARGEST_ARCHIVE: Final = 1_300_000
"""Bytes of a zip: a little more than a pack, for pictures are small already."""
MOST_MEMBERS: Final = 200
TIGHTEST: Final = 60
"""How many times smaller a member may be packed; texts come to about 4, zeros to 1000."""
LARGEST_MEMBER: Final = 1_000_000

_END: Final = struct.Struct("<4s4H2LH")
_END_MARK: Final = b"PK\x05\x06"
_FAR_END_MARK: Final = b"PK\x06\x07"
_FAR_END: Final = 20
"""Bytes of the pointer of a zip with 64 bit sizes, which no pack needs."""
_DIRECTORY: Final = MOST_MEMBERS * 400
_ENCRYPTED: Final = 0x1
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_SMALL: Final = 4096
"""Bytes below which nobody minds how tightly something is packed."""


class ArchiveError(ValueError):
    """A zip can't be read, or is no honest one; the message says what, without its name."""


def members_of(path: Path) -> dict[str, bytes]:
    """Return the members of a zip by name, folders left out.

    Raises:
        ArchiveError: It is no zip, is damaged, or holds what no pack holds.
        OSError: It can't be read.
    """
    with path.open("rb") as file:
        data = file.read(LARGEST_ARCHIVE + 1)
    if len(data) > LARGEST_ARCHIVE:
        raise ArchiveError(f"larger than {LARGEST_ARCHIVE:,} bytes")
    _check_frame(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return dict(_unpacked(archive))
    except ArchiveError:
        raise
    except (
        EOFError,
        LookupError,
        NotImplementedError,
        OSError,
        RuntimeError,
        UnicodeError,
        ValueError,
        struct.error,
        zipfile.BadZipFile,
        zlib.error,
    ) as error:
        raise ArchiveError(f"a damaged zip ({_one_line(error)})") from error


def _check_frame(data: bytes) -> None:
    """Refuse what is no zip, or has a directory too large to be looked at."""
    if not data.startswith(b"PK\x03\x04"):
        raise ArchiveError("not a zip file, nor a folder")
    start = max(0, len(data) - _END.size)
    if start == 0:
        raise ArchiveError("a cut zip")
    mark, _, _, _, members, size, _, comment = _END.unpack(data[start:])
    if mark != _END_MARK or comment:
        raise ArchiveError("a cut zip, or one with a comment or more behind its end")
    if data[start - _FAR_END :].startswith(_FAR_END_MARK):
        raise ArchiveError("a zip of the large kind (zip64), which no pack needs")
    if members > MOST_MEMBERS or size > _DIRECTORY:
        raise ArchiveError(f"{members} members: {MOST_MEMBERS} at most")


def _unpacked(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """Give the members that are files, once all of them have been looked at."""
    seen: set[str] = set()
    files = [info for info in archive.infolist() if not info.is_dir()]
    for info in files:
        _check_member(info)
        if (name := info.filename.casefold()) in seen:
            raise ArchiveError(f"two members of one name: '{_shown(info.filename)}'")
        seen.add(name)
    for info in files:
        yield info.filename, _content(archive, info)


def _check_member(info: zipfile.ZipInfo) -> None:
    """Refuse links, passwords, sizes and names that no pack has."""
    name = _shown(info.filename)
    kind = stat.S_IFMT(info.external_attr >> 16)
    # zipfile cuts a name at a zero byte and turns backslashes where they part folders
    if info.orig_filename != info.filename or "\\" in info.filename:
        raise ArchiveError(f"member '{name}' has a name with a zero byte or a backslash")
    if kind not in (0, stat.S_IFREG):
        raise ArchiveError(f"member '{name}' is a link or a device, not a file")
    if info.flag_bits & _ENCRYPTED:
        raise ArchiveError(f"member '{name}' has a password")
    if info.compress_type not in _METHODS:
        raise ArchiveError(f"member '{name}' is packed in a way that is not used here")
    if info.file_size > LARGEST_MEMBER:
        raise ArchiveError(f"member '{name}' is larger than {LARGEST_MEMBER:,} bytes")
    if info.file_size > _SMALL and info.file_size > TIGHTEST * info.compress_size:
        raise ArchiveError(f"member '{name}' would swell more than {TIGHTEST} times")


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Return a member's bytes, as many as the directory promised."""
    with archive.open(info) as member:
        data = member.read(info.file_size + 1)
    if len(data) != info.file_size:
        raise ArchiveError(f"member '{_shown(info.filename)}' is cut")
    return data


def _shown(name: str) -> str:
    """Return a name fit to be quoted in one line."""
    return "".join(sign if sign.isprintable() else "?" for sign in name[:60])


def _one_line(error: Exception) -> str:
    return _shown(str(error).splitlines()[0] if str(error) else type(error).__name__)
