"""A pack's files, from a folder or a zip of anybody's: a closed list of names, with limits.

Nothing but the names below is ever read, so that no name can lead out of a pack, and a pack
is kept small enough to be read within a second whatever it holds.
"""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from game.content.archive import MOST_MEMBERS, ArchiveError, members_of
from game.content.files import Layer, decoded, report_gaps
from game.content.layout import (
    FIXED_FILES,
    MANIFEST,
    SUMS,
    in_order,
    is_catalogue,
    is_lesson,
    is_scenario,
)
from game.content.pictures import (
    LARGEST_PICTURE,
    MOST_PICTURES,
    PICTURES,
    PictureError,
    check_picture,
    slug_of_picture,
    sums_of,
)
from game.content.scalars import nearest, shortened

LARGEST_PACK: Final = 1_200_000
"""Bytes of all files together; the whole of the standard data has 150,000."""
LARGEST_DATA: Final = 500_000
"""Bytes of the data without the catalogues."""
LARGEST_PACK_FILE: Final = 400_000
MOST_PACK_SCENARIOS: Final = 20
MOST_PACK_LESSONS: Final = 20
PAPERS: Final = ("LICENCE", "LICENSE", "LICENSE.md", "LICENSE.txt", "README.md", "README.txt")
"""Files beside the data that travel with it."""

_JUNK: Final = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})
"""What systems leave in folders and zips; so is all that begins with a dot."""
_DEEPEST: Final = 3
_SCENARIO: Final = re.compile(r"scenarios/([a-z0-9]+(?:-[a-z0-9]+)*)\.yaml")
_DEVICE: Final = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
_TOO_MANY: Final = f"more than {MOST_MEMBERS} files: name the folder of one pack"


def layer_of_pack(path: Path) -> Layer:
    """Read a pack from a folder or a zip; what is wrong stands among the layer's problems."""
    layer = Layer(Path(shortened(path.resolve().name)))
    try:
        if path.is_dir():
            found = dict(_of_folder(path, layer))
        elif not path.exists():
            layer.report("", "no such folder or zip")
            return layer
        elif not path.is_file():
            layer.report("", "neither a folder nor a zip")
            return layer
        else:
            found = _of_archive(path)
    except ArchiveError as error:
        layer.report("", str(error))
        return layer
    except OSError as error:
        layer.report("", f"can't be read: {error.strerror or type(error).__name__}")
        return layer
    _take(found, layer)
    return layer


def _of_folder(folder: Path, layer: Layer) -> Iterator[tuple[str, bytes]]:
    """Give the files of a folder that a pack may hold; links are never followed."""
    for number, (name, entry) in enumerate(_walk(folder, "", 1, layer)):
        if number == MOST_MEMBERS:
            raise ArchiveError(_TOO_MANY)
        if entry.is_symlink():
            layer.report(shortened(name), "a link: a pack holds files")
        elif not entry.is_file(follow_symlinks=False):
            layer.report(shortened(name), "not a file")
        elif not is_pack_file(name):
            yield name, b""
        elif entry.stat(follow_symlinks=False).st_size > _largest(name):
            layer.report(name, f"larger than {_largest(name):,} bytes")
        else:
            yield name, _read_no_link(Path(entry.path), _largest(name))


def _walk(
    folder: Path, before: str, depth: int, layer: Layer
) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """Give the entries below a folder that are no folders, by their name below the pack."""
    with os.scandir(folder) as entries:
        listed = [entry for entry, _ in zip(entries, range(2 * MOST_MEMBERS), strict=False)]
    for entry in sorted(listed, key=lambda one: one.name):
        name = f"{before}{entry.name}"
        if entry.name.startswith(".") or entry.name in _JUNK:
            continue
        if not entry.is_dir(follow_symlinks=False):
            yield name, entry
        elif depth == _DEEPEST:
            layer.report(shortened(name), f"folders deeper than {_DEEPEST}")
        else:
            yield from _walk(Path(entry.path), f"{name}/", depth + 1, layer)


