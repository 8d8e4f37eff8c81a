"""Effects in a few words, for the card in the hand."""

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
from game.words.catalogue import Words, capital
from game.words.conditions import conditions_phrase
from game.words.lasting import hook_summary
from game.words.names import crisis_title, ladder_name, side_values, site_name


def summary_lines(words: Words, effects: tuple[Effect, ...], side: int) -> tuple[str, ...]:
    """Return effects in short lines: simple ones share a line, each branch begins one."""
    lines: list[list[str]] = [[]]
    for effect in effects:
        if isinstance(effect, Offer | Choose | If):
            branches = summary_branches(words, effect, side)
            lines += [[branch] for branch in branches]
            lines.append([])
        else:
            lines[-1].append(effect_summary(effect, words, side))
    return tuple(capital(words.commas(line)) for line in lines if line)


def gist(words: Words, effects: tuple[Effect, ...], side: int, most: int) -> str:
    """Return as much of the first line as `most` characters hold; *more* stands for the rest.

    A clause is shown whole or not at all; the first always is.
    """
    lines = summary_lines(words, effects, side)
    between = words.text(", ")
    clauses = lines[0].split(between)
    whole = len(lines) == 1
    for shown in range(len(clauses), 0, -1):
        part = between.join(clauses[:shown])
        if not (whole and shown == len(clauses)):
            part = words.text("{effects} and more", effects=part)
        if len(part) <= most:
            return part
    return words.text("{effects} and more", effects=clauses[0])


def _inner(words: Words, effects: tuple[Effect, ...], side: int) -> str:
    return words.commas([effect_summary(effect, words, side) for effect in effects])


def summary_branches(words: Words, effect: Offer | Choose | If, side: int) -> tuple[str, ...]:
    """Return each branch of an effect that has branches."""
    if isinstance(effect, Offer):
        return (
            words.text("offer: {effects}", effects=_inner(words, effect.accepted, side)),
            words.text("refused: {effects}", effects=_inner(words, effect.refused, side)),
        )
    if isinstance(effect, Choose):
        return (
            words.text("either {effects}", effects=_inner(words, effect.first, side)),
            words.text("or {effects}", effects=_inner(words, effect.second, side)),
        )
    phrase = conditions_phrase(words, effect.when, side)
    then = _inner(words, effect.then, side)
    first = words.text("with {condition}: {effects}", condition=phrase, effects=then)
    if not effect.otherwise:
        return (first,)
    otherwise = _inner(words, effect.otherwise, side)
    return (first, words.text("else {effects}", effects=otherwise))


@singledispatch
def effect_summary(effect: object, words: Words, side: int) -> str:
    """Return what an effect does, in a few words; `side` is its owner."""
    del words, side
    raise TypeError(f"no words for the effect {effect!r}")


@effect_summary.register
def _(effect: Tension, words: Words, side: int) -> str:
    del side
    return words.text("Tension {+by}", by=effect.by)


@effect_summary.register
def _(effect: Threat, words: Words, side: int) -> str:
    del side
    return words.text("threat {+by}", by=effect.by)


@effect_summary.register
def _(effect: Assurance, words: Words, side: int) -> str:
    if effect.who == "own":
        return words.text("Assurance {+by}", by=effect.by)
    if effect.who == "both":
        return words.text("Assurance {+by} each", by=effect.by)
    return words.text("{others} Assurance {+by}", by=effect.by, **side_values(words, side))


@effect_summary.register
def _(effect: Support, words: Words, side: int) -> str:
    if effect.who == "own":
        return words.text("Support {+by}", by=effect.by)
    if effect.who == "both":
        return words.text("Support {+by} each", by=effect.by)
    return words.text("{others} Support {+by}", by=effect.by, **side_values(words, side))


@effect_summary.register
def _(effect: Initiative, words: Words, side: int) -> str:
    del side
    return words.text("Initiative {+by}", by=effect.by)


@effect_summary.register
def _(effect: Step, words: Words, side: int) -> str:
    del side
    name = ladder_name(words, effect.ladder)
    if effect.who == "own":
        clause = words.text("{ladder} {+by}", ladder=name, by=1)
    else:
        clause = words.text("{ladder} {+by} each", ladder=name, by=1)
    return words.text("{step} free", step=clause) if effect.free else clause


@effect_summary.register
def _(effect: Announce, words: Words, side: int) -> str:
    del side
    return words.text("announce {site}", site=site_name(words, effect.site))


@effect_summary.register
def _(effect: Withdraw, words: Words, side: int) -> str:
    del side
    if effect.site == "forward":
        return words.text("withdraw it")
    return words.text("withdraw {site}", site=site_name(words, effect.site))


@effect_summary.register
def _(effect: Pledge, words: Words, side: int) -> str:
    del side
    if effect.site == "forward":
        return words.text("pledge none")
    return words.text("pledge {site}", site=site_name(words, effect.site))


@effect_summary.register
def _(effect: Offer, words: Words, side: int) -> str:
    return words.clauses(summary_branches(words, effect, side))


@effect_summary.register
def _(effect: Choose, words: Words, side: int) -> str:
    return words.clauses(summary_branches(words, effect, side))


@effect_summary.register
def _(effect: If, words: Words, side: int) -> str:
    return words.clauses(summary_branches(words, effect, side))


@effect_summary.register
def _(effect: Draw, words: Words, side: int) -> str:
    del side
    return words.text("draw {cards}", cards=effect.cards)


@effect_summary.register
def _(effect: Look, words: Words, side: int) -> str:
    del side
    return words.plural("see {n} card", "see {n} cards", effect.cards)


@effect_summary.register
def _(effect: Door, words: Words, side: int) -> str:
    del side
    return words.text("door {+by}", by=effect.by)


@effect_summary.register
def _(effect: Reveal, words: Words, side: int) -> str:
    del effect
    return words.text("find {others} undeclared sites", **side_values(words, side))


@effect_summary.register
def _(effect: OpenCrisis, words: Words, side: int) -> str:
    del side
    return words.text("crisis: {crisis}", crisis=crisis_title(words, effect.crisis))


@effect_summary.register
def _(effect: Lift, words: Words, side: int) -> str:
    del effect, side
    return words.text("lift own promises")


@effect_summary.register
def _(effect: Suspend, words: Words, side: int) -> str:
    del side
    return words.text("suspend {ladder}", ladder=ladder_name(words, effect.ladder))


@effect_summary.register
def _(effect: AtSite, words: Words, side: int) -> str:
    del side
    if effect.what == "halt":
        return words.text("site emptied")
    if effect.what == "delay":
        return words.text("site a round later")
    return words.text("site a round earlier")


@effect_summary.register
def _(effect: Lasting, words: Words, side: int) -> str:
    del side
    return hook_summary(effect.hook, words)
