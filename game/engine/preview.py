"""Previews: the known consequences of an action or package, before and after."""

from dataclasses import dataclass
from typing import TypeAlias

from game.engine import fields as f
from game.engine.play import ACTS
from game.engine.position import Entries, Position
from game.engine.rules import council, operations
from game.engine.scoring import coverage, deterrent, joint_level
from game.engine.world import World

Change: TypeAlias = tuple[int, int]
"""A number before and after."""


@dataclass(frozen=True, slots=True)
class Preview:
    """Numbers before and after, as the side that asks can know them; pairs NATO first."""

    tension: Change
    threat: Change
    initiative: Change
    door: Change
    assurance: tuple[Change, Change]
    support: tuple[Change, Change]
    coverage: Change
    deterrent: Change
    steps: tuple[tuple[Change, ...], tuple[Change, ...]]
    joint_levels: tuple[Change, ...]
    crisis: str | None
    """The crisis that this calls or opens, if it does."""


def preview_card(world: World, known: Entries, action: int, accepted: bool) -> Preview:
    """Return what a card's use would change at once; an offer answered as `accepted` says."""
    before = Position(world, known)
    after = Position(world, known[:])
    ACTS[known[f.MOVER]][action >> 16](after, action)
    if after.v[f.PENDING] == f.ANSWER_OFFER and known[f.PENDING] != f.ANSWER_OFFER:
        operations.answer_offer(after, accepted)
    return compare(before, after)


def preview_package(world: World, known: Entries, terms: tuple[int, ...]) -> Preview:
    """Return what an agreed package would change."""
    after = Position(world, known[:])
    council.carry_out(after, terms)
    return compare(Position(world, known), after)


def compare(before: Position, after: Position) -> Preview:
    """Return the numbers of two positions side by side."""
    v, w = before.v, after.v

    def change(field: int) -> Change:
        return v[field], w[field]

    return Preview(
        change(f.TENSION),
        change(f.THREAT),
        change(f.INITIATIVE),
        change(f.DOOR),
        (change(f.ASSURANCE), change(f.ASSURANCE + 1)),
        (change(f.SUPPORT), change(f.SUPPORT + 1)),
        (coverage(before), coverage(after)),
        (deterrent(before), deterrent(after)),
        (
            tuple(change(f.STEP + ladder) for ladder in range(4)),
            tuple(change(f.STEP + 4 + ladder) for ladder in range(4)),
        ),
        tuple((joint_level(before, ladder), joint_level(after, ladder)) for ladder in range(4)),
        _called(before, after),
    )


def _called(before: Position, after: Position) -> str | None:
    """Return the crisis that came between the two positions, or `None`."""
    v, w = before.v, after.v
    if w[f.OPENED] >= 0 and w[f.OPENED] != v[f.OPENED]:
        return after.world.crises[w[f.OPENED]].slug
    if w[f.CRISIS] >= 0 and w[f.FLAGS] & f.ESCALATED and not v[f.FLAGS] & f.ESCALATED:
        return after.world.crises[w[f.CRISIS]].slug
    return None
