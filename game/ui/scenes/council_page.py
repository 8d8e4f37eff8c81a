"""The page on which a package is written: NATO's column left, Russia's right."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pygame
from pygame import Rect

from game.ui import text
from game.ui.draw import frame, mark
from game.ui.draw.tone import mixed
from game.ui.layout import columns, inset, stack
from game.ui.theme import (
    BODY,
    BODY_BOLD,
    CARD_TITLE,
    HISTORY_ITALIC,
    NOTE,
    NOTE_BOLD,
    SCREEN_TITLE,
    Theme,
)
from game.ui.widgets.button import Button, IconButton, Pressable
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.scroll_area import ScrollArea
from game.ui.widgets.widget import Widget

TITLE: Final = SCREEN_TITLE.sized(29, 40)
_SUBTITLE: Final = HISTORY_ITALIC
_HEAD: Final = HISTORY_ITALIC.sized(22, 30)
_TERM: Final = CARD_TITLE.sized(19, 24)
_TERM_NOTE: Final = NOTE.sized(14, 18)
_TERM_HEAD: Final = NOTE_BOLD.sized(14, 18)
_GUTTER: Final = 32
_PADDING: Final = 14
_CLOSE: Final = 36
_TERM_HIGH: Final = 132
_BETWEEN: Final = 10


class PageTab(Pressable):
    """One of the three steps of drafting, with a tick when it is done."""

    def __init__(self, ident: str, label: str, *, key: str, done: bool, chosen: bool) -> None:
        super().__init__(ident)
        self.label = label
        self.shortcut = key
        self.done = done
        self.chosen = chosen

    def says(self) -> str:
        """Return the label."""
        return self.label

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of a dense target."""
        return max(36, text.line_height(BODY, theme) + 14)

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the room of tick and label."""
        tick = 24 if self.done else 0
        return tick + text.width(self.label, BODY_BOLD, theme), 0

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint label, tick, and the line under the chosen one."""
        palette = theme.palette
        role = BODY_BOLD if self.chosen else BODY
        ink = mixed(palette.ink_2, palette.ink, 1.0 if self.chosen else self.warmth(theme))
        wide = text.width(self.label, role, theme)
        left = self.rect.centerx - wide / 2 + (12 if self.done else 0)
        middle = self.rect.centery - 1
        if self.done:
            mark.icon(target, theme, "check", (left - 16, middle), palette.ink_2, 17)
        at = (left, text.baseline_at(middle, role, theme))
        text.write(target, theme, self.label, role, ink, at)
        if self.chosen:
            line = Rect(self.rect.x, self.rect.bottom - 4, self.rect.width, 4)
            target.fill(palette.ink, theme.rect(line))


@dataclass(frozen=True, slots=True)
class TermFace:
    """A term as the page shows it; ``ident`` is of the cross that takes it back, if any."""

    side: int
    head: str
    title: str
    note: str
    ident: str = ""
    take_back: str = ""
    why: str = ""


