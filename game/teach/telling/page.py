"""The debrief as one page, and as the chapters that it is made of."""

from game.charts import Page
from game.match import HUMAN
from game.teach.debrief import Debrief
from game.teach.telling.course import course
from game.teach.telling.decisions import decisions, reachable_map
from game.teach.telling.ideas import ideas
from game.teach.telling.journal import journal
from game.teach.telling.lesson import is_of_a_lesson, lesson
from game.teach.telling.past import history
from game.teach.telling.promises import hidden, promises
from game.teach.telling.questions import questions
from game.teach.telling.readings import beliefs, crises
from game.teach.telling.short import in_short
from game.teach.telling.tension import tension
from game.teach.telling.told import Chapter, References
from game.words import Words, scenario_title, side_name


def words_for(debrief: Debrief, language: str) -> Words:
    """Return the words that a match is told in.

    Raises:
        LanguageError: There is no such catalogue.
    """
    sectors = debrief.scenario.options.sectors
    return Words(debrief.course.content, language, sectors=sectors)


def chapters(words: Words, debrief: Debrief) -> tuple[Chapter, ...]:
    """Return every chapter of a debrief, in order."""
    references = References(words, debrief.rounds)
    return (
        in_short(words, debrief),
        course(words, debrief),
        tension(words, debrief, references),
        promises(words, debrief),
        hidden(words, debrief),
        beliefs(words, debrief),
        crises(words, debrief, references),
        decisions(words, debrief),
        reachable_map(words, debrief),
        ideas(words, debrief),
        history(words, debrief),
        *([lesson(words, debrief)] if is_of_a_lesson(debrief) else []),
        questions(words, debrief),
        journal(words, debrief, references),
    )


def debrief_page(words: Words, debrief: Debrief, notes: tuple[str, ...] = ()) -> Page:
    """Return the debrief of a match as a page.

    Args:
        words: The reader's words.
        debrief: What was found.
        notes: What else stands at its head, such as that a file was damaged.
    """
    references = References(words, debrief.rounds)
    return Page(
        words.language,
        words.text("Debrief: {scenario}", scenario=scenario_title(words, debrief.scenario)),
        (*notes, *_facts(words, debrief)),
        words.text("Contents"),
        tuple(references.section(chapter) for chapter in chapters(words, debrief)),
    )


def _facts(words: Words, debrief: Debrief) -> tuple[str, ...]:
    """Return what was played, by whom, and how to read the references."""
    seats = words.clauses(
        [
            words.text(
                "{side}: {seat}",
                side=side_name(words, side),
                seat=seat_name(words, debrief.seats[side]),
            )
            for side in (0, 1)
        ]
    )
    return (
        seats,
        words.text("Game data {content}", content=debrief.course.content.fingerprint[:12]),
        words.text(
            "Brackets name what a sentence rests on: the round, then the entry of the journal "
            "at the end, such as [3·41]."
        ),
    )


def seat_name(words: Words, seat: str) -> str:
    """Return who sat at a side: a person, or a player of the computer’s by its name."""
    if seat == HUMAN:
        return words.text("a person")
    return words.text("the computer ({player})", player=seat)
