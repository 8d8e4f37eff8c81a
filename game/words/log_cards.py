"""Sentences about cards."""

from collections.abc import Mapping
from typing import Final

from game.engine.actions import CAUSE_OPTION, DOOR_OPTION
from game.engine.events import (
    CardPlayed,
    CardPlayedFaceDown,
    CardsDrawn,
    CardSeen,
    DeckShuffled,
    LastingBegan,
    LastingEnded,
    OfferAnswered,
    SitesSeen,
)
from game.told import mark
from game.words.catalogue import Words
from game.words.log_lines import LogLine, line
from game.words.names import at_site, card_title, ladder_name, side_values, site_name

_AT_SITE: Final[Mapping[str, tuple[str, str]]] = {
    "deploy": (
        mark("{side} deploys at {site} with “{card}”."),
        mark("{side} deploys the {site} with “{card}”."),
    ),
    "withdraw": (
        mark("{side} withdraws from {site} with “{card}”."),
        mark("{side} withdraws the {site} with “{card}”."),
    ),
}
_PLAYED: Final[Mapping[str, str]] = {
    "event": mark("{side} plays “{card}” as an event."),
    "cooperate": mark("{side} takes a step on {ladder} with “{card}”."),
    "suspend": mark("{side} suspends a step on {ladder} with “{card}”."),
    "campaign": mark("{side} campaigns at home with “{card}”."),
}
_FACE_DOWN: Final[Mapping[str, str]] = {
    "hide-site": mark("{side} plays “{card}” face down: an undeclared site, {site}."),
    "hide-technical-means": mark("{side} plays “{card}” face down: technical means."),
    "hide-nothing": mark("{side} plays “{card}” face down, for nothing."),
}


@line.register
def _(event: CardsDrawn, words: Words) -> LogLine:
    values = side_values(words, event.side)
    if event.cards:
        titles = words.commas([card_title(words, card) for card in event.cards])
        text = words.text("{side} draws {cards}.", cards=titles, **values)
    else:
        text = words.plural(
            "{side} draws {n} card.", "{side} draws {n} cards.", event.count, **values
        )
    return LogLine(text, event.side, "card")


@line.register
def _(event: DeckShuffled, words: Words) -> LogLine:
    values = side_values(words, event.side)
    text = words.text("{sides} discard is shuffled into a new deck.", **values)
    return LogLine(text, event.side, "card")


@line.register
def _(event: CardPlayed, words: Words) -> LogLine:
    values = {
        **side_values(words, event.side),
        "card": card_title(words, event.card),
        "ladder": ladder_name(words, event.ladder) if event.ladder else "",
    }
    if event.site is not None:
        text = at_site(words, event.site, *_AT_SITE[event.use], **values)
    else:
        text = words.text(_played(event), **values)
    if event.removed:
        text = words.text("{sentence} The card leaves the game.", sentence=text)
    return LogLine(text, event.side, "card")


def _played(event: CardPlayed) -> str:
    """Return the sentence for the use of a card."""
    if event.use == "back-channel":
        if event.option == DOOR_OPTION:
            return mark("{side} opens the door a step by a back channel, with “{card}”.")
        return mark("{side} lowers Tension by a back channel, with “{card}”.")
    if event.use == "technical-means":
        if event.option == CAUSE_OPTION:
            return mark("{side} looks for the cause of the incident, with “{card}”.")
        return mark("{side} looks at a card of {others} hand, with “{card}”.")
    return _PLAYED[event.use]


@line.register
def _(event: CardPlayedFaceDown, words: Words) -> LogLine:
    values = side_values(words, event.side)
    if event.card is None or event.use is None:
        text = words.text("{side} plays a card face down.", **values)
        return LogLine(text, event.side, "face-down")
    text = words.text(
        _FACE_DOWN[event.use],
        card=card_title(words, event.card),
        site=site_name(words, event.site) if event.site else "",
        **values,
    )
    return LogLine(text, event.side, "face-down")


@line.register
def _(event: OfferAnswered, words: Words) -> LogLine:
    values = side_values(words, event.side)
    title = card_title(words, event.card)
    if event.accepted:
        text = words.text("{side} accepts the offer: “{card}”.", card=title, **values)
    else:
        text = words.text("{side} refuses the offer: “{card}”.", card=title, **values)
    return LogLine(text, event.side, "card")


@line.register
def _(event: LastingBegan, words: Words) -> LogLine:
    title = card_title(words, event.card)
    text = words.text("“{card}”: a lasting effect begins.", card=title)
    return LogLine(text, event.side, "card")


@line.register
def _(event: LastingEnded, words: Words) -> LogLine:
    title = card_title(words, event.card)
    text = words.text("“{card}”: a lasting effect ends.", card=title)
    return LogLine(text, event.side, "card")


@line.register
def _(event: CardSeen, words: Words) -> LogLine:
    values = side_values(words, event.side)
    if event.cards:
        titles = words.listing([card_title(words, card) for card in event.cards])
        text = words.text("{side} sees in {others} hand: {cards}.", cards=titles, **values)
    else:
        text = words.text("{side} sees into {others} hand.", **values)
    return LogLine(text, event.side, "look")


@line.register
def _(event: SitesSeen, words: Words) -> LogLine:
    values = side_values(words, event.side)
    if event.sites:
        names = words.listing([site_name(words, site) for site in event.sites])
        text = words.text(
            "{side} sees {others} undeclared sites: {sites}.", sites=names, **values
        )
    else:
        text = words.text("{side} sees that {other} has no undeclared site.", **values)
    return LogLine(text, event.side, "look")
