"""The left of a crisis: where and what happened, who began it, how both see it."""

from typing import Final

import pygame
from pygame import Rect

from game.engine import View
from game.engine.view_parts import CrisisState
from game.ui import text
from game.ui.board.crisis_face import (
    StarterFace,
    date_of,
    picture_of,
    readings_of,
    spec_of,
    starter_of,
    story_of,
    title_of,
)
from game.ui.board.map_marks import MapWords
from game.ui.board.map_small import MiniMap, draw_mini_map
from game.ui.board.map_words import map_words
from game.ui.board.ring_room import RingRoom
from game.ui.draw import frame, mark
from game.ui.layout import columns
from game.ui.theme import (
    BODY,
    BODY_BOLD,
    HISTORY,
    HISTORY_ITALIC,
    NOTE,
    SCREEN_TITLE,
    Theme,
)
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Spacer
from game.ui.widgets.scroll_area import ScrollArea
from game.ui.widgets.widget import Column, Widget
from game.words import Words

_STORY: Final = HISTORY.sized(17, 24)
_DATE: Final = HISTORY_ITALIC.sized(15, 21)
_TITLE: Final = SCREEN_TITLE.sized(30, 38)
_NOTE: Final = NOTE.sized(14, 18)
_HIGH: Final = 196
_NOBODY: Final = 2


def crisis_story(words: Words, view: View, crisis: CrisisState) -> ScrollArea:
    """Return the column."""
    spec = spec_of(view, crisis)
    dilemma = words.content_text(spec.slug, spec.dilemma)
    picture = CrisisPicture(
        picture_of(words, view, crisis), map_words(words, view.world), dilemma
    )
    heads = (words.text("As NATO sees it"), words.text("As Russia sees it"))
    parts: list[Widget] = [
        picture,
        Spacer(6),
        Label(title_of(words, crisis), _TITLE, ident="crisis:title"),
        Label(date_of(words, view, crisis), _DATE, colour="ink_2"),
        Spacer(8),
        Label(story_of(words, view, crisis), _STORY),
        Spacer(16),
        StarterBox(starter_of(words, view, crisis)),
        Spacer(14),
        Readings(heads, readings_of(words, view, crisis)),
    ]
    return ScrollArea("story", RingRoom(Column("", parts, gap=0)))


class CrisisPicture(Widget):
    """A small map of where it happened; without a place, the dilemma in a plain panel."""

    def __init__(self, mini: MiniMap | None, words: MapWords, dilemma: str) -> None:
        super().__init__("crisis:picture")
        self.mini = mini
        self.words = words
        self.dilemma = dilemma

    def says(self) -> str:
        """Return the dilemma where it stands in the map's place."""
        return "" if self.mini else self.dilemma

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the picture."""
        if self.mini is None:
            return max(132, text.height(self.dilemma, HISTORY_ITALIC, theme, room - 72) + 72)
        return _HIGH

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw the map, or the panel."""
        if self.mini is not None:
            draw_mini_map(target, self.rect, self.mini, self.words, theme)
            return
        palette = theme.palette
        frame.box(target, theme, self.rect, palette.sea, palette.ink, corner=0)
        inner = self.rect.inflate(-12, -12)
        frame.box(target, theme, inner, None, palette.coastline, corner=0)
        wide = self.rect.width - 72
        block = text.block(self.dilemma, HISTORY_ITALIC.sized(18, 25), theme, wide, text.CENTRE)
        at = (self.rect.x + 36, self.rect.centery - block.height / 2)
        block.draw(target, at, palette.ink)


class StarterBox(Widget):
    """Who began it; dashed while that is not known."""

    def __init__(self, face: StarterFace) -> None:
        super().__init__("crisis:starter")
        self.face = face

    def says(self) -> str:
        """Return both lines."""
        return f"{self.face.title} {self.face.note}".strip()

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of both lines and the air."""
        wide = room - 72
        note = text.height(self.face.note, _NOTE, theme, wide) if self.face.note else 0
        return max(44, text.height(self.face.title, BODY_BOLD, theme, wide) + note + 18)

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the height that the words need."""
        return 0, self.measure(theme, self.rect.width) - 8

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint box, sign and words."""
        palette = theme.palette
        middle = self.rect.centery
        if self.face.side is None:
            frame.dashed_box(target, theme, self.rect, palette.ctl)
            at = (self.rect.x + 31, middle)
            mark.icon(target, theme, "unknown-cause", at, palette.ink, 36)
        else:
            frame.box(target, theme, self.rect, palette.panel, palette.rule)
            self._paint_side(target, theme, self.face.side)
        wide = self.rect.width - 72
        title = text.block(self.face.title, BODY_BOLD, theme, wide)
        note = text.block(self.face.note, _NOTE, theme, wide)
        high = title.height + (note.height if self.face.note else 0)
        left, top = self.rect.x + 60, middle - high / 2
        title.draw(target, (left, top), palette.ink)
        if self.face.note:
            note.draw(target, (left, top + title.height), palette.ink_2)

    def _paint_side(self, target: pygame.Surface, theme: Theme, side: int) -> None:
        centre = (self.rect.x + 30, self.rect.centery)
        if side == _NOBODY:
            ink = theme.palette.ink_2
            mark.icon(target, theme, "minus", centre, ink, 22)
        else:
            mark.side_mark(target, theme, side, centre, 22)


class Readings(Widget):
    """How both capitals see it: equal columns, NATO's left."""

    def __init__(self, heads: tuple[str, str], readings: tuple[str, str]) -> None:
        super().__init__("crisis:readings")
        self.heads = heads
        self.readings = readings

    def says(self) -> str:
        """Return both readings."""
        return " ".join(
            f"{head}: {words}" for head, words in zip(self.heads, self.readings, strict=True)
        )

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the longer one."""
        wide = (room - 12) // 2
        longest = max(text.height(words, BODY, theme, wide) for words in self.readings)
        return 12 + text.line_height(BODY_BOLD, theme) + 2 + longest

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the height that the words need."""
        return 0, self.measure(theme, self.rect.width)

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint both columns."""
        for side, place in enumerate(columns(self.rect, 2, 12)):
            self._paint_one(target, theme, side, place)

    def _paint_one(self, target: pygame.Surface, theme: Theme, side: int, place: Rect) -> None:
        palette = theme.palette
        frame.side_edge(target, theme, place, theme.side_colour(side), top=True)
        top = place.y + 12
        line = text.line_height(BODY_BOLD, theme)
        mark.side_mark(target, theme, side, (place.x + 7, top + line / 2 + 1), 14)
        head = text.block(self.heads[side], BODY_BOLD, theme, place.width - 20)
        head.draw(target, (place.x + 20, top), palette.ink)
        block = text.block(self.readings[side], BODY, theme, place.width)
        block.draw(target, (place.x, top + line + 2), palette.ink)
