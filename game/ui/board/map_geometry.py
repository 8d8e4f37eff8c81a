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
LEGEND_ROOM: Final = (700, 400)
"""The least clear space in which there is room for a legend."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """Where everything lies, in logical pixels.

    Attributes:
        area: all of the map; clear: the part no panel covers.
        source: the part of the map that the inset enlarges.
    """

    area: tuple[int, int, int, int]
    clear: tuple[int, int, int, int]
    frame: Frame
    inset: tuple[int, int, int, int]
    inset_frame: Frame
    source: tuple[float, float, float, float]
    tray: tuple[int, int, int, int]
    has_legend: bool

    @classmethod
    def within(cls, area: pygame.Rect, clear: pygame.Rect) -> "Geometry":
        """Return the layout of a map that fills `area` and is free of panels in `clear`."""
        grown = min(clear.width / BASE_CLEAR[0], clear.height / BASE_CLEAR[1])
        down = clear.top + BASE_DOWN * clear.height / BASE_CLEAR[1]
        frame = Frame(Point(0, 0), Point(clear.centerx, down), BASE_SCALE * grown)
        inset = pygame.Rect(0, 0, round(INSET_SIZE[0] * grown), round(INSET_SIZE[1] * grown))
        inset.topright = clear.right - EDGE, clear.top + TOP
        anchor = Point(inset.left + INSET_AT[0] * grown, inset.top + INSET_AT[1] * grown)
        inset_frame = Frame(project(INSET_POINT), anchor, frame.scale * INSET_FACTOR)
        start = frame.at(inset_frame.plane(Point(*inset.topleft)))
        end = frame.at(inset_frame.plane(Point(*inset.bottomright)))
        return cls(
            area=_tuple(area),
            clear=_tuple(clear),
            frame=frame,
            inset=_tuple(inset),
            inset_frame=inset_frame,
            source=(start.x, start.y, end.x - start.x, end.y - start.y),
            tray=(inset.left, inset.bottom + TRAY_GAP, inset.width, TRAY_HEIGHT),
            has_legend=clear.width >= LEGEND_ROOM[0] and clear.height >= LEGEND_ROOM[1],
        )

    def is_in_inset(self, at: Point) -> bool:
        """Return whether a point of the map is one that the inset shows."""
        left, top, wide, high = self.source
        return left <= at.x <= left + wide and top <= at.y <= top + high


def real(frame: Frame, theme: Theme) -> Frame:
    """Return a logical frame in real pixels."""
    return frame.enlarged(theme.scale)


def _tuple(rect: pygame.Rect) -> tuple[int, int, int, int]:
    return rect.x, rect.y, rect.width, rect.height
