"""Fuzz the readers of packs by coverage, for as long as one likes: needs `atheris`.

    python -m tests.packs.coverage_fuzz -max_total_time=300

The first byte says which reader the rest is for: a zip, a data file by its name, a catalogue.
Only the errors that the readers promise may come out; everything else stops the run with
the input that did it.
"""

import contextlib
import importlib
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.packs.samples import example, zip_bytes

atheris: Any = importlib.import_module("atheris")

with atheris.instrument_imports(include=["game.content", "game.words.po_files", "zipfile"]):
    from game.content.draft import Draft
    from game.content.files import Layer
    from game.content.layout import FIXED_FILES, MANIFEST
    from game.content.pack_files import layer_of_pack
    from game.words.po_files import PoFileError, entries_in

NAMES = (MANIFEST, *FIXED_FILES, "scenarios/x.yaml")
CATALOGUE = len(NAMES)
ZIP = CATALOGUE + 1
FOLDER = Path(tempfile.mkdtemp(prefix="fuzz-"))


def one_input(data: bytes) -> None:
    """Read one input by the reader that its first byte names."""
    if not data:
        return
    kind, rest = data[0] % (ZIP + 1), data[1:]
    if kind == ZIP:
        path = FOLDER / "x.zip"
        path.write_bytes(rest)
        layer_of_pack(path)
        return
    text = rest.decode("utf-8", "replace")
    if kind == CATALOGUE:
        with contextlib.suppress(PoFileError):
            entries_in(text, Path("x.po"))
        return
    layer = Layer(Path("pack"))
    layer.texts = {NAMES[kind]: text}
    draft = Draft()
    draft.add(Layer(Path("data")))
    draft.add(layer)
    assert all(str(problem).isprintable() for problem in draft.problems)


def seeds() -> Path:
    """Write what the fuzzer begins with: each file of the example, and all as a zip."""
    folder = FOLDER / "seeds"
    folder.mkdir()
    files = example()
    for number, name in enumerate(NAMES):
        text = (
            files.get(name) or files["scenarios/my-pack.yaml" if "scen" in name else MANIFEST]
        )
        (folder / str(number)).write_bytes(bytes([number]) + text.encode())
    (folder / "po").write_bytes(bytes([CATALOGUE]) + b'msgctxt "a"\nmsgid "b"\nmsgstr "c"\n')
    (folder / "zip").write_bytes(bytes([ZIP]) + zip_bytes(files))
    return folder


if __name__ == "__main__":
    atheris.Setup([*sys.argv, f"-artifact_prefix={FOLDER}/", str(seeds())], one_input)
    atheris.Fuzz()
