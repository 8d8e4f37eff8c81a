"""Terms of a package: what a side would do, as a row of the draft and on the page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from game.content.vocabulary import LADDERS, SIDES, LadderName
from game.engine.actions import (
    DECLARE_TERM,
    LADDER_PLEDGE_TERM,
    PLEDGE_TERM,
    RAISE_TERM,
    STATEMENT_TERM,
    WITHDRAW_TERM,
    giver_of,
    term_code,
    term_of,
)
from game.engine.view import View
from game.told import mark
from game.words.catalogue import Words, mark_for
from game.words.names import at_site, ladder_name, side_values, step_offer

TermKind: TypeAlias = Literal[
    "declare", "withdraw", "pledge", "pledge-ladder", "statement", "raise"
]

_ICONS: Final[Mapping[TermKind, str]] = {
    "declare": "declare",
    "withdraw": "op-withdraw",
    "pledge": "pledge",
    "pledge-ladder": "anchor",
    "statement": "microphone",
    "raise": "op-cooperate",
}
_HEADS: Final[Mapping[TermKind, str]] = {
    "declare": mark_for("term", "Declare"),
    "withdraw": mark_for("term", "Withdraw or halt"),
    "pledge": mark_for("term", "Pledge not to deploy"),
    "pledge-ladder": mark_for("term", "Pledge not to suspend"),
    "statement": mark_for("term", "Public statement"),
    "raise": mark_for("term", "Raise a step"),
}


@dataclass(frozen=True, slots=True)
class TermFacts:
    """A term's code taken apart: who gives it, its kind, and its site or ladder."""

    giver: int
    kind: TermKind
    site: str | None = None
    ladder: LadderName | None = None


def term_facts(words: Words, code: int) -> TermFacts:
    """Return what a term's code stands for."""
    giver = giver_of(code)
    term = term_of(code)
    if term == DECLARE_TERM:
        return TermFacts(giver, "declare")
    if term < PLEDGE_TERM:
        return TermFacts(giver, "withdraw", site=_site(words, giver, term - WITHDRAW_TERM))
    if term < LADDER_PLEDGE_TERM:
        return TermFacts(giver, "pledge", site=_site(words, giver, term - PLEDGE_TERM))
    if term < STATEMENT_TERM:
        return TermFacts(giver, "pledge-ladder", ladder=LADDERS[term - LADDER_PLEDGE_TERM])
    if term == STATEMENT_TERM:
        return TermFacts(giver, "statement")
    return TermFacts(giver, "raise", ladder=LADDERS[term - RAISE_TERM])


def _site(words: Words, side: int, index: int) -> str:
    own = [site.slug for site in words.content.sites.values() if site.side == SIDES[side]]
    return own[index]


def term_icon(words: Words, code: int) -> str:
    """Return the name of the icon of a term."""
    return _ICONS[term_facts(words, code).kind]


def term_group(words: Words, kind: TermKind) -> str:
    """Return the name of a kind of terms: `Pledge not to deploy`."""
    return words.text_for("term", _HEADS[kind])


def term_title(words: Words, code: int) -> str:
    """Return a term as a row to choose: `Guarantees +1`, `Withdraw from Rota`."""
    facts = term_facts(words, code)
    if facts.ladder and facts.kind == "raise":
        return words.text("{ladder} {+by}", ladder=ladder_name(words, facts.ladder), by=1)
    if facts.ladder:
        ladder = ladder_name(words, facts.ladder)
        return words.text("Pledge not to suspend {ladder}", ladder=ladder)
    if facts.site and facts.kind == "pledge":
        place = mark("Pledge not to deploy at {site}")
        return at_site(words, facts.site, place, mark("Pledge not to deploy the {site}"))
    if facts.site:
        place = mark("Withdraw from {site}")
        return at_site(words, facts.site, place, mark("Withdraw the {site}"))
    if facts.kind == "declare":
        return words.text("Declare what is undeclared")
    return words.text("Public statement")


def term_head(words: Words, code: int, step: int | None = None) -> str:
    """Return the line over a term on the page: `Guarantees, step 2`, `Pledge`."""
    facts = term_facts(words, code)
    if facts.kind == "raise" and facts.ladder:
        ladder = ladder_name(words, facts.ladder)
        if step is None:
            return ladder
        return words.text("{ladder}, step {step}", ladder=ladder, step=step)
    if facts.kind in ("pledge", "pledge-ladder"):
        return words.text_for("term", "Pledge")
    return words.text_for("term", _HEADS[facts.kind])


