"""A match rebuilt from its journal, every recorded event and position compared.

The journal is replayed with the content that it carries, so a later balance change
touches no match that was begun before it. What is compared is the meaning of records,
not their bytes: another zlib may pack the same words in another way.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

import game
from game.content import Content, ContentError, content_from_files, load_content
from game.engine import IllegalActionError, UnknownScenarioError
from game.engine.inject import IllegalInjectionError, Injection
from game.match import chronicle
from game.match.course import Course
from game.match.errors import SaveError
from game.match.packs import title_told
from game.match.reading import NO_BEGINNING, SPOILT, Reading
from game.match.record import Record, values_of
from game.match.seats import Seats, is_hidden
from game.players import UnknownSeatError
from game.told import mark

AnyCourse = TypeVar("AnyCourse", bound=Course)

NOT_UNDERSTOOD: Final = mark("a record of kind {kind} can’t be understood ({error})")
_HEADER: Final = (chronicle.MATCH, chronicle.DEAL, chronicle.CONTENT)
_KNOWN: Final = (
    chronicle.EVENTS,
    chronicle.POSITION,
    chronicle.DECISION,
    chronicle.END,
    chronicle.UNDO,
    chronicle.INJECT,
)


@dataclass(frozen=True, slots=True)
class Header:
    """What a journal says before the first decision.

    Attributes:
        asked: The seats as they were asked for: what may be told before the end.
        seats: The same with the temperaments that were drawn.
        files: The data files that the match is played with; none where that record is
            spoilt.
    """

    program: str
    scenario: str
    asked: Seats
    seats: Seats
    fingerprint: str
    seed: int
    files: dict[str, str]
    title: str = ""
    """The title of a pack's scenario; empty for the game's own."""


@dataclass(slots=True)
class Replay(Generic[AnyCourse]):
    """A course as far as its journal was replayed.

    Attributes:
        reading: The journal, up to the first record that could be neither read nor
            worked out; what follows is its tail.
        course: The match.
        missing: Records due after the last one in the journal, which was cut there.
        decisions: How many decisions were replayed, those that were undone counted.
        undone: How many were taken back.
        mended: How many spoilt records were worked out again.
    """

    reading: Reading
    header: Header
    course: AnyCourse
    missing: list[Record]
    decisions: int = 0
    undone: int = 0
    mended: int = 0

    @property
    def path(self) -> Path:
        """The journal's file."""
        return self.reading.path


def header_of(reading: Reading, *, with_files: bool = True) -> Header:
    """Return what a journal says before the first decision.

    Args:
        reading: The journal.
        with_files: Unfold the content, which takes twenty times as long as all else.

    Raises:
        SaveError: It isn't whole.
    """
    first = reading.records[: len(_HEADER)]
    kinds = tuple(record.kind for record in first)
    if kinds not in (_HEADER, (*_HEADER[:2], SPOILT)):
        raise SaveError(reading.path, NO_BEGINNING)
    try:
        about, deal = map(values_of, first[:2])
        files = values_of(first[2]) if with_files and kinds == _HEADER else {}
        asked = (str(about["seats"][0]), str(about["seats"][1]))
        # Where nothing was drawn what was asked for counts, as in saves older than this.
        drawn = [str(seat) for seat in deal.get("seats", asked)]
        return Header(
            program=str(about["program"]),
            scenario=str(about["scenario"]),
            asked=asked,
            seats=(
                drawn[0] if is_hidden(asked[0]) else asked[0],
                drawn[1] if is_hidden(asked[1]) else asked[1],
            ),
            fingerprint=str(about["fingerprint"]),
            seed=int(deal["seed"]),
            files={str(name): str(text) for name, text in files.items()},
            title=title_told(about),
        )
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise SaveError(reading.path, mark("its beginning can’t be understood")) from error


def replay(
    reading: Reading, deal: Callable[[Content, str, int, Seats], AnyCourse]
) -> Replay[AnyCourse]:
    """Return the match that a journal's whole records make.

    Args:
        reading: The journal.
        deal: Makes the course before its first decision.

    Raises:
        SaveError: Its beginning is damaged, its content or seats aren't known here, or the
            rules now give something else than was recorded.
    """
    header = header_of(reading)
    content = content_of(reading.path, header)
    try:
        course = deal(content, header.scenario, header.seed, header.seats)
    except (UnknownScenarioError, UnknownSeatError) as error:
        raise SaveError(reading.path, error.told) from error
    due = chronicle.opening(course.truth, course.opening)
    replayed = Replay(reading, header, course, due, mended=int(not header.files))
    for place, record in enumerate(reading.records[len(_HEADER) :], len(_HEADER)):
        # Kinds may be added to the format; those unknown here say nothing about the play.
        if record.kind in _KNOWN:
            _follow(replayed, record)
        elif record.kind == SPOILT and not _work_out(replayed, place):
            replayed.reading = reading.up_to(place)
            break
    return replayed


