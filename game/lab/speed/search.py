"""The search of the computer's players, with leaves played to the end by chance alone.

So every search does the same: deal a position that agrees with what the side knows, go
down the tree, play the rest at random. Rounds draw their roots from a few positions: of a
first round, where the playout is a whole match, or of random games from first to last, where
little may be left to play and what a search does beside playing weighs the more.
"""

from collections.abc import Callable
from functools import partial
from random import Random
from typing import Final, TypeAlias

from game.engine import State, View
from game.lab.speed.measure import MeasurementError, Meter, Reading, Tally, clocked
from game.lab.speed.playouts import DECISION
from game.lab.speed.positions import sampled
from game.lab.speed.row import OWN, Loop, Setting
from game.players.search import Level, Search
from game.players.search.dealing import Deal, Dealer
from game.players.search.plain import Plain

Roots: TypeAlias = Callable[[Setting], list[State]]
"""Finds the positions to search from, the same ones every time."""

ITERATION: Final = "iteration"
ITERATIONS: Final = 200
"""Of one search; what a search needs to begin is shared out over them."""

_ROOTS: Final = 8
_PLAYOUTS: Final = 10
_SEED: Final = "roots"
_LEVEL: Final = Level(
    number=0,
    iterations=ITERATIONS,
    noise=0.0,
    blind=False,
    rollout="game",
    believes=False,
    remembers=False,
)


def along(setting: Setting) -> list[State]:
    """Return positions sampled along random games in which there is something to choose.

    Raises:
        MeasurementError: There are too few.
    """
    return _few(_something_to_choose(setting))


def first_round(setting: Setting) -> list[State]:
    """Return such positions of first rounds, with a whole match ahead.

    Raises:
        MeasurementError: There are too few.
    """
    return _few([state for state in _something_to_choose(setting) if state.round == 1])


def _something_to_choose(setting: Setting) -> list[State]:
    found = sampled(setting, Random(_SEED))
    asked = (one.state for one in found if one.kind != "mandate")
    return [state for state in asked if len(state.legal_actions()) > 1]


def _few(found: list[State]) -> list[State]:
    if len(found) < _ROOTS:
        raise MeasurementError("nothing was measured: too few positions to search from")
    return found[:_ROOTS]


def at_roots(setting: Setting, work: Callable[[int, Random], Tally]) -> Meter:
    """Return the meter of work at the root that a round draws, the same one for everybody."""

    def read(luck: Random) -> Reading:
        place = int(luck.random() * _ROOTS)
        return clocked(partial(work, place), setting.seconds)(luck)

    return read


def view_of(state: State) -> View:
    """Return what the side to move knows."""
    return state.view(int(state.to_move or 0))


def decisions_inside(state: State, seed: int) -> int:
    """Return how many decisions the iterations of a search make, in tree and playouts."""
    view = view_of(state)
    done = [0]
    luck = Random(seed)
    search = _search(view, luck, _Slowly(luck), _counting(view, done))
    done[0] = 0  # what the search tried before it began
    search.think(ITERATIONS)
    return done[0]


class _Slowly(Plain):
    """Plays on as `Plain` does, decision by decision through the doors of `State`."""

    def play_on(self, state: State, last: int) -> None:
        """Play on until the end of a round."""
        while state.to_move is not None and state.round <= last:
            self(state)


class _Counted(State):
    """A position on which an iteration is played; it counts what is done in it."""

    __slots__ = ("done",)
    done: list[int]

    def apply(self, action: int) -> None:
        """Do a legal action and count it."""
        self.done[0] += 1
        super().apply(action)


class _Dealt(State):
    """A position that was dealt; iterations are played on clones of it."""

    __slots__ = ("done",)
    done: list[int]

    def clone(self) -> State:
        """Return a copy that counts. Its own copies, made to look ahead, don't."""
        twin = _Counted(self.world, self.v[:])
        twin.done = self.done
        return twin


def _counting(view: View, done: list[int]) -> Deal:
    """Return what deals positions whose clones count into `done`."""
    dealer = Dealer(view, None)

    def deal(luck: Random) -> State:
        state = dealer(luck)
        dealt = _Dealt(state.world, state.v)
        dealt.done = done
        return dealt

    return deal


def _search(view: View, luck: Random, policy: Plain, deal: Deal | None = None) -> Search:
    """Return a search of full random playouts."""
    return Search(view, None, luck=luck, level=_LEVEL, deal=deal, policy=policy)


def _searched(view: View, seed: int) -> Search:
    """Return such a search when it has thought."""
    luck = Random(seed)
    search = _search(view, luck, Plain(luck))
    search.think(ITERATIONS)
    return search


def _iterations(roots: Roots, setting: Setting) -> Meter:
    views = [view_of(state) for state in roots(setting)]

    def work(place: int, luck: Random) -> Tally:
        return {ITERATION: _searched(views[place], place).iterations}

    return at_roots(setting, work)


def _decisions(roots: Roots, setting: Setting) -> Meter:
    states = roots(setting)
    views = [view_of(state) for state in states]
    counts = [decisions_inside(state, place) for place, state in enumerate(states)]

    def work(place: int, luck: Random) -> Tally:
        _searched(views[place], place)
        return {DECISION: counts[place]}

    return at_roots(setting, work)


def _playouts(roots: Roots, setting: Setting) -> Meter:
    states = roots(setting)

    def work(place: int, luck: Random) -> Tally:
        rnd = luck.random
        decisions = 0
        for _ in range(_PLAYOUTS):
            decisions += states[place].clone().play_out(rnd)
        return {DECISION: decisions}

    return at_roots(setting, work)


def own_search(roots: Roots, where: str) -> Loop:
    """Return the loop that counts a search's iterations; `where` its roots lie."""
    return Loop(
        name=OWN,
        includes=f"Search with uniform playouts to the end of the match, {ITERATIONS} "
        f"iterations from its making on, at {where}: dealing, tree, playout, evaluation; the "
        "council term by term",
        ready=partial(_iterations, roots),
        kind="own",
    )


def own_search_decisions(roots: Roots) -> Loop:
    """Return the loop that counts what such a search decides."""
    return Loop(
        name=OWN,
        includes="the same, by the decisions that its iterations make in tree and playouts; "
        "what it tries to look ahead takes time and isn't counted",
        ready=partial(_decisions, roots),
        kind="own",
    )


def own_playouts(roots: Roots) -> Loop:
    """Return the loop of bare playouts from the same roots."""
    return Loop(
        name="own playouts from the roots",
        includes="random playouts of clones of the round's root, with nothing around them",
        ready=partial(_playouts, roots),
    )
