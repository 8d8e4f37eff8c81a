"""The pages of the library: a card, a crisis, a site, a source, each with all it says."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from game.content.geography import distance_km
from game.content.specs import CardSpec, CrisisSpec, ResponseSpec, SiteSpec, SourceSpec
from game.content.vocabulary import SideName
from game.ui.board.details import reading_boxes, source_text
from game.ui.board.site_facts import site_distances, site_readings, site_traits
from game.ui.theme import BODY, HEADING, HISTORY, NOTE, NOTE_ITALIC, SCREEN_TITLE
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Rule, Spacer
from game.ui.widgets.row import Row
from game.ui.widgets.widget import Widget
from game.words import (
    Words,
    capital,
    card_condition,
    card_effect,
    card_notes,
    card_title,
    crisis_date,
    crisis_lesson,
    crisis_title,
    crisis_type_name,
    kind_name,
    operations_text,
    readings,
    response_effects,
    response_needs,
    response_title,
    side_name,
    side_values,
    site_title,
    site_worth,
    stance_name,
    starter_text,
)

_TITLE: Final = SCREEN_TITLE.sized(28, 35)
_STORY: Final = HISTORY.sized(17, 25)
_EFFECT: Final = BODY.sized(16, 22)
_CAUSES: Final = ("nato", "russia", "nobody")


def side_of(name: SideName) -> int:
    """Return the number of a side that the content names."""
    return int(name == "russia")


def card_page(words: Words, spec: CardSpec) -> list[Widget]:
    """Return all of a card: event, condition, history, both readings, sources."""
    title = card_title(words, spec.slug)
    about = [
        side_name(words, side_of(spec.side)),
        kind_name(words, spec.kind),
        operations_text(words, spec.operations),
        words.content_text(spec.slug, spec.date) if spec.date else "",
    ]
    effect = " ".join(card_effect(words, spec))
    notes = [card_condition(words, spec), *card_notes(words, spec)]
    return [
        *_head(f"{title}*" if spec.starred else title, about),
        *_titled(words.text("Event"), [Label(effect, _EFFECT)]),
        *(Label(note, NOTE, colour="ink_2") for note in notes if note),
        *_titled(words.text("What happened"), [_told(words, spec.slug, spec.history)]),
        *_both(readings(words, spec.nato_reading, spec.russia_reading, spec.slug)),
        *_sources(words, spec.sources),
    ]


def crisis_page(words: Words, spec: CrisisSpec) -> list[Widget]:
    """Return all of a crisis: story, type, causes, the responses of both sides, sources."""
    incident = bool(spec.causes)
    about = [
        crisis_type_name(words, spec.type),
        crisis_date(words, spec, incident=incident),
        "" if incident else starter_text(words, spec, None).rstrip("."),
    ]
    return [
        *_head(crisis_title(words, spec.slug), about),
        _told(words, spec.slug, spec.story),
        *_titled(
            crisis_type_name(words, spec.type),
            [
                Label(crisis_lesson(words, spec.type), BODY),
                Label(words.content_text(spec.slug, spec.dilemma), BODY),
            ],
        ),
        *_causes(words, spec),
        *_responses(words, spec, 0),
        *_responses(words, spec, 1),
        *_both(readings(words, spec.nato_reading, spec.russia_reading, spec.slug)),
        *_sources(words, spec.sources),
    ]


def site_page(words: Words, spec: SiteSpec) -> list[Widget]:
    """Return all of a site: what it costs, gives and troubles, who is near, history."""
    concern = least_concern(words, spec)
    worth = capital(site_worth(words, spec, concern))
    if spec.reach_km:
        # A site in its reach that is declared adds to it: that is known in a match only.
        worth = words.text("{worth} or more (rulebook 3.2)", worth=worth)
    facts = [words.sentence(worth)]
    content = words.content
    facts += [site_traits(words, content, spec.slug)]
    facts += [site_distances(words, content, spec.slug)]
    return [
        *_head(site_title(words, spec.slug), [side_name(words, side_of(spec.side))]),
        *(Label(fact, BODY) for fact in facts if fact),
        *_titled(words.text("What happened"), [_told(words, spec.slug, spec.history)]),
        *_both(site_readings(words, content, spec.slug)),
        *_sources(words, spec.sources),
    ]


def least_concern(words: Words, spec: SiteSpec) -> int:
    """Return what a site concerns the other side by at least."""
    if not spec.reach_km or spec.latitude is None or spec.longitude is None:
        return spec.concern
    content, here = words.content, (spec.latitude, spec.longitude)
    reached = any(
        distance_km(*here, one.latitude, one.longitude) <= spec.reach_km
        for one in content.capitals.values()
    )
    return content.numbers.forward_concern + reached


def source_page(words: Words, spec: SourceSpec) -> list[Widget]:
    """Return a source and everything in the game that rests on it."""
    rows = list(_resting(words, spec.slug))
    return [
        *_head(words.content_text(spec.slug, spec.title), [source_date(words, spec)]),
        *_titled(
            words.text("What rests on it"),
            rows or [Label(words.text("The rulebook and the notes on history."), BODY)],
        ),
    ]


def source_date(words: Words, spec: SourceSpec) -> str:
    """Return when a source is from, or nothing."""
    return words.content_text(spec.slug, spec.date) if spec.date else ""


def _head(title: str, about: Iterable[str]) -> list[Widget]:
    """Return a title above one line about it."""
    line = " · ".join(part for part in about if part)
    return [
        Label(title, _TITLE),
        *([Label(line, NOTE_ITALIC.sized(15, 20), colour="ink_2")] if line else []),
        Rule(air=4),
    ]


def _titled(heading: str, parts: Sequence[Widget]) -> list[Widget]:
    return [Spacer(4), Label(heading, HEADING), *parts]


def _told(words: Words, slug: str, story: str) -> Label:
    return Label(words.content_text(slug, story), _STORY)


def _both(pair: Sequence[tuple[str, str]]) -> list[Widget]:
    """Return both readings in their boxes, NATO's first."""
    return [Spacer(4), *reading_boxes(pair)] if pair else []


