"""Each hand-out by its name."""

from collections.abc import Callable, Mapping
from typing import Final

from game.charts import Page, Points, Section
from game.content.lesson_words import HandoutName
from game.teach.handouts.cards import cards_page
from game.teach.handouts.desk import Desk
from game.teach.handouts.ideas import ideas_page
from game.teach.handouts.rulebook import rulebook_page
from game.teach.handouts.worksheet import key_page, worksheet_page
from game.words import filled_in


def handout_page(desk: Desk, name: HandoutName) -> Page:
    """Return a hand-out as a page."""
    return _PAGES[name](desk)


def _written(name: HandoutName) -> Callable[[Desk], Page]:
    """Return what makes the page of a hand-out that is written by hand."""

    def page(desk: Desk) -> Page:
        words, spec = desk.words, desk.lessons.handouts[name]

        def text(message: str) -> str:
            return filled_in(words, words.content_text(name, message))

        sections = tuple(
            Section(text(part.title), (Points(tuple(map(text, part.lines))),))
            for part in spec.parts
        )
        return Page(words.language, text(spec.title), (text(spec.note),), "", sections)

    return page


_PAGES: Final[Mapping[HandoutName, Callable[[Desk], Page]]] = {
    "rules": _written("rules"),
    "brief-nato": _written("brief-nato"),
    "brief-russia": _written("brief-russia"),
    "cards-nato": lambda desk: cards_page(desk, 0),
    "cards-russia": lambda desk: cards_page(desk, 1),
    "ideas": ideas_page,
    "worksheet": worksheet_page,
    "key": key_page,
    "quick-start": _written("quick-start"),
    "rulebook": rulebook_page,
}
