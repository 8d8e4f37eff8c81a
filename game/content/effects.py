"""The small language of effects, conditions and hooks (rulebook 8).

Each verb of a card or crisis is one frozen dataclass: its fields are the schema that
the reader checks data against, and the engine compiles each class once. In data a
verb is a mapping with one key, the verb's name in `VERBS`; a verb with one field
may be given its value alone (`tension: -1`).
"""

from dataclasses import dataclass, field
from typing import Annotated, Final, Literal, TypeAlias

from game.content.bounds import Change, Gain, Range, Rung
from game.content.conditions import (
    CONDITIONS,
    Can,
    ConcernAtLeast,
    Condition,
    Declared,
    DoorAtLeast,
    Empty,
    ForwardMissile,
    Joint,
    Mine,
    SiteSlug,
    Theirs,
    ThreatAtLeast,
)
from game.content.vocabulary import LadderName, Until, Who

__all__ = [
    "CONDITIONS",
    "HOOKS",
    "VERBS",
    "Announce",
    "Assurance",
    "AtSite",
    "BlockHook",
    "BlockSiteHook",
    "Can",
    "CapHook",
    "Choose",
    "ConcernAtLeast",
    "Condition",
    "CostHook",
    "CrisisSlug",
    "Declared",
    "Door",
    "DoorAtLeast",
    "Draw",
    "DriftHook",
    "Effect",
    "Empty",
    "ForwardMissile",
    "GateHook",
    "HandHook",
    "Hook",
    "If",
    "Initiative",
    "Joint",
    "Lasting",
    "Lift",
    "Look",
    "Mine",
    "Offer",
    "OpenCrisis",
    "Pledge",
    "Reveal",
    "SiteOrForward",
    "SiteSlug",
    "Step",
    "Support",
    "Suspend",
    "Tension",
    "TermsHook",
    "Theirs",
    "Threat",
    "ThreatAtLeast",
    "Withdraw",
    "WorthHook",
]

CrisisSlug: TypeAlias = Annotated[str, "crisis"]
"""A slug that must name a crisis that cards may open."""
SiteOrForward: TypeAlias = Annotated[str, "site-or-forward"]
"""A site's slug, or `forward` for the owner's forward missiles."""


# ----------------------------------------------------------------------- verbs


@dataclass(frozen=True, slots=True)
class Tension:
    """Tension moves."""

    by: Change


@dataclass(frozen=True, slots=True)
class Threat:
    """The Outside threat moves."""

    by: Change


@dataclass(frozen=True, slots=True)
class Assurance:
    """Assurance of one side or both moves."""

    who: Who
    by: Change


@dataclass(frozen=True, slots=True)
class Support:
    """Support of one side or both moves."""

    who: Who
    by: Change


@dataclass(frozen=True, slots=True)
class Initiative:
    """Initiative moves towards the owner."""

    by: Change


@dataclass(frozen=True, slots=True)
class Step:
    """The next step on a ladder, by the owner (a signal) or by both together."""

    ladder: LadderName
    who: Literal["own", "both"]
    free: bool = False
    """No ratification cost."""


@dataclass(frozen=True, slots=True)
class Announce:
    """As Deploy without operations; over an own undeclared site it is the unveiling."""

    site: SiteSlug


@dataclass(frozen=True, slots=True)
class Withdraw:
    """As the operation; `forward` empties the first own declared forward missile site."""

    site: SiteOrForward


@dataclass(frozen=True, slots=True)
class Pledge:
    """As the council's pledge not to deploy; `forward` pledges every forward missile site."""

    site: SiteOrForward


@dataclass(frozen=True, slots=True)
class Offer:
    """The other side accepts or refuses at once; *own* stays the card's owner in both."""

    accepted: "tuple[Effect, ...]"
    refused: "tuple[Effect, ...]"


@dataclass(frozen=True, slots=True)
class Choose:
    """The owner chooses one branch when playing the event."""

    first: "tuple[Effect, ...]"
    second: "tuple[Effect, ...]"


@dataclass(frozen=True, slots=True)
class If:
    """A condition read when it is reached."""

    when: tuple[Condition, ...]
    then: "tuple[Effect, ...]"
    otherwise: "tuple[Effect, ...]" = field(default=(), metadata={"key": "else"})


@dataclass(frozen=True, slots=True)
class Draw:
    """The owner draws cards."""

    cards: Annotated[int, Range(1, 5)]


