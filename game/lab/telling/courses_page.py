"""The course of a game, as a chapter: curves by round, and when joint levels are reached."""

from typing import Final

from game.charts import ALARM, JOINT, NATO, RUSSIA, Curve, Figure, Table, curves
from game.content.vocabulary import SIDES
from game.lab.groups import Told
from game.lab.telling.figures import share_text, value_text
from game.words import Words, ladder_name, side_name

_COLOURS: Final = (NATO, RUSSIA)


def course_blocks(words: Words, told: Told) -> tuple[Figure | Table, ...]:
    """Return public numbers round by round, and when joint levels are reached."""
    courses = told["courses"]
    pictures = (
        (words.text("Tension"), ((words.text("Tension"), ALARM, "tension"),)),
        (
            words.text("Sum of joint levels"),
            ((words.text("Joint levels"), JOINT, "joint_sum"),),
        ),
        (words.text("Assurance"), _both_sides(words, "assurance")),
        (words.text("Support"), _both_sides(words, "support")),
    )
    return (
        *(_course(words, title, courses, lines) for title, lines in pictures),
        _rungs(words, told),
    )


def _both_sides(words: Words, track: str) -> tuple[tuple[str, str, str], ...]:
    """Return both sides' lines of a track."""
    return tuple(
        (side_name(words, side), _COLOURS[side], f"{track}_{name}")
        for side, name in enumerate(SIDES)
    )


def _course(
    words: Words, title: str, courses: Told, lines: tuple[tuple[str, str, str], ...]
) -> Figure:
    """Return one number of both sides, or of the table, round by round."""
    drawn = [
        Curve(
            label,
            colour,
            tuple((at["round"], at["mean"]) for at in courses[name]),
            tuple((at["low"], at["high"]) for at in courses[name]),
        )
        for label, colour, name in lines
    ]
    rows = tuple(
        (
            str(at[0]["round"]),
            *(value_text(words, one["mean"], 1) for one in at),
            str(at[0]["n"]),
        )
        for at in zip(*(courses[name] for _, _, name in lines), strict=True)
    )
    table = Table(
        title,
        (words.text("Round"), *(label for label, _, _ in lines), words.text("Games")),
        rows,
    )
    picture = curves(title, drawn, across=words.text("Round"), up="", within=(0, 1))
    caption = words.text(
        "{what} at the end of each round: the mean, and where eight games in ten lie.",
        what=title,
    )
    return Figure(picture, caption, table)


def _rungs(words: Words, told: Told) -> Table:
    """Return when each joint level was reached for the first time."""
    rows = []
    for ladder, levels in told["rungs"].items():
        name = ladder_name(words, ladder)
        for level, one in levels.items():
            title = words.text("{ladder} {level}", ladder=name, level=level)
            reached = share_text(words, one["reached"])
            rows.append((title, reached, value_text(words, one["round"], 1)))
    return Table(
        words.text("Joint levels: how often reached in a game, and in which round on average"),
        (words.text("Joint level"), words.text("Reached"), words.text("Round")),
        tuple(rows),
    )
