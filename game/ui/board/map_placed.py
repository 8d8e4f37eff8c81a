"""What stands on the map and where: markers, names, capitals, captions. Logical pixels."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import combinations, product
from typing import Final

import pygame

from game.ui import text
from game.ui.board.map_marks import SiteMark
from game.ui.board.marker_tags import marker_boxes
from game.ui.board.projection import Point
from game.ui.theme import PAPER_THEME, Theme

CAPITAL_HALF: Final = 5
_LEADING: Final = 6
"""What of a line's height is air above and below its letters."""


class Region(Enum):
    """Where on the board a site is shown."""

    MAP = "map"
    INSET = "inset"
    TRAY = "tray"


@dataclass(frozen=True, slots=True)
class Words:
    """A text and its place; logical pixels."""

    block: text.Block
    left: float
    top: float

    @property
    def rect(self) -> pygame.Rect:
        """Return what the text covers."""
        left, top = round(self.left), round(self.top)
        return pygame.Rect(left, top, self.block.width, self.block.height)


@dataclass(frozen=True, slots=True)
class PlacedSite:
    """A site with the middle of its marker, its name and the true point it belongs to."""

    mark: SiteMark
    region: Region
    at: Point
    true: Point | None
    leader: bool
    name: Words

    @property
    def rect(self) -> pygame.Rect:
        """Return what the marker covers with all its tags."""
        return self.rects[0].unionall(self.rects[1:])

    @property
    def rects(self) -> list[pygame.Rect]:
        """Return what the body and each tag cover."""
        x, y = round(self.at.x), round(self.at.y)
        return [pygame.Rect(box).move(x, y) for box in marker_boxes(self.mark)]


@dataclass(frozen=True, slots=True)
class PlacedCapital:
    """A capital that a reach makes visible."""

    at: Point
    reached: bool
    name: Words

    @property
    def rect(self) -> pygame.Rect:
        """Return what the dot covers."""
        x, y = round(self.at.x - CAPITAL_HALF), round(self.at.y - CAPITAL_HALF)
        return pygame.Rect(x, y, 2 * CAPITAL_HALF, 2 * CAPITAL_HALF)


@dataclass(frozen=True, slots=True)
class PlacedReach:
    """The caption of a range ring."""

    side: int
    name: Words


@dataclass(slots=True)
class Layout:
    """All that stands on the map; `captions` has the words in the corner of the inset.

    Attributes:
        theme: That of its names, which may be smaller than other text.
    """

    theme: Theme = PAPER_THEME
    sites: list[PlacedSite] = field(default_factory=list)
    capitals: list[PlacedCapital] = field(default_factory=list)
    reaches: list[PlacedReach] = field(default_factory=list)
    seas: list[Words] = field(default_factory=list)
    captions: list[Words] = field(default_factory=list)

    def names(self) -> list[Words]:
        """Return every text on the map."""
        parts: Sequence[PlacedSite | PlacedCapital | PlacedReach] = (
            *self.sites,
            *self.capitals,
            *self.reaches,
        )
        return [part.name for part in parts] + self.seas + self.captions

    def covered(self) -> int:
        """Return how much of names, markers and capitals is covered by names (logical px²)."""
        names = [name.rect.inflate(-2, -_LEADING) for name in self.names()]
        things = [rect for site in self.sites for rect in site.rects]
        things += [capital.rect for capital in self.capitals]
        pairs = [*product(names, things), *combinations(names, 2)]
        shared = (one.clip(other) for one, other in pairs)
        return sum(area.width * area.height for area in shared)
