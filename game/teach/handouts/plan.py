"""A lesson plan as a page: what a teacher has in hand during the lesson."""

from collections.abc import Mapping
from typing import Final

from game.charts import Block, Listing, Page, Paragraph, Points, Section, Table
from game.content.lesson_specs import LessonSpec
from game.content.lesson_words import HandoutName, RoomName, StepKind
from game.teach.concepts import CONCEPTS
from game.teach.handouts.desk import Desk
from game.teach.prompts import prompts_of
from game.words import Words, mark, mark_for, scenario_facts, scenario_title

_KINDS: Final[Mapping[StepKind, str]] = {
    "brief": mark_for("step of a lesson", "Briefing"),
    "play": mark_for("step of a lesson", "Play"),
    "talk": mark_for("step of a lesson", "Discussion"),
    "write": mark_for("step of a lesson", "Writing"),
}
_ROOMS: Final[Mapping[RoomName, str]] = {
    "tables": mark("A computer for each table"),
    "projector": mark("One computer and a projector"),
}
_HANDOUTS: Final[Mapping[HandoutName, str]] = {
    "rules": mark("The rules on one page"),
    "brief-nato": mark("Brief for NATO"),
    "brief-russia": mark("Brief for Russia"),
    "cards-nato": mark("NATO’s cards with their sources"),
    "cards-russia": mark("Russia’s cards with their sources"),
    "ideas": mark("Ideas to look for"),
    "worksheet": mark("Worksheet"),
    "key": mark("Key to the worksheet"),
    "quick-start": mark("Quick start for teachers"),
    "rulebook": mark("The rulebook"),
}


def plan_page(desk: Desk) -> Page:
    """Return a lesson plan as a page.

    The desk has to be that of a plan.
    """
    plan, words = desk.plan, desk.words
    assert plan is not None, "a plan's page is made at the desk of a plan"
    return Page(
        words.language,
        words.content_text(plan.slug, plan.title),
        _facts(desk, plan),
        "",
        (
            _list(words, plan, words.text("Aims"), plan.aims),
            _before(words, plan),
            _list(words, plan, words.text("Who sits where"), plan.seating),
            Section(words.text("Step by step"), _steps(words, plan)),
            Section(words.text("When it happens, ask"), (_prompts(desk, plan),)),
            _list(words, plan, words.text("Debrief"), plan.debrief, numbered=True),
        ),
    )


def handout_name(words: Words, name: HandoutName) -> str:
    """Return what a hand-out is called."""
    return words.text(_HANDOUTS[name])


def room_name(words: Words, room: RoomName) -> str:
    """Return what a room has to hold."""
    return words.text(_ROOMS[room])


def step_kind(words: Words, kind: StepKind) -> str:
    """Return what is done in a step of a lesson."""
    return words.text_for("step of a lesson", _KINDS[kind])


def _facts(desk: Desk, plan: LessonSpec) -> tuple[str, ...]:
    words = desk.words
    played = words.text(
        "{scenario}: {facts}",
        scenario=scenario_title(words, desk.scenario),
        facts=scenario_facts(words, desk.scenario),
    )
    more = [words.text("Played twice, with the same deal.")] if plan.matches > 1 else []
    if plan.predictions:
        more.append(words.text("With sealed predictions each round."))
    return (
        words.content_text(plan.slug, plan.summary),
        words.text(
            "{minutes} minutes; {pupils}.",
            minutes=plan.minutes,
            pupils=words.content_text(plan.slug, plan.pupils),
        ),
        words.sentence(room_name(words, plan.room)),
        played,
        *more,
    )


def _list(
    words: Words,
    plan: LessonSpec,
    title: str,
    texts: tuple[str, ...],
    *,
    numbered: bool = False,
) -> Section:
    lines = tuple(words.content_text(plan.slug, text) for text in texts)
    return Section(title, (Points(lines, numbered),))


def _before(words: Words, plan: LessonSpec) -> Section:
    """Return what to do before the lesson, with the commands that do it."""
    lines = tuple(words.content_text(plan.slug, text) for text in plan.before)
    named = words.listing([handout_name(words, name) for name in plan.handouts])
    blocks: tuple[Block, ...] = (
        Points(lines),
        Paragraph(words.text("Hand-outs: {handouts}.", handouts=named)),
        Paragraph(
            words.text(
                "On the command line, in this order: the hand-outs, a class code, a report of "
                "all saved matches of a folder."
            )
        ),
        Listing(_commands(plan)),
    )
    return Section(words.text("Before the lesson"), blocks)


def _commands(plan: LessonSpec) -> str:
    seats = "".join(
        f" --{side} {seat}"
        for side, seat in (("nato", plan.nato), ("russia", plan.russia))
        if seat != "human"
    )
    return "\n".join(
        (
            f"defend-together handouts --lesson {plan.slug} --out handouts",
            f"defend-together class --scenario {plan.scenario}{seats}",
            "defend-together report class --out class.html",
        )
    )


def _steps(words: Words, plan: LessonSpec) -> tuple[Block, ...]:
    """Return the steps as a table, and below it what may be read aloud."""
    head = (words.text("Minutes"), words.text("Step"), words.text("What to do"))
    rows = []
    begins = 0
    for step in plan.steps:
        title = words.text(
            "{title} ({kind})",
            title=words.content_text(plan.slug, step.title),
            kind=step_kind(words, step.kind),
        )
        ends = begins + step.minutes
        rows.append((f"{begins}–{ends}", title, words.content_text(plan.slug, step.text)))
        begins = ends
    caption = words.plural("{n} minute", "{n} minutes", plan.minutes)
    aloud = [
        Paragraph(
            words.text(
                "To read aloud, “{title}”: {text}",
                title=words.content_text(plan.slug, step.title),
                text=words.content_text(plan.slug, step.say),
            )
        )
        for step in plan.steps
        if step.say
    ]
    return (Table(caption, head, tuple(rows), (1, 2)), *aloud)


def _prompts(desk: Desk, plan: LessonSpec) -> Table:
    words = desk.words
    rows = tuple(
        (
            one.happened_in(words),
            one.ask_in(words),
            one.listen_for_in(words),
            words.text(CONCEPTS[one.concept].title) if one.concept else "",
        )
        for one in prompts_of(desk.lessons, plan)
    )
    head = (
        words.text("When"),
        words.text("Ask"),
        words.text("Listen for"),
        words.text("Idea"),
    )
    caption = words.text("Ask each of them once, when its moment comes.")
    return Table(caption, head, rows, (1, 2, 3))
