"""Strategies as a page: a matrix for each side, and who lives off whom."""

from game.charts import Cell, Figure, Page, Paragraph, Section, Table, heat
from game.content.vocabulary import SIDES
from game.lab.groups import Told
from game.lab.telling.figures import mean_text, percent, share_text, signed_text
from game.lab.telling.heads import dealt_text, facts_of
from game.words import Words, side_name


def strategies_page(words: Words, told: Told) -> Page:
    """Return the page of a round robin."""
    matrices = tuple(_matrix(words, told, side) for side in (0, 1))
    sections = [
        Section(words.text("Utilities"), matrices),
        Section(words.text("Success and Confrontation"), _shares(words, told)),
        Section(words.text("Who lives off whom"), _exploits(words, told)),
    ]
    if told["goals"]:
        sections.append(Section(words.text("Against greedy"), (_goals(words, told),)))
    return Page(
        words.language,
        words.text("Strategies"),
        (*facts_of(words, told), dealt_text(words, told["dealt"])),
        words.text("Contents"),
        tuple(sections),
    )


def _matrix(words: Words, told: Told, side: int) -> Figure:
    """Return one side's utilities by both players."""
    title = words.text("Utility of {side}", side=side_name(words, side))
    names, matrix, who = told["seats"], told["matrix"], SIDES[side]
    cells = [
        [
            Cell(one["utility"][who]["value"], signed_text(words, one["utility"][who]["value"]))
            for one in matrix[nato].values()
        ]
        for nato in names
    ]
    picture = heat(
        title,
        (side_name(words, 0), names),
        (side_name(words, 1), names),
        cells,
        within=(-0.6, 0, 0.6),
        width=820,
    )
    table = Table(
        words.text("{what}, with 95 % intervals", what=title),
        (words.text("NATO, by row; Russia, by column"), *names),
        tuple(
            (nato, *(mean_text(words, matrix[nato][r]["utility"][who]) for r in names))
            for nato in names
        ),
    )
    caption = words.text(
        "{what}: rows are who plays NATO, columns who plays Russia.", what=title
    )
    return Figure(picture, caption, table)


def _shares(words: Words, told: Told) -> tuple[Table, ...]:
    """Return success of both sides and Confrontation by both players."""
    names, matrix = told["seats"], told["matrix"]
    head = (words.text("NATO, by row; Russia, by column"), *names)
    tables = []
    for side, who in enumerate(SIDES):
        title = words.text("{side} succeeds", side=side_name(words, side))
        rows = tuple(
            (n, *(percent(words, matrix[n][r]["success"][who]["value"]) for r in names))
            for n in names
        )
        tables.append(Table(title, head, rows))
    rows = tuple(
        (n, *(percent(words, matrix[n][r]["confrontation"]["value"]) for r in names))
        for n in names
    )
    return (*tables, Table(words.text("Confrontation"), head, rows))


def _exploits(words: Words, told: Told) -> tuple[Paragraph | Table, ...]:
    """Return who gains by meeting whom what the other loses by it."""
    note = Paragraph(
        words.text(
            "One player lives off another if, beyond the interval, it earns more against it "
            "than that one earns against itself, and that one earns less."
        )
    )
    if not told["exploits"]:
        return note, Paragraph(words.text("Nobody lives off anybody in these games."))
    table = Table(
        words.text("Gains and losses against the prey’s game with itself"),
        (
            words.text("Player"),
            words.text("Lives off"),
            words.text("Gains"),
            words.text("The other loses"),
        ),
        tuple(
            (
                row["player"],
                row["prey"],
                mean_text(words, row["gains"], sign=True),
                mean_text(words, row["loses"], sign=True),
            )
            for row in told["exploits"]
        ),
        left=(1,),
    )
    return note, table


def _goals(words: Words, told: Told) -> Table:
    """Return how often scripted players succeed against the yardstick."""
    return Table(
        words.text("Scripted players succeed against greedy in at most 60 % from one seat"),
        (
            words.text("Player"),
            *(words.text("As {side}", side=side_name(words, side)) for side in (0, 1)),
            words.text("Met"),
        ),
        tuple(
            (
                goal["seat"],
                *(share_text(words, goal[side]) for side in SIDES),
                words.text("yes") if goal["met"] else words.text("no"),
            )
            for goal in told["goals"]
        ),
    )
