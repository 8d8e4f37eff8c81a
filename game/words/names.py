"""Names: of sides, tracks, ladders, sites, cards, and of all that has a word of its own."""

from collections.abc import Mapping
from typing import Final

from game.content.specs import CrisisSpec, ResponseSpec, SiteSpec
from game.content.vocabulary import LADDERS, SIDES, LadderName, SideName
from game.told import Value, mark
from game.words.catalogue import Words, mark_for, signed

NATO: Final = 0
RUSSIA: Final = 1
NOBODY: Final = 2

_KINDS: Final[Mapping[str, str]] = {
    "transparency": mark("Transparency"),
    "exercise": mark("Exercise"),
    "guarantee": mark("Guarantee"),
    "centre": mark("Centre"),
    "posture": mark("Posture"),
    "domestic": mark("Domestic"),
    "outside": mark("Outside world"),
}
_TRACKS: Final[Mapping[str, str]] = {
    "tension": mark("Tension"),
    "threat": mark("Outside threat"),
    "assurance": mark("Assurance"),
    "support": mark("Support"),
    "initiative": mark("Initiative"),
    "coverage": mark("Coverage"),
    "deterrent": mark("Deterrent"),
    "door": mark("Door"),
}
_LADDERS: Final[Mapping[str, str]] = {
    "transparency": mark_for("ladder", "Transparency"),
    "exercises": mark_for("ladder", "Exercises"),
    "centres": mark_for("ladder", "Centres"),
    "guarantees": mark_for("ladder", "Guarantees"),
}
_STANCES: Final[Mapping[str, str]] = {
    "firm": mark_for("stance", "firm"),
    "measured": mark_for("stance", "measured"),
    "open": mark_for("stance", "open"),
}
SECTOR_STEPS: Final = (
    mark("Sectors sketched"),
    mark("Shared data"),
    mark("One duty roster"),
    mark("Each defends its sector for both"),
)
_SECTOR_OFFERS: Final = (
    mark("sketch sectors on one map"),
    mark("share data across the sectors"),
    mark("join one duty roster"),
    mark("defend one sector for both"),
)


def side_index(side: SideName) -> int:
    """Return the number of a side that content names."""
    return SIDES.index(side)


def side_name(words: Words, side: int) -> str:
    """Return `NATO` or `Russia` as it stands alone, on a label or in a table."""
    if side == NATO:
        return words.text_for("side", "NATO")
    return words.text_for("side", "Russia")


def side_values(words: Words, side: int) -> dict[str, str]:
    """Return what a sentence may call a side and, with `other`, its rival.

    English needs few of these forms, languages with cases need them all: `{side}` acts,
    `{sides}` owns, `{to_side}` receives, `{by_side}` is what something is done by or with.
    """
    own = _forms(words, side)
    other = _forms(words, 1 - side)
    return own | {
        "other": other["side"],
        "others": other["sides"],
        "to_other": other["to_side"],
        "by_other": other["by_side"],
    }


def _forms(words: Words, side: int) -> dict[str, str]:
    if side == NATO:
        return {
            "side": words.text_for("who acts", "NATO"),
            "sides": words.text_for("who owns", "NATO’s"),
            "to_side": words.text_for("who receives", "NATO"),
            "by_side": words.text_for("by or with whom", "NATO"),
        }
    return {
        "side": words.text_for("who acts", "Russia"),
        "sides": words.text_for("who owns", "Russia’s"),
        "to_side": words.text_for("who receives", "Russia"),
        "by_side": words.text_for("by or with whom", "Russia"),
    }


def kind_name(words: Words, kind: str) -> str:
    """Return the name of a card's kind."""
    return words.text(_KINDS[kind])


def track_name(words: Words, track: str) -> str:
    """Return the name of a track, of Coverage, Deterrent or the door."""
    return words.text(_TRACKS[track])


def stance_name(words: Words, stance: str) -> str:
    """Return `firm`, `measured` or `open`."""
    return words.text_for("stance", _STANCES[stance])


def ladder_name(words: Words, ladder: str) -> str:
    """Return the short name of a ladder; `ladder_title` is the full one."""
    if ladder == "centres" and words.sectors:
        return words.text("Sectors")
    return words.text_for("ladder", _LADDERS[ladder])


