"""The sphere, the map plane and the screen: where a place lies and how far a reach goes.

The plane is Lambert's azimuthal equal-area projection; its unit is the kilometre, x grows to
the east and y to the south, as on a screen. Nothing here knows pygame.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt
from typing import Final, NamedTuple

EARTH_KM: Final = 6371.0088
"""Mean radius of the Earth in kilometres; the rules measure on the same sphere."""


class Place(NamedTuple):
    """A place on the sphere, in degrees north and east."""

    lat: float
    lon: float


class Point(NamedTuple):
    """A point of the plane (kilometres) or of the screen (pixels)."""

    x: float
    y: float


CENTRE: Final = Place(53.6, 24.5)
"""Where plane and sphere touch: a centre for the Baltic, the Black Sea and the north."""


def project(place: Place) -> Point:
    """Return the point of the plane where a place is drawn.

    Snyder, Map Projections: A Working Manual (1987), equations 24-2 to 24-4.
    """
    lat, centre, east = radians(place.lat), radians(CENTRE.lat), radians(place.lon - CENTRE.lon)
    cosine = sin(centre) * sin(lat) + cos(centre) * cos(lat) * cos(east)
    factor = EARTH_KM * sqrt(2 / max(1 + cosine, 1e-9))
    north = cos(centre) * sin(lat) - sin(centre) * cos(lat) * cos(east)
    return Point(factor * cos(lat) * sin(east), -factor * north)


def unproject(point: Point) -> Place:
    """Return the place drawn at a point of the plane: the inverse of `project`."""
    rho = hypot(point.x, point.y)
    if rho == 0:
        return CENTRE
    centre, arc = radians(CENTRE.lat), 2 * asin(min(1.0, rho / (2 * EARTH_KM)))
    lat = asin(cos(arc) * sin(centre) - point.y * sin(arc) * cos(centre) / rho)
    east = atan2(
        point.x * sin(arc),
        rho * cos(centre) * cos(arc) + point.y * sin(centre) * sin(arc),
    )
    return Place(degrees(lat), CENTRE.lon + degrees(east))


def distance_km(start: Place, end: Place) -> float:
    """Return the great-circle distance between two places."""
    lat_a, lat_b = radians(start.lat), radians(end.lat)
    half = (
        sin((lat_b - lat_a) / 2) ** 2
        + cos(lat_a) * cos(lat_b) * sin(radians(end.lon - start.lon) / 2) ** 2
    )
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def destination(start: Place, bearing: float, km: float) -> Place:
    """Return the place reached by going `km` from `start`; bearing in degrees from north."""
    lat, turn, arc = radians(start.lat), radians(bearing), km / EARTH_KM
    sine = sin(lat) * cos(arc) + cos(lat) * sin(arc) * cos(turn)
    end = asin(max(-1.0, min(1.0, sine)))
    east = atan2(sin(turn) * sin(arc) * cos(lat), cos(arc) - sin(lat) * sin(end))
    return Place(degrees(end), (start.lon + degrees(east) + 540) % 360 - 180)


def geodesic_arc(
    centre: Place, km: float, start: float, end: float, steps: int = 48
) -> tuple[Point, ...]:
    """Return the arc at `km` around a place between two bearings, as points of the plane."""
    turns = (start + (end - start) * step / steps for step in range(steps + 1))
    return tuple(project(destination(centre, turn, km)) for turn in turns)


def geodesic_ring(centre: Place, km: float, steps: int = 120) -> tuple[Point, ...]:
    """Return the closed ring of all places at `km`; its last point repeats its first."""
    ring = geodesic_arc(centre, km, 0, 360, steps)
    return (*ring[:-1], ring[0])


def geodesic_wedge(
    centre: Place, km: float, start: float, end: float, steps: int = 48
) -> tuple[Point, ...]:
    """Return the closed outline of a sector: out along one bearing, round, and back."""
    middle = project(centre)
    sides = 12
    out = tuple(
        project(destination(centre, start, km * step / sides)) for step in range(1, sides)
    )
    back = tuple(
        project(destination(centre, end, km * step / sides)) for step in range(sides - 1, 0, -1)
    )
    return (middle, *out, *geodesic_arc(centre, km, start, end, steps), *back, middle)


def parallel(lat: float, west: int, east: int) -> tuple[Point, ...]:
    """Return the line of one latitude between two longitudes, two degrees a step."""
    return tuple(project(Place(lat, lon)) for lon in range(west, east + 1, 2))


def meridian(lon: float, south: int, north: int) -> tuple[Point, ...]:
    """Return the line of one longitude between two latitudes, two degrees a step."""
    return tuple(project(Place(lat, lon)) for lat in range(south, north + 1, 2))


def ring_area(ring: Sequence[Point]) -> float:
    """Return the area inside a closed ring, in the square of its unit."""
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return abs(sum(a.x * b.y - b.x * a.y for a, b in pairs)) / 2


def contains(ring: Sequence[Point], point: Point) -> bool:
    """Return whether a point lies inside a closed ring (even-odd rule)."""
    inside = False
    for start, end in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (start.y > point.y) != (end.y > point.y):
            share = (point.y - start.y) / (end.y - start.y)
            if point.x < start.x + share * (end.x - start.x):
                inside = not inside
    return inside


@dataclass(frozen=True, slots=True)
class Frame:
    """A window onto the plane: which point lies where on the screen, and how large.

    Attributes:
        origin: the point of the plane shown at `anchor`, in kilometres.
        anchor: where on the screen that is, in pixels.
        scale: pixels for one kilometre.
    """

    origin: Point
    anchor: Point
    scale: float

    def at(self, point: Point) -> Point:
        """Return the pixel of a point of the plane."""
        return Point(
            self.anchor.x + (point.x - self.origin.x) * self.scale,
            self.anchor.y + (point.y - self.origin.y) * self.scale,
        )

    def place(self, place: Place) -> Point:
        """Return the pixel of a place on the sphere."""
        return self.at(project(place))

    def line(self, points: Iterable[Point]) -> list[Point]:
        """Return the pixels of a line of the plane."""
        return [self.at(point) for point in points]

    def pixels(self, points: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
        """Return the pixels of a long line of the plane as plain pairs: 4 times as fast."""
        scale = self.scale
        right = self.anchor.x - self.origin.x * scale
        down = self.anchor.y - self.origin.y * scale
        return [(right + x * scale, down + y * scale) for x, y in points]

    def plane(self, pixel: Point) -> Point:
        """Return the point of the plane under a pixel: the inverse of `at`."""
        return Point(
            self.origin.x + (pixel.x - self.anchor.x) / self.scale,
            self.origin.y + (pixel.y - self.anchor.y) / self.scale,
        )

    def enlarged(self, factor: float) -> "Frame":
        """Return the same window for a surface `factor` times as large."""
        anchor = Point(self.anchor.x * factor, self.anchor.y * factor)
        return Frame(self.origin, anchor, self.scale * factor)

    def moved(self, right: float, down: float) -> "Frame":
        """Return the same window shifted by so many pixels."""
        anchor = Point(self.anchor.x + right, self.anchor.y + down)
        return Frame(self.origin, anchor, self.scale)
