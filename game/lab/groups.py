"""Groups of games: what a report picks out of all that was played, and sets side by side."""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import game
from game.content.vocabulary import SIDES
from game.lab.account import Account
from game.lab.fixtures import Deals, Fixture
from game.lab.intervals import share
from game.lab.work import Played

Told: TypeAlias = dict[str, Any]
"""A report for a machine: names, numbers, lists and such reports again."""


def heading(name: str, deals: Deals, played: Played) -> Told:
    """Return what every report begins with."""
    return {
        "report": name,
        "version": game.__version__,
        "content": deals.content.fingerprint,
        "scenario": deals.scenario,
        "deals": deals.count,
        "seed": deals.seed,
        "dealt": deals.mandates,
        "played": len(played.accounts),
        "wanted": played.wanted,
    }


def side_by_side(groups: Sequence[Sequence[Fixture]]) -> list[Fixture]:
    """Return the games of all groups deal by deal: a run cut short has whole deals."""
    every = [fixture for group in groups for fixture in group]
    return sorted(every, key=lambda fixture: fixture.deal)


def of_group(played: Played, group: str) -> list[Account]:
    """Return the games of a group, by deal."""
    return [account for account in played.accounts if account.fixture.group == group]


def in_pairs(played: Played, one: str, other: str) -> list[tuple[Account, Account]]:
    """Return the games of two groups on equal deals."""
    found = {account.fixture.deal: account for account in of_group(played, other)}
    return [
        (account, found[account.fixture.deal])
        for account in of_group(played, one)
        if account.fixture.deal in found
    ]


def by_side(value: Callable[[int], Any]) -> Told:
    """Return a value for each side by its name."""
    return {name: value(side) for side, name in enumerate(SIDES)}


def often(accounts: Sequence[Account], holds: Callable[[Account], bool]) -> Told:
    """Return the share of games of which something holds."""
    return share(sum(map(holds, accounts)), len(accounts)).told()


def success(accounts: Sequence[Account], side: int) -> Told:
    """Return the share of games in which a side succeeded."""
    return often(accounts, lambda account: account.succeeded(side))


def both(account: Account) -> bool:
    """Say whether both sides succeeded."""
    return account.succeeded(0) and account.succeeded(1)


def alone(account: Account, side: int) -> bool:
    """Say whether a side succeeded and the other didn't."""
    return account.succeeded(side) and not account.succeeded(1 - side)
