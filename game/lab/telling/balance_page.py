"""The report on balance as a page: how games end, by whom, and along which course."""

from typing import Any, Final

from game.charts import (
    ALARM,
    JOINT,
    NATO,
    QUIET,
    RUSSIA,
    Bar,
    Figure,
    Goal,
    Page,
    Part,
    Section,
    Stack,
    Table,
    bars,
    stacks,
)
from game.content.vocabulary import SIDES
from game.lab.goals import ANY
from game.lab.groups import Told
from game.lab.telling.courses_page import course_blocks
from game.lab.telling.doings_page import doing_sections
from game.lab.telling.figures import mean_text, percent, share_text, value_text
from game.lab.telling.heads import dealt_text, facts_of
from game.lab.telling.mandates_page import calibration_blocks, mandate_blocks, source_tables
from game.lab.telling.names import PLAIN_GOALS, goal_name
from game.words import Words, mark, side_name, verdict_title

_VERDICT_COLOURS: Final = {
    "confrontation": ALARM,
    "government-falls": "#B45A78",
    "joint-architecture": JOINT,
    "partnership": "#5D9A88",
    "natos-terms": NATO,
    "russias-terms": RUSSIA,
    "cold-peace": QUIET,
}
_COLOURS: Final = (NATO, RUSSIA)
_OF_A_SIDE: Final = {
    "succeeded": mark("{side} succeeds"),
    "only": mark("Only {side} succeeds"),
    "triumphed": mark("{side}: triumph"),
    "fell": mark("{side}: government falls"),
}


def balance_page(words: Words, told: Told) -> Page:
    """Return the page of a report on balance."""
    sections = [
        Section(words.text("In short"), (_goals(words, told),)),
        Section(words.text("How games end"), (*_ends(words, told), _lengths(words, told))),
        Section(words.text("The course of a game"), course_blocks(words, told)),
        Section(words.text("Mandates"), mandate_blocks(words, told)),
        Section(words.text("Where points come from"), source_tables(words, told)),
        *doing_sections(words, told),
    ]
    if "calibration" in told:
        sections.insert(1, Section(words.text("Targets"), calibration_blocks(words, told)))
    return Page(
        words.language,
        words.text("Targets") if told["report"] == "targets" else words.text("Balance"),
        (
            *facts_of(words, told),
            words.plural("{n} game", "{n} games", told["games"]),
            dealt_text(words, told["dealt"]),
        ),
        words.text("Contents"),
        tuple(sections),
    )


def _goals(words: Words, told: Told) -> Table:
    """Return the goals beside what was measured."""
    rows = []
    for goal in told["goals"]:
        plain = goal["goal"] in PLAIN_GOALS

        def form(value: float, plain: bool = plain) -> str:
            return value_text(words, value, 1) if plain else percent(words, value)

        found = form(goal["value"])
        if goal["low"] is not None:
            low, high = form(goal["low"]), form(goal["high"])
            found = words.text("{value} ({low} to {high})", value=found, low=low, high=high)
        rows.append(
            (
                goal_name(words, goal["goal"]),
                _range(words, form, goal),
                found,
                str(goal["n"]),
                _met(words, goal),
                words.text("must") if goal["must"] else words.text("sought"),
            )
        )
    return Table(
        words.text("Targets of the design and what was measured, with 95 % intervals"),
        (
            words.text("What"),
            words.text("Target"),
            words.text("Measured"),
            words.text("Games"),
            words.text("Met"),
            words.text("Rank"),
        ),
        tuple(rows),
    )


def _met(words: Words, goal: Told) -> str:
    """Return whether a goal is met, and whether the whole interval says so."""
    if goal["sure"]:
        return words.text("yes") if goal["met"] else words.text("no")
    return words.text("yes, unsure") if goal["met"] else words.text("no, unsure")


def _range(words: Words, form: Any, goal: Told) -> str:
    """Return the range of a goal."""
    if goal["most"] in (ANY, 1.0):
        return words.text("{least} or more", least=form(goal["least"]))
    if not goal["least"]:
        return words.text("at most {most}", most=form(goal["most"]))
    return words.text("{low} to {high}", low=form(goal["least"]), high=form(goal["most"]))


