"""A screen as text, and what is wrong with its layout: for tests and for debugging."""

from collections.abc import Iterator
from itertools import combinations

from pygame import Rect

from game.ui.theme import Theme
from game.ui.widgets.widget import Widget

_TOUCH = 2
"""Pixels by which neighbours may overlap, because edges are shared."""


def dump(widget: Widget, depth: int = 0) -> str:
    """Return one line for each visible widget: kind, id, rectangle, state, words."""
    return "\n".join(_lines(widget, depth))


def problems(root: Widget, theme: Theme, window: Rect) -> list[str]:
    """Return in words every text without room, every overlap and what leaves the window."""
    found: list[str] = []
    _check(root, theme, window, found)
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


def _check(widget: Widget, theme: Theme, room: Rect, found: list[str]) -> None:
    if not widget.visible:
        return
    if not room.contains(widget.rect) and widget.rect.size != (0, 0):
        found.append(f"{_name(widget)} at {tuple(widget.rect)} leaves {tuple(room)}")
    wide, high = widget.least(theme)
    if wide > widget.rect.width or high > widget.rect.height:
        found.append(f"{_name(widget)} needs {wide} x {high}, has {widget.rect.size}")
    inside = Rect(-100_000, -100_000, 200_000, 200_000) if widget.clips else room
    for child in widget.children:
        _check(child, theme, inside, found)
    solid = [child for child in widget.children if child.visible and not child.backdrop]
    for one, other in combinations(solid, 2):
        shared = one.rect.clip(other.rect)
        if shared.width > _TOUCH and shared.height > _TOUCH:
            found.append(f"{_name(one)} and {_name(other)} overlap by {shared.size}")


def _name(widget: Widget) -> str:
    words = widget.says()
    label = widget.id or (f'"{words[:30]}"' if words else "")
    return f"{type(widget).__name__} {label}".strip()
