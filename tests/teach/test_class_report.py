"""A class of saves: gathered, compared, told; what is damaged is named and skipped."""

import re
from dataclasses import replace

import pytest

from game.charts import html, plain
from game.content import content_from_files
from game.teach.class_results import class_results
from game.teach.class_values import COLUMNS, class_rows, class_values
from game.teach.gathering import gather
from game.teach.telling.class_page import class_page
from tests.teach.conftest import play

SCENARIO = "lisbon-to-chicago"
PLAYERS = ("greedy", "firm", "open", "reciprocator", "operations", "random")
UNFINISHED = 30


@pytest.fixture(scope="module")
def folder(content, tmp_path_factory):
    """Twelve tables: one deal, mixed players, two of them not over; and what is no match."""
    folder = tmp_path_factory.mktemp("class")
    for number in range(12):
        seats = PLAYERS[number % 6], PLAYERS[(number + number // 6) % 6]
        decisions = UNFINISHED if number in {4, 9} else None
        name = f"pair-{number:02}.match"
        play(content, SCENARIO, 5, seats, folder, decisions=decisions, name=name)
    (folder / "shopping.txt").write_text("milk\n", encoding="utf-8")
    (folder / "empty.match").write_bytes(b"")
    whole = (folder / "pair-01.match").read_bytes()
    (folder / "twin.match").write_bytes(whole)
    (folder / "head.match").write_bytes(whole[:500])
    (folder / "pair-02.match.lock").write_bytes(b"")
    return folder


@pytest.fixture(scope="module")
def gathered(folder):
    return gather([folder])


@pytest.fixture(scope="module")
def results(gathered):
    names = [f"Table {n}" for n in range(1, len(gathered.matches) + 1)]
    return class_results(gathered, names)


def test_all_saves_are_read_and_the_rest_is_named(gathered):
    assert len(gathered.matches) == 12
    skipped = {one.path.name: one.reason for one in gathered.skipped}
    assert set(skipped) == {"shopping.txt", "empty.match", "twin.match", "head.match"}
    assert "pair-01.match" in skipped["twin.match"]
    assert all(reason and "\n" not in reason for reason in skipped.values())


def test_a_file_given_twice_is_read_once(folder):
    path = folder / "pair-03.match"

    assert len(gather([path, folder, path]).matches) == 12


def test_a_save_with_a_damaged_tail_is_used_up_to_there(folder, tmp_path):
    data = (folder / "pair-00.match").read_bytes()
    cut = tmp_path / "cut.match"
    cut.write_bytes(data[: len(data) * 9 // 10])

    [match] = gather([cut]).matches

    assert match.lost > 0
    assert not match.course.over


def test_one_deal_is_recognised(results):
    assert results.deals == 1
    assert len(results.over) == 10


def test_tables_are_what_their_matches_were(gathered, results):
    for match, table in zip(gathered.matches, results.tables, strict=True):
        view = match.course.truth.view(0)
        assert table.joint == view.joint_sum
        tensions = [
            match.course.truth_after(n).view(0).tension
            for n in range(len(match.course.history) + 1)
        ]
        assert table.hottest >= max(tensions)


def test_pairs_part_where_their_decisions_first_differ(results):
    assert results.partings
    for one in results.partings:
        first, second = (results.tables[n].debrief.course.history for n in one.tables)
        place = one.number - 1
        shared = [entry.action for entry in first[:place]]
        assert shared == [entry.action for entry in second[:place]]
        assert first[place].action != second[place].action


def test_the_same_crises_are_those_met_at_two_tables(results):
    for where, answers in results.answers().items():
        assert len({table.name for table, _ in answers}) > 1
        for table, one in answers:
            assert (one.crisis, one.site) == where
            assert one in table.debrief.crises


def test_a_match_that_goes_on_keeps_its_secrets(results):
    going = [one.debrief for one in results.tables if one.debrief.outcome is None]

    assert len(going) == 2
    for found in going:
        assert not found.secrets
        assert (found.undeclared, found.watchings) == ((), ())


def test_the_report_names_tables_and_files(words, results):
    page = class_page(words, results)
    text = plain(page)

    assert "12 tables" in text
    assert "Every table was dealt the same." in text
    assert "2 matches aren’t over" in text
    assert "shopping.txt" in text
    assert "pair-" not in text.replace("same match as pair-01", "")
    whole = html(page)
    assert "http://" not in whole.replace("http://www.w3.org/2000/svg", "")
    assert "<script" not in whole


def test_the_table_for_spreadsheets_has_a_row_a_table(results):
    rows = class_rows(results)

    assert len(rows) == 12
    assert {len(row) for row in rows} == {len(COLUMNS)}
    told = class_values(results)
    assert [one["table"] for one in told["tables"]] == [row[0] for row in rows]
    assert len(told["skipped"]) == 4


def test_a_folder_that_cannot_be_read_is_named(tmp_path, monkeypatch):
    closed = tmp_path / "closed"
    closed.mkdir()

    def refuse(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(closed), "iterdir", refuse)
    found = gather([closed])

    assert found.matches == ()
    assert [one.path for one in found.skipped] == [closed]
    assert "Permission denied" in found.skipped[0].reason


def test_tables_with_other_content_stand_beside_each_other(content, words, tmp_path):
    """At one table the cruiser was a liner: its crisis is unknown to the other."""
    files = {
        name: re.sub(r"\bcruiser\b", "liner", text) for name, text in content.files.items()
    }
    other = content_from_files(files)
    for player, data in (("greedy", content), ("open", other)):
        play(data, SCENARIO, 5, (player, "greedy"), tmp_path, name=f"{player}.match")
    gathered = gather([tmp_path])

    for matches in (gathered.matches, gathered.matches[::-1]):
        results = class_results(replace(gathered, matches=matches), ("A", "B"))

        assert results.deals == 2
        assert results.partings == ()
        assert html(class_page(words, results))
