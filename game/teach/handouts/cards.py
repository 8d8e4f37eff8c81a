"""A side's cards with their history and their sources, made from the content."""

from collections.abc import Iterable, Mapping, Sequence

from game.charts import Page, Section, Table
from game.content.specs import CardSpec
from game.content.vocabulary import KINDS, SIDES
from game.teach.handouts.desk import Desk
from game.words import (
    Words,
    card_condition,
    card_effect,
    card_notes,
    card_title,
    kind_name,
    scenario_title,
    side_values,
)


def cards_page(desk: Desk, side: int) -> Page:
    """Return the list of a side's cards, by kind; sources are numbered and listed last."""
    words = desk.words
    cards = [card for card in desk.content.cards.values() if card.side == SIDES[side]]
    used = dict.fromkeys(slug for card in cards for slug in card.sources)
    numbers = {slug: n for n, slug in enumerate(used, 1)}
    tables = tuple(
        _kind(words, kind, [card for card in cards if card.kind == kind], numbers)
        for kind in KINDS
        if any(card.kind == kind for card in cards)
    )
    return Page(
        words.language,
        words.text("The cards of {side}", **side_values(words, side)),
        (
            scenario_title(words, desk.scenario),
            words.text(
                "A card is played for its event, or for one operation that costs no more than "
                "its number."
            ),
        ),
        "",
        (Section(words.text("Cards by kind"), tables), _sources(words, numbers)),
    )


def _kind(
    words: Words, kind: str, cards: Sequence[CardSpec], numbers: Mapping[str, int]
) -> Table:
    """Return the cards of a kind."""
    head = (
        words.text("Card"),
        words.text("Operations"),
        words.text("Event"),
        words.text("History"),
        words.text("Sources"),
    )
    rows = tuple(_row(words, card, numbers) for card in cards)
    return Table(kind_name(words, kind), head, rows, (2, 3))


def _row(words: Words, card: CardSpec, numbers: Mapping[str, int]) -> tuple[str, ...]:
    event = (card_condition(words, card), *card_effect(words, card), *card_notes(words, card))
    history = words.text(
        "{date}: {story}",
        date=words.content_text(card.slug, card.date),
        story=words.content_text(card.slug, card.history),
    )
    return (
        card_title(words, card.slug),
        str(card.operations),
        _sentences(event),
        history,
        words.commas([str(numbers[slug]) for slug in card.sources]),
    )


def _sentences(texts: Iterable[str]) -> str:
    return " ".join(text for text in texts if text)


def _sources(words: Words, numbers: Mapping[str, int]) -> Section:
    """Return the list of sources by their numbers."""
    known = words.content.sources
    rows = tuple(
        (
            str(number),
            words.content_text(slug, known[slug].title),
            words.content_text(slug, known[slug].date),
        )
        for slug, number in numbers.items()
    )
    head = (words.text("Number"), words.text("Source"), words.text("Date"))
    caption = words.plural("{n} source", "{n} sources", len(rows))
    return Section(words.text("Sources"), (Table(caption, head, rows, (1, 2)),))
