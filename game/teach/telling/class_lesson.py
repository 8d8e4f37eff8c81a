"""What the facilitators of a class did, table by table."""

from game.charts import Paragraph, Section, Table
from game.match.lesson_record import Asked, Count, Note, Rewound
from game.teach.class_results import ClassResults, TableResult
from game.teach.debrief import put_in
from game.teach.telling.class_course import words_of
from game.teach.telling.lesson import is_of_a_lesson, lesson
from game.words import Words


def class_lesson(words: Words, results: ClassResults) -> tuple[Section, ...]:
    """Return what was put in, taken back, counted and noted; nothing where nothing was."""
    there = [one for one in results.tables if is_of_a_lesson(one.debrief)]
    if not there:
        return ()
    head = (
        words.text_for("class", "Table"),
        words.text("Injected"),
        words.text("Decisions taken back"),
        words.text("Questions asked"),
        words.text("Shows of hands"),
        words.text("Notes"),
    )
    table = Table(words.text("By table"), head, tuple(_row(one) for one in there))
    title = words.text("What facilitators did")
    told = [paragraph for one in there for paragraph in _sentences(words, one)]
    return (Section(title, (table, *told)),)


def taken_back(one: TableResult) -> int:
    """Return how many decisions the facilitator of a table took back."""
    return sum(item.taken for item in one.debrief.lesson if isinstance(item, Rewound))


def _row(one: TableResult) -> tuple[str, ...]:
    items = one.debrief.lesson
    counts = [
        len(put_in(one.debrief)),
        taken_back(one),
        *(sum(isinstance(item, kind) for item in items) for kind in (Asked, Count, Note)),
    ]
    return one.name, *map(str, counts)


def _sentences(words: Words, one: TableResult) -> list[Paragraph]:
    """Return what a table’s own debrief says of its facilitator’s acts and notes."""
    told = lesson(words_of(words, one), one.debrief)
    return [
        Paragraph(words.text("{table}: {what}", table=one.name, what=sentence.text))
        for sentence in told.sentences
        if sentence.rests
    ]
