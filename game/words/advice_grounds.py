"""Grounds of advice: what a move changes, as clauses without a subject."""

from collections.abc import Callable, Mapping
from typing import Final

from game.engine.reasons import Reason
from game.engine.view import View
from game.told import Value, mark
from game.words.catalogue import Words, decimal
from game.words.lasting import lasting_clause
from game.words.names import (
    at_site,
    card_title,
    crisis_title,
    initiative_value,
    ladder_name,
    side_values,
    site_name,
    step_title,
)
from game.words.tracks import door_name

_PLAIN: Final[Mapping[str, str]] = {
    "tension-up": mark("raises Tension from {before} to {after}"),
    "tension-down": mark("lowers Tension from {before} to {after}"),
    "tension-danger": mark("raises Tension from {before} to {after}, the danger zone"),
    "tension-calm": mark("lowers Tension from {before} to {after}, out of the danger zone"),
    "tension-brink": mark("raises Tension from {before} to {after}, the brink"),
    "tension-end": mark("raises Tension to {after}: Confrontation, both fail"),
    "brink-die": mark(
        "at Tension {brink} or more the reckoning rolls a die: "
        "on 1 of {die} it is Confrontation"
    ),
    "threat-up": mark("raises the Outside threat from {before} to {after}"),
    "threat-down": mark("lowers the Outside threat from {before} to {after}"),
    "support-up": mark("raises {sides} Support from {before} to {after}"),
    "support-down": mark("lowers {sides} Support from {before} to {after}"),
    "support-last": mark("leaves {to_side} the last point of Support"),
    "support-gone": mark("brings {sides} government down"),
    "assurance-up": mark("raises {sides} Assurance from {before} to {after}"),
    "assurance-down": mark("lowers {sides} Assurance from {before} to {after}"),
    "gate-opens": mark("raises {sides} Assurance to {after}, past the gate for step {step}"),
    "gate-shuts": mark("lowers {sides} Assurance to {after}, below the gate for step {step}"),
    "joint-down": mark("lowers joint {ladder} from {before} to {after}"),
    "lead": mark("takes {to_side} to step {step} on {ladder}, an offer to {to_other}"),
    "step-back": mark("takes {to_side} back to step {step} on {ladder}"),
    "calls-crisis": mark("makes “{crisis}” the crisis of the round"),
    "calls-instead": mark("makes “{crisis}” the crisis of the round, not “{instead}”"),
    "opens-crisis": mark("opens the crisis “{crisis}” at once"),
    "record": mark("{side} has answered so far: {firm} firm, {measured} measured, {open} open"),
    "cause-public": mark("makes the cause of the incident public"),
    "shows-cause": mark("shows us who began the incident"),
    "shows-card": mark("shows us a card of {sides} hand"),
    "shows-sites": mark("shows us {sides} undeclared sites"),
    "conceals": mark("nobody else learns of {site} until it is found"),
    "exposes": mark("brings {site} into the open, without Tension"),
    "binds-site": mark("binds {to_side} not to deploy at {site} to the end of round {round}"),
    "binds-ladder": mark("binds {to_side} not to suspend {ladder} to the end of round {round}"),
    "protected": mark("NATO is Protected: Coverage {coverage}, threat {threat}"),
    "unprotected": mark("NATO is not Protected: Coverage {coverage}, threat {threat}"),
    "secure": mark("Russia is Secure: Deterrent {deterrent}"),
    "insecure": mark("Russia is not Secure: Deterrent {deterrent}"),
    "firm-unprotected": mark(
        "firm at Tension {brink}, NATO is not Protected until it answers otherwise"
    ),
    "firm-insecure": mark(
        "firm at Tension {brink}, Russia is not Secure until it answers otherwise"
    ),
    "coverage": mark("Coverage {before} → {after}"),
    "deterrent": mark("Deterrent {before} → {after}"),
    "only-move": mark("there is nothing else to do"),
    "as-good": mark("no other move promises clearly more"),
}
_SITES: Final[Mapping[str, tuple[str, str]]] = {
    "site-leaves": (mark("empties {site}"), mark("withdraws the {site}")),
    "site-shown": (mark("brings {site} into the open"), mark("declares the {site}")),
    "site-begun": (mark("builds {site}"), mark("deploys the {site}")),
    "site-hidden": (mark("builds {site} in secret"), mark("deploys the {site} in secret")),
}


def ground_text(words: Words, reason: Reason, view: View) -> str:
    """Return a ground as a clause: `raises Tension from 6 to 7`.

    Args:
        words: The words of a language.
        reason: A ground's slug and values.
        view: That of the side that is advised.
    """
    build = _BUILT.get(reason.slug)
    if build is not None:
        return build(words, reason, view)
    return words.text(_PLAIN[reason.slug], **_named(words, reason))


