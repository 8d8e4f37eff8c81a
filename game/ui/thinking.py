"""A turn of the computer's, thought out beside the frame loop.

What is seen takes whole beats: a decision is played at the first beat after it was made,
and never before the first. So the time that it took tells nothing of what was in a hand.
"""

from math import ceil
from typing import Final

from game.engine.actions import MANDATE, TERM, kind_of
from game.match.advising import simple_action
from game.match.worker_messages import Decided
from game.players.search.patient import PATIENT
from game.ui.sitting import Sitting
from game.words import side_values

PAUSE: Final = 0.7
"""Seconds of a beat; no decision that can be seen comes sooner."""
WITHOUT_HURRY: Final = 4.2
"""Seconds of a beat of a player that thinks as long as it takes."""
LONG: Final = 2.1
"""Seconds after which somebody at the window may want to end it."""
_REFILL: Final = 2.8
"""Seconds in which the shape fills again while thinking takes long."""
_GRACE: Final = 1.0
"""Seconds that a player who is asked to end has for it."""
_TRIES: Final = 2
_SILENT: Final = (MANDATE, TERM)
"""Kinds of action that nobody sees by themselves; no pause comes before the next one."""
_SEARCHING: Final = "search"


def thinks_aside(seat: str) -> bool:
    """Say whether a seat's player thinks so long that it needs a process of its own."""
    return seat.partition(":")[0] == _SEARCHING


def beat_of(seat: str) -> float:
    """Return the beat of a seat, long enough for most of its decisions."""
    return WITHOUT_HURRY if seat.split(":")[1:2] == [PATIENT] else PAUSE


class ComputerTurn:
    """The computer's decisions up to one that can be seen.

    Attributes:
        elapsed: Seconds since it began.
    """

    def __init__(self, sitting: Sitting, *, beat: float = PAUSE) -> None:
        """Begin a turn of the side that is to decide.

        Args:
            sitting: The match.
            beat: Seconds of a beat.
        """
        self.elapsed = 0.0
        self._sitting = sitting
        self._beat = beat
        self._side = sitting.match.to_move
        self._aside = thinks_aside(sitting.match.seat_to_move or "")
        self._action: int | None = None
        self._due = beat
        self._tries = 0
        self._ending: float | None = None

    @property
    def side(self) -> int:
        """The side that decides."""
        return self._side or 0

    @property
    def share(self) -> float:
        """How much of the side's shape is filled, 0 to 1."""
        if self.elapsed < self._beat:
            return self.elapsed / self._beat
        return (self.elapsed - self._beat) % _REFILL / _REFILL

    @property
    def left(self) -> float:
        """Seconds until the next look at it can change anything, 0 while it is thought."""
        return max(0.0, self._due - self.elapsed)

    @property
    def long(self) -> bool:
        """Whether it has taken so long that one may want to end it."""
        return self._action is None and self.elapsed >= LONG

    def advance(self, seconds: float) -> bool:
        """Let time pass; say whether a decision that can be seen was played."""
        self.elapsed += seconds
        while True:
            if self._action is None:
                self._listen()
            if self._action is None or self.elapsed < self._due:
                return False
            if self._play(self._action):
                return True

    def hasten(self) -> None:
        """End the pause: what is decided is played at once."""
        self._due = self.elapsed
        self._beat = 0.0

    def end(self) -> None:
        """Stop the thinking: what was found so far does, or a move one step ahead.

        A player that can't say what it has found so far is not waited for.
        """
        if self._ending is None:
            self._sitting.worker.enough()
            self._ending = self.elapsed

    def _listen(self) -> None:
        """Ask the player, or hear whether it has decided."""
        if not self._aside:
            if self.elapsed >= self._due:
                self._decided(self._sitting.match.computer_action())
            return
        worker = self._sitting.worker
        if not worker.busy:
            worker.decide()
        answer = worker.poll()
        if isinstance(answer, Decided):
            self._decided(answer.action)
        elif answer is not None:
            self._failed()
        elif self._ending is not None and self.elapsed - self._ending >= _GRACE:
            worker.cancel()
            self._decided(simple_action(self._sitting.match))

    def _decided(self, action: int) -> None:
        """Hold a decision until the next beat; one that nobody sees only over the first."""
        self._action = action
        self._ending = None
        if kind_of(action) not in _SILENT:
            beats = ceil(self.elapsed / self._beat) if self._beat else 1
            self._due = max(self._due, self._beat * beats)

    def _failed(self) -> None:
        """Try once more; then let a simpler player move, and say so."""
        self._tries += 1
        if self._tries < _TRIES:
            return
        words = self._sitting.words
        self._sitting.remark(
            words.text(
                "{sides} player lost its thread and moved by a simpler rule.",
                **side_values(words, self.side),
            )
        )
        self._decided(simple_action(self._sitting.match))

    def _play(self, action: int) -> bool:
        """Play a decision; say whether it ends this turn of thinking."""
        match = self._sitting.match
        self._action = None
        self._sitting.play(action)
        seen = kind_of(action) not in _SILENT
        return seen or match.over or match.to_move != self._side
