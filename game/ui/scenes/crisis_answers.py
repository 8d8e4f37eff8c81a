"""The answers to a crisis, the panel they stand in, and the table of stances."""

from collections.abc import Sequence
from typing import Final

import pygame
from pygame import Rect

from game.ui import text
from game.ui.board.crisis_face import ResponseFace
from game.ui.board.remark import Remark
from game.ui.board.ring_room import RING, RingRoom
from game.ui.draw import frame, mark
from game.ui.draw.matrix import MatrixFace, matrix, stance
from game.ui.layout import inset
from game.ui.theme import BODY, BODY_BOLD, CARD_TITLE, NOTE, PANEL_TITLE, Theme
from game.ui.widgets.button import Button, Pressable
from game.ui.widgets.intent import Chosen, Intent, Pressed
from game.ui.widgets.keys import arrow, is_key
from game.ui.widgets.label import Label
from game.ui.widgets.scroll_area import ScrollArea
from game.ui.widgets.widget import Column, Widget

SEAL: Final = "seal"
RESPONSE: Final = "response:"
UP, DOWN = "up", "down"
_TITLE: Final = PANEL_TITLE.sized(24, 30)
_RESPONSE: Final = CARD_TITLE.sized(19, 24)
_SHIELD_ROOM: Final = 97
_TICK_ROOM: Final = 44
_HIGH: Final = 98
_LEAST_HIGH: Final = 72
_GAP: Final = 8
_KEY: Final = 30
"""Where the words of a stance begin, right of its shield."""
_BESIDE: Final = 4
"""By how much a note beside the seal may be taller at either end."""
_AIR: Final = 22
"""What is left above and below the words of an answer, together."""


class ResponseRow(Pressable):
    """An answer: its stance as a shield, what it says and does; the chosen one in ink.

    The keys up and down choose the next one; Enter on the chosen one seals it.

    Attributes:
        wanted: Its height, unless the words need more.
    """

    def __init__(self, face: ResponseFace, *, selected: bool) -> None:
        super().__init__(f"{RESPONSE}{face.number}")
        self.face = face
        self.selected = selected
        self.why = face.why
        self.shortcut = str(face.number + 1)
        self.wanted = _HIGH

    def says(self) -> str:
        """Return stance, title, note, and what it does or needs."""
        face = self.face
        return f"{face.stance_word}: {face.title}. {face.note} {face.why or face.effects}"

    def handle(self, event: pygame.event.Event) -> Intent | None:
        """Choose with the arrows, seal what is chosen with Enter."""
        step = arrow(event) if self.focused else None
        if step in ((0, -1), (0, 1)):
            return Chosen(self.id, DOWN if step == (0, 1) else UP)
        if self.focused and self.selected and is_key(event, "Enter"):
            return Pressed(SEAL)
        return super().handle(event)

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the words."""
        wide = room - self._shield_room(theme) - _TICK_ROOM
        parts = (
            text.height(self.face.title, _RESPONSE, theme, wide),
            text.height(self.face.note, BODY, theme, wide),
            text.height(self._last, BODY_BOLD, theme, wide - self._lock),
        )
        return max(self.wanted, sum(parts) + _AIR)

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the height that the words need."""
        return 0, self.measure(theme, self.rect.width) - _AIR + 2

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint ground, shield and words."""
        palette = theme.palette
        ink, quiet = self._paint_ground(target, theme)
        middle = self.rect.centery
        shields = self._shield_room(theme)
        shield = (self.rect.x + shields / 2, middle - 16)
        stance(target, theme, self.face.stance, shield, 35, ink)
        word = Rect(self.rect.x, middle + 4, shields, 24)
        text.centred(target, theme, self.face.stance_word, BODY_BOLD, ink, word)
        if self.selected:
            tick = (self.rect.right - 29, middle)
            mark.icon(target, theme, "check", tick, ink, 24)
        wide = self.rect.width - self._shield_room(theme) - _TICK_ROOM
        title = text.block(self.face.title, _RESPONSE, theme, wide)
        note = text.block(self.face.note, BODY, theme, wide)
        last = text.block(self._last, BODY_BOLD, theme, wide - self._lock)
        left = self.rect.x + self._shield_room(theme)
        top = middle - (title.height + note.height + last.height + 4) / 2
        title.draw(target, (left, top), ink)
        top += title.height + 1
        note.draw(target, (left, top), quiet)
        top += note.height + 3
        if self.barred:
            lock = (left + 8, top + text.line_height(BODY_BOLD, theme) / 2)
            mark.icon(target, theme, "lock", lock, palette.ink_2, 17)
        last.draw(target, (left + self._lock, top), palette.ink_2 if self.barred else ink)

    @property
    def _last(self) -> str:
        return self.face.why or self.face.effects

    def _shield_room(self, theme: Theme) -> int:
        return max(_SHIELD_ROOM, text.width(self.face.stance_word, BODY_BOLD, theme) + 20)

    @property
    def _lock(self) -> int:
        return 23 if self.barred else 0

    def _paint_ground(
        self, target: pygame.Surface, theme: Theme
    ) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
        palette = theme.palette
        if self.barred:
            frame.dashed_box(target, theme, self.rect, palette.ctl)
            return palette.ink_3, palette.ink_3
        if self.selected != self.pressed:
            frame.box(target, theme, self.rect, palette.ink)
            return palette.on_fill, palette.on_fill
        frame.warm_box(target, theme, self.rect, self.warmth(theme))
        return palette.ink, palette.ink_2


class AnswerPanel(Widget):
    """The panel in the middle: what the other does, the answers, and the seal."""

    backdrop = True

    def __init__(
        self,
        title: str,
        other: Remark,
        rows: Sequence[ResponseRow],
        note: Remark,
        seal: Button,
    ) -> None:
        self.title = Label(title, _TITLE)
        self.other = other
        self.rows = list(rows)
        self.area = ScrollArea("answers", RingRoom(Column("", self.rows, gap=_GAP)))
        self.note = note
        self.seal = seal
        super().__init__("answer", [self.title, self.other, self.area, self.note, self.seal])

    def place(self, rect: Rect, theme: Theme) -> None:
        """Place the head from the top, the seal from the bottom, the answers between."""
        self.rect = rect.copy()
        inner = inset(rect, 20, 10)
        top = inner.y
        for part in (self.title, self.other):
            high = part.measure(theme, inner.width)
            part.place(Rect(inner.x, top, inner.width, high), theme)
            top += high + 2
        high = max(46, self.seal.measure(theme, 0))
        wide = max(246, self.seal.natural_width(theme))
        foot = inner.bottom - 6 - high
        self.seal.place(Rect(inner.right - wide, foot, wide, high), theme)
        top += 8
        bottom = self._place_note(Rect(inner.x, top, inner.width, foot - top), theme) - 14
        area = Rect(inner.x, top, inner.width, bottom - top)
        self._share_out(area.height, inner.width, theme)
        self.area.place(area.inflate(2 * RING, 2 * RING), theme)

    def _place_note(self, room: Rect, theme: Theme) -> int:
        """Place the note left of the seal, or above both where it is long; return its top."""
        seal = self.seal.rect
        beside = seal.x - room.x - 20
        tall = self.note.measure(theme, beside)
        if tall <= seal.height + 2 * _BESIDE:
            lower = seal.centery - tall // 2
            self.note.place(Rect(room.x, lower, beside, tall), theme)
            return min(seal.y, lower)
        tall = self.note.measure(theme, room.width)
        self.note.place(Rect(room.x, seal.y - 12 - tall, room.width, tall), theme)
        return self.note.rect.y

    def _share_out(self, room: int, wide: int, theme: Theme) -> None:
        """Let the answers be as high as the design, or lower where that makes them fit."""
        free = room - _GAP * (len(self.rows) - 1)
        for wanted in range(_HIGH, _LEAST_HIGH, -2):
            for row in self.rows:
                row.wanted = wanted
            if sum(row.measure(theme, wide) for row in self.rows) <= free:
                return

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the panel."""
        frame.shadow(target, theme, self.rect)
        frame.box(target, theme, self.rect, theme.palette.panel, theme.palette.rule)


