"""Where a note stands: beside what it speaks of, over as little as possible of the rest."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Final

from pygame import Rect

from game.ui.tutorial.note import REACH

WIDE: Final = 318
MARGIN: Final = 8
_STEPS: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Where along the side of what is pointed at the note may stand, as shares."""
_NAMED: Final = 40
"""How much more it weighs to cover something that the note names."""
_POINTED_AT: Final = 200
"""How much more it weighs to cover what it points at."""
_FAR: Final = 1.6
"""What a pixel of distance weighs, in square pixels of cover for each pixel of height."""


def place_for(
    size: tuple[int, int],
    window: Rect,
    about: Rect,
    named: Sequence[Rect],
    busy: Sequence[Rect],
) -> Rect:
    """Return the best place for a note.

    Args:
        size: Its own.
        window: All the room there is.
        about: What it points at.
        named: What it names besides.
        busy: What can be pressed or must be read now.
    """
    free = window.inflate(-2 * MARGIN, -2 * MARGIN)
    places = [*_beside(size, about), *_inside(size, free)]
    return min(
        (place.clamp(free) for place in places),
        key=lambda place: _cost(place, about, named, busy),
    )


def _beside(size: tuple[int, int], about: Rect) -> Iterator[Rect]:
    """Yield places on each of the four sides."""
    wide, high = size
    for share in _STEPS:
        down = about.top + round(share * (about.height - high))
        across = about.left + round(share * (about.width - wide))
        yield Rect(about.right + REACH, down, wide, high)
        yield Rect(about.left - REACH - wide, down, wide, high)
        yield Rect(across, about.bottom + REACH, wide, high)
        yield Rect(across, about.top - REACH - high, wide, high)


def _inside(size: tuple[int, int], free: Rect) -> Iterator[Rect]:
    """Yield places all over the window, for what leaves no room beside it."""
    wide, high = size
    for down, across in product(_STEPS, _STEPS):
        left = free.left + round(across * (free.width - wide))
        top = free.top + round(down * (free.height - high))
        yield Rect(left, top, wide, high)


def _cost(place: Rect, about: Rect, named: Sequence[Rect], busy: Sequence[Rect]) -> float:
    cost = float(_covered(place, busy))
    cost += _NAMED * _covered(place, named)
    cost += _POINTED_AT * _covered(place, [about])
    apart = max(
        place.left - about.right,
        about.left - place.right,
        place.top - about.bottom,
        about.top - place.bottom,
    )
    return cost + _FAR * place.height * max(0, apart - REACH)


def _covered(place: Rect, rects: Iterable[Rect]) -> int:
    """Return how many square pixels of some rectangles a place covers."""
    parts = (place.clip(rect) for rect in rects)
    return sum(part.width * part.height for part in parts)
