"""A field to type one line into."""

from typing import Final

import pygame
from pygame import Rect

from game.ui import text
from game.ui.draw.frame import box, dashed_box
from game.ui.draw.tone import mixed
from game.ui.theme import BODY, TARGET, Theme
from game.ui.widgets.easing import Easing
from game.ui.widgets.intent import HANDLED, Edited, Intent, Submitted
from game.ui.widgets.keys import is_key

_PADDING: Final = 12
_BLINK: Final = 0.53
_REPEAT_AFTER: Final = 400
_REPEAT_EVERY: Final = 35


class TextField(Easing):
    """One line of text with a caret. Long text slides, so that the caret is seen.

    Attributes:
        value: The text.
        empty: What stands there while nothing is typed.
        limit: The most characters it takes.
    """

    focusable = True
    cursor = pygame.SYSTEM_CURSOR_IBEAM

    def __init__(
        self, ident: str, value: str = "", *, empty: str = "", limit: int = 200
    ) -> None:
        super().__init__(ident)
        self.value = value
        self.empty = empty
        self.limit = limit
        self.caret = len(value)
        self._composing = ""
        self._clock = 0.0

    def says(self) -> str:
        """Return the text, or what stands there without one."""
        return self.value or self.empty

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of a comfortable target."""
        return max(TARGET, text.line_height(BODY, theme) + 16)

    def focus_changed(self) -> None:
        """Take the keyboard, with its repeat and its input method, or give it back."""
        self._composing = ""
        if self.focused:
            pygame.key.start_text_input()
            pygame.key.set_repeat(_REPEAT_AFTER, _REPEAT_EVERY)
        else:
            pygame.key.stop_text_input()
            pygame.key.set_repeat()

    def handle(self, event: pygame.event.Event) -> Intent | None:
        """Edit the text; return ``Edited`` when it changed, ``Submitted`` on Enter."""
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            return HANDLED if self.rect.collidepoint(event.pos) else None
        if not self.focused or self.barred:
            return None
        if event.type == pygame.TEXTEDITING:
            self._composing = event.text
            return HANDLED
        if event.type == pygame.TEXTINPUT:
            self._composing = ""
            return self._insert(event.text)
        if event.type == pygame.KEYDOWN:
            return self._key(event)
        return None

    def update(self, seconds: float, theme: Theme) -> Intent | None:
        """Let the caret blink, slower than twice a second."""
        self._clock = (self._clock + seconds) % (2 * _BLINK)
        return super().update(seconds, theme)

    def wake(self) -> float | None:
        """Ask for the caret's next blink, and for frames while it comes to look pointed at."""
        warming = super().wake()
        blinking = _BLINK - self._clock % _BLINK if self.focused else None
        return blinking if warming is None else warming

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the box, the text and the caret."""
        palette = theme.palette
        if self.barred:
            dashed_box(target, theme, self.rect, palette.ctl)
        else:
            share = 1.0 if self.focused else self.warmth(theme)
            edge = mixed(palette.ctl, palette.ink, share)
            box(target, theme, self.rect, palette.panel, edge, line=1 + share)
        inner = self.rect.inflate(-2 * _PADDING, -8)
        before = target.get_clip()
        target.set_clip(theme.rect(inner).clip(before))
        self._paint_text(target, theme, inner)
        target.set_clip(before)

    def _paint_text(self, target: pygame.Surface, theme: Theme, inner: Rect) -> None:
        palette = theme.palette
        shown = self.value[: self.caret] + self._composing + self.value[self.caret :]
        ahead = text.width(self.value[: self.caret] + self._composing, BODY, theme)
        slide = max(0, ahead + 2 - inner.width)
        baseline = text.baseline_at(inner.centery, BODY, theme)
        colour = palette.ink if shown else palette.ink_3
        at = (inner.x - slide, baseline)
        text.write(target, theme, shown or self.empty, BODY, colour, at)
        if self.focused and (self._clock < _BLINK or theme.still):
            caret = Rect(inner.x + ahead - slide, inner.centery - 9, 2, 18)
            target.fill(palette.ink, theme.rect(caret))

    def _insert(self, typed: str) -> Intent:
        room = self.limit - len(self.value)
        typed = typed.replace("\n", " ")[:room]
        self.value = self.value[: self.caret] + typed + self.value[self.caret :]
        self.caret += len(typed)
        return self._edited()

    def _key(self, event: pygame.event.Event) -> Intent | None:
        if is_key(event, "Enter"):
            return Submitted(self.id, self.value)
        if event.key == pygame.K_BACKSPACE:
            return self._erase(self.caret - 1, self.caret)
        if event.key == pygame.K_DELETE:
            return self._erase(self.caret, self.caret + 1)
        moves = {
            pygame.K_LEFT: self.caret - 1,
            pygame.K_RIGHT: self.caret + 1,
            pygame.K_HOME: 0,
            pygame.K_END: len(self.value),
        }
        if event.key in moves:
            self.caret = max(0, min(len(self.value), moves[event.key]))
            self._clock = 0.0
            return HANDLED
        # A letter comes again as text; its key must not act as a shortcut meanwhile.
        typed = getattr(event, "unicode", "")
        return HANDLED if typed and typed.isprintable() else None

    def _erase(self, start: int, end: int) -> Intent:
        if start < 0 or end > len(self.value):
            return HANDLED
        self.value = self.value[:start] + self.value[end:]
        self.caret = start
        return self._edited()

    def _edited(self) -> Intent:
        self._clock = 0.0
        return Edited(self.id, self.value)
