"""Tracks as rows: what stands now, and what would change."""

from collections.abc import Sequence
from typing import Final

import pygame
from pygame import Rect

from game.ui import text
from game.ui.draw import mark
from game.ui.draw.bar import BAR_HEIGHT, Notch, scale_bar
from game.ui.draw.frame import rule
from game.ui.theme import BODY, BODY_BOLD, NOTE, VALUE_SMALL, Colour, Theme
from game.ui.widgets.button import Pressable
from game.ui.widgets.widget import Hint

_SMALL_MARK: Final = 14
_ARROW: Final = " → "


class TrackRow(Pressable):
    """A track of a side: name and value on a line, the bar with its gates below.

    Attributes:
        shown: Where the bar stands while it moves to its value.
        marked: Whether the value stands out because it has just changed.
    """

    bleed = 4
    warms = False

    def __init__(
        self,
        ident: str,
        name: str,
        value: int,
        *,
        side: int | None = None,
        notches: Sequence[Notch] = (),
        becomes: int | None = None,
        hint: Hint | None = None,
    ) -> None:
        super().__init__(ident)
        self.name = name
        self.value = value
        self.side = side
        self.notches = tuple(notches)
        self.becomes = becomes
        self.hint = hint
        self.shown: float | None = None
        self.marked = False

    def says(self) -> str:
        """Return name and value."""
        return f"{self.name} {self.value}"

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the words, the gates and the bar."""
        gates = text.line_height(NOTE, theme) - 6 if self.notches else 0
        return text.line_height(VALUE_SMALL, theme) + gates + BAR_HEIGHT

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the width of name and value."""
        wide = text.width(self.name, BODY_BOLD, theme)
        return wide + text.width(str(self.value), VALUE_SMALL, theme) + 8, 0

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint name, value and bar."""
        palette = theme.palette
        baseline = self.rect.y + text.line_height(VALUE_SMALL, theme) - 7
        text.write(target, theme, self.name, BODY_BOLD, palette.ink, (self.rect.x, baseline))
        value: float = self.value if self.shown is None else self.shown
        number = str(round(value))
        if self.marked:
            wide = text.width(number, VALUE_SMALL, theme) + 6
            high = text.line_height(VALUE_SMALL, theme) - 2
            ground = Rect(self.rect.right + 3 - wide, self.rect.y, wide, high)
            target.fill(palette.ink, theme.rect(ground))
        ink = palette.on_fill if self.marked else palette.ink
        at = (self.rect.right, baseline)
        text.write(target, theme, number, VALUE_SMALL, ink, at, text.RIGHT)
        bar = Rect(self.rect.x, self.rect.bottom - BAR_HEIGHT, self.rect.width, BAR_HEIGHT)
        colour = _colour(theme, self.side)
        scale_bar(target, theme, bar, value, colour, becomes=self.becomes, notches=self.notches)


class PreviewRow(Pressable):
    """A change in one line: whose, what, the bar with the hatched part, ``5 → 6``.

    Without ``maximum`` there is no bar; ``words`` stand in its place. ``joint`` is the colour
    of what both sides have reached.
    """

    warms = False

    def __init__(
        self,
        ident: str,
        name: str,
        before: int,
        after: int,
        *,
        side: int | None = None,
        maximum: int = 10,
        words: str = "",
        signed: bool = False,
        name_width: int = 98,
        joint: bool = False,
        hint: Hint | None = None,
    ) -> None:
        super().__init__(ident)
        self.joint = joint
        self.name = name
        self.before = before
        self.after = after
        self.side = side
        self.maximum = maximum
        self.words = words
        self.signed = signed
        self.name_width = name_width
        self.hint = hint

    def says(self) -> str:
        """Return name and change."""
        return f"{self.name} {self._number(self.before)}{_ARROW}{self._number(self.after)}"

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of a line."""
        return max(36, text.line_height(VALUE_SMALL, theme) + 10)

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the width of mark, name, a short bar and the change."""
        bar = 60 if self.maximum else text.width(self.words, NOTE, theme)
        return 26 + text.width(self.name, BODY_BOLD, theme) + bar + self._change_width(theme), 0

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint mark, name, bar and change above a hairline."""
        palette = theme.palette
        middle = self.rect.centery
        baseline = text.baseline_at(middle, BODY_BOLD, theme)
        self._paint_mark(target, theme, (self.rect.x + 9, middle))
        left = self.rect.x + 26
        text.write(target, theme, self.name, BODY_BOLD, palette.ink, (left, baseline))
        left += max(self.name_width - 10, text.width(self.name, BODY_BOLD, theme) + 12)
        right = self.rect.right - max(94, self._change_width(theme) + 12)
        if self.maximum and right > left:
            bar = Rect(left, middle - BAR_HEIGHT // 2, right - left, BAR_HEIGHT)
            becomes = None if self.after == self.before else self.after
            colour = theme.palette.joint if self.joint else _colour(theme, self.side)
            scale_bar(
                target, theme, bar, self.before, colour, maximum=self.maximum, becomes=becomes
            )
        elif self.words:
            text.write(target, theme, self.words, NOTE, palette.ink_2, (left, baseline))
        self._paint_change(target, theme, baseline)
        rule(target, theme, (self.rect.x, self.rect.bottom - 1), self.rect.width)

    def _number(self, value: int) -> str:
        if value < 0:
            return f"\N{MINUS SIGN}{-value}"
        return f"+{value}" if self.signed and value else str(value)

    def _change_width(self, theme: Theme) -> int:
        after = text.width(self._number(self.after), VALUE_SMALL, theme)
        if self.before == self.after:
            return after
        return text.width(self._number(self.before) + _ARROW, BODY, theme) + after

    def _paint_mark(
        self, target: pygame.Surface, theme: Theme, centre: tuple[float, float]
    ) -> None:
        if self.side is None:
            high = 12
            mark.brand_mark(target, theme, (centre[0] - 9, centre[1] - high / 2), high)
        else:
            mark.side_mark(target, theme, self.side, (centre[0] - 2, centre[1]), _SMALL_MARK)

    def _paint_change(self, target: pygame.Surface, theme: Theme, baseline: float) -> None:
        palette = theme.palette
        after = self._number(self.after)
        at = (self.rect.right, baseline)
        if self.before == self.after:
            text.write(target, theme, after, BODY, palette.ink_2, at, text.RIGHT)
            return
        text.write(target, theme, after, VALUE_SMALL, palette.ink, at, text.RIGHT)
        left = self.rect.right - text.width(after, VALUE_SMALL, theme)
        before = self._number(self.before) + _ARROW
        text.write(target, theme, before, BODY, palette.ink_2, (left, baseline), text.RIGHT)


def _colour(theme: Theme, side: int | None) -> Colour:
    return theme.palette.ink if side is None else theme.side_colour(side)