class TermCard(Widget):
    """A term on the page, on the light ground of the side that gives it."""

    backdrop = True

    def __init__(self, face: TermFace) -> None:
        self.face = face
        self.cross: IconButton | None = None
        if face.ident:
            self.cross = IconButton(face.ident, "close", face.take_back, size=17)
            self.cross.why = face.why
        super().__init__("", [self.cross] if self.cross else [])

    def says(self) -> str:
        """Return all words of the term."""
        return f"{self.face.head}: {self.face.title}. {self.face.note}"

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of head, title and note."""
        wide = room - 2 * _PADDING
        head = text.line_height(_TERM_HEAD, theme)
        title = text.height(self.face.title, _TERM, theme, wide)
        note = text.height(self.face.note, _TERM_NOTE, theme, wide) if self.face.note else 0
        return head + title + note + 2 * _PADDING + 6

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the height that the words need."""
        return 0, self.measure(theme, self.rect.width) - _PADDING

    def place(self, rect: Rect, theme: Theme) -> None:
        """Put the cross into the top right corner."""
        self.rect = rect.copy()
        if self.cross:
            self.cross.place(Rect(rect.right - _CLOSE - 5, rect.y + 4, _CLOSE, 34), theme)

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint ground and words."""
        palette = theme.palette
        side = self.face.side
        frame.box(target, theme, self.rect, theme.side_tint(side), palette.rule, corner=0)
        frame.side_edge(target, theme, self.rect, theme.side_colour(side), top=True)
        left, top = self.rect.x + _PADDING, self.rect.y + _PADDING - 1
        wide = self.rect.width - 2 * _PADDING
        head = text.block(self.face.head, _TERM_HEAD, theme, wide - _CLOSE)
        head.draw(target, (left, top), palette.ink_2)
        top += head.height + 2
        title = text.block(self.face.title, _TERM, theme, wide)
        title.draw(target, (left, top), palette.ink)
        note = text.block(self.face.note, _TERM_NOTE, theme, wide)
        note.draw(target, (left, top + title.height + 4), palette.ink_2)


class EmptySlot(Pressable):
    """Room for a term: pressing it opens the list that it would come from."""

    def __init__(self, ident: str, words: str) -> None:
        super().__init__(ident)
        self.words = words

    def says(self) -> str:
        """Return the words."""
        return self.words

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the words with air."""
        return text.height(self.words, BODY, theme, room - 2 * _PADDING) + 2 * _PADDING

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the dashed edge and the words in the middle."""
        palette = theme.palette
        frame.recess(target, theme, self.rect, self.warmth(theme), corner=0)
        frame.dashed_box(target, theme, self.rect, palette.ctl)
        wide = self.rect.width - 2 * _PADDING
        block = text.block(self.words, BODY, theme, wide, text.CENTRE)
        at = (self.rect.x + _PADDING, self.rect.centery - block.height / 2)
        block.draw(target, at, palette.ink_3)


class TwoColumns(Widget):
    """The terms of both sides from the top, NATO's left; equally high where that fits."""

    backdrop = True

    def __init__(self, sides: tuple[Sequence[Widget], Sequence[Widget]], room: int) -> None:
        super().__init__("", [*sides[0], *sides[1]])
        self.sides = sides
        self.room = room

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the longer column."""
        return max(_stacked(self._heights(theme, room, side)) for side in self.sides)

    def place(self, rect: Rect, theme: Theme) -> None:
        """Place the cards."""
        self.rect = rect.copy()
        for side, place in zip(self.sides, columns(rect, 2, _GUTTER), strict=True):
            heights = self._heights(theme, rect.width, side)
            for card, room in zip(side, stack(place, heights, _BETWEEN), strict=True):
                card.place(room, theme)

    def _heights(self, theme: Theme, room: int, side: Sequence[Widget]) -> list[int]:
        """Return how high the cards of a side are."""
        wide = (room - _GUTTER) // 2
        count = max(1, *(len(cards) for cards in self.sides))
        share = (self.room - _BETWEEN * (count - 1)) // count
        tallest = max((card.measure(theme, wide) for card in self.children), default=0)
        if tallest <= share:
            return [max(tallest, min(_TERM_HIGH, share))] * len(side)
        heights = [card.measure(theme, wide) for card in side]
        spare = max(0, self.room - _stacked(heights)) // max(1, len(side))
        return [min(high + spare, max(high, _TERM_HIGH)) for high in heights]


def _stacked(heights: Sequence[int]) -> int:
    """Return the height of cards below one another."""
    return sum(heights) + _BETWEEN * max(0, len(heights) - 1)


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of the page; ``heads`` stand over NATO's and Russia's column."""

    title: str
    subtitle: str
    heads: tuple[str, str]
    agreed: str


