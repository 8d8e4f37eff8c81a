"""What a use of a card changes, as far as the viewer can know: the right column."""

from collections.abc import Sequence
from typing import Final

from game.content.effects import Announce, Choose, Effect, If, Offer, Suspend
from game.content.vocabulary import LADDERS
from game.engine import View
from game.engine import actions as a
from game.engine.preview import Preview
from game.ui.board.card_uses import Use
from game.ui.board.change_rows import change_rows, door_text
from game.ui.board.details import reading_boxes
from game.ui.board.mini_map_box import MiniMapBox
from game.ui.board.site_facts import known_site, site_distances, site_gain, site_readings
from game.ui.board.site_note import SiteNote
from game.ui.theme import BODY, BODY_BOLD
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.widget import Widget
from game.words import (
    Words,
    capital,
    crisis_title,
    ladder_name,
    readings,
    side_values,
    site_name,
    step_title,
)

_UNSEEN: Final = (a.HIDE, a.HIDE_TECHNICAL, a.HIDE_NOTHING)


def offers(view: View, use: Use) -> bool:
    """Say whether the other side will have to answer."""
    return view.preview(use.action) != view.preview(use.action, accepted=False)


def change_column(words: Words, view: View, use: Use) -> list[Widget]:
    """Return all that is to be said of a use: changes, notes, readings, the place."""
    if offers(view, use):
        column = offer_changes(
            words,
            view.preview(use.action),
            view.preview(use.action, accepted=False),
            1 - view.side,
        )
    else:
        column = plain_changes(words, view.preview(use.action))
    notes = " ".join(_notes(words, view, use))
    if notes and use.site:
        column.append(SiteNote(words, view, use.site, notes))
    elif notes:
        column.append(Paragraph(notes, BODY))
    if use.site:
        column += reading_boxes(site_readings(words, view.world.content, use.site))
        column.append(MiniMapBox(words, view, use.site))
    elif a.kind_of(use.action) == a.EVENT:
        spec = view.world.cards[a.card_of(use.action)]
        column += reading_boxes(
            readings(words, spec.nato_reading, spec.russia_reading, spec.slug)
        )
    return column


def plain_changes(words: Words, preview: Preview, ident: str = "change") -> list[Widget]:
    """Return the rows of one outcome, or that nothing moves at once."""
    rows: list[Widget] = [*change_rows(words, preview, ident)]
    door = door_text(words, preview)
    if door:
        rows.append(Label(door, BODY_BOLD))
    if not rows:
        rows.append(Label(words.text("No track moves at once."), BODY, colour="ink_2"))
    return rows


def offer_changes(words: Words, yes: Preview, no: Preview, side: int) -> list[Widget]:
    """Return both outcomes of an offer that a side answers."""
    values = side_values(words, side)
    return [
        Label(words.text("If {side} accepts", **values), BODY_BOLD),
        *plain_changes(words, yes, "yes"),
        Label(words.text("If {side} refuses", **values), BODY_BOLD),
        *plain_changes(words, no, "no"),
    ]


def warnings(words: Words, view: View, use: Use) -> tuple[str, ...]:
    """Return what must be asked about before an act that can't be mended is done."""
    outcomes = view.preview(use.action), view.preview(use.action, accepted=False)
    found = fall_warnings(words, view, outcomes)
    broken = _pledges_broken(words, view, use)
    if broken:
        found.append(_broken_text(words, view, broken))
    return tuple(found)


def fall_warnings(words: Words, view: View, outcomes: Sequence[Preview]) -> list[str]:
    """Return whose government could fall; the own one first."""
    return [
        words.text(
            "{sides} Support can fall to 0: its government falls, {side} fails, and the "
            "match ends.",
            **side_values(words, side),
        )
        for side in (view.side, 1 - view.side)
        if any(one.support[side][0] > 0 >= one.support[side][1] for one in outcomes)
    ]


def _notes(words: Words, view: View, use: Use) -> list[str]:
    """Return in words what the rows can't show."""
    notes = []
    kind = a.kind_of(use.action)
    if use.note and kind != a.EVENT:
        notes.append(words.sentence(use.note))
    if kind in (a.DEPLOY, a.HIDE):
        known = known_site(view, use.site)
        worth = site_gain(words, view.world.content.sites[use.site], known.concern)
        notes.append(words.text("When it works: {worth}.", worth=worth))
    if kind == a.COOPERATE:
        ladder = a.argument_of(use.action)
        step = view.steps[view.side][ladder] + 1
        notes.append(words.sentence(capital(step_title(words, LADDERS[ladder], step))))
    crisis = view.preview(use.action).crisis
    if crisis is not None:
        title = crisis_title(words, crisis, use.site or None)
        notes.append(words.text("**Becomes this round’s crisis:** {crisis}.", crisis=title))
    if kind in _UNSEEN:
        notes.append(
            words.text(
                "{other} sees only that a card lies face down.",
                **side_values(words, view.side),
            )
        )
    if kind == a.HIDE:
        notes.append(
            words.text(
                "It may be found at any reckoning. Found: Tension {+tension}, own Support "
                "{+support}, the other’s Assurance {+assurance}.",
                tension=view.world.numbers.found_tension,
                support=view.world.numbers.found_support,
                assurance=view.world.numbers.found_assurance,
            )
        )
    if use.site and view.world.content.sites[use.site].reach_km:
        notes.append(site_distances(words, view.world.content, use.site))
    return notes


def _pledges_broken(words: Words, view: View, use: Use) -> list[str]:
    """Return the names of own pledges that a use would break."""
    kind = a.kind_of(use.action)
    sites = [use.site] if use.site and kind in (a.DEPLOY, a.HIDE) else []
    ladders = [a.argument_of(use.action)] if kind == a.SUSPEND else []
    if kind == a.EVENT:
        spec = view.world.cards[a.card_of(use.action)]
        for effect in _all_effects(spec.event):
            if isinstance(effect, Announce):
                sites.append(effect.site)
            elif isinstance(effect, Suspend):
                ladders.append(LADDERS.index(effect.ladder))
    names = [
        site_name(words, slug)
        for slug in sites
        if (known := known_site(view, slug)).pledge and known.side == view.side
    ]
    names += [
        ladder_name(words, LADDERS[ladder])
        for ladder in ladders
        if view.ladder_pledges[view.side][ladder]
    ]
    return names


def _broken_text(words: Words, view: View, names: list[str]) -> str:
    """Return what a broken pledge costs once it is public."""
    numbers = view.world.numbers
    worse = (view.joint_levels[-1] + 1) // 2
    return words.text(
        "This breaks your pledge: {names}. When that is public: Tension {+tension}, {others} "
        "Assurance {+assurance}, your Initiative {+initiative}.",
        names=words.listing(names),
        tension=numbers.broken_tension + worse,
        assurance=numbers.broken_assurance - worse,
        initiative=numbers.broken_initiative - worse,
        others=side_values(words, view.side)["others"],
    )


def _all_effects(effects: tuple[Effect, ...]) -> list[Effect]:
    """Return effects with those inside their branches."""
    found: list[Effect] = []
    for effect in effects:
        found.append(effect)
        if isinstance(effect, Offer):
            found += _all_effects(effect.accepted) + _all_effects(effect.refused)
        elif isinstance(effect, Choose):
            found += _all_effects(effect.first) + _all_effects(effect.second)
        elif isinstance(effect, If):
            found += _all_effects(effect.then) + _all_effects(effect.otherwise)
    return found
