"""Sites as sentences: for the list view, tooltips and whoever cannot see the map."""

from collections.abc import Mapping
from typing import Final

from game.content.specs import SiteSpec
from game.engine.view_parts import SiteState
from game.words.catalogue import Words, mark_for
from game.words.names import side_index, side_name, site_name

NOT_BEFORE_THE_END: Final = 15
"""Rounds of a site that works only after the match."""

_STATES: Final[Mapping[str, str]] = {
    "empty": mark_for("site", "empty"),
    "building": mark_for("site", "under construction"),
    "working": mark_for("site", "working"),
    "halted": mark_for("site", "halted"),
    "undeclared": mark_for("site", "undeclared"),
    "at-risk": mark_for("site", "at risk"),
    "pledged": mark_for("site", "pledged"),
}


def site_state_name(words: Words, state: str) -> str:
    """Return the word for a site's state, *undeclared*, *at risk* or *pledged*."""
    return words.text_for("site", _STATES[state])


def site_state(words: Words, site: SiteState) -> str:
    """Return all that is known of a site's state: `working, at risk`."""
    parts = [site_state_name(words, site.state)]
    if site.state == "building":
        parts.append(building_text(words, site.rounds))
    if site.undeclared:
        parts.append(site_state_name(words, "undeclared"))
    if site.at_risk:
        parts.append(site_state_name(words, "at-risk"))
    if site.pledge:
        parts.append(pledge_text(words, site.pledge))
    return words.commas(parts)


def building_text(words: Words, rounds: int) -> str:
    """Return how long a site is still being built."""
    if rounds == NOT_BEFORE_THE_END:
        return words.text("not ready before the end")
    return words.plural("{n} round end to come", "{n} round ends to come", rounds)


def pledge_text(words: Words, rounds: int) -> str:
    """Return how long a pledge still runs."""
    return words.plural(
        "pledged not to be used for {n} round", "pledged not to be used for {n} rounds", rounds
    )


def site_line(words: Words, site: SiteState) -> str:
    """Return a site as one line: `Redzikowo, NATO, working, at risk`."""
    name = site_name(words, site.slug)
    return words.commas([name, side_name(words, site.side), site_state(words, site)])


def site_worth(words: Words, site: SiteSpec, concern: int) -> str:
    """Return what a site costs, gives and alarms; `concern` as it would be there."""
    cost = words.text("cost {n}", n=site.cost)
    if side_index(site.side):
        worth = words.text("Deterrent {+by}", by=site.deterrent)
    else:
        worth = words.text("Coverage {+by}", by=site.coverage)
    return words.commas([cost, worth, words.text("concern {n}", n=concern)])


def distance_text(words: Words, kilometres: float) -> str:
    """Return a distance: `220 km`."""
    return words.text("{km} km", km=round(kilometres))