def ladder_title(words: Words, ladder: str) -> str:
    """Return the full name of a ladder."""
    if ladder == "centres" and words.sectors:
        return words.text("Sectors")
    return words.content_text(ladder, words.content.ladders[ladder].title)


def ladder_of(index: int) -> LadderName:
    """Return the ladder with a number, 0 to 3."""
    return LADDERS[index]


def step_title(words: Words, ladder: str, step: int) -> str:
    """Return the name of a step, 1 to 4, of a ladder."""
    if ladder == "centres" and words.sectors:
        return words.text(SECTOR_STEPS[step - 1])
    return words.content_text(ladder, words.content.ladders[ladder].steps[step - 1].title)


def step_offer(words: Words, ladder: str, step: int) -> str:
    """Return what a side does that takes a step: completes *We will ...*."""
    if ladder == "centres" and words.sectors:
        return words.text(_SECTOR_OFFERS[step - 1])
    return words.content_text(ladder, words.content.ladders[ladder].steps[step - 1].offer)


def site_name(words: Words, site: str) -> str:
    """Return the short name of a site, as on the map."""
    return words.content_text(site, words.content.sites[site].label)


def site_title(words: Words, site: str) -> str:
    """Return the full name of a site."""
    return words.content_text(site, words.content.sites[site].title)


def at_site(words: Words, site: str, place: str, thing: str, /, **values: Value) -> str:
    """Return a message about a site: ships and weapons are sent, not sent to.

    Args:
        words: The words of a language.
        site: The site's slug.
        place: For a place: `Deploy at {site}`.
        thing: For what is no place: `Deploy the {site}`.
        values: What else the message names.
    """
    if _is_place(words.content.sites[site]):
        return words.text(place, site=site_name(words, site), **values)
    return words.text(thing, site=_thing(words, site), **values)


def _is_place(site: SiteSpec) -> bool:
    return not site.mobile and site.latitude is not None and site.glyph != "fast"


def _thing(words: Words, site: str) -> str:
    """Return the title of what is no place, as it stands inside a sentence."""
    title = site_title(words, site)
    if words.content.sites[site].glyph == "ship":
        return title
    # S-400 keeps its capital
    return title[:1].lower() + title[1:] if title[1:2].isalpha() else title


def capital_name(words: Words, slug: str) -> str:
    """Return the name of an allied capital."""
    return words.content_text(slug, words.content.capitals[slug].title)


def card_title(words: Words, card: str) -> str:
    """Return the title of a card."""
    return words.content_text(card, words.content.cards[card].title)


def mandate_title(words: Words, mandate: str) -> str:
    """Return the title of a mandate."""
    return words.content_text(mandate, words.content.mandates[mandate].title)


def crisis_title(words: Words, crisis: str, site: str | None = None) -> str:
    """Return the title of a crisis; of a form, with the site that called it."""
    spec = words.content.crises[crisis]
    if spec.form is None:
        return words.content_text(crisis, spec.title)
    if site is None:
        return _form_name(words, spec)
    return words.content_text(crisis, spec.title, site=site_name(words, site))


def _form_name(words: Words, spec: CrisisSpec) -> str:
    if spec.form == "forward":
        return words.text("Forward deployment")
    return words.text("Interceptors")


def response_of(words: Words, crisis: str, side: int, response: str) -> ResponseSpec:
    """Return a side's response in a crisis."""
    spec = words.content.crises[crisis]
    responses = spec.nato if side == NATO else spec.russia
    return next(one for one in responses if one.slug == response)


def response_title(words: Words, crisis: str, side: int, response: str) -> str:
    """Return the title of a side's response in a crisis."""
    title = response_of(words, crisis, side, response).title
    return words.content_text(response, title)


def initiative_value(words: Words, value: int) -> str:
    """Return where the Initiative stands: `+1 NATO`, `+2 Russia`, or `0`."""
    if not value:
        return "0"
    side = side_name(words, NATO if value > 0 else RUSSIA)
    return words.text("{by} {side}", by=signed(abs(value)), side=side)


def began_text(words: Words, began: int) -> str:
    """Return who began an incident: 0, 1, or 2 for nobody."""
    if began == NOBODY:
        return words.text("nobody began it")
    return words.text("{side} began it", **side_values(words, began))
