"""The closed sets of words that data files and saves may use.

Order matters everywhere: the index of a word is its number inside the engine.
"""

from typing import Final, Literal, TypeAlias

SideName: TypeAlias = Literal["nato", "russia"]
LadderName: TypeAlias = Literal["transparency", "exercises", "centres", "guarantees"]
KindName: TypeAlias = Literal[
    "transparency", "exercise", "guarantee", "centre", "posture", "domestic", "outside"
]
StanceName: TypeAlias = Literal["firm", "measured", "open"]
CrisisType: TypeAlias = Literal["prisoners-dilemma", "stag-hunt", "chicken", "deadlock"]
StarterName: TypeAlias = Literal["nato", "russia", "nobody", "hidden", "owner"]
DoorName: TypeAlias = Literal["closed", "strained", "open"]
Who: TypeAlias = Literal["own", "other", "both"]
Until: TypeAlias = Literal["used", "round", "next", "end", "broken"]
GlyphName: TypeAlias = Literal[
    "ship", "radar", "interceptor", "fast", "headquarters", "missile", "battery", "aids"
]
FormName: TypeAlias = Literal["forward", "interceptors"]
WeightName: TypeAlias = Literal[
    "secured",
    "margin",
    "joint",
    "initiative",
    "support",
    "tension",
    "forward_missiles",
    "nato_concern",
    "guarantees",
    "land_interceptors",
    "nato_unprotected",
]

SIDES: Final[tuple[SideName, ...]] = ("nato", "russia")
LADDERS: Final[tuple[LadderName, ...]] = (
    "transparency",
    "exercises",
    "centres",
    "guarantees",
)
KINDS: Final[tuple[KindName, ...]] = (
    "transparency",
    "exercise",
    "guarantee",
    "centre",
    "posture",
    "domestic",
    "outside",
)
STANCES: Final[tuple[StanceName, ...]] = ("firm", "measured", "open")
CRISIS_TYPES: Final[tuple[CrisisType, ...]] = (
    "prisoners-dilemma",
    "stag-hunt",
    "chicken",
    "deadlock",
)
DOORS: Final[tuple[DoorName, ...]] = ("closed", "strained", "open")
WEIGHTS: Final[tuple[WeightName, ...]] = (
    "secured",
    "margin",
    "joint",
    "initiative",
    "support",
    "tension",
    "forward_missiles",
    "nato_concern",
    "guarantees",
    "land_interceptors",
    "nato_unprotected",
)
MEMBERS: Final = (
    "Albania",
    "Belgium",
    "Bulgaria",
    "Canada",
    "Croatia",
    "Czechia",
    "Denmark",
    "Estonia",
    "France",
    "Germany",
    "Greece",
    "Hungary",
    "Iceland",
    "Italy",
    "Latvia",
    "Lithuania",
    "Luxembourg",
    "Netherlands",
    "Norway",
    "Poland",
    "Portugal",
    "Romania",
    "Slovakia",
    "Slovenia",
    "Spain",
    "Turkey",
    "United Kingdom",
    "United States of America",
)
"""NATO's members in 2010, as the map names them."""
CAUSES: Final = ("nato", "russia", "nobody")
"""What can lie behind an incident."""
CELLS: Final = (
    "firm-firm",
    "firm-measured",
    "firm-open",
    "measured-measured",
    "measured-open",
    "open-open",
)
"""Pairs of stances, the firmer first."""
