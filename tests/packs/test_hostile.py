"""However a stranger's pack is made, it is refused in clear words, soon, in little memory."""

import os
import struct
import sys
import tracemalloc
import zipfile

import pytest

from game.content import ContentError
from game.content.archive import LARGEST_ARCHIVE, LARGEST_MEMBER, MOST_MEMBERS
from game.content.pack_files import LARGEST_DATA, LARGEST_PACK_FILE
from game.content.packs import read_pack
from tests.packs.refusing import CARDS, refusal
from tests.packs.samples import SCENARIO, example, folder_of, zip_bytes, zip_of

MEMORY = 96 * 1024 * 1024
"""Bytes at the peak of reading; the standard data beside it takes a third of them."""

# ----------------------------------------------------------------- names and members

NAMES = {
    "up and out": ("../../evil.yaml", "leads out of the pack"),
    "up and out within": ("cards/../../evil.yaml", "leads out of the pack"),
    "from the root": ("/etc/passwd", "leads out of the pack"),
    "a drive": ("C:/evil.yaml", "leads out of the pack"),
    "a stream": ("cards/nato.yaml:hidden", "leads out of the pack"),
    "windows folders": ("cards\\nato.yaml", "a backslash"),
    "a device": ("scenarios/con.yaml", "a name that Windows keeps for a device"),
    "a numbered device": ("scenarios/lpt1.yaml", "a name that Windows keeps for a device"),
    "a program": ("run.py", "no file of a pack"),
    "a library": ("cards/__init__.py", "no file of a pack"),
    "a misspelt file": ("cards/natto.yaml", "did you mean 'cards/nato.yaml'"),
    "a scenario with a capital": ("scenarios/Mine.yaml", "small letters, hyphens"),
    "a name of another case": ("Cards/nato.yaml", "two members of one name"),
    "a pack in a pack": ("inner.zip", "no file of a pack"),
    "a name with an escape": ("cards/\x1b[2Jx.yaml", "no file of a pack"),
    "an endless name": ("cards/" + "x" * 3000 + ".yaml", "no file of a pack"),
}


@pytest.mark.parametrize(("name", "message"), NAMES.values(), ids=NAMES)
def test_a_member_of_a_bad_name_is_refused(tmp_path, name, message):
    path = zip_of({**example(), name: "[]\n"}, tmp_path / "bad.zip")

    told = refusal(path)

    assert message in told
    assert all(line.isprintable() for line in told.splitlines())
    assert not (tmp_path / "evil.yaml").exists()


def test_a_zip_under_a_name_that_would_colour_a_terminal(tmp_path):
    path = zip_of({}, tmp_path / "a\x1b[31mb.zip")

    assert refusal(path).isprintable()


def link(info):
    info.external_attr = 0o120777 << 16


def device(info):
    info.external_attr = 0o020644 << 16


def test_links_and_devices_in_a_zip_are_refused(tmp_path):
    for change in (link, device):
        path = zip_of(example(), tmp_path / "bad.zip", change=change)

        assert "is a link or a device, not a file" in refusal(path)


def test_a_member_that_would_swell_is_refused(tmp_path):
    path = zip_of({**example(), CARDS: " " * LARGEST_MEMBER}, tmp_path / "bad.zip")

    assert "would swell more than 60 times" in refusal(path)


def test_a_member_that_says_it_is_small_is_cut_there(tmp_path):
    data = bytearray(zip_bytes({**example(), CARDS: " " * 900_000}))
    place = data.rindex(b"cards/nato.yaml") - 46
    struct.pack_into("<L", data, place + 24, 100)
    (tmp_path / "bad.zip").write_bytes(data)

    assert "a damaged zip" in refusal(tmp_path / "bad.zip")


def test_a_huge_member_is_refused(tmp_path):
    for size, most in (
        (LARGEST_MEMBER + 1, LARGEST_MEMBER),
        (LARGEST_ARCHIVE, LARGEST_ARCHIVE),
    ):
        files = {**example(), CARDS: os.urandom(size)}
        told = refusal(zip_of(files, tmp_path / "bad.zip"))

        assert f"larger than {most:,} bytes" in told


def test_many_members_are_refused(tmp_path):
    files = {f"cards/{number}.yaml": "" for number in range(MOST_MEMBERS + 1)}

    assert f"{MOST_MEMBERS} at most" in refusal(zip_of(files, tmp_path / "bad.zip"))


def test_a_directory_that_lies_about_its_length_is_refused(tmp_path):
    data = bytearray(zip_bytes({f"{number}.yaml": "" for number in range(5000)}))
    struct.pack_into("<2H", data, len(data) - 14, 1, 1)
    (tmp_path / "bad.zip").write_bytes(data)

    assert "at most" in refusal(tmp_path / "bad.zip")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_one_name_are_refused(tmp_path):
    path = tmp_path / "bad.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for text in ("a", "b"):
            archive.writestr("pack.yaml", text)

    assert "two members of one name: 'pack.yaml'" in refusal(path)


def test_a_password_is_refused(tmp_path):
    data = bytearray(zip_bytes(example()))
    place = data.index(b"PK\x01\x02")
    data[place + 8] |= 1
    (tmp_path / "bad.zip").write_bytes(data)

    assert "has a password" in refusal(tmp_path / "bad.zip")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_refused(tmp_path, method):
    path = zip_of(example(), tmp_path / "bad.zip", method=method)

    assert "is packed in a way that is not used here" in refusal(path)


def test_a_zip_cut_anywhere_is_refused(tmp_path):
    whole = zip_bytes(example())
    path = tmp_path / "bad.zip"
    for size in (*range(40), *range(40, len(whole), 397)):
        path.write_bytes(whole[:size])

        assert "zip" in refusal(path)


