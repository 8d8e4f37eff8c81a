"""Turning points in words: the few moments of a match that moved most."""

from dataclasses import dataclass
from functools import singledispatch
from typing import Final, TypeAlias

from game.content.vocabulary import STANCES
from game.engine.events import (
    BrinkTested,
    CrisisResolved,
    CrisisTurnedUp,
    DoorMoved,
    Event,
    JointLevelRose,
    LeadFollowed,
    PackageAnswered,
    PledgeBroken,
    SiteFound,
    StepSuspended,
    TrackMoved,
)
from game.match import Course
from game.teach import turning
from game.teach.happenings import happenings
from game.words import (
    Words,
    cause_name,
    crisis_title,
    ladder_name,
    package_text,
    side_values,
    site_name,
    stance_name,
    step_title,
)

MOST: Final = turning.MOST
_TOLD_WHOLE: Final = 2
"""Terms of a package that fit into one sentence."""

Told: TypeAlias = tuple[str, str]
"""A title and a text."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What an event was as a turning point.

    Attributes:
        kind: What moments are alike.
        weight: How much it moved, beside other moments.
    """

    kind: str
    weight: float
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A moment with its place in the match."""

    round: int
    number: int
    moment: Moment


def turning_points(words: Words, course: Course) -> tuple[TurningPoint, ...]:
    """Return up to four turning points of a match that is over, in order."""
    found = turning.turning_points(happenings(course, secrets=True))
    return tuple(
        TurningPoint(point.round, point.number, moment)
        for point in found
        if (moment := moment_of(point.event, words)) is not None
    )


def moment_of(event: Event, words: Words) -> Moment | None:
    """Return what an event was as a turning point, or `None` if it was none."""
    weight = turning.weight_of(event)
    if weight is None:
        return None
    return Moment(weight.kind, weight.weight, *_told(event, words))


@singledispatch
def _told(event: Event, words: Words) -> Told:
    """Return an event as a title and a text. Events of each kind register theirs."""
    del words
    raise TypeError(f"no turning point is told of {event!r}")


@_told.register
def _(event: CrisisResolved, words: Words) -> Told:
    crisis = crisis_title(words, event.crisis, event.site)
    nato, russia = (stance_name(words, STANCES[stance]) for stance in event.stances)
    moved = _tension(words, event.tension)
    if event.stances == (0, 0):
        title = words.text("Firm met firm: {crisis}", crisis=crisis)
        return title, f"{words.text('Neither gave way.')} {moved}"
    if event.stances == (2, 2):
        title = words.text("Open met open: {crisis}", crisis=crisis)
        text = words.text("Each took the risk that the other would not.")
        return title, f"{text} {moved}"
    text = words.text("NATO answered {nato}, Russia {russia}.", nato=nato, russia=russia)
    return crisis, f"{text} {moved}"


@_told.register
def _(event: BrinkTested, words: Words) -> Told:
    title = words.text("At the brink")
    if event.out_of_hand:
        text = words.text("A die was rolled, and it got out of hand.")
        return title, text
    text = words.text("A die was rolled, and it did not get out of hand.")
    return title, text


@_told.register
def _(event: CrisisTurnedUp, words: Words) -> Told:
    title = words.text("{site} called a crisis", site=site_name(words, event.site or ""))
    text = words.text("Seen as defence by one side and as a threat by the other.")
    return title, text


@_told.register
def _(event: PledgeBroken, words: Words) -> Told:
    title = words.text("{side} broke its word", **side_values(words, event.side))
    if event.site is not None:
        site = site_name(words, event.site)
        text = words.text("It had pledged not to deploy: {site}.", site=site)
    else:
        ladder = ladder_name(words, event.ladder or "")
        text = words.text("It had pledged not to suspend: {ladder}.", ladder=ladder)
    return title, text


@_told.register
def _(event: SiteFound, words: Words) -> Told:
    title = words.text("{site} came to light", site=site_name(words, event.site))
    text = words.text("{side} had deployed there in secret.", **side_values(words, event.side))
    return title, text


@_told.register
def _(event: JointLevelRose, words: Words) -> Told:
    ladder = ladder_name(words, event.ladder)
    title = words.text("{ladder}: joint level {level}", ladder=ladder, level=event.level)
    step = step_title(words, event.ladder, event.level)
    text = words.text("Both stood on “{step}”, and both felt safer.", step=step)
    return title, text


@_told.register
def _(event: LeadFollowed, words: Words) -> Told:
    values = side_values(words, event.leader)
    step = step_title(words, event.ladder, event.step)
    title = words.text("{other} followed {side}", **values)
    text = words.text("{side} had gone ahead to “{step}” and paid for it.", step=step, **values)
    return title, text


@_told.register
def _(event: StepSuspended, words: Words) -> Told:
    title = words.text("{side} suspended a step", **side_values(words, event.side))
    step, ladder = step_title(words, event.ladder, event.step), ladder_name(words, event.ladder)
    text = words.text("“{step}” was taken back ({ladder}).", step=step, ladder=ladder)
    return title, text


@_told.register
def _(event: PackageAnswered, words: Words) -> Told:
    if len(event.terms) <= _TOLD_WHOLE:
        text = words.sentence(package_text(words, 1 - event.side, event.terms))
    else:
        text = words.plural(
            "{n} term came into force at once.",
            "{n} terms came into force at once.",
            len(event.terms),
        )
    return words.text("A package was signed"), text


@_told.register
def _(event: DoorMoved, words: Words) -> Told:
    if event.after == 0:
        text = words.text("While it is closed no council meets.")
        return words.text("The door closed"), text
    text = words.text("The council could meet again.")
    return words.text("The door opened again"), text


@_told.register
def _(event: TrackMoved, words: Words) -> Told:
    why = words.sentence(cause_name(words, event.cause))
    if event.side is not None:
        title = words.text("{sides} government fell", **side_values(words, event.side))
        return title, why
    if event.after >= turning.LAST:
        return words.text("Tension reached its end"), why
    return words.text("Tension reached {n}", n=event.after), why


def _tension(words: Words, by: int) -> str:
    """Return what came of it for Tension, as a sentence."""
    if by:
        return words.text("Tension {+by}.", by=by)
    return words.text("Tension stayed.")
