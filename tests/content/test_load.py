"""The shipped data, packs over it, saved copies, and folders that are none (rulebook 8)."""

import os
import pickle
import time

import pytest
import yaml

from game import paths
from game.content import ContentError, compose, content_from_files, load_content
from game.content.check import check
from game.content.layout import FIXED_FILES
from game.content.sheets import LARGEST_FILE, MOST_PROBLEMS
from tests.work import counted

MANDATE_PACK = """\
- slug: shield-first
  side: nato
  title: Shield above all
  motto: No ally left outside.
  seeks: Seeks security, and little else.
  weights: {secured: 70, joint: 1}
  target: 90
  sources: [own-notes]
"""
MANIFEST = """\
name: ours
title: Ours
version: "1"
author: A teacher
licence: CC0
languages: [en]
game: "0.1"
replaces: [{replaces}]
"""
SOURCE_PACK = "- {slug: own-notes, title: Notes of a teacher, date: '2026'}\n"


def problems_of(*folders):
    with pytest.raises(ContentError) as caught:
        load_content(*folders)
    return [str(problem) for problem in caught.value.problems]


def test_the_shipped_data_has_no_problem():
    assert check() == ()


def test_the_shipped_data_comes_in_the_order_of_its_files(shipped):
    assert [card.side for card in shipped.cards.values()] == ["nato"] * 32 + ["russia"] * 32
    assert list(shipped.ladders) == ["transparency", "exercises", "centres", "guarantees"]
    assert {*FIXED_FILES} < {*shipped.files}
    assert "long-negotiation" in shipped.scenarios
    assert shipped.sites["kurecik"].place.path.as_posix() == "data/sites/nato.yaml"


def test_a_saved_copy_reads_as_the_same_content(shipped):
    assert content_from_files(shipped.files) == shipped


def test_content_travels_to_worker_processes(shipped):
    assert pickle.loads(pickle.dumps(shipped)) == shipped


def test_the_python_parser_reads_the_same_as_the_c_parser(shipped, monkeypatch):
    monkeypatch.setattr(compose, "LOADER", yaml.SafeLoader)

    assert load_content() == shipped


@pytest.mark.bench
def test_loading_takes_less_than_150_milliseconds():
    load_content()
    start = time.perf_counter()
    load_content()

    assert time.perf_counter() - start < 0.15


def test_the_fingerprint_tells_any_two_data_apart(shipped, folder):
    assert load_content(folder).fingerprint == shipped.fingerprint

    capitals = folder / "capitals.yaml"
    capitals.write_text(f"# ours\n{capitals.read_text('utf-8')}", encoding="utf-8")

    assert load_content(folder).fingerprint != shipped.fingerprint


def test_windows_line_ends_and_byte_order_marks_change_nothing(shipped, folder):
    path = folder / "cards" / "nato.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    assert load_content(folder) == shipped


def test_an_entry_of_a_pack_takes_the_place_of_its_namesake(shipped, tmp_path):
    (tmp_path / "pack.yaml").write_text(MANIFEST.format(replaces="shield-first"))
    (tmp_path / "mandates.yaml").write_text(MANDATE_PACK)
    (tmp_path / "sources.yaml").write_text(SOURCE_PACK)

    content = load_content(paths.data_path(), tmp_path)

    assert content.mandates["shield-first"].title == "Shield above all"
    assert list(content.mandates) == list(shipped.mandates)
    assert list(content.sources) == [*shipped.sources, "own-notes"]
    assert content.files["pack-1/mandates.yaml"] == MANDATE_PACK
    assert content_from_files(content.files).mandates.keys() == content.mandates.keys()
    assert content_from_files(content.files).fingerprint == content.fingerprint


def test_a_pack_of_sites_leaves_nato_first(shipped, tmp_path):
    (tmp_path / "pack.yaml").write_text(MANIFEST.format(replaces=""))
    (tmp_path / "sites").mkdir()
    first = shipped.files["sites/nato.yaml"].split("\n- slug:")[0]
    new = first.replace("slug: rota", "slug: cadiz")
    (tmp_path / "sites" / "nato.yaml").write_text(new, encoding="utf-8")

    sites = list(load_content(paths.data_path(), tmp_path).sites.values())

    assert [site.side for site in sites] == sorted(site.side for site in sites)
    assert sites[10].slug == "cadiz"


def test_check_reads_a_pack_over_the_shipped_data(tmp_path):
    (tmp_path / "pack.yaml").write_text(MANIFEST.format(replaces="shield-first"))
    (tmp_path / "mandates.yaml").write_text(MANDATE_PACK)

    (problem,) = check(tmp_path)

    assert str(problem) == (f"{tmp_path.name}/mandates.yaml:8:13: no source 'own-notes'")


def test_check_reads_whole_data_in_place_of_the_shipped(folder):
    assert check(folder) == ()


def test_check_reads_packs_over_whole_data(folder, tmp_path):
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "pack.yaml").write_text(MANIFEST.format(replaces=""))
    (pack / "sources.yaml").write_text(SOURCE_PACK)

    assert [problem.message for problem in check(folder, pack)] == [
        "nothing rests on source 'own-notes'"
    ]


