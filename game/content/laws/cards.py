"""Laws of the cards: the two decks, and what an event may do (rulebook 8)."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from game.content.effects import (
    Announce,
    Assurance,
    AtSite,
    Choose,
    Effect,
    Offer,
    OpenCrisis,
    Pledge,
    Support,
    Suspend,
    Tension,
    Withdraw,
)
from game.content.errors import Problem
from game.content.laws.branches import every, imposed, parts
from game.content.laws.places import top_of
from game.content.scalars import FORWARD
from game.content.specs import CardSpec, Content
from game.content.vocabulary import SIDES, KindName, SideName

OPERATIONS: Final = {1: 7, 2: 13, 3: 9, 4: 3}
"""How many cards of each value a side has."""
KINDS: Final[dict[KindName, int]] = {
    "transparency": 4,
    "exercise": 4,
    "guarantee": 4,
    "centre": 4,
    "posture": 6,
    "domestic": 5,
    "outside": 5,
}
"""How many cards of each kind a side has."""

_DECISIONS: Final = (Offer, Choose, OpenCrisis)


def broken_laws(content: Content) -> Iterator[Problem]:
    """Give what is wrong with the cards."""
    for card in content.cards.values():
        for message in (*_of_texts(card), *_of_event(card), *_of_coercion(content, card)):
            yield Problem(card.place, f"card '{card.slug}' {message}")
        for message in _of_sites(content, card):
            yield Problem(card.place, f"card '{card.slug}' {message}")
    standard = [
        card for card in content.cards.values() if card.slug in content.standard["cards"]
    ]
    for side in SIDES:
        for message in _of_deck(standard, side):
            yield Problem(top_of(content, f"cards/{side}.yaml"), message)
    for message in of_balance(standard):
        yield Problem(top_of(content, "cards/russia.yaml"), message)


def _of_texts(card: CardSpec) -> Iterator[str]:
    if card.side != card.place.path.stem:
        yield f"of {card.side} stands in the other side's file"
    if (card.nato_reading == "") != (card.russia_reading == ""):
        yield "has one capital's reading; give both or neither"
    if not card.sources and not card.what_if:
        yield "has no source; only a what-if needs none"


def _of_event(card: CardSpec) -> Iterator[str]:
    """Give verbs that stand where they can't be used."""
    if not card.event:
        yield "has no event"
    for effect in every(card.event):
        if isinstance(effect, Suspend | AtSite):
            yield "uses a verb of crisis responses (suspend, at-site)"
        inner = (within for part in parts(effect) for within in part)
        if any(isinstance(within, _DECISIONS) for within in inner):
            yield "has an offer, a choice or a crisis inside another effect"
    last = len(card.event) - 1
    for index, effect in enumerate(card.event):
        first_choice = isinstance(effect, Choose) and index == 0
        if isinstance(effect, _DECISIONS) and index != last and not first_choice:
            yield "goes on after an offer, a choice or a crisis; it has to stand last"


def _of_sites(content: Content, card: CardSpec) -> Iterator[str]:
    """Give sites of the other side with which the owner can do nothing."""
    for effect in every(card.event):
        if isinstance(effect, Announce | Withdraw | Pledge):
            yield from _of_site(content, card.side, effect.site)


def _of_site(content: Content, side: SideName, slug: str) -> Iterator[str]:
    if slug != FORWARD:
        if content.sites[slug].side != side:
            yield f"deploys, withdraws or pledges the other side's site '{slug}'"
    elif not any(site.reach_km for site in content.sites.values() if site.side == side):
        yield "names forward missiles, but its side has none"


def _of_coercion(content: Content, card: CardSpec) -> Iterator[str]:
    is_coercive = any(_coerces(content, effect) for effect in imposed(card.event))
    if is_coercive and not card.coercive:
        yield "is not marked coercive, but can raise Tension or weaken the other side"
    if card.coercive and not is_coercive:
        yield "is marked coercive, but neither raises Tension nor weakens the other side"


def _coerces(content: Content, effect: Effect) -> bool:
    """Tell whether an effect does what makes a card coercive (rulebook 8)."""
    match effect:
        case Tension(by=by):
            return by > 0
        case Assurance(who=who, by=by) | Support(who=who, by=by):
            return by < 0 and who != "own"
        case Announce(site=slug):
            site = content.sites[slug]
            return site.concern > 0 or site.reach_km > 0
        case _:
            return False


def _of_deck(standard: Iterable[CardSpec], side: SideName) -> Iterator[str]:
    """Give what is wrong with a side's standard cards."""
    cards = [card for card in standard if card.side == side]
    total = sum(OPERATIONS.values())
    if len(cards) != total:
        yield f"{len(cards)} cards; a side has {total}"
    values = Counter(card.operations for card in cards)
    for value, wanted in OPERATIONS.items():
        if values[value] != wanted:
            yield f"{values[value]} cards with {value} operations; a side has {wanted}"
    kinds = Counter(card.kind for card in cards)
    for kind, wanted in KINDS.items():
        if kinds[kind] != wanted:
            yield f"{kinds[kind]} cards of kind {kind}; a side has {wanted}"


def of_balance(cards: Iterable[CardSpec]) -> Iterator[str]:
    """Give a problem if one side may coerce with more cards than the other."""
    count = Counter(card.side for card in cards if card.coercive)
    if count["nato"] != count["russia"]:
        numbers = f"{count['nato']} for NATO, {count['russia']} for Russia"
        yield f"unequal numbers of coercive cards: {numbers}"
