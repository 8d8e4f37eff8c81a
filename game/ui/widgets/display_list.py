"""The widgets of a screen in the order in which they are painted, to paint a part again.

A motion changes a few widgets a frame. Walking through all of them would cost more than
painting those few, so what can be seen is listed once and kept while nothing else changes.
"""

from collections.abc import Iterator

import pygame
from pygame import Rect

from game.ui.theme import Theme
from game.ui.widgets.widget import Widget


class DisplayList:
    """What is painted, from the lowest to the topmost, and where (real pixels)."""

    def __init__(self, root: Widget, theme: Theme) -> None:
        self.theme = theme
        self._painted: list[tuple[Widget, Rect | None]] = []
        self._rects: list[Rect] = []
        for widget, clip in _flat(root, theme, None):
            if not _paints(widget):
                continue
            rect = theme.rect(widget.rect.inflate(2 * widget.bleed, 2 * widget.bleed))
            self._painted.append((widget, clip))
            self._rects.append(rect if clip is None else rect.clip(clip))

    def draw(self, target: pygame.Surface, part: Rect) -> None:
        """Paint again what lies in a part of the screen (real pixels)."""
        for place in part.collidelistall(self._rects):
            widget, clip = self._painted[place]
            if clip is not None:
                target.set_clip(clip.clip(part))
            if _is_leaf(widget):
                widget.draw(target, self.theme)
            else:
                widget.paint(target, self.theme)
            if clip is not None:
                target.set_clip(part)


def _flat(
    widget: Widget, theme: Theme, clip: Rect | None
) -> Iterator[tuple[Widget, Rect | None]]:
    """Yield a widget and what is visible inside it, each with where it is cut."""
    if not widget.visible:
        return
    yield widget, clip
    if _is_leaf(widget):
        return
    if widget.clips:
        inside = theme.rect(widget.rect)
        clip = inside if clip is None else inside.clip(clip)
    for child in widget.children:
        yield from _flat(child, theme, clip)


def _paints(widget: Widget) -> bool:
    """Return whether a widget paints anything itself."""
    return _is_leaf(widget) or type(widget).paint is not Widget.paint


def _is_leaf(widget: Widget) -> bool:
    """Return whether a widget draws what is in it in a way of its own."""
    return type(widget).draw is not Widget.draw
