"""The debrief of a match: all that was found in its journal, with the entries it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.content.specs import ScenarioSpec
from game.engine import Outcome
from game.engine.events import CrisisSet, HandedOut
from game.match import Course, PublicPosition
from game.match.hints import Hint
from game.match.lesson_record import LessonItem
from game.match.predictions import Prediction
from game.match.public_position import positions_of
from game.match.seats import Seats, without_temperament
from game.teach.advised import AdviceTaken, advice_taken
from game.teach.beliefs import Watching, watchings
from game.teach.crises import Answered, Incident, answered_crises, incidents
from game.teach.happenings import Happening, happenings, rounds_of
from game.teach.hidden import UndeclaredSite, undeclared_sites
from game.teach.history import HistoryOfRound, history_of
from game.teach.ledger import (
    PackageRecord,
    PledgeRecord,
    empty_councils,
    packages,
    pledges,
)
from game.teach.manner import Manner, manners
from game.teach.predictions import Foretold, foretold
from game.teach.reachable import Reachable
from game.teach.review import Reviewed
from game.teach.shown import Evidence, Shown, shown_by
from game.teach.tension import DriverSum, TensionMove, by_driver, tension_moves
from game.teach.turning import TurningPoint, turning_points


@dataclass(frozen=True, slots=True)
class Debrief:
    """What can be said of a match.

    Attributes:
        secrets: Whether what was hidden is told: always once the match is over.
        found: What happened, secrets left out where they are not told.
        rounds: By entry, its round.
        positions: The public numbers at the start, after each round that is over, and at
            the end.
        review: Decisions looked at again; empty where nobody asked for that.
        reachable: Where the deal could end; `None` where nobody asked for that.
        lesson: What the facilitator of a lesson noted, counted and did, in order.
        predictions: Sealed predictions beside what came; none before the match is over.
    """

    course: Course
    secrets: bool
    found: tuple[Happening, ...]
    rounds: dict[int, int]
    positions: tuple[PublicPosition, ...]
    tension: tuple[TensionMove, ...]
    drivers: tuple[DriverSum, ...]
    packages: tuple[PackageRecord, ...]
    empty_councils: tuple[Happening, ...]
    pledges: tuple[PledgeRecord, ...]
    undeclared: tuple[UndeclaredSite, ...]
    crises: tuple[Answered, ...]
    incidents: tuple[Incident, ...]
    watchings: tuple[Watching, ...]
    turning: tuple[TurningPoint, ...]
    shown: tuple[Shown, ...]
    history: tuple[HistoryOfRound, ...]
    advice: tuple[AdviceTaken, ...]
    manners: tuple[Manner, ...]
    review: tuple[Reviewed, ...] = ()
    reachable: Reachable | None = None
    lesson: tuple[LessonItem, ...] = ()
    predictions: tuple[Foretold, ...] = ()

    @property
    def scenario(self) -> ScenarioSpec:
        """What was played."""
        return self.course.content.scenarios[self.course.scenario]

    @property
    def seats(self) -> Seats:
        """Who played; a temperament, which may be hidden, is a secret like any other."""
        nato, russia = self.course.seats
        if self.secrets:
            return nato, russia
        return without_temperament(nato), without_temperament(russia)

    @property
    def outcome(self) -> Outcome | None:
        """How it ended, or `None` while it goes on."""
        return self.course.outcome

    @property
    def end(self) -> int:
        """The number of the last entry."""
        return len(self.course.history)


def put_in(debrief: Debrief) -> tuple[Happening, ...]:
    """Return what a facilitator put into the match, with the entry after which."""
    kinds = (CrisisSet, HandedOut)
    return tuple(one for one in debrief.found if isinstance(one.event, kinds))


def debrief(
    course: Course,
    *,
    secrets: bool = False,
    hints: Sequence[Hint] = (),
    lesson: Sequence[LessonItem] = (),
    predictions: Sequence[Prediction] = (),
) -> Debrief:
    """Return what can be said of a match without search.

    Args:
        course: The match.
        secrets: Tell what is hidden even though the match goes on.
        hints: Advice that was shown, as the journal has it.
        lesson: What a facilitator did, as the journal has it.
        predictions: Those that stand, as the journal has them.
    """
    open_ = secrets or course.over
    found = happenings(course, secrets=open_)
    tension = tension_moves(course.content, found)
    evidence = Evidence(
        found=found,
        packages=packages(found),
        pledges=pledges(found),
        undeclared=undeclared_sites(found),
        crises=answered_crises(course.content, found),
        incidents=incidents(course, found, secrets=open_),
        watchings=watchings(course, found) if open_ else (),
    )
    return Debrief(
        course=course,
        secrets=open_,
        found=found,
        rounds=rounds_of(course),
        positions=positions_of(
            course.content.scenarios[course.scenario], (one.event for one in found)
        ),
        tension=tension,
        drivers=by_driver(tension),
        packages=tuple(evidence.packages),
        empty_councils=empty_councils(found),
        pledges=tuple(evidence.pledges),
        undeclared=tuple(evidence.undeclared),
        crises=tuple(evidence.crises),
        incidents=tuple(evidence.incidents),
        watchings=tuple(evidence.watchings),
        turning=turning_points(found),
        shown=shown_by(evidence),
        history=history_of(course.content, found),
        advice=advice_taken(course, hints) if open_ else (),
        manners=manners(course, found),
        lesson=tuple(lesson),
        predictions=foretold(predictions, evidence.crises, evidence.packages) if open_ else (),
    )
