"""A window onto something taller than itself."""

from collections.abc import Container
from typing import Final

import pygame
from pygame import Rect

from game.ui.draw.frame import box
from game.ui.theme import Theme
from game.ui.widgets.intent import HANDLED, Intent
from game.ui.widgets.keys import is_key
from game.ui.widgets.widget import Widget

_WHEEL: Final = 48
_BAR: Final = 6
_BAR_LEAST: Final = 24
_BAR_ROOM: Final = 12


class ScrollArea(Widget):
    """Shows part of its content; wheel, arrow and page keys and the bar move it.

    Attributes:
        offset: Logical pixels of the content above the top edge.
        height: The height it wants in a column; none for that of its content.
    """

    clips = True

    def __init__(self, ident: str, content: Widget, *, height: int = 0) -> None:
        super().__init__(ident, [content])
        self.content = content
        self.height = height
        self.offset = 0
        self._height = 0
        self._theme: Theme | None = None
        self._grip: int | None = None

    @property
    def reach(self) -> int:
        """Return the largest offset."""
        return max(0, self._height - self.rect.height)

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height it was given, or that of all its content."""
        return self.height or self.content.measure(theme, room)

    def place(self, rect: Rect, theme: Theme) -> None:
        """Take a place and lay out the content as tall as it wants to be."""
        self.rect = rect.copy()
        self._theme = theme
        self._height = self.content.measure(theme, rect.width)
        if self._height > rect.height:
            self._height = self.content.measure(theme, rect.width - _BAR_ROOM)
        # The keyboard need not stop here where it can stop at something inside.
        within = any(widget.focusable for widget in self.content.walk())
        self.focusable = self.reach > 0 and not within
        self.scroll_to(self.offset)

    def scroll_to(self, offset: int) -> None:
        """Show the content from an offset, as far as there is any."""
        self.offset = max(0, min(self.reach, offset))
        wide = self.rect.width - (_BAR_ROOM if self.reach else 0)
        place = Rect(self.rect.x, self.rect.y - self.offset, wide, self._height)
        if self._theme is not None:
            self.content.place(place, self._theme)

    def reveal(self, rect: Rect) -> None:
        """Scroll as little as needed to show a rectangle of the content, or its beginning."""
        if rect.top < self.rect.top or rect.height > self.rect.height:
            self.scroll_to(self.offset - (self.rect.top - rect.top) - 8)
        elif rect.bottom > self.rect.bottom:
            self.scroll_to(self.offset + (rect.bottom - self.rect.bottom) + 8)

    def reveal_all(self, wanted: Container[str]) -> None:
        """Scroll as little as needed to show all widgets of these ids."""
        rects = [widget.rect for widget in self.content.walk() if widget.id in wanted]
        if rects:
            self.reveal(rects[0].unionall(rects[1:]))

    def handle(self, event: pygame.event.Event) -> Intent | None:
        """Scroll with the wheel, the keys and the bar."""
        if not self.reach:
            return None
        if event.type == pygame.MOUSEWHEEL:
            return self._by(-event.y * _WHEEL)
        if event.type == pygame.KEYDOWN:
            return self._key(event)
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            return self._grab(event.pos)
        if event.type == pygame.MOUSEMOTION and self._grip is not None:
            return self._drag(event.pos[1])
        if event.type == pygame.MOUSEBUTTONUP and self._grip is not None:
            self._grip = None
            return HANDLED
        return None

    def draw(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw what shows of the content, and the bar."""
        super().draw(target, theme)
        if self.visible and self.reach:
            held = self._grip is not None
            colour = theme.palette.ink_2 if held else theme.palette.ctl
            box(target, theme, self._bar(), colour, corner=_BAR // 2)

    def _by(self, distance: int) -> Intent | None:
        before = self.offset
        self.scroll_to(self.offset + distance)
        return HANDLED if self.offset != before else None

    def _key(self, event: pygame.event.Event) -> Intent | None:
        page = self.rect.height - _WHEEL
        pages = {pygame.K_PAGEUP: -page, pygame.K_PAGEDOWN: page}
        pages |= {pygame.K_HOME: -self.reach, pygame.K_END: self.reach}
        if event.key in pages:
            return self._by(pages[event.key]) or HANDLED
        if self.focused and is_key(event, "↓"):
            return self._by(_WHEEL)
        if self.focused and is_key(event, "↑"):
            return self._by(-_WHEEL)
        return None

    def _bar(self) -> Rect:
        high = max(_BAR_LEAST, self.rect.height * self.rect.height // max(1, self._height))
        top = self.rect.y + (self.rect.height - high) * self.offset // max(1, self.reach)
        return Rect(self.rect.right - _BAR, top, _BAR, high)

    def _grab(self, at: tuple[int, int]) -> Intent | None:
        if at[0] < self.rect.right - _BAR_ROOM:
            return None
        bar = self._bar()
        self._grip = at[1] - bar.y if bar.collidepoint(at) else bar.height // 2
        return self._drag(at[1])

    def _drag(self, y: int) -> Intent:
        free = max(1, self.rect.height - self._bar().height)
        top = y - (self._grip or 0) - self.rect.y
        self.scroll_to(round(top * self.reach / free))
        return HANDLED
