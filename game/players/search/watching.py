"""Watching: what a side believes, followed through the events that it may know.

The watching side's own view before each decision and the redacted events are all that is
read, so that nothing hidden can play a part.
"""

from collections.abc import Iterable
from random import Random

from game.engine import View, World
from game.engine import actions as a
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
    SiteDeclared,
    SiteFound,
    SitesSeen,
)
from game.players.evaluation import mandates_of
from game.players.memory import Memory, blank
from game.players.packages import Terms
from game.players.search.noticing import came_to_light, looked, next_round, noticed

_KINDS = {name: kind for kind, name in a.KINDS.items()}


def first_memory(view: View) -> Memory:
    """Return what a side believes before the first move."""
    return blank(len(mandates_of(view.world, 1 - view.side)))


def watched(memory: Memory, before: View, events: Iterable[Event]) -> Memory:
    """Return what a side believes after a decision, its own or the other's.

    Args:
        memory: What it believed.
        before: What it knew before the decision.
        events: What came of it, redacted for the side.
    """
    rival = 1 - before.side
    for event in events:
        move = _move(before.world, event, rival)
        if move is not None:
            memory = noticed(memory, before, *move, Random(memory.moves))
        elif isinstance(event, SitesSeen) and event.side == before.side:
            memory = looked(memory)
        elif isinstance(event, SiteFound | SiteDeclared) and event.side == rival:
            memory = came_to_light(memory)
        elif isinstance(event, RoundBegan):
            memory = next_round(memory, before.joint_levels[0])
    return memory


def _move(world: World, event: Event, rival: int) -> tuple[int, Terms] | None:
    """Return the move of the other side that an event tells of, and the package in hand."""
    match event:
        case CrisisResolved():
            return _answer(world, event, rival), ()
        case CardPlayed(side=side) if side == rival:
            return _card(world, event), ()
        case CardPlayedFaceDown(side=side) if side == rival:
            return a.encode(a.HIDE_NOTHING), ()
        case PackageTabled(side=side, terms=terms) if side == rival:
            return a.encode(a.TABLE), terms
        case NothingProposed(side=side, counter=False) if side == rival:
            return a.encode(a.NO_PROPOSAL), ()
        case PackageAnswered(side=side, accepted=accepted, terms=terms) if side == rival:
            return a.encode(a.ACCEPT if accepted else a.REJECT), terms
        case OfferAnswered(side=side, accepted=accepted) if side == rival:
            return a.encode(a.YES if accepted else a.NO), ()
        case _:
            return None


def _answer(world: World, event: CrisisResolved, rival: int) -> int:
    """Return the other side's answer to a crisis as an action."""
    crisis = world.content.crises[event.crisis]
    slugs = [answer.slug for answer in (crisis.nato, crisis.russia)[rival]]
    return a.encode(a.RESPOND, 0, slugs.index(event.responses[rival]))


def _card(world: World, event: CardPlayed) -> int:
    """Return a card that was played face up as an action."""
    argument = event.option
    if event.site is not None:
        argument = world.site_id[event.site]
    elif event.ladder is not None:
        slugs: list[str] = [ladder.slug for ladder in world.ladders]
        argument = slugs.index(event.ladder)
    return a.encode(_KINDS[event.use], world.card_id[event.card], argument)
