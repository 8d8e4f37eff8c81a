"""Reading a temperament off public moves: for the debrief, once the match is over.

What a side did in the open is counted; how that looks for each temperament was measured
on matches of players that had one (`TYPICAL`). The temperaments are then compared as if
the counts were independent and normally spread (naive Bayes).
"""

from collections import Counter
from collections.abc import Iterable
from math import exp, log
from typing import Final

from game.engine import World
from game.engine.actions import giver_of
from game.engine.events import (
    CardPlayed,
    CardPlayedFaceDown,
    CrisisResolved,
    Event,
    NothingProposed,
    OfferAnswered,
    PackageAnswered,
    PackageTabled,
    RoundBegan,
    StepTaken,
)
from game.players.search.typical import TYPICAL

_STANCES: Final = ("firm", "measured", "open")
_ALARMING: Final = 2
"""Concern from which a deployment alarms."""
_OPERATIONS: Final = {
    "cooperate": "signals",
    "suspend": "suspends",
    "campaign": "campaigns",
    "back-channel": "calms",
    "withdraw": "calms",
}
COUNTED: Final = {
    "firm": "crises",
    "open": "crises",
    "accepts": "asked",
    "proposes": "chairs",
    "asks": "terms",
    "steps": "rounds",
    "alarms": "cards",
    "builds": "cards",
    "postures": "cards",
    "events": "cards",
    "signals": "cards",
    "suspends": "cards",
    "campaigns": "cards",
    "calms": "cards",
    "face-down": "cards",
}
"""What is counted, and the chances that it is a share of."""


def counted(events: Iterable[Event], side: int, world: World) -> dict[str, float]:
    """Return how a side played, as shares by the names of `COUNTED`.

    Args:
        events: Of the match so far; only what is public is read.
        side: Whose moves.
        world: What sites and cards are looked up in.
    """
    tally: Counter[str] = Counter()
    for event in events:
        tally.update(_read(event, side, world))
    return {name: tally[name] / max(1, tally[of]) for name, of in COUNTED.items()}


def likely_temperaments(shares: dict[str, float]) -> dict[str, float]:
    """Return how likely each temperament played like that; no temperament is no choice."""
    logs = {
        name: sum(_log_density(shares[what], *spread) for what, spread in spreads.items())
        for name, spreads in TYPICAL.items()
    }
    most = max(logs.values())
    weights = {name: exp(value - most) for name, value in logs.items()}
    whole = sum(weights.values())
    return {name: weight / whole for name, weight in weights.items()}


def _log_density(value: float, mean: float, spread: float) -> float:
    """Return the logarithm of a normal density, a constant left out."""
    return -(((value - mean) / spread) ** 2) / 2 - log(spread)


def _read(event: Event, side: int, world: World) -> tuple[str, ...]:
    """Return what an event counts as."""
    match event:
        case CrisisResolved():
            return "crises", _STANCES[event.stances[side]]
        case PackageAnswered() | OfferAnswered() if event.side == side:
            return ("asked", "accepts") if event.accepted else ("asked",)
        case PackageTabled() if event.side == side:
            asked = tuple("asks" for code in event.terms if giver_of(code) != side)
            return "chairs", "proposes", *asked, *("terms" for _ in event.terms)
        case StepTaken() if event.side == side:
            return ("steps",)
        case RoundBegan():
            return ("rounds",)
        case NothingProposed() if event.side == side:
            return ("chairs",)
        case CardPlayedFaceDown() if event.side == side:
            return "cards", "face-down"
        case CardPlayed() if event.side == side:
            return "cards", _use(event, world)
        case _:
            return ()


def _use(event: CardPlayed, world: World) -> str:
    """Return what a card was played for."""
    if event.use == "event":
        card = world.cards[world.card_id[event.card]]
        return "postures" if card.kind == "posture" else "events"
    if event.use == "deploy" and event.site is not None:
        site = world.site_id[event.site]
        concern = 3 if world.forward >> site & 1 else world.base_concern[site]
        return "alarms" if concern >= _ALARMING else "builds"
    return _OPERATIONS.get(event.use, "looks")
