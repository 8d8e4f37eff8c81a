"""The shelves of the library and what stands on each."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from game.ui.library.pages import card_page, crisis_page, side_of, site_page, source_page
from game.ui.widgets.widget import Widget
from game.words import (
    Words,
    card_title,
    crisis_date,
    crisis_title,
    crisis_type_name,
    kind_name,
    side_name,
    site_title,
)

Shelf: TypeAlias = Literal["cards", "crises", "sites", "sources"]
SHELVES: Final[tuple[Shelf, ...]] = ("cards", "crises", "sites", "sources")


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing on a shelf.

    Attributes:
        side: Whose it is; `None` for what is nobody's.
        page: Makes the widgets of its page anew.
    """

    slug: str
    title: str
    note: str
    side: int | None
    page: Callable[[], list[Widget]]

    def says(self) -> str:
        """Return all that can be read of it, in lower case: what a search looks through."""
        said = [self.title, self.note]
        for part in self.page():
            said += [widget.says() for widget in part.walk()]
        return "\n".join(said).casefold()


def pieces(words: Words, shelf: Shelf) -> tuple[Piece, ...]:
    """Return what stands on a shelf, in the order of the content."""
    return tuple(_SHELVED[shelf](words))


def found(pieces: Iterable[Piece], said: Mapping[str, str], query: str) -> tuple[Piece, ...]:
    """Return the pieces that hold every word of a query; those with it in the title first.

    Args:
        pieces: What to look through.
        said: By slug what each one says.
        query: Words; an empty one finds everything.
    """
    wanted = query.casefold().split()
    hits = [one for one in pieces if all(word in said[one.slug] for word in wanted)]
    return tuple(
        sorted(hits, key=lambda one: not all(word in one.title.casefold() for word in wanted))
    )


def _cards(words: Words) -> Iterable[Piece]:
    for spec in words.content.cards.values():
        note = words.text("{kind}, {n}", kind=kind_name(words, spec.kind), n=spec.operations)
        yield Piece(
            spec.slug,
            card_title(words, spec.slug),
            note,
            side_of(spec.side),
            lambda spec=spec: card_page(words, spec),  # type: ignore[misc]
        )


def _crises(words: Words) -> Iterable[Piece]:
    for spec in words.content.crises.values():
        parts = [crisis_type_name(words, spec.type), crisis_date(words, spec)]
        yield Piece(
            spec.slug,
            crisis_title(words, spec.slug),
            " · ".join(part for part in parts if part),
            None,
            lambda spec=spec: crisis_page(words, spec),  # type: ignore[misc]
        )


def _sites(words: Words) -> Iterable[Piece]:
    for spec in words.content.sites.values():
        side = side_of(spec.side)
        yield Piece(
            spec.slug,
            site_title(words, spec.slug),
            side_name(words, side),
            side,
            lambda spec=spec: site_page(words, spec),  # type: ignore[misc]
        )


def _sources(words: Words) -> Iterable[Piece]:
    for spec in words.content.sources.values():
        yield Piece(
            spec.slug,
            words.content_text(spec.slug, spec.title),
            words.content_text(spec.slug, spec.date) if spec.date else "",
            None,
            lambda spec=spec: source_page(words, spec),  # type: ignore[misc]
        )


_SHELVED: Final[Mapping[Shelf, Callable[[Words], Iterable[Piece]]]] = {
    "cards": _cards,
    "crises": _crises,
    "sites": _sites,
    "sources": _sources,
}
