"""A lesson plan to read: what it is for, who sits where, what happens when."""

from collections.abc import Sequence

from game.content.lesson_specs import LessonSpec
from game.ui.library.rule import Bullets
from game.ui.library.rule import Table as Grid
from game.ui.theme import BODY, HEADING, HISTORY, PANEL_TITLE
from game.ui.widgets.label import Label
from game.ui.widgets.widget import Widget
from game.words import Words, scenario_title


def plan_page(words: Words, plan: LessonSpec) -> list[Widget]:
    """Return a plan as widgets below one another."""

    def said(line: str) -> str:
        return words.content_text(plan.slug, line)

    scenario = words.content.scenarios[plan.scenario]
    head = [words.text("Minutes"), words.text("Step"), words.text("What to do")]
    steps = [
        [str(step.minutes), said(step.title), f"{said(step.text)} {said(step.say)}".strip()]
        if step.say
        else [str(step.minutes), said(step.title), said(step.text)]
        for step in plan.steps
    ]
    played = words.text("Scenario: {scenario}", scenario=scenario_title(words, scenario))
    return [
        Label(said(plan.title), PANEL_TITLE),
        Label(said(plan.summary), HISTORY),
        Label(played, BODY, colour="ink_2"),
        *_list(words.text("Aims"), [said(line) for line in plan.aims]),
        *_list(words.text("Before the lesson"), [said(line) for line in plan.before]),
        *_list(words.text("Who sits where"), [said(line) for line in plan.seating]),
        Label(words.text("Timetable"), HEADING),
        Grid(head, steps),
        *_list(words.text("Questions at the end"), [said(line) for line in plan.debrief]),
    ]


def _list(title: str, lines: Sequence[str]) -> list[Widget]:
    return [Label(title, HEADING), Bullets(list(lines))] if lines else []
