"""Strategies: everybody against everybody, and who lives off whom."""

from dataclasses import dataclass
from statistics import fmean
from typing import Final

from game.lab.account import Account
from game.lab.fixtures import Deals, Fixture
from game.lab.groups import Told, by_side, heading, often, side_by_side, success
from game.lab.intervals import Estimate, mean
from game.lab.seating import Seat
from game.lab.work import Played
from game.players import PLAYERS, SEARCH_PLAYERS

STANDARD: Final = tuple(Seat(name) for name in (*reversed(SEARCH_PLAYERS), *reversed(PLAYERS)))
"""Who plays if nobody is named: every level and every scripted player."""
YARDSTICK: Final = Seat("greedy")
MOST_SUCCESS: Final = 0.60
"""How often a scripted player may succeed against `YARDSTICK` from both seats."""


@dataclass(frozen=True, slots=True)
class StrategiesPlan:
    """Who plays against whom: every pair, from both seats, on the same deals."""

    deals: Deals
    seats: tuple[Seat, ...]

    def fixtures(self) -> list[Fixture]:
        """Return all games, by deal."""
        return side_by_side(
            [
                self.deals.fixtures(_group(nato, russia), (nato, russia), gist=True)
                for nato in self.seats
                for russia in self.seats
            ]
        )

    def told(self, played: Played) -> Told:
        """Return the matrix of utilities, and who lives off whom."""
        games: dict[str, dict[int, Account]] = {}
        for account in played.accounts:
            games.setdefault(account.fixture.group, {})[account.fixture.deal] = account
        report = heading("strategies", self.deals, played)
        report["seats"] = [seat.name for seat in self.seats]
        report["matrix"] = {
            nato.name: {russia.name: _cell(games, nato, russia) for russia in self.seats}
            for nato in self.seats
        }
        report["exploits"] = self._exploits(games)
        report["goals"] = self._goals(report["matrix"])
        return report

    def _exploits(self, games: dict[str, dict[int, Account]]) -> list[Told]:
        """Return who gains by meeting whom what the other loses by it.

        A player lives off another if it earns more against it than that one earns against
        itself, while that one earns less: both beyond the interval, deal by deal.
        """
        found = []
        for one in self.seats:
            for other in self.seats:
                if one == other:
                    continue
                gain = _against(games, one, other, whose=0)
                loss = _against(games, one, other, whose=1)
                if gain.sample and gain.low > 0 and loss.high < 0:
                    found.append(
                        {
                            "player": one.name,
                            "prey": other.name,
                            "gains": gain.told(),
                            "loses": loss.told(),
                        }
                    )
        return sorted(found, key=lambda row: row["loses"]["value"] - row["gains"]["value"])

    def _goals(self, matrix: Told) -> list[Told]:
        """Return whether a scripted player succeeds too often against the yardstick."""
        goals = []
        if YARDSTICK not in self.seats:
            return []
        for seat in self.seats:
            if seat.player not in PLAYERS or seat == YARDSTICK:
                continue
            nato = matrix[seat.name][YARDSTICK.name]["success"]["nato"]
            russia = matrix[YARDSTICK.name][seat.name]["success"]["russia"]
            goals.append(
                {
                    "seat": seat.name,
                    "nato": nato,
                    "russia": russia,
                    "most": MOST_SUCCESS,
                    "met": min(nato["value"], russia["value"]) <= MOST_SUCCESS,
                }
            )
        return goals


def _group(nato: Seat, russia: Seat) -> str:
    """Return the name of the games between two players."""
    return f"{nato.name} {russia.name}"


def _cell(games: dict[str, dict[int, Account]], nato: Seat, russia: Seat) -> Told:
    """Return how the games between two players went."""
    held = list(games.get(_group(nato, russia), {}).values())
    return {
        "games": len(held),
        "utility": by_side(lambda side: mean([a.utility(side) for a in held]).told()),
        "success": by_side(lambda side: success(held, side)),
        "confrontation": often(held, lambda a: a.verdict == "confrontation"),
        "fell": by_side(lambda side: often(held, lambda a: side in a.outcome.fallen)),
    }


def _against(
    games: dict[str, dict[int, Account]], one: Seat, other: Seat, whose: int
) -> Estimate:
    """Return utility when `one` meets `other`, less what `other` earns against itself.

    Args:
        games: By group and deal.
        one: Who may live off the other.
        other: Who may be lived off.
        whose: 0: the utility of `one`; 1: that of `other`.
    """
    first = games.get(_group(one, other), {})
    second = games.get(_group(other, one), {})
    mirror = games.get(_group(other, other), {})
    deals = sorted(first.keys() & second.keys() & mirror.keys())
    return mean(
        [
            fmean([first[deal].utility(whose), second[deal].utility(1 - whose)])
            - fmean(mirror[deal].outcome.utilities)
            for deal in deals
        ]
    )
