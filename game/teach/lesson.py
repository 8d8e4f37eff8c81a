"""A lesson under way: its plan, and the questions that fit what has just happened."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.content import Content
from game.content.lesson_specs import Lessons, LessonSpec
from game.content.lesson_words import TriggerName
from game.match import Course
from game.match.lesson_record import Asked, LessonBegun, LessonItem
from game.teach.prompts import Prompt, lessons_of, prompts_at
from game.teach.triggers import Triggered, triggered


@dataclass(frozen=True, slots=True)
class Question:
    """What may be asked now.

    Attributes:
        prompt: The question.
        moment: What happened that it is about, and when.
        asked: Whether it was put on the screen before.
    """

    prompt: Prompt
    moment: Triggered
    asked: bool


@dataclass(frozen=True, slots=True)
class Lesson:
    """A plan, or none, and what may be asked of any class."""

    plan: LessonSpec | None
    lessons: Lessons

    def questions(self, course: Course, items: Sequence[LessonItem]) -> tuple[Question, ...]:
        """Return the questions that fit: those not asked yet first, the newest moment first.

        Of moments of one kind only the last counts. At one moment the plan's questions
        come before those that fit any class.
        """
        last: dict[TriggerName, Triggered] = {}
        for moment in triggered(course):
            last[moment.word] = moment
        put = {item.question for item in items if isinstance(item, Asked)}
        found = [
            Question(prompt, moment, prompt.ask in put)
            for moment in last.values()
            for prompt in prompts_at(self.lessons, self.plan, moment.word)
        ]
        return tuple(sorted(found, key=_order))


def lesson_of(content: Content, items: Sequence[LessonItem]) -> Lesson:
    """Return the lesson that a journal tells of; a plan that is gone leaves a free lesson."""
    lessons = lessons_of(content)
    begun = next((item for item in items if isinstance(item, LessonBegun)), None)
    slug = "" if begun is None else begun.plan
    return Lesson(lessons.plans.get(slug), lessons)


def _order(question: Question) -> tuple[bool, int, bool]:
    return question.asked, -question.moment.number, not question.prompt.own
