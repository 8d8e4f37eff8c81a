"""Noticing: what one public move of the other side makes likelier of its mandate.

A move counts by how likely a player of each mandate would have made it: a soft choice
among what it could have done, by one ply of the evaluation, on a position that the
watching side could itself have dealt. What was hidden counts for nothing.
"""

from collections.abc import Sequence
from math import exp
from random import Random
from typing import Final

from game.engine import State, View
from game.engine import actions as a
from game.engine import fields as f
from game.engine.rules.council import carry_out, open_terms
from game.engine.rules.crisis import resolve
from game.players.evaluation import Forecast, mandates_of, purpose
from game.players.memory import Memory
from game.players.packages import Terms
from game.players.plies import use_of
from game.players.search.dealing import unseal
from game.players.stances import beliefs, open_responses

CALM: Final = 0.08
"""Utility by which a player may misjudge a move: the smaller, the more a move tells.

Chosen so that beliefs are as sure as they are right, for players of level 4."""
ERROR: Final = 0.1
"""How often a move is taken to be no choice at all."""
HIDDEN_PRIOR: Final = 1 / 3
"""How likely a card just laid face down is an undeclared site."""
_SIDES_OF_A_DIE: Final = 6
_FACE_DOWN: Final = frozenset({a.HIDE, a.HIDE_TECHNICAL, a.HIDE_NOTHING})

Gains = list[list[float]]
"""By alternative and mandate, what it gains."""


def noticed(memory: Memory, before: View, action: int, terms: Terms, luck: Random) -> Memory:
    """Return what a side believes after a move of the other.

    Args:
        memory: What it believed.
        before: What it knew just before the move.
        action: The move; of one that is not public, only the kind may be read.
        terms: The package on the table before or after the move, where there is one.
        luck: What the position that it is judged on is dealt by.
    """
    kind = action >> 16
    if kind in _FACE_DOWN:
        return Memory(memory.mandates, (*memory.hidden, HIDDEN_PRIOR), memory.moves + 1)
    state = before.sample(luck)
    state.v[f.DRAFT] = ()
    rival = 1 - before.side
    if kind in (a.TABLE, a.NO_PROPOSAL):
        gains, place = _of_packages(state, rival, terms if kind == a.TABLE else ())
    elif kind in (a.ACCEPT, a.REJECT, a.COUNTER):
        gains, place = _of_reply(state, rival, terms, accepted=kind == a.ACCEPT)
    elif kind == a.RESPOND:
        gains, place = _of_answers(state, rival, action & 0xFF)
    elif kind >= a.EVENT or kind in (a.YES, a.NO):
        gains, place = _of_actions(state, rival, action)
    else:
        return memory
    return Memory(_weighed(memory.mandates, gains, place), memory.hidden, memory.moves + 1)


def next_round(memory: Memory, transparency: int) -> Memory:
    """Return what is believed after a verification that did not find what may be hidden."""
    if not memory.hidden:
        return memory
    missed = 1 - min(_SIDES_OF_A_DIE, 1 + transparency) / _SIDES_OF_A_DIE
    hidden = tuple(p * missed / (p * missed + 1 - p) if p < 1 else p for p in memory.hidden)
    return Memory(memory.mandates, hidden, memory.moves)


def came_to_light(memory: Memory) -> Memory:
    """Return what is believed after one undeclared site came to light."""
    if not memory.hidden:
        return memory
    left = list(memory.hidden)
    left.remove(max(left))
    return Memory(memory.mandates, tuple(left), memory.moves)


def looked(memory: Memory) -> Memory:
    """Return what is believed after a look at all that is undeclared: nothing else is."""
    return Memory(memory.mandates, (0.0,) * len(memory.hidden), memory.moves)


def _weighed(chances: Sequence[float], gains: Gains, place: int) -> tuple[float, ...]:
    """Return the chances of the mandates after a choice among alternatives (Bayes)."""
    if len(gains) < 2:
        return tuple(chances)
    after = []
    for mandate, chance in enumerate(chances):
        best = max(row[mandate] for row in gains)
        weights = [exp((row[mandate] - best) / CALM) for row in gains]
        likely = (1 - ERROR) * weights[place] / sum(weights) + ERROR / len(gains)
        after.append(chance * likely)
    whole = sum(after)
    return tuple(chance / whole for chance in after)


def _utilities(state: State, side: int) -> list[float]:
    """Return what a position is worth to a side by each of its mandates."""
    world = state.world
    every = mandates_of(world, side)
    if state.v[f.VERDICT]:
        return [-1.0] * len(every)
    forecast = Forecast(state)
    return [forecast.utility(side, *purpose(world, side, mandate)) for mandate in every]


def _of_actions(state: State, side: int, action: int) -> tuple[Gains, int]:
    """Return what the uses of the side's cards, or its answers to an offer, come to."""
    _hold(state, side, action)
    found: dict[object, int] = {use_of(state.world, action): action}
    for other in state.legal_actions():
        if other >> 16 not in _FACE_DOWN:
            found.setdefault(use_of(state.world, other), other)
    return [_utilities(_after(state, other), side) for other in found.values()], 0


def _hold(state: State, side: int, action: int) -> None:
    """Let the side hold the card that it played, wherever it was dealt."""
    card = a.card_of(action)
    v = state.v
    hand = v[f.HAND + side]
    if action >> 16 < a.EVENT or action >> 16 == a.UNVEIL or card in hand or not hand:
        return
    given = hand[0]
    v[f.HAND + side] = (card, *hand[1:])
    for place in (f.DECK + side, f.DOWN + side):
        v[place] = tuple(given if held == card else held for held in v[place])


def _after(state: State, action: int) -> State:
    """Return the position after an action; what it asks for is left open."""
    twin = state.clone()
    twin.apply(action)
    return twin


def _of_reply(state: State, side: int, terms: Terms, *, accepted: bool) -> tuple[Gains, int]:
    """Return what refusing and accepting a package come to."""
    twin = state.clone()
    carry_out(twin, terms)
    return [_utilities(state, side), _utilities(twin, side)], int(accepted)


def _of_packages(state: State, side: int, terms: Terms) -> tuple[Gains, int]:
    """Return what the tabled package, none, and a shared step on each ladder come to."""
    masks = open_terms(state, side) & open_terms(state, 1 - side)
    steps = [a.RAISE_TERM + ladder for ladder in range(4) if masks >> a.RAISE_TERM + ladder & 1]
    shared = [(a.term_code(1 - side, step), a.term_code(side, step)) for step in steps]
    packages = [terms, *(other for other in ((), *shared) if other != terms)]
    rows = []
    for package in packages:
        twin = state.clone()
        if package:
            carry_out(twin, package)
        rows.append(_utilities(twin, side))
    return rows, 0


def _of_answers(state: State, side: int, place: int) -> tuple[Gains, int]:
    """Return what the side's answers to a crisis come to against likely ones of the other."""
    unseal(state)
    theirs = beliefs(state, 1 - side)
    places = [found for found, _ in open_responses(state, side)]
    if place not in places:
        return [], 0
    rows = []
    for own in places:
        row = [0.0] * len(mandates_of(state.world, side))
        for other, chance in theirs:
            twin = state.clone()
            resolve(twin, *((other, own) if side else (own, other)))
            for number, value in enumerate(_utilities(twin, side)):
                row[number] += chance * value
        rows.append(row)
    return rows, places.index(place)
