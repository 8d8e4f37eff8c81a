"""Questions of the lessons that fit a match: those of its plan, and of what happened in it."""

from collections.abc import Iterator
from typing import Final

from game.charts import Paragraph
from game.content.lesson_words import TriggerName
from game.match.lesson_record import LessonBegun
from game.teach.debrief import Debrief
from game.teach.prompts import general_prompt, lessons_of, shipped_lessons
from game.teach.telling.told import Told
from game.teach.triggers import Triggered, triggered
from game.words import Words

_MOST: Final = 3
_MOMENTS: Final[tuple[TriggerName, ...]] = (
    "brink",
    "door-closed",
    "support-low",
    "assurance-low",
    "exposure",
    "signal-answered",
    "tension-eased",
    "suspension",
    "crisis-open-open",
    "deployment-answered",
)
"""Moments that no other question of a debrief is about, those first that tell most."""


def of_moments(words: Words, debrief: Debrief) -> list[Told]:
    """Return what may be asked about a few moments of the match, in their order."""
    first: dict[TriggerName, Triggered] = {}
    for moment in triggered(debrief.course):
        first.setdefault(moment.word, moment)
    there = [first[word] for word in _MOMENTS if word in first][:_MOST]
    return [_of_moment(words, one) for one in sorted(there, key=lambda one: one.number)]


def of_plan(words: Words, debrief: Debrief) -> Iterator[Paragraph]:
    """Yield the questions of the lesson that the match was played in, if it was in one."""
    plans = lessons_of(debrief.course.content).plans
    for item in debrief.lesson:
        if isinstance(item, LessonBegun) and item.plan in plans:
            plan = plans[item.plan]
            for question in plan.debrief:
                yield Paragraph(words.content_text(plan.slug, question))
            return


def _of_moment(words: Words, moment: Triggered) -> Told:
    prompt = general_prompt(shipped_lessons(), moment.word)
    text = words.text(
        "Round {n}. {what} {question}",
        n=moment.round,
        what=words.sentence(prompt.happened_in(words)),
        question=prompt.ask_in(words),
    )
    return Told(text, (moment.number,))
