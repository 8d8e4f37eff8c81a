"""The widgets of a screen together: who gets an event, who has the focus, what is hinted."""

from collections.abc import Iterator
from typing import Final

import pygame
from pygame import Rect

from game.ui.theme import PAPER_THEME, Theme
from game.ui.widgets import inspection
from game.ui.widgets.cursor import point_with
from game.ui.widgets.display_list import DisplayList
from game.ui.widgets.intent import HANDLED, Intent
from game.ui.widgets.keys import arrow, is_key
from game.ui.widgets.ring import FocusRing
from game.ui.widgets.steering import distance
from game.ui.widgets.tooltip import draw_tooltip
from game.ui.widgets.widget import Hint, Widget

LEFT_BUTTON: Final = 1
"""A turn of the wheel also arrives as button 4 or 5: only this one clicks."""

_MOUSE: Final = (
    pygame.MOUSEMOTION,
    pygame.MOUSEBUTTONDOWN,
    pygame.MOUSEBUTTONUP,
)


class Tree:
    """Passes events down to widgets and intents up; keeps focus, hover and tooltip.

    Attributes:
        ring_shown: Whether the focus is drawn: from the first key on, for good.
        pinned: The widget whose tooltip stays until I is pressed again.
    """

    def __init__(self, root: Widget) -> None:
        self.root = root
        self.focused: Widget | None = None
        self.hovered: Widget | None = None
        self.ring_shown = False
        self.pinned: Widget | None = None
        self.tooltip_delay = PAPER_THEME.hint_delay
        self._captured: Widget | None = None
        self._pointer: tuple[int, int] = (-1, -1)
        self._rested = 0.0
        self._by_key = False
        self._lively: list[Widget] | None = None
        self._listed: DisplayList | None = None
        self._ring = FocusRing()

    def walk(self) -> Iterator[Widget]:
        """Yield every visible widget in reading order."""
        return self.root.walk()

    def find(self, ident: str) -> Widget | None:
        """Return the visible widget of an id."""
        return next((widget for widget in self.walk() if widget.id == ident), None)

    def dump(self) -> str:
        """Return the screen as text: one widget a line, indented by depth."""
        return inspection.dump(self.root)

    def problems(self, theme: Theme, window: Rect) -> list[str]:
        """Return what overflows or overlaps, in words; empty when all is well."""
        return inspection.problems(self.root, theme, window)

    def focus(self, ident: str) -> None:
        """Give the focus to the widget of an id, if there is one that takes it."""
        widget = self.find(ident)
        if widget is not None and widget.focusable:
            self._give_focus(widget)

    def follow(self, earlier: "Tree") -> None:
        """Go on where an earlier tree of the same screen was: pointer, focus, ring."""
        self.ring_shown = earlier.ring_shown
        self._pointer = earlier._pointer
        self._by_key = earlier._by_key
        path = self._path(self._pointer) if self._pointer != (-1, -1) else []
        self._hover(path[-1] if path else None)
        if earlier.focused is not None and earlier.focused.id:
            self.focus(earlier.focused.id)
            if self.focused is not None and self.focused.id == earlier.focused.id:
                self._ring = earlier._ring
        if earlier.hovered is not None and self.hovered is not None:
            self.hovered.go_on(earlier.hovered)

    def handle(self, event: pygame.event.Event) -> Intent | None:
        """Return what was wanted; ``HANDLED`` if the event was used up here."""
        self._lively = None
        if event.type in _MOUSE:
            return self._mouse(event)
        if event.type == pygame.MOUSEWHEEL:
            return self._offer(self.hovered or self.root, event)
        if event.type == pygame.KEYDOWN:
            return self._key(event)
        if event.type in (pygame.KEYUP, pygame.TEXTINPUT, pygame.TEXTEDITING):
            return self._offer(self.focused, event) or self._release(event)
        if event.type == pygame.WINDOWLEAVE:
            self._hover(None)
        return None

    def update(self, seconds: float, theme: Theme) -> list[Intent]:
        """Let time pass for every widget and return what came of it."""
        self._rested += seconds
        self._ring.advance(seconds, theme)
        self.tooltip_delay = theme.hint_delay
        found = ((widget, widget.update(seconds, theme)) for widget in self._moving_kind())
        intents = [self._raised(widget, intent) for widget, intent in found if intent]
        return [intent for intent in intents if intent is not None]

    def wake(self) -> float | None:
        """Return in how many seconds something changes by itself, if anything does."""
        times = [widget.wake() for widget in self._moving_kind()]
        times.append(0.0 if self._ring_moves() else None)
        if self._hint_of(self.hovered) and self._rested < self.tooltip_delay:
            times.append(self.tooltip_delay - self._rested)
        return min((time for time in times if time is not None), default=None)

    def due(self, seconds: float) -> list[Rect]:
        """Return where widgets will change by themselves within a time."""
        times = ((widget, widget.wake()) for widget in self._moving_kind())
        due = [widget for widget, time in times if time is not None and time <= seconds]
        if self.focused is not None and self._ring_moves():
            due.append(self.focused)
        return [widget.touched for widget in due]

    def draw(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw all widgets, then the focus ring, then the tooltip.

        Where only a part of the target may be drawn on, only what lies there is painted.
        """
        part = target.get_clip()
        if part != target.get_rect() and self._listed is not None:
            self._listed.draw(target, part)
        else:
            self._forget_what_has_gone()
            self._lively = None
            self.root.draw(target, theme)
            self._listed = DisplayList(self.root, theme)
        if self.ring_shown and self.focused is not None:
            before = target.get_clip()
            target.set_clip(self._clip_of(self.focused, theme, before))
            self._ring.paint(target, theme, self.focused.focus_rect)
            target.set_clip(before)
        shown = self.hinting()
        if shown is not None:
            widget, hint = shown
            draw_tooltip(target, theme, widget.rect, hint)

    def hinting(self) -> tuple[Widget, Hint] | None:
        """Return the widget whose tooltip is shown now, and what it says."""
        for widget in (self.pinned, self._asked()):
            hint = self._hint_of(widget)
            if widget is not None and hint is not None:
                return widget, hint
        return None

    @property
    def asked_rule(self) -> str:
        """Return the paragraph of the rulebook about what is pointed at; empty without one."""
        widget = self.pinned or (self.focused if self._by_key else self.hovered)
        hint = self._hint_of(widget)
        return "" if hint is None else hint.rule

    def move_focus(self, steps: int) -> None:
        """Move the focus on in reading order, round and round."""
        order = [widget for widget in self.walk() if widget.focusable]
        if not order:
            return
        if self.focused in order:
            place = (order.index(self.focused) + steps) % len(order)
        else:
            place = 0 if steps > 0 else len(order) - 1
        self._give_focus(order[place])

    def steer_focus(self, across: int, down: int) -> bool:
        """Move the focus to the nearest widget in a direction; return whether there is one."""
        if self.focused is None:
            self.move_focus(1)
            return self.focused is not None
        start = self.focused.rect
        found = [
            (far, number, widget)
            for number, widget in enumerate(self.walk())
            if widget.focusable and widget is not self.focused
            if (far := distance(start, widget.rect, across, down)) is not None
        ]
        if not found:
            return False
        self._give_focus(min(found)[2])
        return True

    def _key(self, event: pygame.event.Event) -> Intent | None:
        self.ring_shown = True
        self._by_key = True
        intent = self._offer(self.focused, event)
        if intent is not None:
            return intent
        if is_key(event, "Tab"):
            self.move_focus(-1 if getattr(event, "mod", 0) & pygame.KMOD_SHIFT else 1)
            return HANDLED
        step = arrow(event)
        if step is not None and self.steer_focus(*step):
            return HANDLED
        return self._shortcut(event) or self._pin(event)

    def _shortcut(self, event: pygame.event.Event) -> Intent | None:
        for widget in self.walk():
            if widget.shortcut and is_key(event, widget.shortcut):
                if widget.focusable:
                    self._give_focus(widget)
                intent = widget.handle(event) or widget.press() or HANDLED
                return self._raised(widget, intent)
        return None

    def _pin(self, event: pygame.event.Event) -> Intent | None:
        """Keep the tooltip that is shown, or let it go."""
        if not is_key(event, "I"):
            return None
        shown = None if self.pinned else self.hinting()
        if shown is None and self.pinned is None:
            return None
        self.pinned = shown[0] if shown else None
        return HANDLED

    def _moving_kind(self) -> list[Widget]:
        """Return the widgets that may change by themselves; kept while only time passes."""
        if self._lively is None:
            self._forget_what_has_gone()
            self._lively = [widget for widget in self.walk() if widget.lively]
        return self._lively

    def _ring_moves(self) -> bool:
        """Return whether the ring that is drawn is still on its way."""
        return self.ring_shown and self.focused is not None and self._ring.moving

    def _asked(self) -> Widget | None:
        """Return what the player points at, by the last means used: keys or mouse."""
        if self._by_key:
            return self.focused
        return self.hovered if self._rested >= self.tooltip_delay else None

    def let_go(self) -> None:
        """Let go of what is held, without its acting: it won't see the hand go up."""
        self._captured = None
        for widget in self.walk():
            widget.pressed = False

    def _release(self, event: pygame.event.Event) -> Intent | None:
        """Tell a held widget that a key went up, even when the focus is elsewhere."""
        if event.type != pygame.KEYUP:
            return None
        for widget in self.walk():
            if widget.pressed:
                return self._offer(widget, event)
        return None

    def _mouse(self, event: pygame.event.Event) -> Intent | None:
        self._pointer = event.pos
        self._by_key = False
        path = self._path(event.pos)
        over = path[-1] if path else None
        if event.type == pygame.MOUSEMOTION:
            point_with(pygame.SYSTEM_CURSOR_ARROW if over is None else over.cursor)
            self._hover(over)
            return self._offer(self._captured or over, event)
        if event.button != LEFT_BUTTON:
            return None
        if event.type == pygame.MOUSEBUTTONDOWN:
            self._rested = 0.0
            self._captured = over
            focusable = next((widget for widget in reversed(path) if widget.focusable), None)
            if focusable is not None:
                self._give_focus(focusable)
            return self._offer(over, event)
        captured, self._captured = self._captured, None
        return self._offer(captured or over, event)

    def _offer(self, widget: Widget | None, event: pygame.event.Event) -> Intent | None:
        """Offer an event to a widget, then to what it lies in."""
        if widget is None:
            return None
        for one in reversed(self._ancestry(widget)):
            intent = one.handle(event)
            if intent is not None:
                return self._raised(one, intent)
        return None

    def _raised(self, widget: Widget, intent: Intent) -> Intent | None:
        """Return a widget's intent as what it lies in puts it."""
        raised: Intent | None = intent
        for around in reversed(self._ancestry(widget)[:-1]):
            if raised is None or raised is HANDLED:
                break
            raised = around.translate(raised)
        return raised

    def _path(self, at: tuple[int, int]) -> list[Widget]:
        """Return the widgets under a point from the root to the topmost one."""
        path: list[Widget] = []
        inside: Widget | None = self.root
        while inside is not None:
            path.append(inside)
            if inside.clips and not inside.rect.collidepoint(at):
                break
            inside = next(
                (
                    child
                    for child in reversed(inside.children)
                    if child.visible and _covers(child, at)
                ),
                None,
            )
        return path

    def _ancestry(self, widget: Widget) -> list[Widget]:
        """Return the widgets from the root to one of them."""

        def search(inside: Widget) -> list[Widget] | None:
            if inside is widget:
                return [inside]
            for child in inside.children:
                found = search(child)
                if found is not None:
                    return [inside, *found]
            return None

        return search(self.root) or [widget]

    def _give_focus(self, widget: Widget | None) -> None:
        if widget is self.focused:
            return
        for one, has_it in ((self.focused, False), (widget, True)):
            if one is not None:
                one.focused = has_it
                one.focus_changed()
        self.focused = widget
        self._ring.begin()
        if widget is not None:
            for around in self._ancestry(widget)[:-1]:
                reveal = getattr(around, "reveal", None)
                if reveal is not None:
                    reveal(widget.rect)

    def _hover(self, widget: Widget | None) -> None:
        if widget is self.hovered:
            return
        if self.hovered is not None:
            self.hovered.hovered = False
        self.hovered = widget
        self._rested = 0.0
        if widget is not None:
            widget.hovered = True

    def _forget_what_has_gone(self) -> None:
        """Drop focus and hover of widgets that are no longer on the screen."""
        present = set(map(id, self.walk()))
        if self.focused is not None and id(self.focused) not in present:
            self.focused.focused = False
            self.focused.focus_changed()
            self.focused = None
        if self.hovered is not None and id(self.hovered) not in present:
            self._hover(None)
        if self._captured is not None and id(self._captured) not in present:
            self._captured = None
        if self.pinned is not None and id(self.pinned) not in present:
            self.pinned = None

    def _hint_of(self, widget: Widget | None) -> Hint | None:
        if widget is None:
            return None
        return Hint(widget.why) if widget.barred else widget.hint

    def _clip_of(self, widget: Widget, theme: Theme, clip: Rect) -> Rect:
        for around in self._ancestry(widget)[:-1]:
            if around.clips:
                clip = theme.rect(around.rect.inflate(16, 16)).clip(clip)
        return clip


def _covers(widget: Widget, at: tuple[int, int]) -> bool:
    if widget.see_through:
        return False
    if widget.rect.collidepoint(at):
        return True
    return not widget.clips and any(
        _covers(child, at) for child in widget.children if child.visible
    )