def term_sentence(words: Words, code: int, step: int | None = None) -> str:
    """Return what the giver does: completes *We will ...* and *if you will ...*.

    `step` is the step that a ladder term aims at, where it is known.
    """
    facts = term_facts(words, code)
    if facts.ladder and facts.kind == "raise":
        if step is not None:
            return step_offer(words, facts.ladder, step)
        ladder = ladder_name(words, facts.ladder)
        return words.text("take the next step on {ladder}", ladder=ladder)
    if facts.ladder:
        return words.text("not suspend {ladder}", ladder=ladder_name(words, facts.ladder))
    if facts.site and facts.kind == "pledge":
        place = mark("not deploy at {site}")
        return at_site(words, facts.site, place, mark("not deploy the {site}"))
    if facts.site:
        place = mark("withdraw from {site}")
        return at_site(words, facts.site, place, mark("withdraw the {site}"))
    if facts.kind == "declare":
        return words.text("declare what is undeclared")
    return words.text("make a public statement")


def term_step(words: Words, code: int, view: View) -> int | None:
    """Return the step that a ladder term aims at, as things stand; `None` for other terms."""
    facts = term_facts(words, code)
    if facts.kind != "raise" or facts.ladder is None:
        return None
    return int(view.steps[facts.giver][LADDERS.index(facts.ladder)]) + 1


def term_note(words: Words, code: int, view: View) -> str:
    """Return what a term means as things stand, in a few words."""
    facts = term_facts(words, code)
    if facts.kind == "raise" and facts.ladder:
        return _raise_note(words, facts, LADDERS.index(facts.ladder), view)
    if facts.kind in ("pledge", "pledge-ladder"):
        return _pledge_note(words, view)
    if facts.kind == "declare":
        if facts.giver == view.side:
            return words.text("Whatever it is, or nothing")
        return words.text("We cannot know whether there is anything")
    if facts.kind == "statement":
        return words.text(
            "{others} Support {+by}",
            by=words.content.numbers.statement_support,
            **side_values(words, facts.giver),
        )
    return _withdraw_note(words, facts, view)


def _raise_note(words: Words, facts: TermFacts, ladder: int, view: View) -> str:
    """Return how the joint level or the lead changes, with what the draft holds already."""
    rival = 1 - facts.giver
    own = view.steps[facts.giver][ladder] + 1
    other = view.steps[rival][ladder]
    if term_code(rival, RAISE_TERM + ladder) in (*view.draft, *view.tabled):
        other += 1
    values = side_values(words, facts.giver)
    if own <= other:
        return words.text("Joint level rises to {level}", level=own)
    return words.text(
        "A lead: {sides} Support {+by} until {other} follows",
        by=-words.content.numbers.lead_cost,
        **values,
    )


def _pledge_note(words: Words, view: View) -> str:
    """Return how long a pledge given now runs."""
    last = view.round + words.content.numbers.pledge_rounds - 1
    return words.text("To the end of round {round}", round=last)


def _withdraw_note(words: Words, facts: TermFacts, view: View) -> str:
    """Return what a withdrawal gives the other side."""
    site = next(site for site in view.sites if site.slug == facts.site)
    values = side_values(words, facts.giver)
    relief = (site.concern + 1) // 2
    if not relief:
        return words.text("The site is empty from now")
    if site.state == "building":
        return words.text("Halts the work; {others} Assurance {+by}", by=relief, **values)
    return words.text("{others} Assurance {+by}", by=relief, **values)


def package_text(words: Words, drafter: int, terms: tuple[int, ...]) -> str:
    """Return a package on one line, without the steps that its ladder terms aim at."""
    offers = [term_sentence(words, code) for code in terms if giver_of(code) == drafter]
    asks = [term_sentence(words, code) for code in terms if giver_of(code) != drafter]
    return words.text(
        "{side} will {offers} if {other} will {asks}",
        offers=words.listing(offers),
        asks=words.listing(asks),
        **side_values(words, drafter),
    )