def _named(words: Words, reason: Reason) -> dict[str, Value]:
    """Return a reason's values, slugs and sides turned into names."""
    values: dict[str, Value] = dict(reason.values)
    for key, name in _NAMES.items():
        if key in values:
            values[key] = name(words, str(values[key]))
    if "crisis" in reason.values:
        site = reason.values.get("site")
        crisis = str(reason.values["crisis"])
        values["crisis"] = crisis_title(words, crisis, None if site is None else str(site))
    if "instead" in reason.values:
        values["instead"] = crisis_title(words, str(reason.values["instead"]))
    side = reason.values.get("side")
    if isinstance(side, int):
        values |= side_values(words, side)
    return values


_NAMES: Final[Mapping[str, Callable[[Words, str], str]]] = {
    "ladder": ladder_name,
    "site": site_name,
    "card": card_title,
}


def _site(words: Words, reason: Reason, view: View) -> str:
    """Return what happens to a site, and what it will be worth."""
    place, thing = _SITES[reason.slug]
    what = at_site(words, str(reason.values["site"]), place, thing)
    worth = reason.values.get("worth", 0)
    if not worth:
        return what
    rounds = int(reason.values["rounds"])
    values: dict[str, Value] = {"what": what, "worth": worth, "round": view.round + rounds - 1}
    if reason.values["side"]:
        if rounds:
            return words.text(
                "{what}, Deterrent {+worth} from the end of round {round}", **values
            )
        return words.text("{what}, worth Deterrent {+worth}", **values)
    if rounds:
        return words.text("{what}, Coverage {+worth} from the end of round {round}", **values)
    return words.text("{what}, worth Coverage {+worth}", **values)


def _initiative(words: Words, reason: Reason, view: View) -> str:
    """Return how the Initiative moves, towards whom."""
    del view
    before, after = int(reason.values["before"]), int(reason.values["after"])
    return words.text(
        "moves Initiative towards {to_side}, from {before} to {after}",
        **side_values(words, int(after < before)),
        before=initiative_value(words, before),
        after=initiative_value(words, after),
    )


def _door(words: Words, reason: Reason, view: View) -> str:
    """Return how the door moves."""
    del view
    state = door_name(words, int(reason.values["after"])).casefold()
    if reason.slug == "door-up":
        return words.text("opens the door a step: {state}", state=state)
    return words.text("shuts the door a step: {state}", state=state)


def _risk(words: Words, reason: Reason, view: View) -> str:
    """Return how many sites are held at risk."""
    del view
    n = int(reason.values["n"])
    if not n:
        return words.text("no site of NATO’s is held at risk any more")
    return words.plural("{n} site is held at risk", "{n} sites are held at risk", n)


def _effect(words: Words, reason: Reason, view: View) -> str:
    """Return which lasting effect begins or ends."""
    effect = view.world.lasting[int(reason.values["n"])]
    clause = lasting_clause(words, effect.hook, effect.until)
    if reason.slug == "effect-begins":
        return words.text("from now: {effect}", effect=clause)
    return words.text("no longer: {effect}", effect=clause)


def _step(words: Words, reason: Reason, view: View) -> str:
    """Return a rise of a joint level with the name of its step."""
    del view
    values = _named(words, reason)
    name = step_title(words, str(reason.values["ladder"]), int(reason.values["after"]))
    return words.text("raises joint {ladder} to {after} ({name})", **values, name=name)


def _compared(words: Words, reason: Reason, view: View) -> str:
    """Return how a move compares with the others, in points of the own score."""
    scale = view.world.numbers.utility_scale
    tenths = round(int(reason.values["by"]) * scale / 100)
    by = decimal(words, tenths, 1)
    if reason.slug == "best-of":
        return words.text("each other move promises at least {by} points less", by=by)
    return words.text("promises {by} points less than the best move", by=by)


def _record(words: Words, reason: Reason, view: View) -> str:
    """Return how trial matches ended by a mandate."""
    del view
    values = {key: decimal(words, int(value), 1) for key, value in reason.values.items()}
    return words.text(
        "half of all trial matches ended between {low} and {high} points; its target is "
        "{target}",
        **values,
    )


_BUILT: Final[Mapping[str, Callable[[Words, Reason, View], str]]] = {
    **dict.fromkeys(_SITES, _site),
    "initiative-up": _initiative,
    "initiative-down": _initiative,
    "door-up": _door,
    "door-down": _door,
    "held-at-risk": _risk,
    "freed-from-risk": _risk,
    "effect-begins": _effect,
    "effect-ends": _effect,
    "joint-up": _step,
    "best-of": _compared,
    "behind-best": _compared,
    "mandate-record": _record,
}
GROUNDS: Final = frozenset((*_PLAIN, *_BUILT))
"""Every ground that there are words for."""
