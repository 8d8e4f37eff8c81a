"""The computer is to decide: a pause in which its shape fills, then what it does."""

from typing import Final

import pygame
from pygame import Rect

from game.ui import text
from game.ui.draw import frame, mark
from game.ui.scene import Push, Replace, Transition
from game.ui.scenes.page import Page
from game.ui.scenes.pause import PauseScene, to_panel
from game.ui.sitting import Sitting
from game.ui.theme import PANEL_TITLE, Theme
from game.ui.thinking import PAUSE, ComputerTurn, beat_of
from game.ui.widgets.button import Button
from game.ui.widgets.intent import Intent, Pressed
from game.ui.widgets.keys import is_key
from game.ui.widgets.widget import Group, Widget
from game.words import side_values

_SHAPE: Final = 30
_HIGH: Final = 64
_NOW: Final = "now"
_REST: Final = 0.1
"""Seconds between two looks at whether a decision was made, where nothing moves."""


class ThinkingPlate(Widget):
    """The shape of a side that fills from the bottom, and its words.

    Attributes:
        share: How much of the shape is filled, 0 to 1.
    """

    def __init__(self, words: str, side: int) -> None:
        super().__init__("thinking")
        self.words = words
        self.side = side
        self.share = 0.0

    def says(self) -> str:
        """Return the words."""
        return self.words

    def natural_width(self, theme: Theme) -> int:
        """Return the width of shape and words."""
        return text.width(self.words, PANEL_TITLE, theme) + _SHAPE + 62

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the plate."""
        return _HIGH

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the size of the content."""
        return self.natural_width(theme) - 20, _SHAPE

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the plate, the shape and how much of it is filled."""
        palette = theme.palette
        frame.shadow(target, theme, self.rect)
        frame.box(target, theme, self.rect, palette.panel, palette.ink)
        frame.side_edge(target, theme, self.rect, theme.side_colour(self.side))
        at = (self.rect.x + 24 + _SHAPE / 2, self.rect.centery)
        mark.side_mark(target, theme, self.side, at, _SHAPE, outlined=True)
        high = round((_SHAPE + 4) * self.share)
        bottom = self.rect.centery + (_SHAPE + 4) // 2
        filled = Rect(self.rect.x, bottom - high, 24 + _SHAPE + 4, high)
        before = target.get_clip()
        target.set_clip(theme.rect(filled).clip(before))
        mark.side_mark(target, theme, self.side, at, _SHAPE)
        target.set_clip(before)
        line = text.baseline_at(self.rect.centery, PANEL_TITLE, theme)
        left = self.rect.x + 24 + _SHAPE + 16
        text.write(target, theme, self.words, PANEL_TITLE, palette.ink, (left, line))


class ThinkingScene(Page):
    """The screen of the one person at the window stays, with a plate upon it."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        beat = beat_of(sitting.match.seat_to_move or "")
        self.turn = ComputerTurn(sitting, beat=beat)
        self._frozen: pygame.Surface | None = None

    def enter(self) -> None:
        """Keep the screen as it is: the person has just seen it."""
        if self.sitting.match.history:
            self._frozen = pygame.display.get_surface().copy()

    def look(self, size: tuple[int, int], theme: Theme) -> None:
        """Take a size and a theme; what is frozen fits no other one."""
        if self._seen and (size != self.size or theme != self.theme):
            self._frozen = None
        super().look(size, theme)

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
            plate.place(Rect((size[0] - wide) // 2, 200, wide, _HIGH), self.theme)
        if isinstance(now, Button):
            wide = now.natural_width(self.theme)
            high = now.measure(self.theme, wide)
            now.place(Rect((size[0] - wide) // 2, 200 + _HIGH + 14, wide, high), self.theme)

    def paint(self, target: pygame.Surface) -> None:
        """Paint what was on the screen before."""
        if self._frozen is None or self._frozen.get_size() != target.get_size():
            super().paint(target)
        else:
            target.blit(self._frozen, (0, 0))

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
