"""Compare: one scenario in two contents, side by side on the same deals."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from game.content import Content
from game.lab.account import Account
from game.lab.balance import balance
from game.lab.fixtures import Deals, Fixture
from game.lab.goals import goals_of
from game.lab.groups import Told, alone, both, heading, in_pairs, of_group, side_by_side
from game.lab.intervals import mean
from game.lab.seating import Seat
from game.lab.work import Played

ONE: Final = "one"
OTHER: Final = "other"

_MEASURES: Final[dict[str, Callable[[Account], float]]] = {
    "both": lambda a: float(both(a)),
    "one": lambda a: float(alone(a, 0) or alone(a, 1)),
    "nato": lambda a: float(a.succeeded(0)),
    "russia": lambda a: float(a.succeeded(1)),
    "confrontation": lambda a: float(a.verdict == "confrontation"),
    "government-falls": lambda a: float(a.verdict == "government-falls"),
    "joint-architecture": lambda a: float(a.verdict == "joint-architecture"),
    "hot": lambda a: float(a.peaks > 0),
    "utility-nato": lambda a: a.utility(0),
    "utility-russia": lambda a: a.utility(1),
    "joint-sum": lambda a: float(a.joint_sum),
    "decisions": lambda a: float(a.decisions),
    "rounds": lambda a: float(a.rounds),
}
SHARES: Final = frozenset(
    {
        *("both", "one", "nato", "russia", "confrontation"),
        *("government-falls", "joint-architecture", "hot"),
    }
)
"""Measures that are shares of games."""


@dataclass(frozen=True, slots=True)
class ComparePlan:
    """Which contents are compared.

    Attributes:
        deals: Of the first content.
        other: The second content.
        names: What both are called in the report.
    """

    deals: Deals
    other: Content
    names: tuple[str, str]
    seats: tuple[Seat, Seat]

    def fixtures(self) -> list[Fixture]:
        """Return all games, by deal."""
        return side_by_side(
            [
                self.deals.fixtures(ONE, self.seats),
                self.deals.fixtures(OTHER, self.seats, edition=1),
            ]
        )

    def told(self, played: Played) -> Told:
        """Return both contents' numbers and the differences, deal by deal."""
        report = heading("compare", self.deals, played)
        report |= {"nato": self.seats[0].name, "russia": self.seats[1].name}
        other = replace(self.deals, content=self.other)
        contents = (self.deals.things, other.things)
        report["contents"] = [
            {"name": name, "content": content.fingerprint}
            for name, content in zip(self.names, contents, strict=True)
        ]
        pairs = in_pairs(played, ONE, OTHER)
        report["pairs"] = len(pairs)
        report["differences"] = {
            name: {
                ONE: mean([measure(one) for one, _ in pairs]).told(),
                OTHER: mean([measure(other) for _, other in pairs]).told(),
                "other_less_one": mean([measure(o) - measure(a) for a, o in pairs]).told(),
            }
            for name, measure in _MEASURES.items()
        }
        report["balance"] = []
        for content, group in zip(contents, (ONE, OTHER), strict=True):
            told = balance(content, self.deals.scenario, of_group(played, group))
            told["goals"] = [g.told() for g in goals_of(content, self.deals.scenario, told)]
            report["balance"].append(told)
        return report
