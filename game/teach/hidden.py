"""Undeclared sites: when they came, who knew of them, and how they came to light."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from game.engine.events import Cause, CauseKind, SiteDeclared, SiteFound, SiteHidden, SitesSeen
from game.teach.happenings import Happening

Light: TypeAlias = Literal[
    "never", "verified", "revealed", "council", "unveiled", "card", "crisis"
]
"""How it came to light: never; by verification; shown by technical means; declared in
council; unveiled by its owner; by a card; by an answer to a crisis."""
_LIGHTS: Final[Mapping[CauseKind, Light]] = {
    "rule": "verified",
    "package": "council",
    "card": "card",
    "crisis": "crisis",
    "unveiling": "unveiled",
}


@dataclass(frozen=True, slots=True)
class UndeclaredSite:
    """A site that a side deployed in secret.

    Attributes:
        number: The entry that put it there.
        seen: The entry in which the other side saw it in secret, if it did.
        light: How it came to light.
        known: The entry in which it did.
        known_round: Its round.
    """

    number: int
    round: int
    side: int
    site: str
    seen: int | None = None
    light: Light = "never"
    known: int | None = None
    known_round: int | None = None

    @property
    def rests(self) -> tuple[int, ...]:
        """The entries it rests on."""
        return tuple(n for n in (self.number, self.seen, self.known) if n is not None)


def undeclared_sites(found: Sequence[Happening]) -> tuple[UndeclaredSite, ...]:
    """Return every site that was deployed in secret, in order."""
    sites: list[UndeclaredSite] = []
    there: dict[str, int] = {}
    for one in found:
        event = one.event
        if isinstance(event, SiteHidden):
            there[event.site] = len(sites)
            sites.append(UndeclaredSite(one.number, one.round, event.side, event.site))
        elif isinstance(event, SitesSeen):
            for place in (there[site] for site in event.sites):
                if sites[place].seen is None:
                    sites[place] = replace(sites[place], seen=one.number)
        elif isinstance(event, SiteFound | SiteDeclared) and event.site in there:
            place = there.pop(event.site)
            sites[place] = replace(
                sites[place],
                light=_light(event.cause),
                known=one.number,
                known_round=one.round,
            )
    return tuple(sites)


def _light(cause: Cause) -> Light:
    """Return how a site came to light."""
    if cause.kind == "operation":
        return "revealed" if cause.slug == "technical-means" else "unveiled"
    return _LIGHTS[cause.kind]
