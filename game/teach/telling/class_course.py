"""Class reports: Tension over time, and how tables answered the same crises."""

from statistics import mean
from typing import Final

from game.charts import (
    ALARM,
    JOINT,
    NATO,
    QUIET,
    RUSSIA,
    Curve,
    Figure,
    Paragraph,
    Table,
    curves,
)
from game.content.vocabulary import STANCES
from game.teach.class_results import ClassResults, TableResult
from game.words import (
    Words,
    crisis_title,
    response_title,
    round_title,
    side_name,
    signed,
    stance_name,
    track_name,
)

_MOST_LINES: Final = 6
"""Tables whose curves are drawn one by one; of more the mean and the spread."""
_LINES: Final = (NATO, RUSSIA, JOINT, ALARM, QUIET, "#6B4E9A")


def tension_over_time(words: Words, results: ClassResults) -> tuple[Figure | Paragraph, ...]:
    """Return Tension after each round, table by table."""
    courses = {
        one.name: [position.tension for position in one.debrief.positions]
        for one in results.tables
        if one.debrief.positions
    }
    if not courses:
        return (Paragraph(words.text("No round is over yet.")),)
    longest = max(map(len, courses.values()))
    title = words.text("Tension after each round, 0 at the start")
    if len(courses) <= _MOST_LINES:
        lines = [
            Curve(name, _LINES[n], tuple((float(x), float(y)) for x, y in enumerate(levels)))
            for n, (name, levels) in enumerate(courses.items())
        ]
    else:
        lines = [_mean_curve(words, list(courses.values()), longest)]
        title = words.text("Tension after each round: the mean of all tables, and their range")
    head = (
        words.text_for("class", "Table"),
        words.text("Start"),
        *(round_title(words, n) for n in range(1, longest)),
    )
    rows = tuple(
        (name, *map(str, levels), *[""] * (longest - len(levels)))
        for name, levels in courses.items()
    )
    picture = curves(
        title, lines, across=words.text_for("axis", "Round"), up="", within=(0, 10)
    )
    table = Table(words.text("Tension at the end of each round"), head, rows)
    return (Figure(picture, title, table),)


def _mean_curve(words: Words, courses: list[list[int]], longest: int) -> Curve:
    """Return the mean of those tables that still played, with the lowest and highest."""
    columns = [[levels[n] for levels in courses if n < len(levels)] for n in range(longest)]
    return Curve(
        track_name(words, "tension"),
        ALARM,
        tuple((float(n), mean(column)) for n, column in enumerate(columns)),
        tuple((float(min(column)), float(max(column))) for column in columns),
    )


def same_crises(words: Words, results: ClassResults) -> tuple[Table | Paragraph, ...]:
    """Return how the tables answered the crises that more than one of them met."""
    met = results.answers()
    if not met:
        return (Paragraph(words.text("No crisis was met at two tables.")),)
    tables = []
    for (crisis, site), answers in met.items():
        own = words_of(words, answers[0][0])
        rows = tuple(
            (
                table.name,
                *(
                    words.text(
                        "{response} ({stance})",
                        response=response_title(
                            words_of(words, table), crisis, side, one.responses[side]
                        ),
                        stance=stance_name(words, STANCES[one.stances[side]]),
                    )
                    for side in (0, 1)
                ),
                signed(one.tension),
                f"{one.round}·{one.number}",
            )
            for table, one in answers
        )
        head = (
            words.text_for("class", "Table"),
            side_name(words, 0),
            side_name(words, 1),
            words.text("Tension"),
            words.text("Entry"),
        )
        title = crisis_title(own, crisis, site)
        tables.append(Table(title, head, rows, left=(1, 2)))
    return tuple(tables)


def words_of(words: Words, table: TableResult) -> Words:
    """Return the words for a table's match: it may have been played with other content."""
    scenario = table.debrief.scenario
    return Words(table.debrief.course.content, words.language, sectors=scenario.options.sectors)
