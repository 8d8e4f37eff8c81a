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
    MOVER,
    PENDING,
    ROUND,
    TENSION,
    VERDICT,
)
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


@dataclass(slots=True)
class Tried:
    """What one iteration came to.

    Attributes:
        utilities: NATO's and Russia's.
        wanted: What the searcher wants of it.
        confrontation: 1 for Confrontation, else the risk that is left.
    """

    utilities: tuple[float, float]
    wanted: float
    confrontation: float


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
        self._settings = settings
        self._random = luck.random
        self._codes: dict[Terms, int] = {}
        self._terms: list[Terms] = []

    def iterate(self, state: State, node: Node) -> Tried:
        """Try what follows in a position, which is used up; `node` is the one it is at."""
        path = [node]
        v = state.v
        round_now = self._round
        while node[VISITS] and (pending := v[PENDING]) and v[ROUND] == round_now:
            if pending == ANSWER_CRISIS:
                node = self.answered(state, node, path)
            elif pending in _DRAFTING:
                node = self._proposed(state, node)
            else:
                node = self._acted(state, node)
            path.append(node)
        self._play_on(state)
        pair = evaluate_pair(state)
        nato, russia = wants = self._wants(state, *pair)
        for node in path:
            node[0] += 1
            node[1] += nato
            node[2] += russia
        return Tried(pair, wants[self._side], _confrontation(state))

    def _play_on(self, state: State) -> None:
        """Play a leaf on, as far as the settings say."""
        rollout = self._settings.rollout
        if rollout == "none":
            return
        v = state.v
        policy = self._policy
        if rollout == "crisis":
            while v[PENDING] == ANSWER_CRISIS:
                policy(state)
            return
        last = self._round if rollout == "round" else state.world.scenario.last_round
        policy.play_on(state, last)

    def _wants(self, state: State, nato: float, russia: float) -> tuple[float, float]:
        """Return what both sides want of a result: the searcher by its temperament too."""
        temper = self._settings.temperament
        if temper is None:
            return nato, russia
        if self._side:
            return nato, russia + temper.regard * nato + liking(temper, state, 1)
        return nato + temper.regard * russia + liking(temper, state, 0), russia

    # ----------------------------------------------------------------- choices

    def _acted(self, state: State, node: Node) -> Node:
        """Choose an action of the mover, do it, and return its node."""
        legal = state.legal_actions()
        children = node[CHILDREN]
        if len(legal) > _FEW and len(children) <= self._settings.widening * sqrt(node[VISITS]):
            action = self._policy.card(state, legal)
        else:
            action = self._best(node, state.v[MOVER], legal)
        found = children.get(action)
        if found is None:
            found = children[action] = new_node()
        state.apply(action)
        return found  # type: ignore[no-any-return]

    def _best(self, node: Node, side: int, legal: Any) -> int:
        """Return the legal action with the highest upper bound; one never tried comes first."""
        children = node[CHILDREN]
        spread = self._settings.exploration * sqrt(log(node[VISITS] + 1))
        place = SUMS + side
        best = -1
        most = -9.0
        few = len(legal) <= _FEW
        for action in legal if few else set(legal).intersection(children):
            child = children.get(action)
            if child is None or not child[VISITS]:
                return int(action)
            visits = child[VISITS]
            bound = child[place] / visits + spread / sqrt(visits)
            if bound > most or (bound == most and action < best):
                most = bound
                best = action
        return best if best >= 0 else self._fallback(legal)

    def _fallback(self, legal: Any) -> int:
        """Return any legal action, where none of those opened is legal."""
        return int(legal[int(self._random() * len(legal))])

    def _proposed(self, state: State, node: Node) -> Node:
        """Let the mover table one of the packages it may think of, or nothing."""
        if self._settings.drafting == "terms":
            return self._drafted(state, node)
        codes = [self.code_of(terms) for terms in self._policy.packages(state)]
        codes.append(_NO_PROPOSAL)
        code = self._best_of(node, state.v[MOVER], codes)
        found = node[CHILDREN].setdefault(code, new_node())
        if code == _NO_PROPOSAL:
            state.apply(code)
        else:
            table(state, self._terms[code - _PACKAGE])
        return found  # type: ignore[no-any-return]

    def _drafted(self, state: State, node: Node) -> Node:
        """Let the mover add one term to its draft, table it, or propose nothing."""
        action = self._best_of(node, state.v[MOVER], list(state.legal_actions()))
        state.apply(action)
        return node[CHILDREN].setdefault(action, new_node())  # type: ignore[no-any-return]

    def code_of(self, terms: Terms) -> int:
        """Return the code of a whole package in this search."""
        code = self._codes.get(terms)
        if code is None:
            code = self._codes[terms] = _PACKAGE + len(self._terms)
            self._terms.append(terms)
        return code

    def _best_of(self, node: Node, side: int, codes: Sequence[int]) -> int:
        """Return the code with the highest upper bound; one never tried comes first."""
        children = node[CHILDREN]
        spread = self._settings.exploration * sqrt(log(node[VISITS] + 1))
        best, most = codes[0], -9.0
        for code in codes:
            child = children.get(code)
            if child is None or not child[VISITS]:
                return code
            bound = child[SUMS + side] / child[VISITS] + spread / sqrt(child[VISITS])
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


def _confrontation(state: State) -> float:
    """Return 1 for a match that ended in Confrontation, else the risk that Tension holds."""
    v = state.v
    if v[VERDICT]:
        return float(v[VERDICT] == CONFRONTATION)
    return RISK_OF_CONFRONTATION[v[TENSION]]
