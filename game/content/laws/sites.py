"""Laws of the sites on the map (rulebook 3)."""

from collections.abc import Iterator

from game.content.errors import Problem
from game.content.specs import Content, SiteSpec


def broken_laws(content: Content) -> Iterator[Problem]:
    """Give what is wrong with sites."""
    for site in content.sites.values():
        for message in _of_site(content, site):
            yield Problem(site.place, message)


def _of_site(content: Content, site: SiteSpec) -> Iterator[str]:
    if site.side != site.place.path.stem:
        yield f"site '{site.slug}' of {site.side} stands in the other side's file"
    if (site.latitude is None) != (site.longitude is None):
        yield f"site '{site.slug}' has one coordinate; give both or neither"
    if (site.nato_reading == "") != (site.russia_reading == ""):
        yield f"site '{site.slug}' has one capital's reading; give both or neither"
    if site.needs is not None and content.sites[site.needs].side != site.side:
        yield f"site '{site.slug}' needs a site of the other side"
    if site.needs == site.slug:
        yield f"site '{site.slug}' needs itself"
    yield from _of_worth(site)


def _of_worth(site: SiteSpec) -> Iterator[str]:
    """Give what a site may not be worth to its side."""
    if site.side == "nato" and site.deterrent:
        yield f"site '{site.slug}': deterrent is Russia's, a NATO site gives coverage"
    if site.side == "russia" and site.coverage:
        yield f"site '{site.slug}': coverage is NATO's, a Russian site gives deterrent"
    if site.side == "russia" and site.land_interceptor:
        yield f"site '{site.slug}': only NATO builds land interceptors"
    if site.reach_km and site.side == "nato":
        yield f"site '{site.slug}': only Russia deploys forward missiles (reach_km)"
    if site.reach_km and site.concern:
        yield f"site '{site.slug}': the concern of a forward missile is computed; write 0"
    if site.reach_km and site.latitude is None:
        yield f"site '{site.slug}' has a reach but no place"
