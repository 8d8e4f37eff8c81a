"""Pictures of packs: let in within limits, shared, counted; every other refused in one line."""

import io
import zipfile
import zlib

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.check import check
from game.content.pack_files import layer_of_pack
from game.content.packs import install, installed, pictures_of, standing, zipped
from game.content.pictures import (
    HIGHEST,
    LARGEST_PICTURE,
    MOST_PICTURES,
    WIDEST,
    PictureError,
    check_picture,
    drawn_part,
)
from game.match import Match
from tests.packs.drawn import SIGN, header, huge_png, jpeg, piece, png
from tests.packs.refusing import refusal
from tests.packs.samples import (
    content_in,
    example,
    folder_of,
    installed_content,
    manifest_of,
    zip_of,
)

CARD = "pictures/my-pack-open-radar.png"
SCENARIO = "pictures/my-pack.jpg"
PLAIN = "save it as a plain PNG"

REFUSED = {
    "huge in a small header": (CARD, huge_png(60_000, 60_000), "60,000 x 60,000 points"),
    "a little too wide": (CARD, huge_png(WIDEST + 1, 1), "1,601 x 1 points: 1600 x 1200"),
    "a little too high": (CARD, huge_png(1, HIGHEST + 1), "1 x 1,201 points"),
    "no size": (CARD, huge_png(0, 5), "without a size"),
    "wrong magic": (CARD, b"GIF89a" + bytes(40), "not a PNG picture"),
    "empty": (CARD, b"", "not a PNG picture"),
    "a JPEG called PNG": (CARD, jpeg(), "not a PNG picture"),
    "a PNG called JPEG": (SCENARIO, png(), "not a JPEG picture"),
    "truncated": (CARD, png()[:-7], "a cut picture"),
    "only a signature": (CARD, SIGN, "a cut picture"),
    "a length that lies": (CARD, SIGN + b"\x7f\xff\xff\xffIHDR" + bytes(30), "a cut picture"),
    "a bit turned": (CARD, png().replace(b"IDAT", b"IDAU"), "a damaged picture"),
    "nothing in it": (CARD, SIGN + header(4, 3) + piece(b"IEND"), "nothing is drawn"),
    "no header": (CARD, SIGN + piece(b"IDAT") + piece(b"IEND"), "no header"),
    "two headers": (CARD, png(extra=header(9999, 9999)), "two headers"),
    "strange colours": (
        CARD,
        SIGN + header(4, 3, 3, 7, 0, 0, 0) + piece(b"IDAT") + piece(b"IEND"),
        PLAIN,
    ),
    "a strange piece": (CARD, png(extra=piece(b"EVIL")), PLAIN),
    "animated": (CARD, png(extra=piece(b"acTL", bytes(8))), "a moving picture"),
    "something behind it": (CARD, png() + b"PK\x03\x04", "behind the end"),
    "a huge JPEG": (SCENARIO, jpeg(65_000, 65_000), "65,000 x 65,000 points"),
    "a cut JPEG": (SCENARIO, jpeg(end=b""), "a cut picture"),
    "a JPEG with a tail": (SCENARIO, jpeg() + jpeg(), "behind the end"),
    "a JPEG of two sizes": (SCENARIO, jpeg()[:-2] + jpeg()[2:], "more than one"),
    "a JPEG without points": (SCENARIO, jpeg(scans=0), "nothing is drawn"),
    "a JPEG drawn for ever": (SCENARIO, jpeg(frame=0xC2, scans=5000), "32 passes"),
    "a JPEG for printers": (SCENARIO, jpeg(colours=4), "save it as a plain JPEG"),
    "a lossless JPEG": (SCENARIO, jpeg(frame=0xC3), "save it as a plain JPEG"),
    "SVG": ("pictures/my-pack.svg", b"<svg/>", "a picture is a .png or .jpg"),
    "SVG called PNG": (CARD, b'<?xml version="1.0"?><svg/>', "not a PNG picture"),
    "another ending": ("pictures/my-pack.jpeg", jpeg(), "a picture is a .png or .jpg"),
    "capitals": ("pictures/my-pack.PNG", png(), "a picture is a .png or .jpg"),
    "in a folder": ("pictures/cards/my-pack.png", png(), "a picture is a .png or .jpg"),
    "the list of the sums": ("pictures/sums", b"", "a picture is a .png or .jpg"),
    "a device": ("pictures/con.png", png(), "a name that Windows keeps for a device"),
    "no such slug": ("pictures/my-pack-nobody.png", png(), "no card, crisis, site or scenario"),
    "a card of the game": ("pictures/n-sensors.png", png(), "'n-sensors' of its own"),
    "a source": ("pictures/my-pack-notes.png", png(), "no card, crisis, site or scenario"),
    "too many bytes": (CARD, png() + bytes(LARGEST_PICTURE), "larger than 512,000 bytes"),
}


