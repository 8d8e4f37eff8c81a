"""Advice that was shown in a match: how often, and how often it was followed."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.engine import actions as a
from game.match import Course
from game.match.hints import Hint


@dataclass(frozen=True, slots=True)
class AdviceTaken:
    """The advice that one side was shown.

    Attributes:
        shown: Entries that were decided after advice was shown.
        followed: Those of them that did what it called best.
    """

    side: int
    shown: tuple[int, ...]
    followed: tuple[int, ...]

    @property
    def rests(self) -> tuple[int, ...]:
        """The entries it rests on."""
        return self.shown


def advice_taken(course: Course, hints: Sequence[Hint]) -> tuple[AdviceTaken, ...]:
    """Return what advice each side was shown; none for a side that was shown none.

    A decision that was taken back and taken anew counts as it stands in the end.
    """
    taken = []
    for side in (0, 1):
        last = {
            hint.number + 1: hint
            for hint in hints
            if hint.side == side and _decides(course, hint)
        }
        followed = tuple(number for number, hint in last.items() if _followed(course, hint))
        if last:
            taken.append(AdviceTaken(side, tuple(last), followed))
    return tuple(taken)


def _decides(course: Course, hint: Hint) -> bool:
    """Say whether the advised side took the decision that followed."""
    history = course.history
    return hint.number < len(history) and history[hint.number].side == hint.side


def _followed(course: Course, hint: Hint) -> bool:
    """Say whether what was called best was done: of a package, all of it."""
    history = course.history
    if not hint.package:
        return history[hint.number].action == hint.action
    drafted = course.truth_after(hint.number).view(hint.side).draft
    terms = list(drafted)
    for entry in history[hint.number :]:
        if a.kind_of(entry.action) != a.TERM:
            break
        terms.append(entry.action & 0xFF)
    else:
        return False
    return a.kind_of(entry.action) == a.TABLE and tuple(terms) == hint.package
