"""One match and its journal: every decision is on the disk before the next is asked for."""

from pathlib import Path
from typing import Self

from game.content import Content
from game.engine.events import Event
from game.match import chronicle
from game.match.course import Course
from game.match.entry import Entry
from game.match.files import new_journal, set_aside
from game.match.hints import Hint, hint_record, hints_of
from game.match.journal import Journal
from game.match.lock import Lock
from game.match.reading import read_journal
from game.match.replay import replay
from game.match.seats import Seats


class Match(Course):
    """A match between two seats, with a journal where one is kept.

    Attributes:
        notice: What was mended when the match was resumed, one line, or `None`.
    """

    def __init__(self, content: Content, scenario: str, seed: int, seats: Seats) -> None:
        """Deal a match without a journal; `start` keeps one."""
        super().__init__(content, scenario, seed, seats)
        self.notice: str | None = None
        self._journal: Journal | None = None
        self._lock: Lock | None = None
        self._hints: list[Hint] = []

    @classmethod
    def start(
        cls,
        content: Content,
        scenario: str,
        seed: int,
        seats: Seats,
        folder: Path | None = None,
        *,
        name: str | None = None,
        durable: bool = True,
    ) -> Self:
        """Deal a match and begin its journal.

        Args:
            content: What it is played with.
            scenario: A scenario's slug.
            seed: Any int.
            seats: NATO's and Russia's.
            folder: Where its journal shall lie; `None` keeps none.
            name: The journal's file name; without it one is made of day, time and scenario.
            durable: Wait for the disk after every decision.

        Raises:
            UnknownScenarioError: No scenario has this slug.
            UnknownSeatError: Nobody of this name can sit at a side.
            UserFolderError: The folder can't be written to.
        """
        match = cls(content, scenario, seed, seats)
        if folder is not None:
            records = chronicle.header(content, scenario, seed, match.seats)
            records += chronicle.opening(match.truth, match.opening)
            match._journal = new_journal(folder, name, scenario, records, durable=durable)
            match._lock = Lock(match._journal.path)
        return match

    @classmethod
    def resume(cls, path: Path) -> Self:
        """Return the match of a journal, ready to go on.

        What a cut or a fault of the disk left behind the last whole record is set aside
        in a file of its own; `notice` says so. Decisions before it can't be undone.

        Raises:
            SaveError: The journal can't be used, or is open in another window.
            UserFolderError: Its damaged tail can't be kept aside.
        """
        lock = Lock(path)
        reading = read_journal(path)
        replayed = replay(reading, cls)
        match = replayed.course
        match._lock = lock
        reading = replayed.reading
        if replayed.mended:
            match.notice = f"{path}: damage was found and mended; nothing of the match is lost"
        if reading.tail:
            aside = set_aside(path, reading.tail)
            match.notice = (
                f"{path}: the last {len(reading.tail)} bytes were damaged and are kept aside "
                f"as {aside.name}; the match goes on after decision {len(match.history)}"
            )
        match._journal = Journal(
            path, reading.whole[-1], reading.sums[-1], torn=bool(reading.tail)
        )
        match._journal.append(replayed.missing)
        match._hints = hints_of(reading.records)
        match.settle()
        return match

    @classmethod
    def branch(
        cls, course: Course, decided: int, seats: Seats, folder: Path | None = None
    ) -> Self:
        """Return a match of its own that begins as another one did.

        Args:
            course: The other one; it stays as it is.
            decided: How many of its decisions are taken over. They can't be undone.
            seats: Who plays on, NATO's and Russia's.
            folder: Where the journal shall lie; `None` keeps none.

        Raises:
            UnknownSeatError: Nobody of this name can sit at a side.
            UserFolderError: The folder can't be written to.
        """
        match = cls.start(course.content, course.scenario, course.seed, seats, folder)
        for entry in course.history[:decided]:
            match.play(entry.action)
        match.settle()
        return match

    @property
    def path(self) -> Path | None:
        """The journal's file, if one is kept."""
        return self._journal.path if self._journal else None

    @property
    def unsaved(self) -> str | None:
        """One line that says why the last decisions aren't on the disk yet, or `None`."""
        if self._journal is None or self._journal.trouble is None:
            return None
        return (
            f"{self._journal.path}: the last decisions can't be saved "
            f"({self._journal.trouble}); it is tried again with every decision"
        )

    def play(self, action: int) -> tuple[Event, ...]:
        """Do an action of the side to move, save it, and return what came of it.

        The events hold secrets: use `events` for what may be shown. When the journal can't
        be written the match goes on, and `unsaved` says so.

        Raises:
            IllegalActionError: It is not legal; nothing changed.
        """
        entry = self.decide(action)
        if self._journal is not None:
            self._journal.append(chronicle.decided(entry, self.truth))
        return entry.events

    def undo(self) -> Entry:
        """Take back the last decision, note that in the journal, and return it.

        Raises:
            UndoBarredError: It stands; `why_not_undo` says why.
        """
        entry = super().undo()
        if self._journal is not None:
            self._journal.append(chronicle.undone(entry.number))
        return entry

    @property
    def hints(self) -> tuple[Hint, ...]:
        """Every hint that was shown, in order, those for decisions taken back too."""
        return tuple(self._hints)

    def note_hint(self, action: int, package: tuple[int, ...] = ()) -> None:
        """Note that the side to move was shown advice, and what was called best.

        What is shown again before anything was decided counts once.
        """
        side = self.to_move
        if side is None:
            raise ValueError("nobody is to decide")
        hint = Hint(len(self.history), side, action, package)
        if hint in self._hints:
            return
        self._hints.append(hint)
        if self._journal is not None:
            self._journal.append([hint_record(hint)])

    def close(self) -> None:
        """Write what may still be waiting, see `unsaved`, and let others open the journal."""
        if self._journal is not None:
            self._journal.append()
        if self._lock is not None:
            self._lock.release()
