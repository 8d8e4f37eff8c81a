"""One window a match: who holds its lock, and what becomes of it."""

import errno
import os
import signal
import subprocess
import sys

import pytest

from game.match import Match, SaveError
from game.match import lock as locks
from game.match.lock import Lock

HOLDER = """
import sys
from pathlib import Path
from game.match.lock import Lock
held = Lock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def journal(tmp_path):
    path = tmp_path / "a.match"
    path.touch()
    return path


@pytest.fixture
def holder(journal):
    """Another process that holds the journal's lock."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(journal)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def test_what_another_process_holds_is_refused_with_its_number(journal, holder):
    with pytest.raises(SaveError) as caught:
        Lock(journal)

    said = str(caught.value)
    assert said.startswith(f"{journal}: is open in another window")
    assert str(holder.pid) in said
    assert "\n" not in said


def test_a_killed_process_leaves_no_stale_lock(journal, holder):
    holder.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    holder.wait()

    Lock(journal).release()


def test_a_process_that_ends_well_leaves_no_file(journal, holder):
    holder.communicate("\n")

    assert list(journal.parent.iterdir()) == [journal]


def test_a_released_lock_is_free_and_leaves_no_file(journal):
    lock = Lock(journal)
    lock.release()
    lock.release()

    assert list(journal.parent.iterdir()) == [journal]
    Lock(journal).release()


def test_a_forgotten_lock_is_free(journal):
    lock = Lock(journal)
    with pytest.raises(SaveError):
        Lock(journal)
    del lock

    Lock(journal).release()


def test_a_file_left_behind_by_a_pulled_plug_bars_nobody(journal):
    journal.with_name("a.match.lock").write_text("4711", encoding="ascii")

    Lock(journal).release()

    assert list(journal.parent.iterdir()) == [journal]


@pytest.mark.parametrize("fault", [errno.ENOLCK, errno.ENOTSUP, errno.EIO])
def test_a_file_system_without_locks_stops_nobody(journal, monkeypatch, fault):
    def fail(handle):
        raise OSError(fault, os.strerror(fault))

    monkeypatch.setattr(locks, "_lock", fail)

    Lock(journal).release()


def test_a_match_is_open_in_one_window_only(content, tmp_path):
    match = Match.start(content, "first-council", 1, ("human", "human"), tmp_path)
    assert match.path is not None

    with pytest.raises(SaveError, match="is open in another window"):
        Match.resume(match.path)

    match.close()
    again = Match.resume(match.path)
    again.play(again.view(0).legal_actions()[0])
    assert again.unsaved is None


def test_a_refused_match_is_not_held(tmp_path):
    path = tmp_path / "a.match"
    path.write_bytes(b"no journal")
    for _ in range(2):
        with pytest.raises(SaveError, match="is not a saved match"):
            Match.resume(path)

    assert list(tmp_path.iterdir()) == [path]


def test_a_name_that_nothing_bears_gets_no_lock(tmp_path):
    with pytest.raises(SaveError, match="be read"):
        Match.resume(tmp_path / "gone.match")

    assert not list(tmp_path.iterdir())
