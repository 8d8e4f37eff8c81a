"""Parts of a view: sites and crises as one side knows them."""

from dataclasses import dataclass
from typing import Literal

from game.engine import fields as f
from game.engine.position import Position
from game.engine.scoring import at_risk, site_concern
from game.engine.world import SIDE_SITES


@dataclass(frozen=True, slots=True)
class SiteState:
    """A site as a side knows it.

    Attributes:
        state: what stands there; an undeclared site is building or working too.
        seen: the other side's undeclared site that technical means have seen.
        rounds: reckonings until it works, 15 for not before the end; 0 unless building.
        pledge: reckonings that a pledge not to deploy here still runs.
        concern: what it would concern, or concerns, the other side by.
    """

    slug: str
    side: int
    state: Literal["empty", "building", "working", "halted"]
    undeclared: bool
    seen: bool
    rounds: int
    pledge: int
    at_risk: bool
    concern: int


@dataclass(frozen=True, slots=True)
class CrisisState:
    """A crisis as a side knows it; `cause` is 0, 1 or 2 (nobody), `None` where unknown."""

    slug: str
    site: str | None
    starter: int | None
    incident: bool
    cause: int | None
    public: bool


def site_states(known: Position, side: int) -> tuple[SiteState, ...]:
    """Return every site as a side knows it."""
    risk = at_risk(known)
    return tuple(_site(known, side, site, risk) for site in range(len(known.world.sites)))


def _site(known: Position, side: int, site: int, risk: int) -> SiteState:
    """Return one site as a side knows it."""
    v = known.v
    bit = 1 << site
    undeclared = bool(v[f.HIDDEN] & bit)
    stands = undeclared or bool(v[f.DECLARED] & bit)
    state: Literal["empty", "building", "working", "halted"]
    if stands:
        state = "working" if v[f.WORKING] & bit else "building"
    else:
        state = "halted" if v[f.HALTED] & bit else "empty"
    return SiteState(
        known.world.sites[site].slug,
        int(site >= f.SITES_A_SIDE),
        state,
        undeclared,
        undeclared and not SIDE_SITES[side] & bit,
        v[f.BUILD] >> 4 * site & 15,
        v[f.SITE_PLEDGES] >> 4 * site & 15,
        stands and bool(risk & bit),
        site_concern(known, site),
    )


def brewing_crisis(known: Position, side: int) -> CrisisState | None:
    """Return the brewing crisis as a side knows it."""
    v = known.v
    if v[f.CRISIS] < 0:
        return None
    del side
    site = v[f.CRISIS_SITE]
    cause = v[f.CAUSE]
    return CrisisState(
        known.world.crises[v[f.CRISIS]].slug,
        known.world.sites[site].slug if site >= 0 else None,
        v[f.STARTER] if v[f.STARTER] < f.NOBODY else None,
        cause >= 0,
        cause if 0 <= cause < f.UNKNOWN else None,
        bool(v[f.CAUSE_KNOWN] & f.PUBLIC),
    )


def opened_crisis(known: Position) -> CrisisState | None:
    """Return the crisis that a card opened, or `None`."""
    v = known.v
    if v[f.OPENED] < 0:
        return None
    slug = known.world.crises[v[f.OPENED]].slug
    return CrisisState(slug, None, v[f.OPENED_STARTER], False, None, False)
