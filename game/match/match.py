"""One match and its journal: every decision is on the disk before the next is asked for."""

from pathlib import Path
from typing import Self

from game.content import Content
from game.engine.events import Event
from game.engine.inject import Injection
from game.match import chronicle
from game.match.course import Course
from game.match.entry import Entry
from game.match.files import new_journal, set_aside
from game.match.guiding import guide_record, guide_steps
from game.match.hints import Hint, hint_record, hints_of
from game.match.journal import Journal
from game.match.lesson_record import LessonItem, lesson_items, lesson_record
from game.match.lock import Lock
from game.match.predictions import (
    EXPECTED,
    TRUST,
    About,
    Due,
    Prediction,
    asks_for_predictions,
    due,
    prediction_record,
    predictions_of,
    switch_record,
    void,
)
from game.match.reading import read_journal
from game.match.record import Record
from game.match.replay import replay
from game.match.seats import Seats
from game.told import Told, mark


class Match(Course):
    """A match between two seats, with a journal where one is kept.

    Attributes:
        notice: What was mended when the match was resumed, one line, or `None`.
        asks_predictions: Whether people are asked what they expect of the other side.
    """

    def __init__(self, content: Content, scenario: str, seed: int, seats: Seats) -> None:
        """Deal a match without a journal; `start` keeps one."""
        super().__init__(content, scenario, seed, seats)
        self.notice: Told | None = None
        self._journal: Journal | None = None
        self._lock: Lock | None = None
        self._hints: list[Hint] = []
        self._lesson: list[LessonItem] = []
        self.asks_predictions = False
        self._predictions: list[Prediction] = []
        self._guide: list[str] | None = None

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
        predictions: bool = False,
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
            predictions: Ask people what they expect of the other side.

        Raises:
            UnknownScenarioError: No scenario has this slug.
            UnknownSeatError: Nobody of this name can sit at a side.
            UserFolderError: The folder can't be written to.
        """
        match = cls(content, scenario, seed, seats)
        match.asks_predictions = predictions
        if folder is not None:
            records = chronicle.header(content, scenario, seed, seats, match.seats)
            records += chronicle.opening(match.truth, match.opening)
            records += [switch_record()] if predictions else []
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
        read_journal(path)  # what is no save of ours gets no file beside it, not even a lock
        lock = Lock(path)
        reading = read_journal(path)
        replayed = replay(reading, cls)
        match = replayed.course
        match._lock = lock
        reading = replayed.reading
        if replayed.mended:
            match.notice = Told(
                mark("{path}: damage was found and mended; nothing of the match is lost"),
                path=str(path),
            )
        if reading.tail:
            aside = set_aside(path, reading.tail)
            match.notice = Told(
                mark(
                    "{path}: its end was damaged and is kept aside as {aside}, {bytes} bytes; "
                    "the match goes on after decision {number}"
                ),
                path=str(path),
                aside=aside.name,
                bytes=len(reading.tail),
                number=len(match.history),
            )
        match._journal = Journal(
            path, reading.whole[-1], reading.sums[-1], torn=bool(reading.tail)
        )
        match._journal.append(replayed.missing)
        match._hints = hints_of(reading.records)
        match._lesson = lesson_items(reading.records)
        match.asks_predictions = asks_for_predictions(reading.records)
        match._predictions = predictions_of(reading.records)
        match._guide = guide_steps(reading.records)
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
        for step in course.script:
            if isinstance(step, Injection):
                match.inject(step)
            elif len(match.history) == decided:
                break
            else:
                match.play(step)
        match.settle()
        return match

    @property
    def path(self) -> Path | None:
        """The journal's file, if one is kept."""
        return self._journal.path if self._journal else None

    @property
    def unsaved(self) -> Told | None:
        """One line that says why the last decisions aren't on the disk yet, or `None`."""
        if self._journal is None or self._journal.trouble is None:
            return None
        return Told(
            mark(
                "{path}: the last decisions can’t be saved ({reason}); it is tried again with "
                "every decision"
            ),
            path=str(self._journal.path),
            reason=self._journal.trouble,
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
        self._predictions = void(self._predictions, entry.number)
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

    @property
    def predictions(self) -> tuple[Prediction, ...]:
        """Every prediction that stands, of both sides: for the debrief, never before."""
        return tuple(self._predictions)

    @property
    def prediction_due(self) -> Due | None:
        """Who is to be asked for a prediction now, and what about; `None`: nobody."""
        return due(self, self._predictions) if self.asks_predictions else None

    def note_prediction(self, about: About, expects: str, trust: int) -> None:
        """Seal the prediction that is due.

        Raises:
            ValueError: None about this is due, or it is none of those that can be made.
        """
        wanted = self.prediction_due
        if wanted is None or wanted.about != about:
            raise ValueError(f"no prediction about a {about} is due")
        if expects not in EXPECTED[about] or trust not in TRUST:
            raise ValueError(f"nobody can expect {expects!r} or trust by {trust}")
        round_number = self.view(wanted.side).round
        number = len(self.history)
        made = Prediction(number, round_number, wanted.side, about, expects, trust)
        self._predictions.append(made)
        self._write([prediction_record(made)])

    @property
    def guide_steps(self) -> tuple[str, ...] | None:
        """The guide's steps that are done; `None` where no guide came along."""
        return None if self._guide is None else tuple(self._guide)

    def note_guide(self, step: str = "") -> None:
        """Note that a guide comes along, or that one of its steps is done."""
        self._guide = [*(self._guide or ()), *([step] if step else ())]
        self._write([guide_record(step)])

    @property
    def lesson(self) -> tuple[LessonItem, ...]:
        """What the facilitator of a lesson noted, counted and did, in order; empty: none."""
        return tuple(self._lesson)

    def note_lesson(self, item: LessonItem) -> None:
        """Keep something that happened in a lesson."""
        self._lesson.append(item)
        self._write([lesson_record(item)])

    def inject(self, injection: Injection) -> tuple[Event, ...]:
        """Put something into the match from outside, save it, and return what came of it.

        Raises:
            IllegalInjectionError: It can't be now; nothing changed.
        """
        events = super().inject(injection)
        self._write(chronicle.injected(len(self.history), injection, events))
        return events

    def rewind(self, decided: int) -> int:
        """Go back to where so many decisions stood; return how many were taken back.

        Whatever they showed: for the facilitator of a lesson. The journal keeps them, each
        as undone. Players of the computer's begin to think anew.

        Raises:
            SaveError: The match was over and closed, and is open in another window now.
        """
        if not 0 <= decided <= len(self.history):
            raise ValueError(f"{decided} decisions of {len(self.history)}")
        if self.path is not None and self._lock is not None and self._lock.released:
            self._lock = Lock(self.path)
        taken = len(self.history) - decided
        for _ in range(taken):
            self._write(chronicle.undone(self.take_back().number))
        self._predictions = void(self._predictions, decided + 1)
        self._players.clear()
        self.settle()
        return taken

    def _write(self, records: list[Record]) -> None:
        """Add records to the journal, where one is kept."""
        if self._journal is not None:
            self._journal.append(records)

    def close(self) -> None:
        """Write what may still be waiting, see `unsaved`, and let others open the journal."""
        if self._journal is not None:
            self._journal.append()
        if self._lock is not None:
            self._lock.release()
