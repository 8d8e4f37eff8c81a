"""What a desktop shows of the game: its entry in the menu, and icons of every size."""

import shutil
import struct
import subprocess
from xml.etree import ElementTree

import pygame
import pytest

from game.paths import asset_path
from tests.packages.built import PROGRAM, metadata_of
from tests.packages.screens import NEEDS_A_SCREEN, opened, screen

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ENTRY = asset_path("desktop", f"{PROGRAM}.desktop")
ABOUT = asset_path("desktop", f"{PROGRAM}.metainfo.xml")


def lines_of(path):
    """Return the keys of a desktop entry."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line)


def test_the_entry_starts_what_is_installed(player):
    entry = lines_of(player.folder / "share" / "applications" / ENTRY.name)

    assert player.program.name == entry["Exec"] == PROGRAM
    assert entry["Terminal"] == "false"
    assert {f"Comment[{language}]" for language in ("fr", "ru")} <= set(entry)


def test_menu_description_and_icons_are_where_a_desktop_looks(player):
    share = player.folder / "share"
    icons = share / "icons" / "hicolor"

    assert (share / "metainfo" / ABOUT.name).is_file()
    for size in SIZES:
        picture = icons / f"{size}x{size}" / "apps" / f"{PROGRAM}.png"
        assert pygame.image.load(picture).get_size() == (size, size)
    assert (icons / "scalable" / "apps" / f"{PROGRAM}.svg").is_file()


def test_the_description_says_what_the_package_says(wheel):
    about = ElementTree.parse(ABOUT).getroot()
    told = metadata_of(wheel)
    entry = lines_of(ENTRY)

    assert about.findtext("name") == entry["Name"]
    assert about.findtext("project_license") == told["License-Expression"]
    assert about.findtext("launchable") == ENTRY.name
    assert about.findtext("icon") == entry["Icon"]
    assert about.findtext("summary") == entry["Comment"]


@pytest.mark.parametrize("size", SIZES)
def test_each_icon_shows_both_sides_and_what_they_share(size):
    picture = pygame.image.load(asset_path("desktop", f"{PROGRAM}-{size}.png"))
    middle = size // 2

    row = [picture.get_at((x, middle)) for x in range(size)]
    blue = [x for x, c in enumerate(row) if c.a > 128 and c.b > c.r + 40]
    green = [x for x, c in enumerate(row) if c.a > 128 and c.g > c.r + 30 and c.g > c.b]
    brown = [x for x, c in enumerate(row) if c.a > 128 and c.r > c.b + 60]
    assert blue[0] < green[0] < brown[-1]


def test_windows_and_macos_find_the_same_pictures_in_one_file():
    ico = asset_path("desktop", f"{PROGRAM}.ico").read_bytes()
    icns = asset_path("desktop", f"{PROGRAM}.icns").read_bytes()
    _, kind, count = struct.unpack_from("<HHH", ico)

    assert (kind, count) == (1, 7)
    for number in range(count):
        size, *_, length, at = struct.unpack_from("<BBBBHHII", ico, 6 + 16 * number)
        picture = asset_path("desktop", f"{PROGRAM}-{size or 256}.png").read_bytes()
        assert ico[at : at + length] == picture
    assert icns[:4] == b"icns"
    assert struct.unpack_from(">I", icns, 4)[0] == len(icns)
    assert asset_path("desktop", f"{PROGRAM}-512.png").read_bytes() in icns


@pytest.mark.skipif(
    shutil.which("desktop-file-validate") is None, reason="needs desktop-file-validate"
)
def test_the_entry_is_valid():
    done = subprocess.run(
        ["desktop-file-validate", ENTRY], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="needs appstreamcli")
def test_the_description_is_without_mistakes():
    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", ABOUT],
        capture_output=True,
        text=True,
        check=False,
    )
    told = [line for line in done.stdout.splitlines() if line.startswith(("E:", "W:"))]

    # The game has no domain of its own whose reverse could be its id.
    assert [line.split()[2] for line in told] == ["cid-desktopapp-is-not-rdns"]


@NEEDS_A_SCREEN
@pytest.mark.skipif(shutil.which("xwininfo") is None, reason="needs xwininfo")
def test_a_window_is_known_by_the_name_of_its_entry(player, tmp_path):
    entry = lines_of(ENTRY)

    with screen(tmp_path) as shown, opened(player, shown, tmp_path / "home"):
        tree = subprocess.run(
            ["xwininfo", "-display", shown.display, "-root", "-tree"],
            capture_output=True,
            text=True,
            check=True,
        )

    name = entry["StartupWMClass"]
    assert f'"Defend Together": ("{name}" "{name}")' in tree.stdout
