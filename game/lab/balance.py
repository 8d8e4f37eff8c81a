"""The balance of a scenario: how its games end, for whom, and by what."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from game.content import Content
from game.content.vocabulary import SIDES
from game.engine.outcome import VERDICTS
from game.lab import courses, doings
from game.lab.account import Account, summed
from game.lab.fixtures import Deals, Fixture, mandates_of
from game.lab.goals import goals_of
from game.lab.groups import (
    Told,
    alone,
    both,
    by_side,
    heading,
    in_pairs,
    of_group,
    often,
    side_by_side,
    success,
)
from game.lab.intervals import mean, quantile
from game.lab.seating import Seat
from game.lab.work import Played
from game.match.series import HOT

MAIN: Final = "main"
SWAPPED: Final = "swapped"
DISTRUSTFUL: Final = "distrustful"
TRUSTFUL: Final = "trustful"
LOW_ASSURANCE: Final = 1
HIGH_ASSURANCE: Final = 7
QUANTILE: Final = 0.40
"""Of scores over forced pairs of mandates, where targets are set."""
_LOST: Final = -999
"""What a score counts as, in tenths, when its side failed whatever it had."""


@dataclass(frozen=True, slots=True)
class BalancePlan:
    """What a report on balance plays.

    Attributes:
        swap: Also play every deal with the seats exchanged.
        distrust: Also play every deal from low and from high Assurance.
        quantile: Where the targets of forced mandates are set.
    """

    deals: Deals
    seats: tuple[Seat, Seat]
    swap: bool = False
    distrust: bool = False
    quantile: float = QUANTILE

    def fixtures(self) -> list[Fixture]:
        """Return all games, those of one deal side by side so that a part is of use."""
        deals = self.deals
        groups = [deals.fixtures(MAIN, self.seats)]
        if self.swap:
            groups.append(deals.fixtures(SWAPPED, (self.seats[1], self.seats[0])))
        if self.distrust:
            groups += [
                deals.fixtures(DISTRUSTFUL, self.seats, assurance=LOW_ASSURANCE),
                deals.fixtures(TRUSTFUL, self.seats, assurance=HIGH_ASSURANCE),
            ]
        return side_by_side(groups)

    def told(self, played: Played) -> Told:
        """Return the report on the games that were played."""
        content, scenario = self.deals.things, self.deals.scenario
        accounts = of_group(played, MAIN)
        report = heading("balance", self.deals, played)
        report |= {"nato": self.seats[0].name, "russia": self.seats[1].name}
        report["games"] = len(accounts)
        report |= balance(content, scenario, accounts)
        if self.swap:
            report["swapped"] = _swapped(self.seats, played)
        if self.distrust:
            report["distrust"] = _distrust(played)
        if self.deals.mandates == "forced":
            report["calibration"] = _calibration(content, accounts, self.quantile)
        report["goals"] = [goal.told() for goal in goals_of(content, scenario, report)]
        return report


def balance(content: Content, scenario: str, accounts: Sequence[Account]) -> Told:
    """Return everything that is counted over games of one kind."""
    counts = summed(accounts)
    return {
        "outcomes": outcomes(accounts),
        "verdicts": {name: ended(accounts, name) for name in VERDICTS},
        "utilities": by_side(lambda side: mean([a.utility(side) for a in accounts]).told()),
        "mandates": _mandates(content, scenario, accounts),
        "pairs": _pairs(content, accounts),
        "sources": _sources(content, accounts),
        "length": _length(accounts),
        "spirals": _spirals(accounts),
        "chair": _chair(accounts),
        "courses": courses.courses(accounts),
        "rungs": courses.rungs(accounts),
        **doings.doings(content, scenario, accounts, counts),
    }


def ended(accounts: Sequence[Account], verdict: str) -> Told:
    """Return the share of games that ended with a verdict."""
    return often(accounts, lambda account: account.verdict == verdict)


def outcomes(accounts: Sequence[Account]) -> Told:
    """Return how often both, one and neither side succeeded, and how games ended badly."""
    return {
        "both": often(accounts, both),
        "one": often(accounts, lambda a: alone(a, 0) or alone(a, 1)),
        "only": by_side(lambda side: often(accounts, lambda a: alone(a, side))),
        "gap": mean([float(alone(a, 0)) - float(alone(a, 1)) for a in accounts]).told(),
        "neither": often(accounts, lambda a: not a.succeeded(0) and not a.succeeded(1)),
        "succeeded": by_side(lambda side: success(accounts, side)),
        "triumphed": by_side(lambda side: often(accounts, lambda a: a.outcome.triumphed(side))),
        "confrontation": ended(accounts, "confrontation"),
        "government_falls": ended(accounts, "government-falls"),
        "fell": by_side(lambda side: often(accounts, lambda a: side in a.outcome.fallen)),
        "joint_architecture": ended(accounts, "joint-architecture"),
    }


def _mandates(content: Content, scenario: str, accounts: Sequence[Account]) -> Told:
    """Return by mandate how it fared, and between which scores."""
    targets = content.scenarios[scenario].targets
    found: Told = {}
    for side in (0, 1):
        for slug in mandates_of(content, side):
            held = [a for a in accounts if a.outcome.mandates[side] == slug]
            scores = [a.outcome.points[side] / 10 for a in held]
            found[slug] = {
                "side": SIDES[side],
                "target": targets.get(slug, content.mandates[slug].target) / 10,
                "success": success(held, side),
                "utility": mean([a.utility(side) for a in held]).told(),
                "points": {
                    f"{q:g}": quantile(scores, q).told()["value"] for q in (0.25, 0.5, 0.75)
                },
            }
    return found


def _pairs(content: Content, accounts: Sequence[Account]) -> Told:
    """Return by pair of mandates how often each side and both succeeded."""

    def of_pair(nato: str, russia: str) -> Told:
        held = [a for a in accounts if a.outcome.mandates == (nato, russia)]
        return {**by_side(lambda side: success(held, side)), "both": often(held, both)}

    return {
        nato: {russia: of_pair(nato, russia) for russia in mandates_of(content, 1)}
        for nato in mandates_of(content, 0)
    }


def _sources(content: Content, accounts: Sequence[Account]) -> Told:
    """Return by mandate what its points came from on the average."""
    found: Told = {}
    for side in (0, 1):
        for slug in mandates_of(content, side):
            held = [a.sources[side] for a in accounts if a.outcome.mandates[side] == slug]
            names = dict.fromkeys(name for sources in held for name in sources)
            found[slug] = {
                name: round(fmean(one.get(name, 0) for one in held) / 10, 2) for name in names
            }
    return found


def _length(accounts: Sequence[Account]) -> Told:
    """Return how long games are, in decisions with a choice and in rounds."""
    rounds = [a.rounds for a in accounts]
    return {
        "decisions": mean([a.decisions for a in accounts]).told(),
        "decisions_from": min((a.decisions for a in accounts), default=0),
        "decisions_to": max((a.decisions for a in accounts), default=0),
        "forced": mean([a.forced for a in accounts]).told(),
        "rounds": mean(rounds).told(),
        "rounds_by_number": {str(n): rounds.count(n) for n in sorted(set(rounds))},
    }


def _spirals(accounts: Sequence[Account]) -> Told:
    """Return how often Tension becomes dangerous, and how often it comes back."""
    hot = [a for a in accounts if a.peaks]
    return {
        "from": HOT,
        "hot": often(accounts, lambda a: a.peaks > 0),
        "cooled": often(hot, lambda a: a.cooled > 0),
        "peaks": mean([a.peaks for a in accounts]).told(),
        "joint_sum": mean([a.joint_sum for a in accounts]).told(),
    }


def _chair(accounts: Sequence[Account]) -> Told:
    """Return each side's success where it chaired first, and where the other did."""

    def chaired_by(side: int) -> list[Account]:
        return [a for a in accounts if a.chair == side]

    return by_side(
        lambda side: {
            "first": success(chaired_by(side), side),
            "second": success(chaired_by(1 - side), side),
        }
    )


