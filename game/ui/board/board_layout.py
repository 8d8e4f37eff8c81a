"""Where the parts of a board lie: the map between two columns, and a band with the ladders."""

from typing import Final

import pygame
from pygame import Rect

from game.ui.board.board_ladders import Ladders
from game.ui.board.map_panel import MapPanel
from game.ui.board.map_view import MapView
from game.ui.board.match_bar import HEIGHT as BAR
from game.ui.board.shared_tracks import HEIGHT as STRIP
from game.ui.draw import frame
from game.ui.theme import GAP, GUTTER, Theme
from game.ui.widgets.toast import WIDTH as TOAST_WIDTH
from game.ui.widgets.widget import Widget

BAND: Final = 176
"""Least height of the band."""
_TOP: Final = BAR + STRIP
_PANEL: Final = 224
_WIDE_PANEL: Final = 264
"""Width of the columns when the text is large."""
_APART: Final = 20
"""Between the band's room and the ladders, with the line in the middle."""
_FOLDED: Final = 30
"""Least height of what stands below a side's panel: its title alone."""

TwoColumns = tuple[tuple[Widget, Widget], tuple[Widget, Widget]]


class BoardLayout:
    """Places the parts of a board that is played on, watched or replayed.

    Attributes:
        band: The foot of the window.
        clear: What the columns leave of the map.
    """

    def __init__(
        self, view: MapView, panel: MapPanel, ladders: Ladders, columns: TwoColumns
    ) -> None:
        """Take the parts.

        Args:
            view: The map.
            panel: What can be pressed on it.
            ladders: They stand at the right of the band.
            columns: NATO's and Russia's: a side's panel, and what may fold away below it.
        """
        self.map = view
        self.panel = panel
        self.ladders = ladders
        self.columns = columns
        self.band = self.clear = Rect(0, 0, 0, 0)

    def band_width(self, size: tuple[int, int], theme: Theme) -> int:
        """Return the width of the band's room beside the ladders."""
        return size[0] - self.ladders.natural_width(theme) - 2 * GUTTER - _APART

    def place_band(self, size: tuple[int, int], high: int, theme: Theme) -> Rect:
        """Place the ladders in a band so high at least; return the room beside them."""
        ladders = self.ladders.natural_width(theme)
        high = max(high, self.ladders.measure(theme, ladders) + 2 * GAP)
        self.band = Rect(0, size[1] - high, size[0], high)
        inner = self.band.inflate(0, -2 * GAP)
        left = size[0] - GUTTER - ladders
        self.ladders.place(Rect(left, inner.y, ladders, inner.height), theme)
        return Rect(GUTTER, inner.y, self.band_width(size, theme), inner.height)

    def place_map(self, foot: int, theme: Theme) -> None:
        """Place map and columns above the band, whose spare room goes to the map.

        Args:
            foot: How much is kept free at the foot of the map when the text is large.
            theme: What it is drawn with.
        """
        area = Rect(0, _TOP, self.band.width, self.band.y - _TOP)
        wide = _PANEL if theme.text == 1 else _WIDE_PANEL
        self.clear = area.inflate(-2 * (GUTTER + wide), 0)
        if theme.text > 1:
            self.clear.height -= foot
        self.map.place(area, self.clear, theme)
        self.panel.place(self.clear, theme)
        for column, left in zip(
            self.columns, (GUTTER, area.width - GUTTER - wide), strict=True
        ):
            self._place_column(column, Rect(left, _TOP + 8, wide, 0), theme)

    def news_room(self) -> Rect:
        """Return the Atlantic: no site lies there, and nothing that is needed now."""
        ocean = self.map.ocean()
        return Rect(*ocean.topleft, min(ocean.width, TOAST_WIDTH), ocean.height)

    def paint(self, target: pygame.Surface, theme: Theme, focused: Widget | None) -> None:
        """Paint the map and the ground of the band."""
        target.fill(theme.palette.page)
        self.panel.point(focused, theme)
        self.map.draw(target)
        band = self.band
        target.fill(theme.palette.page, theme.rect(band))
        frame.rule(target, theme, band.topleft, band.width)
        at = self.ladders.rect.x - _APART // 2, band.y + 12
        frame.rule(target, theme, at, band.height - 24, down=True)

    def _place_column(self, column: tuple[Widget, Widget], room: Rect, theme: Theme) -> None:
        """Place a side's panel and what stands below it; the lower one may fold away."""
        upper, lower = column
        high = upper.measure(theme, room.width)
        upper.place(Rect(room.x, room.y, room.width, high), theme)
        gap = 10 if theme.text == 1 else 7
        top = room.y + high + gap
        left = self.band.y - gap - 1 - top
        lower.visible = left >= _FOLDED
        lower.place(Rect(room.x, top, room.width, max(0, left)), theme)
