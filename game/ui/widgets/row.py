"""Rows of a list: something to choose, with a note, a value, or the reason why not."""

import pygame

from game.ui import text
from game.ui.draw import mark
from game.ui.draw.frame import box, dashed_box, recess, rule, warm_box
from game.ui.draw.tone import mixed
from game.ui.theme import (
    BODY,
    NOTE,
    PANEL_TITLE,
    ROW_TITLE,
    TARGET,
    VALUE_SMALL,
    Colour,
    Role,
    Theme,
)
from game.ui.widgets.button import Pressable
from game.ui.widgets.widget import Hint

_PADDING = 14
_ICON = 20
_GAP = 12
_VALUE_COLUMN = 22


class Row(Pressable):
    """A row with an icon, a title, a note and a value.

    Attributes:
        selected: The one that is chosen: ink.
        ticked: One of several that are chosen: recess and a tick.
        below: Whether the note stands under the title instead of beside it.
    """

    def __init__(
        self,
        ident: str,
        title: str,
        note: str = "",
        value: str = "",
        *,
        icon: str = "",
        below: bool = False,
        selected: bool = False,
        ticked: bool = False,
        why: str = "",
        hint: Hint | None = None,
    ) -> None:
        super().__init__(ident)
        self.title = title
        self.note = note
        self.value = value
        self.icon = icon
        self.below = below
        self.selected = selected
        self.ticked = ticked
        self.why = why
        self.hint = hint

    def says(self) -> str:
        """Return title, note or reason, and value."""
        return ", ".join(part for part in (self.title, self._note, self.value) if part)

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of title and note, at least a comfortable target."""
        left, right = self._margins(theme)
        wide = room - left - right
        title = text.block(self.title, ROW_TITLE, theme, wide if self.below else None)
        if self.below:
            note = text.height(self._note, NOTE, theme, wide) if self._note else 0
            return max(TARGET, title.height + note + 12)
        beside = max(40, wide - title.width - _GAP)
        note = text.height(self._note, self._note_role, theme, beside) if self._note else 0
        return max(TARGET, max(title.height, note) + 12)

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the height the words need, and the width of title, icon and value."""
        left, right = self._margins(theme)
        wide = text.width(self.title, ROW_TITLE, theme) if not self.below else 0
        return left + wide + right, self.measure(theme, self.rect.width) - 12

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the row in its state."""
        ink, quiet = self._paint_ground(target, theme)
        left, right = self._margins(theme)
        middle = self.rect.centery
        icon = "lock" if self.barred else self.icon
        if icon:
            at = (self.rect.x + _PADDING + _ICON / 2, middle)
            mark.icon(target, theme, icon, at, ink, _ICON)
        if self.value:
            baseline = text.baseline_at(middle, VALUE_SMALL, theme)
            spot = (self.rect.right - _PADDING, baseline)
            text.write(target, theme, self.value, VALUE_SMALL, ink, spot, text.RIGHT)
        if self.ticked:
            mark.icon(target, theme, "check", (self.rect.right - 24, middle), ink, _ICON)
        area = pygame.Rect(
            self.rect.x + left, self.rect.y, self.rect.width - left - right, self.rect.height
        )
        self._paint_words(target, theme, area, (ink, quiet))

    @property
    def _note(self) -> str:
        return self.why or self.note

    @property
    def _note_role(self) -> Role:
        return BODY.italic if self.barred else BODY

    def _margins(self, theme: Theme) -> tuple[int, int]:
        """Return the room taken at the left and at the right of the words."""
        has_icon = self.icon or self.barred
        left = _PADDING + (_ICON + _GAP if has_icon else 0)
        right = _PADDING
        if self.value:
            right += max(_VALUE_COLUMN, text.width(self.value, VALUE_SMALL, theme)) + 16
        if self.ticked:
            right += _ICON + _GAP
        return left, right

    def _paint_ground(self, target: pygame.Surface, theme: Theme) -> tuple[Colour, Colour]:
        palette = theme.palette
        if self.barred:
            dashed_box(target, theme, self.rect, palette.ctl)
            return palette.ink_3, palette.ink_3
        if self.selected != self.pressed:
            box(target, theme, self.rect, palette.ink)
            return palette.on_fill, palette.on_fill
        share = self.warmth(theme)
        ground = palette.recess if self.ticked else palette.panel
        warm_box(target, theme, self.rect, share, fill=ground, edge=palette.rule)
        return palette.ink, palette.ink_2

    def _paint_words(
        self,
        target: pygame.Surface,
        theme: Theme,
        area: pygame.Rect,
        inks: tuple[Colour, Colour],
    ) -> None:
        if self.below:
            title = text.block(self.title, ROW_TITLE, theme, area.width)
            note = text.block(self._note, NOTE, theme, area.width)
            high = title.height + (note.height if self._note else 0)
            top = area.centery - high / 2
            title.draw(target, (area.x, top), inks[0])
            if self._note:
                note.draw(target, (area.x, top + title.height), inks[1])
            return
        title = text.block(self.title, ROW_TITLE, theme)
        title.draw(target, (area.x, area.centery - title.height / 2), inks[0])
        if self._note:
            room = area.width - title.width - _GAP
            note = text.block(self._note, self._note_role, theme, room, text.RIGHT)
            at = (area.right - room, area.centery - note.height / 2)
            note.draw(target, at, inks[1])


class MenuRow(Pressable):
    """A row of the main menu: a serif title, a note at the right, a hairline below.

    Attributes:
        most: The height it may have where many rows share little room; 0: as it likes.
    """

    def __init__(self, ident: str, title: str, note: str = "", *, main: bool = False) -> None:
        super().__init__(ident)
        self.title = title
        self.note = note
        self.main = main
        self.most = 0

    def says(self) -> str:
        """Return title and note."""
        return f"{self.title}, {self.note}" if self.note else self.title

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the design, more with large text, less in a long menu."""
        line = text.line_height(PANEL_TITLE, theme)
        wanted = max(50, line + 12)
        return max(line + 2, min(wanted, self.most)) if self.most else wanted

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the size of title and note beside each other."""
        note = text.width(self.note, BODY, theme) if self.note else 0
        wide = text.width(self.title, PANEL_TITLE, theme) + note + _GAP
        return wide, text.line_height(PANEL_TITLE, theme)

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the row; the main one and the one under the pointer stand out."""
        palette = theme.palette
        ink, quiet, pad = palette.ink, palette.ink_2, 0
        right = self.rect.right
        share = self.warmth(theme)
        if self.main != self.pressed:
            box(target, theme, self.rect, mixed(palette.ink, palette.ink_2, share))
            ink = quiet = palette.on_fill
            pad = _PADDING
            at = (right - pad - _ICON / 2, self.rect.centery)
            mark.icon(target, theme, "arrow-right", at, ink, _ICON)
            right -= pad + _ICON + _GAP
        else:
            rule(target, theme, (self.rect.x, self.rect.bottom - 1), self.rect.width)
            recess(target, theme, self.rect, share, edge=palette.ink)
            pad = round(_PADDING * share)
            right -= pad
        middle = text.baseline_at(self.rect.centery, PANEL_TITLE, theme)
        at_left = (self.rect.x + pad, middle)
        text.write(target, theme, self.title, PANEL_TITLE, ink, at_left)
        text.write(target, theme, self.note, BODY, quiet, (right, middle), text.RIGHT)


