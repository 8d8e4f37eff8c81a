"""All data files into `Content`, or a `ContentError` with everything that is wrong."""

from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import Final

from game import paths
from game.content.errors import ContentError, Problem
from game.content.files import Layer, files_of_layers, layer_of_folder, layers_of_files
from game.content.laws import (
    cards,
    crises,
    ladders,
    limits,
    mandates,
    scenarios,
    selections,
    sites,
    stances,
)
from game.content.pack_files import layer_of_pack
from game.content.references import unfit_names, unknown_names, unused_sources
from game.content.sheets import MOST_PROBLEMS
from game.content.specs import Content

_LAWS: Final = (
    ladders.broken_laws,
    sites.broken_laws,
    cards.broken_laws,
    crises.broken_laws,
    stances.broken_laws,
    mandates.broken_laws,
    scenarios.broken_laws,
    selections.broken_laws,
    limits.broken_laws,
)


def load_content(*folders: Path) -> Content:
    """Read the shipped data, or the given folders.

    The first folder holds whole data. Each later one is a pack, a folder or a zip: its
    entries come after those that are there, or take their place where its manifest names
    them under `replaces`; so do its `rules/numbers.yaml`.

    Raises:
        ContentError: Something in the data is wrong; it holds every problem found.
    """
    whole, *packs = folders or (paths.data_path(),)
    layers = [layer_of_folder(whole), *map(layer_of_pack, packs)]
    return content_of_layers(layers)


def content_from_files(files: Mapping[str, str]) -> Content:
    """Read data from memory, as `Content.files` holds it (a save carries its own copy).

    Raises:
        ContentError: Something in the data is wrong; it holds every problem found.
    """
    return content_of_layers(layers_of_files(files))


def content_of_layers(layers: list[Layer]) -> Content:
    """Read every layer, look the names up, then hold the whole against the laws.

    Raises:
        ContentError: Something in the data is wrong; it holds every problem found.
    """
    from game.content.draft import Draft  # noqa: PLC0415 - specs are used where no YAML is read

    draft = Draft()
    for layer in layers:
        draft.add(layer)
    unknown = islice(unknown_names(draft.references, draft.names()), MOST_PROBLEMS)
    _raise_if_any([*draft.problems, *unknown])
    content = draft.finished(files_of_layers(layers))
    problems = [problem for law in _LAWS for problem in law(content)]
    problems += unfit_names(content, draft.references)
    problems += unused_sources(content, draft.references)
    _raise_if_any(problems)
    return content


def _raise_if_any(problems: Iterable[Problem]) -> None:
    """Raise the problems, by file in the order in which files turn up, then by line."""
    given = list(problems)
    order = {path: n for n, path in enumerate(dict.fromkeys(p.place.path for p in given))}
    given.sort(key=lambda p: (order[p.place.path], p.place.line, p.place.column))
    if given:
        raise ContentError(tuple(given))
