"""The recipes below `.github/`: nothing is shipped of which nobody has said whose it is."""

import re
import sys
import tomllib

import pytest
import yaml

from game.paths import asset_path
from tests.packages.built import ROOT, needs_of

PACKAGING = ROOT / ".github" / "packaging"
sys.path.insert(0, str(PACKAGING))

import libraries  # noqa: E402 - it lies beside the recipes
import notices  # noqa: E402

ON_LINUX = """
    libFLAC-c5c6b3bc.so.8.3.0 libSDL2-2-1667c208.0.so.0.2800.4 libX11.so.6 libbsd.so.0
    libSDL2_image-2-6bbdaa8d.0.so.0.2.3 libSDL2_ttf-2-e6bdbc24.0.so.0.2000.1
    libasound-d80805e8.so.2.0.0 libbz2-a273e504.so.1.0.6
    libdbus-1-5d678da9.so.3.14.14 libdw-0-780627ce.176.so libfreetype-402bc0e3.so.6.18.3
    libgcc_s.so.1 libglib-2.0.so.0 libgpg-error-3f09c3c7.so.0.10.0 libpcre-9513aab5.so.1.2.0
    libpcre2-8.so.0 libpng16-bb793e21.so.16.37.0 libpulsecommon-14-80414fd3.2.so libstdc++.so.6
    libvorbisfile-8aced0b7.so.3.3.8 libz.so.1
"""
ON_WINDOWS = """
    SDL2.dll SDL2_image.dll SDL2_mixer.dll SDL2_ttf.dll freetype.dll libjpeg-9.dll
    libmodplug-1.dll libogg-0.dll libopus-0.dll libopusfile-0.dll libpng16-16.dll libtiff-5.dll
    portmidi.dll
    libwebp-7.dll zlib1.dll VCRUNTIME140.dll VCRUNTIME140_1.dll
"""
ON_MACOS = """
    libSDL2-2.0.0.dylib libSDL2_mixer-2.0.0.dylib libglib-2.0.0.dylib libgthread-2.0.0.dylib
    libintl.8.dylib libjpeg.62.3.0.dylib libmpg123.0.dylib libportmidi.2.0.3.dylib
    libsndfile.1.0.34.dylib libz.1.2.11.zlib-ng.dylib
"""
OF_PYTHON = (
    "_internal/libpython3.11.so.1.0",
    "_internal/python313.dll",
    "_internal/python3.11/lib-dynload/_bz2.cpython-311-x86_64-linux-gnu.so",
    "_internal/pygame/draw.cpython-311-x86_64-linux-gnu.so",
    "_internal/pygame/draw.cp313-win_amd64.pyd",
)
CREDITED = ("fonts", "map")
OWN = ("desktop", "icons", "screenshots", "sounds")


@pytest.fixture
def folder(tmp_path):
    """A folder as PyInstaller leaves it, as far as notices look at it."""
    credits_at = tmp_path / "_internal" / "game" / "_bundle" / "assets" / "CREDITS.md"
    credits_at.parent.mkdir(parents=True)
    credits_at.write_bytes(asset_path("CREDITS.md").read_bytes())
    for name in ("defend-together", "pygame", "PyYAML", "appdirs"):
        add(tmp_path, f"_internal/{name}-1.0.dist-info/METADATA", f"Name: {name}\n")
    return tmp_path


def add(folder, below, text=""):
    path = folder / below
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("names", [ON_LINUX, ON_WINDOWS, ON_MACOS])
def test_what_the_wheels_of_pygame_bring_is_known(names, folder):
    for name in names.split():
        add(folder, f"_internal/pygame.libs/{name}")

    titles = {library.title for library in notices.libraries_in(folder)}
    text = notices.notices(folder, "The licence of Python.")
    assert len(titles) >= 8
    assert all(f"\n{title}\n  Copyright " in text for title in titles)


def test_python_and_the_modules_of_packages_are_no_libraries(folder):
    for below in OF_PYTHON:
        add(folder, below)

    assert notices.libraries_in(folder) == ()


@pytest.mark.parametrize(
    "below", ["_internal/libmystery.so.3", "_internal/mystery-2.0.dist-info/METADATA"]
)
def test_what_nobody_has_looked_up_is_refused(below, folder):
    add(folder, below, "Name: mystery\n")

    with pytest.raises(notices.UnknownError, match="mystery"):
        notices.notices(folder, "The licence of Python.")


def test_every_distribution_that_the_wheel_needs_is_named(folder):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    known = {name for package in notices.PACKAGES for name in package.names}
    text = notices.notices(folder, "The licence of Python.").lower()

    assert needs_of(project["dependencies"]) <= known
    assert {"pygame", "pygame-ce"} <= known
    assert all(f"\n{name}\n" in text for name in needs_of(project["dependencies"]))
    assert "the licence of python." in text


@pytest.mark.parametrize("library", libraries.LIBRARIES, ids=lambda library: library.title)
def test_the_text_of_every_licence_is_there(library):
    words = set(re.split(r" (?:AND|WITH) ", library.licence))
    without = {libraries.PUBLIC, "Microsoft's terms for redistributable code"}

    assert words <= without or len(notices.texts_of((library,))) == len(words)


def test_no_text_of_a_licence_is_left_over():
    every = notices.texts_of((*libraries.LIBRARIES, *notices.PACKAGES))

    assert every == sorted(path.stem for path in notices.TEXTS.iterdir())


def test_the_credits_say_of_each_folder_of_assets_whose_it_is():
    told = asset_path("CREDITS.md").read_text(encoding="utf-8")
    folders = {path.name for path in asset_path().iterdir() if path.is_dir()}

    assert folders == {*CREDITED, *OWN}
    assert all(f"`{name}/`" in told for name in folders)


def test_a_release_uses_the_actions_and_the_tools_of_the_checks():
    checks, release = (
        (ROOT / ".github" / "workflows" / f"{name}.yml").read_text(encoding="utf-8")
        for name in ("ci", "release")
    )
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    steps = [s for job in yaml.safe_load(release)["jobs"].values() for s in job["steps"]]
    run = "\n".join(step.get("run", "") for step in steps)

    for action in re.findall(r"actions/(?:checkout|setup-python)@\S+", release):
        assert action in checks
    assert f'"{project["build-system"]["requires"][0]}"' in run
    assert all(f"[{extra}]" in run for extra in ("freeze", "test"))
    named = re.findall(r"[.\w/-]+/[\w-]+\.py", run)
    assert len(named) == 2
    assert all((ROOT / path).is_file() for path in named)


def test_the_folder_is_made_of_what_there_is():
    spec = (PACKAGING / "defend-together.spec").read_text(encoding="utf-8")

    compile(spec, "defend-together.spec", "exec")
    assert (PACKAGING / "start.py").is_file()