def _sources(words: Words, slugs: Sequence[str]) -> list[Widget]:
    """Return the sources as rows that lead to their own pages."""
    if not slugs:
        return []
    known = words.content.sources
    rows: list[Widget] = [
        Row(f"go:sources:{slug}", source_text(words, known[slug]), icon="book", below=True)
        for slug in slugs
    ]
    return _titled(words.text("Sources"), rows)


def _causes(words: Words, spec: CrisisSpec) -> list[Widget]:
    """Return what may lie behind an incident."""
    if not spec.causes:
        return []
    intro = words.text(
        "One of three, each as likely. Nobody knows which until it is found out."
    )
    names = {"nato": side_name(words, 0), "russia": side_name(words, 1)}
    names["nobody"] = words.text("Nobody")
    lines = [
        Label(f"**{names[cause]}:** {words.content_text(spec.slug, told)}", BODY, marked=True)
        for cause in _CAUSES
        if (told := spec.causes.get(cause, ""))
    ]
    return _titled(words.text("What may lie behind it"), [Label(intro, BODY), *lines])


def _responses(words: Words, spec: CrisisSpec, side: int) -> list[Widget]:
    """Return what a side can answer."""
    heading = words.text("{side} can answer", **side_values(words, side))
    lines = [
        Label(_response(words, spec, response, side), BODY, marked=True)
        for response in (spec.nato, spec.russia)[side]
    ]
    return _titled(heading, lines)


def _response(words: Words, spec: CrisisSpec, response: ResponseSpec, side: int) -> str:
    """Return a response in one paragraph: title, stance, note, effects, what it needs."""
    title = response_title(words, spec.slug, side, response.slug)
    stance = stance_name(words, response.stance)
    parts = [
        words.content_text(response.slug, response.note),
        words.sentence(response_effects(words, response, side)),
        words.sentence(response_needs(words, response, side)),
    ]
    told = " ".join(part for part in parts if part.strip(". "))
    return f"**{title}** ({stance}). {told}"


def _resting(words: Words, slug: str) -> Iterator[Widget]:
    """Yield a row for each card, crisis and site that rests on a source."""
    content = words.content
    for card in content.cards.values():
        if slug in card.sources:
            note = side_name(words, side_of(card.side))
            yield Row(
                f"go:cards:{card.slug}", card_title(words, card.slug), note, icon="layers"
            )
    for crisis in content.crises.values():
        if slug in crisis.sources:
            title = crisis_title(words, crisis.slug)
            yield Row(f"go:crises:{crisis.slug}", title, words.text("crisis"), icon="hourglass")
    for site in content.sites.values():
        if slug in site.sources:
            note = side_name(words, side_of(site.side))
            yield Row(f"go:sites:{site.slug}", site_title(words, site.slug), note, icon="map")
