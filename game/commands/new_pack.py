"""`new-pack`: begin a pack of one's own; `schema`: help an editor to check it."""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from game.commands.faults import InputError, cant_write
from game.content import load_content
from game.content.pack_files import is_pack_file
from game.content.schema import schemas
from game.paths import data_path
from game.told import mark
from game.words import Speech, environment_language

TEMPLATE: Final = "new-pack"
"""The folder below the data with the example."""
SCHEMAS: Final = ".schema"
"""The folder of a new pack with the schemas: what begins with a dot is no part of a pack."""
_NAME: Final = "my-pack"
_TITLE: Final = "My Pack"
_LONGEST_NAME: Final = 40
"""Characters: the example's cards begin with it."""
_CONSTANTS: Final = ("false", "null", "true")
"""Words that are no texts in YAML."""


def new_pack(options: argparse.Namespace) -> int:
    """Write the example under a name of the player's and return the exit code.

    Raises:
        InputError: The name is none, or the folder can't be written.
    """
    speech = Speech(options.lang or environment_language())
    name = options.name
    if not _is_name(name):
        message = mark("“{name}” is no name: small letters and digits, joined by hyphens")
        raise InputError(message, name=name)
    folder = (options.out or Path()) / name
    try:
        there = folder.exists()
    except OSError as error:
        raise cant_write("--out", folder, error) from error
    if there:
        raise InputError(mark("{path} is there already"), path=str(folder))
    _write({**_example(name), **_schemas(f"{SCHEMAS}/")}, folder)
    print(speech.text("Written: {path}", path=str(folder)))
    for words in ("check", "packs add", "packs zip"):
        print(f"  defend-together {words} {folder}")
    return 0


def schema(options: argparse.Namespace) -> int:
    """Write the schemas into a folder and return the exit code.

    Raises:
        InputError: The folder can't be written.
    """
    speech = Speech(options.lang or environment_language())
    _write(_schemas(""), options.out)
    print(speech.text("Written: {path}", path=str(options.out)))
    return 0


def _is_name(name: str) -> bool:
    """Tell whether a pack can be called so, and its scenario's file too."""
    plain = name[:1].isalpha() and name not in _CONSTANTS and len(name) <= _LONGEST_NAME
    return plain and is_pack_file(f"scenarios/{name}.yaml")


def _example(name: str) -> Mapping[str, str]:
    """Return the files of the example by their name, with another name of the pack."""
    root = data_path(TEMPLATE)
    title = name.replace("-", " ").title()
    files = {}
    for path in sorted(root.rglob("*")):
        if path.is_file():
            inner = path.relative_to(root).as_posix().replace(_NAME, name)
            text = path.read_text(encoding="utf-8")
            text = text.replace(_NAME, name).replace(_TITLE, title)
            files[inner] = _with_schema(inner, text)
    return files


def _with_schema(name: str, text: str) -> str:
    """Return a file with the line that tells an editor its schema."""
    parts = name.split("/")
    if not name.endswith(".yaml"):
        return text
    of = {"scenarios": "scenario"}.get(parts[0], parts[0].removesuffix(".yaml"))
    up = "../" * (len(parts) - 1) or "./"
    return f"# yaml-language-server: $schema={up}{SCHEMAS}/{of}.json\n{text}"


def _schemas(folder: str) -> dict[str, str]:
    """Return the schemas as files of a folder."""
    made = schemas(load_content()).items()
    return {f"{folder}{name}": json.dumps(one, indent=1) + "\n" for name, one in made}


def _write(files: Mapping[str, str], folder: Path) -> None:
    """Write files below a folder, with line feeds on every system."""
    try:
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise cant_write("--out", folder, error) from error
