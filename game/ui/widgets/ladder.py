"""A ladder with its name above and its joint level below."""

import pygame
from pygame import Rect

from game.ui import text
from game.ui.draw.frame import recess
from game.ui.draw.ladder import LadderFace, ladder
from game.ui.theme import NOTE, NOTE_BOLD, VALUE, Theme
from game.ui.widgets.button import Pressable
from game.ui.widgets.widget import Hint

WIDTH = 98
RAILS = 112


class LadderWidget(Pressable):
    """A ladder that can be asked about; locked, its reason is the tooltip."""

    bleed = 6

    def __init__(self, ident: str, face: LadderFace, hint: Hint | None = None) -> None:
        super().__init__(ident)
        self.face = face
        self.hint = hint or (Hint(face.why) if face.why else None)

    def says(self) -> str:
        """Return name, both steps and the note."""
        nato, russia = self.face.steps
        return f"{self.face.name} {nato}:{russia} {self.face.note}".strip()

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of name, rails and joint level."""
        name = text.height(self.face.name, NOTE_BOLD, theme, room)
        return name + RAILS + self._foot(theme)

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the width of the name."""
        return text.width(self.face.name, NOTE_BOLD, theme), 0

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint name, rails and rungs, and the joint level."""
        palette = theme.palette
        recess(target, theme, self.rect, self.warmth(theme), corner=0)
        name = text.block(self.face.name, NOTE_BOLD, theme, self.rect.width, text.CENTRE)
        name.draw(target, self.rect.topleft, palette.ink)
        rails = Rect(self.rect.x, self.rect.y + name.height + 3, self.rect.width, 0)
        rails.height = self.rect.bottom - self._foot(theme) - rails.y
        ladder(target, theme, rails, self.face)
        self._paint_foot(target, theme)

    def _foot(self, theme: Theme) -> int:
        return text.line_height(VALUE, theme) + 2

    def _paint_foot(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw what the note says, or the joint level in verdigris."""
        palette = theme.palette
        baseline = self.rect.bottom - 8
        if self.face.note:
            at = (self.rect.centerx, baseline)
            text.write(target, theme, self.face.note, NOTE, palette.ink_2, at, text.CENTRE)
            return
        word, level = self.face.joint_word, str(self.face.joint)
        role = NOTE.sized(14)
        value = VALUE.sized(19)
        gap = text.width("n", role, theme) / 2
        wide = text.width(word, role, theme) + gap + text.width(level, value, theme)
        left = self.rect.centerx - wide / 2
        text.write(target, theme, word, role, palette.ink_2, (left, baseline))
        left += text.width(word, role, theme) + gap
        text.write(target, theme, level, value, palette.joint, (left, baseline))
