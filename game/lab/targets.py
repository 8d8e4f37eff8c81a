"""Targets: the design's table beside what is measured, from one run.

Most of the table is read off equal players of the highest level. The rest is played beside
it on a share of the deals: weaker players, hawks, and scripted ones against the strong.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from game.lab.account import Account
from game.lab.balance import DISTRUSTFUL, MAIN, TRUSTFUL, BalancePlan, ended
from game.lab.fixtures import Deals, Fixture
from game.lab.goals import ANY, Measured, of_estimate
from game.lab.groups import Told, of_group, side_by_side, success
from game.lab.intervals import mean, share
from game.lab.seating import Seat
from game.lab.work import Played
from game.players import PLAYERS

WEAK: Final = Seat("search:2")
GREEDY: Final = Seat("greedy")
FIRM: Final = Seat("firm")
OPEN: Final = Seat("open")
HAWKISH: Final = ":hawk"
MOST_SUCCESS: Final = 0.60
"""How often a scripted player may succeed against greedy from both seats."""
FAILS: Final = 0.05
"""Success up to which a player is said to fail."""
MORE: Final = 5
"""Times as many deals for players who decide at once, whose targets are of rare things."""


@dataclass(frozen=True, slots=True)
class TargetsPlan:
    """What the table of targets needs played.

    Attributes:
        deals: For equal players of `seat`.
        seat: A player of the highest level.
        beside: How many of the deals the other rows are played on; `MORE` times as many
            where nobody searches.
    """

    deals: Deals
    seat: Seat
    beside: int

    def fixtures(self) -> list[Fixture]:
        """Return all games, by deal."""
        few = self._of_deals(self.beside)
        more = self._of_deals(MORE * self.beside)
        groups = [
            self.deals.fixtures(MAIN, (self.seat, self.seat)),
            few.fixtures(DISTRUSTFUL, (self.seat, self.seat), assurance=1, gist=True),
            few.fixtures(TRUSTFUL, (self.seat, self.seat), assurance=7, gist=True),
            more.fixtures("weak", (WEAK, WEAK), gist=True),
            few.fixtures("hawks", (self._hawk(), self._hawk()), gist=True),
        ]
        for name, seat, other in self._meetings():
            deals = few if other == self.seat else more
            groups.append(deals.fixtures(f"{name} 0", (seat, other), gist=True))
            groups.append(deals.fixtures(f"{name} 1", (other, seat), gist=True))
        return side_by_side(groups)

    def told(self, played: Played) -> Told:
        """Return the report on equal players with every target in its table."""
        equal = BalancePlan(self.deals, (self.seat, self.seat), distrust=True)
        report = equal.told(played)
        report["report"] = "targets"
        report["beside"] = len(of_group(played, "hawks"))
        report["goals"] += [goal.told() for goal in self._goals(played)]
        return report

    def _of_deals(self, count: int) -> Deals:
        """Return the first so many deals, or all."""
        return replace(self.deals, count=min(count, self.deals.count))

    def _hawk(self) -> Seat:
        """Return a hawk of the level."""
        return Seat(self.seat.player + HAWKISH)

    def _meetings(self) -> list[tuple[str, Seat, Seat]]:
        """Return who else meets whom, from both seats."""
        scripted = [Seat(name) for name in PLAYERS if Seat(name) != GREEDY]
        return [
            ("firm", FIRM, self.seat),
            ("open", OPEN, self.seat),
            *((f"{seat.name} greedy", seat, GREEDY) for seat in scripted),
        ]

    def _goals(self, played: Played) -> list[Measured]:
        """Return the targets that other players decide."""
        weak, hawks = of_group(played, "weak"), of_group(played, "hawks")
        firm, soft = _both_seats(played, "firm"), _both_seats(played, "open")
        lone = [game for game, _ in firm]
        gain = mean([game.utility(1 - side) - game.utility(side) for game, side in soft])
        goals = [
            of_estimate("weak-confrontation", ended(weak, "confrontation"), 0.03, 0.15),
            of_estimate("weak-falls", ended(weak, "government-falls"), 0.01, 1.0, must=False),
            of_estimate("hawks", ended(hawks, "confrontation"), 0.35, 1.0),
            of_estimate("firm-confrontation", ended(lone, "confrontation"), 0.0, 0.65),
            of_estimate("firm-success", _success(firm), 0.0, FAILS),
            of_estimate("open-exploited", gain.told(), 0.0, ANY),
        ]
        return [*goals, self._scripted(played)]

    def _scripted(self, played: Played) -> Measured:
        """Return the most that a scripted player succeeds against greedy in its worse seat."""
        worst = []
        for name in PLAYERS:
            if Seat(name) == GREEDY:
                continue
            seats = [success(of_group(played, f"{name} greedy {s}"), s) for s in (0, 1)]
            worst.append(min(seat["value"] for seat in seats))
        games = len(of_group(played, "random greedy 0"))
        return Measured("scripted", max(worst), 0.0, MOST_SUCCESS, True, games)


def _both_seats(played: Played, name: str) -> list[tuple[Account, int]]:
    """Return a player's games from both seats, with the side that it had."""
    return [(game, side) for side in (0, 1) for game in of_group(played, f"{name} {side}")]


def _success(games: Sequence[tuple[Account, int]]) -> Told:
    """Return the share of its games in which a player succeeded."""
    return share(sum(game.succeeded(side) for game, side in games), len(games)).told()