class PackagePage(Widget):
    """The page: title, tabs where it is drafted, both columns, what agreeing does, buttons."""

    backdrop = True

    def __init__(
        self,
        words: PageWords,
        tabs: Sequence[PageTab],
        sides: tuple[Sequence[Widget], Sequence[Widget]],
        buttons: Sequence[Button],
    ) -> None:
        self.words = words
        self.title = Label(words.title, TITLE, align=text.CENTRE)
        self.subtitle = Label(words.subtitle, _SUBTITLE, colour="ink_2", align=text.CENTRE)
        self.tabs = list(tabs)
        self.columns = TwoColumns(sides, 0)
        self.terms = ScrollArea("terms", self.columns)
        self.agreed = Paragraph(words.agreed, align=text.CENTRE, colour="ink_2")
        self.buttons = list(buttons)
        self._heads = Rect(0, 0, 0, 0)
        parts = [self.title, self.subtitle, *self.tabs, self.terms, self.agreed]
        super().__init__("page", [*parts, *self.buttons])

    def says(self) -> str:
        """Return the words over the columns."""
        return ", ".join(self.words.heads)

    def place(self, rect: Rect, theme: Theme) -> None:
        """Place the parts from the top and from the bottom; the terms take the rest."""
        self.rect = rect.copy()
        inner = inset(rect, 36, 18)
        top = self._place_head(inner, theme)
        bottom = self._place_foot(inner, theme)
        self._heads = Rect(inner.x, top, inner.width, text.line_height(_HEAD, theme) + 12)
        room = Rect(inner.x, self._heads.bottom, inner.width, bottom - 12 - self._heads.bottom)
        self.columns.room = room.height
        self.terms.place(room, theme)

    def _place_head(self, inner: Rect, theme: Theme) -> int:
        """Place title, subtitle and tabs; return where they end."""
        top = inner.y
        for label in (self.title, self.subtitle):
            high = label.measure(theme, inner.width - 24)
            label.place(Rect(inner.x + 12, top, inner.width - 24, high), theme)
            top += high
        if not self.tabs:
            return top + 14
        top += 8
        high = max(tab.measure(theme, 0) for tab in self.tabs)
        for tab, place in zip(
            self.tabs,
            columns(Rect(inner.x, top, inner.width, high), len(self.tabs)),
            strict=True,
        ):
            tab.place(place, theme)
        return top + high + 12

    def _place_foot(self, inner: Rect, theme: Theme) -> int:
        """Place the buttons and the line above them; return where they begin."""
        widths = [button.natural_width(theme) for button in self.buttons]
        gaps = len(widths) - 1
        gap = 12 if inner.width - sum(widths) >= 12 * gaps else 6
        spare = inner.width - sum(widths) - gap * gaps
        high = max(button.measure(theme, 0) for button in self.buttons)
        left, top = inner.x, inner.bottom - 6 - high
        # What is left over goes half to the main button, half to the others.
        for number, (button, wide) in enumerate(zip(self.buttons, widths, strict=True)):
            others = max(1, len(widths) - 1)
            share = spare // 2 if number == len(widths) - 1 else spare // 2 // others
            wide_now = wide + max(0, share)
            if number == len(widths) - 1:
                wide_now = inner.right - left
            button.place(Rect(left, top, wide_now, high), theme)
            left += wide_now + gap
        line = self.agreed.measure(theme, inner.width)
        self.agreed.place(Rect(inner.x, top - 12 - line, inner.width, line), theme)
        return top - 12 - line - 10

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the plate, the rules and the heads of the columns."""
        palette = theme.palette
        frame.shadow(target, theme, self.rect)
        frame.box(target, theme, self.rect, palette.panel, palette.rule)
        frame.double_frame(target, theme, inset(self.rect, 10), palette.ink)
        inner = inset(self.rect, 36, 18)
        if self.tabs:
            under = (inner.x, self.tabs[0].rect.bottom)
            frame.rule(target, theme, under, inner.width)
        top = self._heads.y + 4
        frame.rule(
            target, theme, (inner.centerx, top), self.terms.rect.bottom - top, line=2, down=True
        )
        above = (inner.x, self.agreed.rect.y - 10)
        frame.rule(target, theme, above, inner.width)
        for side, place in enumerate(columns(self._heads, 2, _GUTTER)):
            self._paint_head(target, theme, side, place)

    def _paint_head(self, target: pygame.Surface, theme: Theme, side: int, place: Rect) -> None:
        words = self.words.heads[side]
        wide = text.width(words, _HEAD, theme) + 28
        left = place.centerx - wide / 2
        middle = place.y + (place.height - 12) / 2
        mark.side_mark(target, theme, side, (left + 9, middle + 1), 18)
        at = (left + 28, text.baseline_at(middle, _HEAD, theme))
        text.write(target, theme, words, _HEAD, theme.palette.ink, at)
