"""What the window and its worker process say to one another: plain values, no objects.

A worker is told how a match was dealt and what was decided, as a journal would; it plays
that over and hands its players and advisers views, as the match itself does.
"""

from dataclasses import dataclass
from typing import TypeAlias

from game.engine.inject import Injection
from game.match.seats import Seats
from game.players.advice import Advice

Script: TypeAlias = tuple[int | Injection, ...]
"""Every decision that stands, in order, with what was injected between them."""


@dataclass(frozen=True, slots=True)
class Deal:
    """A match before its first decision: content by the text of its files."""

    files: dict[str, str]
    scenario: str
    seed: int
    seats: Seats


@dataclass(frozen=True, slots=True)
class DecideTask:
    """The computer's player who is to decide shall choose an action."""

    number: int
    script: Script


@dataclass(frozen=True, slots=True)
class AdviseTask:
    """The side that is to decide asks for advice, of so many lines played on."""

    number: int
    script: Script
    lines: int


@dataclass(frozen=True, slots=True)
class Enough:
    """What was found so far shall do."""

    number: int


Task: TypeAlias = DecideTask | AdviseTask


@dataclass(frozen=True, slots=True)
class Progress:
    """A sign of life: how much of a task is done, 0 to 1."""

    number: int
    share: float


@dataclass(frozen=True, slots=True)
class Decided:
    """What a player chose."""

    number: int
    action: int


@dataclass(frozen=True, slots=True)
class AdviceGiven:
    """What a side is advised to do."""

    number: int
    advice: Advice


@dataclass(frozen=True, slots=True)
class Broke:
    """A task could not be done: why, one line for the log."""

    number: int
    why: str


Answer: TypeAlias = Decided | AdviceGiven | Broke
