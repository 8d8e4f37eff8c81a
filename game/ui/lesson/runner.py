"""The table run from the facilitator's panel: the computer's seats, step by step or on."""

from typing import Final

from game.ui.sitting import Sitting
from game.ui.thinking import ComputerTurn
from game.words import side_values

_BEAT: Final = 1.2
"""Seconds before each decision that can be seen."""
_LOOK: Final = 0.02


class Runner:
    """Lets the computer's seats decide, once or until somebody stops them.

    Attributes:
        running: Whether they go on by themselves.
    """

    def __init__(self, sitting: Sitting) -> None:
        self.running = False
        self._sitting = sitting
        self._turn: ComputerTurn | None = None

    @property
    def why_not(self) -> str:
        """Why nothing can be run: a person decides, or all is over; empty if it can."""
        words, match = self._sitting.words, self._sitting.match
        side = match.to_move
        if side is None:
            return words.text("The match is over.")
        if match.is_human(side):
            return words.text("{side} decides at its seat.", **side_values(words, side))
        return ""

    def toggle(self) -> None:
        """Run, or stop; what is being thought is forgotten."""
        self.running = not self.running
        self.forget()

    def step(self) -> None:
        """Let one decision be made, however long it is thought about."""
        self.running = False
        self._turn = ComputerTurn(self._sitting, beat=0.0)

    def forget(self) -> None:
        """Think of nothing any more."""
        self._turn = None
        self._sitting.worker.cancel()

    def stop(self) -> None:
        """Stop, and think of nothing any more."""
        self.running = False
        self.forget()

    def advance(self, seconds: float) -> bool:
        """Let time pass; say whether a decision that can be seen was made."""
        if self._turn is None and self.running and not self.why_not:
            self._turn = ComputerTurn(self._sitting, beat=_BEAT)
        if self._turn is None or not self._turn.advance(seconds):
            return False
        self._turn = None
        self.running = self.running and not self.why_not
        return True

    def wake(self) -> float | None:
        """Return in how many seconds to look again."""
        if self._turn is not None:
            return max(_LOOK, self._turn.left)
        return _LOOK if self.running else None