class StanceTable(Widget):
    """The table of what each pair of stances brings."""

    def __init__(self, face: MatrixFace, says: str) -> None:
        super().__init__("matrix")
        self.face = face
        self._says = says

    def says(self) -> str:
        """Return the table in words, row by row."""
        return self._says

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height that goes with the width."""
        return 52 + 3 * min(70, (room - 60) // 3)

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw the table."""
        matrix(target, theme, self.rect, self.face)


class StanceWord(Widget):
    """A shield and its word: the key to the table, with what the stance brings if told."""

    def __init__(self, number: int, word: str, brings: str = "") -> None:
        super().__init__()
        self.number = number
        self.word = word
        self.brings = brings

    def says(self) -> str:
        """Return the word, and what it brings."""
        return f"{self.word}: {self.brings}" if self.brings else self.word

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of a line with air, and of what it brings below."""
        note = text.height(self.brings, NOTE_ROLE, theme, room - _KEY) if self.brings else 0
        return self._line(theme) + note

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the height that the words need."""
        return 0, self.measure(theme, self.rect.width)

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw shield and word, and below them what the stance brings."""
        ink, line = theme.palette.ink, self._line(theme)
        middle = self.rect.y + line / 2
        stance(target, theme, self.number, (self.rect.x + 10, middle), 20, ink)
        left = self.rect.x + _KEY
        at = (left, text.baseline_at(middle, BODY_BOLD, theme))
        text.write(target, theme, self.word, BODY_BOLD, ink, at)
        note = text.block(self.brings, NOTE_ROLE, theme, self.rect.width - _KEY)
        note.draw(target, (left, self.rect.y + line - 3), ink)

    @staticmethod
    def _line(theme: Theme) -> int:
        return max(28, text.line_height(BODY_BOLD, theme) + 8)


NOTE_ROLE: Final = NOTE.sized(14, 18)