def _swapped(seats: tuple[Seat, Seat], played: Played) -> Told:
    """Return what each player's utility as NATO is above its own as Russia, deal by deal."""
    pairs = in_pairs(played, MAIN, SWAPPED)
    return {
        "first": {
            "seat": seats[0].name,
            "nato_less_russia": mean([a.utility(0) - b.utility(1) for a, b in pairs]).told(),
        },
        "second": {
            "seat": seats[1].name,
            "nato_less_russia": mean([b.utility(0) - a.utility(1) for a, b in pairs]).told(),
        },
    }


def _distrust(played: Played) -> Told:
    """Return what high Assurance at the start does to the joint levels at the end."""
    pairs = in_pairs(played, TRUSTFUL, DISTRUSTFUL)

    def start(group: str, level: int) -> Told:
        sums = [a.joint_sum for a in of_group(played, group)]
        return {"assurance": level, "joint_sum": mean(sums).told()}

    return {
        "low": start(DISTRUSTFUL, LOW_ASSURANCE),
        "high": start(TRUSTFUL, HIGH_ASSURANCE),
        "difference": mean([a.joint_sum - b.joint_sum for a, b in pairs]).told(),
    }


def _calibration(content: Content, accounts: Sequence[Account], q: float) -> Told:
    """Return the targets that would let a share 1 - `q` of each mandate's games succeed."""
    found: Told = {"quantile": q, "targets": {}}
    for side in (0, 1):
        for slug in mandates_of(content, side):
            scores = [
                _LOST if _failed(a, side) else a.outcome.points[side]
                for a in accounts
                if a.outcome.mandates[side] == slug
            ]
            at = quantile(scores, q)
            found["targets"][slug] = {
                "tenths": round(at.value),
                "low": round(at.low),
                "high": round(at.high),
                "n": at.sample,
            }
    return found


def _failed(account: Account, side: int) -> bool:
    """Say whether a side failed whatever its score was."""
    return account.verdict == "confrontation" or side in account.outcome.fallen
