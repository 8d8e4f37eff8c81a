"""Actions: what a side may do, as a button or a row, and what it would bring."""

from collections.abc import Mapping
from typing import Final

from game.content.vocabulary import LADDERS
from game.engine.actions import CAUSE_OPTION, DOOR_OPTION
from game.engine.facts import ActionFacts
from game.engine.view import View
from game.told import mark
from game.words.cards import event_choices, operation_name
from game.words.catalogue import Words
from game.words.crises import response_effects
from game.words.names import (
    at_site,
    ladder_name,
    mandate_title,
    response_of,
    response_title,
    side_values,
)
from game.words.terms import term_note, term_title

_PLAIN: Final[Mapping[str, str]] = {
    "table": mark("Table it"),
    "no-proposal": mark("No proposal"),
    "accept": mark("Accept"),
    "reject": mark("Reject"),
    "counter": mark("Answer with a counter-package"),
    "yes": mark("Accept the offer"),
    "no": mark("Refuse the offer"),
    "keep-quiet": mark("Keep to ourselves what we saw"),
    "hide-nothing": mark("Face down: nothing"),
}
_PLAIN_NOTES: Final[Mapping[str, str]] = {
    "table": mark("The other side may accept or reject it"),
    "no-proposal": mark("The council agrees nothing"),
    "accept": mark("Every term takes effect at once"),
    "reject": mark("The council agrees nothing"),
    "counter": mark("One counter-package; the other side then accepts or rejects"),
    "yes": mark("What the card says for an acceptance takes effect"),
    "no": mark("What the card says for a refusal takes effect"),
    "keep-quiet": mark("The other side does not learn what was seen"),
    "hide-nothing": mark("The other side sees a card face down"),
}
_AT_SITE: Final[Mapping[str, tuple[str, str]]] = {
    "deploy": (mark("Deploy at {site}"), mark("Deploy the {site}")),
    "withdraw": (mark("Withdraw from {site}"), mark("Withdraw the {site}")),
    "halt": (mark("Halt the work at {site}"), mark("Halt the {site}")),
    "hide-site": (
        mark("Face down: deploy undeclared at {site}"),
        mark("Face down: deploy the {site}, undeclared"),
    ),
    "unveil": (mark("Unveil {site}"), mark("Unveil the {site}")),
    "reveal": (mark("Reveal {site}"), mark("Reveal the {site}")),
}


def action_title(words: Words, facts: ActionFacts, view: View) -> str:
    """Return an action as the words of a button, full enough to stand alone."""
    if facts.kind in _PLAIN:
        return words.text(_PLAIN[facts.kind])
    if facts.site is not None:
        halts = facts.kind == "withdraw" and _is_building(view, facts.site)
        return at_site(words, facts.site, *_AT_SITE["halt" if halts else facts.kind])
    if facts.ladder is not None:
        return words.text(
            "{operation}: {ladder}",
            operation=operation_name(words, facts.kind),
            ladder=ladder_name(words, facts.ladder),
        )
    if facts.kind in ("back-channel", "technical-means", "hide-technical-means"):
        return _optional_title(words, facts, view)
    return _chosen_title(words, facts, view)


def _optional_title(words: Words, facts: ActionFacts, view: View) -> str:
    """Return an action that has two forms."""
    if facts.kind == "back-channel":
        if facts.option == DOOR_OPTION:
            return words.text("Back channel: open the door a step")
        return words.text("Back channel: lower Tension")
    if facts.kind == "technical-means":
        if facts.option == CAUSE_OPTION:
            return words.text("Technical means: the cause of the incident")
        values = side_values(words, view.side)
        return words.text("Technical means: a card of {others} hand", **values)
    if facts.option == CAUSE_OPTION:
        return words.text("Face down: the cause of the incident")
    values = side_values(words, view.side)
    return words.text("Face down: a card of {others} hand", **values)


