"""Advice in words: a move, what it promises both sides, and why, in a sentence or two."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from typing import Final, Protocol

from game.engine.actions import giver_of
from game.engine.reasons import Reason
from game.engine.view import View
from game.told import mark
from game.words.actions import action_title
from game.words.advice_grounds import ground_text
from game.words.catalogue import Words, decimal
from game.words.names import (
    NATO,
    RUSSIA,
    card_title,
    response_title,
    side_name,
    side_values,
)
from game.words.terms import term_sentence, term_step

_RESTS: Final[Mapping[str, str]] = {
    "agreed": mark("if {other} agrees"),
    "accepted": mark("if {other} accepts"),
    "refused": mark("if {other} refuses"),
    "firm": mark("if {other} is firm"),
    "measured": mark("if {other} is measured"),
    "open": mark("if {other} is open"),
    "any": mark("whatever {other} answers"),
}
_MOST_GAINS: Final = 2


class GroundFace(Protocol):
    """What words need to know of a ground."""

    @property
    def reason(self) -> Reason:
        """What changes."""

    @property
    def then(self) -> Reason | None:
        """What that brings about."""

    @property
    def rests(self) -> str:
        """What must happen for it."""

    @property
    def answer(self) -> str:
        """The other's answer that it rests on, where only that one will do."""


class MoveFace(Protocol):
    """What words need to know of an advised move."""

    @property
    def action(self) -> int:
        """What to do."""

    @property
    def package(self) -> tuple[int, ...]:
        """The package it belongs to, if it does."""

    @property
    def own(self) -> float:
        """Utility that the side may expect."""

    @property
    def rival(self) -> float | None:
        """What the other side may expect, if that was reckoned."""

    @property
    def confrontation(self) -> float:
        """How likely Confrontation is soon."""

    @property
    def gains(self) -> Sequence[GroundFace]:
        """What speaks for it."""

    @property
    def costs(self) -> Sequence[GroundFace]:
        """What speaks against it."""


def advised_title(words: Words, move: MoveFace, view: View) -> str:
    """Return an advised move as a title; a card's use with its card, a package whole."""
    if move.package:
        return _package(words, move.package, view)
    facts = view.facts(move.action)
    title = action_title(words, facts, view)
    if facts.card is None or facts.kind in ("yes", "no"):
        return title
    return words.text("“{card}”: {use}", card=card_title(words, facts.card), use=title)


def _package(words: Words, terms: Iterable[int], view: View) -> str:
    """Return a package with the steps that it aims at."""
    sides: tuple[list[str], list[str]] = ([], [])
    for code in terms:
        step = term_step(words, code, view)
        sides[giver_of(code) == view.side].append(term_sentence(words, code, step))
    return words.text(
        "{side} will {offers} if {other} will {asks}",
        offers=words.listing(sides[True]),
        asks=words.listing(sides[False]),
        **side_values(words, view.side),
    )


def advised_reason(words: Words, move: MoveFace, view: View) -> str:
    """Return why: the weightiest gains in a sentence, the weightiest cost in another."""
    first = move.gains[0]
    alike = takewhile(lambda ground: _rest(ground) == _rest(first), move.gains)
    told = words.sentence(_told(words, list(alike)[:_MOST_GAINS], view))
    if not move.costs:
        return told
    cost = move.costs[0]
    if _rest(cost) == _rest(first) and cost.rests != "accepting":
        against = clause(words, cost, view)
    else:
        against = _told(words, [cost], view)
    return words.text("{why} {against}", why=told, against=_against(words, against))


def advised_grounds(words: Words, move: MoveFace, view: View) -> list[str]:
    """Return everything that speaks for a move and against it, a sentence each."""
    gains = [words.sentence(_told(words, [ground], view)) for ground in move.gains]
    costs = [_against(words, _told(words, [ground], view)) for ground in move.costs]
    return gains + costs


def _against(words: Words, clauses: str) -> str:
    return words.text("Against it: {cost}.", cost=clauses)


def clause(words: Words, ground: GroundFace, view: View) -> str:
    """Return a ground with what it brings about, as a clause."""
    text = ground_text(words, ground.reason, view)
    if ground.then is None:
        return text
    then = ground_text(words, ground.then, view)
    return words.text("{what}, so {so}", what=text, so=then)


def _told(words: Words, grounds: Sequence[GroundFace], view: View) -> str:
    """Return grounds that rest on the same, behind what they rest on."""
    clauses = words.clauses([clause(words, ground, view) for ground in grounds])
    if not grounds[0].rests:
        return clauses
    if grounds[0].rests == "accepting":
        return words.text("accepting {what}", what=clauses)
    return _resting(words, grounds[0], clauses, view)


def _rest(ground: GroundFace) -> tuple[str, str]:
    """Return all that a ground rests on."""
    return ground.rests, ground.answer


def _resting(words: Words, ground: GroundFace, clauses: str, view: View) -> str:
    """Return clauses behind what they rest on."""
    values = side_values(words, view.side)
    when = words.text(_RESTS[ground.rests], **values)
    if ground.answer and view.answering is not None:
        crisis = view.answering.slug
        title = response_title(words, crisis, 1 - view.side, ground.answer)
        when = words.text("if {other} answers “{answer}”", answer=title, **values)
    return words.text("{when}: {what}", when=when, what=clauses)


def outcome_text(words: Words, side: int, utility: float) -> str:
    """Return what a side may expect: `NATO: about 1.2 points above its target`.

    Args:
        words: The words of a language.
        side: Whose expectation.
        utility: -1 to 1.
    """
    tenths = round(utility * words.content.numbers.utility_scale)
    name = side_name(words, side)
    if tenths == 0:
        return words.text("{side}: about at its target", side=name)
    whole, part = divmod(abs(tenths), 10)
    if not part:
        return _whole_points(words, whole, above=tenths > 0, side=name)
    values = {"side": name, "points": decimal(words, abs(tenths), 1)}
    if tenths > 0:
        return words.text("{side}: about {points} points above its target", **values)
    return words.text("{side}: about {points} points below its target", **values)


def _whole_points(words: Words, n: int, *, above: bool, side: str) -> str:
    """Return what a side may expect where that is a whole number of points."""
    if above:
        return words.plural(
            "{side}: about {n} point above its target",
            "{side}: about {n} points above its target",
            n,
            side=side,
        )
    return words.plural(
        "{side}: about {n} point below its target",
        "{side}: about {n} points below its target",
        n,
        side=side,
    )


def confrontation_text(words: Words, chance: float) -> str:
    """Return how likely Confrontation is soon after a move."""
    hundredths = round(100 * chance)
    if not hundredths:
        return words.text("Confrontation: less than 1 in 100")
    return words.text("Confrontation: about {n} in 100", n=hundredths)


def promise_text(words: Words, move: MoveFace, side: int) -> str:
    """Return what a move promises, NATO first, and how likely Confrontation is."""
    expected = {side: move.own, 1 - side: move.rival}
    told = [
        outcome_text(words, each, utility)
        for each in (NATO, RUSSIA)
        if (utility := expected[each]) is not None
    ]
    if move.rival is not None:
        told.append(confrontation_text(words, move.confrontation))
    return " · ".join(told)
