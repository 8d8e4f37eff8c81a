"""Lessons as they are written: frozen specs, each knowing its place in a file.

Lessons stand beside the content, not in it: a save carries the data that it is played with,
and no lesson is played with.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from game.content.bounds import Range, Slug
from game.content.errors import Place
from game.content.lesson_words import (
    ConceptName,
    HandoutName,
    LessonSeat,
    RoomName,
    StepKind,
    TopicName,
    TriggerName,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerSpec:
    """Something that can happen, and what may be asked of any class when it does."""

    slug: TriggerName
    title: str
    """What happened, as a clause: *Tension reaches 7*."""
    ask: str
    listen_for: str
    concept: ConceptName | None = None
    """The idea that it shows."""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptSpec:
    """What a lesson asks when something happens, in place of what the trigger asks."""

    when: TriggerName
    ask: str
    listen_for: str
    concept: ConceptName | None = None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonStepSpec:
    """A step of a lesson: so many minutes, and in them so many rounds of play."""

    title: str
    kind: StepKind
    minutes: Annotated[int, Range(1, 60)]
    rounds: Annotated[int, Range(0, 9)] = 0
    text: str
    """What the teacher does."""
    say: str = ""
    """What may be read aloud."""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskSpec:
    """A task of the worksheet, and what stands in the key."""

    ask: str
    answer: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonSpec:
    """A lesson plan.

    `matches` is how often the scenario is played to its end. `before` is what to do
    before the lesson, `seating` who sits where, `debrief` the questions at the end, in the
    order in which they are asked.
    """

    slug: Slug
    title: str
    summary: str
    topic: TopicName
    room: RoomName
    pupils: str
    """For how many it is, in words."""
    minutes: Annotated[int, Range(10, 180)]
    scenario: Annotated[str, "scenario"]
    nato: LessonSeat = "human"
    russia: LessonSeat = "human"
    matches: Annotated[int, Range(1, 2)] = 1
    same_deal: bool = True
    """Every table, or every match, is dealt the same, by a class code."""
    predictions: bool = False
    """Each round both sides seal what they expect of the other."""
    aims: tuple[str, ...]
    before: tuple[str, ...]
    seating: tuple[str, ...]
    steps: tuple[LessonStepSpec, ...]
    prompts: tuple[PromptSpec, ...]
    debrief: tuple[str, ...]
    tasks: tuple[TaskSpec, ...]
    handouts: tuple[HandoutName, ...]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutPartSpec:
    """A part of a hand-out: lines under a heading. Braces are filled in as in the rulebook."""

    title: str
    lines: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutSpec:
    """A hand-out that is written by hand: the rules in short, and both capitals' briefs."""

    slug: HandoutName
    title: str
    note: str
    """One line under the title."""
    parts: tuple[HandoutPartSpec, ...]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Lessons:
    """All lessons: plans by slug, shortest first; triggers in the order of their words."""

    plans: Mapping[str, LessonSpec]
    triggers: Mapping[TriggerName, TriggerSpec]
    handouts: Mapping[HandoutName, HandoutSpec]