def test_a_folder_that_does_not_exist_is_named(tmp_path):
    assert problems_of(tmp_path / "gone") == ["gone:1:1: no such folder"]


def test_a_file_is_not_a_folder(tmp_path):
    (tmp_path / "x.yaml").write_text("a: 1")

    (problem,) = problems_of(tmp_path / "x.yaml")

    assert problem.startswith("x.yaml:1:1: a file, not a folder")
    assert check(tmp_path / "x.yaml")


def test_an_empty_pack_is_told_what_a_pack_holds(tmp_path):
    problems = problems_of(paths.data_path(), tmp_path)

    assert "pack.yaml:1:1: no such file" in problems[0]
    assert "holds no data file" in problems[1]


def test_a_missing_file_is_reported_once_and_not_wherever_it_is_needed(folder):
    (folder / "sites" / "nato.yaml").unlink()

    assert problems_of(folder) == ["data/sites/nato.yaml:1:1: no such file"]


def test_data_without_a_scenario_is_not_whole(folder):
    for path in (folder / "scenarios").iterdir():
        path.unlink()

    assert problems_of(folder) == ["data/scenarios:1:1: no scenario"]


def test_a_folder_in_place_of_a_file_is_no_file(folder):
    (folder / "mandates.yaml").unlink()
    (folder / "mandates.yaml").mkdir()

    assert problems_of(folder) == ["data/mandates.yaml:1:1: not a file"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_not_waited_for(folder):
    (folder / "mandates.yaml").unlink()
    os.mkfifo(folder / "mandates.yaml")

    assert problems_of(folder) == ["data/mandates.yaml:1:1: not a file"]


def test_a_file_of_another_encoding_is_named_with_the_spot(folder):
    (folder / "sources.yaml").write_bytes("- slug: a\n  title: Moräg\n".encode("latin-1"))

    (problem,) = problems_of(folder)

    assert problem == "data/sources.yaml:2:13: not UTF-8: save the file with that encoding"


def test_a_huge_file_is_not_even_read(folder):
    (folder / "sources.yaml").write_bytes(b"#" * (LARGEST_FILE + 1))

    assert problems_of(folder) == ["data/sources.yaml:1:1: larger than 1,000,000 bytes"]


@pytest.mark.parametrize(
    "name", ["cards/natto.yaml", "crises/chicken.yml", "sites/poland.yaml"]
)
def test_a_file_that_nobody_would_read_is_reported(folder, name):
    (folder / name).write_text("[]\n")

    (problem,) = problems_of(folder)

    assert problem.startswith(f"data/{name}:1:1: not a data file")


def test_files_of_other_readers_are_left_alone(folder):
    (folder / "locale").mkdir()
    (folder / "locale" / "notes.yaml").write_text("[]\n")

    assert check(folder) == ()


@pytest.mark.parametrize("name", ["../secret.yaml", "pack-0/sources.yaml", "a\nb.yaml", ""])
def test_a_saved_copy_with_a_foreign_file_is_refused(shipped, name):
    with pytest.raises(ContentError, match="not a data file"):
        content_from_files({**shipped.files, name: "[]"})


def test_a_saved_copy_without_its_files_is_refused():
    with pytest.raises(ContentError) as caught:
        content_from_files({})

    assert len(caught.value.problems) == len(FIXED_FILES) + 1


def test_a_saved_copy_of_more_than_a_match_needs_is_not_read(shipped):
    many = {f"pack-{number}/pack.yaml": "name: x\n" for number in range(1, 60)}
    large = {f"pack-{number}/cards/nato.yaml": "#" * 900_000 for number in range(1, 5)}

    for files in (many, large):
        with pytest.raises(ContentError, match="far more than a match is played with"):
            content_from_files({**shipped.files, **files})


@pytest.mark.parametrize(
    "entry", ["- {slug: x, unknown: 1}\n", "- [x]\n", "- {sources: [nowhere]}\n", "- x\n"]
)
def test_a_hostile_copy_makes_no_more_work_than_its_size(shipped, entry):
    def work_of(entries):
        files = {**shipped.files, "mandates.yaml": entry * entries}
        with counted() as work, pytest.raises(ContentError) as caught:
            content_from_files(files)
        assert len(caught.value.problems) <= 2 * MOST_PROBLEMS
        return work.calls

    little, much = work_of(500), work_of(4_000)

    assert much < 8 * little


def test_problems_stand_in_the_order_of_the_file(folder):
    path = folder / "capitals.yaml"
    path.write_text(path.read_text("utf-8").replace("title:", "titel:"), encoding="utf-8")

    with pytest.raises(ContentError) as caught:
        load_content(folder)

    places = [problem.place for problem in caught.value.problems]
    assert len(places) > 8
    assert places == sorted(places, key=lambda place: (place.line, place.column))
    assert str(caught.value).count("\n") == len(places) - 1
