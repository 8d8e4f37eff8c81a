"""A class's sealed predictions: how often they came true, and how trust went."""

from game.charts import Paragraph, Section, Table
from game.teach.class_results import ClassResults, TableResult
from game.teach.predictions import Foretold, settled, trusts
from game.words import Words, side_name


def class_predictions(words: Words, results: ClassResults) -> list[Section]:
    """Return the section on predictions; none where no table was asked for any."""
    asked = [one for one in results.tables if one.debrief.predictions]
    if not asked:
        return []
    every = settled(found for one in asked for found in one.debrief.predictions)
    title = words.text("What was predicted")
    return [Section(title, (*_told(words, every), _by_table(words, asked)))]


def _told(words: Words, every: tuple[Foretold, ...]) -> list[Paragraph]:
    """Return how often the whole class was right, and which way it was wrong."""
    if not every:
        return []
    wrong = [one for one in every if not one.right]
    feared = sum(one.feared for one in wrong)
    told = [
        words.text(
            "Of {n} sealed predictions that were put to the test {right} came true: {share} %.",
            n=len(every),
            right=len(every) - len(wrong),
            share=round(100 * (len(every) - len(wrong)) / len(every)),
        )
    ]
    if wrong:
        told.append(
            words.text(
                "Of the others {feared} expected something harder than came, and {hoped} "
                "something softer.",
                feared=feared,
                hoped=len(wrong) - feared,
            )
        )
    return [Paragraph(one) for one in told]


def _by_table(words: Words, asked: list[TableResult]) -> Table:
    """Return by table and side how many came true, and the first and last trust."""
    head = [words.text_for("class", "Table")]
    for side in (0, 1):
        name = side_name(words, side)
        head.append(words.text("{side}: came true", side=name))
        head.append(words.text("{side}: trust, first to last", side=name))
    rows = tuple(
        (one.name, *(cell for side in (0, 1) for cell in _cells(words, one, side)))
        for one in asked
    )
    return Table(words.text("By table; trust from 1 to 5"), tuple(head), rows, left=(2, 4))


def _cells(words: Words, one: TableResult, side: int) -> tuple[str, str]:
    found = one.debrief.predictions
    mine, trust = settled(found, side), list(trusts(found, side).values())
    came = words.text("{right} of {n}", right=sum(p.right for p in mine), n=len(mine))
    if not trust:
        return "", ""
    return came, words.text("{first} → {last}", first=trust[0], last=trust[-1])
