"""How the map divides its rectangle: the frame of the map, the inset, the tray, the legend."""

from dataclasses import dataclass
from typing import Final

import pygame

from game.ui.board.map_spots import INSET_AT, INSET_FACTOR, INSET_POINT, INSET_SIZE
from game.ui.board.projection import Frame, Point, project
from game.ui.theme import Theme

# The base layout: a window of 1280 x 720 whose side panels leave 800 x 444 clear.
BASE_CLEAR: Final = (800, 444)
BASE_SCALE: Final = 0.1027
"""Logical pixels for one kilometre when `BASE_CLEAR` is free."""
BASE_DOWN: Final = 205.5
"""How far the centre of the projection lies below the top edge of the map."""
EDGE: Final = 6
TOP: Final = 8
TRAY_HEIGHT: Final = 44
TRAY_GAP: Final = 6
TRAY_WIDE: Final = 312
"""Width of the tray at the foot of the map: large names stand in it on one line."""
LEGEND_ROOM: Final = (700, 400)
"""The least clear space in which there is room for a legend."""
NEAR_GROWN: Final = 1.3
"""Without a legend the tray has its place, and the inset more room for its names."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """Where everything lies, in logical pixels.

    Attributes:
        area: all of the map; clear: the part no panel covers.
        source: the part of the map that the inset enlarges.
        reach: how many times as wide that part is as the one whose sites are in the inset.
    """

    area: tuple[int, int, int, int]
    clear: tuple[int, int, int, int]
    frame: Frame
    inset: tuple[int, int, int, int]
    inset_frame: Frame
    source: tuple[float, float, float, float]
    reach: float
    tray: tuple[int, int, int, int]
    has_legend: bool

    @classmethod
    def within(cls, area: pygame.Rect, clear: pygame.Rect) -> "Geometry":
        """Return the layout of a map that fills `area` and is free of panels in `clear`."""
        grown = min(clear.width / BASE_CLEAR[0], clear.height / BASE_CLEAR[1])
        down = clear.top + BASE_DOWN * clear.height / BASE_CLEAR[1]
        frame = Frame(Point(0, 0), Point(clear.centerx, down), BASE_SCALE * grown)
        has_legend = clear.width >= LEGEND_ROOM[0] and clear.height >= LEGEND_ROOM[1]
        near = grown if has_legend else min(1.0, grown * NEAR_GROWN)
        inset = pygame.Rect(0, 0, round(INSET_SIZE[0] * near), round(INSET_SIZE[1] * near))
        inset.topright = clear.right - EDGE, clear.top + TOP
        anchor = Point(inset.left + INSET_AT[0] * near, inset.top + INSET_AT[1] * near)
        tray = pygame.Rect(inset.left, inset.bottom + TRAY_GAP, inset.width, TRAY_HEIGHT)
        if not has_legend:
            tray.width = max(tray.width, min(TRAY_WIDE, clear.width // 2))
            tray.bottomleft = clear.left + EDGE, clear.bottom - EDGE
        inset_frame = Frame(project(INSET_POINT), anchor, frame.scale * INSET_FACTOR)
        # However wide the inset grows, the same sites are in it.
        reach = max(1.0, near / grown)
        start = frame.at(inset_frame.plane(Point(*inset.topleft)))
        end = frame.at(inset_frame.plane(Point(*inset.bottomright)))
        return cls(
            area=_tuple(area),
            clear=_tuple(clear),
            frame=frame,
            inset=_tuple(inset),
            inset_frame=inset_frame,
            source=(start.x, start.y, end.x - start.x, end.y - start.y),
            reach=reach,
            tray=_tuple(tray),
            has_legend=has_legend,
        )

    def is_in_inset(self, at: Point) -> bool:
        """Return whether a point of the map is one that the inset shows."""
        left, top, wide, high = self.source
        middle = self.frame.at(self.inset_frame.plane(self.inset_frame.anchor))
        across, down = (middle.x - left) / self.reach, (middle.y - top) / self.reach
        right, below = wide / self.reach - across, high / self.reach - down
        is_across = middle.x - across <= at.x <= middle.x + right
        return is_across and middle.y - down <= at.y <= middle.y + below


def real(frame: Frame, theme: Theme) -> Frame:
    """Return a logical frame in real pixels."""
    return frame.enlarged(theme.scale)


def _tuple(rect: pygame.Rect) -> tuple[int, int, int, int]:
    return rect.x, rect.y, rect.width, rect.height