def _ends(words: Words, told: Told) -> tuple[Figure, ...]:
    """Return verdicts as a stack, and shares of success as bars with their goals."""
    verdicts = told["verdicts"]
    parts = tuple(
        Part(
            verdict_title(words, name),
            _VERDICT_COLOURS[name],
            verdicts[name]["value"],
            percent(words, verdicts[name]["value"]),
        )
        for name in verdicts
    )
    table = Table(
        words.text("Verdicts"),
        (words.text("Verdict"), words.text("Share of games")),
        tuple((verdict_title(words, n), share_text(words, verdicts[n])) for n in verdicts),
    )
    title = words.text("How games end")
    picture = stacks(title, (Stack(words.text("Games"), parts),))
    return Figure(picture, words.text("Verdicts as shares of all games."), table), _shares(
        words, told
    )


def _shares(words: Words, told: Told) -> Figure:
    """Return who succeeded and fell."""
    ends = told["outcomes"]
    goals = {goal["goal"]: Goal(goal["least"], goal["most"]) for goal in told["goals"]}
    rows: list[tuple[str, str, Told, Goal | None]] = [
        (words.text("Both succeed"), JOINT, ends["both"], goals["both"]),
        (words.text("Exactly one succeeds"), QUIET, ends["one"], goals["one"]),
        (words.text("Neither succeeds"), QUIET, ends["neither"], None),
    ]
    for what, title in _OF_A_SIDE.items():
        for side, name in enumerate(SIDES):
            text = words.text(title, side=side_name(words, side))
            rows.append((text, _COLOURS[side], ends[what][name], None))
    drawn = []
    for text, colour, one, goal in rows:
        written = percent(words, one["value"])
        drawn.append(Bar(text, colour, one["value"], written, (one["low"], one["high"]), goal))
    table = Table(
        words.text("Success and failure"),
        (words.text("What"), words.text("Share of games")),
        tuple((text, share_text(words, one)) for text, _, one, _ in rows),
    )
    caption = words.text("Shares of games; lines are 95 % intervals, green grounds targets.")
    picture = bars(words.text("Who succeeds"), drawn, within=(0, 0.5))
    return Figure(picture, caption, table)


def _lengths(words: Words, told: Told) -> Table:
    """Return how long games are, how often Tension spirals, and what the chair is worth."""
    length, spirals, chair = told["length"], told["spirals"], told["chair"]
    rows = [
        (words.text("Decisions with a choice"), mean_text(words, length["decisions"], 1)),
        (words.text("Decisions without a choice"), mean_text(words, length["forced"], 1)),
        (words.text("Rounds"), mean_text(words, length["rounds"], 1)),
        (goal_name(words, "hot"), share_text(words, spirals["hot"])),
        (goal_name(words, "cooled"), share_text(words, spirals["cooled"])),
        (words.text("Times that it reaches 7"), mean_text(words, spirals["peaks"])),
        (words.text("Joint levels at the end"), mean_text(words, spirals["joint_sum"], 1)),
    ]
    for side, name in enumerate(SIDES):
        who = side_name(words, side)
        first = words.text("{side} succeeds where it chairs first", side=who)
        second = words.text("{side} succeeds where it chairs second", side=who)
        rows.append((first, share_text(words, chair[name]["first"])))
        rows.append((second, share_text(words, chair[name]["second"])))
    if "distrust" in told:
        rows.append(_distrust_row(words, told["distrust"]))
    for one in told.get("swapped", {}).values():
        text = words.text("{seat}: utility as NATO less that as Russia", seat=one["seat"])
        rows.append((text, mean_text(words, one["nato_less_russia"], sign=True)))
    return Table(
        words.text("Length, spirals and seats"),
        (words.text("What"), words.text("Measured")),
        tuple(rows),
    )


def _distrust_row(words: Words, told: Told) -> tuple[str, str]:
    """Return what distrust at the start does to the joint levels."""
    text = words.text(
        "Joint levels at the end: Assurance {high} at the start less Assurance {low}",
        high=told["high"]["assurance"],
        low=told["low"]["assurance"],
    )
    return text, mean_text(words, told["difference"], sign=True)
