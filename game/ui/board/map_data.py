"""The lands, coasts and borders of Europe, as `assets/map/europe.json` holds them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, chain
from pathlib import Path
from typing import Any, Final

from game.paths import BrokenInstallError, asset_path
from game.told import mark
from game.ui.board.projection import Frame, Place, Point, contains, project, ring_area

TINTS: Final = ("other", "nato", "russia")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the plane, in kilometres."""

    west: float
    north: float
    east: float
    south: float

    @classmethod
    def round(cls, points: Sequence[Point]) -> "Box":
        """Return the smallest box that holds some points."""
        xs, ys = zip(*points, strict=True)
        return cls(min(xs), min(ys), max(xs), max(ys))

    @classmethod
    def seen(cls, frame: Frame, size: tuple[int, int], margin: float = 8) -> "Box":
        """Return what a frame shows on a surface, with a margin in pixels."""
        start = frame.plane(Point(-margin, -margin))
        end = frame.plane(Point(size[0] + margin, size[1] + margin))
        return cls(start.x, start.y, end.x, end.y)

    def misses(self, other: "Box") -> bool:
        """Return whether this box lies wholly on one side of another."""
        return (
            self.east < other.west
            or self.west > other.east
            or self.south < other.north
            or self.north > other.south
        )


@dataclass(frozen=True, slots=True)
class Arc:
    """A piece of coast or border, in kilometres of the plane, and the box it lies in."""

    points: tuple[Point, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Land:
    """One closed piece of a country.

    Attributes:
        tint: whose tint it carries, one of `TINTS`.
        ring: its arcs in order; ``~arc`` is an arc walked backwards.
        area: square kilometres; enclaves are drawn after what surrounds them.
    """

    name: str
    tint: str
    ring: tuple[int, ...]
    area: float
    box: Box


@dataclass(frozen=True, slots=True)
class MapData:
    """The whole map.

    Attributes:
        coast, border, disputed: numbers of arcs, each in one of the three or in none.
        lands: largest first.
    """

    arcs: tuple[Arc, ...]
    coast: tuple[int, ...]
    border: tuple[int, ...]
    disputed: tuple[int, ...]
    lands: tuple[Land, ...]

    def outline(self, ring: Sequence[int]) -> list[Point]:
        """Return the points of a ring."""
        return list(chain.from_iterable(self._walked(arc) for arc in ring))

    def outline_within(self, ring: Sequence[int], window: Box) -> list[Point]:
        """Return the points of a ring as needed to fill it inside a window.

        An arc wholly on one side of the window may run straight: so does its chord.
        """
        points: list[Point] = []
        for arc in ring:
            walked = self._walked(arc)
            if self.arcs[max(arc, ~arc)].box.misses(window):
                walked = (walked[0], walked[-1])
            points.extend(walked)
        return points

    def land_at(self, place: Place) -> Land | None:
        """Return the smallest piece of land that holds a place, or `None` at sea."""
        point = project(place)
        for land in reversed(self.lands):
            if contains(self.outline(land.ring), point):
                return land
        return None

    def _walked(self, arc: int) -> tuple[Point, ...]:
        return self.arcs[arc].points if arc >= 0 else self.arcs[~arc].points[::-1]


@cache
def europe() -> MapData:
    """Return the shipped map, read once.

    Raises:
        BrokenInstallError: It is missing or damaged.
    """
    path = asset_path("map", "europe.json")
    try:
        return read_map(path)
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        raise BrokenInstallError(
            mark("{path} can’t be read; install the game again"), path=str(path)
        ) from error


def read_map(path: Path) -> MapData:
    """Return the map in a file written by `assets/map/make_map.py`."""
    raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    lines = [_unpacked(flat, raw["unit_km"]) for flat in raw["arcs"]]
    arcs = tuple(Arc(points, Box.round(points)) for points in lines)
    bare = MapData(arcs, tuple(raw["coast"]), tuple(raw["border"]), tuple(raw["disputed"]), ())
    lands = [
        _land(entry["name"], entry["tint"], ring, bare.outline(ring))
        for entry in raw["lands"]
        for ring in entry["rings"]
    ]
    lands.sort(key=lambda land: -land.area)
    return MapData(bare.arcs, bare.coast, bare.border, bare.disputed, tuple(lands))


def _land(name: str, tint: str, ring: list[int], outline: list[Point]) -> Land:
    return Land(name, tint, tuple(ring), ring_area(outline), Box.round(outline))


def _unpacked(flat: list[int], unit: float) -> tuple[Point, ...]:
    xs, ys = accumulate(flat[::2]), accumulate(flat[1::2])
    return tuple(Point(x * unit, y * unit) for x, y in zip(xs, ys, strict=True))
