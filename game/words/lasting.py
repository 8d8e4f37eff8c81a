"""Lasting effects as clauses, long for the opened card and short for the hand."""

from collections.abc import Mapping
from functools import singledispatch
from typing import Final

from game.content.effects import (
    BlockHook,
    BlockSiteHook,
    CapHook,
    CostHook,
    DriftHook,
    GateHook,
    HandHook,
    Hook,
    TermsHook,
    WorthHook,
)
from game.told import mark
from game.words.catalogue import Words
from game.words.names import at_site, ladder_name, site_name, track_name

_SPANS: Final[Mapping[str, str]] = {
    "used": mark("{effect}"),
    "round": mark("{effect}, to the end of this round"),
    "next": mark("{effect}, to the end of next round"),
    "end": mark("{effect}, to the end of the game"),
    "broken": mark("{effect}, until broken at a price of {cost} Support"),
}


def lasting_clause(words: Words, hook: Hook, until: str) -> str:
    """Return what a lasting effect does and how long."""
    return words.text(
        _SPANS[until],
        effect=hook_clause(hook, words),
        cost=words.content.numbers.break_support,
    )


@singledispatch
def hook_clause(hook: object, words: Words) -> str:
    """Return what a lasting effect does."""
    del words
    raise TypeError(f"no words for the hook {hook!r}")


@hook_clause.register
def _(hook: CostHook, words: Words) -> str:
    price = _price(words, hook.by)
    if hook.target == "site":
        return words.text("own next Deploy costs {price}", price=price)
    name = ladder_name(words, hook.target)
    if hook.who == "own":
        return words.text(
            "own next Cooperate on {ladder} costs {price}", ladder=name, price=price
        )
    return words.text(
        "the next Cooperate on {ladder}, by either side, costs {price}",
        ladder=name,
        price=price,
    )


def _price(words: Words, by: int) -> str:
    """Return `1 less` or `1 more`."""
    if by < 0:
        return words.text("{n} less", n=-by)
    return words.text("{n} more", n=by)


@hook_clause.register
def _(hook: GateHook, words: Words) -> str:
    if hook.target == "all":
        return words.text("own gates {+by} on every ladder", by=hook.by)
    name = ladder_name(words, hook.target)
    if hook.who == "own":
        return words.text("own gates of {ladder} {+by}", ladder=name, by=hook.by)
    return words.text("gates of {ladder} {+by} for both", ladder=name, by=hook.by)


@hook_clause.register
def _(hook: DriftHook, words: Words) -> str:
    return words.text("drift of Tension {+by}", by=hook.by)


@hook_clause.register
def _(hook: CapHook, words: Words) -> str:
    return words.text("a crisis raises Tension by at most {most}", most=hook.at_most)


@hook_clause.register
def _(hook: HandHook, words: Words) -> str:
    return words.plural(
        "own briefing draws {n} more card", "own briefing draws {n} more cards", hook.by
    )


@hook_clause.register
def _(hook: TermsHook, words: Words) -> str:
    return words.plural(
        "a council allows {n} more term a side",
        "a council allows {n} more terms a side",
        hook.by,
    )


@hook_clause.register
def _(hook: BlockHook, words: Words) -> str:
    name = ladder_name(words, hook.ladder)
    return words.text("own {ladder} closed from step {step}", ladder=name, step=hook.step)


@hook_clause.register
def _(hook: BlockSiteHook, words: Words) -> str:
    place = mark("nobody deploys at {site}")
    return at_site(words, hook.site, place, mark("nobody deploys the {site}"))


@hook_clause.register
def _(hook: WorthHook, words: Words) -> str:
    return words.text("{track} {+by}", track=track_name(words, hook.target), by=hook.by)


@singledispatch
def hook_summary(hook: object, words: Words) -> str:
    """Return what a lasting effect does, in a few words."""
    del words
    raise TypeError(f"no words for the hook {hook!r}")


@hook_summary.register
def _(hook: CostHook, words: Words) -> str:
    price = _price(words, hook.by)
    if hook.target == "site":
        return words.text("next Deploy {price}", price=price)
    name = ladder_name(words, hook.target)
    return words.text("next {ladder} {price}", ladder=name, price=price)


@hook_summary.register
def _(hook: GateHook, words: Words) -> str:
    if hook.target == "all":
        return words.text("own gates {+by}", by=hook.by)
    return words.text(
        "{ladder} gates {+by}", ladder=ladder_name(words, hook.target), by=hook.by
    )


@hook_summary.register
def _(hook: DriftHook, words: Words) -> str:
    return words.text("drift {+by}", by=hook.by)


@hook_summary.register
def _(hook: CapHook, words: Words) -> str:
    return words.text("crises {+by} at most", by=hook.at_most)


@hook_summary.register
def _(hook: HandHook, words: Words) -> str:
    return words.text("hand {+by}", by=hook.by)


@hook_summary.register
def _(hook: TermsHook, words: Words) -> str:
    return words.text("terms {+by}", by=hook.by)


@hook_summary.register
def _(hook: BlockHook, words: Words) -> str:
    name = ladder_name(words, hook.ladder)
    return words.text("own {ladder} {step} closed", ladder=name, step=hook.step)


@hook_summary.register
def _(hook: BlockSiteHook, words: Words) -> str:
    return words.text("no {site}", site=site_name(words, hook.site))


@hook_summary.register
def _(hook: WorthHook, words: Words) -> str:
    return words.text("{track} {+by}", track=track_name(words, hook.target), by=hook.by)
