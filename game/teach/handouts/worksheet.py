"""The worksheet of a lesson, and the key to it."""

from typing import Final

from game.charts import Blank, Block, Page, Paragraph, Points, Section, Table
from game.teach.handouts.desk import Desk
from game.words import Words, round_date, round_name, scenario_title

_LINES: Final = 3
"""Ruled lines below a task."""


def worksheet_page(desk: Desk) -> Page:
    """Return the worksheet: what each round was expected to bring, and the tasks."""
    words, plan = desk.words, desk.tasks_from
    tasks: list[Block] = []
    for number, task in enumerate(plan.tasks, 1):
        tasks.append(Paragraph(_numbered(words, number, plan.slug, task.ask)))
        tasks.append(Blank(_LINES))
    return Page(
        words.language,
        words.text("Worksheet"),
        (
            scenario_title(words, desk.scenario),
            words.text("Name: ____________________ Class: __________ Side: __________"),
        ),
        "",
        (
            Section(words.text("Round by round"), (_rounds(desk),)),
            Section(words.text("Tasks"), tuple(tasks)),
        ),
    )


def key_page(desk: Desk) -> Page:
    """Return the key: what a good answer holds, and what history did."""
    words, plan = desk.words, desk.tasks_from
    answers: list[Block] = []
    for number, task in enumerate(plan.tasks, 1):
        answers.append(Paragraph(_numbered(words, number, plan.slug, task.ask)))
        answers.append(Points((words.content_text(plan.slug, task.answer),)))
    epilogue = words.content_text(desk.scenario.slug, desk.scenario.epilogue)
    return Page(
        words.language,
        words.text("Key to the worksheet"),
        (
            scenario_title(words, desk.scenario),
            words.text("For the teacher. What happened at a table stands in its report."),
        ),
        "",
        (
            Section(words.text("Answers"), tuple(answers)),
            Section(words.text("What history did"), (Paragraph(epilogue),)),
        ),
    )


def _rounds(desk: Desk) -> Table:
    """Return a table to be filled in during the match, a row a round."""
    words, scenario = desk.words, desk.scenario
    head = (
        words.text("Round"),
        words.text("We expect that they will …"),
        words.text("What they did"),
        words.text("Tension at the end"),
        words.text("Our trust in them, 1 to 5"),
    )
    rows = tuple(
        (_round(desk, number), "", "", "", "") for number in range(1, scenario.last_round + 1)
    )
    caption = words.text("Fill in the second column before the round, the others after it.")
    return Table(caption, head, rows, (1, 2), fill=True)


def _round(desk: Desk, number: int) -> str:
    words, scenario = desk.words, desk.scenario
    return words.text(
        "{n} {name} ({date})",
        n=number,
        name=round_name(words, scenario, number),
        date=round_date(words, scenario, number),
    )


def _numbered(words: Words, number: int, slug: str, ask: str) -> str:
    return words.text("{n}. {task}", n=number, task=words.content_text(slug, ask))
