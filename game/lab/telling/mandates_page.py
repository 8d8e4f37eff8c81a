"""Mandates, as chapters: success alone and in pairs, sources of points, targets."""

from typing import Final

from game.charts import NATO, RUSSIA, Bar, Cell, Figure, Listing, Paragraph, Table, bars, heat
from game.content.vocabulary import SIDES
from game.lab.groups import Told
from game.lab.telling.figures import mean_text, percent, share_text, value_text
from game.lab.telling.names import source_name
from game.words import Words, mandate_title, side_name

_COLOURS: Final = (NATO, RUSSIA)


def mandate_blocks(words: Words, told: Told) -> tuple[Figure | Table, ...]:
    """Return success by mandate, and by pair of mandates."""
    mandates = told["mandates"]
    rows = [
        (mandate_title(words, slug), _COLOURS[SIDES.index(one["side"])], one["success"])
        for slug, one in mandates.items()
    ]
    picture = bars(
        words.text("Success by mandate"),
        [
            Bar(
                title,
                colour,
                one["value"],
                percent(words, one["value"]),
                (one["low"], one["high"]),
            )
            for title, colour, one in rows
        ],
        within=(0, 1),
    )
    table = Table(
        words.text("Mandates"),
        (
            words.text("Mandate"),
            words.text("Games"),
            words.text("Success"),
            words.text("Utility"),
            words.text("Target"),
            words.text("Points: lower quarter, middle, upper quarter"),
        ),
        tuple(
            (
                mandate_title(words, slug),
                str(one["success"]["n"]),
                share_text(words, one["success"]),
                mean_text(words, one["utility"]),
                value_text(words, one["target"], 1),
                words.commas([value_text(words, p, 1) for p in one["points"].values()]),
            )
            for slug, one in mandates.items()
        ),
    )
    caption = words.text("Shares of games in which each mandate was reached, 95 % intervals.")
    return Figure(picture, caption, table), *(
        _pairs(words, told, what) for what in (*SIDES, "both")
    )


def _pairs(words: Words, told: Told, what: str) -> Figure:
    """Return success by pair of mandates, as a heat table."""
    pairs = told["pairs"]
    across = [mandate_title(words, slug) for slug in next(iter(pairs.values()))]
    cells = [
        [
            Cell(one[what]["value"] if one[what]["n"] else None, _in_cell(words, one[what]))
            for one in row.values()
        ]
        for row in pairs.values()
    ]
    if what == "both":
        title = words.text("Both succeed, by pair of mandates")
    else:
        title = words.text(
            "{side} succeeds, by pair of mandates", side=side_name(words, SIDES.index(what))
        )
    picture = heat(
        title,
        (side_name(words, 0), [mandate_title(words, slug) for slug in pairs]),
        (side_name(words, 1), across),
        cells,
        within=(0, 0.4, 1),
        width=760,
    )
    return Figure(picture, words.text("{what}: per cent of games.", what=title))


def _in_cell(words: Words, one: Told) -> str:
    """Return a share as it stands in a cell, without its sign."""
    return value_text(words, 100 * one["value"], 0) if one["n"] else ""


def source_tables(words: Words, told: Told) -> tuple[Table, ...]:
    """Return by side what each mandate's points came from."""
    found = []
    for side, name in enumerate(SIDES):
        own = {s: t for s, t in told["sources"].items() if told["mandates"][s]["side"] == name}
        names = list(dict.fromkeys(source for one in own.values() for source in one))
        rows = tuple(
            (
                mandate_title(words, slug),
                *(value_text(words, one.get(source), 1) for source in names),
            )
            for slug, one in own.items()
        )
        found.append(
            Table(
                words.text("{side}: points a game by source", side=side_name(words, side)),
                (words.text("Mandate"), *(source_name(words, source) for source in names)),
                rows,
            )
        )
    return tuple(found)


def calibration_blocks(words: Words, told: Told) -> tuple[Paragraph | Table | Listing, ...]:
    """Return the targets that forced pairs of mandates call for."""
    made = told["calibration"]
    rows = tuple(
        (
            mandate_title(words, slug),
            value_text(words, told["mandates"][slug]["target"], 1),
            value_text(words, one["tenths"] / 10, 1),
            words.text(
                "{low} to {high}",
                low=value_text(words, one["low"] / 10, 1),
                high=value_text(words, one["high"] / 10, 1),
            ),
            str(one["n"]),
        )
        for slug, one in made["targets"].items()
    )
    return (
        Paragraph(
            words.text(
                "The {q} quantile of scores over every pair of mandates; "
                "a game lost to Confrontation, or by an own fall, counts below all scores.",
                q=value_text(words, made["quantile"], 2),
            )
        ),
        Table(
            words.text("Targets, in points"),
            (
                words.text("Mandate"),
                words.text("Now"),
                words.text("At the quantile"),
                words.text("95 % interval"),
                words.text("Games"),
            ),
            rows,
        ),
        Paragraph(words.text("For the scenario’s file:")),
        Listing(_as_yaml(made["targets"])),
    )


def _as_yaml(targets: Told) -> str:
    """Return targets as the file of a scenario has them, in tenths."""
    return "\n".join(["targets:", *(f"  {m}: {one['tenths']}" for m, one in targets.items())])
