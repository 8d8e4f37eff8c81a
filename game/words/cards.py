"""Cards: effects, condition and what a card may be played as."""

from collections.abc import Mapping
from typing import Final

from game.content.specs import CardSpec
from game.words.catalogue import Words, capital, mark_for
from game.words.conditions import conditions_phrase
from game.words.effects import alternatives, clauses_of, effect_sentences
from game.words.names import side_index, side_values
from game.words.summaries import gist, summary_lines

_OPERATIONS: Final[Mapping[str, str]] = {
    "deploy": mark_for("operation", "Deploy"),
    "withdraw": mark_for("operation", "Withdraw or halt"),
    "cooperate": mark_for("operation", "Cooperate"),
    "suspend": mark_for("operation", "Suspend"),
    "campaign": mark_for("operation", "Campaign"),
    "back-channel": mark_for("operation", "Back channel"),
    "technical-means": mark_for("operation", "Technical means"),
}
_OTHER_USES: Final[Mapping[str, str]] = {
    "event": mark_for("use of a card", "Event"),
    "operations": mark_for("use of a card", "Operations"),
    "face-down": mark_for("use of a card", "Face down"),
    "hide-site": mark_for("use of a card", "Undeclared site"),
    "hide-technical-means": mark_for("use of a card", "Technical means, unseen"),
    "hide-nothing": mark_for("use of a card", "Nothing"),
}


def card_effect(words: Words, card: CardSpec) -> tuple[str, ...]:
    """Return the effect of a card's event in sentences."""
    return effect_sentences(words, card.event, side_index(card.side))


def card_summary(words: Words, card: CardSpec) -> tuple[str, ...]:
    """Return the effect of a card's event in one to three short lines, for the hand."""
    return summary_lines(words, card.event, side_index(card.side))


def card_gist(words: Words, card: CardSpec, most: int = 52) -> str:
    """Return the gist of a card's event in at most `most` characters, for a small card."""
    return gist(words, card.event, side_index(card.side), most)


def event_choices(words: Words, card: str) -> tuple[str, ...]:
    """Return what an event does on one line: one, or two that its owner may choose from."""
    spec = words.content.cards[card]
    side = side_index(spec.side)
    return tuple(
        capital(clauses_of(words, effects, side)) for effects in alternatives(spec.event)
    )


def card_condition(words: Words, card: CardSpec) -> str:
    """Return what must hold for a card's event, or nothing."""
    if not card.condition:
        return ""
    phrase = conditions_phrase(words, card.condition, side_index(card.side))
    return words.sentence(words.text("needs {condition}", condition=phrase))


def card_notes(words: Words, card: CardSpec) -> tuple[str, ...]:
    """Return what else to know of a card: that it leaves, is invented or thinly reported."""
    notes = []
    if card.starred:
        notes.append(words.text("Leaves the game when its event is used."))
    if card.what_if:
        notes.append(words.text("What if: nothing of the kind happened."))
    if card.reported:
        notes.append(words.text("Reported; the source is thin."))
    return tuple(notes)


def operation_name(words: Words, operation: str) -> str:
    """Return the name of an operation."""
    return words.text_for("operation", _OPERATIONS[operation])


def use_name(words: Words, use: str) -> str:
    """Return the name of a use of a card: an operation, the event, or a face-down play."""
    if use in _OPERATIONS:
        return operation_name(words, use)
    return words.text_for("use of a card", _OTHER_USES[use])


def operations_text(words: Words, operations: int) -> str:
    """Return `3 operations`."""
    return words.plural("{n} operation", "{n} operations", operations)


def readings(words: Words, nato: str, russia: str, slug: str) -> tuple[tuple[str, str], ...]:
    """Return both readings of a text with their headings, NATO's first; none without."""
    if not nato or not russia:
        return ()
    head = [words.text("As {side} sees it", **side_values(words, side)) for side in (0, 1)]
    return (
        (head[0], words.content_text(slug, nato)),
        (head[1], words.content_text(slug, russia)),
    )
