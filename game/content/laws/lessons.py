"""Laws of the lessons: plans that can be held as they are written, fair to both capitals."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from math import ceil
from pathlib import Path
from typing import Final

from game.content.errors import Place, Problem
from game.content.lesson_specs import HandoutSpec, Lessons, LessonSpec
from game.content.lesson_words import CONCEPTS, TRIGGERS, HandoutName, RoomName
from game.content.specs import Content, ScenarioSpec

MINUTES_A_ROUND: Final[Mapping[RoomName, int]] = {"tables": 6, "projector": 9}
"""The least time for a round of play. The short scenarios have 13 decisions a round; taken
for two beginners at a table are 28 seconds for each, for a class that shows hands 42."""
PREDICTION_MINUTES: Final = 0.5
"""What a round takes longer where both sides first seal what they expect."""
WRITTEN: Final[tuple[HandoutName, ...]] = (
    "rules",
    "brief-nato",
    "brief-russia",
    "quick-start",
)
"""Hand-outs that are written by hand; the others are made from the content and the plan."""

_FACE_DOWN: Final = ("face-down", "undeclared-found", "undeclared-declared")
"""What only happens where cards may be laid face down."""
_PAIRS: Final[tuple[tuple[HandoutName, HandoutName], ...]] = (
    ("brief-nato", "brief-russia"),
    ("cards-nato", "cards-russia"),
    ("worksheet", "key"),
)
"""Hand-outs of which one without the other is unfair or of no use."""
_FEWEST_PROMPTS: Final = 5
_FEWEST_QUESTIONS: Final = 3
_LIKE_LENGTH: Final = 0.03
"""By how much of its length one capital's brief may be longer than the other's."""


def broken_laws(content: Content, lessons: Lessons) -> Iterator[Problem]:
    """Give what is wrong with the lessons, where there are any."""
    yield from broken_plans(content, lessons.plans.values())
    if lessons.plans or lessons.triggers or lessons.handouts:
        yield from _of_triggers(lessons)
        yield from _of_handouts(lessons.handouts)


def broken_plans(content: Content, plans: Iterable[LessonSpec]) -> Iterator[Problem]:
    """Give what is wrong with plans alone: a pack has nothing else of lessons."""
    for plan in plans:
        scenario = content.scenarios[plan.scenario]
        messages = chain(
            _of_minutes(plan),
            _of_play(plan, scenario),
            _of_prompts(plan, scenario),
            _of_parts(plan),
        )
        for message in messages:
            yield Problem(plan.place, f"lesson '{plan.slug}' {message}")


def least_minutes(plan: LessonSpec) -> float:
    """Return the least time that a plan must leave for a round of play."""
    return MINUTES_A_ROUND[plan.room] + (PREDICTION_MINUTES if plan.predictions else 0)


def _of_minutes(plan: LessonSpec) -> Iterator[str]:
    if plan.slug != plan.place.path.stem:
        yield "stands in a file of another name"
    total = sum(step.minutes for step in plan.steps)
    if total != plan.minutes:
        yield f"lasts {plan.minutes} minutes, but its steps add up to {total}"
    if not plan.steps or plan.steps[-1].kind == "play":
        yield "ends with play: the last step is to talk or to write"


def _of_play(plan: LessonSpec, scenario: ScenarioSpec) -> Iterator[str]:
    """Give rounds that the scenario has not, or that the minutes don't suffice for."""
    if scenario.rounds != scenario.last_round:
        yield f"plays '{scenario.slug}', of which nobody knows how long it lasts"
    rounds = sum(step.rounds for step in plan.steps)
    wanted = plan.matches * scenario.rounds
    if rounds != wanted:
        yield f"plays {rounds} rounds; '{scenario.slug}' needs {wanted} to its verdict"
    for number, step in enumerate(plan.steps, 1):
        if (step.kind == "play") != (step.rounds > 0):
            yield f"step {number}: rounds are played in steps of play, and in no others"
        least = ceil(step.rounds * least_minutes(plan))
        if step.minutes < least:
            yield f"step {number}: {step.minutes} minutes; its rounds need {least}"


def _of_prompts(plan: LessonSpec, scenario: ScenarioSpec) -> Iterator[str]:
    for word, count in Counter(prompt.when for prompt in plan.prompts).items():
        if count > 1:
            yield f"asks {count} times at '{word}'"
        if word in _FACE_DOWN and not scenario.options.face_down:
            yield f"asks at '{word}', which '{scenario.slug}' has not"
    if len(plan.prompts) < _FEWEST_PROMPTS:
        yield f"has {len(plan.prompts)} prompts: {_FEWEST_PROMPTS} at least"


def _of_parts(plan: LessonSpec) -> Iterator[str]:
    for name, given, least in (
        ("aims", plan.aims, 2),
        ("seats", plan.seating, 1),
        ("questions in its debrief", plan.debrief, _FEWEST_QUESTIONS),
        ("tasks", plan.tasks, _FEWEST_QUESTIONS),
    ):
        if len(given) < least:
            yield f"has {len(given)} {name}: {least} at least"
    for one, other in _PAIRS:
        if (one in plan.handouts) != (other in plan.handouts):
            yield f"hands out one of '{one}' and '{other}'; both or neither"


def _of_triggers(lessons: Lessons) -> Iterator[Problem]:
    place = _place(lessons, "triggers.yaml")
    if tuple(lessons.triggers) != TRIGGERS:
        missing = [word for word in TRIGGERS if word not in lessons.triggers]
        gap = f"without {', '.join(missing)}" if missing else "not in the order of their words"
        yield Problem(place, f"triggers {gap}")
    shown = {trigger.concept for trigger in lessons.triggers.values()}
    for concept in CONCEPTS:
        if concept not in shown:
            yield Problem(place, f"no trigger shows '{concept}'")


def _of_handouts(handouts: Mapping[HandoutName, HandoutSpec]) -> Iterator[Problem]:
    for slug, handout in handouts.items():
        if slug not in WRITTEN:
            yield Problem(handout.place, f"hand-out '{slug}' is made by the game")
        elif slug != handout.place.path.stem:
            yield Problem(handout.place, f"hand-out '{slug}' stands in a file of another name")
    if not set(WRITTEN) <= set(handouts):
        missing = [slug for slug in WRITTEN if slug not in handouts]
        place = Place(Path("data/lessons/handouts"), 1, 1)
        yield Problem(place, f"hand-outs without {', '.join(missing)}")
        return
    nato, russia = handouts["brief-nato"], handouts["brief-russia"]
    if [len(part.lines) for part in nato.parts] != [len(part.lines) for part in russia.parts]:
        yield Problem(russia.place, "the briefs of both capitals need equally many lines")
    lengths = _length(nato), _length(russia)
    if max(lengths) > min(lengths) * (1 + _LIKE_LENGTH):
        told = f"{lengths[0]} and {lengths[1]} characters"
        yield Problem(russia.place, f"the briefs of both capitals are unequal: {told}")


def _length(handout: HandoutSpec) -> int:
    return sum(len(line) for part in handout.parts for line in part.lines)


def _place(lessons: Lessons, name: str) -> Place:
    """Return where the triggers stand, or would."""
    for trigger in lessons.triggers.values():
        return trigger.place
    return Place(Path("data/lessons") / name, 1, 1)
