"""Names of actions for programs: the kind, then card, site, ladder or number, in slugs."""

from bisect import bisect_right
from typing import Final

from game.bridges.ids import ACTIONS, PARTS, Part
from game.content.vocabulary import LADDERS
from game.engine import World
from game.engine import actions as a
from game.engine.fields import SITES_A_SIDE

_FIRSTS: Final = [part.first for part in PARTS]
_WHOSE: Final = ("own", "other")
_TERMS: Final = (
    (a.DECLARE_TERM, "declare"),
    (a.WITHDRAW_TERM, "withdraw"),
    (a.PLEDGE_TERM, "pledge"),
    (a.LADDER_PLEDGE_TERM, "keep"),
    (a.STATEMENT_TERM, "statement"),
    (a.RAISE_TERM, "raise"),
)


def part_of(number: int) -> Part:
    """Return the part that an id belongs to.

    Raises:
        ValueError: There is no such id.
    """
    if not 0 <= number < ACTIONS:
        raise ValueError(f"no action {number}; there are 0 to {ACTIONS - 1}")
    return PARTS[bisect_right(_FIRSTS, number) - 1]


def name_of(world: World, side: int, number: int) -> str:
    """Return what an id is for a side, whatever the position.

    Raises:
        ValueError: There is no such id.
    """
    part = part_of(number)
    card, argument = divmod(number - part.first, part.count)
    words = [a.KINDS[part.kind]]
    if part.of_card:
        words.append(_card(world, side, card))
    if part.argument != "plain":
        words.append(_place(world, side, part, argument))
    elif part.kind in (a.COOPERATE, a.SUSPEND):
        words.append(LADDERS[argument])
    elif part.count > 1:
        words.append(str(argument))
    return " ".join(words)


def _card(world: World, side: int, card: int) -> str:
    half = world.cards_a_side
    return world.cards[card + half * side].slug if card < half else f"none-{card}"


def _place(world: World, side: int, part: Part, argument: int) -> str:
    """Return a site or a term."""
    if part.argument == "term":
        giver, term = divmod(argument, a.TERMS)
        return f"{_WHOSE[giver]} {_term(world, giver ^ side, term)}"
    owner = side if part.argument == "own site" else 1 - side
    return world.sites[argument + SITES_A_SIDE * owner].slug


def _term(world: World, giver: int, term: int) -> str:
    """Return a term with its site or ladder."""
    first, word = next((at, word) for at, word in reversed(_TERMS) if at <= term)
    if first in (a.WITHDRAW_TERM, a.PLEDGE_TERM):
        return f"{word} {world.sites[term - first + SITES_A_SIDE * giver].slug}"
    if first in (a.LADDER_PLEDGE_TERM, a.RAISE_TERM):
        return f"{word} {LADDERS[term - first]}"
    return word
