"""The ladder: every player against the same opponents, on the same deals, from both seats.

What one deal brings a player is the mean over its opponents and both seats; intervals are
over deals. Differences between two players are taken deal by deal.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean
from typing import Final, TypeAlias

from game.lab.account import Account
from game.lab.fixtures import Deals, Fixture
from game.lab.groups import Told, by_side, heading, side_by_side
from game.lab.intervals import mean, share_of_deals
from game.lab.seating import NOISE, SEEING, UNBELIEVING, Seat
from game.lab.work import Played
from game.players import PLAYERS, SEARCH_PLAYERS

Measure: TypeAlias = Callable[[Account, int], float]

LEAST_SPREAD: Final = 0.25
"""Utility that the highest level should earn above the lowest."""
STANDARD: Final = (
    *(Seat(name) for name in reversed(SEARCH_PLAYERS)),
    Seat(SEARCH_PLAYERS[-1], UNBELIEVING),
    Seat(SEARCH_PLAYERS[-1], SEEING),
    Seat("greedy", NOISE),
    *(Seat(name) for name in reversed(PLAYERS)),
)
"""Who is measured if nobody is named: levels from the top, other knowledge, scripted ones."""


@dataclass(frozen=True, slots=True)
class LadderPlan:
    """Who is measured against whom."""

    deals: Deals
    seats: tuple[Seat, ...]
    against: tuple[Seat, ...]

    def fixtures(self) -> list[Fixture]:
        """Return all games, by deal."""
        groups = []
        for seat in self.seats:
            for opponent in self.against:
                for side, seats in enumerate(((seat, opponent), (opponent, seat))):
                    group = _group(seat, opponent, side)
                    groups.append(self.deals.fixtures(group, seats, gist=True))
        return side_by_side(groups)

    def told(self, played: Played) -> Told:
        """Return the ladder over the deals that every player has played whole."""
        table = _Results(self, played)
        report = heading("ladder", self.deals, played)
        report["against"] = [seat.name for seat in self.against]
        report["whole_deals"] = len(table.deals)
        report["rows"] = [self._row(seat, table) for seat in self.seats]
        report["goals"] = self._goals(table)
        return report

    def _row(self, seat: Seat, table: "_Results") -> Told:
        """Return how one player fares."""
        return {
            "seat": seat.name,
            "games": len(table.deals) * 2 * len(self.against),
            "own": mean(table.by_deal(seat, _own)).told(),
            "other": mean(table.by_deal(seat, _other)).told(),
            "own_by_side": by_side(
                lambda side: mean(table.by_deal(seat, _own, (side,))).told()
            ),
            "success": table.share(seat, _success),
            "confrontation": table.share(seat, _confrontation),
            "fell": table.share(seat, _fall),
            "against": {
                opponent.name: table.mean(seat, _own, against=(opponent,))
                for opponent in self.against
            },
            "strongest_less_this": {
                "all": table.difference(self._strongest(), seat),
                **by_side(lambda side: table.difference(self._strongest(), seat, (side,))),
            },
        }

    def _strongest(self) -> Seat:
        """Return the highest level that is measured, or the first player."""
        levels = self._levels()
        return levels[-1] if levels else self.seats[0]

    def _levels(self) -> tuple[Seat, ...]:
        """Return the levels that are measured, the lowest first."""
        return tuple(Seat(name) for name in SEARCH_PLAYERS if Seat(name) in self.seats)

    def _goals(self, table: "_Results") -> list[Told]:
        """Return whether strength pays: level over level, and top over bottom."""
        goals = []
        levels = self._levels()
        for below, above in pairwise(levels):
            less = table.difference(above, below)
            names = {"above": above.name, "below": below.name}
            goals.append({**names, **less, "met": less["low"] > 0})
        if len(levels) > 1:
            top, bottom = levels[-1], levels[0]
            less = table.difference(top, bottom)
            names = {"above": top.name, "below": bottom.name}
            met = less["value"] >= LEAST_SPREAD
            goals.append({**names, **less, "met": met, "least": LEAST_SPREAD})
        return goals


class _Results:
    """Games by player, opponent, side and deal.

    Attributes:
        deals: Those that every player has played whole.
    """

    def __init__(self, plan: LadderPlan, played: Played) -> None:
        self._against = plan.against
        self._games: dict[str, dict[int, Account]] = {}
        for account in played.accounts:
            fixture = account.fixture
            self._games.setdefault(fixture.group, {})[fixture.deal] = account
        groups = [
            self._games.get(_group(seat, opponent, side), {})
            for seat in plan.seats
            for opponent in plan.against
            for side in (0, 1)
        ]
        self.deals = sorted(set(range(1, plan.deals.count + 1)).intersection(*groups))

    def by_deal(
        self,
        seat: Seat,
        value: Measure,
        sides: Sequence[int] = (0, 1),
        against: Sequence[Seat] = (),
    ) -> list[float]:
        """Return by deal the mean of a value over a player's games."""
        groups = [
            (self._games.get(_group(seat, opponent, side), {}), side)
            for opponent in against or self._against
            for side in sides
        ]
        return [
            fmean(value(games[deal], side) for games, side in groups) for deal in self.deals
        ]

    def mean(
        self,
        seat: Seat,
        value: Measure,
        sides: Sequence[int] = (0, 1),
        against: Sequence[Seat] = (),
    ) -> Told:
        """Return the mean of a value over a player's games."""
        return mean(self.by_deal(seat, value, sides, against)).told()

    def share(self, seat: Seat, value: Measure) -> Told:
        """Return in which share of a player's games something holds."""
        games = len(self.deals) * 2 * len(self._against)
        return share_of_deals(self.by_deal(seat, value), games).told()

    def difference(self, one: Seat, other: Seat, sides: Sequence[int] = (0, 1)) -> Told:
        """Return by how much one player earns more than another in its place."""
        pairs = zip(
            self.by_deal(one, _own, sides), self.by_deal(other, _own, sides), strict=True
        )
        return mean([a - b for a, b in pairs]).told()


def _group(seat: Seat, opponent: Seat, side: int) -> str:
    """Return the name of a player's games against an opponent from a side."""
    return f"{seat.name} {opponent.name} {side}"


def _own(game: Account, side: int) -> float:
    return game.utility(side)


def _other(game: Account, side: int) -> float:
    return game.utility(1 - side)


def _success(game: Account, side: int) -> float:
    return float(game.succeeded(side))


def _confrontation(game: Account, _side: int) -> float:
    return float(game.verdict == "confrontation")


def _fall(game: Account, side: int) -> float:
    return float(side in game.outcome.fallen)
