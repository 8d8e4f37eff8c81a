"""The file under a match: what is confirmed stays, what fails is tried again."""

import errno
import os
from pathlib import Path

import pytest

from game.match.files import new_journal, set_aside
from game.match.journal import Journal
from game.match.reading import read_journal
from game.match.record import plain
from game.paths import UserFolderError

FIRST = [plain("match", {"n": 0})]


def numbered(*numbers):
    return [plain("undo", {"number": number}) for number in numbers]


def payloads(path):
    return [record.payload for record in read_journal(path).records]


def created(path, records):
    return Journal.create(path, records)


class FaultyFile:
    """Writes `room` more bytes and then fails, as a full disk does."""

    def __init__(self, file, room):
        self.file = file
        self.room = room

    def write(self, data):
        if not self.room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written = self.file.write(bytes(data[: self.room]))
        self.room -= written
        return written

    def __getattr__(self, name):
        return getattr(self.file, name)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.file.close()


def test_records_are_read_back_in_order(tmp_path):
    journal = created(tmp_path / "a.match", FIRST)
    journal.append(numbered(1))
    journal.append(numbered(2, 3))

    assert payloads(journal.path) == [r.payload for r in FIRST + numbered(1, 2, 3)]
    assert journal.path.read_bytes().startswith(b"defend-together-match 1\n")


def test_a_file_that_is_there_is_never_replaced(tmp_path):
    path = tmp_path / "a.match"
    path.write_text("mine", encoding="utf-8")

    with pytest.raises(FileExistsError):
        Journal.create(path, FIRST)

    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("room", [0, 1, 17, 30])
def test_what_a_full_disk_cut_short_is_written_again(tmp_path, monkeypatch, room):
    journal = created(tmp_path / "a.match", FIRST)
    journal.append(numbered(1))
    really_open = Path.open

    with monkeypatch.context() as patch:
        patch.setattr(
            Path, "open", lambda self, *a, **k: FaultyFile(really_open(self, *a, **k), room)
        )
        journal.append(numbered(2))

    assert "space" in journal.trouble
    assert payloads(journal.path) == [r.payload for r in FIRST + numbered(1)]

    journal.append(numbered(3))

    assert journal.trouble is None
    assert payloads(journal.path) == [r.payload for r in FIRST + numbered(1, 2, 3)]


def test_a_stick_that_was_pulled_and_came_back_loses_nothing(tmp_path):
    journal = created(tmp_path / "a.match", FIRST)
    away = journal.path.rename(tmp_path / "elsewhere")
    journal.append(numbered(1))
    assert journal.trouble is not None

    away.rename(journal.path)
    journal.append()

    assert journal.trouble is None
    assert payloads(journal.path) == [r.payload for r in FIRST + numbered(1)]


def test_a_file_that_somebody_cut_is_not_patched_over(tmp_path):
    journal = created(tmp_path / "a.match", FIRST)
    os.truncate(journal.path, 30)

    journal.append(numbered(1))

    assert journal.trouble == "something else has changed it"
    assert journal.path.stat().st_size == 30


def test_what_a_second_window_wrote_is_not_written_over(tmp_path):
    first = created(tmp_path / "a.match", FIRST)
    reading = read_journal(first.path)
    second = Journal(first.path, reading.whole[-1], reading.sums[-1])
    second.append(numbered(1))

    first.append(numbered(2))

    assert first.trouble == "something else has changed it"
    assert payloads(first.path) == [r.payload for r in FIRST + numbered(1)]


def test_a_disk_that_does_not_confirm_is_asked_again(tmp_path, monkeypatch):
    journal = created(tmp_path / "a.match", FIRST)

    def fail(handle):
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        journal.append(numbered(1))
        assert journal.trouble == "Input/output error"
    journal.append()

    assert journal.trouble is None
    assert payloads(journal.path) == [r.payload for r in FIRST + numbered(1)]


def test_every_append_waits_for_the_disk(tmp_path, monkeypatch):
    journal = created(tmp_path / "a.match", FIRST)
    asked: list[int] = []
    monkeypatch.setattr(os, "fsync", asked.append)

    journal.append(numbered(1))
    journal.append(numbered(2))

    assert len(asked) == 2


def test_a_journal_that_cannot_be_begun_leaves_no_file(tmp_path, monkeypatch):
    def fail(handle):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)

    with pytest.raises(UserFolderError) as caught:
        new_journal(tmp_path, None, "third-site", FIRST, durable=True)

    assert "Input/output error" in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_names_tell_day_and_scenario_and_never_clash(tmp_path):
    paths = [
        new_journal(tmp_path, None, "first-council", FIRST, durable=True).path for _ in range(3)
    ]

    assert len(set(paths)) == 3
    assert all("first-council" in path.name and path.suffix == ".match" for path in paths)


def test_a_given_name_that_is_taken_is_said(tmp_path):
    new_journal(tmp_path, "a.match", "x", FIRST, durable=True)

    with pytest.raises(UserFolderError, match=r"a\.match"):
        new_journal(tmp_path, "a.match", "x", FIRST, durable=True)


def test_a_folder_that_is_a_file_is_said_in_one_line(tmp_path):
    (tmp_path / "matches").write_text("", encoding="utf-8")

    with pytest.raises(UserFolderError) as caught:
        new_journal(tmp_path / "matches", None, "x", FIRST, durable=True)

    assert "\n" not in str(caught.value)


def test_damaged_tails_are_all_kept(tmp_path):
    path = tmp_path / "a.match"

    asides = [set_aside(path, tail) for tail in (b"one", b"two", b"three")]

    assert [aside.name for aside in asides] == [
        "a.match.damaged",
        "a.match.damaged-2",
        "a.match.damaged-3",
    ]
    assert [aside.read_bytes() for aside in asides] == [b"one", b"two", b"three"]
