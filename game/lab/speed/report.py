"""What the readings came to: medians of the rounds' ratios."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from statistics import median, quantiles
from typing import Any, Literal, TypeAlias

from game.lab.speed.machine import Machine
from game.lab.speed.measure import Reading
from game.lab.speed.row import Loop, Measure, Row

Scale: TypeAlias = Literal["times", "turns"]
"""`times`: what the peer's costs over what ours costs, more is better. `turns`: turns of
the floor loop that ours costs, less is better."""

Readings: TypeAlias = Mapping[str, Sequence[Reading]]
"""A row's readings, round by round, by the loop's name."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What one unit cost one contestant: the median of the rounds and their middle half.

    Attributes:
        cost: Seconds of processor time, or bytes.
    """

    who: str
    unit: str
    cost: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Ratio:
    """One unit of ours against one of a peer's: the median of the rounds' ratios."""

    unit: str
    peer: str
    peer_unit: str
    scale: Scale
    median: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class RowReport:
    """One row.

    Attributes:
        rounds: How many readings each contestant has.
        includes: What each contestant's figures include, by its name.
    """

    name: str
    title: str
    measure: Measure
    rounds: int
    figures: tuple[Figure, ...]
    ratios: tuple[Ratio, ...]
    includes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Report:
    """A whole bench.

    Attributes:
        seconds: How long it took, by the processor's time of this process.
        peers: Version of each library that took part.
        absent: What could not take part, and why.
    """

    machine: Machine
    scenario: str
    rounds: int
    seconds: float
    rows: tuple[RowReport, ...]
    peers: dict[str, str] = field(default_factory=dict)
    absent: dict[str, str] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """Return it as what JSON can say."""
        return asdict(self)


def row_report(row: Row, loops: Sequence[Loop], readings: Readings) -> RowReport:
    """Return what a row's readings came to, for the contestants that took part."""
    return RowReport(
        name=row.name,
        title=row.title,
        measure=row.measure,
        rounds=len(readings[row.own.name]),
        figures=tuple(figure for loop in loops for figure in _figures(loop, readings)),
        ratios=tuple(
            ratio
            for loop in loops
            if loop is not row.own
            for ratio in _ratios(row, loop, readings)
        ),
        includes={loop.name: loop.includes for loop in loops},
    )


def _figures(loop: Loop, readings: Readings) -> Iterator[Figure]:
    """Yield what each unit cost a contestant."""
    series = readings[loop.name]
    for unit in series[0]:
        yield Figure(loop.name, unit, *_middle([reading[unit] for reading in series]))


def _ratios(row: Row, peer: Loop, readings: Readings) -> Iterator[Ratio]:
    """Yield the ratio of each of our units to a peer's, round by round."""
    own, theirs = readings[row.own.name], readings[peer.name]
    for unit in own[0]:
        peer_unit = _counterpart(unit, theirs[0])
        if peer_unit is None:
            continue
        pairs = [(a[unit], b[peer_unit]) for a, b in zip(own, theirs, strict=True)]
        if peer.kind == "floor":
            scale: Scale = "turns"
            ratios = [ours / turn for ours, turn in pairs]
        else:
            scale = "times"
            ratios = [cost / ours for ours, cost in pairs]
        yield Ratio(unit, peer.name, peer_unit, scale, *_middle(ratios))


def _counterpart(unit: str, theirs: Reading) -> str | None:
    """Return the unit that ours is set against: the same, or the only one there is."""
    if unit in theirs:
        return unit
    return next(iter(theirs)) if len(theirs) == 1 else None


def _middle(values: Sequence[float]) -> tuple[float, float, float]:
    """Return the median and the two quartiles."""
    if len(values) == 1:
        return values[0], values[0], values[0]
    low, _, high = quantiles(values, n=4, method="inclusive")
    return median(values), low, high
