"""The computer is to decide: a short pause in which its shape fills, then what it does."""

from typing import Final

import pygame
from pygame import Rect

from game.engine.actions import MANDATE, TERM, kind_of
from game.ui import text
from game.ui.draw import frame, mark
from game.ui.scene import Push, Replace, Transition
from game.ui.scenes.page import Page
from game.ui.scenes.pause import PauseScene
from game.ui.sitting import Sitting
from game.ui.theme import PANEL_TITLE, Theme
from game.ui.widgets.keys import is_key
from game.ui.widgets.widget import Group, Widget
from game.words import side_values

PAUSE: Final = 0.7
"""Seconds before a decision of the computer's that can be seen: the same for every one."""
_SILENT: Final = (MANDATE, TERM)
"""Kinds of action that nobody sees by themselves; no pause comes before the next one."""
_SHAPE: Final = 30
_HIGH: Final = 64


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
        self._frozen: pygame.Surface | None = None
        self._clock = 0.0

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
        """Return the plate."""
        side = self.sitting.match.to_move or 0
        words = self.sitting.words.text(
            "{side} is thinking …", **side_values(self.sitting.words, side)
        )
        return Group("waiting", [ThinkingPlate(words, side)])

    def layout(self, size: tuple[int, int]) -> None:
        """Place the plate in the middle of the upper part, where the map lies."""
        for plate in self.root.children:
            if isinstance(plate, ThinkingPlate):
                wide = plate.natural_width(self.theme)
                plate.place(Rect((size[0] - wide) // 2, 200, wide, _HIGH), self.theme)

    def paint(self, target: pygame.Surface) -> None:
        """Paint what was on the screen before."""
        if self._frozen is None or self._frozen.get_size() != target.get_size():
            super().paint(target)
        else:
            target.blit(self._frozen, (0, 0))

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Open the pause with Esc; any other key ends the wait."""
        if is_key(event, "Esc"):
            return Push(PauseScene(self.sitting))
        if event.type == pygame.KEYDOWN:
            self._clock = PAUSE
        return None

    def passed(self, seconds: float) -> Transition | None:
        """Fill the shape; when it is full, let the computer decide."""
        self._clock += seconds
        for plate in self.root.children:
            if isinstance(plate, ThinkingPlate):
                plate.share = min(1.0, self._clock / PAUSE)
        if self._clock < PAUSE:
            return None
        self._decide()
        return Replace(self.sitting.next_scene())

    def wake(self) -> float | None:
        """Ask for the next frame; with reduced motion for the end of the wait."""
        return max(0.0, PAUSE - self._clock) if self.theme.still else 0.0

    def _decide(self) -> None:
        """Play decisions of the computer's up to one that can be seen."""
        match = self.sitting.match
        side = match.to_move
        while match.to_move == side and not match.over:
            action = match.computer_action()
            self.sitting.play(action)
            if kind_of(action) not in _SILENT:
                return
