"""The guide through a first match: `data/tutorial.yaml` into a `TutorialSpec`.

It stands beside the content, not in it: a save carries the data that it is played with, and
nothing is played with the guide.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final

from game import paths
from game.content.bounds import Range, Slug
from game.content.compose import compose
from game.content.errors import ContentError, Place, Problem
from game.content.files import Layer, add_file
from game.content.read import read_fields
from game.content.references import unknown_names
from game.content.scalars import nearest
from game.content.sheets import Hopeless, Sheet, Unreadable
from game.content.specs import Content
from game.content.tutorial_words import PARTS, READ, End, Fact, Part, Screen

FILE: Final = "tutorial.yaml"

_NAMED: Final = re.compile(r"\{([^{}]*)\}")
_SIDES: Final = frozenset(
    {"side", "sides", "to_side", "by_side", "other", "others", "to_other", "by_other"}
)
_LONGEST: Final = 340
"""Characters of a note: what can be read at a glance while a hand waits."""

Seed = Annotated[int, Range(0, 2_000_000_000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepSpec:
    """A note, shown once: where, when, and until when.

    In the text, a part of the screen in braces is named as the screen names it.
    """

    slug: Slug
    screen: Screen
    points_at: Part
    when: tuple[Fact, ...] = ()
    """All of these have to be true."""
    until: End = READ
    title: str
    text: str
    place: Place

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of the screen that must be there for it to be shown."""
        named = (name for name in named_in(self.text) if name in PARTS)
        return tuple(dict.fromkeys((self.points_at, *named)))


@dataclass(frozen=True, slots=True, kw_only=True)
class DealSpec:
    """Which deals make a good lesson for who sits at a side."""

    nato: Seed
    russia: Seed

    def of(self, side: int) -> int:
        """Return the seed for a side."""
        return self.russia if side else self.nato


@dataclass(frozen=True, slots=True, kw_only=True)
class TutorialSpec:
    """The guide: its match, and its steps in order."""

    slug: Slug
    scenario: Annotated[str, "scenario"]
    rival: Slug
    """The player that sits opposite."""
    seeds: DealSpec
    title: str
    introduction: str
    farewell: str
    """What is said when the guide is sent away."""
    steps: tuple[StepSpec, ...]
    place: Place


def load_tutorial(content: Content, folder: Path | None = None) -> TutorialSpec:
    """Read the guide of the shipped data, or of another data folder.

    Raises:
        ContentError: Something in it is wrong; it holds every problem found.
    """
    root = paths.data_path() if folder is None else folder
    layer = Layer(Path(root.resolve().name))
    add_file(root / FILE, FILE, layer)
    sheet = Sheet(layer.root / FILE)
    found = _read(sheet, layer.texts.get(FILE, "")) if not layer.problems else None
    scenarios = {"scenario": tuple(content.scenarios)}
    problems = [
        *layer.problems,
        *sheet.problems,
        *unknown_names(sheet.references, scenarios),
    ]
    if found is not None:
        problems += broken_laws(found)
    if problems or found is None:
        raise ContentError(tuple(problems))
    return found


def has_tutorial(folder: Path) -> bool:
    """Tell whether a data folder holds a guide."""
    return (folder / FILE).exists()


def named_in(text: str) -> tuple[str, ...]:
    """Return what stands in braces in a text."""
    return tuple(_NAMED.findall(text))


def broken_laws(tutorial: TutorialSpec) -> Iterator[Problem]:
    """Give what is wrong with the steps."""
    seen: dict[str, Place] = {}
    for step in tutorial.steps:
        if step.slug in seen:
            yield Problem(step.place, f"a second '{step.slug}' (the first: {seen[step.slug]})")
        seen.setdefault(step.slug, step.place)
        if len(step.text) > _LONGEST:
            length = f"{len(step.text)} characters: {_LONGEST} at most"
            yield Problem(step.place, f"step '{step.slug}' has a text of {length}")
        for name in named_in(step.text):
            if name not in _SIDES and name not in PARTS:
                hint = nearest(name, (*PARTS, *_SIDES))
                yield Problem(step.place, f"step '{step.slug}' names no part '{name}'{hint}")


def _read(sheet: Sheet, text: str) -> TutorialSpec | None:
    """Return what a file says, or `None`: what is wrong stands on the sheet."""
    try:
        node = compose(text, sheet)
        return None if node is None else read_fields(sheet, node, TutorialSpec)
    except (Hopeless, Unreadable):
        return None
