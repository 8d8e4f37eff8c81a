"""Turning points: the few moments of a match that moved most, read off its events."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch
from typing import Final

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
    RoundBegan,
    SiteFound,
    StepSuspended,
    TrackMoved,
)
from game.match import Course
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

MOST: Final = 4
DANGER: Final = 7
_LAST: Final = 10
_AGAIN: Final = 0.6
"""A second moment of the same kind counts for so much of the first one."""
_TOLD_WHOLE: Final = 2
"""Terms of a package that fit into one sentence."""


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
    left = list(_all(words, course))
    kinds: Counter[str] = Counter()
    chosen: list[TurningPoint] = []
    while left and len(chosen) < MOST:
        best = max(left, key=lambda one: one.moment.weight * _AGAIN ** kinds[one.moment.kind])
        kinds[best.moment.kind] += 1
        chosen.append(best)
        left = [one for one in left if one.number != best.number]
    return tuple(sorted(chosen, key=lambda one: one.number))


def _all(words: Words, course: Course) -> Iterator[TurningPoint]:
    """Yield every moment that could be one."""
    for entry in course.history:
        now = entry.round
        for event in entry.events:
            if isinstance(event, RoundBegan):
                now = event.round
            moment = moment_of(event, words)
            if moment is not None:
                yield TurningPoint(now, entry.number, moment)


@singledispatch
def moment_of(event: Event, words: Words) -> Moment | None:
    """Return what an event was as a turning point, or `None` if it was none."""
    del event, words
    return None


@moment_of.register
def _(event: CrisisResolved, words: Words) -> Moment | None:
    crisis = crisis_title(words, event.crisis, event.site)
    nato, russia = (stance_name(words, STANCES[stance]) for stance in event.stances)
    moved = _tension(words, event.tension)
    weight = 3.0 + abs(event.tension)
    if event.stances == (0, 0):
        title = words.text("Firm met firm: {crisis}", crisis=crisis)
        return Moment("crisis", weight, title, f"{words.text('Neither gave way.')} {moved}")
    if event.stances == (2, 2):
        title = words.text("Open met open: {crisis}", crisis=crisis)
        text = words.text("Each took the risk that the other would not.")
        return Moment("crisis", weight, title, f"{text} {moved}")
    if abs(event.tension) < 2:
        return None
    text = words.text("NATO answered {nato}, Russia {russia}.", nato=nato, russia=russia)
    return Moment("crisis", weight - 1, crisis, f"{text} {moved}")


@moment_of.register
def _(event: BrinkTested, words: Words) -> Moment | None:
    title = words.text("At the brink")
    if event.out_of_hand:
        text = words.text("A die was rolled, and it got out of hand.")
        return Moment("brink", 8.0, title, text)
    text = words.text("A die was rolled, and it did not get out of hand.")
    return Moment("brink", 4.0, title, text)


@moment_of.register
def _(event: CrisisTurnedUp, words: Words) -> Moment | None:
    if event.site is None:
        return None
    title = words.text("{site} called a crisis", site=site_name(words, event.site))
    text = words.text("Seen as defence by one side and as a threat by the other.")
    return Moment("called", 4.5, title, text)


@moment_of.register
def _(event: PledgeBroken, words: Words) -> Moment | None:
    title = words.text("{side} broke its word", **side_values(words, event.side))
    if event.site is not None:
        site = site_name(words, event.site)
        text = words.text("It had pledged not to deploy: {site}.", site=site)
    else:
        ladder = ladder_name(words, event.ladder or "")
        text = words.text("It had pledged not to suspend: {ladder}.", ladder=ladder)
    return Moment("pledge", 5.0, title, text)


@moment_of.register
def _(event: SiteFound, words: Words) -> Moment | None:
    title = words.text("{site} came to light", site=site_name(words, event.site))
    text = words.text("{side} had deployed there in secret.", **side_values(words, event.side))
    return Moment("found", 4.0, title, text)


@moment_of.register
def _(event: JointLevelRose, words: Words) -> Moment | None:
    if not event.first:
        return None
    ladder = ladder_name(words, event.ladder)
    title = words.text("{ladder}: joint level {level}", ladder=ladder, level=event.level)
    step = step_title(words, event.ladder, event.level)
    text = words.text("Both stood on “{step}”, and both felt safer.", step=step)
    return Moment("joint", 1.5 + event.level, title, text)


@moment_of.register
def _(event: LeadFollowed, words: Words) -> Moment | None:
    values = side_values(words, event.leader)
    step = step_title(words, event.ladder, event.step)
    title = words.text("{other} followed {side}", **values)
    text = words.text("{side} had gone ahead to “{step}” and paid for it.", step=step, **values)
    return Moment("followed", 3.4 + event.step / 10, title, text)


@moment_of.register
def _(event: StepSuspended, words: Words) -> Moment | None:
    title = words.text("{side} suspended a step", **side_values(words, event.side))
    step, ladder = step_title(words, event.ladder, event.step), ladder_name(words, event.ladder)
    text = words.text("“{step}” was taken back ({ladder}).", step=step, ladder=ladder)
    return Moment("suspended", 2.5 + event.step / 2, title, text)


@moment_of.register
def _(event: PackageAnswered, words: Words) -> Moment | None:
    if not event.accepted:
        return None
    if len(event.terms) <= _TOLD_WHOLE:
        text = words.sentence(package_text(words, 1 - event.side, event.terms))
    else:
        text = words.plural(
            "{n} term came into force at once.",
            "{n} terms came into force at once.",
            len(event.terms),
        )
    weight = 2.5 + len(event.terms) / 2
    return Moment("package", weight, words.text("A package was signed"), text)


@moment_of.register
def _(event: DoorMoved, words: Words) -> Moment | None:
    if event.after == 0:
        text = words.text("While it is closed no council meets.")
        return Moment("door", 4.0, words.text("The door closed"), text)
    if event.before == 0:
        text = words.text("The council could meet again.")
        return Moment("door", 3.0, words.text("The door opened again"), text)
    return None


@moment_of.register
def _(event: TrackMoved, words: Words) -> Moment | None:
    why = words.sentence(cause_name(words, event.cause))
    if event.track == "support" and event.after == 0 and event.side is not None:
        title = words.text("{sides} government fell", **side_values(words, event.side))
        return Moment("fell", 9.0, title, why)
    if event.track != "tension" or event.after <= event.before:
        return None
    if event.after >= _LAST:
        return Moment("end", 9.0, words.text("Tension reached its end"), why)
    if event.before < DANGER <= event.after:
        title = words.text("Tension reached {n}", n=event.after)
        return Moment("danger", 2.8, title, why)
    return None


def _tension(words: Words, by: int) -> str:
    """Return what came of it for Tension, as a sentence."""
    if by:
        return words.text("Tension {+by}.", by=by)
    return words.text("Tension stayed.")
