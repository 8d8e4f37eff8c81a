"""A switch with its words: on or off."""

from typing import Final

import pygame
from pygame import Rect

from game.ui import text
from game.ui.draw import mark
from game.ui.draw.frame import box
from game.ui.draw.tone import mixed
from game.ui.theme import BODY_BOLD, NOTE, TARGET, Theme
from game.ui.widgets.button import Pressable
from game.ui.widgets.intent import Intent, Refused, Toggled
from game.ui.widgets.widget import Hint

_SWITCH: Final = (46, 24)
_KNOB: Final = 15
_GAP: Final = 12
_ICON: Final = 20


class Toggle(Pressable):
    """An icon, a title with a note below, and a switch at the right."""

    def __init__(
        self,
        ident: str,
        title: str,
        note: str = "",
        *,
        on: bool = False,
        icon: str = "",
        why: str = "",
        hint: Hint | None = None,
    ) -> None:
        super().__init__(ident)
        self.title = title
        self.note = note
        self.on = on
        self.icon = icon
        self.why = why
        self.hint = hint

    def says(self) -> str:
        """Return title, note and whether it is on."""
        words = ", ".join(part for part in (self.title, self.note) if part)
        return f"{words} [{'x' if self.on else ' '}]"

    def press(self) -> Intent | None:
        """Turn the switch."""
        if self.why:
            return Refused(self.id, self.why)
        self.on = not self.on
        return Toggled(self.id, self.on)

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the words and their air."""
        wide = self._room(room)
        note = text.height(self.note, NOTE, theme, wide) if self.note else 0
        return max(TARGET, text.height(self.title, BODY_BOLD, theme, wide) + note + 10)

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the height the words need."""
        return 0, self.measure(theme, self.rect.width) - 10

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint icon, words and switch."""
        palette = theme.palette
        ink = palette.ink_3 if self.barred else palette.ink
        middle = self.rect.centery
        icon = "lock" if self.barred else self.icon
        if icon:
            mark.icon(target, theme, icon, (self.rect.x + 10, middle), palette.ink_2, _ICON)
        wide = self._room(self.rect.width)
        title = text.block(self.title, BODY_BOLD, theme, wide)
        note = text.block(self.note, NOTE, theme, wide)
        high = title.height + (note.height if self.note else 0)
        at = (self.rect.x + self._indent, middle - high / 2)
        title.draw(target, at, ink)
        if self.note:
            note.draw(target, (at[0], at[1] + title.height), palette.ink_2)
        self._paint_switch(target, theme)

    def _paint_switch(self, target: pygame.Surface, theme: Theme) -> None:
        palette = theme.palette
        wide, high = _SWITCH
        area = Rect(self.rect.right - wide, self.rect.centery - high // 2, wide, high)
        share = self.warmth(theme)
        edge = palette.ink if self.on else mixed(palette.ctl, palette.ink, share)
        ground = palette.ink if self.on else palette.panel
        box(target, theme, area, ground, edge, line=1.5 + share / 2, corner=high // 2)
        knob = palette.on_fill if self.on else palette.ctl
        x = area.right - high / 2 - 1 if self.on else area.left + high / 2 + 1
        mark.disc(target, theme, (x, area.centery), _KNOB, knob)

    @property
    def _indent(self) -> int:
        return _ICON + _GAP if self.icon or self.barred else 0

    def _room(self, room: int) -> int:
        return max(20, room - self._indent - _SWITCH[0] - _GAP)
