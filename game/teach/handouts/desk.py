"""What every hand-out is made from."""

from dataclasses import dataclass

from game.content import Content
from game.content.lesson_specs import Lessons, LessonSpec
from game.content.selection import content_of
from game.content.specs import ScenarioSpec
from game.words import Words


@dataclass(frozen=True, slots=True)
class Desk:
    """Words, lessons, and the scenario that is going to be played.

    Attributes:
        plan: The lesson it is for; `None`: for no lesson in particular.
    """

    words: Words
    lessons: Lessons
    scenario: ScenarioSpec
    plan: LessonSpec | None = None

    @property
    def content(self) -> Content:
        """What the scenario is played with."""
        return content_of(self.words.content, self.scenario)

    @property
    def tasks_from(self) -> LessonSpec:
        """The plan whose tasks are set: the lesson's, one of the scenario, or the first."""
        if self.plan is not None:
            return self.plan
        plans = [one for one in self.lessons.plans.values() if "worksheet" in one.handouts]
        here = [one for one in plans if one.scenario == self.scenario.slug]
        return (here or plans)[0]


def desk_for(
    content: Content,
    lessons: Lessons,
    language: str,
    scenario: str,
    plan: LessonSpec | None = None,
) -> Desk:
    """Return what hand-outs are made from.

    Raises:
        LanguageError: There is no such catalogue.
    """
    spec = content.scenarios[scenario]
    words = Words(content, language, sectors=spec.options.sectors)
    return Desk(words, lessons, spec, plan)
