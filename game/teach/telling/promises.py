"""The ledger of promises in words, and what was hidden behind it."""

from collections.abc import Mapping
from typing import Final

from game.teach.debrief import Debrief
from game.teach.hidden import Light, UndeclaredSite
from game.teach.ledger import Fate, PackageRecord, PledgeRecord
from game.teach.telling.told import Chapter, Part, Told
from game.told import Value
from game.words import (
    Words,
    card_title,
    ladder_name,
    mark,
    package_text,
    side_values,
    site_name,
)

_FATES: Final[Mapping[Fate, str]] = {
    "kept": mark("It ran out unbroken at the end of round {last}."),
    "running": mark("It was still running at the end, unbroken."),
    "broken": mark("It was broken, and that became known."),
    "broken-in-secret": mark("It was broken, and nobody else ever knew."),
}
_LIGHTS: Final[Mapping[Light, str]] = {
    "never": mark("It never came to light."),
    "verified": mark("Verification found it in round {known}."),
    "revealed": mark(
        "{other} had seen it by technical means and revealed it in round {known}."
    ),
    "council": mark("{side} declared it in council in round {known}."),
    "unveiled": mark("{side} unveiled it in round {known}."),
    "card": mark("A card brought it to light in round {known}."),
    "crisis": mark("An answer to a crisis brought it to light in round {known}."),
}


def promises(words: Words, debrief: Debrief) -> Chapter:
    """Return what was agreed and promised, and what became of it."""
    parts: list[Part] = [_sum(words, debrief)]
    parts += [_package(words, one) for one in debrief.packages]
    parts += [
        Told(
            words.text(
                "Round {n}: {side} had the chair and tabled nothing.",
                n=one.round,
                **side_values(words, one.side or 0),
            ),
            (one.number,),
        )
        for one in debrief.empty_councils
    ]
    if debrief.pledges:
        parts.append(_pledge_sum(words, debrief))
    parts += [_pledge(words, one) for one in debrief.pledges]
    return Chapter("promises", words.text("Promises, kept and broken"), tuple(parts))


def _sum(words: Words, debrief: Debrief) -> Told:
    agreed = [one for one in debrief.packages if one.answer == "accepted"]
    if not debrief.packages:
        return Told(words.text("No package was tabled."), (debrief.end,))
    tabled = words.plural(
        "{n} package was tabled", "{n} packages were tabled", len(debrief.packages)
    )
    text = words.text("{tabled}, {n} agreed.", tabled=tabled, n=len(agreed))
    return Told(text, tuple(one.number for one in debrief.packages))


def _package(words: Words, one: PackageRecord) -> Told:
    """Return a package with its answer and what was taken back of it."""
    values: dict[str, Value] = {
        "n": one.round,
        "package": package_text(words, one.side, one.terms),
        **side_values(words, one.side),
    }
    if one.answer == "accepted":
        text = words.text("Round {n}: {package}. {other} accepted.", **values)
    elif one.answer == "rejected":
        text = words.text("Round {n}: {package}. It was rejected.", **values)
    elif one.answer == "countered":
        text = words.text("Round {n}: {package}. {other} answered with another.", **values)
    else:
        text = words.text("Round {n}: {package}. It is on the table.", **values)
    if one.taken_back:
        back = words.plural(
            "{n} step that it brought was suspended later.",
            "{n} steps that it brought were suspended later.",
            len(one.taken_back),
        )
        text = words.text("{sentence} {changes}", sentence=text, changes=back)
    return Told(text, one.rests)


def _pledge_sum(words: Words, debrief: Debrief) -> Told:
    """Return how many pledges were given, kept and broken."""
    fates = [one.fate for one in debrief.pledges]
    given = words.plural("{n} pledge was given", "{n} pledges were given", len(fates))
    broken = fates.count("broken") + fates.count("broken-in-secret")
    values = {"kept": fates.count("kept"), "broken": broken, "left": fates.count("running")}
    if not debrief.secrets:
        text = words.text(
            "{given}: so far as both sides know {kept} kept, {broken} broken, {left} running.",
            given=given,
            **values,
        )
    else:
        text = words.text(
            "{given}: {kept} kept, {broken} broken, {left} still running.",
            given=given,
            **values,
        )
    lies = sum(one.lie for one in debrief.pledges)
    if lies:
        lied = words.plural(
            "{n} was a lie when it was given.", "{n} were lies when they were given.", lies
        )
        text = words.text("{sentence} {changes}", sentence=text, changes=lied)
    return Told(text, tuple(one.number for one in debrief.pledges))


def _pledge(words: Words, one: PledgeRecord) -> Told:
    """Return a pledge with what became of it."""
    values = side_values(words, one.side)
    if one.site is not None:
        word = words.text(
            "Round {n}: {side} pledged not to deploy: {site}.",
            n=one.round,
            site=site_name(words, one.site),
            **values,
        )
    else:
        word = words.text(
            "Round {n}: {side} pledged not to suspend: {ladder}.",
            n=one.round,
            ladder=ladder_name(words, one.ladder or ""),
            **values,
        )
    told = [word]
    if one.by_card is not None:
        card = card_title(words, one.by_card)
        told.append(words.text("It was the event of “{card}”.", card=card))
    if one.lie:
        told.append(words.text("The site stood there already, undeclared."))
    elif one.hidden is not None:
        told.append(words.text("While it ran, the site was deployed in secret."))
    told.append(words.text(_FATES[one.fate], last=one.last_round, **values))
    return Told(" ".join(told), one.rests)


def hidden(words: Words, debrief: Debrief) -> Chapter:
    """Return what stood undeclared, and how it came to light."""
    title = words.text("What was hidden")
    if not debrief.secrets:
        text = words.text("What is hidden is told when the match is over.")
        return Chapter("hidden", title, (Told(text, ()),))
    parts: list[Part] = [_site(words, one) for one in debrief.undeclared]
    if not parts:
        parts.append(
            Told(words.text("Neither side deployed a site in secret."), (debrief.end,))
        )
    return Chapter("hidden", title, tuple(parts))


def _site(words: Words, one: UndeclaredSite) -> Told:
    """Return an undeclared site with who saw it and how it came to light."""
    values = side_values(words, one.side)
    told = [
        words.text(
            "Round {n}: {side} deployed in secret: {site}.",
            n=one.round,
            site=site_name(words, one.site),
            **values,
        )
    ]
    if one.seen is not None and one.light != "revealed":
        told.append(words.text("{other} saw it by technical means and kept that.", **values))
    told.append(words.text(_LIGHTS[one.light], known=one.known_round or 0, **values))
    return Told(" ".join(told), one.rests)
