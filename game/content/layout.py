"""Which files make up the data, in which order, and what each of them holds."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from game.content.specs import (
    CapitalSpec,
    CardSpec,
    CrisisSpec,
    LadderSpec,
    MandateSpec,
    MatrixSpec,
    ScenarioSpec,
    SiteSpec,
    SourceSpec,
)

NUMBERS: Final = "rules/numbers.yaml"
"""The file without which a folder is a pack, not whole data."""
SCENARIOS: Final = "scenarios/"
"""The folder of which every file is one scenario."""
MANIFEST: Final = "pack.yaml"
"""What a pack says of itself; whole data has none."""
PACK: Final = "pack-"
"""What the names of an overlay's files begin with: `pack-1/cards/nato.yaml`."""


@dataclass(frozen=True, slots=True)
class Section:
    """One of the collections of `Content`, with its files in order."""

    name: str
    noun: str
    spec: type
    files: tuple[str, ...]


SECTIONS: Final = (
    Section("sources", "source", SourceSpec, ("sources.yaml",)),
    Section("ladders", "ladder", LadderSpec, ("ladders.yaml",)),
    Section("capitals", "capital", CapitalSpec, ("capitals.yaml",)),
    Section("sites", "site", SiteSpec, ("sites/nato.yaml", "sites/russia.yaml")),
    Section("cards", "card", CardSpec, ("cards/nato.yaml", "cards/russia.yaml")),
    Section("matrices", "matrix", MatrixSpec, ("crises/matrices.yaml",)),
    Section(
        "crises",
        "crisis",
        CrisisSpec,
        (
            "crises/chicken.yaml",
            "crises/prisoners-dilemma.yaml",
            "crises/stag-hunt.yaml",
            "crises/deadlock.yaml",
        ),
    ),
    Section("mandates", "mandate", MandateSpec, ("mandates.yaml",)),
    Section("scenarios", "scenario", ScenarioSpec, ()),
)

SUMS: Final = "pictures/sums"
"""Stands for a pack's pictures among its texts: a line each with its name and SHA-256. So
they count for the fingerprint, while a save, which nobody looks at them in, carries none."""
_LESSON: Final = re.compile(r"lessons/plans/[a-z0-9]+(?:-[a-z0-9]+)*\.yaml")
_CATALOGUE: Final = re.compile(r"locale/[a-z]{2,3}(-[A-Za-z0-9]{2,8})?\.po")
_BY_FILE: Final = {name: section for section in SECTIONS for name in section.files}

FIXED_FILES: Final = (NUMBERS, *(name for section in SECTIONS for name in section.files))
"""Every file of whole data but the scenarios."""
FOLDERS: Final = tuple(sorted({name.split("/")[0] for name in FIXED_FILES if "/" in name}))
"""Folders that hold nothing but the files named here."""


def is_scenario(name: str) -> bool:
    """Tell whether a name below the data folder is that of a scenario's file."""
    stem = name.removeprefix(SCENARIOS)
    return stem != name and stem.endswith(".yaml") and "/" not in stem


def is_catalogue(name: str) -> bool:
    """Tell whether a name is that of a pack's texts in another language."""
    return _CATALOGUE.fullmatch(name) is not None


def is_lesson(name: str) -> bool:
    """Tell whether a name is that of a lesson plan of a pack."""
    return _LESSON.fullmatch(name) is not None


def is_beside(name: str) -> bool:
    """Tell whether a pack has what stands under this name beside what is played with."""
    return is_catalogue(name) or is_lesson(name) or name == SUMS


def in_order(names: Iterable[str]) -> list[str]:
    """Return the names as the data is read: the fixed files, then scenarios by name.

    A pack's manifest stands before them; catalogues and what else is not played behind.
    """
    given = set(names)
    fixed = [name for name in (MANIFEST, *FIXED_FILES) if name in given]
    scenarios = sorted(name for name in given if is_scenario(name))
    return fixed + scenarios + sorted(name for name in given if is_beside(name))


def section_of(name: str) -> Section:
    """Return the section that a file other than the numbers belongs to."""
    return _BY_FILE.get(name, SECTIONS[-1])
