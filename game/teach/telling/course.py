"""The course of a match: curves by round, and its turning points."""

from game.charts import ALARM, JOINT, NATO, RUSSIA, Curve, Figure, Table, curves
from game.engine.events import CrisisResolved, PackageAnswered
from game.match import PublicPosition
from game.teach.debrief import Debrief
from game.teach.telling.told import Chapter, Part, Told
from game.teach.turning import TurningPoint
from game.words import (
    Words,
    door_name,
    full_line,
    initiative_value,
    package_text,
    round_name,
    round_title,
    side_name,
    tension_text,
    track_name,
)


def course(words: Words, debrief: Debrief) -> Chapter:
    """Return the curves and the turning points."""
    parts: list[Part] = []
    if debrief.positions:
        parts += [_together(words, debrief), _apart(words, debrief)]
    parts += [_turning(words, debrief, point) for point in debrief.turning]
    return Chapter("course", words.text("The course of the match"), tuple(parts))


def _together(words: Words, debrief: Debrief) -> Figure:
    """Return the curves of what both sides share, with all numbers by round."""
    places = _places(debrief)
    tension = tuple((x, float(one.tension)) for x, one in places)
    joint = tuple((x, float(sum(one.joint_levels))) for x, one in places)
    title = words.text("Tension and the sum of joint levels after each round")
    picture = curves(
        title,
        (
            Curve(track_name(words, "tension"), ALARM, tension),
            Curve(words.text("Joint levels"), JOINT, joint),
        ),
        across=words.text_for("axis", "Round"),
        up="",
        within=(0, 10),
    )
    return Figure(picture, title, _table(words, debrief))


def _apart(words: Words, debrief: Debrief) -> Figure:
    """Return the curves of both sides' Assurance."""
    title = words.text("How safe each side felt: Assurance after each round")
    lines = tuple(
        Curve(
            side_name(words, side),
            (NATO, RUSSIA)[side],
            tuple((x, float(one.assurance[side])) for x, one in _places(debrief)),
        )
        for side in (0, 1)
    )
    picture = curves(
        title, lines, across=words.text_for("axis", "Round"), up="", within=(0, 10)
    )
    return Figure(picture, title)


def _places(debrief: Debrief) -> list[tuple[float, PublicPosition]]:
    """Return the positions by round; the end of a round that was cut short is its own."""
    return [(float(place), one) for place, one in enumerate(debrief.positions)]


def _table(words: Words, debrief: Debrief) -> Table:
    """Return all public numbers by round."""
    nato, russia = side_name(words, 0), side_name(words, 1)
    assurance, support = track_name(words, "assurance"), track_name(words, "support")
    head = (
        words.text_for("table", "Round"),
        track_name(words, "tension"),
        track_name(words, "threat"),
        track_name(words, "door"),
        words.text("{track}, {side}", track=assurance, side=nato),
        words.text("{track}, {side}", track=assurance, side=russia),
        words.text("{track}, {side}", track=support, side=nato),
        words.text("{track}, {side}", track=support, side=russia),
        track_name(words, "initiative"),
        words.text("Joint levels"),
    )
    rows = tuple(_row(words, debrief, one) for one in debrief.positions)
    return Table(words.text("Public numbers at the start and after each round"), head, rows)


def _row(words: Words, debrief: Debrief, one: PublicPosition) -> tuple[str, ...]:
    name = words.text("Start")
    if one.round:
        name = words.text(
            "{round}, {name}",
            round=round_title(words, one.round),
            name=round_name(words, debrief.scenario, one.round),
        )
    return (
        name,
        str(one.tension),
        str(one.threat),
        door_name(words, one.door),
        str(one.assurance[0]),
        str(one.assurance[1]),
        str(one.support[0]),
        str(one.support[1]),
        initiative_value(words, one.initiative),
        " ".join(map(str, one.joint_levels)),
    )


def _turning(words: Words, debrief: Debrief, point: TurningPoint) -> Told:
    """Return a turning point as a sentence."""
    what = full_line(words, point.event).text
    if isinstance(point.event, PackageAnswered):
        package = package_text(words, 1 - point.event.side, point.event.terms)
        what = words.text("{what} Package: {package}.", what=what, package=package)
    elif isinstance(point.event, CrisisResolved):
        tension = sum(
            one.tension
            for one in debrief.crises
            if (one.number, one.crisis) == (point.number, point.event.crisis)
        )
        moved = words.sentence(tension_text(words, tension))
        if moved not in what:
            what = words.text("{sentence} {changes}", sentence=what, changes=moved)
    text = words.text("Turning point in round {n}: {what}", n=point.round, what=what)
    return Told(text, (point.number,))
