"""What a pack puts in the place of something else: only what its manifest names."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import game
from game.content.errors import Problem
from game.content.manifest import NUMBERS_WORD, PackSpec, is_later
from game.content.sheets import Reference

_KIND: Final = "replaced"
"""What references from `replaces` are called."""


def overlaid(
    manifest: PackSpec,
    fresh: Mapping[str, Mapping[str, Any]],
    there: Mapping[str, Mapping[str, Any]],
    references: Iterable[Reference],
    *,
    numbers: bool,
) -> Iterator[Problem]:
    """Give what is wrong with how a pack lies over the data.

    Args:
        manifest: The pack's.
        fresh: Its own entries by section and slug.
        there: The entries that it lies over.
        references: What its files name.
        numbers: Whether it has the rulebook's numbers.
    """
    yield from _too_new(manifest)
    replaced = set(manifest.replaces)
    for section, entries in fresh.items():
        for slug, entry in entries.items():
            if slug not in there[section]:
                continue
            if section == "scenarios":
                yield Problem(
                    entry.place,
                    f"scenario '{slug}' is the game's own: give yours another name",
                )
            elif slug not in replaced:
                yield Problem(
                    entry.place,
                    f"'{slug}' is there already: choose another slug, or name it "
                    "under 'replaces' in pack.yaml",
                )
    if numbers and NUMBERS_WORD not in replaced:
        message = f"has numbers of its own: name '{NUMBERS_WORD}' under 'replaces'"
        yield Problem(manifest.place, message)
    yield from _in_vain(fresh, there, references, numbers=numbers)


def _too_new(manifest: PackSpec) -> Iterator[Problem]:
    """Give a problem if the pack needs a later version of the game."""
    if is_later(manifest.game, game.__version__):
        message = f"is made for version {manifest.game} of the game; this is {game.__version__}"
        yield Problem(manifest.place, message)


def _in_vain(
    fresh: Mapping[str, Mapping[str, Any]],
    there: Mapping[str, Mapping[str, Any]],
    references: Iterable[Reference],
    *,
    numbers: bool,
) -> Iterator[Problem]:
    """Give what the manifest says is replaced, and isn't."""
    both = {
        slug for section, entries in fresh.items() for slug in entries.keys() & there[section]
    }
    for reference in references:
        slug = reference.slug
        if reference.kind != _KIND or slug in both or (numbers and slug == NUMBERS_WORD):
            continue
        yield Problem(reference.place, f"'{slug}' is not replaced: no file of the pack has it")
