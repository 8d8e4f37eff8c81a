"""Compiled answers to crises, and the cells of their matrices (rulebook 6)."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from game.content.specs import CellSpec
from game.content.vocabulary import STANCES, StanceName
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
