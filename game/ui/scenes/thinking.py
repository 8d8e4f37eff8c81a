"""The computer is to decide: a pause in which its shape fills, then what it does."""

from typing import Final

import pygame
from pygame import Rect

from game.ui.board.thinking_plate import HIGH, ThinkingPlate
from game.ui.scene import Push, Replace, Transition
from game.ui.scenes.page import Page
from game.ui.scenes.pause import PauseScene, to_panel
from game.ui.scenes.stage import StageScene
from game.ui.sitting import Sitting
from game.ui.theme import Theme
from game.ui.thinking import PAUSE, ComputerTurn, beat_of
from game.ui.widgets.button import Button
from game.ui.widgets.intent import Intent, Pressed
from game.ui.widgets.keys import is_key
from game.ui.widgets.widget import Group, Widget
from game.words import side_values

_NOW: Final = "now"
_REST: Final = 0.1
"""Seconds between two looks at whether a decision was made, where nothing moves."""


class ThinkingScene(Page):
    """The screen of the one person at the window stays, with a plate upon it."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        beat = beat_of(sitting.match.seat_to_move or "")
        self.turn = ComputerTurn(sitting, beat=beat)
        self._follows = sitting.on_screen and bool(sitting.match.history)
        self._frozen: pygame.Surface | None = None
        self._board: StageScene | None = None

    def enter(self) -> None:
        """Keep the screen as it is, if it is of this match: the person has just seen it."""
        if self._follows:
            self._frozen = pygame.display.get_surface().copy()

    def look(self, size: tuple[int, int], theme: Theme) -> None:
        """Take a size and a theme; what is frozen fits no other one: then it is the board."""
        if self._seen and (size != self.size or theme != self.theme):
            self._frozen = None
        super().look(size, theme)
        if self._frozen is None and self.sitting.viewer is not None and self.sitting.view.round:
            self._board = self._board or StageScene(self.sitting)
            self._board.look(size, theme)

    def build(self) -> Widget:
        """Return the plate, and the button that ends the thinking once it takes long."""
        words = self.sitting.words
        values = side_values(words, self.turn.side)
        plate = ThinkingPlate(words.text("{side} is thinking …", **values), self.turn.side)
        now = Button(_NOW, words.text("Let it move now"), key="Enter")
        now.visible = self.turn.long
        return Group("waiting", [plate, now])

    def layout(self, size: tuple[int, int]) -> None:
        """Place the plate in the middle of the upper part, where the map lies."""
        plate, now = self.root.children
        if isinstance(plate, ThinkingPlate):
            wide = plate.natural_width(self.theme)
            plate.place(Rect((size[0] - wide) // 2, 200, wide, HIGH), self.theme)
        if isinstance(now, Button):
            wide = now.natural_width(self.theme)
            high = now.measure(self.theme, wide)
            now.place(Rect((size[0] - wide) // 2, 200 + HIGH + 14, wide, high), self.theme)

    def paint(self, target: pygame.Surface) -> None:
        """Paint what was on the screen before, or else the board."""
        if self._frozen is not None and self._frozen.get_size() == target.get_size():
            target.blit(self._frozen, (0, 0))
        elif self._board is not None:
            self._board.draw(target)
        else:
            super().paint(target)

    def on_intent(self, intent: Intent) -> Transition | None:
        """End the thinking."""
        if isinstance(intent, Pressed) and intent.id == _NOW:
            self.turn.end()
        return None

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Open the pause with Esc; any other key ends the wait."""
        if is_key(event, "Esc"):
            return Push(PauseScene(self.sitting))
        if is_key(event, "F7"):
            return to_panel(self.sitting)
        if event.type == pygame.KEYDOWN:
            self.turn.hasten()
        return None

    def passed(self, seconds: float) -> Transition | None:
        """Fill the shape; once the computer has decided, go on."""
        if self.turn.advance(seconds):
            return Replace(self.sitting.next_scene())
        plate, now = self.root.children
        if isinstance(plate, ThinkingPlate):
            plate.share = self.turn.share
        if now.visible != self.turn.long:
            now.visible = self.turn.long
            self.damage.whole()
        return None

    def moved(self) -> list[Rect] | None:
        """Return the plate: it fills."""
        return [self.root.children[0].rect]

    def wake(self) -> float | None:
        """Ask for the next frame; with reduced motion only for a look at the clock."""
        if not self.theme.still:
            return 0.0
        return max(_REST, PAUSE - self.turn.elapsed)
