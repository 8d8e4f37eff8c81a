"""`packs`: which there are; install, remove, and make one file of a folder."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from game.commands.check import show_problems
from game.commands.faults import InputError, cant_write
from game.content import ContentError
from game.content.layout import is_catalogue
from game.content.pack_files import layer_of_pack
from game.content.packs import Installed, install, installed, read_pack, remove, zipped
from game.told import mark
from game.words import ENGLISH, Speech, environment_language
from game.words.pack_check import filled_in
from game.words.po_files import PoFileError


def packs(options: argparse.Namespace) -> int:
    """Do what is asked with packs and return the exit code.

    Raises:
        InputError: A zip can't be written.
        PackError: A pack can't be installed or removed.
        UserFolderError: There is no place for packs.
    """
    speech = Speech(options.lang or environment_language())
    try:
        return _ACTIONS[options.action](options, speech)
    except ContentError as error:
        show_problems(speech, error.problems)
        return 1


def _list(options: argparse.Namespace, speech: Speech) -> int:
    del options
    there = installed()
    if not there:
        print(speech.text("There are no packs."))
    for one in there:
        print(_line(speech, one))
        if one.pack is None:
            show_problems(speech, one.problems)
        else:
            slugs, digits = ", ".join(one.scenarios), one.pack.fingerprint[:12]
            print("  " + speech.text("scenarios: {slugs}", slugs=slugs))
            print("  " + speech.text("fingerprint {digits}", digits=digits))
    return 0


def _add(options: argparse.Namespace, speech: Speech) -> int:
    pack = install(options.path)
    print(speech.text("Installed: {pack}", pack=_line(speech, pack)))
    for slug in pack.scenarios:
        print(f"  defend-together play --scenario {slug}")
    return 0


def _remove(options: argparse.Namespace, speech: Speech) -> int:
    print(speech.text("Removed: {path}", path=str(remove(options.name))))
    return 0


def _zip(options: argparse.Namespace, speech: Speech) -> int:
    pack = read_pack(options.path)
    assert pack.pack is not None, "what was read without a problem has a manifest"
    spec = pack.pack.spec
    out: Path = options.out or Path(f"{spec.name}-{spec.version}.zip")
    try:
        out.write_bytes(zipped(layer_of_pack(options.path)))
    except OSError as error:
        raise cant_write("--out", out, error) from error
    print(speech.text("Written: {path}", path=str(out)))
    return 0


def _translate(options: argparse.Namespace, speech: Speech) -> int:
    content = read_pack(options.path).content
    assert content is not None, "it was read without a problem"
    name = f"locale/{options.language}.po"
    out: Path = options.path / name
    if not is_catalogue(name) or options.language == ENGLISH:
        message = mark("“{language}” is no language to translate into, such as fr")
        raise InputError(message, language=options.language)
    if not options.path.is_dir():
        message = mark("{path} is not a folder: translate in the folder it is made from")
        raise InputError(message, path=str(options.path))
    try:
        before = out.read_text(encoding="utf-8") if out.exists() else ""
        told = filled_in(content, options.language, before, out)
        out.parent.mkdir(exist_ok=True)
        out.write_text(told, encoding="utf-8", newline="\n")
    except PoFileError as error:
        raise InputError(str(error)) from error
    except OSError as error:
        raise cant_write("LANGUAGE", out, error) from error
    print(speech.text("Written: {path}", path=str(out)))
    return 0


def _line(speech: Speech, one: Installed) -> str:
    """Return a pack in one line."""
    if one.pack is None:
        return speech.text("{name}: can’t be used", name=one.name)
    spec = one.pack.spec
    values = {
        "name": spec.name,
        "title": spec.title,
        "version": spec.version,
        "author": spec.author,
        "licence": spec.licence,
    }
    if one.shipped:
        return speech.text(
            "{name}: {title}, version {version}, by {author}, {licence}; comes with the game",
            **values,
        )
    return speech.text("{name}: {title}, version {version}, by {author}, {licence}", **values)


_ACTIONS: Final[Mapping[str, Callable[[argparse.Namespace, Speech], int]]] = {
    "list": _list,
    "add": _add,
    "remove": _remove,
    "zip": _zip,
    "translate": _translate,
}
