"""Which moment of a match showed which idea."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from game.engine.events import (
    LeadFollowed,
    SiteAnnounced,
    StepTaken,
    TrackMoved,
)
from game.teach.beliefs import Watching
from game.teach.concepts import ConceptSlug
from game.teach.crises import FIRM, Answered, Incident
from game.teach.happenings import Happening
from game.teach.hidden import UndeclaredSite
from game.teach.ledger import PackageRecord, PledgeRecord

_RESERVED: Final = 0.5
"""A belief in a wrong mandate that is at least so strong is a misperception."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An idea and the moment that showed it.

    Attributes:
        concept: The idea.
        rests: The entries of the moment.
        side: Whose act it was, where it was one side's.
        site: The site it was about, if any.
        reply: The site with which the other side answered, if it did.
        ladder: The ladder it was about, if any.
        step: Its step.
        crisis: The crisis it was, if any, and its site.
        stances: Both stances, in a crisis.
        by: How far a track moved.
        mandate: The mandate that was wrongly believed.
    """

    concept: ConceptSlug
    rests: tuple[int, ...]
    round: int
    side: int | None = None
    site: str | None = None
    reply: str | None = None
    ladder: str | None = None
    step: int = 0
    crisis: str | None = None
    stances: tuple[int, ...] = ()
    by: int = 0
    mandate: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found in a match already, for the ideas to be seen in."""

    found: Sequence[Happening]
    packages: Sequence[PackageRecord]
    pledges: Sequence[PledgeRecord]
    undeclared: Sequence[UndeclaredSite]
    crises: Sequence[Answered]
    incidents: Sequence[Incident]
    watchings: Sequence[Watching]


def shown_by(evidence: Evidence) -> tuple[Shown, ...]:
    """Return for each idea that a match showed the moment that showed it best, in order."""
    every = [
        *_dilemmas(evidence.found),
        *_signals(evidence.found),
        *_home(evidence.found),
        *_promises(evidence),
        *_of_crises(evidence.crises),
        *_of_incidents(evidence.incidents),
        *_misperceptions(evidence.watchings),
    ]
    first: dict[ConceptSlug, Shown] = {}
    for one in sorted(every, key=lambda one: one.rests):
        first.setdefault(one.concept, one)
    return tuple(sorted(first.values(), key=lambda one: one.rests))


def _dilemmas(found: Sequence[Happening]) -> Iterator[Shown]:
    """Yield announcements that cost the other side Assurance, best those it answered."""
    alarming = [
        (place, one, lost)
        for place, one in enumerate(found)
        if isinstance(one.event, SiteAnnounced)
        and (lost := _assurance_lost(found[place + 1 :], one, 1 - one.event.side))
    ]
    answered = [
        (one, other, lost)
        for (_, one, lost) in alarming
        if (other := _answer(found, one)) is not None
    ]
    for one, other, lost in answered[:1]:
        yield _dilemma(one, lost, other)
    if not answered:
        for _, one, lost in alarming[:1]:
            yield _dilemma(one, lost, None)


def _dilemma(one: Happening, lost: int, other: Happening | None) -> Shown:
    assert isinstance(one.event, SiteAnnounced)
    reply = other.event.site if other and isinstance(other.event, SiteAnnounced) else None
    rests = (one.number,) if other is None else (one.number, other.number)
    return Shown(
        "security-dilemma",
        rests,
        one.round,
        one.event.side,
        site=one.event.site,
        reply=reply,
        by=-lost,
    )


def _assurance_lost(later: Sequence[Happening], one: Happening, side: int) -> int:
    """Return what a side lost in Assurance by an announcement."""
    assert isinstance(one.event, SiteAnnounced)
    for other in later:
        event = other.event
        if other.number != one.number or isinstance(event, SiteAnnounced):
            return 0
        if (
            isinstance(event, TrackMoved)
            and (event.track, event.side) == ("assurance", side)
            and event.cause == one.event.cause
        ):
            return event.before - event.after
    return 0


