"""Parts of the reveal: the two answers, the table between them, and what moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pygame
from pygame import Rect

from game.engine.preview import Change
from game.ui import text
from game.ui.board.reveal_words import AnswerFace
from game.ui.draw import frame, mark
from game.ui.draw.bar import BAR_HEIGHT, scale_bar
from game.ui.draw.matrix import stance
from game.ui.theme import (
    BODY,
    BODY_BOLD,
    CARD_TITLE,
    HEADING,
    PANEL_TITLE,
    VALUE_SMALL,
    Theme,
)
from game.ui.widgets.widget import Widget

_SIDE: Final = PANEL_TITLE.sized(21, 28)
_TITLE: Final = CARD_TITLE.sized(20, 25)
_WORD: Final = HEADING.sized(17, 22)
_PADDING: Final = 19
SHIELD: Final = 76
_BAR: Final = 170
_LEAST_ARROW: Final = 24


class AnswerCard(Widget):
    """A side's answer, face up; while ``turned`` is below 1 it is on its way round.

    Attributes:
        shield: Height of its stance; smaller where large words need the room.
    """

    def __init__(self, face: AnswerFace, name: str) -> None:
        super().__init__(f"answer:{face.side}")
        self.face = face
        self.name = name
        self.turned = 1.0
        self.shield = SHIELD

    def says(self) -> str:
        """Return side, stance and answer; nothing while its back is up."""
        if self.turned <= 0.5:
            return self.name
        face = self.face
        return f"{self.name}, {face.stance_word}: {face.title}. {face.note} {face.effects}"

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the words and the shield."""
        wide = room - 2 * _PADDING
        face = self.face
        words = (
            text.height(face.title, _TITLE, theme, wide)
            + text.height(face.note, BODY, theme, wide)
            + text.height(face.effects, BODY_BOLD, theme, wide)
        )
        head = text.line_height(_SIDE, theme) + text.line_height(_WORD, theme)
        return 18 + head + 18 + self.shield + 36 + words

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the height that the words need."""
        return 0, self.measure(theme, self.rect.width) - 8

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the back, the front, or the card on its way round."""
        if self.turned >= 1.0:
            frame.shadow(target, theme, self.rect)
            self._paint_front(target, theme)
            return
        share = abs(2 * self.turned - 1)
        narrow = self.rect.inflate(-round(self.rect.width * (1 - share)), 0)
        if narrow.width < 4:
            return
        if self.turned < 0.5:
            frame.box(target, theme, narrow, theme.palette.panel, theme.palette.ctl)
            size = max(4.0, 96 * share)
            mark.side_mark(target, theme, self.face.side, narrow.center, size, outlined=True)
        else:
            frame.box(target, theme, narrow, theme.palette.panel, theme.palette.rule)
            colour = theme.side_colour(self.face.side)
            frame.side_edge(target, theme, narrow, colour, top=True)

    def _paint_front(self, target: pygame.Surface, theme: Theme) -> None:
        palette, face = theme.palette, self.face
        colour = theme.side_colour(face.side)
        frame.box(target, theme, self.rect, palette.panel, palette.rule)
        frame.side_edge(target, theme, self.rect, colour, top=True)
        inner = self.rect.inflate(-2 * _PADDING, 0)
        line = text.line_height(_SIDE, theme)
        top = self.rect.y + 17
        mark.side_mark(target, theme, face.side, (inner.x + 9, top + line / 2), 18)
        at = (inner.x + 28, text.baseline_at(top + line / 2, _SIDE, theme))
        text.write(target, theme, self.name, _SIDE, palette.ink, at)
        top += line + 14
        shield = (self.rect.centerx, top + self.shield / 2)
        stance(target, theme, face.stance, shield, self.shield + 8, colour)
        top += self.shield + 6
        high = text.line_height(_WORD, theme)
        word = Rect(inner.x, top, inner.width, high)
        text.centred(target, theme, face.stance_word, _WORD, palette.ink, word)
        top += high + 10
        frame.rule(target, theme, (inner.x, top), inner.width)
        top += 8
        for words, role, ink in (
            (face.title, _TITLE, palette.ink),
            (face.note, BODY, palette.ink_2),
            (face.effects, BODY_BOLD, palette.ink),
        ):
            block = text.block(words, role, theme, inner.width)
            block.draw(target, (inner.x, top), ink)
            top += block.height + 3


