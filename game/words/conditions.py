"""Conditions as phrases: they follow *Needs* and *With*."""

from functools import singledispatch

from game.content.effects import (
    Can,
    ConcernAtLeast,
    Condition,
    Declared,
    DoorAtLeast,
    Empty,
    ForwardMissile,
    Joint,
    Mine,
    Theirs,
    ThreatAtLeast,
)
from game.words.catalogue import Words
from game.words.names import ladder_name, side_values, site_name


def conditions_phrase(words: Words, conditions: tuple[Condition, ...], side: int) -> str:
    """Return what has to hold for `side`, as one phrase."""
    return words.listing([condition_phrase(one, words, side) for one in conditions])


@singledispatch
def condition_phrase(condition: object, words: Words, side: int) -> str:
    """Return what a condition asks, for the side that owns the card or the response."""
    del words, side
    raise TypeError(f"no words for the condition {condition!r}")


@condition_phrase.register
def _(condition: Joint, words: Words, side: int) -> str:
    del side
    name = ladder_name(words, condition.ladder)
    return words.text("joint {ladder} {level}", ladder=name, level=condition.at_least)


@condition_phrase.register
def _(condition: Mine, words: Words, side: int) -> str:
    del side
    name = ladder_name(words, condition.ladder)
    return words.text("own {ladder} {step}", ladder=name, step=condition.at_least)


@condition_phrase.register
def _(condition: Theirs, words: Words, side: int) -> str:
    values = side_values(words, side)
    name = ladder_name(words, condition.ladder)
    return words.text(
        "{others} {ladder} {step}", ladder=name, step=condition.at_least, **values
    )


@condition_phrase.register
def _(condition: Can, words: Words, side: int) -> str:
    del side
    name = ladder_name(words, condition.ladder)
    return words.text("a next step on {ladder} that can be taken", ladder=name)


@condition_phrase.register
def _(condition: Declared, words: Words, side: int) -> str:
    del side
    return words.text("{site} declared", site=site_name(words, condition.site))


@condition_phrase.register
def _(condition: Empty, words: Words, side: int) -> str:
    del side
    return words.text("{site} not declared", site=site_name(words, condition.site))


@condition_phrase.register
def _(condition: ForwardMissile, words: Words, side: int) -> str:
    del side
    if condition.which == "own":
        return words.text("an own forward missile declared")
    return words.text("no forward missile declared")


@condition_phrase.register
def _(condition: ThreatAtLeast, words: Words, side: int) -> str:
    del side
    return words.text("an Outside threat of {level} or more", level=condition.at_least)


@condition_phrase.register
def _(condition: ConcernAtLeast, words: Words, side: int) -> str:
    del side
    return words.text("NATO sites of concern {level} or more", level=condition.at_least)


@condition_phrase.register
def _(condition: DoorAtLeast, words: Words, side: int) -> str:
    del side
    if condition.door == "open":
        return words.text("an open door")
    return words.text("a door that is not closed")
