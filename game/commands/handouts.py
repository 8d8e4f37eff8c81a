"""`handouts`: write what is printed for a lesson, or list the lessons there are."""

import argparse
from typing import Final

from game.commands.choice import check_scenario
from game.commands.faults import InputError, cant_write
from game.content import Content
from game.content.lesson_specs import LessonSpec
from game.content.packs import all_contents, content_for
from game.teach.handouts import Desk, desk_for, write_handouts
from game.teach.prompts import all_plans, lessons_of
from game.told import mark
from game.words import Words, environment_language

ANY: Final = "lisbon-to-chicago"
"""The scenario of hand-outs that are for no lesson, if none is named."""


def handouts(options: argparse.Namespace) -> int:
    """Write hand-outs, or list the lessons, and return the exit code.

    Raises:
        InputError: There is no such lesson, or a file can't be written.
        LanguageError: There is no such catalogue.
        UnknownScenarioError: There is no such scenario.
    """
    language = options.lang or environment_language()
    if options.list:
        print("\n".join(_listed(language)))
        return 0
    here = _desk(language, options)
    try:
        written = write_handouts(here, options.out)
    except OSError as error:
        raise cant_write("--out", options.out, error) from error
    for path in written:
        print(path)
    return 0


def _listed(language: str) -> list[str]:
    """Return a line a lesson, the game's before those of packs."""
    return [
        _line(Words(content, language), plan)
        for content, plan in all_plans(all_contents()).values()
    ]


def _line(words: Words, plan: LessonSpec) -> str:
    return words.text(
        "{lesson}: {title}, {minutes} minutes. {summary}",
        lesson=plan.slug,
        title=words.content_text(plan.slug, plan.title),
        minutes=plan.minutes,
        summary=words.content_text(plan.slug, plan.summary),
    )


def _desk(language: str, options: argparse.Namespace) -> Desk:
    """Return what the hand-outs are made from, by the lesson or the scenario."""
    if options.lesson is None:
        content = content_for(options.scenario)
        scenario = check_scenario(content, options.scenario or ANY)
        return desk_for(content, lessons_of(content), language, scenario)
    if options.scenario is not None:
        raise InputError(
            mark("--lesson sets what is played: leave {option} out"), option="--scenario"
        )
    content, plan = _plan(options.lesson)
    return desk_for(content, lessons_of(content), language, plan.scenario, plan)


def _plan(slug: str) -> tuple[Content, LessonSpec]:
    plans = all_plans(all_contents())
    if slug not in plans:
        there = ", ".join(plans)
        message = mark("no lesson “{lesson}”; there are {there}")
        raise InputError(message, lesson=slug, there=there)
    return plans[slug]
