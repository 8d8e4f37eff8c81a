"""The stage: the board on which what has just happened is seen, before anything is asked."""

from typing import Final

import pygame

from game.ui.motion import SCREEN
from game.ui.scene import Replace, Transition
from game.ui.scenes.board import BoardScene
from game.ui.sitting import Sitting
from game.ui.widgets.intent import Intent
from game.ui.widgets.widget import Widget

_LEAST: Final = SCREEN + 0.08
"""Seconds until the change of screens is over: what comes next may keep this picture."""
_SKIPPING: Final = (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN)


class StageScene(BoardScene):
    """The board while it moves, and then what comes next. Any key or click goes on."""

    passing = True

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self._clock = 0.0

    def enter(self) -> None:
        """Tell no news: the screens on which something is decided do."""

    def build(self) -> Widget:
        """Build the board with nothing to do on it."""
        board = super().build()
        self.prompt.visible = self.undo.visible = False
        return board

    @property
    def has_story(self) -> bool:
        """Return that nothing can be told again here: it is just being told."""
        return False

    def handle(self, event: pygame.event.Event) -> Transition | None:
        """Finish what moves on any key or click; nothing can be chosen here."""
        if event.type in _SKIPPING:
            self.motion.finish()
            self.settle()
            self.damage.whole()
        return None

    def on_intent(self, intent: Intent) -> Transition | None:
        """Want nothing."""
        return None

    def passed(self, seconds: float) -> Transition | None:
        """Go on when all has been seen."""
        self._clock += seconds
        super().passed(seconds)
        if self.motion.moving or self._clock < _LEAST:
            return None
        return Replace(self.sitting.next_scene())

    def wake(self) -> float | None:
        """Ask for every frame while something moves, then for the time to go on."""
        return 0.0 if self.motion.moving else max(0.0, _LEAST - self._clock)
