"""The data files as texts, from folders or from a save, with what is wrong about them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from game.content.errors import Place, Problem
from game.content.layout import (
    FIXED_FILES,
    FOLDERS,
    MANIFEST,
    NUMBERS,
    PACK,
    SCENARIOS,
    in_order,
    is_beside,
    is_scenario,
)
from game.content.scalars import nearest, shortened
from game.content.sheets import LARGEST_FILE

MOST_SCENARIOS: Final = 100
MOST_PACKS: Final = 20
LARGEST_COPY: Final = 3_000_000
"""Characters of the data that a save carries; that of the game has 170,000."""

_PACKED: Final = re.compile(PACK + r"([1-9][0-9]?)/(.+)")


@dataclass(slots=True)
class Layer:
    """The files of one data folder or pack.

    Attributes:
        root: What problems put before the names of files, such as `data`.
        texts: The files by name below the folder, in the order of the layout.
        problems: Files that are missing, unreadable or not part of the layout.
        papers: What travels with a pack and isn't data: its licence, a note to readers.
        pictures: A pack's pictures, looked over; `texts` has their sums alone.
    """

    root: Path
    texts: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    papers: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)

    def report(self, name: str, message: str) -> None:
        """Note a problem with a whole file."""
        self.problems.append(Problem(Place(self.root / name, 1, 1), message))


def layer_of_folder(folder: Path) -> Layer:
    """Read a folder of whole data, which has to hold every file."""
    layer = Layer(Path(folder.resolve().name))
    if not _holds(folder.is_dir):
        there = "a file, not a folder: name the folder that holds it"
        layer.report("", there if _holds(folder.exists) else "no such folder")
        return layer
    names = set(_names_below(folder))
    for name in in_order(names):
        add_file(folder / name, name, layer)
    report_gaps(layer, names, whole=True)
    return layer


def layers_of_files(files: Mapping[str, str]) -> list[Layer]:
    """Return the layers of `Content.files`: the whole data, then its packs in order."""
    layers: dict[int, dict[str, str]] = {0: {}}
    for name, text in files.items():
        packed = _PACKED.fullmatch(name)
        number, inner = (int(packed[1]), packed[2]) if packed else (0, name)
        layers.setdefault(number, {})[inner] = text
    if len(layers) > MOST_PACKS or sum(map(len, files.values())) > LARGEST_COPY:
        layer = Layer(Path("data"))
        layer.report("", "far more than a match is played with")
        return [layer]
    return [_layer_of_texts(number, layers[number]) for number in sorted(layers)]


def files_of_layers(layers: Iterable[Layer]) -> dict[str, str]:
    """Return all texts by name; those of packs under `pack-1/`, `pack-2/` and so on."""
    return {
        f"{PACK}{number}/{name}" if number else name: text
        for number, layer in enumerate(layers)
        for name, text in layer.texts.items()
    }


def is_whole(folder: Path) -> bool:
    """Tell whether a folder is meant as whole data and not as a pack."""
    return _holds((folder / NUMBERS).exists) and not _holds((folder / MANIFEST).exists)


def _layer_of_texts(number: int, texts: Mapping[str, str]) -> Layer:
    layer = Layer(Path(f"{PACK}{number}") if number else Path("data"))
    layer.texts = {name: texts[name] for name in in_order(texts)}
    report_gaps(layer, set(texts), whole=number == 0)
    return layer


def _holds(question: Callable[[], bool]) -> bool:
    """Ask a path something; what may not be looked at is as good as missing."""
    try:
        return question()
    except OSError:
        return False


def _names_below(folder: Path) -> Iterator[str]:
    """Give the names of all YAML files where data may lie, known or not."""
    yield from (name for name in FIXED_FILES if _holds((folder / name).exists))
    for part in (*FOLDERS, SCENARIOS.rstrip("/")):
        for path in sorted((folder / part).glob("*.y*ml")):
            yield f"{part}/{path.name}"


def add_file(path: Path, name: str, layer: Layer) -> None:
    """Add a file's text, or what keeps it from being read. Line ends become line feeds."""
    try:
        if not path.is_file():
            layer.report(name, "not a file")
        elif path.stat().st_size > LARGEST_FILE:
            layer.report(name, f"larger than {LARGEST_FILE:,} bytes")
        elif (text := decoded(path.read_bytes(), name, layer)) is not None:
            layer.texts[name] = text
    except OSError as error:
        layer.report(name, f"can't be read: {error.strerror or type(error).__name__}")


def decoded(data: bytes, name: str, layer: Layer) -> str | None:
    """Return a file's text with line feeds; `None`, reported, if it isn't UTF-8."""
    try:
        return data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        place = Place(layer.root / name, line, column)
        layer.problems.append(Problem(place, "not UTF-8: save the file with that encoding"))
        return None


def report_gaps(layer: Layer, names: set[str], *, whole: bool) -> None:
    """Report files that are missing and files that nobody would read."""
    for name in sorted(names):
        known = name in FIXED_FILES or is_scenario(name)
        if not known and (whole or not (name == MANIFEST or is_beside(name))):
            layer.report(shortened(name), f"not a data file{nearest(name, FIXED_FILES)}")
    scenarios = sum(is_scenario(name) for name in names)
    if scenarios > MOST_SCENARIOS:
        layer.report(SCENARIOS, f"{scenarios} scenarios: {MOST_SCENARIOS} at most")
    if not whole:
        if MANIFEST not in names:
            layer.report(MANIFEST, "no such file: a pack says in it who made it")
        if not names - {MANIFEST}:
            layer.report("", f"holds no data file, such as {FIXED_FILES[1]}")
        return
    for name in FIXED_FILES:
        if name not in names:
            layer.report(name, "no such file")
    if not scenarios:
        layer.report(SCENARIOS, "no scenario")
