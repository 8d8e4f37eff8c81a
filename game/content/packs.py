"""The packs there are, those that come with the game and the player's: found, kept, removed.

A pack is read over the standard data and is there for its own scenarios alone. So no pack
can change another or the standard game, and one that is broken breaks nothing but itself.
"""

import io
import os
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final, Literal, TypeAlias

from game.content.beside import problems_beside
from game.content.errors import ContentError, Problem
from game.content.files import Layer, layer_of_folder
from game.content.layout import SUMS
from game.content.lessons import pack_plans
from game.content.load import content_of_layers, load_content
from game.content.manifest import Pack
from game.content.pack_files import layer_of_pack
from game.content.specs import Content
from game.paths import UserFolderError, data_path, packs_dir
from game.told import ToldError, mark

Standing: TypeAlias = Literal["there", "missing", "changed"]

SHIPPED: Final = "packs"
"""The folder below the data with the packs that come with the game."""
MOST_INSTALLED: Final = 50
_FILE: Final = "pack-{name}.zip"
"""Never the bare name: Windows keeps some, such as `con`, for itself."""
_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
_MODE: Final = 0o644 << 16
_MOST_REMEMBERED: Final = MOST_INSTALLED


class PackError(ToldError, ValueError):
    """A pack can't be installed or removed; the message is one line to show."""


