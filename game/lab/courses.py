"""The course of games: public numbers round by round, and when joint levels were reached."""

from collections.abc import Callable, Sequence
from statistics import fmean
from typing import Any, Final

from game.content.vocabulary import LADDERS
from game.lab.account import Account
from game.lab.intervals import quantile, share
from game.match.public_position import PublicPosition

_NUMBERS: Final[dict[str, Callable[[PublicPosition], float]]] = {
    "tension": lambda p: p.tension,
    "joint_sum": lambda p: sum(p.joint_levels),
    "assurance_nato": lambda p: p.assurance[0],
    "assurance_russia": lambda p: p.assurance[1],
    "support_nato": lambda p: p.support[0],
    "support_russia": lambda p: p.support[1],
    "initiative": lambda p: p.initiative,
    "threat": lambda p: p.threat,
    "door": lambda p: p.door,
}


def courses(accounts: Sequence[Account]) -> dict[str, Any]:
    """Return each public number at the end of each round: its mean, and where most lie.

    Only games that reached a round are in its numbers, and `n` says how many did.
    """
    by_round: dict[int, list[PublicPosition]] = {}
    for account in accounts:
        for position in account.positions:
            by_round.setdefault(position.round, []).append(position)
    return {
        name: [
            _spread(number, [value(p) for p in by_round[number]]) for number in sorted(by_round)
        ]
        for name, value in _NUMBERS.items()
    }


def rungs(accounts: Sequence[Account]) -> dict[str, Any]:
    """Return by ladder and joint level how often it was reached, and when on the average."""
    found: dict[str, Any] = {}
    for ladder in LADDERS:
        found[ladder] = {}
        for level in (1, 2, 3, 4):
            rounds = [
                rung.round
                for account in accounts
                for rung in account.rungs
                if rung.ladder == ladder and rung.level == level
            ]
            found[ladder][str(level)] = {
                "reached": share(len(rounds), len(accounts)).told(),
                "round": round(fmean(rounds), 2) if rounds else None,
            }
    return found


def _spread(number: int, values: Sequence[float]) -> dict[str, float]:
    """Return the mean of a round's values, and between which eight in ten of them lie."""
    return {
        "round": number,
        "mean": round(fmean(values), 3),
        "low": quantile(values, 0.1).value,
        "high": quantile(values, 0.9).value,
        "n": len(values),
    }
