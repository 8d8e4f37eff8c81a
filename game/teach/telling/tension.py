"""What moved Tension: by whom and by what, and every change in order."""

from collections.abc import Mapping
from typing import Final

from game.charts import ALARM, JOINT, NATO, QUIET, RUSSIA, Bar, Figure, Table, bars
from game.teach.debrief import Debrief
from game.teach.telling.told import Chapter, Part, References, Told
from game.teach.tension import Driver, DriverSum, TensionMove
from game.words import (
    Words,
    cause_name,
    change,
    crisis_title,
    mark,
    side_values,
    signed,
    site_name,
    stances_text,
)

_NAMES: Final[Mapping[Driver, str]] = {
    "choice": mark("{sides} operations and unveilings"),
    "card": mark("Events of {sides} cards"),
    "home": mark("{sides} politics at home"),
    "pledge": mark("{sides} broken pledges"),
    "package": mark("Agreed packages"),
    "crisis": mark("Crises of the round"),
    "called": mark("Crises that a deployment called"),
    "opened": mark("Crises that a card forced on both"),
    "incident": mark("Incidents"),
    "brink": mark("The die at the brink"),
    "found": mark("Undeclared sites found"),
    "rule": mark("Rules, such as drift"),
}
_COLOURS: Final = (NATO, RUSSIA)


def tension(words: Words, debrief: Debrief, references: References) -> Chapter:
    """Return what moved Tension."""
    parts: list[Part] = []
    if debrief.tension:
        parts = [
            _sum(words, debrief),
            *(_driver(words, one) for one in debrief.drivers),
            _figure(words, debrief),
            _table(words, debrief, references),
        ]
    else:
        parts = [Told(words.text("Nothing moved Tension."), (debrief.end,))]
    return Chapter("tension", words.text("What moved Tension"), tuple(parts))


def driver_name(words: Words, driver: Driver, side: int | None) -> str:
    """Return what moved Tension, with whose act it was."""
    values = {} if side is None else side_values(words, side)
    return words.text(_NAMES[driver], **values)


def _sum(words: Words, debrief: Debrief) -> Told:
    up = sum(one.up for one in debrief.drivers)
    down = sum(one.down for one in debrief.drivers)
    return Told(
        words.text(
            "In all Tension rose by {up} and fell by {down}, from {start} to {end}.",
            up=up,
            down=down,
            start=debrief.tension[0].before,
            end=debrief.tension[-1].after,
        ),
        (debrief.tension[0].number, debrief.tension[-1].number),
    )


def _driver(words: Words, one: DriverSum) -> Told:
    text = words.text(
        "{what}: Tension up by {up}, down by {down}.",
        what=driver_name(words, one.driver, one.side),
        up=one.up,
        down=one.down,
    )
    return Told(text, one.rests)


def _figure(words: Words, debrief: Debrief) -> Figure:
    """Return the drivers as bars: what each added in all."""
    title = words.text("What each kind of act added to Tension, ups less downs")
    rows = [
        Bar(
            driver_name(words, one.driver, one.side),
            _colour(one),
            float(one.up - one.down),
            signed(one.up - one.down),
        )
        for one in debrief.drivers
    ]
    return Figure(bars(title, rows), title)


def _colour(one: DriverSum) -> str:
    if one.side is not None:
        return _COLOURS[one.side]
    if one.driver == "package":
        return JOINT
    return QUIET if one.driver in {"rule", "found"} else ALARM


def _table(words: Words, debrief: Debrief, references: References) -> Table:
    """Return every change in order."""
    rows = tuple(
        (
            references.text((move.number,)),
            change(move.before, move.after),
            driver_name(words, move.driver, move.side),
            what_moved(words, move),
        )
        for move in debrief.tension
    )
    head = (
        words.text("Entry"),
        words.text("Tension"),
        words.text("Kind"),
        words.text("What"),
    )
    return Table(words.text("Every change of Tension"), head, rows, left=(2, 3))


def what_moved(words: Words, move: TensionMove) -> str:
    """Return what brought a change of Tension, as a name."""
    if move.driver in {"crisis", "called", "opened", "incident"}:
        return words.text(
            "{crisis}: {stances}",
            crisis=crisis_title(words, move.cause.slug, move.site),
            stances=stances_text(words, *move.stances),
        )
    if move.driver == "pledge":
        return words.text("a broken pledge")
    name = cause_name(words, move.cause)
    if move.site is None:
        return name
    return words.text("{what}: {site}", what=name, site=site_name(words, move.site))
