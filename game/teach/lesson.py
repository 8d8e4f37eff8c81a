"""A lesson under way: its plan, and the questions that fit what has just happened."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.content import Content
from game.content.lesson_specs import Lessons, LessonSpec, PromptSpec, TriggerSpec
from game.content.lesson_words import ConceptName, TriggerName
from game.match import Course
from game.match.lesson_record import Asked, LessonBegun, LessonItem
from game.teach.prompts import lessons_of
from game.teach.triggers import Triggered, triggered


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question for the class, tied to a moment of the match.

    Attributes:
        moment: What happened, and when.
        happened: That as a clause, in English: *Tension reaches 7*.
        ask: The question, in English.
        listen_for: What good answers hold, in English.
        own: Whether the plan asks it; else it may be asked of any class.
        owner: The slug to whose texts `ask` and `listen_for` belong in the catalogues.
        asked: Whether it was put on the screen before.
    """

    moment: Triggered
    happened: str
    ask: str
    listen_for: str
    concept: ConceptName | None
    own: bool
    owner: str
    asked: bool


@dataclass(frozen=True, slots=True)
class Lesson:
    """A plan, or none, and what may be asked of any class."""

    plan: LessonSpec | None
    lessons: Lessons

    def prompts(self, course: Course, items: Sequence[LessonItem]) -> tuple[Prompt, ...]:
        """Return the questions that fit: those not asked yet first, the newest moment first.

        Of moments of one kind only the last counts. At one moment the plan's questions
        come before those that fit any class.
        """
        last: dict[TriggerName, Triggered] = {}
        for moment in triggered(course):
            last[moment.word] = moment
        put = {item.question for item in items if isinstance(item, Asked)}
        found = [prompt for moment in last.values() for prompt in self._at(moment, put)]
        return tuple(sorted(found, key=_order))

    def _at(self, moment: Triggered, put: set[str]) -> Iterable[Prompt]:
        """Yield the questions of a moment: the plan's, or else what any class is asked."""
        general = self.lessons.triggers[moment.word]
        planned = [] if self.plan is None else self.plan.prompts
        own: list[PromptSpec | TriggerSpec] = [
            one for one in planned if one.when == moment.word
        ]
        for spec in own or [general]:
            yield self._prompt(moment, general, spec, put)

    def _prompt(
        self,
        moment: Triggered,
        general: TriggerSpec,
        spec: PromptSpec | TriggerSpec,
        put: set[str],
    ) -> Prompt:
        plan = self.plan if isinstance(spec, PromptSpec) else None
        return Prompt(
            moment=moment,
            happened=general.title,
            ask=spec.ask,
            listen_for=spec.listen_for,
            concept=spec.concept,
            own=plan is not None,
            owner=general.slug if plan is None else plan.slug,
            asked=spec.ask in put,
        )


def lesson_of(content: Content, items: Sequence[LessonItem]) -> Lesson:
    """Return the lesson that a journal tells of; a plan that is gone leaves a free lesson."""
    lessons = lessons_of(content)
    begun = next((item for item in items if isinstance(item, LessonBegun)), None)
    slug = "" if begun is None else begun.plan
    return Lesson(lessons.plans.get(slug), lessons)


def _order(prompt: Prompt) -> tuple[bool, int, bool]:
    return prompt.asked, -prompt.moment.number, not prompt.own
