"""A show of hands: three answers of two delegations, counted by click or by key."""

from typing import Final

import pygame
from pygame import Rect

from game.match.lesson_record import Hands
from game.teach.telling.lesson import answer_name
from game.ui import text
from game.ui.draw import frame, mark
from game.ui.draw.matrix import stance
from game.ui.draw.tone import mixed
from game.ui.lesson.run import Vote
from game.ui.theme import BODY_BOLD, NOTE, NOTE_BOLD, Theme
from game.ui.widgets.button import Pressable
from game.ui.widgets.intent import Edited, Intent
from game.ui.widgets.keys import is_key
from game.ui.widgets.widget import Widget
from game.words import Words, side_name

MOST: Final = 99
_ROW: Final = 44
_HEAD: Final = 26
_SHIELD: Final = 16
_TAKE: Final = 26
_DIGITS: Final = "0123456789"


def cell_place(ident: str) -> tuple[int, int]:
    """Return the side and the answer of a cell by its id."""
    _, side, place = ident.split(":")
    return int(side), int(place)


class CountCell(Pressable):
    """A number of hands as a bar: a click adds one, one on the minus takes one away."""

    def __init__(self, side: int, place: int, count: int, most: int, says: str) -> None:
        super().__init__(f"count:{side}:{place}")
        self.side = side
        self.count = count
        self.most = most
        self.said = says

    def says(self) -> str:
        """Return whose answer, which, and how many hands."""
        return f"{self.said}: {self.count}"

    def handle(self, event: pygame.event.Event) -> Intent | None:
        """Take digits, plus, minus and a click on the minus besides what presses."""
        if self.count and self.pressed and event.type == pygame.MOUSEBUTTONUP:
            self.pressed = False
            if self._minus.collidepoint(event.pos):
                return self._set(self.count - 1)
            self.pressed = True
        if self.focused and event.type == pygame.KEYDOWN:
            changed = self._typed(event)
            if changed is not None:
                return self._set(changed)
        return super().handle(event)

    def press(self) -> Intent | None:
        """Add a hand."""
        return self._set(self.count + 1)

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the bar from the middle outwards, the number in its inner end."""
        palette = theme.palette
        share = self.warmth(theme)
        edge = mixed(palette.rule, palette.ink, share)
        frame.box(target, theme, self.rect, palette.panel, edge, line=1 + share)
        if self.count:
            mark.icon(target, theme, "minus", self._minus.center, palette.ink_2, 14)
        room = self.rect.inflate(-8, -10)
        room.width -= _TAKE
        if not self.side:
            room.x += _TAKE
        wide = round(room.width * self.count / max(1, self.most))
        bar = Rect(room.right - wide, room.y, wide, room.height)
        if self.side:
            bar.x = room.x
        if wide:
            target.fill(theme.side_colour(self.side), theme.rect(bar))
        said = text.block(str(self.count), BODY_BOLD, theme)
        inside = wide >= said.width + 12
        colour = palette.on_fill if inside else palette.ink
        left = bar.right - said.width - 6 if inside else bar.x - said.width - 6
        if self.side:
            left = bar.x + 6 if inside else bar.right + 6
        said.draw(target, (left, self.rect.centery - said.height / 2), colour)

    @property
    def _minus(self) -> Rect:
        """The outer end, where a click takes a hand away."""
        left = self.rect.right - _TAKE if self.side else self.rect.x
        return Rect(left, self.rect.y, _TAKE, self.rect.height)

    def _typed(self, event: pygame.event.Event) -> int | None:
        """Return what a key makes of the number, if it is one of ours."""
        for digit in _DIGITS:
            if is_key(event, digit):
                typed = self.count * 10 + int(digit)
                return typed if typed <= MOST else int(digit)
        if is_key(event, "+"):
            return self.count + 1
        if is_key(event, "−"):
            return self.count - 1
        return self.count // 10 if event.key == pygame.K_BACKSPACE else None

    def _set(self, count: int) -> Intent:
        return Edited(self.id, str(max(0, min(MOST, count))))


class Tally(Widget):
    """The two delegations left and right, the three answers between them."""

    backdrop = True

    def __init__(self, words: Words, vote: Vote) -> None:
        self.words = words
        self.kind = vote.kind
        self.hands: Hands = vote.counted
        most = max(1, *(count for side in self.hands for count in side))
        names = [answer_name(words, vote.kind, place) for place in range(3)]
        cells = [
            CountCell(side, place, self.hands[side][place], most, names[place])
            for place in range(3)
            for side in (0, 1)
        ]
        super().__init__("tally", cells)
        self.names = names

    def says(self) -> str:
        """Return both totals."""
        totals = [f"{side_name(self.words, side)} {sum(self.hands[side])}" for side in (0, 1)]
        return ", ".join(totals)

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of head and rows."""
        return self._head(theme) + 3 * self._row(theme)

    def place(self, rect: Rect, theme: Theme) -> None:
        """Place the cells beside the names of the answers."""
        self.rect = rect.copy()
        wide = (rect.width - self._between(theme)) // 2
        for number, cell in enumerate(self.children):
            place, side = divmod(number, 2)
            top = rect.y + self._head(theme) + place * self._row(theme)
            left = rect.right - wide if side else rect.x
            cell.place(Rect(left, top, wide, self._row(theme) - 6), theme)

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint both totals, and each answer with its shield."""
        palette, middle = theme.palette, self.rect.y + self._head(theme) // 2
        for side in (0, 1):
            said = f"{side_name(self.words, side)} {sum(self.hands[side])}"
            line = text.baseline_at(middle, BODY_BOLD, theme)
            edge = self.rect.right - 8 if side else self.rect.x + 8
            mark.side_mark(target, theme, side, (edge, middle), 14)
            at = (edge - 14 if side else edge + 14, line)
            align = text.RIGHT if side else text.LEFT
            text.write(target, theme, said, BODY_BOLD, palette.ink, at, align)
        for place, name in enumerate(self.names):
            top = self.rect.y + self._head(theme) + place * self._row(theme)
            self._paint_name(target, theme, place, name, top + (self._row(theme) - 6) // 2)

    def _paint_name(
        self, target: pygame.Surface, theme: Theme, place: int, name: str, middle: int
    ) -> None:
        palette, across = theme.palette, self.rect.centerx
        role = NOTE_BOLD if self.kind == "stances" else NOTE
        line = text.baseline_at(middle, role, theme)
        if self.kind == "stances":
            wide = text.width(name, role, theme)
            at = (across - wide / 2 - _SHIELD / 2 - 1, middle)
            stance(target, theme, place, at, _SHIELD, palette.ink)
            across += _SHIELD // 2 + 2
        text.write(target, theme, name, role, palette.ink, (across, line), text.CENTRE)

    def _between(self, theme: Theme) -> int:
        return max(text.width(name, NOTE_BOLD, theme) for name in self.names) + _SHIELD + 34

    @staticmethod
    def _row(theme: Theme) -> int:
        return max(_ROW, text.line_height(BODY_BOLD, theme) + 14)

    @staticmethod
    def _head(theme: Theme) -> int:
        return max(_HEAD, text.line_height(BODY_BOLD, theme) + 8)