class Fact(Pressable):
    """A line of a list that is only read: a mark, words and a value above a hairline."""

    warms = False

    def __init__(
        self,
        ident: str,
        words: str,
        value: str = "",
        *,
        icon: str = "",
        side: int | None = None,
        hint: Hint | None = None,
    ) -> None:
        super().__init__(ident)
        self.words = words
        self.value = value
        self.icon = icon
        self.side = side
        self.hint = hint

    def says(self) -> str:
        """Return words and value."""
        return f"{self.words}, {self.value}" if self.value else self.words

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the wrapped words and their air."""
        return max(36, text.height(self.words, BODY, theme, self._room(theme, room)) + 16)

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the height the words need."""
        return 0, self.measure(theme, self.rect.width) - 16

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw mark, words, value and hairline."""
        palette = theme.palette
        middle = self.rect.centery
        if self.side is not None:
            mark.side_mark(target, theme, self.side, (self.rect.x + 7, middle), 14)
        elif self.icon:
            mark.icon(target, theme, self.icon, (self.rect.x + 10, middle), palette.ink_2, 20)
        block = text.block(self.words, BODY, theme, self._room(theme, self.rect.width))
        at = (self.rect.x + self._indent, middle - block.height / 2)
        block.draw(target, at, palette.ink)
        if self.value:
            baseline = text.baseline_at(middle, NOTE, theme)
            at = (self.rect.right, baseline)
            text.write(target, theme, self.value, BODY.bold, palette.ink, at, text.RIGHT)
        rule(target, theme, (self.rect.x, self.rect.bottom - 1), self.rect.width)

    @property
    def _indent(self) -> int:
        return 32 if self.icon else 24 if self.side is not None else 0

    def _room(self, theme: Theme, room: int) -> int:
        value = text.width(self.value, BODY.bold, theme) + _GAP if self.value else 0
        return max(20, room - self._indent - value)
