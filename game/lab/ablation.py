"""Ablation: what each rule is worth to a player, by denying it that rule.

On each deal the player meets its equal: once undisturbed, then with each denial from each
seat. What the denial changes is taken deal by deal, the mean of both seats.
"""

from dataclasses import dataclass
from statistics import fmean
from typing import Final

from game.lab.account import Account
from game.lab.fixtures import Deals, Fixture
from game.lab.groups import Told, heading, side_by_side
from game.lab.intervals import Estimate, mean
from game.lab.seating import Seat
from game.lab.work import Played

WEIGHT: Final = 0.03
"""Utility that a rule should be worth: lost by who is denied it, or left to the other."""
_FULL: Final = "full"


@dataclass(frozen=True, slots=True)
class AblationPlan:
    """Which player is denied what."""

    deals: Deals
    seat: Seat
    denials: tuple[str, ...]

    def fixtures(self) -> list[Fixture]:
        """Return all games, by deal."""
        seats = (self.seat, self.seat)
        groups = [self.deals.fixtures(_FULL, seats, gist=True)]
        for denial in self.denials:
            for side, denied in enumerate(((denial, ""), ("", denial))):
                group = _group(denial, side)
                groups.append(self.deals.fixtures(group, seats, denied=denied, gist=True))
        return side_by_side(groups)

    def told(self, played: Played) -> Told:
        """Return what each denial changes."""
        games: dict[str, dict[int, Account]] = {}
        for account in played.accounts:
            games.setdefault(account.fixture.group, {})[account.fixture.deal] = account
        full = list(games.get(_FULL, {}).values())
        report = heading("ablation", self.deals, played)
        report["seat"] = self.seat.name
        report["weight"] = WEIGHT
        report["full"] = mean([fmean(game.outcome.utilities) for game in full]).told()
        report["rows"] = [_row(games, denial) for denial in self.denials]
        return report


def _row(games: dict[str, dict[int, Account]], denial: str) -> Told:
    """Return what a denial changes for who suffers it, and for the other."""
    own, other = _change(games, denial, 0), _change(games, denial, 1)
    return {
        "denied": denial,
        "own": own.told(),
        "other": other.told(),
        "carries": own.value <= -WEIGHT or other.value >= WEIGHT,
        "sure": own.sample > 1 and (own.high <= -WEIGHT or other.low >= WEIGHT),
    }


def _change(games: dict[str, dict[int, Account]], denial: str, whose: int) -> Estimate:
    """Return the change of utility: `whose` 0 of who is denied, 1 of the other."""
    full = games.get(_FULL, {})
    nato, russia = (games.get(_group(denial, side), {}) for side in (0, 1))
    return mean(
        [
            fmean(
                denied[deal].utility(side ^ whose) - full[deal].utility(side ^ whose)
                for side, denied in ((0, nato), (1, russia))
            )
            for deal in sorted(full.keys() & nato.keys() & russia.keys())
        ]
    )


def _group(denial: str, side: int) -> str:
    """Return the name of the games in which a side is denied something."""
    return f"{denial} {side}"
