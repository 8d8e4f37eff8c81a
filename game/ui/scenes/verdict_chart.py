"""The curves of a match: how safe each side felt, and how tense the world was."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pygame
from pygame import Rect

from game.match import PublicPosition
from game.ui import text
from game.ui.board.projection import Point
from game.ui.board.strokes import SOLID, Pattern, stroke
from game.ui.draw import frame, mark
from game.ui.draw.hatch import fill_hatch
from game.ui.draw.sprite import sprite
from game.ui.theme import BODY, BODY_BOLD, BODY_ITALIC, NOTE_BOLD, Colour, Theme
from game.ui.widgets.widget import Widget
from game.words import Words, side_name, track_name

_TOP: Final = 44
_LEFT: Final = 36
_RIGHT: Final = 128
_BOTTOM: Final = 46
_HIGHEST: Final = 10
_LINES: Final = (2, 4, 8, 10)
_DANGER: Final = 7
_TAG: Final = 22
_DASHED: Final[Pattern] = (8, 5)


@dataclass(frozen=True, slots=True)
class _Curve:
    """One line of the chart; `side` is `None` for what both share."""

    name: str
    values: tuple[int, ...]
    side: int | None


class Chart(Widget):
    """Assurance of both sides and Tension by round, with numbered moments above."""

    def __init__(
        self, words: Words, positions: Sequence[PublicPosition], moments: Sequence[int]
    ) -> None:
        """Take what is shown.

        Args:
            words: The language.
            positions: The start, and the end of each round.
            moments: The round of each turning point, in order.
        """
        super().__init__("chart")
        self.words = words
        self.positions = tuple(positions)
        self.moments = tuple(moments)
        assurance = track_name(words, "assurance")
        named = [f"{assurance}, {side_name(words, side)}" for side in (0, 1)]
        self._curves = (
            _Curve(track_name(words, "tension"), tuple(p.tension for p in positions), None),
            _Curve(named[0], tuple(p.assurance[0] for p in positions), 0),
            _Curve(named[1], tuple(p.assurance[1] for p in positions), 1),
        )

    def says(self) -> str:
        """Return the curves as numbers."""
        told = [f"{one.name}: {' '.join(map(str, one.values))}" for one in self._curves]
        return "; ".join(told)

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the ground, the curves, their names and the moments."""
        plot = self._plot(theme)
        self._paint_ground(target, theme, plot)
        self._paint_moments(target, theme, plot)
        self._paint_notes(target, theme, plot)
        self._paint_curves(target, theme, plot)
        self._paint_marks(target, theme, plot)
        self._paint_names(target, theme, plot)

    def _plot(self, theme: Theme) -> Rect:
        """Return the room of the curves themselves."""
        names = max(text.width(one.name, BODY_BOLD, theme) for one in self._curves)
        right = max(_RIGHT, names + 22)
        bottom = round(_BOTTOM * theme.text)
        return Rect(
            self.rect.x + _LEFT,
            self.rect.y + _TOP,
            self.rect.width - _LEFT - right,
            self.rect.height - _TOP - bottom,
        )

    def _x(self, plot: Rect, index: int) -> float:
        return plot.x + plot.width * index / max(1, len(self.positions) - 1)

    @staticmethod
    def _y(plot: Rect, value: float) -> float:
        return plot.bottom - plot.height * value / _HIGHEST

    def _paint_ground(self, target: pygame.Surface, theme: Theme, plot: Rect) -> None:
        """Paint the zone of danger, the lines, and the numbers along both axes."""
        palette = theme.palette
        top, danger = self._y(plot, _HIGHEST), self._y(plot, _DANGER)
        zone = theme.rect(Rect(plot.x, round(top), plot.width, round(danger - top)))
        fill_hatch(target, theme, zone, palette.alarm, alpha=70)
        for value in _LINES:
            frame.rule(target, theme, (plot.x, self._y(plot, value)), plot.width)
        frame.rule(target, theme, (plot.x, danger), plot.width, palette.alarm, line=1.5)
        risk = self.words.content.numbers.risk_tension
        frame.dashed_line(
            target, theme, (plot.x, self._y(plot, risk)), plot.width, palette.ink_2
        )
        frame.rule(target, theme, (plot.x, plot.bottom), plot.width, palette.ink, line=2)
        for value in (0, 2, 4, 6, 8, 10):
            line = text.baseline_at(self._y(plot, value), BODY, theme)
            at = (plot.x - 18, line)
            text.write(target, theme, str(value), BODY, palette.ink_2, at, text.RIGHT)
        self._paint_rounds(target, theme, plot)

    def _paint_notes(self, target: pygame.Surface, theme: Theme, plot: Rect) -> None:
        """Name the zone of danger and its end, on top of the lines of the moments."""
        palette, words = theme.palette, self.words
        notes = (
            (_HIGHEST, words.text("confrontation at {n}", n=_HIGHEST), palette.alarm, 1),
            (_DANGER, words.text("danger from {n}", n=_DANGER), palette.alarm, -1),
        )
        for value, note, colour, below in notes:
            high = text.line_height(NOTE_BOLD, theme) / 2 + 3
            middle = self._y(plot, value) + below * high
            at = (plot.x + 8, text.baseline_at(middle, NOTE_BOLD, theme))
            self._haloed(target, theme, note, colour, at)

    def _haloed(
        self,
        target: pygame.Surface,
        theme: Theme,
        note: str,
        colour: Colour,
        at: tuple[float, float],
    ) -> None:
        """Write a note on a piece of the page, so that no line runs through it."""
        wide, high = text.width(note, NOTE_BOLD, theme), text.line_height(NOTE_BOLD, theme)
        ground = Rect(round(at[0]) - 3, round(at[1] - high * 0.8), wide + 6, high)
        target.fill(theme.palette.page, theme.rect(ground))
        text.write(target, theme, note, NOTE_BOLD, colour, at)

    def _paint_rounds(self, target: pygame.Surface, theme: Theme, plot: Rect) -> None:
        palette = theme.palette
        middle = plot.bottom + text.line_height(BODY, theme) / 2 + 6
        line = text.baseline_at(middle, BODY, theme)
        for index, position in enumerate(self.positions):
            name = str(position.round) if index else self.words.text_for("axis", "start")
            at = (self._x(plot, index), line)
            text.write(target, theme, name, BODY, palette.ink_2, at, text.CENTRE)
        line += text.line_height(BODY, theme)
        note = self.words.text("at the end of each round")
        text.write(
            target, theme, note, BODY_ITALIC, palette.ink_2, (plot.right, line), text.RIGHT
        )

    def _paint_moments(self, target: pygame.Surface, theme: Theme, plot: Rect) -> None:
        """Draw the numbers of the turning points, side by side where a round has several."""
        palette = theme.palette
        for index, position in enumerate(self.positions):
            here = [n for n, at in enumerate(self.moments, start=1) if at == position.round]
            if not here:
                continue
            x, top = self._x(plot, index), plot.y - 6
            frame.dashed_line(
                target, theme, (x, top), plot.bottom - top, palette.ink_2, down=True
            )
            wide = len(here) * (_TAG + 4) - 4
            left = round(min(max(x - wide / 2, plot.x - 8), plot.right + 8 - wide))
            for place, number in enumerate(here):
                box = Rect(left + place * (_TAG + 4), plot.y - 6 - _TAG, _TAG, _TAG)
                mark.tag(target, theme, str(number), box)

    def _paint_curves(self, target: pygame.Surface, theme: Theme, plot: Rect) -> None:
        """Draw the three lines, smooth: painted too large and made smaller."""
        palette = theme.palette
        looks: dict[int | None, tuple[Colour, float, Pattern]] = {
            None: (palette.ink, 4.0, SOLID),
            0: (palette.nato, 2.6, SOLID),
            1: (palette.russia, 2.6, _DASHED),
        }
        for curve in self._curves:
            colour, wide, pattern = looks[curve.side]
            self._paint_curve(target, theme, plot, curve, (colour, wide, pattern))

    def _paint_curve(
        self,
        target: pygame.Surface,
        theme: Theme,
        plot: Rect,
        curve: _Curve,
        look: tuple[Colour, float, Pattern],
    ) -> None:
        colour, wide, pattern = look
        room = plot.inflate(12, 12)
        real = theme.rect(room)
        spots = [
            (self._x(plot, i) - room.x, self._y(plot, value) - room.y)
            for i, value in enumerate(curve.values)
        ]

        def paint(large: pygame.Surface, zoom: int) -> None:
            unit = theme.scale * zoom
            points = [Point(x * unit, y * unit) for x, y in spots]
            dashes = tuple(length * unit for length in pattern)
            stroke(large, colour, points, wide * unit, dashes)

        key = ("curve", curve.values, curve.side, theme, tuple(plot))
        target.blit(sprite(key, real.size, colour, paint), real.topleft)

    def _paint_marks(self, target: pygame.Surface, theme: Theme, plot: Rect) -> None:
        """Set each side's shape on its line at every round; NATO's and Russia's part a bit."""
        nato, russia = self._curves[1], self._curves[2]
        for index, pair in enumerate(zip(nato.values, russia.values, strict=True)):
            apart = 6 if pair[0] == pair[1] else 0
            for side, value in enumerate(pair):
                x = self._x(plot, index) + (apart if side else -apart)
                at = (x, self._y(plot, value))
                size = 12 if side else 13
                page, colour = theme.palette.page, theme.side_colour(side)
                if side:
                    mark.square(target, theme, at, size + 3, page)
                    mark.square(target, theme, at, size, colour)
                else:
                    mark.disc(target, theme, at, size + 3, page)
                    mark.disc(target, theme, at, size, colour)

    def _paint_names(self, target: pygame.Surface, theme: Theme, plot: Rect) -> None:
        """Write the name of each line behind its end, apart from one another."""
        palette = theme.palette
        least = text.line_height(BODY_BOLD, theme)
        ends = sorted(self._curves, key=lambda one: (-one.values[-1], one.side is not None))
        heights: list[float] = []
        for curve in ends:
            wanted = self._y(plot, curve.values[-1])
            heights.append(max(wanted, heights[-1] + least) if heights else wanted)
        lowest = plot.bottom + least / 4
        for place in reversed(range(len(heights))):
            heights[place] = min(heights[place], lowest)
            lowest = heights[place] - least
        for curve, middle in zip(ends, heights, strict=True):
            colour = palette.ink if curve.side is None else theme.side_colour(curve.side)
            at = (plot.right + 18, text.baseline_at(middle, BODY_BOLD, theme))
            text.write(target, theme, curve.name, BODY_BOLD, colour, at)
