"""What may be decided now, as numbered lines: for every kind of decision a menu."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from game.commands.terminal import pages
from game.content.specs import CardSpec
from game.engine import View
from game.engine import actions as a
from game.words import (
    Words,
    action_note,
    action_title,
    card_effect,
    card_title,
    decision_text,
    operations_text,
    response_needs,
    side_values,
    stance_name,
    term_note,
    term_sentence,
    term_step,
)


@dataclass(frozen=True, slots=True)
class Item:
    """A line that may be chosen: it is an action, or opens a menu."""

    title: str
    action: int | None = None
    menu: "Menu | None" = None


@dataclass(frozen=True, slots=True)
class Menu:
    """What stands above the lines, and the lines."""

    heading: tuple[str, ...]
    items: tuple[Item, ...]


Builder = Callable[[Words, View], Menu]


def menu(words: Words, view: View) -> Menu:
    """Return the menu of the decision that the view's side is asked for."""
    return _MENUS.get(view.decision, _plain)(words, view)


def _heading(words: Words, view: View, *lines: str) -> tuple[str, ...]:
    """Return the decision that is asked for, and more lines."""
    asked = words.sentence(decision_text(words, view.decision, view.side))
    return (asked, *(line for line in lines if line))


def _item(words: Words, view: View, action: int, *more: str) -> Item:
    """Return an action as a line: its title, what it brings, what is to be said of it."""
    facts = view.facts(action)
    notes = (action_note(words, facts, view), *more)
    return Item(_noted(words, action_title(words, facts, view), notes), action)


def _noted(words: Words, title: str, notes: Sequence[str]) -> str:
    """Return a title with its notes behind a colon."""
    told = [note for note in notes if note]
    return words.labelled(title, words.clauses(told)) if told else title


def _plain(words: Words, view: View) -> Menu:
    """Return every action as it stands."""
    items = tuple(_item(words, view, action) for action in view.legal_actions())
    return Menu(_heading(words, view), items)


def _mandates(words: Words, view: View) -> Menu:
    """Return the two dealt mandates, each with what counts for it."""
    lines = []
    for slug in view.dealt:
        target = view.world.targets[view.world.mandate_id[slug]]
        lines += ["", *pages.mandate(words, slug, target)]
    items = tuple(_item(words, view, action) for action in view.legal_actions())
    return Menu((*_heading(words, view), *lines, ""), items)


# ----------------------------------------------------------------------- council


def _draft(words: Words, view: View) -> Menu:
    """Return the terms that may be added; what is drafted so far stands above."""
    drafted = _package(words, view, view.draft) if view.draft else ()
    items = tuple(_draft_item(words, view, action) for action in view.legal_actions())
    return Menu(_heading(words, view, *drafted), items)


def _draft_item(words: Words, view: View, action: int) -> Item:
    """Return a term that may be added, or the end of the draft."""
    if a.kind_of(action) == a.TERM:
        code = a.argument_of(action)
        return Item(
            _noted(words, _term(words, view, code), [term_note(words, code, view)]), action
        )
    if a.kind_of(action) == a.TABLE:
        brings = pages.preview(words, view.preview_package(view.draft))
        return _item(words, view, action, brings)
    return _item(words, view, action)


def _term(words: Words, view: View, code: int) -> str:
    """Return a term as a sentence of its giver: `Russia will not deploy at Luga`."""
    sentence = term_sentence(words, code, term_step(words, code, view))
    values = side_values(words, a.giver_of(code))
    return words.text("{side} will {do}", do=sentence, **values)


def _package(words: Words, view: View, terms: Sequence[int]) -> tuple[str, ...]:
    """Return a package, a line for each of its terms."""
    return tuple(words.sentence(_term(words, view, code)) for code in terms)


