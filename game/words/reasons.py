"""Reasons: why an action is not open, as one helpful line."""

from collections.abc import Callable, Mapping
from typing import Final

from game.content.vocabulary import SIDES
from game.engine.reasons import Reason
from game.told import Value, mark
from game.words.catalogue import Words
from game.words.conditions import conditions_phrase
from game.words.names import (
    card_title,
    crisis_title,
    ladder_name,
    site_name,
)

_PLAIN: Final[Mapping[str, str]] = {
    "not-your-decision": mark("the other side decides now"),
    "wrong-decision": mark("something else is to be decided now"),
    "not-in-hand": mark("this card is not in the hand"),
    "too-few-operations": mark("needs {needs} operations; the card has {has}"),
    "gate": mark("{ladder} {step} needs Assurance {needs}; it is {is}"),
    "prerequisite": mark("{ladder} {step} needs joint {needs_ladder} {needs}; it is {is}"),
    "support-needed": mark("needs own Support {needs} before paying; it is {is}"),
    "top-of-ladder": mark("{ladder}: the highest step is taken"),
    "locked-step": mark("{ladder}: a suspended step stays closed this round and the next"),
    "blocked-step": mark(
        "{ladder}: closed by “{card}”; to break that needs Support {needs}, it is {is}"
    ),
    "blocked-site": mark("{site}: ruled out for both sides by “{card}”"),
    "site-declared": mark("{site}: declared already"),
    "site-hidden": mark("{site}: undeclared; it can be unveiled"),
    "site-needs": mark("{site}: needs {needs} declared"),
    "site-halted": mark("{site}: emptied this round, free again in the next"),
    "not-your-site": mark("{site}: it is the other side’s"),
    "site-empty": mark("{site}: nothing is declared there"),
    "not-concealable": mark("{site}: can’t be deployed undeclared"),
    "no-face-down": mark("nothing is played face down in this scenario"),
    "no-step": mark("no own step on {ladder} yet"),
    "back-channel-used": mark("the back channel is used once a round"),
    "door-open": mark("the door is open already"),
    "too-calm": mark("lowers Tension from {needs}; it is {is}"),
    "no-cause": mark("no incident is brewing"),
    "cause-known": mark("the cause is known already"),
    "no-cards": mark("the other hand holds no card that is still unknown"),
    "condition": mark("the event’s condition is not met"),
    "first-step": mark("the event’s first step can’t be taken"),
    "no-branch": mark("this event has no such choice"),
    "terms-full": mark("the door allows no more terms a side"),
    "one-ladder-term": mark("only one ladder term a side"),
    "one-statement": mark("only one public statement in a package"),
    "out-of-order": mark("terms are added in their fixed order, asks first"),
    "nothing-asked": mark("a package needs something that we ask"),
    "nothing-offered": mark("a package needs something that we offer"),
    "already-drafted": mark("it is in the draft already"),
    "already-pledged": mark("it is pledged already"),
    "site-not-empty": mark("{site}: not empty"),
    "no-counter": mark("this scenario knows no counter-packages"),
    "response-needs": mark("its requirement is not met"),
    "cause-unknown": mark("needs proof that nobody began it"),
    "no-undeclared": mark("{site}: nothing undeclared of ours is there"),
    "not-dealt": mark("this mandate was not dealt"),
}

_NAMES: Final[Mapping[str, Callable[[Words, str], str]]] = {
    "ladder": ladder_name,
    "needs_ladder": ladder_name,
    "site": site_name,
    "card": card_title,
    "crisis": crisis_title,
}


def reason_text(words: Words, reason: Reason) -> str:
    """Return a reason as a note: small at its start, without a full stop."""
    values = {key: _value(words, key, value) for key, value in reason.values.items()}
    if reason.slug == "condition":
        return _condition(words, str(reason.values.get("card", "")))
    if reason.slug == "terms-full" and "limit" in values:
        limit = int(values["limit"])
        return words.plural("only {n} term a side", "only {n} terms a side", limit)
    return words.text(_PLAIN[reason.slug], **values)


def reason_sentence(words: Words, reason: Reason) -> str:
    """Return a reason as a sentence."""
    return words.sentence(reason_text(words, reason))


def _condition(words: Words, card: str) -> str:
    """Return what a card's event asks for."""
    if card not in words.content.cards:
        return words.text(_PLAIN["condition"])
    spec = words.content.cards[card]
    phrase = conditions_phrase(words, spec.condition, SIDES.index(spec.side))
    return words.text("the event needs {condition}", condition=phrase)


def _value(words: Words, key: str, value: Value) -> Value:
    """Return a value as it is read: slugs become names."""
    if isinstance(value, int):
        return value
    if not value:  # an action that names nothing there is
        return words.text("unknown")
    if key == "needs" and value in words.content.sites:
        return site_name(words, value)
    return _NAMES[key](words, value) if key in _NAMES else value