def _answer(found: Sequence[Happening], one: Happening) -> Happening | None:
    """Return the other side's next announcement, if it came within a round."""
    assert isinstance(one.event, SiteAnnounced)
    for other in found:
        if other.number <= one.number or not isinstance(other.event, SiteAnnounced):
            continue
        if other.event.side != one.event.side:
            return other if other.round <= one.round + 1 else None
    return None


def _signals(found: Sequence[Happening]) -> Iterator[Shown]:
    """Yield steps that went ahead at a cost, and those that the other side followed."""
    ahead: dict[tuple[int, str, int], int] = {}
    for one in found:
        event = one.event
        if isinstance(event, StepTaken) and event.lead:
            ahead[event.side, event.ladder, event.step] = one.number
            if event.signal:
                yield Shown(
                    "costly-signal",
                    (one.number,),
                    one.round,
                    event.side,
                    ladder=event.ladder,
                    step=event.step,
                )
        elif isinstance(event, LeadFollowed):
            led = ahead.get((event.leader, event.ladder, event.step))
            rests = (one.number,) if led in {None, one.number} else (led or 0, one.number)
            yield Shown(
                "reciprocity",
                rests,
                one.round,
                event.leader,
                ladder=event.ladder,
                step=event.step,
            )


def _home(found: Sequence[Happening]) -> Iterator[Shown]:
    """Yield what a side paid at home for standing far ahead of the other."""
    for one in found:
        event = one.event
        if (
            isinstance(event, TrackMoved)
            and event.cause.slug == "exposure"
            and event.track == "support"
            and event.after < event.before
        ):
            yield Shown(
                "two-level-game",
                (one.number,),
                one.round,
                event.side,
                by=event.after - event.before,
            )


def _promises(evidence: Evidence) -> Iterator[Shown]:
    """Yield broken pledges, sites that verification found, and packages that held."""
    for pledge in evidence.pledges:
        if pledge.fate in {"broken", "broken-in-secret"}:
            yield Shown(
                "commitment-problem",
                pledge.rests,
                pledge.round,
                pledge.side,
                site=pledge.site,
                ladder=pledge.ladder,
            )
    for site in evidence.undeclared:
        if site.light == "verified":
            yield Shown("verification", site.rests, site.round, site.side, site=site.site)
    broken = {pledge.number for pledge in evidence.pledges if pledge.fate.startswith("broken")}
    for package in evidence.packages:
        held = not package.taken_back and package.answered not in broken
        if package.answer == "accepted" and held:
            yield Shown("arms-control", package.rests, package.round, package.side)


def _of_crises(crises: Sequence[Answered]) -> Iterator[Shown]:
    """Yield what the crises showed: the game that each was, the brink, the spiral."""
    for one in crises:
        concepts: list[ConceptSlug] = [one.type]
        if one.stances == (FIRM, FIRM) and one.tension > 0:
            concepts.append("spiral")
        if one.brink:
            concepts.append("brinkmanship")
        for concept in concepts:
            yield Shown(
                concept,
                (one.number,),
                one.round,
                crisis=one.crisis,
                site=one.site,
                stances=one.stances,
                by=one.tension,
            )


def _of_incidents(incidents: Sequence[Incident]) -> Iterator[Shown]:
    for one in incidents:
        if one.retaliations:
            yield Shown("noise", one.rests, one.round, crisis=one.crisis, stances=one.stances)


def _misperceptions(watchings: Sequence[Watching]) -> Iterator[Shown]:
    """Yield a round in which a careful watcher would have believed what was not so."""
    for watching in watchings:
        for belief in watching.beliefs:
            if belief.mandate != watching.truth and belief.chance >= _RESERVED:
                yield Shown(
                    "misperception",
                    (watching.chosen, belief.number),
                    belief.round,
                    watching.side,
                    mandate=belief.mandate,
                )
                break
