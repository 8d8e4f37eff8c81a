"""What the map is told to draw: sites, words and seas, as small frozen values.

The map knows no rules: a scene makes these from what a side may see.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from game.ui.board.projection import Place

NATO: Final = 0
RUSSIA: Final = 1


class SiteState(Enum):
    """How far a site has come."""

    EMPTY = "empty"
    BUILDING = "building"
    HALTED = "halted"
    WORKING = "working"


FILLED: Final = {
    SiteState.EMPTY: 0.0,
    SiteState.BUILDING: 0.5,
    SiteState.HALTED: 0.0,
    SiteState.WORKING: 1.0,
}
"""Which share of a marker is filled, from below."""


@dataclass(frozen=True, slots=True)
class SiteMark:
    """One site as one side (or the table) sees it.

    Attributes:
        slug: the site's stable name; also finds its tuned spot on the map.
        side: 0 NATO (disc), 1 Russia (square).
        glyph: what it is; the icon is ``site-<glyph>``.
        label: its name in the reader's language.
        place: where it is, or `None` for the tray off the map.
        build_rounds: ends of rounds until it works; shown while building.
        pledge_rounds: rounds for which its owner pledged not to deploy; 0 for none.
        reach_km: radius of its range ring; 0 for none.
        planned: a deployment here is being considered: its ring is drawn thin.
        held_by: the missile sites that hold it at risk: lines lead here from them.
        fill: share of the marker that is filled, while it fills or drains.
        reach_share: share of the reach that is drawn, while the ring grows.
    """

    slug: str
    side: int
    glyph: str
    label: str
    place: Place | None
    state: SiteState = SiteState.EMPTY
    build_rounds: int = 0
    pledge_rounds: int = 0
    at_risk: bool = False
    undeclared: bool = False
    selected: bool = False
    reach_km: float = 0
    planned: bool = False
    held_by: tuple[str, ...] = ()
    fill: float | None = None
    reach_share: float = 1.0

    @property
    def filled(self) -> float:
        """Return the share of the marker that is filled now."""
        return FILLED[self.state] if self.fill is None else self.fill

    @property
    def shows_reach(self) -> bool:
        """Return whether its range ring is drawn."""
        is_there = self.state is not SiteState.EMPTY or self.planned or self.selected
        return self.reach_km > 0 and is_there


@dataclass(frozen=True, slots=True)
class Named:
    """A name and where on the sphere it belongs."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class MapWords:
    """Every word the map shows, in the reader's language.

    Attributes:
        reach: a range with ``{km}`` where its number goes.
        baltic: the caption of the inset.
        seas: names in italics.
        capitals: those that a missile's reach makes visible.
        outside: lands, as the map's file names them, that are drawn without NATO's tint:
            they joined after the years that are played.
    """

    empty: str
    under_construction: str
    working: str
    undeclared: str
    at_risk: str
    reach: str
    baltic: str
    off_the_map: str
    seas: tuple[Named, ...]
    capitals: tuple[Named, ...]
    outside: tuple[str, ...] = ()
