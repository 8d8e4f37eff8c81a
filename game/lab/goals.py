"""Goals: the targets of the design that one report on balance can hold its numbers against.

A target that needs other players, or players that are denied something, stands in the
reports that play those: `ladder`, `strategies`, `ablation`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from game.content import Content
from game.content.vocabulary import STANCES

ANY: Final = 99.0
"""In place of a most that there isn't."""
_WITHIN: Final = 0.12
"""How far a mandate's success may lie from the mean of its side."""
_LEAST_EVENT: Final = 0.10
_LEAST_ANSWER: Final = 0.05
_ENOUGH: Final = 60
"""Plays, or cases, from which a share is held against a goal."""
_WHOLE_GAME: Final = 7
"""Rounds from which a scenario is the full game."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A goal and what was measured.

    Attributes:
        name: Stable; words make a sentence of it.
        least, most: Between which the value should lie.
        must: It has to hold; the others are sought.
        sample: How many games or deals it rests on.
    """

    name: str
    value: float
    least: float
    most: float
    must: bool
    sample: int
    low: float | None = None
    high: float | None = None

    @property
    def met(self) -> bool:
        """Whether the value lies where it should."""
        return self.least <= self.value <= self.most

    @property
    def sure(self) -> bool:
        """Whether the whole interval says so; a plain count is what it is."""
        if self.low is None or self.high is None:
            return True
        if self.met:
            return self.least <= self.low and self.high <= self.most
        return self.high < self.least or self.most < self.low

    def told(self) -> dict[str, Any]:
        """Return the goal for a machine."""
        return {
            "goal": self.name,
            "value": round(self.value, 4),
            "low": self.low,
            "high": self.high,
            "least": self.least,
            "most": self.most,
            "must": self.must,
            "n": self.sample,
            "met": self.met,
            "sure": self.sure,
        }


def goals_of(content: Content, scenario: str, told: dict[str, Any]) -> list[Measured]:
    """Return the goals of a report on balance, in the order of the design's table."""
    ends, spirals = told["outcomes"], told["spirals"]
    games = ends["both"]["n"]
    found = [
        of_estimate("both", ends["both"], 0.28, 0.45),
        of_estimate("one", ends["one"], 0.30, 0.50),
        of_estimate("gap", _unsigned(ends["gap"]), 0.0, 0.05),
        of_estimate("confrontation", ends["confrontation"], 0.005, 0.06),
        of_estimate("government-falls", ends["government_falls"], 0.0, 0.06),
        of_estimate("joint-architecture", ends["joint_architecture"], 0.03, 0.12),
        of_estimate("hot", spirals["hot"], 0.40, 0.75),
        of_estimate("cooled", spirals["cooled"], 0.50, 1.0),
    ]
    if "distrust" in told:
        found.append(of_estimate("distrust", told["distrust"]["difference"], 1.0, ANY))
    found += [
        of_estimate("mandates", _farthest(told["mandates"]), 0.0, _WITHIN),
        Measured("stances", _rarest_stance(told["stances"]), _LEAST_ANSWER, 1.0, True, games),
        Measured("events", _rare_events(told["cards"]), 0, 2, False, games),
        Measured("operations", _rare_operations(told["cards"]), 0, 0, False, games),
        Measured("answers", _rare_answers(told["answers"]), 0, 5, False, games),
    ]
    if content.scenarios[scenario].rounds >= _WHOLE_GAME:
        found.append(of_estimate("decisions", told["length"]["decisions"], 90, 160))
    return found


def of_estimate(
    name: str, told: dict[str, Any], least: float, most: float, *, must: bool = True
) -> Measured:
    """Return a goal for an estimate."""
    return Measured(
        name, told["value"], least, most, must, told["n"], told["low"], told["high"]
    )


def _unsigned(told: dict[str, Any]) -> dict[str, Any]:
    """Return the size of an estimate, whichever way it points."""
    ends = sorted((abs(told["low"]), abs(told["high"])))
    around = told["low"] <= 0 <= told["high"]
    low = 0.0 if around else ends[0]
    return {**told, "value": abs(told["value"]), "low": low, "high": ends[1]}


def _farthest(mandates: dict[str, Any]) -> dict[str, Any]:
    """Return how far from its side's mean the success of that mandate lies that is farthest."""
    found = [{"value": 0.0, "low": 0.0, "high": 0.0, "n": 0}]
    for side in ("nato", "russia"):
        held = [m["success"] for m in mandates.values() if m["side"] == side]
        held = [one for one in held if one["n"]]
        for one in held:
            middle = sum(other["value"] for other in held) / len(held)
            ends = {key: one[key] - middle for key in ("value", "low", "high")}
            found.append(_unsigned({**ends, "n": one["n"]}))
    return max(found, key=lambda one: one["value"])


def _rarest_stance(stances: dict[str, Any]) -> float:
    """Return the share of the stance that is taken least over all crises."""
    taken = dict.fromkeys(STANCES, 0.0)
    for sides in stances.values():
        for side in sides.values():
            for stance in STANCES:
                taken[stance] += side[stance]["value"] * side[stance]["n"]
    every = sum(taken.values())
    return min(taken.values()) / every if every else 0.0


def _rare_events(cards: dict[str, Any]) -> int:
    """Return how many cards are hardly ever played for their event."""
    return _rare((c["event"] for c in cards.values()), _LEAST_EVENT)


def _rare_operations(cards: dict[str, Any]) -> int:
    """Return how many cards are hardly ever played for their operations."""
    return _rare((c["operations"] for c in cards.values()), _LEAST_EVENT)


def _rare_answers(answers: dict[str, Any]) -> int:
    """Return how many answers to crises are hardly ever given."""
    return _rare(
        (
            answer
            for crisis in answers.values()
            for side in ("nato", "russia")
            for answer in crisis[side].values()
        ),
        _LEAST_ANSWER,
    )


def _rare(shares: Iterable[dict[str, Any]], least: float) -> int:
    """Return how many shares lie below the least, of those that rest on enough cases."""
    return sum(one["n"] >= _ENOUGH and one["value"] < least for one in shares)
