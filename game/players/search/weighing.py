"""Weighing the moves of a decision by search."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import ceil, log2
from random import Random

from game.engine import State, View
from game.players.memory import Memory
from game.players.packages import Terms
from game.players.search.answers import PATIENCE
from game.players.search.candidates import Candidate, candidates, is_unsealed, unweighed
from game.players.search.dealing import Deal, Dealer
from game.players.search.levels import LEVELS, STRONGEST, Drafting, Level
from game.players.search.light import Light, Policy, table
from game.players.search.temperaments import Temperament
from game.players.search.tree import Node, Settings, Tree, new_node

SAMPLES = 2
"""Positions that one ply is valued on."""
TRUST = 4.0
"""Iterations that a move's value by one ply counts for."""
EACH = 8
"""Iterations that there must be for each move that is tried at all."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A move at the root and what the search found of it.

    Attributes:
        action: The move; with a package, the one that tables it.
        visits: Iterations that began with it.
        own: Utility that its side may expect.
        rival: Utility that the other side may expect.
        confrontation: How likely it ends in Confrontation soon.
        package: The terms, where the move tables a package.
        value: What the searcher wants of it: `own`, by temperament and one ply too.
    """

    action: int
    visits: int
    own: float
    rival: float
    confrontation: float
    package: Terms = ()
    value: float = 0.0


@dataclass(slots=True)
class _Arm:
    """A move at the root while it is being tried."""

    candidate: Candidate
    node: Node = field(default_factory=new_node)
    visits: int = 0
    wanted: float = 0.0
    own: float = 0.0
    rival: float = 0.0
    confrontation: float = 0.0


class Search:
    """One decision, thought about for as many iterations as are asked for."""

    def __init__(
        self,
        view: View,
        memory: Memory | None = None,
        *,
        luck: Random,
        level: Level = LEVELS[STRONGEST],
        temperament: Temperament | None = None,
        deal: Deal | None = None,
        policy: Policy | None = None,
    ) -> None:
        """Prepare to search.

        Args:
            view: Its side decides.
            memory: What the side believes; without it nothing in particular.
            luck: What chance in the search comes from.
            level: How the search is made; its iterations and noise are not read here.
            temperament: What the searcher wants besides its mandate.
            deal: Deals positions; made of view and memory if not given.
            policy: What plays on in place of the light policy; such a search knows nothing
                of the game and weighs no move by one ply.
        """
        self._unsealed = is_unsealed(view)
        self._luck = luck
        self._side = view.side
        plain = policy is not None
        drafting: Drafting = "terms" if plain else level.drafting
        by_terms = drafting == "terms"
        self._deal = deal or Dealer(
            view,
            memory if level.believes else None,
            blind=level.blind,
            keeps_draft=by_terms,
            guesses=plain,
        )
        settings = Settings(level.rollout, temperament=temperament, drafting=drafting)
        patience = temperament.patience if temperament else PATIENCE
        playing = policy or Light(view.side, luck, remembers=level.remembers, patience=patience)
        self._tree = Tree(view.side, view.round, playing, settings, luck)
        if plain or (by_terms and "draft" in view.decision):
            moves = unweighed(view)
        else:
            states = [self._deal(luck) for _ in range(SAMPLES)]
            moves = candidates(view, states, temperament)
        self._arms = [_Arm(move) for move in moves]
        self._offset_known = 0.0
        self._offset_at = -1
        self.iterations = 0

    def think(self, iterations: int) -> None:
        """Try moves so many times, halving again and again those that are tried."""
        arms = self._ranked()[: max(2, iterations // EACH)]
        if len(arms) == 1:
            return
        end = self.iterations + iterations
        halvings = ceil(log2(len(arms)))
        while halvings:
            share = (end - self.iterations) // halvings
            for _ in range(max(1, share // len(arms))):
                self._sweep(arms)
            halvings -= 1
            arms = self._by_value(arms)[: ceil(len(arms) / 2)]

    def _sweep(self, arms: list[_Arm]) -> None:
        """Try moves on one and the same position, so that its luck cancels out."""
        state = self._deal(self._luck)
        for arm in arms:
            self._try(arm, state.clone())

    def _try(self, arm: _Arm, state: State) -> None:
        """Try a move once."""
        candidate = arm.candidate
        node = arm.node
        if candidate.package:
            table(state, candidate.package)
        elif self._unsealed:
            node = self._tree.answered(state, node, [], candidate.action)
        else:
            state.apply(candidate.action)
        utilities, wanted, confrontation = self._tree.iterate(state, node)
        arm.visits += 1
        arm.wanted += wanted
        arm.own += utilities[self._side]
        arm.rival += utilities[1 - self._side]
        arm.confrontation += confrontation
        self.iterations += 1

    # ----------------------------------------------------------------- results

    def weighed(self) -> tuple[Weighed, ...]:
        """Return the moves, the best first; those never tried stand last, by one ply."""
        return tuple(self._told(arm) for arm in self._ranked())

    def _ranked(self) -> list[_Arm]:
        """Return the moves by their value, tried ones first."""
        tried = [arm for arm in self._arms if arm.visits]
        others = [arm for arm in self._arms if not arm.visits]
        return self._by_value(tried) + self._by_value(others)

    def _by_value(self, arms: list[_Arm]) -> list[_Arm]:
        """Return moves by their value, the best first."""
        return sorted(arms, key=self._value, reverse=True)

    def _value(self, arm: _Arm) -> float:
        """Return what a move is taken to be worth: by its iterations and by one ply."""
        if not self.iterations:
            return arm.candidate.prior
        if not arm.visits:
            return arm.candidate.prior + self._offset()
        prior = TRUST * (arm.candidate.prior + self._offset())
        return (prior + arm.wanted) / (TRUST + arm.visits)

    def _offset(self) -> float:
        """Return by how much iterations find moves better than one ply, on the average."""
        if self._offset_at != self.iterations:
            found = sum(arm.wanted - arm.visits * arm.candidate.prior for arm in self._arms)
            self._offset_known = found / self.iterations
            self._offset_at = self.iterations
        return self._offset_known

    def _told(self, arm: _Arm) -> Weighed:
        """Return a move as it is told."""
        tried = max(1, arm.visits)
        return Weighed(
            arm.candidate.action,
            arm.visits,
            arm.own / tried if arm.visits else arm.candidate.prior,
            arm.rival / tried,
            arm.confrontation / tried,
            arm.candidate.package,
            self._value(arm),
        )


def weigh(view: View, memory: Memory | None, iterations: int, seed: int) -> tuple[Weighed, ...]:
    """Return the moves of a view's side, the best first, after so many iterations.

    Where the council drafts, the moves are whole packages; of a half-built draft too they
    are those that could be tabled from the beginning.

    Args:
        view: Its side decides.
        memory: What the side believes of the other; `None`: nothing in particular.
        iterations: How many; the moves they don't reach are judged by one ply.
        seed: Equal views, memories and seeds give equal results.
    """
    search = Search(view, memory, luck=Random(seed))
    search.think(iterations)
    return search.weighed()


def ponder(
    view: View, memory: Memory | None, seed: int, step: int = 200
) -> Iterator[tuple[Weighed, ...]]:
    """Yield what `weigh` returns after every `step` iterations more, without end."""
    search = Search(view, memory, luck=Random(seed))
    while True:
        search.think(step)
        yield search.weighed()
