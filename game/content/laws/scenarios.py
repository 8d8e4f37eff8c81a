"""Laws of the scenarios: start tables that the numbers and the map allow (rulebook 11)."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from game.content.errors import Problem
from game.content.specs import Content, ScenarioSpec


def broken_laws(content: Content) -> Iterator[Problem]:
    """Give what is wrong with the scenarios."""
    for scenario in content.scenarios.values():
        messages = chain(
            _of_rounds(scenario),
            _of_tracks(content, scenario),
            _of_sites(content, scenario),
            _of_crises(scenario),
            _of_mandates(content, scenario),
        )
        for message in messages:
            yield Problem(scenario.place, f"scenario '{scenario.slug}' {message}")


def _of_rounds(scenario: ScenarioSpec) -> Iterator[str]:
    if scenario.slug != scenario.place.path.stem:
        yield "stands in a file of another name"
    if scenario.rounds > scenario.last_round:
        yield f"has {scenario.rounds} rounds, but can end after {scenario.last_round}"
    lists = {
        "round_names": scenario.round_names,
        "round_dates": scenario.round_dates,
        "schedule": scenario.schedule,
    }
    for name, items in lists.items():
        if len(items) < scenario.last_round:
            yield f"has {len(items)} {name} for {scenario.last_round} rounds"


def _of_tracks(content: Content, scenario: ScenarioSpec) -> Iterator[str]:
    """Give start values past the end of their track or that would end the game."""
    most = content.numbers.track_max
    highest = max(scenario.threat, *scenario.assurance, *scenario.support)
    if highest > most:
        yield f"starts a track at {highest}; {most} is its end"
    if scenario.tension >= most:
        yield f"starts at Tension {scenario.tension}, the Confrontation"
    if 0 in scenario.support:
        yield "starts with a government that has fallen (Support 0)"


def _of_sites(content: Content, scenario: ScenarioSpec) -> Iterator[str]:
    there = Counter([*scenario.working, *scenario.announced])
    for slug, count in there.items():
        if count > 1:
            yield f"has site '{slug}' {count} times"
        needs = content.sites[slug].needs
        if needs is not None and needs not in there:
            yield f"has site '{slug}' without '{needs}', which it needs"


def _of_crises(scenario: ScenarioSpec) -> Iterator[str]:
    if len(set(scenario.crises)) != len(scenario.crises):
        yield "names a crisis twice"
    deck = {*scenario.crises, scenario.first_crisis} - {None}
    if scenario.crises and len(deck) < scenario.last_round:
        yield f"has {len(deck)} crises for {scenario.last_round} rounds"


def _of_mandates(content: Content, scenario: ScenarioSpec) -> Iterator[str]:
    for side, slug in scenario.options.mandates.items():
        if content.mandates[slug].side != side:
            yield f"gives {side} the other side's mandate '{slug}'"
