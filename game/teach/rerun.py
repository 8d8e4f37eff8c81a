"""Two moves compared: the rest of the match played out many times after each.

Every pair of games begins on one and the same position, which the side that decided could
have thought it was in, and is played on to the end by the search's own quick policy. So
the luck of the deal cancels out, and what is left of chance is measured.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from random import Random

from game.engine import State, View
from game.engine import actions as a
from game.engine import fields as f
from game.players.evaluation import evaluate_pair
from game.players.memory import Memory
from game.players.packages import Terms
from game.players.search.dealing import Dealer
from game.players.search.light import Light, table


@dataclass(frozen=True, slots=True)
class Move:
    """A move; one that tables a package names its terms."""

    action: int
    package: Terms = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What both moves came to; utilities are -1 to 1, pairs are of the first and the second.

    Attributes:
        own: What the side that decided may expect.
        rival: What the other side may expect.
        confrontation: In how many of the games it ended in Confrontation, 0 to 1.
        error: The standard error of the difference of `own`.
        games: How many were played after each move.
    """

    own: tuple[float, float]
    rival: tuple[float, float]
    confrontation: tuple[float, float]
    error: float
    games: int

    @property
    def gained(self) -> float:
        """What the second move brings the side that decided more than the first."""
        return self.own[1] - self.own[0]

    @property
    def is_plain(self) -> bool:
        """Whether the difference is at least twice as large as what chance makes of it."""
        return abs(self.gained) >= 2 * self.error


def compared(
    view: View, memory: Memory | None, moves: tuple[Move, Move], games: int, seed: int
) -> Comparison:
    """Return what two moves of a view's side came to.

    Args:
        view: What the side knew when it decided.
        memory: What it could believe.
        moves: Both moves.
        games: How many are played after each; at least two.
        seed: Equal seeds give equal comparisons.
    """
    luck = Random(seed)
    deal = Dealer(view, memory)
    light = Light(view.side, luck, remembers=True)
    results: tuple[list[_Result], list[_Result]] = ([], [])
    for _ in range(games):
        dealt = deal(luck)
        for move, found in zip(moves, results, strict=True):
            found.append(_played_out(dealt.clone(), move, view, light))
    return _told(results, view.side)


_Result = tuple[float, float, bool]
"""Both utilities, and whether it ended in Confrontation."""


def _played_out(state: State, move: Move, view: View, light: Light) -> _Result:
    """Do a move, play on to the end and return how it ended; the state is used up."""
    if move.package:
        table(state, move.package)
    elif view.decision == "crisis":
        other = light.answer(state, 1 - view.side)
        for action in (other, move.action) if view.side else (move.action, other):
            state.apply(action)
    else:
        state.apply(move.action)
    while state.v[f.PENDING]:
        light(state)
    return *evaluate_pair(state), state.v[f.VERDICT] == f.CONFRONTATION


def _told(results: tuple[list[_Result], list[_Result]], side: int) -> Comparison:
    """Return the results as means, with the error of the difference."""
    games = len(results[0])
    first, second = results
    gains = [two[side] - one[side] for one, two in zip(first, second, strict=True)]
    mean = sum(gains) / games
    spread = sum((gain - mean) ** 2 for gain in gains) / (games - 1)
    return Comparison(
        (_mean(first, side), _mean(second, side)),
        (_mean(first, 1 - side), _mean(second, 1 - side)),
        (_mean(first, 2), _mean(second, 2)),
        sqrt(spread / games),
        games,
    )


def _mean(results: Sequence[_Result], place: int) -> float:
    return sum(result[place] for result in results) / len(results)


def is_draft(action: int) -> bool:
    """Say whether an action is part of drafting a package."""
    return a.kind_of(action) in {a.TERM, a.TABLE, a.NO_PROPOSAL}
