"""Laws that keep every event short and finite, whoever wrote it.

An event is a tree: nothing in it repeats, no card plays another, a crisis is opened by a card
at most once a round, and its answers may only move tracks, take steps back and announce sites,
of which there are ten a side. So what is left to bound is how much a tree may hold.
"""

from collections.abc import Iterator
from typing import Final

from game.content.errors import Problem
from game.content.laws.branches import every
from game.content.specs import Content, SiteSpec

MOST_EFFECTS: Final = 24
"""Of one card or answer, in all its branches; the longest shipped card has 11."""
MOST_CONDITIONS: Final = 6


def broken_laws(content: Content) -> Iterator[Problem]:
    """Give what is too long to be played at a table, and sites that wait for each other."""
    for card in content.cards.values():
        for message in _too_long(len(list(every(card.event))), len(card.condition)):
            yield Problem(card.place, f"card '{card.slug}' {message}")
    for crisis in content.crises.values():
        for response in (*crisis.nato, *crisis.russia):
            effects = len(list(every(response.effects)))
            for message in _too_long(effects, len(response.needs)):
                yield Problem(response.place, f"response '{response.slug}' {message}")
    for site in content.sites.values():
        if site.needs != site.slug and _waits_for_itself(content, site):
            yield Problem(site.place, f"site '{site.slug}' needs a site that needs it in turn")


def _too_long(effects: int, conditions: int) -> Iterator[str]:
    if effects > MOST_EFFECTS:
        yield f"has {effects} effects: {MOST_EFFECTS} at most"
    if conditions > MOST_CONDITIONS:
        yield f"has {conditions} conditions: {MOST_CONDITIONS} at most"


def _waits_for_itself(content: Content, site: SiteSpec) -> bool:
    """Tell whether the sites that a site needs lead back to it."""
    seen: set[str] = set()
    needs = site.needs
    while needs is not None and needs not in seen:
        if needs == site.slug:
            return True
        seen.add(needs)
        needs = content.sites[needs].needs
    return False
