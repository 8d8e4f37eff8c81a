"""What is in the wheel and in the sdist, and that anybody builds the very same bytes."""

import os
from hashlib import sha256

import game
from tests.packages.built import build, copied, metadata_of, names_in, sources, unpacked

FOR_DOCUMENTS = "assets/screenshots/"
FOR_DESKTOPS = "assets/desktop/"
"""Stands under `share` in the wheel, where desktops look."""
WINDOW_ICON = "assets/desktop/defend-together-64.png"
LEFT_BEHIND = ("game/x.pyc", "data/__pycache__/x.pyc", ".mypy_cache/x.json", "dist/x.whl")


def digest(path):
    return sha256(path.read_bytes()).hexdigest()


def test_the_sdist_holds_the_whole_project(source, sdist):
    assert names_in(sdist) == set(sources(source)) | {"PKG-INFO"}


def test_the_wheel_holds_all_that_the_game_reads_shows_and_plays(source, wheel):
    due = set(sources(source))
    code = {path for path in due if path.startswith("game/")}
    bundled = {path for path in due if path.startswith(("assets/", "data/"))}
    not_read = {path for path in bundled if path.startswith((FOR_DOCUMENTS, FOR_DESKTOPS))}
    wanted = bundled - not_read | {WINDOW_ICON}

    there = {name for name in names_in(wheel) if name.startswith("game/")}
    assert there == code | {f"game/_bundle/{path}" for path in wanted}


def test_the_wheel_says_which_version_it_is_and_that_it_is_typed(wheel):
    told = metadata_of(wheel)

    assert told["Version"] == game.__version__
    assert wheel.name == f"defend_together-{game.__version__}-py3-none-any.whl"
    assert "Typing :: Typed" in told.get_all("Classifier", [])
    assert "game/py.typed" in names_in(wheel)


def test_the_wheel_brings_every_licence_that_it_is_under(source, wheel):
    told = metadata_of(wheel)
    licences = {name.partition("/licenses/")[2] for name in names_in(wheel)} - {""}

    assert told["License-Expression"] == "MIT AND OFL-1.1 AND ISC"
    assert set(told.get_all("License-File", [])) == licences
    assert licences == {"LICENSE", "assets/CREDITS.md"} | {
        path for path in sources(source) if "/OFL-" in path
    }


def test_the_same_sources_make_the_same_bytes_wherever_and_whenever(
    source, wheel, sdist, tmp_path, monkeypatch
):
    other = copied(source, tmp_path / "another place", reverse=True, mode=0o600)
    for stray in LEFT_BEHIND:
        (other / stray).parent.mkdir(exist_ok=True)
        (other / stray).write_bytes(b"left behind by Python and its tools")
    for path in other.rglob("*"):
        os.utime(path, (1, 1))
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    before = os.umask(0o077)

    try:
        again = build(other, "wheel", tmp_path / "wheel")
        packed = build(other, "sdist", tmp_path / "sdist")
    finally:
        os.umask(before)

    assert digest(again) == digest(wheel)
    assert digest(packed) == digest(sdist)


def test_the_sdist_makes_the_wheel_of_the_checkout(wheel, sdist, tmp_path):
    folder = unpacked(sdist, tmp_path / "unpacked")

    assert digest(build(folder, "wheel", tmp_path / "wheel")) == digest(wheel)