@dataclass(frozen=True, slots=True)
class Installed:
    """A pack that lies where packs are looked for.

    Attributes:
        name: Its manifest's name; of a broken one that of its file.
        path: The folder or zip.
        shipped: It came with the game and can't be removed.
        content: The standard data with the pack over it; `None` if it is broken.
        problems: What is wrong with a broken one.
        pictures: Its pictures by the slug that each shows, as files of PNG or JPEG.
    """

    name: str
    path: Path
    shipped: bool
    content: Content | None
    problems: tuple[Problem, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    @property
    def pack(self) -> Pack | None:
        """What it says of itself; `None` if it is broken."""
        return self.content.packs[0] if self.content is not None else None

    @property
    def scenarios(self) -> tuple[str, ...]:
        """The scenarios that it brings."""
        return () if self.content is None else own_scenarios(self.content)


def own_scenarios(content: Content) -> tuple[str, ...]:
    """Return the scenarios of content that its packs brought."""
    standard = content.standard["scenarios"]
    return tuple(slug for slug in content.scenarios if slug not in standard)


def installed() -> tuple[Installed, ...]:
    """Return the packs there are: those that come with the game, then the player's."""
    shipped = [_looked_at(path, shipped=True) for path in _below(data_path(SHIPPED))]
    try:
        own = _below(packs_dir())
    except UserFolderError:
        own = []
    return (*shipped, *(_looked_at(path, shipped=False) for path in own))


def content_for(scenario: str | None) -> Content:
    """Return the content that a scenario is played with: standard, or with its pack.

    A scenario that there isn't is not found in the standard content either.
    """
    content = load_content()
    if scenario is None or scenario in content.scenarios:
        return content
    return next(
        (one.content for one in installed() if one.content and scenario in one.scenarios),
        content,
    )


def all_contents() -> Iterator[Content]:
    """Yield the standard content, then that of each pack that can be played."""
    yield load_content()
    yield from (one.content for one in installed() if one.content is not None)


def pictures_of(content: Content) -> Mapping[str, bytes]:
    """Return the pictures of the pack that content was read with, by what each shows.

    There are none if the pack isn't here as it was: a save carries no pictures.
    """
    for pack in content.packs:
        for one in installed():
            if one.pack is not None and one.pack.fingerprint == pack.fingerprint:
                return one.pictures
    return {}


def standing(pack: Pack) -> Standing:
    """Tell whether a pack that a match was begun with is the one that is installed here."""
    for one in installed():
        if one.pack is not None and one.name == pack.spec.name:
            return "there" if one.pack.fingerprint == pack.fingerprint else "changed"
    return "missing"


def read_pack(path: Path) -> Installed:
    """Read a folder or a zip as a pack over the standard data, without installing it.

    Raises:
        ContentError: Something in it is wrong; it holds every problem found.
    """
    return _read(path, layer_of_pack(path), shipped=False)


def install(path: Path) -> Installed:
    """Keep a pack, from a folder or a zip, among the player's, if nothing is wrong with it.

    Raises:
        ContentError: Something in it is wrong; it holds every problem found.
        PackError: It is there already, clashes with another, or has no scenario.
        UserFolderError: There is no place to keep it.
    """
    layer = layer_of_pack(path)
    pack = _read(path, layer, shipped=False)
    _check_fit(pack)
    folder = packs_dir()
    target = folder / _FILE.format(name=pack.name)
    try:
        _write(target, zipped(layer))
    except OSError as error:
        raise UserFolderError(folder, error.strerror or type(error).__name__) from error
    return _looked_at(target, shipped=False)


def remove(name: str) -> Path:
    """Remove one of the player's packs and return where it was.

    Matches that were begun with it go on: each has a copy of its own.

    Raises:
        PackError: There is none of this name, or it isn't the program's to remove.
        UserFolderError: It can't be removed.
    """
    found = [one for one in installed() if one.name == name]
    own = [one for one in found if not one.shipped]
    if not own:
        there = mark("the pack “{name}” comes with the game: it stays")
        gone = mark("there is no pack “{name}”")
        raise PackError(there if found else gone, name=name)
    path = own[0].path
    if path.is_dir() and not path.is_symlink():
        message = mark("{path} is a folder that you put there: remove it by hand")
        raise PackError(message, path=str(path))
    try:
        path.unlink()
    except OSError as error:
        raise UserFolderError(path.parent, error.strerror or type(error).__name__) from error
    return path


def zipped(layer: Layer) -> bytes:
    """Return a pack as a zip: the same bytes for the same files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        files = {
            name: text.encode("utf-8")
            for name, text in (*layer.texts.items(), *layer.papers.items())
            if name != SUMS
        }
        for name, data in sorted({**files, **layer.pictures}.items()):
            info = zipfile.ZipInfo(name, _LONG_AGO)
            # a picture is packed as it is: packed twice it might look like one that swells
            stored = name in layer.pictures
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            info.external_attr = _MODE
            archive.writestr(info, data)
    return target.getvalue()


def _check_fit(pack: Installed) -> None:
    """Refuse a pack that would hide another, or that nobody could play."""
    if not pack.scenarios:
        raise PackError(
            mark("the pack “{name}” has no scenario, so nothing of it would be played"),
            name=pack.name,
        )
    there = installed()
    if len(there) >= MOST_INSTALLED:
        message = mark("there are {n} packs already: remove one first")
        raise PackError(message, n=len(there))
    _check_lessons(pack, there)
    for other in there:
        if other.name == pack.name:
            raise PackError(
                mark("a pack “{name}” is installed already: remove it first"), name=pack.name
            )
        for slug in pack.scenarios:
            if slug in other.scenarios:
                raise PackError(
                    mark("its scenario “{scenario}” is in the pack “{name}” already"),
                    scenario=slug,
                    name=other.name,
                )


def _check_lessons(pack: Installed, there: tuple[Installed, ...]) -> None:
    """Refuse a pack with a lesson that another has: nobody could choose between them."""
    assert pack.content is not None, "it was read without a problem"
    for other in there:
        theirs = pack_plans(other.content) if other.content and other.name != pack.name else {}
        problems = tuple(
            Problem(plan.place, f"lesson '{slug}' is in the pack '{other.name}' already")
            for slug, plan in pack_plans(pack.content).items()
            if slug in theirs
        )
        if problems:
            raise ContentError(problems)


def _below(folder: Path) -> list[Path]:
    """Return the folders and zips in a folder, by name; not what hides or is a link."""
    try:
        entries = sorted(folder.iterdir())[:MOST_INSTALLED]
    except OSError:
        return []
    return [
        path
        for path in entries
        if not path.name.startswith((".", "__"))
        and not path.is_symlink()
        and (path.is_dir() or path.suffix == ".zip")
    ]


def _looked_at(path: Path, *, shipped: bool) -> Installed:
    """Return a pack, or what is wrong with it."""
    try:
        return _read(path, layer_of_pack(path), shipped=shipped)
    except ContentError as error:
        return Installed(path.stem, path, shipped, None, error.problems)


_remembered: dict[tuple[str, ...], Content] = {}
"""Contents that were read, by the files of their pack: reading again would change nothing."""


def _read(path: Path, layer: Layer, *, shipped: bool) -> Installed:
    """Return a pack's files over the standard data. Raises `ContentError`."""
    if layer.problems:
        raise ContentError(tuple(layer.problems))
    key = (str(layer.root), *(part for item in layer.texts.items() for part in item))
    content = _remembered.get(key)
    if content is None:
        content = content_of_layers([layer_of_folder(data_path()), layer])
        if problems := problems_beside(content):
            raise ContentError(problems)
        if len(_remembered) == _MOST_REMEMBERED:
            _remembered.clear()
        _remembered[key] = content
    pictures = {PurePosixPath(name).stem: data for name, data in layer.pictures.items()}
    return Installed(content.packs[0].spec.name, path, shipped, content, (), pictures)


def _write(target: Path, data: bytes) -> None:
    """Put a file there whole or not at all."""
    part = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
