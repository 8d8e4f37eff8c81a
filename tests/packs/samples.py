"""Packs to try things with: the example that `new-pack` writes, spoilt in one place."""

import io
import zipfile
from pathlib import Path

from game.content.packs import install, read_pack
from game.paths import data_path

SCENARIO = "scenarios/my-pack.yaml"


def example():
    """The files of the example by name."""
    root = data_path("new-pack")
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in root.rglob("*")
        if path.is_file()
    }


def renamed(name):
    """The example under another name."""
    return {
        inner.replace("my-pack", name): text.replace("my-pack", name)
        for inner, text in example().items()
    }


def spoilt(name, old, new):
    """The example with something else in one place of one file."""
    files = example()
    assert files[name].count(old) >= 1, old
    return {**files, name: files[name].replace(old, new, 1)}


def folder_of(files, folder: Path) -> Path:
    """Write files below a folder, and return it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def zip_bytes(files, *, change=lambda info: None, method=zipfile.ZIP_DEFLATED):
    """A zip of files as a careless or a hostile tool would make it."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, text in files.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = method
            info.external_attr = 0o644 << 16
            change(info)
            archive.writestr(info, text)
    return target.getvalue()


def zip_of(files, path: Path, **options) -> Path:
    """Write such a zip, and return where it is."""
    path.write_bytes(zip_bytes(files, **options))
    return path


def content_in(path: Path):
    """The content of a pack that was not installed."""
    content = read_pack(path).content
    assert content is not None
    return content


def installed_content(path: Path):
    """The content of a pack that is installed now."""
    content = install(path).content
    assert content is not None
    return content


def manifest_of(content):
    """The pack that content was read with."""
    (pack,) = content.packs
    return pack
