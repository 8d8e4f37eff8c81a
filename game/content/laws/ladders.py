"""Laws of the four ladders and the four matrices (rulebook 2 and 6)."""

from collections.abc import Iterator

from game.content.errors import Problem
from game.content.laws.places import top_of
from game.content.specs import Content, LadderSpec
from game.content.vocabulary import CELLS, CRISIS_TYPES, LADDERS

_STEPS = 4


def broken_laws(content: Content) -> Iterator[Problem]:
    """Give what is wrong with ladders and matrices."""
    if tuple(content.ladders) != LADDERS:
        message = f"the ladders have to be {', '.join(LADDERS)}, in this order"
        yield Problem(top_of(content, "ladders.yaml"), message)
    for ladder in content.ladders.values():
        yield from _of_ladder(ladder)
    yield from _of_matrices(content)


def _of_ladder(ladder: LadderSpec) -> Iterator[Problem]:
    if len(ladder.steps) != _STEPS:
        message = f"{len(ladder.steps)} steps; a ladder has {_STEPS}"
        yield Problem(ladder.place, message)
    for number, step in enumerate(ladder.steps, start=1):
        if (step.needs_ladder is None) != (step.joint_needed == 0):
            message = f"step {number}: needs_ladder and joint_needed go together"
            yield Problem(ladder.place, message)
        if step.needs_ladder == ladder.slug:
            yield Problem(ladder.place, f"step {number} needs its own ladder")


def _of_matrices(content: Content) -> Iterator[Problem]:
    missing = [slug for slug in CRISIS_TYPES if slug not in content.matrices]
    if missing:
        message = f"no matrix for {', '.join(missing)}"
        yield Problem(top_of(content, "crises/matrices.yaml"), message)
    for matrix in content.matrices.values():
        if gaps := [cell for cell in CELLS if cell not in matrix.cells]:
            yield Problem(matrix.place, f"no cell {', '.join(gaps)}")
