"""Parts of the verdict: how a side ended, what its points came from, a turning point."""

from typing import Final

import pygame
from pygame import Rect

from game.engine import Outcome
from game.ui import text
from game.ui.draw import bar, frame, mark
from game.ui.scenes.turning_points import TurningPoint
from game.ui.scenes.verdict_points import Source
from game.ui.theme import (
    BODY,
    BODY_BOLD,
    HEADING,
    HISTORY_ITALIC,
    NOTE,
    PANEL_TITLE,
    VALUE_SMALL,
    Theme,
)
from game.ui.widgets.button import Pressable
from game.ui.widgets.widget import Hint, Widget
from game.words import (
    Words,
    decimal,
    mandate_title,
    points,
    result_name,
    result_of,
    round_title,
    side_name,
)

_EDGE: Final = 18
_GOOD: Final = ("success", "triumph")
_TAG: Final = 24
_VALUE: Final = 34
_POINTS: Final = 46


class SideResult(Widget):
    """A side at the end: its mandate, how it ended, its points and its target."""

    def __init__(self, words: Words, outcome: Outcome, side: int) -> None:
        super().__init__(f"result:{side}")
        self.side = side
        self._name = side_name(words, side)
        self._mandate = mandate_title(words, outcome.mandates[side])
        self._result = result_of(outcome, side)
        self._result_name = result_name(words, self._result)
        self._points = points(words, outcome.points[side])
        made, target = outcome.points[side], outcome.targets[side]
        self._target = words.text("· target {n}", n=points(words, target))
        scale = bar.TargetScale.of(target, outcome.triumph, made)
        self._bound, self._share = scale.share(target), scale.share(made)

    def says(self) -> str:
        """Return name, mandate, result and points."""
        told = f"{self._points} {self._target}"
        return f"{self._name}, {self._mandate}, {self._result_name}, {told}"

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of name, mandate and bar."""
        high = text.line_height(PANEL_TITLE, theme) + text.line_height(HISTORY_ITALIC, theme)
        return high + text.line_height(VALUE_SMALL, theme) + 6

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the size of the words."""
        name = text.width(self._name, PANEL_TITLE, theme) + 26
        wide = name + text.width(self._result_name, BODY_BOLD, theme) + _EDGE + 12
        return wide, self.measure(theme, self.rect.width) - 4

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw the edge, the words and the bar."""
        palette, colour = theme.palette, theme.side_colour(self.side)
        frame.side_edge(target, theme, self.rect, colour)
        left, top = self.rect.x + _EDGE, self.rect.y
        high = text.line_height(PANEL_TITLE, theme)
        middle = top + high / 2
        mark.side_mark(target, theme, self.side, (left + 8, middle), 17)
        at = (left + 26, text.baseline_at(middle, PANEL_TITLE, theme))
        text.write(target, theme, self._name, PANEL_TITLE, palette.ink, at)
        tone = palette.joint if self._result in _GOOD else palette.ink_2
        at = (self.rect.right, text.baseline_at(middle, BODY_BOLD, theme))
        text.write(target, theme, self._result_name, BODY_BOLD, tone, at, text.RIGHT)
        mandate = text.block(self._mandate, HISTORY_ITALIC, theme)
        mandate.draw(target, (left, top + high), palette.ink_2)
        top += high + text.line_height(HISTORY_ITALIC, theme)
        self._paint_score(target, theme, left, top)

    def _paint_score(self, target: pygame.Surface, theme: Theme, left: int, top: int) -> None:
        """Draw the bar, and the points beside it."""
        palette = theme.palette
        middle = top + 3 + text.line_height(VALUE_SMALL, theme) / 2
        note = (self.rect.right, text.baseline_at(middle, BODY, theme))
        text.write(target, theme, self._target, BODY, palette.ink, note, text.RIGHT)
        wide = text.width(self._target, BODY, theme) + 6
        value = (self.rect.right - wide, text.baseline_at(middle, VALUE_SMALL, theme))
        text.write(target, theme, self._points, VALUE_SMALL, palette.ink, value, text.RIGHT)
        wide += text.width(self._points, VALUE_SMALL, theme) + 22
        room = Rect(left, round(middle) - 5, self.rect.right - wide - left, 10)
        colour = theme.side_colour(self.side)
        bounds = (self._bound, self._bound)
        bar.target_bar(target, theme, room, colour, bounds, self._share)


class SourceTable(Widget):
    """Where a side's points came from: what counts, what it ended at, what that made."""

    def __init__(self, words: Words, side: int, sources: tuple[Source, ...]) -> None:
        super().__init__(f"sources:{side}")
        self.side = side
        self.words = words
        self.sources = sources
        self._title = words.text("Sources of points")
        self._total = sum(source.tenths for source in sources)

    def says(self) -> str:
        """Return every row."""
        rows = [f"{one.text}: {one.value}, {self._points(one.tenths)}" for one in self.sources]
        return ", ".join([self._title, *rows, self._points(self._total)])

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the rows and the sum."""
        rows = sum(self._row_height(theme, one, room - 28) for one in self.sources)
        return 16 + text.line_height(HEADING, theme) + rows + 14

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the size of the title with the sum, and the height of the rows."""
        wide = text.width(self._title, HEADING, theme) + round(_POINTS * theme.text)
        return wide + 51, self.measure(theme, self.rect.width) - 8

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw the box, its title with the sum, and the rows."""
        palette = theme.palette
        frame.box(target, theme, self.rect, palette.panel, corner=0)
        frame.side_edge(target, theme, self.rect, theme.side_colour(self.side), top=True)
        left, right, top = self.rect.x + 14, self.rect.right - 14, self.rect.y + 12
        middle = top + text.line_height(HEADING, theme) / 2
        mark.side_mark(target, theme, self.side, (left + 7, middle), 14)
        at = (left + 23, text.baseline_at(middle, HEADING, theme))
        text.write(target, theme, self._title, HEADING, palette.ink, at)
        total = self._points(self._total)
        text.write(target, theme, total, HEADING, palette.ink, (right, at[1]), text.RIGHT)
        top += text.line_height(HEADING, theme) + 2
        for one in self.sources:
            high = self._row_height(theme, one, right - left)
            self._paint_row(target, theme, one, Rect(left, top, right - left, high))
            top += high

    def _paint_row(self, target: pygame.Surface, theme: Theme, one: Source, room: Rect) -> None:
        palette = theme.palette
        wide = room.width - round((_VALUE + _POINTS) * theme.text)
        block = text.block(one.text, NOTE, theme, wide)
        block.draw(target, (room.x, room.y), palette.ink_2)
        line = text.baseline_at(room.y + text.line_height(NOTE, theme) / 2, NOTE, theme)
        made = self._points(one.tenths)
        at = (room.right - round(_POINTS * theme.text), line)
        text.write(target, theme, one.value, NOTE, palette.ink_2, at, text.RIGHT)
        text.write(target, theme, made, NOTE.bold, palette.ink, (room.right, line), text.RIGHT)

    def _row_height(self, theme: Theme, one: Source, room: int) -> int:
        wide = room - round((_VALUE + _POINTS) * theme.text)
        return text.height(one.text, NOTE, theme, wide) + 1

    def _points(self, tenths: int) -> str:
        """Return points with their sign, to a tenth: `+1.8`."""
        shown = decimal(self.words, tenths, 1)
        return f"+{shown}" if tenths > 0 else shown


class Turn(Pressable):
    """A turning point: number, what it was, what that meant, the round. A press replays it."""

    def __init__(self, words: Words, number: int, point: TurningPoint) -> None:
        super().__init__(f"turn:{number}")
        self.number = number
        self.point = point
        self.hint = Hint(words.text("Replay from here"))
        self._round = (
            round_title(words, point.round) if point.round else words.text("before round 1")
        )

    def says(self) -> str:
        """Return title, sentence and round."""
        return f"{self.point.moment.title}. {self.point.moment.text} {self._round}"

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of its three parts."""
        return sum(block.height for block in self._blocks(theme, room)) + 18

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the height it needs."""
        return 0, self.measure(theme, self.rect.width) - 10

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Draw number, words and the hairline above."""
        palette = theme.palette
        share = 1.0 if self.pressed else self.warmth(theme)
        frame.recess(target, theme, self.rect, share)
        frame.rule(target, theme, self.rect.topleft, self.rect.width)
        top = self.rect.y + 10
        tag = Rect(self.rect.x, top, _TAG, _TAG)
        mark.tag(target, theme, str(self.number), tag)
        tones = (palette.ink, palette.ink_2, palette.ink_2)
        for block, tone in zip(self._blocks(theme, self.rect.width), tones, strict=True):
            block.draw(target, (self.rect.x + _TAG + 12, top), tone)
            top += block.height

    def _blocks(self, theme: Theme, room: int) -> tuple[text.Block, ...]:
        wide = room - _TAG - 12
        moment = self.point.moment
        parts = ((moment.title, HEADING), (moment.text, BODY), (self._round, NOTE))
        return tuple(text.block(words, role, theme, wide) for words, role in parts)
