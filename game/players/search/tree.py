"""The tree of a search over information sets (Cowling, Powley and Whitehouse 2012).

Every iteration plays on a whole position that agrees with what the searcher knows. Each
side chooses by its own utility, so that a node keeps both sides' sums. A crisis is one
node in which both sides choose unseen by each other. A node opens its actions one by one,
as a light policy proposes them; a new leaf is played on by it and then evaluated.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt
from random import Random
from typing import Any, Final, TypeAlias

from game.engine import State
from game.engine import actions as a
from game.engine.fields import (
    ANSWER_CRISIS,
    CONFRONTATION,
    DRAFT_COUNTER,
    DRAFT_PACKAGE,
    HAND,
    MOVER,
    PENDING,
    PLAY_CARD,
    ROUND,
    TENSION,
    VERDICT,
)
from game.engine.playout import TO_THE_END
from game.players.evaluation import evaluate_pair
from game.players.outlook import RISK_OF_CONFRONTATION
from game.players.packages import Terms
from game.players.search.answers import open_to
from game.players.search.levels import Drafting, Rollout
from game.players.search.light import Policy, table
from game.players.search.temperaments import Temperament, liking

Node: TypeAlias = list[Any]
"""Visits, NATO's and Russia's sums of what they want, children by action; see `VISITS`."""
VISITS: Final = 0
SUMS: Final = 1
CHILDREN: Final = 3
_PACKAGE: Final = 1 << 24
"""Codes of whole packages begin here."""
_PAIR: Final = 1 << 22
"""Codes of pairs of answers."""
_RESPONSE: Final = 0xFF
_FEW: Final = 4
"""Actions that are all opened."""
_SURE_USES: Final = (1, 3)
"""Uses that any card has: technical means; where cards are laid face down two more."""
_NO_CARD: Final = (0,)
"""The card of an action that plays none."""
_UNVEIL: Final = a.encode(a.UNVEIL)
_NO_PROPOSAL: Final = a.encode(a.NO_PROPOSAL)
_DRAFTING: Final = (DRAFT_PACKAGE, DRAFT_COUNTER)


def new_node() -> Node:
    """Return a node that was never visited."""
    return [0, 0.0, 0.0, {}]


@dataclass(frozen=True, slots=True)
class Settings:
    """How a tree grows.

    Attributes:
        rollout: How far a new leaf is played on.
        exploration: How much a little-tried action is favoured, in utility.
        widening: How fast a node opens actions.
        temperament: What the searcher wants besides its mandate.
        drafting: Whether packages are chosen whole.
    """

    rollout: Rollout = "round"
    exploration: float = 0.15
    widening: float = 1.0
    temperament: Temperament | None = None
    drafting: Drafting = "packages"


Tried: TypeAlias = tuple[tuple[float, float], float, float]
"""What one iteration came to: NATO's and Russia's utility, what the searcher wants of it, and
1 for Confrontation, else the risk that is left."""


class Tree:
    """Grows below the actions of a root that is held elsewhere."""

    def __init__(
        self,
        side: int,
        round_now: int,
        policy: Policy,
        settings: Settings,
        luck: Random,
    ) -> None:
        """Prepare to search for a side, up to the end of a round unless rollouts go on."""
        self._side = side
        self._round = round_now
        self._policy = policy
        self._last = {"round": round_now, "game": TO_THE_END}.get(settings.rollout)
        self._to_crisis = settings.rollout == "crisis"
        self._exploration = settings.exploration
        self._widening = settings.widening
        self._temperament = settings.temperament
        self._by_package = _DRAFTING if settings.drafting == "packages" else ()
        self._random = luck.random
        self._codes: dict[Terms, int] = {}
        self._terms: list[Terms] = []

    def iterate(self, state: State, node: Node) -> Tried:
        """Try what follows in a position, which is used up; `node` is the one it is at."""
        path = [node]
        v = state.v
        round_now = self._round
        while node[0] and (pending := v[PENDING]) and v[ROUND] == round_now:  # `VISITS`
            if pending == ANSWER_CRISIS:
                node = self.answered(state, node, path)
            elif pending in self._by_package:
                node = self._proposed(state, node)
            else:
                node = self._acted(state, node)
            path.append(node)
        if self._last is not None:
            self._policy.play_on(state, self._last)
        elif self._to_crisis:
            while v[PENDING] == ANSWER_CRISIS:
                self._policy(state)
        pair = nato, russia = evaluate_pair(state)
        if self._temperament is not None:
            nato, russia = self._wants(self._temperament, state, nato, russia)
        for node in path:
            node[0] += 1
            node[1] += nato
            node[2] += russia
        ended = v[VERDICT]
        risk = float(ended == CONFRONTATION) if ended else RISK_OF_CONFRONTATION[v[TENSION]]
        return pair, russia if self._side else nato, risk

    def _wants(
        self, temper: Temperament, state: State, nato: float, russia: float
    ) -> tuple[float, float]:
        """Return what both sides want of a result: the searcher by its temperament too."""
        if self._side:
            return nato, russia + temper.regard * nato + liking(temper, state, 1)
        return nato + temper.regard * russia + liking(temper, state, 0), russia

    # ----------------------------------------------------------------- choices

    def _acted(self, state: State, node: Node) -> Node:
        """Choose an action of the mover, do it, and return its node.

        What is legal is listed only where there might be few.
        """
        v = state.v
        children = node[CHILDREN]
        legal: Sequence[int] = ()
        if v[PENDING] == PLAY_CARD:
            sure = len(v[HAND + v[MOVER]]) * _SURE_USES[state.world.face_down]
            if sure <= _FEW:
                legal = state.legal_actions()
        elif v[PENDING] not in _DRAFTING:
            legal = state.legal_actions()
        if 0 < len(legal) <= _FEW:
            action = self._best_of(node, v[MOVER], legal)
        elif len(children) <= self._widening * sqrt(node[VISITS]):
            action = self._policy.opened(state)
        else:
            action = self._best(node, state)
        found = children.get(action)
        if found is None:
            found = children[action] = new_node()
        state.apply(action)
        return found  # type: ignore[no-any-return]

    def _best(self, node: Node, state: State) -> int:
        """Return the opened action with the highest upper bound that is legal here.

        hot: whether one is legal is asked of the best alone, and of no more until one is; but
        in another deal a side may not hold the card at all.
        """
        v = state.v
        side = v[MOVER]
        spread = self._exploration * sqrt(log(node[VISITS] + 1))
        place = SUMS + side
        hand = v[HAND + side] if v[PENDING] == PLAY_CARD else _NO_CARD
        bounds: list[tuple[float, int]] = [
            (-child[place] / child[VISITS] - spread / sqrt(child[VISITS]), action)
            for action, child in node[CHILDREN].items()
            if action >> 8 & 0xFF in hand or action >= _UNVEIL
        ]
        while bounds:
            best = min(bounds)
            if state.why_not(best[1]) is None:
                return best[1]
            bounds.remove(best)
        return self._policy.any_of(state)

    def _proposed(self, state: State, node: Node) -> Node:
        """Let the mover table one of the packages it may think of, or nothing."""
        codes = [self.code_of(terms) for terms in self._policy.packages(state)]
        codes.append(_NO_PROPOSAL)
        code = self._best_of(node, state.v[MOVER], codes)
        found = node[CHILDREN].setdefault(code, new_node())
        if code == _NO_PROPOSAL:
            state.apply(code)
        else:
            table(state, self._terms[code - _PACKAGE])
        return found  # type: ignore[no-any-return]

    def code_of(self, terms: Terms) -> int:
        """Return the code of a whole package in this search."""
        code = self._codes.get(terms)
        if code is None:
            code = self._codes[terms] = _PACKAGE + len(self._terms)
            self._terms.append(terms)
        return code

    def _best_of(self, node: Node, side: int, codes: Sequence[int]) -> int:
        """Return the code with the highest upper bound; one never tried comes first."""
        find = node[CHILDREN].get
        place = SUMS + side
        spread = self._exploration * sqrt(log(node[0] + 1))  # hot: `VISITS` is 0
        best, most = codes[0], -9.0
        for code in codes:
            child = find(code)
            if child is None or not (visits := child[0]):
                return code
            bound = child[place] / visits + spread / sqrt(visits)
            if bound > most:
                most, best = bound, code
        return best

    # ------------------------------------------------------------------ crises

    def answered(
        self, state: State, node: Node, path: list[Node], own: int | None = None
    ) -> Node:
        """Let both sides answer a crisis unseen by each other; return the pair's node.

        The rival answers by its odds, the searcher by what its answers earned.

        Args:
            state: NATO is asked; afterwards both have answered.
            node: Holds the searcher's answers and, beside them, the pairs.
            path: Gets the node of the searcher's answer.
            own: The searcher's answer where it is given.
        """
        side = self._side
        if own is None:
            own = self._best_of(node, side, open_to(state, side))
            path.append(node[CHILDREN].setdefault(own, new_node()))
        other = self._policy.answer(state, 1 - side)
        nato, russia = (other, own) if side else (own, other)
        state.apply(nato)
        state.apply(russia)
        code = _PAIR | (nato & _RESPONSE) << 8 | russia & _RESPONSE
        return node[CHILDREN].setdefault(code, new_node())  # type: ignore[no-any-return]
