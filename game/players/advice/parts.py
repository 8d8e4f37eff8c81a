"""What each part of a change is worth: the evaluation with that part left out.

The position after a move is valued as it is, and once more with one part of it put back as
it was before. The difference is what the part is worth, in company with all the others. It
works with any evaluation, and asks nothing of it but its values.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from game.engine import fields as f
from game.engine.fields import SITES_A_SIDE
from game.engine.position import Entries, Position
from game.engine.scoring import score_of
from game.engine.world import SIDE_SITES
from game.players.advice.prospects import Prospect
from game.players.evaluation import evaluate_both

_SITE_SETS: Final = (f.DECLARED, f.HIDDEN, f.WORKING, f.HALTED)
_BITS: Final = 4
"""Bits a site in `BUILD`."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the position that a move changed.

    Attributes:
        name: `tension`, `support:0`, `ladder:2`, `sites:1` and the like.
        without: The position after the move, this part put back.
        own: What the part brings the side that moves, in utility.
        rival: What it brings the other side, whose mandate isn't known.
        tenths: What it adds to the own score now.
    """

    name: str
    prospect: Prospect
    without: Position
    own: float
    rival: float
    tenths: int


def changed_parts(prospect: Prospect, side: int) -> list[Part]:
    """Return every part that a move changes, with what it is worth to both sides."""
    mandate = prospect.before.v[f.MANDATE + side]
    whole = evaluate_both(prospect.after, side, mandate)
    points = score_of(prospect.after, side, mandate)
    found = []
    for name, put_back in _PARTS.items():
        without = Position(prospect.after.world, prospect.after.v[:])
        put_back(without.v, prospect.before.v)
        if without.v == prospect.after.v:
            continue
        own, rival = evaluate_both(without, side, mandate)
        tenths = points - score_of(without, side, mandate)
        found.append(Part(name, prospect, without, whole[0] - own, whole[1] - rival, tenths))
    return found


PutBack = Callable[[Entries, Entries], None]


def _places(places: Sequence[int]) -> PutBack:
    """Return what puts entries back as they were."""

    def put_back(after: Entries, before: Entries) -> None:
        for place in places:
            after[place] = before[place]

    return put_back


def _ladder(ladder: int) -> PutBack:
    """Return what puts both sides' steps on a ladder back."""

    def put_back(after: Entries, before: Entries) -> None:
        for place in (f.STEP + ladder, f.STEP + 4 + ladder):
            after[place] = before[place]
        after[f.JOINT_SUM] = sum(
            min(after[f.STEP + each], after[f.STEP + 4 + each]) for each in range(4)
        )

    return put_back


def _sites(side: int) -> PutBack:
    """Return what puts a side's sites back."""
    mask = SIDE_SITES[side]
    building = ((1 << _BITS * SITES_A_SIDE) - 1) << _BITS * SITES_A_SIDE * side

    def put_back(after: Entries, before: Entries) -> None:
        for place in _SITE_SETS:
            after[place] = after[place] & ~mask | before[place] & mask
        after[f.BUILD] = after[f.BUILD] & ~building | before[f.BUILD] & building

    return put_back


_PARTS: Final[dict[str, PutBack]] = {
    "tension": _places((f.TENSION,)),
    "threat": _places((f.THREAT,)),
    "door": _places((f.DOOR,)),
    "initiative": _places((f.INITIATIVE,)),
    **{f"assurance:{side}": _places((f.ASSURANCE + side,)) for side in (0, 1)},
    **{f"support:{side}": _places((f.SUPPORT + side,)) for side in (0, 1)},
    **{f"ladder:{ladder}": _ladder(ladder) for ladder in range(4)},
    **{f"sites:{side}": _sites(side) for side in (0, 1)},
    "lasting": _places((f.LASTING, f.FRESH)),
}
