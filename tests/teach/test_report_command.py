"""`report`, `class` and `--class` on the command line."""

import csv
import json
import re

import pytest

from game.cli import main
from game.commands.class_code import take_class
from game.commands.faults import InputError
from game.teach.classes import decode
from tests.teach.conftest import play


@pytest.fixture(scope="module")
def saves(content, tmp_path_factory):
    """Two tables of one deal, one of them not over, and a file that is no match."""
    folder = tmp_path_factory.mktemp("saves")
    for name, seats, decisions in (
        ("anna-and-boris", ("greedy", "reciprocator"), None),
        ("carla-and-dmitri", ("greedy", "open"), 20),
    ):
        play(
            content,
            "lisbon-to-chicago",
            8,
            seats,
            folder,
            decisions=decisions,
            name=f"{name}.match",
        )
    (folder / "letter.txt").write_text("Dear class\n", encoding="utf-8")
    return folder


def report(saves, out, *options):
    return main(["report", str(saves), "--out", str(out), *options])


def test_one_save_gives_its_debrief(saves, tmp_path):
    out = tmp_path / "debrief.html"
    quick = ("--no-rerun", "--games", "2")

    assert report(saves / "anna-and-boris.match", out, *quick) == 0
    page = out.read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "Debrief: Lisbon to Chicago" in page
    assert "2 times" in page


@pytest.mark.parametrize("options", [(), ("--secrets",)])
def test_a_match_that_goes_on_keeps_its_secrets_unless_asked(saves, tmp_path, options):
    out = tmp_path / "debrief.json"

    assert report(saves / "carla-and-dmitri.match", out, *options) == 0
    told = json.loads(out.read_text(encoding="utf-8"))
    assert told["over"] is False
    assert told["secrets"] is bool(options)
    assert (told["seed"] == 8) is bool(options)
    assert bool(told["watchings"]) is bool(options)


def test_a_folder_gives_the_report_of_a_class(saves, tmp_path, capsys):
    out = tmp_path / "class.html"

    assert report(saves, out) == 0
    page = out.read_text(encoding="utf-8")
    assert "Class report" in page
    assert "anna" not in page
    assert "letter.txt" in page
    assert "letter.txt" in capsys.readouterr().err


def test_tables_may_be_named(saves, tmp_path):
    out = tmp_path / "class.csv"

    assert report(saves, out, "--names") == 0
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["table"] for row in rows] == ["anna-and-boris", "carla-and-dmitri"]
    assert {row["deal"] for row in rows} == {"1"}
    assert [bool(row["verdict"]) for row in rows] == [True, False]


def test_everything_of_one_match_fits_a_spreadsheet(saves, tmp_path):
    out = tmp_path / "match.csv"
    quick = ("--no-rerun", "--games", "0")

    assert report(saves / "anna-and-boris.match", out, *quick) == 0
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {"part", "item", "field", "value", "entries"} == set(rows[0])
    assert len(rows) > 100


def test_without_a_file_the_report_is_printed(saves, capsys):
    save = str(saves / "anna-and-boris.match")

    assert main(["report", save, "--class"]) == 0
    assert "Table 1" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nowhere.match",), "there is no such file or folder"),
        (("letter.txt",), "none of these files is a saved match"),
        (("anna-and-boris.match", "--lang", "xx"), "no language “xx”"),
    ],
)
def test_what_is_at_fault_is_one_line(saves, capsys, arguments, message):
    name, *options = arguments

    assert main(["report", str(saves / name), *options]) == 1
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.startswith("defend-together: ")
    assert message in last


def test_a_report_that_cannot_be_written_is_one_line(saves, tmp_path, capsys):
    out = tmp_path / "there" / "report.html"

    assert report(saves, out) == 1
    assert "--out" in capsys.readouterr().err.splitlines()[-1]


def test_a_save_is_never_written_over(saves, capsys):
    save = saves / "anna-and-boris.match"
    before = save.read_bytes()

    assert report(save, save) == 1
    assert "ends in .html" in capsys.readouterr().err
    assert save.read_bytes() == before


def test_a_class_code_is_printed_and_read_back(content, capsys):
    assert main(["class", "--scenario", "first-council", "--salt", "birch"]) == 0
    code = capsys.readouterr().out.strip()

    assert re.fullmatch(r"(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}", code)
    deal = decode(content, code)
    assert (deal.scenario, deal.seats) == ("first-council", ("human", "human"))


def options_of(**given):
    class Options:
        scenario = nato = russia = seed = resume = None
        class_code = None

    options = Options()
    for name, value in given.items():
        setattr(options, name, value)
    return options


def test_a_class_code_sets_what_is_played(content, capsys):
    main(["class", "--russia", "search:2", "--salt", "birch"])
    code = capsys.readouterr().out.strip()
    options = options_of(class_code=code)

    take_class(options)

    assert (options.nato, options.russia) == ("human", "search:2")
    assert options.scenario == "lisbon-to-chicago"
    assert options.seed == decode(content, code).seed


def test_a_class_code_leaves_nothing_else_to_choose():
    with pytest.raises(InputError, match="--seed"):
        take_class(options_of(class_code="AAAA-AAAA-AAAA", seed=3))


def test_a_wrong_class_code_is_one_line(capsys):
    assert main(["text", "--class", "AAAA"]) == 1
    assert "no class code" in capsys.readouterr().err
    assert main(["class", "--nato", "firm"]) == 1
    assert "firm" in capsys.readouterr().err
