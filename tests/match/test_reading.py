"""Journals read back, whole and damaged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.match import SaveError, read_journal
from game.match.journal import Journal
from game.match.reading import SPOILT
from game.match.record import Record, plain

RECORDS = [plain("match", {"a": 1}), plain("undo", {"number": 1}), plain("undo", {"number": 2})]


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    path = tmp_path_factory.mktemp("journal") / "whole.match"
    Journal.create(path, RECORDS)
    return path.read_bytes()


def written(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("journal") / "some.match"
    path.write_bytes(data)
    return path


def test_a_whole_journal_has_no_tail(whole, tmp_path_factory):
    reading = read_journal(written(tmp_path_factory, whole))

    assert list(reading.records) == RECORDS
    assert reading.tail == b""
    assert reading.whole[-1] == len(whole)


def test_after_any_cut_the_whole_lines_are_there(whole, tmp_path_factory):
    head = whole.index(b"\n") + 1
    for cut in range(head, len(whole)):
        reading = read_journal(written(tmp_path_factory, whole[:cut]))

        lines = whole[head:cut].count(b"\n")
        assert list(reading.records) == RECORDS[:lines]
        assert whole[:cut].endswith(reading.tail)
        assert (reading.tail == b"") == (whole[cut - 1 : cut] == b"\n")


@given(st.data())
def test_a_changed_byte_costs_no_record_but_its_own(whole, tmp_path_factory, data):
    head = whole.index(b"\n") + 1
    last = whole[:-1].rindex(b"\n")
    place = data.draw(st.integers(head, last - 1).filter(lambda at: whole[at] != ord("\n")))
    byte = data.draw(st.integers(0, 255).filter(lambda b: b not in (whole[place], 10)))
    changed = whole[:place] + bytes([byte]) + whole[place + 1 :]

    reading = read_journal(written(tmp_path_factory, changed))

    spoilt = whole[head:place].count(b"\n")
    assert reading.records[:spoilt] == tuple(RECORDS[:spoilt])
    assert reading.records[spoilt] in (RECORDS[spoilt], Record(SPOILT, ""))
    assert reading.records[spoilt + 1 :] == tuple(RECORDS[spoilt + 1 :])
    assert reading.tail == b""


@given(st.data())
def test_a_changed_byte_in_the_last_line_ends_what_is_read(whole, tmp_path_factory, data):
    last = whole[:-1].rindex(b"\n") + 1
    place = data.draw(st.integers(last, len(whole) - 2))
    byte = data.draw(st.integers(0, 255).filter(lambda b: b != whole[place]))
    changed = whole[:place] + bytes([byte]) + whole[place + 1 :]

    reading = read_journal(written(tmp_path_factory, changed))

    assert list(reading.records) == RECORDS[:-1]
    assert reading.tail == changed[last:]


def test_a_line_broken_in_two_ends_what_is_read(whole, tmp_path_factory):
    head = whole.index(b"\n") + 1
    broken = whole[: head + 20] + b"\n" + whole[head + 21 :]

    reading = read_journal(written(tmp_path_factory, broken))

    assert reading.records == ()
    assert reading.tail == broken[head:]


def test_a_line_that_was_lost_or_moved_breaks_the_chain(whole, tmp_path_factory):
    first, *lines = whole.splitlines(keepends=True)

    lost = read_journal(written(tmp_path_factory, b"".join([first, lines[0], lines[2]])))
    moved = read_journal(written(tmp_path_factory, b"".join([first, lines[1], lines[0]])))

    assert list(lost.records) == RECORDS[:1]
    assert moved.records == ()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is not a saved match"),
        (b"\x00\xff\xfe" * 99, "is not a saved match"),
        (b"%PDF-1.7\n", "is not a saved match"),
        (b"defend-together-matches 1\n", "is not a saved match"),
        (b"defend-together-match 2\n", "format “2”"),
        (b"defend-together-match \xff\n", "format"),
        (b"defend-together-match", "format “”"),
        (b"defend-together-match 1", "damaged at its beginning"),
        (b"defend-together-match 1\r\n", "damaged at its beginning"),
    ],
)
def test_what_is_no_journal_is_said_in_one_line(tmp_path_factory, data, what):
    path = written(tmp_path_factory, data)

    with pytest.raises(SaveError) as caught:
        read_journal(path)

    assert str(caught.value).startswith(f"{path}: ")
    assert what in str(caught.value)
    assert "\n" not in str(caught.value)


def test_missing_files_and_folders_are_said(tmp_path):
    with pytest.raises(SaveError, match="can’t be read"):
        read_journal(tmp_path / "none.match")
    with pytest.raises(SaveError, match="is not a file"):
        read_journal(tmp_path)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(whole, tmp_path_factory, noise):
    head = whole[: whole.index(b"\n") + 1]
    read_journal(written(tmp_path_factory, head + noise))

    with pytest.raises(SaveError):
        read_journal(written(tmp_path_factory, b"x" + noise))
