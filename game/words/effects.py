"""Effects of cards and responses as clauses, made from the data that the engine plays.

*Own* is the owner of the card or response, also in an offer that the other side answers.
"""

from functools import singledispatch

from game.content.effects import (
    Announce,
    Assurance,
    AtSite,
    Choose,
    Door,
    Draw,
    Effect,
    If,
    Initiative,
    Lasting,
    Lift,
    Look,
    Offer,
    OpenCrisis,
    Pledge,
    Reveal,
    Step,
    Support,
    Suspend,
    Tension,
    Threat,
    Withdraw,
)
from game.told import mark
from game.words.catalogue import Words
from game.words.conditions import conditions_phrase
from game.words.lasting import lasting_clause
from game.words.names import at_site, crisis_title, ladder_name, side_values


def effect_sentences(words: Words, effects: tuple[Effect, ...], side: int) -> tuple[str, ...]:
    """Return effects as sentences: simple ones share one, each branch has its own."""
    sentences: list[str] = []
    simple: list[str] = []
    for effect in effects:
        if isinstance(effect, Offer | Choose | If):
            sentences += _closed(words, simple)
            sentences += [words.sentence(one) for one in branch_clauses(words, effect, side)]
            simple = []
        else:
            simple.append(effect_clause(effect, words, side))
    return (*sentences, *_closed(words, simple))


def _closed(words: Words, clauses: list[str]) -> list[str]:
    return [words.sentence(words.clauses(clauses))] if clauses else []


def alternatives(effects: tuple[Effect, ...]) -> tuple[tuple[Effect, ...], ...]:
    """Return effects once, or once for each branch that the owner may choose."""
    for place, effect in enumerate(effects):
        if isinstance(effect, Choose):
            before, after = effects[:place], effects[place + 1 :]
            return (*before, *effect.first, *after), (*before, *effect.second, *after)
    return (effects,)


def clauses_of(words: Words, effects: tuple[Effect, ...], side: int) -> str:
    """Return effects as clauses on one line."""
    return words.clauses([effect_clause(effect, words, side) for effect in effects])


def branch_clauses(words: Words, effect: Offer | Choose | If, side: int) -> tuple[str, ...]:
    """Return each branch of an effect that has branches."""
    if isinstance(effect, Offer):
        values = side_values(words, side)
        first = clauses_of(words, effect.accepted, side)
        second = clauses_of(words, effect.refused, side)
        return (
            words.text("if {other} accepts: {effects}", effects=first, **values),
            words.text("if {other} refuses: {effects}", effects=second, **values),
        )
    if isinstance(effect, Choose):
        return (
            words.text("either: {effects}", effects=clauses_of(words, effect.first, side)),
            words.text("or: {effects}", effects=clauses_of(words, effect.second, side)),
        )
    return _conditional(words, effect, side)


def _conditional(words: Words, effect: If, side: int) -> tuple[str, ...]:
    phrase = conditions_phrase(words, effect.when, side)
    then = clauses_of(words, effect.then, side)
    first = words.text("with {condition}: {effects}", condition=phrase, effects=then)
    if not effect.otherwise:
        return (first,)
    otherwise = clauses_of(words, effect.otherwise, side)
    return (first, words.text("otherwise: {effects}", effects=otherwise))


@singledispatch
def effect_clause(effect: object, words: Words, side: int) -> str:
    """Return what an effect does, as a clause; `side` is its owner."""
    del words, side
    raise TypeError(f"no words for the effect {effect!r}")


@effect_clause.register
def _(effect: Tension, words: Words, side: int) -> str:
    del side
    return words.text("Tension {+by}", by=effect.by)


@effect_clause.register
def _(effect: Threat, words: Words, side: int) -> str:
    del side
    return words.text("Outside threat {+by}", by=effect.by)


@effect_clause.register
def _(effect: Assurance, words: Words, side: int) -> str:
    if effect.who == "own":
        return words.text("own Assurance {+by}", by=effect.by)
    if effect.who == "both":
        return words.text("each side’s Assurance {+by}", by=effect.by)
    return words.text("{others} Assurance {+by}", by=effect.by, **side_values(words, side))


