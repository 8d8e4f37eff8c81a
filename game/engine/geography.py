"""Who lies in reach of whom: great-circle distances, never typed in (rulebook 3)."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Final

from game.content.specs import CapitalSpec, SiteSpec

EARTH_RADIUS_KM: Final = 6371.0088
"""Mean radius (IUGG); the sphere is within 0.6 % of the ellipsoid."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What lies in reach of a site: the other side's sites as a mask, capitals by slug."""

    sites: int
    capitals: tuple[str, ...]


def distance_km(
    latitude: float, longitude: float, other_latitude: float, other_longitude: float
) -> float:
    """Return the great-circle distance of two points in km (haversine); degrees."""
    half_lat = sin(radians(other_latitude - latitude) / 2)
    half_lon = sin(radians(other_longitude - longitude) / 2)
    chord = half_lat**2 + cos(radians(latitude)) * cos(radians(other_latitude)) * half_lon**2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(chord))


def reach_of(
    site: SiteSpec, sites: tuple[SiteSpec, ...], capitals: tuple[CapitalSpec, ...]
) -> Reach:
    """Return what lies in reach of a site; nothing if it reaches nowhere."""
    if not site.reach_km or site.latitude is None or site.longitude is None:
        return Reach(0, ())
    here = (site.latitude, site.longitude)
    mask = 0
    for number, other in enumerate(sites):
        if other.side == site.side or other.latitude is None or other.longitude is None:
            continue
        if distance_km(*here, other.latitude, other.longitude) <= site.reach_km:
            mask |= 1 << number
    near = tuple(
        c.slug for c in capitals if distance_km(*here, c.latitude, c.longitude) <= site.reach_km
    )
    return Reach(mask, near)
