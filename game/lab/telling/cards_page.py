"""Cards as a page: what each is played for, and what it is worth in the deck."""

from typing import Final

from game.charts import NATO, RUSSIA, Bar, Figure, Page, Paragraph, Section, Table, bars
from game.content.vocabulary import SIDES
from game.lab.groups import Told
from game.lab.telling.figures import mean_text, percent, share_text, signed_text
from game.lab.telling.heads import dealt_text, facts_of
from game.words import Words, card_title, kind_name, side_name, use_name

_COLOURS: Final = (NATO, RUSSIA)
_MOST_USES: Final = 3


def cards_page(words: Words, told: Told) -> Page:
    """Return the page on cards."""
    return Page(
        words.language,
        words.text("Cards"),
        (
            *facts_of(words, told),
            dealt_text(words, told["dealt"]),
        ),
        words.text("Contents"),
        (
            Section(words.text("What cards are played for"), _plays(words, told)),
            Section(words.text("What cards are worth in the deck"), _worth(words, told)),
        ),
    )


def _own(told: Told, name: str) -> list[tuple[str, Told]]:
    """Return a side's cards, those rarely played for their event first."""
    own = [(slug, one) for slug, one in told["cards"].items() if one["side"] == name]
    return sorted(own, key=lambda item: (item[1]["event"]["value"], item[0]))


def _plays(words: Words, told: Told) -> tuple[Table, ...]:
    """Return by side what each card is played for."""
    return tuple(
        Table(
            words.text("{side}: what cards are played for", side=side_name(words, side)),
            (
                words.text("Card"),
                words.text("Kind"),
                words.text("Value"),
                words.text("Plays"),
                words.text("Event"),
                words.text("Operations"),
                words.text("Face down"),
                words.text("Mostly"),
            ),
            tuple(
                (
                    card_title(words, slug),
                    kind_name(words, one["kind"]),
                    str(one["value"]),
                    str(one["plays"]),
                    *(share_text(words, one[use]) for use in ("event", "operations", "down")),
                    _mostly(words, one["uses"]),
                )
                for slug, one in _own(told, name)
            ),
            left=(1, 7),
        )
        for side, name in enumerate(SIDES)
    )


def _mostly(words: Words, uses: Told) -> str:
    """Return a card's commonest uses."""
    return words.commas(
        [
            words.text(
                "{use} {share}",
                use=use_name(words, "face-down" if use == "down" else use),
                share=percent(words, one["value"]),
            )
            for use, one in list(uses.items())[:_MOST_USES]
        ]
    )


def _worth(words: Words, told: Told) -> tuple[Paragraph | Figure, ...]:
    """Return what a card in the deck changes."""
    note = Paragraph(
        words.text(
            "A deck is drawn by lot, so games with a card in it and games without it differ "
            "by chance and by that card alone."
        )
    )
    figures = []
    for side, name in enumerate(SIDES):
        own = sorted(_own(told, name), key=lambda item: -item[1]["own"]["value"])
        title = words.text(
            "{side}: utility with the card in the deck less without it",
            side=side_name(words, side),
        )
        drawn = [
            Bar(
                card_title(words, slug),
                _COLOURS[side],
                one["own"]["value"],
                signed_text(words, one["own"]["value"]),
                (one["own"]["low"], one["own"]["high"]),
            )
            for slug, one in own
        ]
        table = Table(
            title,
            (
                words.text("Card"),
                words.text("Decks"),
                words.text("Own change"),
                words.text("The other’s change"),
            ),
            tuple(
                (
                    card_title(words, slug),
                    str(one["decks"]),
                    mean_text(words, one["own"], sign=True),
                    mean_text(words, one["other"], sign=True),
                )
                for slug, one in own
            ),
        )
        caption = words.text("{what}; lines are 95 % intervals.", what=title)
        figures.append(Figure(bars(title, drawn, within=(-0.1, 0.1)), caption, table))
    return note, *figures
