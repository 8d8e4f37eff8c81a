"""A class's results: every table's match beside the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

from game.teach.crises import Answered
from game.teach.debrief import Debrief, debrief
from game.teach.gathering import Gathered, Skipped

CrisisAt: TypeAlias = tuple[str, str | None]
"""A crisis, with the site that called it if one did."""


@dataclass(frozen=True, slots=True)
class TableResult:
    """One table's match.

    Attributes:
        name: What the report calls it.
        deal: Which deal it played, from 1; tables of one deal began alike.
        debrief: What was found.
        lost: Bytes of its file that were damaged and left out.
    """

    name: str
    deal: int
    debrief: Debrief
    lost: int

    @property
    def hottest(self) -> int:
        """The highest Tension there was."""
        start = self.debrief.scenario.tension
        return max([start, *(move.after for move in self.debrief.tension)])

    @property
    def joint(self) -> int:
        """The sum of joint levels as it stands or ended."""
        steps = self.debrief.course.truth.view(0).steps
        return sum(min(nato, russia) for nato, russia in zip(*steps, strict=True))

    @property
    def agreed(self) -> int:
        """Packages that were agreed."""
        return sum(one.answer == "accepted" for one in self.debrief.packages)

    @property
    def broken(self) -> int:
        """Pledges that were broken, so far as they are told."""
        return sum(one.fate.startswith("broken") for one in self.debrief.pledges)

    @property
    def retaliations(self) -> int:
        """Firm answers given to accidents, so far as they are told."""
        return sum(len(one.retaliations) for one in self.debrief.incidents)


@dataclass(frozen=True, slots=True)
class Parting:
    """Where two tables of one deal parted.

    Attributes:
        tables: Their places in the class.
        number: The first entry that differs.
        apart: How far their outcomes lie apart, in utility of both sides.
    """

    tables: tuple[int, int]
    number: int
    apart: float


@dataclass(frozen=True, slots=True)
class ClassResults:
    """All tables of a class.

    Attributes:
        deals: How many different deals were played.
        skipped: Files that could not be used.
        partings: Pairs of tables of one deal whose matches are over, the furthest apart
            first.
    """

    tables: tuple[TableResult, ...]
    deals: int
    skipped: tuple[Skipped, ...]
    partings: tuple[Parting, ...]

    @property
    def over(self) -> tuple[TableResult, ...]:
        """Those whose match is over."""
        return tuple(one for one in self.tables if one.debrief.outcome is not None)

    def answers(self) -> dict[CrisisAt, list[tuple[TableResult, Answered]]]:
        """Return by crisis how the tables answered it, those met at two tables or more."""
        met: dict[CrisisAt, list[tuple[TableResult, Answered]]] = {}
        for table in self.tables:
            for one in table.debrief.crises:
                met.setdefault((one.crisis, one.site), []).append((table, one))
        return {
            crisis: answers
            for crisis, answers in met.items()
            if len({id(table) for table, _ in answers}) > 1
        }


def class_results(
    gathered: Gathered, names: Sequence[str], *, secrets: bool = False
) -> ClassResults:
    """Return the results of all matches that were gathered.

    Args:
        gathered: Matches, and what was skipped.
        names: What to call each table.
        secrets: Tell what is hidden in matches that go on.
    """
    deals: dict[tuple[str, str, int], int] = {}
    tables = []
    for name, match in zip(names, gathered.matches, strict=True):
        course = match.course
        deal = course.content.fingerprint, course.scenario, course.seed
        number = deals.setdefault(deal, len(deals) + 1)
        told = debrief(
            course,
            secrets=secrets,
            hints=match.hints,
            lesson=match.lesson,
            predictions=match.predictions,
        )
        tables.append(TableResult(name, number, told, match.lost))
    return ClassResults(tuple(tables), len(deals), gathered.skipped, _partings(tables))


def _partings(tables: Sequence[TableResult]) -> tuple[Parting, ...]:
    """Return the pairs of one deal, the furthest apart first."""
    pairs = []
    for (place, one), (other_place, other) in combinations(enumerate(tables), 2):
        first, second = one.debrief.outcome, other.debrief.outcome
        if one.deal != other.deal or first is None or second is None:
            continue
        number = _first_difference(one.debrief, other.debrief)
        if number is None:
            continue
        apart = sum(abs(a - b) for a, b in zip(first.utilities, second.utilities, strict=True))
        pairs.append(Parting((place, other_place), number, apart))
    return tuple(sorted(pairs, key=lambda pair: (-pair.apart, pair.tables)))


def _first_difference(one: Debrief, other: Debrief) -> int | None:
    """Return the first entry that two matches of one deal don't share."""
    pairs = zip(one.course.history, other.course.history, strict=False)
    for entry, other_entry in pairs:
        if entry.action != other_entry.action:
            return entry.number
    return None
