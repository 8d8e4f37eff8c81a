"""Laws of what a scenario is played with: enough of everything, and nothing missing."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from game.content.errors import Problem
from game.content.laws.cards import of_balance
from game.content.selection import content_of, sites_named
from game.content.specs import Content, ScenarioSpec
from game.content.vocabulary import SIDES

SITES: Final = 10
"""Sites that a side has: a map with less would leave it nothing to choose."""
LEAST_CARDS: Final = 12
"""Of a side: less would be drawn through in two rounds."""
MOST_CARDS: Final = 32
LEAST_MANDATES: Final = 2


def broken_laws(content: Content) -> Iterator[Problem]:
    """Give what is wrong with the selections of the scenarios."""
    for scenario in content.scenarios.values():
        chosen = content_of(content, scenario)
        messages = chain(
            _of_numbers(chosen),
            _of_table(chosen, scenario),
            _of_crises(chosen, scenario),
            _of_names(chosen),
        )
        for message in messages:
            yield Problem(scenario.place, f"scenario '{scenario.slug}' {message}")


def _of_numbers(chosen: Content) -> Iterator[str]:
    """Give too little or too much of something."""
    for side in SIDES:
        sites = sum(site.side == side for site in chosen.sites.values())
        if sites != SITES:
            yield f"is played with {sites} sites of {side}; a side has {SITES}"
        cards = sum(card.side == side for card in chosen.cards.values())
        if not LEAST_CARDS <= cards <= MOST_CARDS:
            limits = f"{LEAST_CARDS} to {MOST_CARDS}"
            yield f"is played with {cards} cards of {side}; a side has {limits}"
        mandates = sum(mandate.side == side for mandate in chosen.mandates.values())
        if mandates < LEAST_MANDATES:
            yield f"deals {mandates} mandates of {side}; a side needs {LEAST_MANDATES}"
    of_nato = sum(card.side == "nato" for card in chosen.cards.values())
    if 2 * of_nato != len(chosen.cards):
        yield f"gives NATO {of_nato} cards and Russia {len(chosen.cards) - of_nato}"
    yield from (f"has {message}" for message in of_balance(chosen.cards.values()))


def _of_table(chosen: Content, scenario: ScenarioSpec) -> Iterator[str]:
    """Give what the start table names and the scenario leaves out."""
    for slug in (*scenario.working, *scenario.announced):
        if slug not in chosen.sites:
            yield f"begins with site '{slug}', which it leaves out"
    for slug in (*scenario.targets, *scenario.options.mandates.values()):
        if slug not in chosen.mandates:
            yield f"names mandate '{slug}', which it leaves out"


def _of_crises(chosen: Content, scenario: ScenarioSpec) -> Iterator[str]:
    """Give crises too few for the rounds."""
    if scenario.sites and not scenario.crises:
        yield "has sites of its own: its crises have to be named too"


def _of_names(chosen: Content) -> Iterator[str]:
    """Give cards, crises and sites that need a site which is left out."""
    named = [(f"card '{card.slug}'", sites_named(card)) for card in chosen.cards.values()]
    named += [
        (f"crisis '{crisis.slug}'", sites_named(crisis)) for crisis in chosen.crises.values()
    ]
    for who, slugs in named:
        for slug in sorted(slugs - chosen.sites.keys()):
            yield f"leaves out site '{slug}', which {who} names"
    for site in chosen.sites.values():
        if site.needs is not None and site.needs not in chosen.sites:
            yield f"leaves out site '{site.needs}', which site '{site.slug}' needs"
