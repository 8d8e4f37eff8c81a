"""Tables about steps: which are next, and which are within reach (rulebook 2.1 to 2.6).

A set of steps is a mask of 16 bits, `4 * ladder + step - 1`; so what prerequisites, gates,
Support and suspensions leave open is one *and* of masks.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from game.engine.world import World

TAKEN_SHIFT: Final = 16
"""Above the steps: the ladders on which the side has taken a step."""
STEP_BITS: Final = (1 << TAKEN_SHIFT) - 1
_TAKEN_BITS: Final = 15 << TAKEN_SHIFT
_TOP: Final = 4
NO_BLOCK: Final = 9
"""A lowest blocked step that is above all steps."""
_LIMIT: Final = 1 << 14
"""Entries of a table after which it is emptied, so that long runs don't grow."""

Within: TypeAlias = tuple[tuple[int, ...], ...]
"""Steps by the Assurance and the Support that a side has; the ladders taken are all in."""


class TakenSteps(dict[int, int]):
    """The steps that a side has taken, by its packed steps."""

    def __missing__(self, packed: int) -> int:
        """Make and keep the mask."""
        mask = sum((1 << (packed >> 3 * ladder & 7)) - 1 << 4 * ladder for ladder in range(4))
        self[packed] = mask
        return mask


class OpenLadders(dict[int, int]):
    """The ladders that have a step in a mask of steps."""

    def __missing__(self, steps: int) -> int:
        """Make and keep the ladders of a mask."""
        mask = sum((steps >> 4 * ladder & 15 > 0) << ladder for ladder in range(4))
        self[steps] = mask
        return mask


class MetSteps(dict[int, int]):
    """The steps whose prerequisites are met, by the steps that both sides have taken."""

    def __init__(self, joint_needed: Sequence[Sequence[tuple[int, int]]]) -> None:
        """Remember by ladder and step which ladder's joint level it needs, and how high."""
        super().__init__()
        self._needs = [
            (1 << 4 * ladder + step - 1, (1 << joint) - 1 << 4 * other)
            for ladder, needed in enumerate(joint_needed)
            for step, (other, joint) in enumerate(needed)
            if step
        ]

    def __missing__(self, joint: int) -> int:
        """Make and keep the mask."""
        mask = sum(bit for bit, needed in self._needs if needed & joint == needed)
        self[joint] = mask
        return mask


class NextSteps(dict[int, int]):
    """A side's next steps whose prerequisites are met, and the ladders it has taken.

    By the packed steps of both sides, since a prerequisite is a joint level.
    """

    def __init__(self, met: MetSteps, side: int) -> None:
        """Remember what prerequisites come to."""
        super().__init__()
        self._met = met
        self._side = side

    def __missing__(self, packed: int) -> int:
        """Make and keep the masks of packed steps."""
        if len(self) >= _LIMIT:
            self.clear()
        nato = TAKEN_STEPS[packed & 0xFFF]
        russia = TAKEN_STEPS[packed >> 12]
        own = russia if self._side else nato
        following = (own << 1 & 0xEEEE | 0x1111) & ~own
        found = following & self._met[nato & russia] | OPEN_LADDERS[own] << TAKEN_SHIFT
        self[packed] = found
        return found


TAKEN_STEPS: Final = TakenSteps()
OPEN_LADDERS: Final = OpenLadders()


class Withins(dict[tuple[int, ...], Within]):
    """The steps within their gates and the Support that they need.

    By what is added to each ladder's gates, then by each ladder's lowest blocked step: from
    that on, a step needs the Support of a side that breaks its block (8.9).
    """

    def __init__(self, world: "World") -> None:
        """Remember the world's gates and needs."""
        super().__init__()
        self._world = world

    def __missing__(self, moves: tuple[int, ...]) -> Within:
        """Make and keep the steps within reach."""
        found = self[moves] = _within(self._world, moves[:4], moves[4:])
        return found


UNMOVED: Final = (0,) * 4 + (NO_BLOCK,) * 4
"""No gate is moved, no step is blocked."""


def _within(world: "World", moved: Sequence[int], blocks: Sequence[int]) -> Within:
    """Return the steps within reach by Assurance and Support."""
    levels = range(world.track_max + 1)
    breaks = world.numbers.break_needs
    needed = {
        4 * ladder + step - 1: (
            world.gates[step] + moved[ladder],
            max(world.step_support[ladder][step], breaks if step >= blocks[ladder] else 0),
        )
        for ladder in range(4)
        for step in range(1, _TOP + 1)
    }
    by_gate = [
        _mask(bit for bit, (gate, _) in needed.items() if level >= gate) for level in levels
    ]
    by_support = [
        _mask(bit for bit, (_, least) in needed.items() if level >= least) for level in levels
    ]
    return tuple(
        tuple(_TAKEN_BITS | gated & helped for helped in by_support) for gated in by_gate
    )


def _mask(bits: Iterable[int]) -> int:
    """Return the mask of some bits."""
    return sum(1 << bit for bit in bits)
