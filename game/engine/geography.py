"""Who lies in reach of whom: great-circle distances, never typed in (rulebook 3)."""

from dataclasses import dataclass

from game.content.geography import distance_km
from game.content.specs import CapitalSpec, SiteSpec


@dataclass(frozen=True, slots=True)
class Reach:
    """What lies in reach of a site: the other side's sites as a mask, capitals by slug."""

    sites: int
    capitals: tuple[str, ...]


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
