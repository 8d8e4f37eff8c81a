"""What a class is asked at a moment of a match: a plan's own question, or the general one."""

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from game.content import Content, ContentError, load_content
from game.content.lesson_specs import Lessons, LessonSpec
from game.content.lesson_words import ConceptName, TriggerName
from game.content.lessons import load_lessons, pack_plans
from game.words import Words


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question that a class may be asked when something happens, as it was written.

    Attributes:
        word: What has to happen.
        happened: That as a clause, in English: *Tension reaches 7*.
        ask: The question, in English.
        listen_for: What the teacher may wait for in the answers, in English.
        concept: The idea that the moment shows, if it shows one.
        owner: The slug to whose texts `ask` and `listen_for` belong in the catalogues.
    """

    word: TriggerName
    happened: str
    ask: str
    listen_for: str
    concept: ConceptName | None
    owner: str

    @property
    def own(self) -> bool:
        """Whether a plan asks it; else it may be asked of any class."""
        return self.owner != self.word

    def happened_in(self, words: Words) -> str:
        """Return what happened in the reader's language."""
        return words.content_text(self.word, self.happened)

    def ask_in(self, words: Words) -> str:
        """Return the question in the reader's language."""
        return words.content_text(self.owner, self.ask)

    def listen_for_in(self, words: Words) -> str:
        """Return what to listen for in the reader's language."""
        return words.content_text(self.owner, self.listen_for)


def prompts_at(
    lessons: Lessons, plan: LessonSpec | None, word: TriggerName
) -> tuple[Prompt, ...]:
    """Return what is asked at a moment: by the plan, or else of any class."""
    own = () if plan is None else prompts_of(lessons, plan)
    return tuple(one for one in own if one.word == word) or (general_prompt(lessons, word),)


def general_prompt(lessons: Lessons, word: TriggerName) -> Prompt:
    """Return what may be asked of any class at a moment."""
    one = lessons.triggers[word]
    return Prompt(word, one.title, one.ask, one.listen_for, one.concept, one.slug)


def prompts_of(lessons: Lessons, plan: LessonSpec) -> tuple[Prompt, ...]:
    """Return all that a plan asks, in its order."""
    return tuple(
        Prompt(
            one.when,
            lessons.triggers[one.when].title,
            one.ask,
            one.listen_for,
            one.concept,
            plan.slug,
        )
        for one in plan.prompts
    )


@functools.cache
def shipped_lessons() -> Lessons:
    """Return the lessons of this version of the game, whatever data a match was played with."""
    return load_lessons(load_content())


def lessons_of(content: Content) -> Lessons:
    """Return those lessons, and the plans of the pack that a match is played with."""
    shipped = shipped_lessons()
    own = _own_plans(content)
    return replace(shipped, plans={**shipped.plans, **own}) if own else shipped


def all_plans(contents: Iterable[Content]) -> dict[str, tuple[Content, LessonSpec]]:
    """Return every plan with what it is played with: the game's own, then those of packs.

    Args:
        contents: The standard content, then that of each pack.
    """
    there: dict[str, tuple[Content, LessonSpec]] = {}
    for content in contents:
        plans = _own_plans(content) if content.packs else shipped_lessons().plans
        for slug, plan in plans.items():
            if plan.scenario in content.scenarios:
                there.setdefault(slug, (content, plan))
    return there


def _own_plans(content: Content) -> Mapping[str, LessonSpec]:
    """Return the plans of a pack; none if this version of the game reads them no more."""
    try:
        return pack_plans(content) if content.packs else {}
    except ContentError:
        return {}