def _work_out(replayed: Replay[AnyCourse], place: int) -> bool:
    """Go on over a spoilt record, if what stood there is known; say whether it is."""
    records = replayed.reading.records
    following = records[place + 1] if place + 1 < len(records) else None
    due = replayed.missing[0].kind if replayed.missing else None
    if due is None:
        # A decision can't be worked out; a record of a kind unknown here isn't missed.
        if following is None or following.kind != chronicle.DECISION:
            return False
        if values_of(following)["number"] != len(replayed.course.history) + 1:
            return False
    elif following is None or following.kind != due:
        replayed.missing.pop(0)
    replayed.mended += 1
    return True


def content_of(path: Path, header: Header) -> Content:
    """Return the content that a match was played with.

    Where the journal's own copy is spoilt it is the shipped one, if that is the same.

    Raises:
        SaveError: It isn't what the fingerprint says, or can't be read any more.
    """
    try:
        content = content_from_files(header.files) if header.files else load_content()
    except ContentError as error:
        raise SaveError(
            path, mark("its content can’t be used: {problem}"), problem=str(error.problems[0])
        ) from error
    if content.fingerprint != header.fingerprint and not header.files:
        what = mark("its copy of the content is damaged, and this version’s content is another")
        raise SaveError(path, what)
    if content.fingerprint != header.fingerprint:
        raise SaveError(path, mark("its content isn’t the one that it was played with"))
    return content


def _follow(replayed: Replay[AnyCourse], record: Record) -> None:
    """Replay one record, or compare it with what is due."""
    try:
        values = values_of(record)
        if replayed.missing:
            _compare(replayed, record, values)
        elif record.kind == chronicle.DECISION:
            _decide(replayed, values["number"], values["action"])
        elif record.kind == chronicle.UNDO:
            _take_back(replayed, values["number"])
        elif record.kind == chronicle.INJECT:
            _inject(replayed, values)
        else:
            raise _out_of_place(replayed, record)
    except SaveError:
        raise
    except (LookupError, TypeError, ValueError) as error:
        raise SaveError(
            replayed.path, NOT_UNDERSTOOD, kind=record.kind, error=str(error)
        ) from error


def _compare(replayed: Replay[AnyCourse], record: Record, values: object) -> None:
    """Compare a record with the one that is due."""
    due = replayed.missing.pop(0)
    if record.kind != due.kind:
        raise _out_of_place(replayed, record)
    # The layout of the flat list belongs to the program, not to the journal's format.
    other_layout = replayed.header.program != game.__version__
    if record.kind == chronicle.POSITION and other_layout:
        return
    if values != values_of(due):
        number = len(replayed.course.history)
        raise SaveError(
            replayed.path,
            mark(
                "after decision {number} the {kind} differs from what was recorded: it was "
                "played under other rules (program {program})"
            ),
            number=number,
            kind=record.kind,
            program=replayed.header.program,
        )


def _decide(replayed: Replay[AnyCourse], number: int, action: int) -> None:
    """Replay a decision."""
    course = replayed.course
    if number != len(course.history) + 1 or type(action) is not int:
        raise ValueError(f"decision {number} is out of order")
    try:
        entry = course.decide(action)
    except IllegalActionError as error:
        raise SaveError(
            replayed.path,
            mark(
                "decision {number} isn’t legal: it was played under other rules "
                "(program {program})"
            ),
            number=number,
            program=replayed.header.program,
        ) from error
    replayed.decisions += 1
    replayed.missing = chronicle.decided(entry, course.truth)[1:]


def _take_back(replayed: Replay[AnyCourse], number: int) -> None:
    """Replay an undoing."""
    if number != len(replayed.course.history):
        raise ValueError(f"the undoing of {number} is out of order")
    replayed.course.take_back()
    replayed.undone += 1


def _inject(replayed: Replay[AnyCourse], values: Mapping[str, Any]) -> None:
    """Replay what a facilitator put in."""
    number = values["number"]
    if number != len(replayed.course.history):
        raise ValueError(f"the injection after {number} is out of order")
    injection = Injection(values["kind"], str(values["slug"]), values["side"])
    try:
        events = replayed.course.inject(injection)
    except IllegalInjectionError as error:
        raise ValueError(str(error)) from error
    replayed.missing = chronicle.injected(number, injection, events)[1:]


def _out_of_place(replayed: Replay[AnyCourse], record: Record) -> SaveError:
    """Return the error for a record that can't stand where it stands."""
    message = mark("after decision {number} a record of kind {kind} is out of place")
    number = len(replayed.course.history)
    return SaveError(replayed.path, message, number=number, kind=record.kind)
