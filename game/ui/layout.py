"""Cutting a rectangle into parts: pure functions on logical rectangles."""

from collections.abc import Sequence
from itertools import pairwise

from pygame import Rect


def cut_top(rect: Rect, size: int, gap: int = 0) -> tuple[Rect, Rect]:
    """Return the strip at the top and what is left below it."""
    return (
        Rect(rect.x, rect.y, rect.width, size),
        Rect(rect.x, rect.y + size + gap, rect.width, max(0, rect.height - size - gap)),
    )


def cut_bottom(rect: Rect, size: int, gap: int = 0) -> tuple[Rect, Rect]:
    """Return the strip at the bottom and what is left above it."""
    return (
        Rect(rect.x, rect.bottom - size, rect.width, size),
        Rect(rect.x, rect.y, rect.width, max(0, rect.height - size - gap)),
    )


def cut_left(rect: Rect, size: int, gap: int = 0) -> tuple[Rect, Rect]:
    """Return the strip at the left and what is left beside it."""
    return (
        Rect(rect.x, rect.y, size, rect.height),
        Rect(rect.x + size + gap, rect.y, max(0, rect.width - size - gap), rect.height),
    )


def cut_right(rect: Rect, size: int, gap: int = 0) -> tuple[Rect, Rect]:
    """Return the strip at the right and what is left beside it."""
    return (
        Rect(rect.right - size, rect.y, size, rect.height),
        Rect(rect.x, rect.y, max(0, rect.width - size - gap), rect.height),
    )


def inset(rect: Rect, by: int, down: int | None = None) -> Rect:
    """Return the rectangle made smaller on every side by ``by`` (``down`` above and below)."""
    return rect.inflate(-2 * by, -2 * (by if down is None else down))


def columns(rect: Rect, count: int, gap: int = 0) -> list[Rect]:
    """Return ``count`` equal columns from left to right that fill the rectangle."""
    edges = [round(part * (rect.width + gap) / count) for part in range(count + 1)]
    return [
        Rect(rect.x + left, rect.y, right - left - gap, rect.height)
        for left, right in pairwise(edges)
    ]


def rows(rect: Rect, count: int, gap: int = 0) -> list[Rect]:
    """Return ``count`` equal rows from top to bottom that fill the rectangle."""
    edges = [round(part * (rect.height + gap) / count) for part in range(count + 1)]
    return [
        Rect(rect.x, rect.y + top, rect.width, bottom - top - gap)
        for top, bottom in pairwise(edges)
    ]


def shares(rect: Rect, weights: Sequence[float], gap: int = 0) -> list[Rect]:
    """Return columns whose widths are in the proportion of ``weights``."""
    room = rect.width - gap * (len(weights) - 1)
    total = sum(weights)
    found: list[Rect] = []
    taken = 0.0
    for number, weight in enumerate(weights):
        left = round(taken * room / total)
        taken += weight
        right = round(taken * room / total)
        found.append(Rect(rect.x + left + gap * number, rect.y, right - left, rect.height))
    return found


def stack(rect: Rect, heights: Sequence[int], gap: int = 0) -> list[Rect]:
    """Return rectangles of the given heights below one another, from the top."""
    found: list[Rect] = []
    top = rect.y
    for height in heights:
        found.append(Rect(rect.x, top, rect.width, height))
        top += height + gap
    return found


def centred(rect: Rect, width: int, height: int) -> Rect:
    """Return a rectangle of a size in the middle of another."""
    return Rect(
        rect.x + (rect.width - width) // 2, rect.y + (rect.height - height) // 2, width, height
    )
