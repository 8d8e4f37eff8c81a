"""The shipped fonts and icons are whole, and cover what they must show."""

import re
import string

import pytest

from game.paths import BrokenInstallError, asset_path, data_path
from game.ui import assets
from game.ui.theme import PAPER, PAPER_THEME, Face, Role

READ_ALOUD = string.ascii_letters + string.digits + string.punctuation
SIGNS = "–—−×·…’‘“”«»№→←↑↓½°\u00a0"
RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
FRENCH = "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ"
NAMES = "ąćęłńóśźżüößğışçőřšžăâîșț"
SANS = [face for face in Face if face.name.startswith("SANS")]


def _missing(face: Face, characters: str) -> str:
    font = assets.font(Role(face, 16, 20), PAPER_THEME)
    return "".join(one for one in characters if font.metrics(one)[0] is None)


@pytest.mark.parametrize("face", Face)
def test_every_font_has_the_letters_of_all_three_languages(face):
    assert not _missing(face, READ_ALOUD + RUSSIAN + FRENCH + NAMES)


@pytest.mark.parametrize("face", SANS)
def test_the_sans_has_the_signs_of_the_game(face):
    assert not _missing(face, SIGNS)


@pytest.mark.parametrize("face", Face)
def test_every_character_of_the_data_can_be_shown(face):
    texts = [path for kind in ("*.yaml", "*.po") for path in data_path().rglob(kind)]
    written = {one for path in texts for one in path.read_text(encoding="utf-8")}
    arrows = set() if face in SANS else set("←→↑↓№")

    assert not _missing(face, "".join(sorted(written - arrows - set("\n\t\r"))))


@pytest.mark.parametrize("family", ["Spectral", "SourceSans3"])
def test_each_family_comes_with_its_licence(family):
    licence = asset_path("fonts", f"OFL-{family}.txt").read_text(encoding="utf-8")

    assert "SIL Open Font License, Version 1.1" in licence


def test_the_fonts_are_the_eight_that_are_used():
    shipped = {path.name for path in asset_path("fonts").glob("*.ttf")}

    assert shipped == {face.value for face in Face}


@pytest.mark.parametrize("name", assets.icon_names())
def test_an_icon_is_sharp_at_any_size(name):
    for size in (16, 23, 48, 160):
        picture = assets.icon(name, size, PAPER.ink, PAPER.joint_t)

        drawn = picture.get_bounding_rect()
        assert picture.get_size() == (size, size)
        assert drawn.width > size / 3 or drawn.height > size / 3


@pytest.mark.parametrize("name", assets.icon_names())
def test_an_icon_is_drawn_in_one_ink_with_what_the_loader_knows(name):
    drawing = asset_path("icons", f"{name}.svg").read_text(encoding="utf-8")

    assert 'viewBox="0 0 24 24"' in drawing
    assert not re.search(r"<(text|pattern|clipPath|image|style|use)\b", drawing)
    assert set(re.findall(r'(?:fill|stroke)="([^"]*)"', drawing)) <= {
        "none",
        "currentColor",
        "accent",
    }


def test_an_icon_takes_the_colour_it_is_asked_for():
    picture = assets.icon("stance-firm", 40, PAPER.nato)

    assert tuple(picture.get_at((20, 20))) == (*PAPER.nato, 255)


def test_a_missing_icon_is_named():
    with pytest.raises(BrokenInstallError, match="no-such-sign"):
        assets.icon("no-such-sign", 20, PAPER.ink)
