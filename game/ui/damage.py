"""Which part of a screen has to be drawn again: nothing, some rectangles, or everything."""

from collections.abc import Iterable

from pygame import Rect


class Damage:
    """Logical rectangles that no longer show what they should."""

    def __init__(self) -> None:
        self._whole = True
        self._parts: list[Rect] = []

    def whole(self) -> None:
        """Note that anything may have changed."""
        self._whole = True

    def add(self, parts: Iterable[Rect]) -> None:
        """Note that these parts have changed."""
        if not self._whole:
            self._parts += parts

    def take(self) -> list[Rect] | None:
        """Return the parts to draw again, `None` for everything; from now on nothing is."""
        parts = None if self._whole else joined(self._parts)
        self._whole = False
        self._parts = []
        return parts


def joined(rects: Iterable[Rect]) -> list[Rect]:
    """Return rectangles that cover the same and don't overlap one another."""
    apart: list[Rect] = []
    for rect in rects:
        grown = rect
        while (place := grown.collidelist(apart)) >= 0:
            grown = grown.union(apart.pop(place))
        apart.append(grown)
    return apart
