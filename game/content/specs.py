"""Content as it is written: frozen specs, each knowing its place in a file.

Slugs are the stable names in data and saves. Texts are English; other languages come
from the catalogues. Numbers are the rulebook's starting values.

The classes are the schema: a field's name is its key in the data, its annotation says what
may stand there, and a key may be left out if its field has a default. `place` is filled in
by the reader. Mappings are plain dicts, so that specs can go to worker processes; nobody
writes to them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, TypeAlias

from game.content.bounds import Change, Gain, Length, Level, Range, Slug, Tenths, Words
from game.content.effects import Condition, Effect, SiteSlug
from game.content.errors import Place
from game.content.manifest import Pack
from game.content.numbers import Numbers
from game.content.vocabulary import (
    CAUSES,
    CELLS,
    MEMBERS,
    CrisisType,
    DoorName,
    FormName,
    GlyphName,
    KindName,
    LadderName,
    SideName,
    StanceName,
    StarterName,
    WeightName,
)

SourceSlug: TypeAlias = Annotated[str, "source"]
MandateSlug: TypeAlias = Annotated[str, "mandate"]
ScenarioCrisis: TypeAlias = Annotated[str, "scenario-crisis"]
Latitude: TypeAlias = Annotated[float, Range(-90, 90)]
Longitude: TypeAlias = Annotated[float, Range(-180, 180)]
Rounds: TypeAlias = Annotated[int, Range(1, 20)]
Steps: TypeAlias = tuple[Level, Level, Level, Level]
Cause: TypeAlias = Annotated[str, Words(CAUSES)]
Title: TypeAlias = Annotated[str, Length(60)]
Line: TypeAlias = Annotated[str, Length(120)]
CellName: TypeAlias = Annotated[str, Words(CELLS)]
Member: TypeAlias = Annotated[str, Words(MEMBERS)]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSpec:
    """A document, speech, report or study that texts rest on."""

    slug: Slug
    title: Annotated[str, Length(300)]
    date: Line
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class StepSpec:
    """One step of a ladder: what a side does when it takes it.

    `joint_needed` is the joint level of `needs_ladder` without which the step can't be
    taken (0: none); `support_needed` is the own Support it asks for before paying.
    """

    title: Title
    offer: str
    """Completes *We will ...* and *if you will ...* in a package."""
    needs_ladder: LadderName | None = None
    joint_needed: Level = 0
    support_needed: Gain = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderSpec:
    """A ladder of cooperation, with its four steps from the bottom."""

    slug: LadderName
    title: Title
    note: str
    steps: tuple[StepSpec, ...]
    sources: tuple[SourceSlug, ...] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class CapitalSpec:
    """An allied capital, for the reach of forward missiles. Degrees north and east."""

    slug: Slug
    title: Title
    latitude: Latitude
    longitude: Longitude
    shown: bool = False
    """Drawn on the map."""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSpec:
    """A place where a side may deploy.

    A site with `reach_km` is a forward missile: its concern is computed from its reach.
    `latitude` and `longitude` are `None` for what has no place on the map.
    """

    slug: Slug
    side: SideName
    title: Title
    label: Annotated[str, Length(24)]
    """Short name on the map."""
    glyph: GlyphName
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    cost: Annotated[int, Range(1, 4)]
    """Operations that Deploy needs here."""
    concern: Gain
    """How much it troubles the other side (3.2); 0 for a forward missile."""
    coverage: Gain
    """NATO’s Coverage while it works."""
    deterrent: Gain
    """Russia’s Deterrent while it works."""
    reach_km: Annotated[int, Range(0, 6000)] = 0
    mobile: bool = False
    """It works at once."""
    can_be_undeclared: bool = False
    """It may be deployed face down (3.7)."""
    land_interceptor: bool = False
    """Announced, it becomes the round’s crisis (6.3)."""
    needs: SiteSlug | None = None
    """The own site that must be declared before."""
    deploy_support: Gain = 0
    """Own Support for deploying here, in place of the general rule; 0: the general rule."""
    withdraw_support: Gain = 0
    """Own Support lost by withdrawing here, in place of the general rule; 0: general."""
    what_if: bool = False
    history: str
    nato_reading: str = ""
    russia_reading: str = ""
    sources: tuple[SourceSlug, ...] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSpec:
    """A card: operations value, event and history."""

    slug: Slug
    side: SideName
    kind: KindName
    operations: Annotated[int, Range(1, 4)]
    """What it is worth when it is played for an operation."""
    starred: bool = False
    """It leaves the game when its event is used."""
    coercive: bool = False
    """It raises Tension or weakens the other side; each side has equally many."""
    title: Title
    date: Line
    what_if: bool = False
    reported: bool = False
    """The source is thin, and the card says so."""
    condition: tuple[Condition, ...] = ()
    """All must hold for its event to be chosen."""
    event: tuple[Effect, ...]
    """In the order in which they happen."""
    history: str
    nato_reading: str = ""
    russia_reading: str = ""
    """Both readings are given or neither is."""
    sources: tuple[SourceSlug, ...] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseSpec:
    """One answer to a crisis."""

    slug: Slug
    title: Title
    note: str
    stance: StanceName
    needs: tuple[Condition, ...] = ()
    """All must hold for it to be chosen."""
    effects: tuple[Effect, ...] = ()
    """Besides what the pair of stances brings."""
    clears: bool = False
    """*Clear it*: only for a side that knows that nobody began the incident."""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisSpec:
    """A crisis; `form` is set for the two that a deployment calls."""

    slug: Slug
    type: CrisisType
    title: Title
    date: Line
    what_if: bool = False
    form: FormName | None = None
    starter: StarterName
    opener: bool = False
    """Posture cards may open it at once."""
    threat: Change = 0
    """How the Outside threat moves when it is turned up."""
    condition: tuple[Condition, ...] = ()
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    """Where it happened, if at one place: a small map shows it. A form's is its site's."""
    map_centre: tuple[Latitude, Longitude] | None = None
    """The middle of that map; `None`: the place itself."""
    story: str
    dilemma: str
    """Why it is the game that its type says."""
    nato_reading: str
    russia_reading: str
    causes: Mapping[Cause, str] = field(default_factory=dict)
    """For an incident: what lay behind it, by `nato`, `russia`, `nobody`; else empty."""
    nato: tuple[ResponseSpec, ...]
    russia: tuple[ResponseSpec, ...]
    sources: tuple[SourceSlug, ...] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class CellSpec:
    """What a pair of stances brings; *firmer* is the side with the firmer stance.

    For two equal stances both sides take the *firmer* values of Assurance and Support
    and Initiative does not move.
    """

    tension: Change
    initiative: Change
    firmer_assurance: Change
    other_assurance: Change
    firmer_support: Change
    other_support: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixSpec:
    """The base result of a crisis type, one cell for each of `CELLS`."""

    slug: CrisisType
    title: Title
    lesson: str
    """One sentence about the game, as shown beside the matrix."""
    cells: Mapping[CellName, CellSpec]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateSpec:
    """What a government calls success; weights and target in tenths of a point."""

    slug: Slug
    side: SideName
    title: Title
    motto: Line
    seeks: str
    weights: Mapping[WeightName, Annotated[int, Range(-100, 100)]]
    target: Tenths
    sources: tuple[SourceSlug, ...] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionsSpec:
    """What a scenario allows."""

    hand: Annotated[int, Range(1, 9)]
    """Cards to which each side draws at a briefing."""
    counters: bool = False
    """A package may be answered with one counter-package."""
    face_down: bool = False
    """Cards may be laid face down, and sites deployed undeclared."""
    open_hands: bool = False
    """Both hands are public."""
    sectors: bool = False
    """The special rule of *Sectoral defence* (rulebook 11.5)."""
    mandates: Mapping[SideName, MandateSlug] = field(default_factory=dict)
    """Fixed mandates; empty: each side chooses one of two dealt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioSpec:
    """A start table: pairs are NATO, Russia; steps in ladder order."""

    slug: Slug
    title: Title
    motto: Line
    minutes: Line
    rounds: Rounds
    last_round: Rounds
    """The latest round it can end after; equal to `rounds` when the end is fixed."""
    round_names: tuple[Title, ...]
    round_dates: tuple[Title, ...]
    threat: Gain
    schedule: tuple[Change, ...]
    """How the Outside threat moves at each briefing."""
    tension: Gain
    door: DoorName
    assurance: tuple[Gain, Gain]
    support: tuple[Gain, Gain]
    steps: tuple[Steps, Steps]
    working: tuple[SiteSlug, ...] = ()
    announced: Mapping[SiteSlug, Annotated[int, Range(0, 20)]] = field(default_factory=dict)
    """Sites under construction, with the round at whose end they work; 0: after the end."""
    crises: tuple[ScenarioCrisis, ...] = ()
    """Empty: every standard crisis that is not a form; with `sites` they have to be named."""
    first_crisis: ScenarioCrisis | None = None
    targets: Mapping[MandateSlug, Tenths] = field(default_factory=dict)
    """Targets in tenths that differ from the mandates' own."""
    sites: tuple[SiteSlug, ...] = ()
    """The sites it is played with; empty: the standard ones, those of the whole data."""
    cards: tuple[Annotated[str, "card"], ...] = ()
    """The same for cards: both decks."""
    mandates: tuple[MandateSlug, ...] = ()
    """The same for mandates."""
    capitals: tuple[Annotated[str, "capital"], ...] = ()
    """The same for allied capitals: the alliance of its years."""
    not_yet_allied: tuple[Member, ...] = ()
    """Members of 2010 that were none in its years: the map lacks NATO's tint there."""
    options: OptionsSpec
    introduction: str
    epilogue: str
    sources: tuple[SourceSlug, ...] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All content by slug, in the order of its files.

    `files` holds the data files as text by their name below the data folder, so that a
    save can carry its own copy; `fingerprint` is the SHA-256 in hex over all of them.
    `standard` holds the slugs of the whole data by collection, without what packs added;
    `packs` says which they are, in order.
    """

    numbers: Numbers
    ladders: Mapping[str, LadderSpec]
    capitals: Mapping[str, CapitalSpec]
    sites: Mapping[str, SiteSpec]
    cards: Mapping[str, CardSpec]
    matrices: Mapping[str, MatrixSpec]
    crises: Mapping[str, CrisisSpec]
    mandates: Mapping[str, MandateSpec]
    scenarios: Mapping[str, ScenarioSpec]
    sources: Mapping[str, SourceSpec]
    files: Mapping[str, str]
    fingerprint: str
    standard: Mapping[str, frozenset[str]]
    packs: tuple[Pack, ...] = ()
