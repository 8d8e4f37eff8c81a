"""Compiled answers to crises, and the cells of their matrices (rulebook 6)."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final, NamedTuple, TypeAlias

from game.content.numbers import Numbers
from game.content.specs import CellSpec
from game.content.vocabulary import STANCES, StanceName
from game.engine.fields import (
    ASSURANCE,
    CEILING,
    FIRM,
    INITIATIVE,
    OPEN,
    RECORD,
    SUPPORT,
)
from game.engine.position import Position

Rule: TypeAlias = Callable[[Position, int, int], None]
"""A compiled effect: position, owner's side, cause."""
Test: TypeAlias = Callable[[Position, int], bool]
"""A compiled condition: position, owner's side."""
Cell: TypeAlias = tuple[int, int, int, int, int, int]
"""Tension, Initiative towards NATO, Assurance of NATO and Russia, Support of both."""


class Response:
    """A compiled crisis response; the sums are of its own effects on the tracks."""

    __slots__ = (
        "action",
        "after",
        "assurance",
        "clears",
        "free",
        "initiative",
        "needs",
        "stance",
        "support",
        "tension",
    )

    def __init__(
        self,
        action: int,
        stance: int,
        needs: tuple[Test, ...],
        sums: tuple[int, int, tuple[int, int], int],
        after: tuple[Rule, ...],
        clears: bool,
    ) -> None:
        """Keep the parts: `sums` is Tension, Support, Assurance (own, other), Initiative."""
        self.action = action
        self.free = not needs and not clears
        self.stance = stance
        self.needs = needs
        self.tension, self.support, self.assurance, self.initiative = sums
        self.after = after
        self.clears = clears


Ends: TypeAlias = tuple[int, ...]
"""Where a track comes to stand: by what it would come to, which may be negative."""
Move: TypeAlias = tuple[int, Ends, int]
"""A track's field, where it comes to stand by where it stands, and the field of its ceiling
or 0."""
_FAR: Final = 128
"""More than anything can move a track."""
_HIGHEST: Final = 32
"""More than a track is long, in either direction."""


@cache
def ends(lowest: int, highest: int) -> Ends:
    """Return the ends of a track; hot: what a tuple holds needs no comparing."""
    rising = [min(highest, level) for level in range(_FAR)]
    return tuple(rising + [max(lowest, level) for level in range(-_FAR, 0)])


@cache
def calm(n: Numbers, by: int) -> Ends:
    """Return the ends of Tension, which moves by so much: it rises to a limit only (6.9)."""
    if by <= 0:
        return ends(0, n.track_max)
    return tuple(
        level if level <= n.lone_limit else max(n.lone_limit, level - by)
        for level in range(_FAR)
    )


def move(place: int, by: int, track: Ends) -> Move:
    """Return how a track is moved; Assurance rises to its ceiling only (1.3)."""
    rises = ASSURANCE <= place <= ASSURANCE + 1 and by > 0
    return place, _moved(by, track), CEILING - ASSURANCE + place if rises else 0


@cache
def _moved(by: int, track: Ends) -> Ends:
    """Return where a track comes to stand, by where it stands, which may be below 0."""
    levels = (*range(_HIGHEST), *range(-_HIGHEST, 0))
    return tuple(track[level + by] for level in levels)


class Settlement(NamedTuple):
    """What two answers do together: the sums of their cell and of both responses.

    Attributes:
        moves: of tracks, Tension apart, where they are not 0.
        notes: how both stances are noted: record, full count, one more, as last act.
        blames: by starter, how far Initiative moves towards NATO if it was firm.
        after: what follows, each with its side.
    """

    tension: int
    both_firm: bool
    both_open: bool
    moves: tuple[Move, ...]
    stances: tuple[int, int]
    notes: tuple[tuple[int, int, int, int], ...]
    blames: tuple[int, int, int]
    after: tuple[tuple[int, Rule], ...]


def settlement(n: Numbers, cell: Cell, nato: Response, russia: Response) -> Settlement:
    """Return what two answers do together in a cell."""
    levels = ends(0, n.track_max)
    sums = (
        (ASSURANCE, cell[2] + nato.assurance[0] + russia.assurance[1], levels),
        (ASSURANCE + 1, cell[3] + russia.assurance[0] + nato.assurance[1], levels),
        (SUPPORT, cell[4] + nato.support, levels),
        (SUPPORT + 1, cell[5] + russia.support, levels),
        (
            INITIATIVE,
            cell[1] + nato.initiative - russia.initiative,
            ends(-n.initiative_max, n.initiative_max),
        ),
    )
    stances = (nato.stance, russia.stance)
    return Settlement(
        cell[0] + nato.tension + russia.tension,
        nato.stance == russia.stance == FIRM,
        nato.stance == russia.stance == OPEN,
        tuple(move(*each) for each in sums if each[1]),
        stances,
        tuple(
            (RECORD + side, 63 << 6 * stance, 1 << 6 * stance, stance + 1 << 18)
            for side, stance in enumerate(stances)
        ),
        (
            n.starter_initiative if nato.stance == FIRM else 0,
            -n.starter_initiative if russia.stance == FIRM else 0,
            0,
        ),
        tuple((side, rule) for side, r in enumerate((nato, russia)) for rule in r.after),
    )


def cell_of(cells: Mapping[str, CellSpec], nato: StanceName, russia: StanceName) -> Cell:
    """Return one cell as Tension, Initiative, Assurance N and R, Support N and R."""
    if STANCES.index(nato) > STANCES.index(russia):
        tension, initiative, *pairs = cell_of(cells, russia, nato)
        return tension, -initiative, pairs[1], pairs[0], pairs[3], pairs[2]
    cell = cells[f"{nato}-{russia}"]
    if nato == russia:
        assurance, support = cell.firmer_assurance, cell.firmer_support
        return cell.tension, 0, assurance, assurance, support, support
    return (
        cell.tension,
        cell.initiative,
        cell.firmer_assurance,
        cell.other_assurance,
        cell.firmer_support,
        cell.other_support,
    )
