"""Where each site's marker and name stand: tuned by hand, in logical pixels.

A site without a spot of its own stands on its true point, its name to the right.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from game.ui.board.projection import Place


class Anchor(Enum):
    """On which side of its marker a name stands."""

    EAST = "east"
    WEST = "west"
    NORTH = "north"
    SOUTH = "south"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a marker and its name stand.

    Attributes:
        right, down: how far the marker is from the true point.
        anchor: on which side of the marker the name stands.
        name_right, name_down: how far the name is moved from there.
        leader: whether a line ties the marker to the true point.
        room: the name wraps at this width; 0 for never.
    """

    right: float = 0
    down: float = 0
    anchor: Anchor = Anchor.EAST
    name_right: float = 0
    name_down: float = 0
    leader: bool = False
    room: int = 0


ON_THE_POINT: Final = Spot()

MAP_SPOTS: Final[dict[str, Spot]] = {
    "rota": Spot(),
    "emed": Spot(0, -7),
    "kurecik": Spot(),
    "ramstein": Spot(anchor=Anchor.WEST),
    "deveselu": Spot(anchor=Anchor.WEST),
    "black-sea": Spot(-13, -3, name_right=-2, room=104),
    "north-seas": Spot(anchor=Anchor.WEST),
    "luga": Spot(),
    "krasnodar": Spot(-4, -28, Anchor.WEST, leader=True),
    "belarus": Spot(34, 22, leader=True, room=108),
    "armavir": Spot(18, -10, leader=True),
    "gabala": Spot(),
    "northern-fleet": Spot(),
}
"""On the map itself."""

INSET_SPOTS: Final[dict[str, Spot]] = {
    "redzikowo": Spot(anchor=Anchor.NORTH, name_right=-6, name_down=-8),
    "iib": Spot(-36, 38, leader=True, room=80),
    "morag": Spot(18, 16, leader=True),
    "kaliningrad": Spot(36, -22, Anchor.NORTH, name_right=-4, leader=True),
    "pionersky": Spot(-25, -40, Anchor.NORTH, leader=True),
    "baltiysk": Spot(-34, -6, Anchor.SOUTH, name_right=9, leader=True),
}
"""In the inset of the Baltic."""

INSET_POINT: Final = Place(54.71, 20.51)
"""The place (Kaliningrad) at `INSET_AT` of the inset."""
INSET_AT: Final = (160, 111)
INSET_SIZE: Final = (234, 196)
INSET_FACTOR: Final = 4
"""The inset shows the map so many times as large."""

CAPTION_CORNER: Final = (10, 2)