def _chosen_title(words: Words, facts: ActionFacts, view: View) -> str:
    """Return an action whose name is that of what it chooses."""
    if facts.mandate is not None:
        return mandate_title(words, facts.mandate)
    if facts.term is not None:
        return term_title(words, facts.term)
    if facts.response is not None and view.answering is not None:
        return response_title(words, view.answering.slug, facts.side, facts.response)
    if facts.kind == "event":
        return _event_title(words, facts)
    return words.text("Campaign at home")


def _event_title(words: Words, facts: ActionFacts) -> str:
    """Return the event of a card, or one of the two that its owner may choose from."""
    if facts.card is None or len(event_choices(words, facts.card)) == 1:
        return words.text("Play as an event")
    if facts.option:
        return words.text("Play as an event, the second choice")
    return words.text("Play as an event, the first choice")


def action_note(words: Words, facts: ActionFacts, view: View) -> str:
    """Return what an action would bring, in a few words; only what `view` knows."""
    if facts.kind in _PLAIN_NOTES:
        return words.text(_PLAIN_NOTES[facts.kind])
    if facts.term is not None:
        return term_note(words, facts.term, view)
    if facts.response is not None and view.answering is not None:
        response = response_of(words, view.answering.slug, facts.side, facts.response)
        return response_effects(words, response, facts.side)
    if facts.mandate is not None:
        mandate = words.content.mandates[facts.mandate]
        return words.content_text(mandate.slug, mandate.seeks)
    if facts.site is not None:
        return _site_note(words, facts, facts.site, view)
    if facts.ladder is not None:
        return _ladder_note(words, facts, LADDERS.index(facts.ladder), view)
    return _card_note(words, facts, view)


def _site_note(words: Words, facts: ActionFacts, site: str, view: View) -> str:
    """Return what happens at a site."""
    numbers = words.content.numbers
    spec = words.content.sites[site]
    if facts.kind == "withdraw":
        return words.text("The site is empty from now")
    if facts.kind == "unveil":
        return words.text(
            "Own Initiative {+by}; the other side is alarmed as by Deploy",
            by=numbers.unveil_initiative,
        )
    if facts.kind == "reveal":
        return words.text("It is found, without Tension")
    if facts.kind == "hide-site":
        return words.text("Nobody else learns of it until it is found")
    if spec.mobile:
        return words.text("Works at once")
    if view.round >= view.world.scenario.last_round:
        return words.text("Won’t work before the match ends")
    return words.text("Works from the end of round {round}", round=view.round + 1)


def _ladder_note(words: Words, facts: ActionFacts, ladder: int, view: View) -> str:
    """Return what happens on a ladder."""
    own = view.steps[facts.side][ladder]
    name = ladder_name(words, LADDERS[ladder])
    if facts.kind == "cooperate":
        return words.text("{ladder} to step {step}", ladder=name, step=own + 1)
    if own > view.steps[1 - facts.side][ladder]:
        return words.text("{ladder} back to step {step}", ladder=name, step=own - 1)
    return words.text(
        "{ladder} back to step {step}; own Support {+by}",
        ladder=name,
        step=own - 1,
        by=words.content.numbers.suspension_support,
    )


def _card_note(words: Words, facts: ActionFacts, view: View) -> str:
    """Return what a card brings without a site or a ladder."""
    operations = words.content.cards[facts.card].operations if facts.card else 0
    if facts.kind == "event" and facts.card is not None:
        return event_choices(words, facts.card)[facts.option]
    if facts.kind == "campaign":
        return words.text("Own Support {+by}", by=operations // 2)
    if facts.kind == "back-channel":
        return _back_channel_note(words, facts, view)
    if facts.kind in ("technical-means", "hide-technical-means"):
        if operations >= words.content.numbers.technical_sites:
            values = side_values(words, view.side)
            return words.text("And all {others} undeclared sites", **values)
        return words.text("No sites: that needs more operations")
    return ""


def _back_channel_note(words: Words, facts: ActionFacts, view: View) -> str:
    if facts.option == DOOR_OPTION:
        return words.text("The door opens a step")
    hot = view.tension >= words.content.numbers.back_channel_hot
    return words.text("Tension {+by}", by=-2 if hot else -1)


def _is_building(view: View, site: str) -> bool:
    return any(one.slug == site and one.state == "building" for one in view.sites)
