"""A line that says which keys do what."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pygame

from game.ui import text
from game.ui.draw.mark import key_cap, key_cap_width
from game.ui.theme import BODY, Theme
from game.ui.widgets.widget import Widget

_AFTER_CAP: Final = 5
_BETWEEN: Final = 9


@dataclass(frozen=True, slots=True)
class KeyHint:
    """Keys by the labels on their caps, and what they do."""

    keys: tuple[str, ...]
    words: str


class KeyHints(Widget):
    """Key caps with their words, in one line from the left."""

    def __init__(self, ident: str, hints: Sequence[KeyHint]) -> None:
        super().__init__(ident)
        self.hints = tuple(hints)

    def says(self) -> str:
        """Return keys and words."""
        return ", ".join(f"{' '.join(hint.keys)} {hint.words}" for hint in self.hints)

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of a line with its caps."""
        return text.line_height(BODY, theme) + 4

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the size of the line."""
        wide = sum(self._width(theme, hint) for hint in self.hints)
        return wide + _BETWEEN * (len(self.hints) - 1), text.line_height(BODY, theme)

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw caps and words."""
        palette = theme.palette
        left, middle = float(self.rect.x), self.rect.centery
        for hint in self.hints:
            for key in hint.keys:
                left += key_cap(target, theme, key, left, middle, palette.ink_2) + _AFTER_CAP
            at = (left, text.baseline_at(middle, BODY, theme))
            text.write(target, theme, hint.words, BODY, palette.ink_2, at)
            left += text.width(hint.words, BODY, theme) + _BETWEEN

    def _width(self, theme: Theme, hint: KeyHint) -> int:
        caps = sum(round(key_cap_width(theme, key)) + _AFTER_CAP for key in hint.keys)
        return caps + text.width(hint.words, BODY, theme)
