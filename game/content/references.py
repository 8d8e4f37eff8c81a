"""Names of entries elsewhere: that they exist, that they fit, and that sources are used."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from game.content.errors import Problem
from game.content.scalars import nearest
from game.content.sheets import Reference
from game.content.specs import Content

_MOST_HINTS: Final = 40
"""Finding what was meant takes time; whoever gets so many wrong isn't helped by more."""
_NOUNS: Final = {"scenario-crisis": "crisis"}
"""Kinds of reference that aren't called like the section they point into."""


def unknown_names(
    references: Iterable[Reference], names: Mapping[str, Collection[str]]
) -> Iterator[Problem]:
    """Give a problem for each name that no entry has.

    `names` are the slugs by noun; nouns that aren't there can't be looked up.
    """
    told = 0
    for reference in references:
        noun = _NOUNS.get(reference.kind, reference.kind)
        known = names.get(noun)
        if known is not None and reference.slug not in known:
            hint = nearest(reference.slug, known) if told < _MOST_HINTS else ""
            told += 1
            yield Problem(reference.place, f"no {noun} '{reference.slug}'{hint}")


def unfit_names(content: Content, references: Iterable[Reference]) -> Iterator[Problem]:
    """Give a problem for each crisis that is named where another kind of crisis belongs."""
    for reference in references:
        if reference.kind == "crisis" and not content.crises[reference.slug].opener:
            message = f"crisis '{reference.slug}' is no opener: no card may open it"
            yield Problem(reference.place, message)
        if reference.kind == "scenario-crisis" and content.crises[reference.slug].form:
            message = f"crisis '{reference.slug}' is a form: only a deployment calls it"
            yield Problem(reference.place, message)


def unused_sources(content: Content, references: Iterable[Reference]) -> Iterator[Problem]:
    """Give a problem for each source that no text rests on."""
    used = {reference.slug for reference in references if reference.kind == "source"}
    for slug, source in content.sources.items():
        if slug not in used:
            yield Problem(source.place, f"nothing rests on source '{slug}'")