class MeetingArrow(Widget):
    """From an answer to the table."""

    def __init__(self, side: int) -> None:
        super().__init__()
        self.side = side

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw the line and its head."""
        if self.rect.width < _LEAST_ARROW:
            return
        colour = theme.side_colour(self.side)
        middle = self.rect.centery
        tip = self.rect.right if self.side == mark.NATO else self.rect.x
        back = -11 if self.side == mark.NATO else 11
        frame.rule(target, theme, (self.rect.x, middle), self.rect.width, colour, line=2)
        for rise in (-8, 8):
            ends = theme.point((tip, middle + 1)), theme.point((tip + back, middle + 1 + rise))
            pygame.draw.line(target, colour, *ends, theme.line(2))


@dataclass(frozen=True, slots=True)
class TrackChange:
    """A track before and after; without a ``bar`` stand ``words``, in a side's colour."""

    name: str
    change: Change
    shown: tuple[str, str]
    words: str = ""
    words_side: int | None = None
    bar: bool = True


class ChangeColumn(Widget):
    """What moved for one side, or for both."""

    def __init__(
        self, title: str, side: int | None, changes: Sequence[TrackChange], same: str
    ) -> None:
        super().__init__("changes:both" if side is None else f"changes:{side}")
        self.title = title
        self.side = side
        self.changes = list(changes)
        self.same = same

    def says(self) -> str:
        """Return all changes in words."""
        parts = (f"{one.name} " + " → ".join(dict.fromkeys(one.shown)) for one in self.changes)
        return f"{self.title}: {', '.join(parts)}"

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of head and rows."""
        return self._row(theme) * (len(self.changes) + 1) - 6

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint head and rows."""
        palette = theme.palette
        high = self._row(theme)
        middle = self.rect.y + high / 2 - 3
        if self.side is None:
            mark.brand_mark(target, theme, (self.rect.x, middle - 7), 14)
        else:
            mark.side_mark(target, theme, self.side, (self.rect.x + 7, middle), 15)
        at = (self.rect.x + 28, text.baseline_at(middle, BODY_BOLD, theme))
        text.write(target, theme, self.title, BODY_BOLD, palette.ink, at)
        for number, one in enumerate(self.changes, start=1):
            top = self.rect.y + number * high - 5
            frame.rule(target, theme, (self.rect.x, top), self.rect.width)
            self._paint_change(target, theme, one, top + high / 2)

    def _paint_change(
        self, target: pygame.Surface, theme: Theme, one: TrackChange, middle: float
    ) -> None:
        palette = theme.palette
        base = text.baseline_at(middle, BODY, theme)
        text.write(target, theme, one.name, BODY, palette.ink, (self.rect.x, base))
        left = self.rect.x + max(86, text.width(one.name, BODY, theme) + 12)
        right = self._paint_value(target, theme, one, base)
        if not one.bar:
            colour = self._tone(theme, one)
            text.write(target, theme, one.words, BODY_BOLD, colour, (left, base))
            return
        wide = min(_BAR, right - 12 - left)
        bar = Rect(left, round(middle) - BAR_HEIGHT // 2, wide, BAR_HEIGHT)
        before, after = one.change
        colour = palette.ink if self.side is None else theme.side_colour(self.side)
        becomes = None if before == after else after
        scale_bar(target, theme, bar, before, colour, becomes=becomes)

    def _paint_value(
        self, target: pygame.Surface, theme: Theme, one: TrackChange, base: float
    ) -> float:
        """Write what it is and was at the right end; return where that begins."""
        palette = theme.palette
        before, after = one.shown
        right = self.rect.right
        if before == after:
            words = after if one.bar else self.same
            text.write(target, theme, words, BODY, palette.ink_2, (right, base), text.RIGHT)
            return right - text.width(words, BODY, theme)
        role = VALUE_SMALL if one.bar else BODY_BOLD
        tone = self._tone(theme, one)
        text.write(target, theme, after, role, tone, (right, base), text.RIGHT)
        right -= text.width(after, role, theme)
        was = f"{before} → "
        text.write(target, theme, was, BODY, palette.ink_2, (right, base), text.RIGHT)
        return right - text.width(was, BODY, theme)

    @staticmethod
    def _tone(theme: Theme, one: TrackChange) -> tuple[int, int, int]:
        """Return the colour of what a track is now."""
        if one.words_side is None:
            return theme.palette.ink
        return theme.side_colour(one.words_side)

    def _row(self, theme: Theme) -> int:
        return max(32, text.line_height(BODY, theme) + 8)
