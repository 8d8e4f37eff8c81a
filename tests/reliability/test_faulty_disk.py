"""A disk that fails at any call: settings, bookmarks, hints, and what both faces then say."""

import errno
import io
import os
import sys

import pytest

from game.cli import main
from game.match import Match
from game.match.marks import Marks
from game.paths import HOME_VARIABLE, replace_text, set_aside
from game.ui.preferences import FILE_NAME, Preferences
from tests.reliability.faulty_disk import FAULTS, FaultyDisk
from tests.reliability.real_window import RealWindow

MOST_CALLS = 30


def faults_at_every_call(monkeypatch, folder, fault, done, check):
    """Let each call of something fail in turn; return how many were tried."""
    for place in range(1, MOST_CALLS):
        with monkeypatch.context() as patch:
            disk = FaultyDisk(patch, folder, FAULTS[fault])
            disk.fail_at(place)
            held = done(place)
        check(place, held)
        if disk.calls < place:
            return place - 1
    raise AssertionError("it never comes to an end")


@pytest.mark.parametrize("fault", FAULTS)
def test_settings_are_old_or_new_and_never_half(tmp_path, monkeypatch, fault):
    preferences = Preferences.of(tmp_path)
    preferences.change(volume=1)
    before = [1]

    def change(place):
        preferences.change(volume=10 + place)
        return preferences.unsaved

    def check(place, unsaved):
        kept = Preferences.of(tmp_path)
        assert kept.notice is None
        assert kept.settings.volume in (before[-1], 10 + place)
        if unsaved is None:
            assert kept.settings.volume == 10 + place
        else:
            assert "\n" not in unsaved
            preferences.write(force=True)
            assert preferences.unsaved is None
        before.append(10 + place)
        assert Preferences.of(tmp_path).settings.volume == 10 + place

    tried = faults_at_every_call(monkeypatch, tmp_path, fault, change, check)

    assert tried == 4  # open, write, sync, rename
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


@pytest.mark.parametrize("fault", FAULTS)
def test_bookmarks_are_old_or_new_and_never_half(tmp_path, monkeypatch, fault):
    journal = tmp_path / "a.match"
    marks = Marks.of(journal)
    marks.toggle(1)

    def toggle(place):
        marks.toggle(10 + place)
        return marks.unsaved

    def check(place, unsaved):
        kept = Marks.of(journal)
        assert kept.notice is None
        assert kept.bookmarks[0] == 1
        if unsaved is None:
            assert 10 + place in kept.bookmarks
        marks.toggle(100 + place)
        assert marks.unsaved is None
        assert {10 + place, 100 + place} <= set(Marks.of(journal).bookmarks)

    assert faults_at_every_call(monkeypatch, tmp_path, fault, toggle, check) == 4


@pytest.mark.parametrize("fault", FAULTS)
def test_hints_and_decisions_outlive_a_fault_at_any_call(content, tmp_path, monkeypatch, fault):
    match = Match.start(content, "first-council", 2, ("human", "human"), tmp_path)
    path = match.path
    assert path is not None

    def hint_and_play(place):
        action = match.view(match.to_move or 0).legal_actions()[0]
        match.note_hint(action)
        match.play(action)
        return match.unsaved

    def check(place, unsaved):
        if place % 3 == 0:  # else what is not on the disk yet waits for the next decision
            match.close()
            assert match.unsaved is None
            kept = Match.resume(path)
            assert [one.action for one in kept.history] == [one.action for one in match.history]
            assert kept.hints == match.hints
            assert kept.notice is None
            kept.close()

    tried = faults_at_every_call(monkeypatch, tmp_path, fault, hint_and_play, check)

    assert tried >= 8
    match.close()
    assert len(Match.resume(path).hints) == len(match.hints) > 1


def test_marks_that_cannot_be_read_are_not_written_over(tmp_path, monkeypatch):
    journal = tmp_path / "a.match"
    Marks.of(journal).toggle(3)
    path = tmp_path / "a.match.marks"
    data = path.read_bytes()
    really_open = type(path).open

    def refuse(self, *arguments, **names):
        if self == path:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return really_open(self, *arguments, **names)

    with monkeypatch.context() as patch:
        patch.setattr(type(path), "open", refuse)
        marks = Marks.of(journal)
        marks.toggle(5)

    assert "cannot read" in (marks.unsaved or "")
    assert path.read_bytes() == data