def _read_no_link(path: Path, most: int) -> bytes:
    """Return a file's bytes, never those of a link that took its place meanwhile."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError("not a file")
        return file.read(most + 1)


def _of_archive(path: Path) -> dict[str, bytes]:
    """Return the members of a zip, below the one folder that most tools put around them."""
    members = {
        name: data
        for name, data in members_of(path).items()
        if not any(
            part in _JUNK or (part.startswith(".") and part != "..") for part in name.split("/")
        )
    }
    tops = {name.partition("/")[0] for name in members}
    if MANIFEST not in members and len(tops) == 1:
        (top,) = tops
        if f"{top}/{MANIFEST}" in members:
            return {name.removeprefix(f"{top}/"): data for name, data in members.items()}
    return members


def _take(found: dict[str, bytes], layer: Layer) -> None:
    """Put the files into the layer, unless there is too much, or what no pack holds."""
    for name in sorted(found):
        if not is_pack_file(name):
            _report_stranger(name, layer)
        elif len(found[name]) > _largest(name):
            layer.report(name, f"larger than {_largest(name):,} bytes")
    _report_too_much(found, layer)
    if layer.problems:
        return
    _take_pictures(found, layer)
    for name in PAPERS:
        if name in found and (text := decoded(found[name], name, layer)) is not None:
            layer.papers[name] = text
    for name in in_order(found):
        if (text := decoded(found[name], name, layer)) is not None:
            layer.texts[name] = text
    if layer.pictures:
        layer.texts[SUMS] = sums_of(layer.pictures)
    report_gaps(layer, set(found) - set(PAPERS) - layer.pictures.keys(), whole=False)


def _take_pictures(found: dict[str, bytes], layer: Layer) -> None:
    """Put the pictures into the layer, each looked over, and their sums among the texts."""
    for name in sorted(filter(slug_of_picture, found)):
        layer.pictures[name] = found[name]
        try:
            check_picture(name, found[name])
        except PictureError as error:
            layer.report(name, str(error))


def _largest(name: str) -> int:
    """Return how many bytes a file of a name may have."""
    return LARGEST_PICTURE if slug_of_picture(name) else LARGEST_PACK_FILE


def is_pack_file(name: str) -> bool:
    """Tell whether a pack may hold a file of this name."""
    if is_lesson(name) or slug_of_picture(name) or _SCENARIO.fullmatch(name):
        return not _DEVICE.fullmatch(PurePosixPath(name).stem)
    return name in (MANIFEST, *FIXED_FILES, *PAPERS) or is_catalogue(name)


def _report_stranger(name: str, layer: Layer) -> None:
    """Say why a pack may not hold a file of this name."""
    place = shortened(name)
    parts = PurePosixPath(name).parts
    if name.startswith("/") or ".." in parts or ":" in name:
        # the name is not joined to the pack's: a path would take it for the whole
        layer.report("", f"'{place}' leads out of the pack")
    elif is_lesson(name) or slug_of_picture(name) or _SCENARIO.fullmatch(name):
        layer.report(place, "a name that Windows keeps for a device: choose another")
    elif is_scenario(name):
        layer.report(place, "a scenario's file is named by its slug: small letters, hyphens")
    elif name.startswith(PICTURES):
        layer.report(place, "a picture is a .png or .jpg, named by the slug that it shows")
    elif name.startswith("lessons/"):
        layer.report(place, "of lessons a pack has plans: lessons/plans/SLUG.yaml")
    else:
        known = (MANIFEST, *FIXED_FILES, *PAPERS)
        layer.report(place, f"no file of a pack{nearest(name, known)}")


def _report_too_much(found: dict[str, bytes], layer: Layer) -> None:
    data = sum(len(found[name]) for name in found if name.endswith(".yaml"))
    if data > LARGEST_DATA:
        layer.report("", f"{data:,} bytes of data: {LARGEST_DATA:,} at most")
    whole = sum(map(len, found.values()))
    if whole > LARGEST_PACK:
        layer.report("", f"{whole:,} bytes: {LARGEST_PACK:,} at most")
    scenarios = sum(is_scenario(name) for name in found)
    if scenarios > MOST_PACK_SCENARIOS:
        layer.report("", f"{scenarios} scenarios: {MOST_PACK_SCENARIOS} at most")
    lessons = sum(map(is_lesson, found))
    if lessons > MOST_PACK_LESSONS:
        layer.report("", f"{lessons} lessons: {MOST_PACK_LESSONS} at most")
    pictures = sum(bool(slug_of_picture(name)) for name in found)
    if pictures > MOST_PICTURES:
        layer.report("", f"{pictures} pictures: {MOST_PICTURES} at most")