@effect_clause.register
def _(effect: Support, words: Words, side: int) -> str:
    if effect.who == "own":
        return words.text("own Support {+by}", by=effect.by)
    if effect.who == "both":
        return words.text("each side’s Support {+by}", by=effect.by)
    return words.text("{others} Support {+by}", by=effect.by, **side_values(words, side))


@effect_clause.register
def _(effect: Initiative, words: Words, side: int) -> str:
    del side
    return words.text("own Initiative {+by}", by=effect.by)


@effect_clause.register
def _(effect: Step, words: Words, side: int) -> str:
    del side
    name = ladder_name(words, effect.ladder)
    if effect.who == "own":
        clause = words.text("own {ladder} {+by}", ladder=name, by=1)
    else:
        clause = words.text("{ladder} {+by} for each side", ladder=name, by=1)
    if not effect.free:
        return clause
    return words.text("{step}, at no cost of ratification", step=clause)


@effect_clause.register
def _(effect: Announce, words: Words, side: int) -> str:
    del side
    place = mark("announce {site}, as by Deploy")
    return at_site(words, effect.site, place, mark("announce the {site}, as by Deploy"))


@effect_clause.register
def _(effect: Withdraw, words: Words, side: int) -> str:
    del side
    if effect.site == "forward":
        return words.text("withdraw an own forward missile")
    place = mark("withdraw from {site}")
    return at_site(words, effect.site, place, mark("withdraw the {site}"))


@effect_clause.register
def _(effect: Pledge, words: Words, side: int) -> str:
    del side
    if effect.site == "forward":
        return words.text("pledge not to deploy any forward missile")
    place = mark("pledge not to deploy at {site}")
    return at_site(words, effect.site, place, mark("pledge not to deploy the {site}"))


@effect_clause.register
def _(effect: Offer, words: Words, side: int) -> str:
    return words.clauses(branch_clauses(words, effect, side))


@effect_clause.register
def _(effect: Choose, words: Words, side: int) -> str:
    return words.clauses(branch_clauses(words, effect, side))


@effect_clause.register
def _(effect: If, words: Words, side: int) -> str:
    return words.clauses(branch_clauses(words, effect, side))


@effect_clause.register
def _(effect: Draw, words: Words, side: int) -> str:
    del side
    return words.plural("draw {n} card", "draw {n} cards", effect.cards)


@effect_clause.register
def _(effect: Look, words: Words, side: int) -> str:
    return words.plural(
        "see {n} card of {others} hand, at random",
        "see {n} cards of {others} hand, at random",
        effect.cards,
        **side_values(words, side),
    )


@effect_clause.register
def _(effect: Door, words: Words, side: int) -> str:
    del side
    if effect.by > 0:
        return words.plural("the door opens {n} step", "the door opens {n} steps", effect.by)
    return words.plural("the door closes {n} step", "the door closes {n} steps", -effect.by)


@effect_clause.register
def _(effect: Reveal, words: Words, side: int) -> str:
    del effect
    return words.text(
        "{others} undeclared sites are found, without Tension", **side_values(words, side)
    )


@effect_clause.register
def _(effect: OpenCrisis, words: Words, side: int) -> str:
    del side
    title = crisis_title(words, effect.crisis)
    return words.text("the crisis “{crisis}” opens at once", crisis=title)


@effect_clause.register
def _(effect: Lift, words: Words, side: int) -> str:
    del effect, side
    return words.text("own promises that close steps are lifted")


@effect_clause.register
def _(effect: Suspend, words: Words, side: int) -> str:
    del side
    return words.text("suspend own {ladder}", ladder=ladder_name(words, effect.ladder))


@effect_clause.register
def _(effect: AtSite, words: Words, side: int) -> str:
    del side
    if effect.what == "halt":
        return words.text("the site is emptied, at no cost of Support")
    if effect.what == "delay":
        return words.text("the site works a round later")
    return words.text("the site works a round earlier")


@effect_clause.register
def _(effect: Lasting, words: Words, side: int) -> str:
    del side
    return lasting_clause(words, effect.hook, effect.until)
