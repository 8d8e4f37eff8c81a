"""The own hand, side by side: as much of each card's effect as it has room for."""

from dataclasses import replace
from typing import Final

from pygame import Rect

from game.content.specs import CardSpec
from game.engine import View
from game.ui import text
from game.ui.draw.card import CARD_HEIGHT, CARD_WIDTH, CardFace, card_height
from game.ui.theme import GAP, NOTE_BOLD, Theme
from game.ui.widgets.card import CardWidget
from game.ui.widgets.widget import Hint, Widget
from game.words import (
    Words,
    card_condition,
    card_effect,
    card_gist,
    card_notes,
    card_summary,
    card_title,
    kind_name,
)

_SHORT: Final = 52
_SHORTEST: Final = 30
_DIGITS: Final = 9
_KIND_LEFT: Final = 66
"""Where the word for the kind begins on a card."""


def card_face(words: Words, spec: CardSpec, effect: str, *, dated: bool = True) -> CardFace:
    """Return the face of a card with these words for its effect."""
    return CardFace(
        ops=spec.operations,
        kind=spec.kind,
        kind_word=kind_name(words, spec.kind),
        title=card_title(words, spec.slug),
        effect=effect,
        date=words.content_text(spec.slug, spec.date) if dated else "",
        starred=spec.starred,
    )


def card_hint(words: Words, spec: CardSpec) -> Hint:
    """Return all of a card's event as a tooltip."""
    lines = [f"*{kind_name(words, spec.kind)}*"]
    lines += [" ".join(card_effect(words, spec)), card_condition(words, spec)]
    lines += card_notes(words, spec)
    return Hint("\n".join(line for line in lines if line), card_title(words, spec.slug), "4.2")


class Hand(Widget):
    """The cards. Their ids are ``card:<slug>``, their keys 1, 2, 3 and so on."""

    backdrop = True

    def __init__(self, words: Words, view: View) -> None:
        content = view.world.content
        specs = [content.cards[slug] for slug in view.hand]
        super().__init__("hand")
        self.faces = [_faces(words, spec) for spec in specs]
        self.cards = [
            CardWidget(
                f"card:{spec.slug}",
                faces[0],
                key=str(number) if number <= _DIGITS else "",
            )
            for number, (spec, faces) in enumerate(zip(specs, self.faces, strict=True), start=1)
        ]
        for card, spec in zip(self.cards, specs, strict=True):
            card.hint = card_hint(words, spec)
        self.children = [*self.cards]

    def card_width(self, room: int) -> int:
        """Return how wide each card is in so much room."""
        count = max(1, len(self.cards))
        return min(CARD_WIDTH, (room - GAP * (count - 1)) // count)

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the tallest card."""
        wide = self.card_width(room)
        faces = [_fitting(faces, theme, wide, CARD_HEIGHT) for faces in self.faces]
        return max((card_height(face, theme, wide) for face in faces), default=CARD_HEIGHT)

    def place(self, rect: Rect, theme: Theme) -> None:
        """Put the cards side by side from the left, all equally high."""
        self.rect = rect.copy()
        wide = self.card_width(rect.width)
        for number, (card, faces) in enumerate(zip(self.cards, self.faces, strict=True)):
            card.face = _fitting(faces, theme, wide, rect.height)
            left = rect.x + number * (wide + GAP)
            card.place(Rect(left, rect.y, wide, rect.height), theme)


def _fitting(faces: tuple[CardFace, ...], theme: Theme, wide: int, high: int) -> CardFace:
    """Return the fullest face that is not too high, else the shortest."""
    found = next((f for f in faces if card_height(f, theme, wide) <= high), faces[-1])
    if _KIND_LEFT + text.width(found.kind_word, NOTE_BOLD, theme) > wide - 4:
        # The icon alone has room; the tooltip has the word.
        return replace(found, kind_word="")
    return found


def _faces(words: Words, spec: CardSpec) -> tuple[CardFace, ...]:
    """Return a card's faces, the fullest first."""
    full = " ".join(card_effect(words, spec))
    summary = " ".join(words.sentence(line) for line in card_summary(words, spec))
    gists = card_gist(words, spec, _SHORT), card_gist(words, spec, _SHORTEST)
    dated = [card_face(words, spec, effect) for effect in (full, summary, *gists)]
    return (*dated, card_face(words, spec, gists[-1], dated=False))
