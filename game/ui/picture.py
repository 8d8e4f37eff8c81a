"""A picture of the board, drawn for a program: no window is opened and nobody is asked."""

import os
from collections.abc import Sequence
from typing import Final

import pygame
from pygame import Rect

from game.engine import View
from game.engine.events import Event
from game.match import Match
from game.match.perspective import Perspective, told_as, view_as
from game.ui import kept
from game.ui.scene import Transition
from game.ui.scenes.spectator import SpectatorScene
from game.ui.theme import BASE_HEIGHT, BASE_WIDTH, BODY, PANEL_TITLE, Theme
from game.ui.widgets.label import Label
from game.ui.widgets.widget import Widget
from game.words import LogLine, Words, phase_name, short_log

_LATEST: Final = 3
_DRIVER: Final = "SDL_VIDEODRIVER"


class BoardPicture(SpectatorScene):
    """The board of a match as it stands, as a side or the table may see it."""

    def __init__(self, match: Match, words: Words, perspective: Perspective) -> None:
        super().__init__(words)
        self._view = view_as(match.truth, perspective)
        self._events = told_as(match.events(None), perspective)
        self._lines = short_log(words, self._events)

    @property
    def view(self) -> View:
        """Return what may be seen."""
        return self._view

    def lines(self) -> Sequence[LogLine]:
        """Return the log as it may be read."""
        return self._lines

    def events(self) -> Sequence[Event]:
        """Return what has happened."""
        return self._events

    def band_parts(self) -> list[Widget]:
        """Return who decides, and what happened last."""
        acting, note, _ = self.acting()
        parts = [phase_name(self.words, self._view.phase), acting, note]
        latest = [line.text for line in self._lines[-_LATEST:]]
        return [
            Label(" · ".join(part for part in parts if part), PANEL_TITLE, ident="now"),
            Label("\n".join(reversed(latest)), BODY.sized(17, 23), ident="latest"),
        ]

    def place_band(self, room: Rect) -> None:
        """Place both below each other."""
        top = room.y + 4
        for part in self.band:
            high = part.measure(self.theme, room.width)
            part.place(Rect(room.x, top, room.width, high), self.theme)
            top += high + 6

    def pause_scene(self) -> Transition | None:
        """Lead nowhere."""
        return None


def board_rgb(
    match: Match, perspective: Perspective = "table", size: tuple[int, int] = (1280, 720)
) -> bytes:
    """Return a picture of the board, three bytes a pixel, row after row.

    Where no screen was opened before, SDL's dummy driver is taken, until `put_away`.
    """
    _prepare()
    target = pygame.Surface(size)
    scale = min(size[0] / BASE_WIDTH, size[1] / BASE_HEIGHT)
    theme = Theme(still=True).scaled(scale)
    scene = BoardPicture(match, Words(match.content), perspective)
    scene.look((int(size[0] / scale), int(size[1] / scale)), theme)
    scene.draw(target)
    return pygame.image.tobytes(target, "RGB")


def _prepare() -> None:
    """See that there is a screen: images are converted to what it is made of."""
    if not pygame.display.get_init():
        asked = os.environ.get(_DRIVER)
        os.environ[_DRIVER] = asked or "dummy"
        try:
            pygame.display.init()
        finally:
            if asked is None:
                del os.environ[_DRIVER]
    pygame.font.init()
    if pygame.display.get_surface() is None:
        pygame.display.set_mode((1, 1))


def put_away() -> None:
    """Give back what drawing took: the dummy screen, and what was read for it."""
    if pygame.display.get_init() and pygame.display.get_driver() == "dummy":
        kept.forget()
        pygame.quit()
