"""Laws of the crises: answers for both sides, incidents, forms, verbs (rulebook 6)."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Final

from game.content.effects import (
    Announce,
    Assurance,
    AtSite,
    Door,
    Initiative,
    Reveal,
    Support,
    Suspend,
    Tension,
)
from game.content.errors import Problem
from game.content.geography import distance_km
from game.content.laws.branches import words_used
from game.content.laws.places import top_of
from game.content.specs import Content, CrisisSpec, ResponseSpec
from game.content.vocabulary import CAUSES, SIDES, FormName, SideName

FORMS: Final[tuple[FormName, ...]] = ("forward", "interceptors")
"""The crises that deployments call."""
SITE_IN_TITLE: Final = "{site}"
"""Stands in a form's title for the site's name."""

_OWN_EFFECTS: Final = {
    Tension,
    Assurance,
    Support,
    Initiative,
    Door,
    Suspend,
    Announce,
    Reveal,
    AtSite,
}
FARTHEST_KM: Final = 700
"""Of a crisis's place from the middle of its small map, so that both can be seen."""
_LEAST_RESPONSES: Final = 2
MOST_RESPONSES: Final = 4
"""That a side has to a crisis, besides *Clear it*."""


def broken_laws(content: Content) -> Iterator[Problem]:
    """Give what is wrong with the crises."""
    for crisis in content.crises.values():
        messages = chain(
            _of_crisis(crisis), _of_form(crisis), _of_place(crisis), _of_causes(crisis)
        )
        for message in messages:
            yield Problem(crisis.place, f"crisis '{crisis.slug}' {message}")
        for side in SIDES:
            yield from _of_side(content, crisis, side)
    forms = sorted(crisis.form for crisis in content.crises.values() if crisis.form)
    if forms != sorted(FORMS):
        message = f"the forms have to be {' and '.join(FORMS)}, once each"
        yield Problem(top_of(content, "crises/chicken.yaml"), message)


def responses_of(crisis: CrisisSpec, side: SideName) -> tuple[ResponseSpec, ...]:
    """Return a side's responses."""
    return crisis.nato if side == "nato" else crisis.russia


def _of_crisis(crisis: CrisisSpec) -> Iterator[str]:
    if crisis.type != crisis.place.path.stem:
        yield f"is of type {crisis.type}, and stands in another type's file"
    if not (crisis.sources or crisis.what_if or crisis.form):
        yield "has no source; only a what-if needs none"


def _of_form(crisis: CrisisSpec) -> Iterator[str]:
    is_form = crisis.form is not None
    if (crisis.starter == "owner") != is_form:
        yield "has starter 'owner' or is a form, but not both"
    if is_form and (crisis.opener or crisis.condition):
        yield "is a form: no card opens it, and it has no condition"
    if (SITE_IN_TITLE in crisis.title) != is_form:
        yield f"has {SITE_IN_TITLE} in its title or is a form, but not both"


def _of_place(crisis: CrisisSpec) -> Iterator[str]:
    """Give what is wrong with a crisis's place on the map."""
    if (crisis.latitude is None) != (crisis.longitude is None):
        yield "has one coordinate; give both or neither"
        return
    if crisis.latitude is None or crisis.longitude is None:
        if crisis.map_centre is not None:
            yield "has a map_centre, but no place to show on that map"
        return
    if crisis.form is not None:
        yield "is a form: its place is that of the site which calls it"
    centre = crisis.map_centre or (crisis.latitude, crisis.longitude)
    if distance_km(crisis.latitude, crisis.longitude, *centre) > FARTHEST_KM:
        yield f"lies more than {FARTHEST_KM} km from its map_centre; the map would not show it"


def _of_causes(crisis: CrisisSpec) -> Iterator[str]:
    wanted = set(CAUSES) if crisis.starter == "hidden" else set()
    if set(crisis.causes) != wanted:
        yield f"needs causes for {', '.join(CAUSES)} if its starter is hidden, else none"


def _of_side(content: Content, crisis: CrisisSpec, side: SideName) -> Iterator[Problem]:
    responses = responses_of(crisis, side)
    ordinary = [response for response in responses if not response.clears]
    for message in _of_ordinary(ordinary):
        yield Problem(crisis.place, f"crisis '{crisis.slug}' {message} for {side}")
    clearing = len(responses) - len(ordinary)
    if clearing != (crisis.starter == "hidden"):
        message = f"has {clearing} clearing responses for {side}: one if its starter is hidden"
        yield Problem(crisis.place, f"crisis '{crisis.slug}' {message}, else none")
    slugs = Counter(response.slug for response in responses)
    for response in responses:
        for message in _of_response(content, crisis, side, response):
            yield Problem(response.place, f"response '{response.slug}' {message}")
        if slugs[response.slug] > 1:
            yield Problem(response.place, f"response '{response.slug}' stands here twice")


def _of_ordinary(responses: list[ResponseSpec]) -> Iterator[str]:
    """Give what is wrong with a side's responses but *Clear it*."""
    if not _LEAST_RESPONSES <= len(responses) <= MOST_RESPONSES:
        least, most = _LEAST_RESPONSES, MOST_RESPONSES
        yield f"has {len(responses)} responses, not {least} to {most},"
    if all(response.needs for response in responses):
        yield "has no response without a requirement"
    stances = {response.stance for response in responses}
    if not {"firm", "open"} <= stances:
        yield "lacks a firm or an open response"


def _of_response(
    content: Content, crisis: CrisisSpec, side: SideName, response: ResponseSpec
) -> Iterator[str]:
    used = words_used(response.effects)
    if used - _OWN_EFFECTS:
        yield "uses a verb that only cards may use"
    if AtSite in used and crisis.form is None:
        yield "uses at-site, which only forms may use"
    if response.clears and (response.stance != "open" or response.needs):
        yield "clears an incident: it is open and has no requirement"
    for effect in response.effects:
        if isinstance(effect, Announce) and content.sites[effect.site].side != side:
            yield f"announces the other side's site '{effect.site}'"
