"""What just happened, as steps: what the rival did since the viewer decided last.

Only events as the viewer may know them are told. One step is one event; the steps that
follow from one card or one package are an act.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.engine.events import (
    CardPlayed,
    CardPlayedFaceDown,
    CrisisResolved,
    Event,
    NothingProposed,
    PackageAnswered,
    PackageTabled,
    RoundBegan,
    StatementMade,
)
from game.match.course import redacted
from game.match.entry import Entry
from game.ui.board.revealed import GOES_ON
from game.ui.motion.beats import Beat, sounds_of
from game.ui.motion.moves import Move, move_of
from game.ui.motion.showing import Showing
from game.words import LogLine, Words, full_line, log_line

_HEADS: Final = (
    CardPlayed,
    CardPlayedFaceDown,
    CrisisResolved,
    NothingProposed,
    PackageAnswered,
    PackageTabled,
    RoundBegan,
    StatementMade,
)
"""Events with which an act begins."""


@dataclass(frozen=True, slots=True)
class StoryStep:
    """One thing that happened.

    Attributes:
        head: The event that began the act it belongs to.
        act: The number of the act, from 0.
        move: What it moved on the board, if that can be seen.
    """

    event: Event
    line: LogLine
    round: int
    head: Event
    act: int
    move: Move | None


@dataclass(frozen=True, slots=True)
class Story:
    """Steps in order, and the moves of what came after them."""

    steps: tuple[StoryStep, ...]
    later: tuple[Move, ...] = ()

    def showing(self) -> Showing:
        """Return the story as a showing: a beat a step, and what came later behind them."""
        beats = [
            Beat(
                () if step.move is None else (step.move,),
                () if step.move is None else tuple(sounds_of(step.event, step.move)),
            )
            for step in self.steps
        ]
        return Showing([*beats, *(Beat((move,)) for move in self.later)])

    def act_of(self, number: int) -> list[int]:
        """Return the numbers of the steps of the same act."""
        act = self.steps[number].act
        return [n for n, step in enumerate(self.steps) if step.act == act]


def last_story(words: Words, history: Sequence[Entry], viewer: int) -> Story:
    """Return what the rival did last and what that brought; no steps if nothing yet."""
    end = max((n for n, entry in enumerate(history) if entry.side != viewer), default=-1)
    own = range(end - 1, -1, -1)
    start = next((n for n in own if history[n].side == viewer), -1)
    told: list[tuple[int, Event]] = []
    if end >= 0 and start >= 0:
        told += [(history[start].round, one) for one in _tail(history[start].events)]
    for entry in history[start + 1 : end + 1]:
        told += [(entry.round, event) for event in entry.events]
    later = [event for entry in history[end + 1 :] for event in entry.events]
    moves = (move_of(event, viewer) for event in redacted(later, viewer))
    return Story(_steps(words, told, viewer), tuple(move for move in moves if move))


def _tail(events: Sequence[Event]) -> Sequence[Event]:
    """Return what came after an own act by itself: crises, the reckoning, a new round."""
    first = next((n for n, one in enumerate(events) if isinstance(one, GOES_ON)), len(events))
    return events[first:]


def _steps(
    words: Words, told: Sequence[tuple[int, Event]], viewer: int
) -> tuple[StoryStep, ...]:
    steps: list[StoryStep] = []
    head: Event | None = None
    act = -1
    for number, event in told:
        shown = event.redacted(viewer)
        if shown is None:
            continue
        if head is None or isinstance(shown, _HEADS):
            head, act = shown, act + 1
        move = move_of(shown, viewer)
        if move is None and log_line(words, shown) is None:
            continue
        steps.append(StoryStep(shown, full_line(words, shown), number, head, act, move))
    return tuple(steps)