def test_a_zip_with_something_before_or_behind_is_refused(tmp_path):
    whole = zip_bytes(example())
    path = tmp_path / "bad.zip"
    for data in (b"MZ" + whole, whole + b"more", b"#!/bin/sh\n" + whole):
        path.write_bytes(data)

        assert "zip" in refusal(path)


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"Rar!\x1a\x07\x00", b"\x1f\x8b\x08", b"7z\xbc\xaf", b"pack: yaml\n"]
)
def test_another_file_that_is_called_zip_is_refused(tmp_path, data):
    (tmp_path / "bad.zip").write_bytes(data)

    assert "not a zip file, nor a folder" in refusal(tmp_path / "bad.zip")


# -------------------------------------------------------------------------- folders


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_in_a_folder_is_not_followed(tmp_path):
    secret = tmp_path / "secret.yaml"
    secret.write_text("- {slug: x, password: hunter2}\n")
    folder = folder_of(example(), tmp_path / "bad")
    (folder / CARDS).unlink()
    (folder / CARDS).symlink_to(secret)

    told = refusal(folder)

    assert told == "bad/cards/nato.yaml:1:1: a link: a pack holds files"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_linked_folder_is_not_followed(tmp_path):
    outside = folder_of({"nato.yaml": "[]"}, tmp_path / "outside")
    folder = folder_of(example(), tmp_path / "bad")
    (folder / "sites").symlink_to(outside, target_is_directory=True)

    assert "bad/sites:1:1: a link" in refusal(folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_not_waited_for(tmp_path):
    folder = folder_of(example(), tmp_path / "bad")
    os.mkfifo(folder / "mandates.yaml")

    assert "bad/mandates.yaml:1:1: not a file" in refusal(folder)


def test_a_folder_of_anything_is_not_searched_through(tmp_path):
    files = {f"{number % 7}/{number % 11}/{number}.txt": "" for number in range(3000)}
    folder = folder_of(files, tmp_path / "photos")

    assert "more than 200 files: name the folder of one pack" in refusal(folder)


def test_folders_in_folders_are_not_gone_through(tmp_path):
    folder = folder_of({**example(), "a/b/c/d/e/f.yaml": "[]"}, tmp_path / "bad")

    assert "folders deeper than 3" in refusal(folder)


def test_names_that_differ_in_case_only_are_refused(tmp_path):
    folder = folder_of({**example(), "CARDS.yaml": "[]"}, tmp_path / "bad")

    assert "no file of a pack" in refusal(folder)


def test_sites_that_need_each_other_are_refused(tmp_path):
    site = """\
- slug: {slug}
  side: nato
  title: A radar
  label: Radar
  glyph: radar
  cost: 2
  concern: 1
  coverage: 1
  deterrent: 0
  needs: {needs}
  history: What if.
"""
    files = {
        **example(),
        "sites/nato.yaml": site.format(slug="one", needs="two")
        + site.format(slug="two", needs="three")
        + site.format(slug="three", needs="one"),
    }

    told = refusal(folder_of(files, tmp_path / "bad"))

    for slug in ("one", "two", "three"):
        assert f"site '{slug}' needs a site that needs it in turn" in told


# ------------------------------------------------------------------- time and memory


def largest():
    """As much as a pack may hold: cards that are all wrong in a way that asks for a hint."""
    card = example()[CARDS].split("\n\n", 1)[1]
    lines = [card.replace("my-pack-open-radar", f"card-{n}") for n in range(300)]
    wrong = "".join(lines).replace("sources: []", "sources: [nobody]")
    scenario = example()[SCENARIO].replace("n-sensors", "n-sensor")
    scenarios = {
        f"scenarios/s{n}.yaml": scenario.replace("slug: my-pack", f"slug: s{n}")
        for n in range(19)
    }
    return {**example(), CARDS: wrong, **scenarios}


def test_a_pack_as_large_as_may_be_is_told_of_within_a_second(tmp_path):
    read_pack(folder_of(example(), tmp_path / "good"))

    refusal(folder_of(largest(), tmp_path / "bad"))


@pytest.mark.parametrize(
    "text",
    [
        "[" + "1," * (LARGEST_PACK_FILE // 2 - 10) + "1]",
        "- {slug: x}\n" * (LARGEST_PACK_FILE // 12),
        "a: " + "b" * (LARGEST_PACK_FILE - 10),
        "'" * LARGEST_PACK_FILE,
        "- - - " * (LARGEST_PACK_FILE // 6),
        "? " * (LARGEST_PACK_FILE // 2),
        "#" * LARGEST_PACK_FILE,
        "\n" * LARGEST_PACK_FILE,
        "&a " * (LARGEST_PACK_FILE // 3),
        '"' + "\\x41" * (LARGEST_PACK_FILE // 4 - 1) + '"',
    ],
    ids=["ones", "entries", "long", "quotes", "dashes", "marks", "hash", "empty", "a", "x"],
)
def test_reading_takes_little_memory(tmp_path, text):
    folder = folder_of({**example(), CARDS: text}, tmp_path / "bad")
    refusal(folder)

    tracemalloc.start()
    try:
        with pytest.raises(ContentError):
            read_pack(folder)
        assert tracemalloc.get_traced_memory()[1] < MEMORY
    finally:
        tracemalloc.stop()


def test_more_than_a_pack_may_hold_is_not_even_read(tmp_path):
    files = {**example(), CARDS: "#" * LARGEST_PACK_FILE, "cards/russia.yaml": "#" * 150_000}

    told = refusal(folder_of(files, tmp_path / "bad"))

    assert f"{LARGEST_DATA:,} at most" in told
