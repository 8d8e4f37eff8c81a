"""One of several, side by side: as boxes, or as words with a line under the chosen one."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

import pygame
from pygame import Rect

from game.ui import text
from game.ui.draw import mark
from game.ui.draw.frame import box, dashed_box, warm_box
from game.ui.draw.tone import mixed
from game.ui.layout import columns, rows
from game.ui.theme import BODY, NOTE, ROW_TITLE, TARGET, TARGET_DENSE, Theme
from game.ui.widgets.button import Pressable
from game.ui.widgets.intent import Chosen, Intent, Pressed, Refused
from game.ui.widgets.widget import Widget

_PADDING: Final = 12
_ICON: Final = 20
_APART: Final = 18
"""Between words in a line."""


@dataclass(frozen=True, slots=True)
class Option:
    """One of the things to choose from; ``why`` bars it."""

    value: str
    label: str
    note: str = ""
    icon: str = ""
    why: str = ""


class _OptionBox(Pressable):
    """One option as a box: the chosen one has a frame of 3 pixels and the recess."""

    def __init__(self, ident: str, option: Option) -> None:
        super().__init__(f"{ident}:{option.value}" if ident else "")
        self.option = option
        self.why = option.why
        self.selected = False

    def says(self) -> str:
        return ", ".join(part for part in (self.option.label, self.option.note) if part)

    def widest_word(self, theme: Theme) -> int:
        """Return the width in which no word of the label has to be broken."""
        words = self.option.label.split(" ")
        icon = _ICON + 4 if self._icon else 0
        return max(text.width(word, ROW_TITLE, theme) for word in words) + icon + 2 * _PADDING

    def measure(self, theme: Theme, room: int) -> int:
        wide = room - 2 * _PADDING - (_ICON + 4 if self._icon else 0)
        label = text.height(self.option.label, ROW_TITLE, theme, wide)
        if not self.option.note:
            return max(TARGET, label + 16)
        return label + text.height(self.option.note, NOTE, theme, room - 2 * _PADDING) + 18

    def least(self, theme: Theme) -> tuple[int, int]:
        return 0, self.measure(theme, self.rect.width) - 10

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        palette = theme.palette
        ink, quiet = palette.ink, palette.ink_2
        if self.barred:
            dashed_box(target, theme, self.rect, palette.ctl)
            ink = quiet = palette.ink_3
        elif self.selected:
            box(target, theme, self.rect, palette.recess, palette.ink, line=3)
        else:
            warm_box(target, theme, self.rect, self.warmth(theme))
        inner = self.rect.inflate(-2 * _PADDING, 0)
        if self._icon:
            at = (inner.right - _ICON / 2, self.rect.y + 20)
            if not self.option.note:
                at = (inner.right - _ICON / 2, self.rect.centery)
            mark.icon(target, theme, self._icon, at, quiet, _ICON)
        room = inner.width - (_ICON + 4 if self._icon else 0)
        label = text.block(self.option.label, ROW_TITLE, theme, room)
        note = text.block(self.option.note, NOTE, theme, inner.width)
        high = label.height + (note.height if self.option.note else 0)
        top = self.rect.centery - high / 2
        label.draw(target, (inner.x, top), ink)
        if self.option.note:
            note.draw(target, (inner.x, top + label.height), quiet)

    @property
    def _icon(self) -> str:
        return "lock" if self.barred else self.option.icon


class _OptionWord(Pressable):
    """One option as a word: the chosen one is bold and underlined."""

    def __init__(self, ident: str, option: Option) -> None:
        super().__init__(f"{ident}:{option.value}" if ident else "")
        self.option = option
        self.why = option.why
        self.selected = False

    def says(self) -> str:
        return self.option.label

    def measure(self, theme: Theme, room: int) -> int:
        return max(TARGET_DENSE, text.line_height(BODY, theme) + 16)

    def natural_width(self, theme: Theme) -> int:
        return max(TARGET_DENSE, text.width(self.option.label, ROW_TITLE, theme))

    def least(self, theme: Theme) -> tuple[int, int]:
        return self.natural_width(theme), text.line_height(BODY, theme)

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        palette = theme.palette
        role = ROW_TITLE if self.selected else BODY.sized(ROW_TITLE.size)
        share = 1.0 if self.selected else self.warmth(theme)
        colour = palette.ink_3 if self.barred else mixed(palette.ink_2, palette.ink, share)
        text.centred(target, theme, self.option.label, role, colour, self.rect)
        if self.selected:
            line = Rect(self.rect.x, self.rect.bottom - 7, self.rect.width, 3)
            target.fill(palette.ink, theme.rect(line))


class Choice(Widget):
    """One of several options. ``value`` is the chosen one.

    ``words`` shows them as words in a line. Each option has the id ``<id>:<value>``, takes
    the focus by itself, and is chosen by a click or Enter.
    """

    backdrop = True

    def __init__(
        self,
        ident: str,
        options: Sequence[Option],
        value: str = "",
        *,
        words: bool = False,
        gap: int = 6,
    ) -> None:
        make = _OptionWord if words else _OptionBox
        self.boxes = [make(ident, option) for option in options]
        super().__init__(ident, self.boxes)
        self.words = words
        self.gap = gap
        self._value = ""
        self.value = value

    @property
    def value(self) -> str:
        """Return the value of the chosen option."""
        return self._value

    @value.setter
    def value(self, value: str) -> None:
        self._value = value
        for one in self.boxes:
            one.selected = one.option.value == value

    def natural_width(self, theme: Theme) -> int:
        """Return the width of the words in their line."""
        words = [one for one in self.boxes if isinstance(one, _OptionWord)]
        return sum(one.natural_width(theme) for one in words) + _APART * (len(words) - 1)

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the rows, each as high as the tallest option."""
        if self.words:
            return max(one.measure(theme, room) for one in self.boxes)
        count = self._a_row(theme, room)
        wide = (room - self.gap * (count - 1)) // count
        lines = ceil(len(self.boxes) / count)
        high = max(one.measure(theme, wide) for one in self.boxes)
        return lines * high + (lines - 1) * self.gap

    def place(self, rect: Rect, theme: Theme) -> None:
        """Place boxes as equal columns, words one after the other."""
        self.rect = rect.copy()
        if not self.words:
            count = self._a_row(theme, rect.width)
            lines = ceil(len(self.boxes) / count)
            for number, row in enumerate(rows(rect, lines, self.gap)):
                part = self.boxes[number * count : (number + 1) * count]
                for one, room in zip(part, columns(row, count, self.gap), strict=False):
                    one.place(room, theme)
            return
        left = rect.x
        for one in self.boxes:
            wide = one.natural_width(theme) if isinstance(one, _OptionWord) else 0
            one.place(Rect(left, rect.y, wide, rect.height), theme)
            left += wide + _APART

    def _a_row(self, theme: Theme, room: int) -> int:
        """Return how many boxes stand side by side: no more than leave each word whole."""
        boxes = (one for one in self.boxes if isinstance(one, _OptionBox))
        widest = max((one.widest_word(theme) for one in boxes), default=1)
        most = (room + self.gap) // (widest + self.gap)
        return ceil(len(self.boxes) / ceil(len(self.boxes) / max(1, most)))

    def translate(self, intent: Intent) -> Intent | None:
        """Put the press of an option as the choice of it."""
        value = intent.id.removeprefix(f"{self.id}:")
        if isinstance(intent, Refused):
            return Refused(self.id, intent.why)
        if not isinstance(intent, Pressed):
            return intent
        self.value = value
        return Chosen(self.id, value)
