"""What an annotation of a spec asks of a value besides its type.

The specs are the schema: `Annotated[int, Range(0, 10)]` is an `int` to the type checker and
a whole number from 0 to 10 to the reader.
"""

from dataclasses import dataclass
from typing import Annotated, Final, TypeAlias

SLUG: Final = "slug"
"""Marks an entry's own name; other plain words mark the name of another entry."""


@dataclass(frozen=True, slots=True)
class Range:
    """The least and the greatest number allowed, both included."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Words:
    """The words allowed, for texts that the rest of the game treats as plain `str`."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Length:
    """The most characters that a text may have."""

    most: int


@dataclass(frozen=True, slots=True)
class Form:
    """What a text has to look like.

    Attributes:
        pattern: A regular expression for the whole of it.
        told: What it is, as a problem says: `a version such as '1.0'`.
    """

    pattern: str
    told: str


Slug: TypeAlias = Annotated[str, SLUG]
"""Lower-case letters and digits, joined by single hyphens."""
Change: TypeAlias = Annotated[int, Range(-10, 10)]
"""By how much a track or a cost moves."""
Gain: TypeAlias = Annotated[int, Range(0, 10)]
"""A change that never lowers, a cost, or a value on a track."""
Loss: TypeAlias = Annotated[int, Range(-10, 0)]
"""A change that never raises."""
Level: TypeAlias = Annotated[int, Range(0, 4)]
"""A side's step or the joint level on a ladder."""
Rung: TypeAlias = Annotated[int, Range(1, 4)]
"""One of the four steps of a ladder."""
Tenths: TypeAlias = Annotated[int, Range(-1000, 1000)]
"""A score in tenths of a point."""