def _reply(words: Words, view: View) -> Menu:
    """Return accept and reject; the package and what it would bring stand above."""
    brings = pages.preview(words, view.preview_package(view.tabled))
    heading = _heading(
        words,
        view,
        words.text("{side} proposes:", **side_values(words, view.drafter)),
        *_package(words, view, view.tabled),
        words.text("Agreed, it would bring: {changes}", changes=brings) if brings else "",
    )
    return Menu(heading, tuple(_item(words, view, action) for action in view.legal_actions()))


# ------------------------------------------------------------------------- cards


def _cards(words: Words, view: View) -> Menu:
    """Return the cards in hand, each with a menu of its uses; unveilings come first."""
    uses: dict[int, list[int]] = {}
    items = []
    for action in view.legal_actions():
        if a.kind_of(action) == a.UNVEIL:
            items.append(_use(words, view, action))
        else:
            uses.setdefault(a.card_of(action), []).append(action)
    for number, actions in uses.items():
        spec = view.world.cards[number]
        inner = Menu(
            tuple(pages.card(words, spec)),
            tuple(_use(words, view, action) for action in actions),
        )
        items.append(Item(_card(words, spec), menu=inner))
    return Menu(_heading(words, view), tuple(items))


def _card(words: Words, spec: CardSpec) -> str:
    """Return a card as a line."""
    worth = operations_text(words, spec.operations)
    name = words.aside(card_title(words, spec.slug), worth)
    return words.labelled(name, " ".join(card_effect(words, spec)))


def _use(words: Words, view: View, action: int) -> Item:
    """Return a use of a card with the numbers that it would change."""
    title = action_title(words, view.facts(action), view)
    note = action_note(words, view.facts(action), view)
    branches = a.kind_of(action) == a.EVENT and _branches(view, action)
    if branches:
        title = words.text("{use}, choice {n}", use=title, n=a.argument_of(action) + 1)
    brings = pages.preview(words, view.preview(action))
    return Item(_noted(words, title, [note, brings]), action)


def _branches(view: View, action: int) -> bool:
    """Say whether an event has two branches to choose from."""
    twin = a.encode(a.EVENT, a.card_of(action), 1 - a.argument_of(action))
    reason = view.why_not(twin)
    return reason is None or reason.slug != "no-branch"


def _offer(words: Words, view: View) -> Menu:
    """Return yes and no; the card whose offer it is stands above."""
    slug = view.offered_card
    about = pages.card(words, words.content.cards[slug]) if slug else []
    items = []
    for action in view.legal_actions():
        accepted = a.kind_of(action) == a.YES
        brings = pages.preview(words, view.preview(action, accepted=accepted))
        items.append(_item(words, view, action, brings))
    return Menu(_heading(words, view, *about), tuple(items))


# ------------------------------------------------------------------------ crises


def _crisis(words: Words, view: View) -> Menu:
    """Return the open responses, each with its stance; the crisis stands above."""
    specs = {spec.slug: spec for spec in pages.responses(view)}
    items = []
    for action in view.legal_actions():
        facts = view.facts(action)
        spec = specs[facts.response or ""]
        stance = stance_name(words, spec.stance)
        title = words.aside(action_title(words, facts, view), stance)
        about = words.labelled(title, words.content_text(spec.slug, spec.note))
        brings = action_note(words, facts, view)
        line = f"{about} {words.sentence(brings)}" if brings else about
        items.append(Item(line, action))
    shut = [spec for slug, spec in specs.items() if slug not in _offered(view)]
    closed = [
        words.labelled(
            words.content_text(spec.slug, spec.title), response_needs(words, spec, view.side)
        )
        for spec in shut
    ]
    return Menu(_heading(words, view, *pages.crisis(words, view), *closed), tuple(items))


def _offered(view: View) -> set[str | None]:
    """Return the slugs of the responses that are open."""
    return {view.facts(action).response for action in view.legal_actions()}


_MENUS: Final[dict[str, Builder]] = {
    "mandate": _mandates,
    "draft": _draft,
    "counter-draft": _draft,
    "reply": _reply,
    "final-reply": _reply,
    "card": _cards,
    "offer": _offer,
    "crisis": _crisis,
}
