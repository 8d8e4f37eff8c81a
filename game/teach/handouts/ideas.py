"""The ideas that a match can show, with what to look for and the work each is known from."""

from collections.abc import Iterator

from game.charts import Page, Section, Table
from game.content.lesson_specs import Lessons
from game.content.lesson_words import CONCEPTS as NAMES
from game.content.lesson_words import ConceptName
from game.teach.concepts import CONCEPTS
from game.teach.handouts.desk import Desk
from game.words import Words


def ideas_page(desk: Desk) -> Page:
    """Return the sheet of ideas."""
    words = desk.words
    head = (
        words.text("Idea"),
        words.text("What it says"),
        words.text("Moments that show it"),
        words.text("Source"),
    )
    rows = tuple(_row(words, desk.lessons, name) for name in NAMES)
    table = Table(words.plural("{n} idea", "{n} ideas", len(rows)), head, rows, (1, 2, 3))
    return Page(
        words.language,
        words.text("Ideas to look for"),
        (words.text("They are not told in the game: they are how it works."),),
        "",
        (Section(words.text("What a match can show"), (table,)),),
    )


def _row(words: Words, lessons: Lessons, name: ConceptName) -> tuple[str, ...]:
    concept = CONCEPTS[name]
    return (
        words.text(concept.title),
        words.text(concept.text),
        " ".join(_moments(words, lessons, name)),
        concept.source,
    )


def _moments(words: Words, lessons: Lessons, name: ConceptName) -> Iterator[str]:
    """Yield what happens when an idea shows, a sentence each."""
    for trigger in lessons.triggers.values():
        if trigger.concept == name:
            yield words.sentence(words.content_text(trigger.slug, trigger.title))
