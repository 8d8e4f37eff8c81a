"""The joint-outcome map: where a deal can end, as self-play finds it.

The same deal and the same mandates are played again and again by the computer's players:
quick ones with an eye that errs a little, of every temperament in turn, so that they differ
from game to game. It is an estimate of what was within reach, not a list of it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from random import Random
from typing import Final

from game.engine import State, new_state
from game.engine import actions as a
from game.match import Course
from game.players.search import Level, SearchPlayer

GAMES: Final = 25
"""Every temperament, and none, once against each."""
_SPREAD: Final = 1_000_003
"""So that games of neighbouring seeds share nothing."""
_PLAYER: Final = Level(
    number=2,
    iterations=0,
    noise=0.05,
    blind=False,
    rollout="none",
    believes=False,
    remembers=True,
)
"""Looks one move ahead for its own mandate, and misjudges moves a little."""
_TEMPERAMENTS: Final = (None, "partner", "hard-bargainer", "opportunist", "hawk")


@dataclass(frozen=True, slots=True)
class Ending:
    """How one game ended.

    Attributes:
        above: Tenths of a point above each target, NATO first, as utility counts them: held
            to -60 to 100, and -100 for Confrontation or a fallen government.
    """

    verdict: str
    above: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reachable:
    """The endings of self-play from a deal.

    Attributes:
        seed: What the games' luck came from.
        here: How this match ended.
        endings: How the games ended, in order.
    """

    seed: int
    here: Ending
    endings: tuple[Ending, ...]

    @property
    def both(self) -> int:
        """Games in which both sides reached their targets, and no government fell."""
        return sum(min(one.above) >= 0 for one in self.endings)

    @property
    def better_for_both(self) -> int:
        """Games that ended higher than this match for both sides."""
        nato, russia = self.here.above
        return sum(one.above[0] > nato and one.above[1] > russia for one in self.endings)

    @property
    def worse_for_both(self) -> int:
        """Games that ended lower than this match for both sides."""
        nato, russia = self.here.above
        return sum(one.above[0] < nato and one.above[1] < russia for one in self.endings)


def reachable(
    course: Course,
    games: int = GAMES,
    seed: int = 0,
    watch: Callable[[float], None] | None = None,
) -> Reachable:
    """Return where self-play from a match's deal ends.

    Args:
        course: A match that is over.
        games: How many are played.
        seed: Equal seeds give equal games.
        watch: Hears how much is done, 0 to 1.
    """
    pairs = list(product(_TEMPERAMENTS, _TEMPERAMENTS))
    Random(f"{seed}/pairs").shuffle(pairs)
    endings = []
    for number in range(games):
        state = _dealt(course)
        _play(state, pairs[number % len(pairs)], seed * _SPREAD + number)
        endings.append(_ending(state))
        if watch is not None:
            watch((number + 1) / games)
    return Reachable(seed, _ending(course.truth), tuple(endings))


def _dealt(course: Course) -> State:
    """Return a match's deal after the choice of mandates."""
    state = new_state(course.content, course.scenario, course.seed)
    for entry in course.history:
        if a.kind_of(entry.action) != a.MANDATE:
            break
        state.apply(entry.action)
    return state


def _play(state: State, temperaments: tuple[str | None, str | None], seed: int) -> None:
    """Play a game to its end."""
    players = [
        SearchPlayer(_PLAYER, temperament, seed=seed, side=side)
        for side, temperament in enumerate(temperaments)
    ]
    while (side := state.to_move) is not None:
        state.apply(players[side].decide(state.view(side)))


def _ending(state: State) -> Ending:
    outcome = state.outcome
    assert outcome is not None, "the game is over"
    scale = state.world.numbers.utility_scale
    nato, russia = (round(utility * scale) for utility in outcome.utilities)
    return Ending(outcome.verdict, (nato, russia))
