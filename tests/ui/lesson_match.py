"""Matches that are part of a lesson, for tests of the facilitator's part of the window."""

from functools import cache
from pathlib import Path

from game.match import Match
from game.match.lesson_record import LessonBegun
from game.ui.lesson.run import LessonRun
from game.ui.scene import Scene
from game.ui.sitting import Sitting
from game.words import Words
from tests.ui.board_match import content
from tests.ui.pilot import Pilot

PLAN = "security-dilemma-45"
CODE = "0000-0000-0000"
PLAYERS = ("greedy", "reciprocator")
SCENARIO = "lisbon-to-chicago"


@cache
def whole() -> Match:
    """Return a match of the computer's that is over."""
    match = Match.start(content(), SCENARIO, 7, PLAYERS)
    while not match.over:
        match.play(match.computer_action())
    return match


def decided(phase: str, number: int = 2) -> int:
    """Return after how many decisions a phase of a round asks for one."""
    found = (one for one in whole().history if (one.round, one.phase) == (number, phase))
    return next(found).number - 1


def lesson_at(
    done: int,
    *,
    seats: tuple[str, str] = PLAYERS,
    folder: Path | None = None,
    plan: str = PLAN,
) -> Sitting:
    """Return a sitting at a match of a lesson, after so many decisions."""
    match = Match.branch(whole(), done, seats, folder)
    match.note_lesson(LessonBegun(plan, "10B", CODE, swapped=False))
    return Sitting(match, Words(content()))


def run_of(sitting: Sitting) -> LessonRun:
    """Return the lesson of a sitting."""
    assert sitting.lesson is not None
    return sitting.lesson


def on(window: Pilot, kind: type[Scene]) -> bool:
    """Say whether a screen of some kind is shown."""
    return isinstance(window.scene, kind)