@dataclass(frozen=True, slots=True)
class Look:
    """The owner sees cards of the other's hand, drawn at random."""

    cards: Annotated[int, Range(1, 5)]


@dataclass(frozen=True, slots=True)
class Door:
    """The door opens (or, below zero, shuts) by steps."""

    by: Change


@dataclass(frozen=True, slots=True)
class Reveal:
    """The other's undeclared sites are found, without Tension."""

    what: Literal["sites"]


@dataclass(frozen=True, slots=True)
class OpenCrisis:
    """Opens a crisis at once, started by the owner (once a round)."""

    crisis: CrisisSlug


@dataclass(frozen=True, slots=True)
class Lift:
    """Ends the owner's own blocks without a price."""

    who: Literal["own"]


@dataclass(frozen=True, slots=True)
class Suspend:
    """Crisis responses only: the owner takes back one own step, as the operation."""

    ladder: LadderName


@dataclass(frozen=True, slots=True)
class AtSite:
    """Forms only: what happens to the site that called the crisis."""

    what: Literal["halt", "delay", "speed"]


# ----------------------------------------------------------------------- hooks


@dataclass(frozen=True, slots=True)
class CostHook:
    """The cost of the next Cooperate on a ladder, or of the next Deploy (`site`), moves."""

    target: Literal["transparency", "exercises", "centres", "guarantees", "site"]
    who: Literal["own", "both"]
    by: Change


@dataclass(frozen=True, slots=True)
class GateHook:
    """The gates of a ladder, or of all ladders, move."""

    target: Literal["transparency", "exercises", "centres", "guarantees", "all"]
    who: Literal["own", "both"]
    by: Change


@dataclass(frozen=True, slots=True)
class DriftHook:
    """The drift of Tension at the reckoning moves, never below 0."""

    by: Change


@dataclass(frozen=True, slots=True)
class CapHook:
    """A crisis raises Tension by at most so much."""

    at_most: Gain


@dataclass(frozen=True, slots=True)
class HandHook:
    """The owner's briefing draws up to so many cards more."""

    by: Change


@dataclass(frozen=True, slots=True)
class TermsHook:
    """The next council allows so many more terms a side, two at most."""

    by: Change


@dataclass(frozen=True, slots=True)
class BlockHook:
    """The owner may not take this step of a ladder or a higher one."""

    ladder: LadderName
    step: Rung


@dataclass(frozen=True, slots=True)
class BlockSiteHook:
    """Nobody may deploy at a site."""

    site: SiteSlug


@dataclass(frozen=True, slots=True)
class WorthHook:
    """Coverage or Deterrent is worth so much more."""

    target: Literal["coverage", "deterrent"]
    by: Change


Hook: TypeAlias = (
    CostHook
    | GateHook
    | DriftHook
    | CapHook
    | HandHook
    | TermsHook
    | BlockHook
    | BlockSiteHook
    | WorthHook
)

HOOKS: Final[dict[str, type[Hook]]] = {
    "cost": CostHook,
    "gate": GateHook,
    "drift": DriftHook,
    "cap": CapHook,
    "hand": HandHook,
    "terms": TermsHook,
    "block": BlockHook,
    "block-site": BlockSiteHook,
    "worth": WorthHook,
}


@dataclass(frozen=True, slots=True)
class Lasting:
    """An effect that outlives its card; in data `lasting: {cap: 1, until: next}`.

    The mapping holds one hook's name with its fields (or its single value) and `until`.
    """

    hook: Hook
    until: Until


Effect: TypeAlias = (
    Tension
    | Threat
    | Assurance
    | Support
    | Initiative
    | Step
    | Announce
    | Withdraw
    | Pledge
    | Offer
    | Choose
    | If
    | Draw
    | Look
    | Door
    | Reveal
    | OpenCrisis
    | Lift
    | Suspend
    | AtSite
    | Lasting
)

VERBS: Final[dict[str, type[Effect]]] = {
    "tension": Tension,
    "threat": Threat,
    "assurance": Assurance,
    "support": Support,
    "initiative": Initiative,
    "step": Step,
    "announce": Announce,
    "withdraw": Withdraw,
    "pledge": Pledge,
    "offer": Offer,
    "choose": Choose,
    "if": If,
    "draw": Draw,
    "look": Look,
    "door": Door,
    "reveal": Reveal,
    "crisis": OpenCrisis,
    "lift": Lift,
    "suspend": Suspend,
    "at-site": AtSite,
    "lasting": Lasting,
}
