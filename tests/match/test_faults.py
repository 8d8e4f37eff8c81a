"""Every call of the file layer fails in turn: what was confirmed stays, the match goes on."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from game.match import Match, read_journal
from game.match.chronicle import DECISION
from game.match.record import values_of

DECISIONS = 6
FAULTS = {
    "no space": errno.ENOSPC,
    "input/output error": errno.EIO,
    "not permitted": errno.EACCES,
    "read-only": errno.EROFS,
    "interrupted for good": errno.EBADF,
}

SOME_AND_ALL = [
    fault if fault == "no space" else pytest.param(fault, marks=pytest.mark.long)
    for fault in FAULTS
]


class Layer:
    """The calls that the journal makes, counted; those from `first` to before `end` fail."""

    def __init__(self, patch, fault):
        self.fault = fault
        self.calls = 0
        self.first = self.end = -1
        self.short = False
        self._open, self._fsync = Path.open, os.fsync

        def opened(path, *arguments, **names):
            return self._opened(path, *arguments, **names)

        patch.setattr(Path, "open", opened)
        patch.setattr(os, "fsync", self._synced)

    def count(self):
        """Count a call, which may be one that fails."""
        self.calls += 1
        if self.first <= self.calls < self.end:
            raise OSError(self.fault, os.strerror(self.fault))

    def _opened(self, path, *arguments, **names):
        if path.suffix != ".match":
            return self._open(path, *arguments, **names)
        self.count()
        return _File(self, self._open(path, *arguments, **names))

    def _synced(self, handle):
        self.count()
        self._fsync(handle)


class _File:
    """An open file whose calls are counted; a write that fails may leave half behind."""

    def __init__(self, layer, file):
        self._layer = layer
        self._file = file

    def write(self, data):
        try:
            self._layer.count()
        except OSError:
            if self._layer.short:
                self._file.write(bytes(data[: len(data) // 2]))
            raise
        return self._file.write(data)

    def truncate(self, size):
        self._layer.count()
        return self._file.truncate(size)

    def seek(self, *where):
        self._layer.count()
        return self._file.seek(*where)

    def __getattr__(self, name):
        return getattr(self._file, name)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self._file.close()


def decisions_in(journal, folder):
    """The actions that would be found if the machine stopped now."""
    path = folder / "crash.copy"
    shutil.copyfile(journal, path)
    records = read_journal(path).records
    return [values_of(record)["action"] for record in records if record.kind == DECISION]


def played(match, layer, folder):
    """Play on; after every decision, what was ever confirmed must be on the disk."""
    confirmed, done = [], []
    troubled = 0
    for number in range(DECISIONS):
        actions = match.view(match.to_move).legal_actions()
        match.play(actions[number % len(actions)])
        done = [entry.action for entry in match.history]
        if match.unsaved is None:
            confirmed = done
        else:
            troubled += 1
            assert "\n" not in match.unsaved
        assert decisions_in(match.path, folder)[: len(confirmed)] == confirmed
    return done, troubled


def begun(content, folder):
    return Match.start(content, "long-negotiation", 3, ("human", "human"), folder)


def calls_of_a_match(content, folder, monkeypatch):
    """How many calls the journal makes in a match of `DECISIONS` decisions."""
    with monkeypatch.context() as patch:
        match = begun(content, folder)
        layer = Layer(patch, errno.EIO)
        played(match, layer, folder)
        match.close()
    return layer.calls


@pytest.mark.parametrize("fault", SOME_AND_ALL)
@pytest.mark.parametrize("short", [False, True], ids=["nothing written", "half written"])
def test_a_fault_at_any_call_loses_nothing(content, tmp_path, monkeypatch, fault, short):
    calls = calls_of_a_match(content, tmp_path, monkeypatch)
    assert calls > 4 * DECISIONS
    for place in range(1, calls + 1):
        folder = tmp_path / str(place)
        match = begun(content, folder)
        with monkeypatch.context() as patch:
            layer = Layer(patch, FAULTS[fault])
            layer.first, layer.end, layer.short = place, place + 1, short
            done, troubled = played(match, layer, folder)
        assert troubled == 1 or place > calls - 6
        match.close()

        assert match.unsaved is None
        assert decisions_in(match.path, folder) == done


@pytest.mark.parametrize("fault", SOME_AND_ALL)
def test_a_fault_that_stays_stops_nobody_and_is_made_good_at_the_end(
    content, tmp_path, monkeypatch, fault
):
    for place in range(1, 16, 3):
        folder = tmp_path / str(place)
        match = begun(content, folder)
        with monkeypatch.context() as patch:
            layer = Layer(patch, FAULTS[fault])
            layer.first, layer.end, layer.short = place, 1 << 30, True
            done, troubled = played(match, layer, folder)
        assert troubled >= DECISIONS - place
        assert os.strerror(FAULTS[fault]) in match.unsaved
        match.close()

        assert match.unsaved is None
        resumed = Match.resume(match.path)
        assert [entry.action for entry in resumed.history] == done
