"""Distances on the globe, from which every reach is computed."""

from math import asin, cos, radians, sin, sqrt
from typing import Final

EARTH_RADIUS_KM: Final = 6371.0088
"""Mean radius of the Earth."""


def distance_km(
    latitude: float, longitude: float, other_latitude: float, other_longitude: float
) -> float:
    """Return the great-circle distance between two spots, given in degrees (haversine)."""
    rise = sin(radians(other_latitude - latitude) / 2) ** 2
    turn = sin(radians(other_longitude - longitude) / 2) ** 2
    chord = rise + cos(radians(latitude)) * cos(radians(other_latitude)) * turn
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))
