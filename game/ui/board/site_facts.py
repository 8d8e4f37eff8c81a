"""What is to be said of a site: its state, numbers, distances, history and readings."""

from collections.abc import Iterator
from typing import Final

from game.content import Content
from game.content.geography import distance_km
from game.content.specs import SiteSpec
from game.engine import View
from game.engine.view_parts import SiteState
from game.ui.widgets.widget import Hint
from game.words import (
    Words,
    capital,
    capital_name,
    distance_text,
    readings,
    side_name,
    site_line,
    site_name,
    site_state,
    site_title,
    site_worth,
)

_FAR_KM: Final = 40000.0
"""Farther than any reach: the distance of what has no place."""


def known_site(view: View, slug: str) -> SiteState:
    """Return a site as the viewer knows it."""
    return next(one for one in view.sites if one.slug == slug)


def site_heading(words: Words, view: View, slug: str) -> str:
    """Return whose a site is and its state, as a sentence."""
    known = known_site(view, slug)
    whose = side_name(words, known.side)
    return words.sentence(words.commas([whose, site_state(words, known)]))


def site_gain(words: Words, spec: SiteSpec, concern: int) -> str:
    """Return what a site gives when it works, and what it concerns the other side by."""
    if spec.side == "nato":
        worth = words.text("Coverage {+by}", by=spec.coverage)
    else:
        worth = words.text("Deterrent {+by}", by=spec.deterrent)
    return words.commas([worth, words.text("concern {n}", n=concern)])


def site_numbers(words: Words, view: View, slug: str) -> str:
    """Return what a site costs, gives and alarms, as a sentence."""
    known = known_site(view, slug)
    spec = view.world.content.sites[slug]
    return words.sentence(capital(site_worth(words, spec, known.concern)))


def site_traits(words: Words, content: Content, slug: str) -> str:
    """Return what else is special about a site: mobile, may be undeclared, needs another."""
    spec = content.sites[slug]
    traits = []
    if spec.mobile:
        traits.append(words.text("works at once"))
    if spec.can_be_undeclared:
        traits.append(words.text("can be deployed undeclared"))
    if spec.needs:
        traits.append(words.text("needs {needs}, declared", needs=site_name(words, spec.needs)))
    if spec.what_if:
        traits.append(words.text("what if: in our history nothing stood here"))
    return words.sentence(capital(words.clauses(traits))) if traits else ""


def site_distances(words: Words, content: Content, slug: str) -> str:
    """Return who lies in a missile's reach, or which missile sites lie near, as a sentence."""
    spec = content.sites[slug]
    if spec.reach_km:
        return _reaches(words, content, spec)
    near = sorted(_missiles_near(content, spec))
    if not near:
        return ""
    parts = [_apart(words, site_name(words, name), km) for km, name in near]
    return words.text("In missile reach from {sites}.", sites=words.listing(parts))


def holders(view: View, slug: str) -> tuple[tuple[float, str], ...]:
    """Return the missile sites that hold a site at risk, the nearest first, with the km."""
    if not known_site(view, slug).at_risk:
        return ()
    content = view.world.content
    near = _missiles_near(content, content.sites[slug])
    return tuple(sorted(pair for pair in near if known_site(view, pair[1]).state == "working"))


def site_sentence(words: Words, view: View, slug: str) -> str:
    """Return a site as one sentence: who, what state, and held at risk from where."""
    line = site_line(words, known_site(view, slug))
    held = [_apart(words, site_name(words, name), km) for km, name in holders(view, slug)]
    if held:
        line = words.text("{site}, from {missiles}", site=line, missiles=words.listing(held))
    return words.sentence(line)


def site_hint(words: Words, view: View, slug: str) -> Hint:
    """Return it as a tooltip; its history is told where there is more room."""
    spec = view.world.content.sites[slug]
    facts = (
        site_numbers(words, view, slug),
        site_traits(words, view.world.content, slug),
        site_distances(words, view.world.content, slug),
    )
    lines = [f"**{site_heading(words, view, slug)}**"]
    lines.append(" ".join(fact for fact in facts if fact))
    for heading, reading in site_readings(words, view.world.content, slug):
        lines.append(f"**{heading}:** {reading}")
    return Hint("\n".join(lines), site_title(words, slug), "3.2" if spec.reach_km else "3.1")


def site_readings(words: Words, content: Content, slug: str) -> tuple[tuple[str, str], ...]:
    """Return both readings of a site with their headings, NATO's first."""
    spec = content.sites[slug]
    return readings(words, spec.nato_reading, spec.russia_reading, slug)


def _reaches(words: Words, content: Content, spec: SiteSpec) -> str:
    near = [
        (_km(spec, one.latitude, one.longitude), capital_name(words, one.slug))
        for one in content.capitals.values()
    ]
    near += [
        (_km(spec, one.latitude, one.longitude), site_name(words, one.slug))
        for one in content.sites.values()
        if one.side != spec.side and one.latitude is not None and one.longitude is not None
    ]
    inside = sorted(pair for pair in near if pair[0] <= spec.reach_km)
    reach = distance_text(words, spec.reach_km)
    if not inside:
        return words.text("Within its {reach}: no allied capital or site.", reach=reach)
    parts = words.listing([_apart(words, name, km) for km, name in inside])
    return words.text("Within its {reach}: {names}.", reach=reach, names=parts)


def _missiles_near(content: Content, spec: SiteSpec) -> Iterator[tuple[float, str]]:
    """Yield the other side's missile sites in whose reach a site lies."""
    for one in content.sites.values():
        if not one.reach_km or one.side == spec.side or one.latitude is None:
            continue
        if spec.latitude is None or spec.longitude is None or one.longitude is None:
            continue
        km = _km(one, spec.latitude, spec.longitude)
        if km <= one.reach_km:
            yield km, one.slug


def _km(spec: SiteSpec, latitude: float, longitude: float) -> float:
    if spec.latitude is None or spec.longitude is None:
        return _FAR_KM
    return distance_km(spec.latitude, spec.longitude, latitude, longitude)


def _apart(words: Words, name: str, km: float) -> str:
    return words.text("{name} ({distance})", name=name, distance=distance_text(words, km))
