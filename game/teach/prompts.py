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
    """A question for a class, in the reader's language.

    Attributes:
        title: What happened, as a clause.
        ask: The question.
        listen_for: What the teacher may wait for in the answers.
        concept: The idea that the moment shows, if it shows one.
    """

    word: TriggerName
    title: str
    ask: str
    listen_for: str
    concept: ConceptName | None


def prompt_for(
    words: Words, lessons: Lessons, plan: LessonSpec | None, word: TriggerName
) -> Prompt:
    """Return what is asked at a moment: by the plan, or of any class."""
    trigger = lessons.triggers[word]
    title = words.content_text(trigger.slug, trigger.title)
    own = next((one for one in plan.prompts if one.when == word), None) if plan else None
    if plan is None or own is None:
        return Prompt(
            word,
            title,
            words.content_text(trigger.slug, trigger.ask),
            words.content_text(trigger.slug, trigger.listen_for),
            trigger.concept,
        )
    return Prompt(
        word,
        title,
        words.content_text(plan.slug, own.ask),
        words.content_text(plan.slug, own.listen_for),
        own.concept,
    )


def prompts_of(words: Words, lessons: Lessons, plan: LessonSpec) -> tuple[Prompt, ...]:
    """Return all that a plan asks, in its order."""
    return tuple(prompt_for(words, lessons, plan, one.when) for one in plan.prompts)


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
