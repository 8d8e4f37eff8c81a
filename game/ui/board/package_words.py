"""What is said about a package: rows of the list, what the other can sign, what binds."""

from game.content.vocabulary import LADDERS
from game.engine import View
from game.engine.actions import giver_of
from game.ui.board.package import TermGroup, Terms, broken_price, of_side, why_not
from game.words import (
    Words,
    ladder_name,
    mandate_title,
    reason_text,
    site_name,
    term_facts,
    term_note,
)
from game.words.names import side_values

_NAMED = 3
"""Sites that the note of a closed group names."""


def row_note(words: Words, view: View, code: int) -> str:
    """Return the note under a term in the list: where a step leads and which gate is met."""
    facts = term_facts(words, code)
    if facts.kind == "declare":
        return words.text("whatever it is, or nothing")
    if facts.kind != "raise" or facts.ladder is None:
        return term_note(words, code, view)
    ladder = LADDERS.index(facts.ladder)
    step = view.steps[facts.giver][ladder]
    gates = view.gates(facts.giver)[ladder]
    if step == len(gates):
        # The top of the ladder: the reason why not says so already.
        return ""
    needs = gates[step]
    if not needs:
        return words.text("step {step} to {next}; no gate", step=step, next=step + 1)
    return words.text(
        "step {step} to {next}; Assurance {needs} is met", step=step, next=step + 1, needs=needs
    )


def group_note(words: Words, view: View, terms: Terms, group: TermGroup) -> str:
    """Return what a closed group holds: the sites or ladders that can be chosen."""
    open_codes = [code for code in group.codes if view.term_reason(code) is None]
    names = [_thing(words, code) for code in open_codes if code not in terms]
    if len(names) > _NAMED:
        return words.text("{names} …", names=words.commas(names[:_NAMED]))
    return words.commas(names)


def group_reason(words: Words, view: View, terms: Terms, group: TermGroup) -> str:
    """Return why nothing of a group can be chosen, or nothing if something can."""
    if any(code in terms for code in group.codes):
        return ""
    reasons = [why_not(view, terms, code) for code in group.codes]
    if None in reasons:
        return ""
    full = next((one for one in reasons if one and one.slug == "terms-full"), None)
    if full is not None:
        return reason_text(words, full)
    if group.kind == "withdraw":
        return words.text("no site is declared")
    if group.kind == "pledge":
        return words.text("every site is declared or pledged already")
    if not any(view.steps[giver_of(group.codes[0])]):
        return words.text("no step has been taken yet")
    return words.text("every step is pledged already")


def _thing(words: Words, code: int) -> str:
    """Return the site or ladder that a term is about."""
    facts = term_facts(words, code)
    if facts.site:
        return site_name(words, facts.site)
    return ladder_name(words, facts.ladder) if facts.ladder else ""


def signing_facts(words: Words, view: View, terms: Terms, side: int) -> list[str]:
    """Return what everybody can see of whether a side could give its terms."""
    return [_signing_fact(words, view, code) for code in of_side(terms, side)]


def _signing_fact(words: Words, view: View, code: int) -> str:
    facts = term_facts(words, code)
    if facts.ladder and facts.kind == "raise":
        return _gate_fact(words, view, facts.giver, LADDERS.index(facts.ladder))
    if facts.kind == "declare":
        return words.text("Nobody can check what it declares, or keeps back.")
    if facts.kind == "statement":
        return words.text("A public statement costs it nothing.")
    if facts.ladder:
        ladder = LADDERS.index(facts.ladder)
        return words.text(
            "It stands on {ladder} {step}.",
            ladder=ladder_name(words, facts.ladder),
            step=view.steps[facts.giver][ladder],
        )
    site = site_name(words, facts.site or "")
    if facts.kind == "withdraw":
        return words.text("{site} is declared and can be emptied.", site=site)
    return words.text("{site} looks empty.", site=site)


def _gate_fact(words: Words, view: View, side: int, ladder: int) -> str:
    step = view.steps[side][ladder] + 1
    needs = view.gates(side)[ladder][step - 1]
    name = ladder_name(words, LADDERS[ladder])
    if not needs:
        return words.text("{ladder} {step} has no gate.", ladder=name, step=step)
    return words.text(
        "{ladder} {step} needs Assurance {needs}; it is {is}.",
        ladder=name,
        step=step,
        needs=needs,
        **{"is": view.assurance[side]},
    )


def mandate_fact(words: Words, view: View) -> str:
    """Return what is known of what the other side wants."""
    if view.rival_mandate is None:
        return words.text("Its mandate is sealed. It may value what it hides.")
    return words.text(
        "Its mandate: {mandate}.", mandate=mandate_title(words, view.rival_mandate)
    )


def pledge_lines(words: Words, view: View, terms: Terms, side: int) -> list[str]:
    """Return what a side's pledges in a package would bind it to, and what breaking costs."""
    pledges = [
        code
        for code in of_side(terms, side)
        if term_facts(words, code).kind in ("pledge", "pledge-ladder")
    ]
    lines = [_price_line(words, view, terms, code) for code in pledges]
    return lines + [line for code in pledges if (line := _lie_line(words, view, code))]


def _price_line(words: Words, view: View, terms: Terms, code: int) -> str:
    facts = term_facts(words, code)
    price = broken_price(view, terms)
    last = view.round + view.world.numbers.pledge_rounds
    if facts.site:
        act = words.text(
            "Deploying at {site} before round {round} would cost",
            site=site_name(words, facts.site),
            round=last,
        )
    else:
        act = words.text(
            "Suspending {ladder} before round {round} would cost",
            ladder=ladder_name(words, facts.ladder or ""),
            round=last,
        )
    return words.text(
        "{act} Tension {+tension}, {others} Assurance {+assurance}, Initiative {+initiative}.",
        act=act,
        tension=price.tension,
        assurance=price.assurance,
        initiative=price.initiative,
        **side_values(words, giver_of(code)),
    )


def _lie_line(words: Words, view: View, code: int) -> str:
    """Return a word about an own site that stands undeclared where none is pledged."""
    facts = term_facts(words, code)
    hidden = any(one.slug == facts.site and one.undeclared for one in view.sites)
    if not hidden or facts.giver != view.side:
        return ""
    return words.text(
        "{site} stands undeclared. If that comes to light, the pledge is broken.",
        site=site_name(words, facts.site or ""),
    )


def refusal_line(words: Words, view: View) -> str:
    """Return what a council that agrees nothing would do to the door."""
    needed = view.world.numbers.failed_councils
    if view.door == 2 and view.failed_councils + 1 >= needed:
        return words.text("A second council in a row without a package: the door would strain.")
    return words.text(
        "A council without a package. {councils} in a row strain an open door.", councils=needed
    )


def drafted_by(words: Words, view: View, date: str) -> str:
    """Return the line under the title: who drafted, in which role, and when."""
    chairs = view.drafter == view.chair
    values = side_values(words, view.drafter)
    if chairs:
        return words.text("drafted by {side} in the chair, {date}", date=date, **values)
    return words.text("drafted by {side} in answer, {date}", date=date, **values)
