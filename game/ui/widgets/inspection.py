"""A screen as text, and what is wrong with its layout: for tests and for debugging."""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from pygame import Rect

from game.ui.theme import Theme
from game.ui.widgets.widget import Widget

_TOUCH: Final = 2
"""Pixels by which neighbours may overlap, because edges are shared."""
_EVERYWHERE: Final = Rect(-100_000, -100_000, 200_000, 200_000)


def dump(widget: Widget, depth: int = 0) -> str:
    """Return one line for each visible widget: kind, id, rectangle, state, words."""
    return "\n".join(_lines(widget, depth))


def problems(root: Widget, theme: Theme, window: Rect) -> list[str]:
    """Return in words every text without room, every overlap and what leaves the window."""
    found = list(_misfits(root, theme, window))
    for (one, place), (other, room) in combinations(_solids(root, window), 2):
        shared = place.clip(room)
        if shared.width > _TOUCH and shared.height > _TOUCH:
            found.append(f"{_name(one)} and {_name(other)} overlap by {shared.size}")
    return found


def _lines(widget: Widget, depth: int) -> Iterator[str]:
    if not widget.visible:
        return
    name = type(widget).__name__ + (f"#{widget.id}" if widget.id else "")
    place = "{},{} {}x{}".format(*widget.rect)
    states = [
        word
        for word in ("focused", "hovered", "pressed", "selected", "barred")
        if getattr(widget, word, False)
    ]
    words = widget.says()
    parts = [name, place, *states, *([f'"{words}"'] if words else [])]
    yield "  " * depth + " ".join(parts)
    for child in widget.children:
        yield from _lines(child, depth + 1)


def _misfits(widget: Widget, theme: Theme, room: Rect) -> Iterator[str]:
    """Yield what has less room than it needs, or lies outside of what holds it."""
    if not widget.visible:
        return
    if widget.rect.size != (0, 0) and not room.contains(widget.rect):
        yield f"{_name(widget)} at {tuple(widget.rect)} leaves {tuple(room)}"
    wide, high = widget.least(theme)
    if wide > widget.rect.width or high > widget.rect.height:
        yield f"{_name(widget)} needs {wide} x {high}, has {widget.rect.size}"
    for child in widget.children:
        yield from _misfits(child, theme, _EVERYWHERE if widget.clips else room)


def _solids(widget: Widget, seen: Rect) -> Iterator[tuple[Widget, Rect]]:
    """Yield what must not be covered, with the part of it that can be seen."""
    if not widget.visible:
        return
    if widget.clips:
        seen = seen.clip(widget.rect)
    if not widget.backdrop and not widget.clips:
        yield widget, seen.clip(widget.rect)
        return
    for child in widget.children:
        yield from _solids(child, seen)


def _name(widget: Widget) -> str:
    words = widget.says()
    label = widget.id or (f'"{words[:30]}"' if words else "")
    return f"{type(widget).__name__} {label}".strip()
