"""Advice and emergency moves for who is to decide: only what that side may know goes in."""

from typing import Final

from game.match.course import Course
from game.players import make_player
from game.players.advice import LINES, Advice, Watch, advise

_SIMPLE: Final = "greedy"
"""Who moves when thinking came to nothing: it looks one step ahead, and never long."""


def advice_on(course: Course, lines: int = LINES, watch: Watch | None = None) -> Advice:
    """Return the best moves of the decision in hand, with what speaks for them.

    Args:
        course: The match; somebody must be to decide.
        lines: How many lines of play to try.
        watch: Hears how far it is, and may stop it early.
    """
    side = _to_decide(course)
    memory = course.memories(side)[-1] if course.history else None
    return advise(course.view(side), memory, lines, course.seed, watch)


def simple_action(course: Course) -> int:
    """Return an action of the side to decide that takes no thought."""
    side = _to_decide(course)
    return make_player(_SIMPLE, course.seed, side).decide(course.view(side))


def _to_decide(course: Course) -> int:
    side = course.to_move
    if side is None:
        raise ValueError("nobody is to decide")
    return side
