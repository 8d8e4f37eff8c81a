"""An account: what the lab keeps of one game."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from game.engine import Outcome
from game.engine.outcome import Verdict
from game.lab.fixtures import Fixture
from game.match.public_position import PublicPosition

Counts = dict[str, int]
"""How often things happened, by path: `card/n-tehran/event`."""


@dataclass(frozen=True, slots=True)
class Rung:
    """A joint level that was reached for the first time, and in which round."""

    ladder: str
    level: int
    round: int


@dataclass(frozen=True, slots=True)
class Account:
    """What the lab keeps of one game; pairs are NATO, Russia.

    Attributes:
        chair: The side that chaired the first council.
        rounds: The round it ended in.
        decisions: Those with a choice; a card and its use are one.
        forced: Decisions that left no choice.
        positions: The public numbers at the start, after each round and at the end.
        peaks: How often Tension came to `HOT` from below; `cooled` how often it then fell
            to `COOL`.
        sources: By side and source the tenths of points that it brought.
        decks: The cards that each side had in its deck for the match.
        counts: All else that happened, by path.
        widest: The most choices there were, by kind of decision.
    """

    fixture: Fixture
    outcome: Outcome
    chair: int
    rounds: int
    decisions: int
    forced: int
    positions: tuple[PublicPosition, ...]
    peaks: int
    cooled: int
    sources: tuple[Counts, Counts]
    decks: tuple[tuple[str, ...], tuple[str, ...]]
    rungs: tuple[Rung, ...]
    counts: Counts
    widest: Counts

    def gist(self) -> "Account":
        """Return the account with only how the game ended."""
        return replace(
            self,
            positions=self.positions[-1:],
            sources=({}, {}),
            decks=((), ()),
            rungs=(),
            counts={},
            widest={},
        )

    @property
    def verdict(self) -> Verdict:
        """How the game ended."""
        return self.outcome.verdict

    @property
    def joint_sum(self) -> int:
        """The sum of the joint levels at the end."""
        return sum(self.positions[-1].joint_levels)

    def succeeded(self, side: int) -> bool:
        """Say whether a side reached its target and stands."""
        return self.outcome.succeeded(side)

    def utility(self, side: int) -> float:
        """Return a side's utility, -1 to 1."""
        return self.outcome.utilities[side]


def summed(accounts: Iterable[Account]) -> Counts:
    """Return the counts of all games together."""
    total: Counts = {}
    for account in accounts:
        for path, number in account.counts.items():
            total[path] = total.get(path, 0) + number
    return total


def below(counts: Counts, *path: str) -> Counts:
    """Return the counts under a path, by what follows it."""
    start = "/".join(path) + "/"
    return {key[len(start) :]: n for key, n in counts.items() if key.startswith(start)}