def test_damaged_bookmarks_are_kept_aside_each_under_a_name_of_its_own(tmp_path):
    path = tmp_path / "a.match.marks"
    for number in (1, 2):
        path.write_text(f"nonsense {number}", encoding="utf-8")
        notice = Marks.of(tmp_path / "a.match").notice
        assert notice is not None
        assert ".damaged" in notice

    kept = sorted(one.read_text(encoding="utf-8") for one in tmp_path.iterdir())
    assert kept == ["nonsense 1", "nonsense 2"]


def test_what_is_set_aside_takes_no_name_that_is_taken(tmp_path):
    (tmp_path / "a").touch()
    (tmp_path / "a.damaged").touch()

    assert set_aside(tmp_path / "a").name == "a.damaged-2"


def test_a_text_that_cannot_be_written_leaves_what_was_there(tmp_path):
    path = tmp_path / "a"
    path.mkdir()

    with pytest.raises(OSError):  # noqa: PT011 - whichever the system says
        replace_text(path, "text")

    assert [one.name for one in tmp_path.iterdir()] == ["a"]


# ------------------------------------------------------------------------- both faces


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    return tmp_path


@pytest.fixture
def torn(home, content):
    """A match whose file was cut in the middle of its last decision; how many are whole."""
    folder = home / "data" / "matches"
    match = Match.start(content, "first-council", 4, ("human", "human"), folder)
    for _ in range(6):
        match.play(match.view(match.to_move or 0).legal_actions()[0])
    match.close()
    path = match.path
    assert path is not None
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:-2]) + lines[-2][:40])
    return path


def test_the_window_offers_to_go_on_and_names_what_was_kept_aside(home, torn):
    window = RealWindow(home)
    window.click("continue")
    window.tick()
    dialog = window.scene.dialog
    said = window.dump()
    window.press("Enter")
    window.tick()
    window.tick()
    match = window.scene.sitting.match  # type: ignore[attr-defined]
    window.close()

    assert dialog is not None
    assert f"{torn.name}.damaged" in said
    assert torn.with_name(f"{torn.name}.damaged").exists()
    assert len(match.history) == 5


def test_a_save_that_is_past_mending_is_listed_with_the_reason(home, torn, tmp_path):
    torn.write_bytes(torn.read_bytes()[:300])
    window = RealWindow(home)
    try:
        assert "continue" not in window.ids()
        assert window.sees("1 can’t be used")
        window.click("saved")
        window.tick()
        window.assert_fits()
        window.screenshot(tmp_path / "saved.png")
        assert window.sees(f"{torn.name}: is damaged at its beginning")
    finally:
        window.close()


def test_the_terminal_goes_on_and_names_what_was_kept_aside(home, torn, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.StringIO("\nquit\nquit\n"))

    assert main(["text", "--resume"]) == 0

    assert f"{torn.name}.damaged" in capsys.readouterr().out
    assert torn.with_name(f"{torn.name}.damaged").exists()
    assert len(Match.resume(torn).history) == 5


def test_the_terminal_says_that_the_disk_is_full_and_keeps_all_once_it_is_not(
    home, monkeypatch, capsys
):
    folder = home / "data" / "matches"
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n1\n1\n1\n1\n1\nquit\nquit\n"))
    with monkeypatch.context() as patch:
        disk = FaultyDisk(patch, folder, errno.ENOSPC)
        disk.fail_at(12, 6)  # the journal is begun by then
        seats = ["--nato", "human", "--russia", "random", "--seed", "7"]
        main(["text", "--scenario", "first-council", *seats])
    said = capsys.readouterr().out

    assert os.strerror(errno.ENOSPC) in said
    (path,) = folder.glob("*.match")
    assert len(Match.resume(path).history) >= 2


def test_the_window_says_that_the_disk_is_full(home, content, monkeypatch):
    folder = home / "data" / "matches"
    match = Match.start(content, "first-council", 4, ("human", "random"), folder)
    match.close()
    window = RealWindow(home)
    window.click("continue")
    window.tick()
    with monkeypatch.context() as patch:
        disk = FaultyDisk(patch, folder, errno.ENOSPC)
        disk.fail_at(1, 1 << 20)
        window.press("Right")
        window.press("Enter")
        seen = []
        for _ in range(60):
            window.settle(0.1)
            seen.append(window.scene.toasts.says())
    sitting = window.scene.sitting  # type: ignore[attr-defined]
    told = [line.text for line in sitting.news()]
    window.close()

    assert any(os.strerror(errno.ENOSPC) in line for line in [*seen, *told])
    assert sitting.match.unsaved is None