@pytest.mark.parametrize(("name", "data", "message"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_fit_picture_is_refused_in_one_line(tmp_path, name, data, message):
    told = refusal(folder_of({**example(), name: data}, tmp_path / "bad"))
    assert refusal(zip_of({**example(), name: data}, tmp_path / "bad.zip"))

    (line,) = told.splitlines()
    assert message in line
    assert line.isprintable()
    assert line.startswith(f"bad/{name}")


def test_what_is_refused_was_never_shown_to_a_decoder(tmp_path, monkeypatch):
    def decode(*given):
        raise AssertionError(given)

    monkeypatch.setattr(pygame.image, "load", decode)

    refusal(folder_of({**example(), CARD: huge_png(60_000, 60_000)}, tmp_path / "bad"))


def test_a_second_picture_of_one_thing_is_refused(tmp_path):
    files = {**example(), "pictures/my-pack.png": png(), SCENARIO: jpeg()}

    assert "a second picture of 'my-pack'" in refusal(folder_of(files, tmp_path / "bad"))


def test_many_pictures_are_refused(tmp_path):
    many = {f"pictures/a{number}.png": png() for number in range(MOST_PICTURES + 1)}

    told = refusal(folder_of({**example(), **many}, tmp_path / "bad"))
    assert f"41 pictures: {MOST_PICTURES} at most" in told


def test_pictures_count_for_the_size_of_a_pack(tmp_path):
    large = png(extra=piece(b"tEXt", bytes(410_000)))
    names = ("pictures/my-pack.png", CARD, "pictures/my-pack-balloon.png")

    told = refusal(folder_of({**example(), **dict.fromkeys(names, large)}, tmp_path / "bad"))
    assert "bytes: 1,200,000 at most" in told


def test_a_pack_with_pictures_is_checked_shared_and_installed(tmp_path):
    large = png(1200, 1000, extra=piece(b"tEXt", bytes(480_000)))
    files = {**example(), CARD: large, "pictures/my-pack.png": png(400, 300)}
    folder = folder_of(files, tmp_path / "my-pack")
    assert check(folder) == ()

    data = zipped(layer_of_pack(folder))
    (tmp_path / "my-pack.zip").write_bytes(data)
    one = install(tmp_path / "my-pack.zip")
    assert one.content is not None

    assert one.pictures == {"my-pack-open-radar": large, "my-pack": png(400, 300)}
    assert "pictures/sums" not in zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert manifest_of(one.content).fingerprint == manifest_of(content_in(folder)).fingerprint
    assert pictures_of(one.content) == one.pictures
    assert [each.pictures for each in installed() if not each.shipped] == [one.pictures]


def test_another_picture_is_another_pack(tmp_path):
    marks = set()
    for number, more in enumerate(({}, {CARD: png()}, {CARD: png(colour=b"\0\0\0")})):
        folder = folder_of({**example(), **more}, tmp_path / str(number))
        content = content_in(folder)
        marks.add((manifest_of(content).fingerprint, content.fingerprint))
    assert len(marks) == 3


def test_a_save_carries_no_picture_and_knows_its_pack(tmp_path):
    content = installed_content(folder_of({**example(), CARD: png()}, tmp_path / "my-pack"))
    match = Match.start(content, "my-pack", 7, ("greedy", "greedy"), tmp_path)
    match.close()
    assert match.path is not None

    again = Match.resume(match.path).content

    assert b"IDAT" not in match.path.read_bytes()
    assert standing(manifest_of(again)) == "there"
    assert list(pictures_of(again)) == ["my-pack-open-radar"]
    (path,) = (one.path for one in installed() if not one.shipped)
    path.unlink()
    assert pictures_of(again) == {}


def test_a_decoder_is_given_only_what_is_drawn():
    bomb = piece(b"zTXt", b"note\0\0" + bytes(1000))

    assert drawn_part(png(extra=bomb)) == png()
    assert drawn_part(jpeg()) == jpeg()


def test_a_picture_that_swells_when_it_is_drawn_reaches_no_decoder():
    for colour, bits in ((0, 1), (2, 8), (3, 8), (4, 8), (6, 16)):
        start = SIGN + header(40, 30, bits, colour, 0, 0, 1)
        for length, refused in ((3_000_000, True), (30, False)):
            rows = piece(b"IDAT", zlib.compress(bytes(length)))
            data = start + rows + piece(b"IEND")
            if refused:
                with pytest.raises(PictureError, match="swells"):
                    drawn_part(data)
            else:
                assert drawn_part(data) == data
    with pytest.raises(PictureError, match="damaged"):
        drawn_part(SIGN + header(4, 3) + piece(b"IDAT", b"no stream") + piece(b"IEND"))


@given(st.data())
def test_however_a_picture_is_damaged_it_is_let_in_or_refused_in_a_line(data):
    name, whole = data.draw(st.sampled_from([(CARD, png(9, 7)), (SCENARIO, jpeg(scans=2))]))
    spoilt = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, max(0, len(spoilt) - 1)))
        spoilt[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
    told = ""
    try:
        check_picture(name, bytes(spoilt))
        drawn_part(bytes(spoilt))
    except PictureError as error:
        told = str(error)
    assert told.isprintable()
