"""What a scenario is played with: the standard things, or those that it names itself.

Standard is what the whole data holds. What a pack adds comes into play only where one of
its scenarios names it, so that installing a pack changes no scenario but its own.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar

from game.content.conditions import Declared, Empty
from game.content.effects import Announce, BlockSiteHook, OpenCrisis, Pledge, Withdraw
from game.content.scalars import FORWARD
from game.content.specs import CardSpec, Content, CrisisSpec, ScenarioSpec

Spec = TypeVar("Spec")

_NAMES_A_SITE: Final = (Announce, Withdraw, Pledge, Declared, Empty, BlockSiteHook)


def content_of(content: Content, scenario: ScenarioSpec) -> Content:
    """Return the content with only those things that a scenario is played with.

    Sources, ladders, matrices and scenarios stay whole, and so does the fingerprint.
    """
    cards = _chosen(content.cards, scenario.cards, content.standard["cards"])
    return replace(
        content,
        sites=_chosen(content.sites, scenario.sites, content.standard["sites"]),
        cards=cards,
        mandates=_chosen(content.mandates, scenario.mandates, content.standard["mandates"]),
        capitals=_chosen(content.capitals, scenario.capitals, content.standard["capitals"]),
        crises=_crises(content, scenario, cards),
    )


def sites_named(spec: CardSpec | CrisisSpec) -> set[str]:
    """Return the sites that a card's or a crisis's effects and conditions name."""
    named = {part.site for part in _parts(spec) if isinstance(part, _NAMES_A_SITE)}
    return named - {FORWARD}


def crises_opened(cards: Mapping[str, CardSpec]) -> set[str]:
    """Return the crises that cards open."""
    return {
        part.crisis
        for card in cards.values()
        for part in _parts(card)
        if isinstance(part, OpenCrisis)
    }


def _crises(
    content: Content, scenario: ScenarioSpec, cards: Mapping[str, CardSpec]
) -> dict[str, CrisisSpec]:
    """Return the crises that can come up: a scenario with sites of its own names them all."""
    wanted = {*scenario.crises, scenario.first_crisis, *crises_opened(cards)}
    if not scenario.sites:
        wanted |= content.standard["crises"]
    wanted |= {slug for slug, crisis in content.crises.items() if crisis.form}
    return {slug: crisis for slug, crisis in content.crises.items() if slug in wanted}


def _chosen(
    entries: Mapping[str, Spec], named: tuple[str, ...], standard: Collection[str]
) -> dict[str, Spec]:
    """Return the entries that are named, or the standard ones where none is, in their order."""
    wanted = named or standard
    return {slug: entry for slug, entry in entries.items() if slug in wanted}


def _parts(value: object) -> Iterator[Any]:
    """Give a spec and all that lies in it."""
    if is_dataclass(value):
        yield value
        for field in fields(value):
            yield from _parts(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _parts(each)
