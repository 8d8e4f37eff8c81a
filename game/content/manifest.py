"""What a pack says of itself, in `pack.yaml`: who made it, for which game, what it replaces."""

import re
from dataclasses import dataclass
from typing import Annotated, Final, TypeAlias

from game.content.bounds import Form, Length, Slug
from game.content.errors import Place

NUMBERS_WORD: Final = "numbers"
"""Stands in `replaces` for the rulebook's numbers, which have no slug."""

_NUMBER: Final = re.compile(r"(?:^|(?<=\.))[0-9]+")

Version: TypeAlias = Annotated[
    str, Form(r"(0|[1-9][0-9]{0,3})(\.(0|[1-9][0-9]{0,3})){0,2}", "a version such as '1.0'")
]
Language: TypeAlias = Annotated[
    str, Form(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})?", "a language such as en")
]
Replaced: TypeAlias = Annotated[str, "replaced"]
"""The slug of an entry of the standard data that the pack has its own of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackSpec:
    """The manifest of a pack: its `pack.yaml`."""

    name: Slug
    """What the pack is called in saves and on the command line; never changed later."""
    title: Annotated[str, Length(60)]
    version: Version
    author: Annotated[str, Length(100)]
    licence: Annotated[str, Form(r".{1,60}", "the name of a licence")]
    languages: tuple[Language, ...]
    """English first; the others have a catalogue each, `locale/<language>.po`."""
    game: Version
    """The oldest version of the game that can play it."""
    about: Annotated[str, Length(600)] = ""
    replaces: tuple[Replaced, ...] = ()
    """Entries of the standard data that it has in their place; `numbers` for the numbers."""
    place: Place


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that content was read with.

    Attributes:
        spec: Its manifest.
        fingerprint: The SHA-256 in hex over its files.
    """

    spec: PackSpec
    fingerprint: str


def is_later(version: str, than: str) -> bool:
    """Tell whether a version comes after another; `1` and `1.0` are the same."""
    return _numbers(version) > _numbers(than)


def _numbers(version: str) -> list[int]:
    """Return the three numbers of a release; what comes before it, as 1.0rc1, has them too."""
    numbers = [int(number) for number in _NUMBER.findall(version)]
    return [*numbers, 0, 0][:3]
