"""The type test: a crisis is the game that its label says (rulebook 6).

For every firm and every open response of a side, against every such pair of the other,
the payoffs T (firm against open), R (both open), P (both firm) and S (open against firm)
stand in the strict order of the type: matrix plus both responses' own effects, without the
starter's penalty. The door, what is found and delays don't count.
"""

from collections.abc import Iterator
from itertools import pairwise, product
from typing import Final, NamedTuple

from game.content.effects import (
    Announce,
    Assurance,
    Effect,
    Initiative,
    Support,
    Suspend,
    Tension,
)
from game.content.errors import Problem
from game.content.geography import distance_km
from game.content.laws.crises import MOST_RESPONSES, responses_of
from game.content.specs import CellSpec, Content, CrisisSpec, ResponseSpec, SiteSpec
from game.content.vocabulary import CELLS, SIDES, CrisisType, SideName, StanceName

ORDERS: Final[dict[CrisisType, str]] = {
    "prisoners-dilemma": "TRPS",
    "stag-hunt": "RTPS",
    "chicken": "TRSP",
    "deadlock": "TPRS",
}
"""The payoffs from best to worst."""


class _Swing(NamedTuple):
    """What an effect or a response moves, as its owner sees it."""

    tension: int = 0
    initiative: int = 0
    own_assurance: int = 0
    other_assurance: int = 0
    own_support: int = 0
    other_support: int = 0


_NOTHING: Final = _Swing()


def broken_laws(content: Content) -> Iterator[Problem]:
    """Give the crises that are another game than their type says."""
    for crisis in content.crises.values():
        if not _can_be_tested(content, crisis):
            continue
        for side, rival in zip(SIDES, reversed(SIDES), strict=True):
            message = next(_other_games(content, crisis, side, rival), None)
            if message is not None:
                yield Problem(crisis.place, message)


def _can_be_tested(content: Content, crisis: CrisisSpec) -> bool:
    """Tell whether nothing is missing or in excess that other laws report."""
    matrix = content.matrices.get(crisis.type)
    most = MOST_RESPONSES + 1
    return (
        matrix is not None
        and matrix.cells.keys() >= set(CELLS)
        and len(crisis.nato) <= most
        and len(crisis.russia) <= most
    )


def _other_games(
    content: Content, crisis: CrisisSpec, side: SideName, rival: SideName
) -> Iterator[str]:
    """Give a sentence for each four responses that are not in the order of the type."""
    order = ORDERS[crisis.type]
    for mine, theirs in product(_pairs(crisis, side), _pairs(crisis, rival)):
        payoffs = _payoffs(content, crisis.type, mine, theirs)
        if all(payoffs[better] > payoffs[worse] for better, worse in pairwise(order)):
            continue
        used = [f"'{response.slug}'" for response in (*mine, *theirs)]
        numbers = " ".join(f"{name}{payoffs[name] / 10:+g}" for name in order)
        yield (
            f"crisis '{crisis.slug}' is no {crisis.type} for {side}: {used[0]} or {used[1]} "
            f"against {used[2]} or {used[3]} gives {numbers}, not {' > '.join(order)}"
        )


def _pairs(crisis: CrisisSpec, side: SideName) -> Iterator[tuple[ResponseSpec, ResponseSpec]]:
    """Give every firm with every open response of a side."""
    return product(_with(crisis, side, "firm"), _with(crisis, side, "open"))


def _with(crisis: CrisisSpec, side: SideName, stance: StanceName) -> list[ResponseSpec]:
    return [
        response
        for response in responses_of(crisis, side)
        if response.stance == stance and not response.clears
    ]


def _payoffs(
    content: Content,
    crisis_type: CrisisType,
    mine: tuple[ResponseSpec, ResponseSpec],
    theirs: tuple[ResponseSpec, ResponseSpec],
) -> dict[str, int]:
    """Return T, R, P and S in tenths."""
    cells = content.matrices[crisis_type].cells
    firm, soft = (_swing(content, response.effects) for response in mine)
    their_firm, their_soft = (_swing(content, response.effects) for response in theirs)
    split = cells["firm-open"]
    return {
        "T": _payoff(_firmer(split), firm, their_soft),
        "R": _payoff(_level(cells["open-open"]), soft, their_soft),
        "P": _payoff(_level(cells["firm-firm"]), firm, their_firm),
        "S": _payoff(_softer(split), soft, their_firm),
    }


def _payoff(base: _Swing, mine: _Swing, theirs: _Swing) -> int:
    """Return what a cell and two responses are worth to a side, in tenths."""
    tension = base.tension + mine.tension + theirs.tension
    initiative = base.initiative + mine.initiative - theirs.initiative
    assurance = base.own_assurance + mine.own_assurance + theirs.other_assurance
    support = base.own_support + mine.own_support + theirs.other_support
    return -5 * tension + 5 * initiative + 4 * assurance + 5 * support


def _firmer(cell: CellSpec) -> _Swing:
    return _level(cell)._replace(initiative=cell.initiative)


def _level(cell: CellSpec) -> _Swing:
    """Return a cell as each of two sides of equal stance meets it."""
    return _Swing(
        tension=cell.tension,
        own_assurance=cell.firmer_assurance,
        own_support=cell.firmer_support,
    )


def _softer(cell: CellSpec) -> _Swing:
    return _Swing(
        tension=cell.tension,
        initiative=-cell.initiative,
        own_assurance=cell.other_assurance,
        own_support=cell.other_support,
    )


def _swing(content: Content, effects: tuple[Effect, ...]) -> _Swing:
    """Return the sum of a response's own effects."""
    swings = [_swing_of(content, effect) for effect in effects]
    return _Swing(*map(sum, zip(_NOTHING, *swings, strict=True)))


def _swing_of(content: Content, effect: Effect) -> _Swing:
    match effect:
        case Tension(by=by):
            return _Swing(tension=by)
        case Initiative(by=by):
            return _Swing(initiative=by)
        case Assurance(who=who, by=by):
            return _Swing(
                own_assurance=by * (who != "other"), other_assurance=by * (who != "own")
            )
        case Support(who=who, by=by):
            return _Swing(own_support=by * (who != "other"), other_support=by * (who != "own"))
        case Suspend():
            return _of_suspension(content)
        case Announce(site=slug):
            return _of_deployment(content, content.sites[slug])
        case _:
            return _NOTHING


def _of_suspension(content: Content) -> _Swing:
    numbers = content.numbers
    return _Swing(
        tension=numbers.suspension_tension,
        initiative=numbers.suspension_initiative,
        other_assurance=numbers.suspension_assurance,
        own_support=numbers.suspension_support,
    )


def _of_deployment(content: Content, site: SiteSpec) -> _Swing:
    """Return what announcing a site moves, before any rival site lies in its reach."""
    numbers = content.numbers
    concern = _concern(content, site)
    alarms = concern >= numbers.alarm_concern
    return _Swing(
        tension=numbers.deploy_tension * alarms,
        other_assurance=-((concern + 1) // 2),
        own_support=site.deploy_support or numbers.deploy_support * alarms,
    )


def _concern(content: Content, site: SiteSpec) -> int:
    """Return a site's concern; of a forward missile by the allied capitals in its reach."""
    if not site.reach_km or site.latitude is None or site.longitude is None:
        return site.concern
    threatens = any(
        distance_km(site.latitude, site.longitude, capital.latitude, capital.longitude)
        <= site.reach_km
        for capital in content.capitals.values()
    )
    return content.numbers.forward_concern + threatens
