"""Answers to crises inside a search: how likely each side gives which.

The other side is expected to answer partly as its public record says and partly as pays
it; the searcher's side as pays it. Nobody sees the other's answer.
"""

from collections.abc import Sequence
from math import exp
from random import Random
from typing import Final, TypeAlias

from game.engine import State
from game.engine import actions as a
from game.engine import fields as f
from game.engine.rules.crisis import crisis_in_hand, resolve, response_open
from game.engine.rules.record import record_of
from game.players.evaluation import ANY, LOST, evaluate_pair
from game.players.stances import Beliefs, beliefs

SHARPNESS: Final = 40.0
"""How surely a side takes the better answer, per utility."""
_THROWS: Final = 6
"""Kinds of luck that are tried before a pair of answers is taken to end the match."""
PATIENCE: Final = 3.0
"""Answers that a record must hold before it counts as much as reason."""

_ODD: Final = 0x9E3779B97F4A7C15
_MASK: Final = (1 << 32) - 1

Odds: TypeAlias = tuple[tuple[int, float], ...]
"""Actions with their chances."""


class Answers:
    """Draws answers; what a crisis promises is worked out once in a search."""

    def __init__(
        self, side: int, luck: Random, *, remembers: bool, patience: float = PATIENCE
    ) -> None:
        """Prepare to answer for a searcher's side and its rival.

        Args:
            side: The searcher's.
            luck: What answers are drawn by.
            remembers: The other's record counts.
            patience: How many answers it must hold to count as much as reason.
        """
        self._side = side
        self._random = luck.random
        self._remembers = remembers
        self._patience = patience
        self._known: dict[int, tuple[Odds, Odds]] = {}

    def drawn(self, state: State) -> tuple[int, int]:
        """Return NATO's and Russia's answer to the crisis in hand, as actions."""
        return self.one_of(state, 0), self.one_of(state, 1)

    def odds(self, state: State) -> tuple[Odds, Odds]:
        """Return how likely NATO and Russia give which answer."""
        crisis = crisis_in_hand(state)
        known = self._known.get(crisis)
        if known is None:
            known = self._reckoned(state)
            self._known[crisis] = known
        return known

    def one_of(self, state: State, side: int) -> int:
        """Return one of a side's answers by chance; one that isn't open gives way.

        The same luck lies in all that is tried on one dealt position, so that moves are
        not judged by how the other side happened to answer.
        """
        odds = self.odds(state)[side]
        legal = open_to(state, side)
        mixed = state.v[f.KEY] * (_ODD + 4 * crisis_in_hand(state) + 2 * side)
        left = (mixed >> 16 & _MASK) / _MASK
        for action, chance in odds:
            left -= chance
            if left < 0 and action in legal:
                return action
        return legal[int(self._random() * len(legal))]

    def _reckoned(self, state: State) -> tuple[Odds, Odds]:
        """Return the odds of both sides' answers."""
        side = self._side
        rival = 1 - side
        state = state.clone()
        state.v[f.MANDATE + rival] = ANY
        theirs = beliefs(state, rival)
        ours = beliefs(state, side)
        worth = _worth(state, ours, theirs, side)
        seen = sum(record_of(state.v[f.RECORD + rival])[:3]) if self._remembers else 0
        faith = (seen + 1) / (seen + 1 + self._patience)
        own = _reasoned([pairs[0] for pairs in worth], [chance for _, chance in theirs])
        columns = list(zip(*(pairs[1] for pairs in worth), strict=True))
        reason = _reasoned(columns, own)
        mixed = [
            faith * chance + (1 - faith) * other
            for (_, chance), other in zip(theirs, reason, strict=True)
        ]
        own = _reasoned([pairs[0] for pairs in worth], mixed)
        pair = _as_odds(ours, own), _as_odds(theirs, mixed)
        return (pair[1], pair[0]) if side else pair


def open_to(state: State, side: int) -> Sequence[int]:
    """Return the answers that are open to a side, as actions."""
    crisis = crisis_in_hand(state)
    free, asked, _ = state.world.open_responses[crisis][side]
    if not asked:
        return free
    return [
        response.action
        for response in state.world.responses[crisis][side]
        if response.free or response_open(state, side, response)
    ]


def _worth(
    state: State, ours: Beliefs, theirs: Beliefs, side: int
) -> list[tuple[list[float], list[float]]]:
    """Return by own answer what each of the other's makes of it, for both sides."""
    rows = []
    for own, _ in ours:
        mine, others = [], []
        for other, _ in theirs:
            pair = _settled(state, *((other, own) if side else (own, other)))
            mine.append(pair[side])
            others.append(pair[1 - side])
        rows.append((mine, others))
    return rows


def _settled(state: State, nato: int, russia: int) -> tuple[float, float]:
    """Return what both sides may expect of two answers, the die at the brink weighed in."""
    for throw in range(_THROWS):
        after = _thrown(state, nato, russia, throw)
        if after.v[f.VERDICT] != f.CONFRONTATION:
            return _weighed(state, after, nato, russia)
    return LOST


def _thrown(state: State, nato: int, russia: int, throw: int) -> State:
    """Return where two answers and the reckoning lead with one kind of luck."""
    twin = state.clone()
    twin.v[f.KEY] += throw
    resolve(twin, nato, russia)
    return twin


def _weighed(state: State, after: State, nato: int, russia: int) -> tuple[float, float]:
    """Return the worth of where two answers led, less what the die might have done."""
    world = state.world
    held = evaluate_pair(after)
    crisis = crisis_in_hand(state)
    both_open = world.settlements[crisis][nato][russia][2]
    if state.v[f.OPENED] >= 0 or after.v[f.TENSION] < world.brink or both_open:
        return held
    die = world.numbers.brink_die
    return held[0] - (held[0] + 1) / die, held[1] - (held[1] + 1) / die


def _reasoned(values: Sequence[Sequence[float]], chances: Sequence[float]) -> list[float]:
    """Return how likely each answer is for who expects the other's by their chances."""
    expected = [sum(v * c for v, c in zip(row, chances, strict=True)) for row in values]
    best = max(expected)
    weights = [exp(SHARPNESS * (value - best)) for value in expected]
    whole = sum(weights)
    return [weight / whole for weight in weights]


def _as_odds(places: Beliefs, chances: Sequence[float]) -> Odds:
    """Return the chances beside the actions that they are of."""
    return tuple(
        (a.encode(a.RESPOND, 0, place), chance)
        for (place, _), chance in zip(places, chances, strict=True)
    )
