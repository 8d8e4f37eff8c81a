"""A question that must be answered first: only for what can't be undone."""

from collections.abc import Sequence
from typing import Final

import pygame
from pygame import Rect

from game.ui import text
from game.ui.draw.frame import box, shadow
from game.ui.layout import centred, columns
from game.ui.theme import BODY, DIALOG_TITLE, TARGET, Theme
from game.ui.widgets.button import Button
from game.ui.widgets.intent import HANDLED, Answered, Intent
from game.ui.widgets.keys import is_key
from game.ui.widgets.widget import Widget

WIDTH: Final = 420
_PADDING: Final = 18
_VEIL: Final = 150


class Dialog(Widget):
    """A title, what it costs, and the answers. It covers the window and takes every event.

    Attributes:
        safe: The answer that changes nothing: the focus starts on it, and Esc gives it.
    """

    def __init__(
        self, ident: str, title: str, words: str, answers: Sequence[tuple[str, str]], safe: str
    ) -> None:
        self.buttons = [Button(f"{ident}:{answer}", label) for answer, label in answers]
        super().__init__(ident, self.buttons)
        self.title = title
        self.words = words
        self.safe = safe
        self.panel = Rect(0, 0, WIDTH, 0)

    @property
    def safe_button(self) -> str:
        """Return the id of the button that the focus starts on."""
        return f"{self.id}:{self.safe}"

    def says(self) -> str:
        """Return title and words."""
        return f"{self.title} {text.plain(text.runs(self.words))}"

    def place(self, rect: Rect, theme: Theme) -> None:
        """Cover the window, with the panel in its middle."""
        self.rect = rect.copy()
        count = len(self.buttons)
        widest = max(button.natural_width(theme) for button in self.buttons)
        wide = max(WIDTH, widest * count + 14 * (count - 1) + 2 * _PADDING)
        wide = min(wide, rect.width - 2 * _PADDING)
        title, body = self._blocks(theme, wide - 2 * _PADDING)
        tall = max(TARGET, *(button.measure(theme, 0) for button in self.buttons))
        high = 10 + title.height + 4 + body.height + 16 + tall + _PADDING
        self.panel = centred(rect, wide, high)
        foot = Rect(self.panel.x, self.panel.bottom - _PADDING - tall, wide, tall)
        places = columns(foot.inflate(-2 * _PADDING, 0), count, 14)
        for button, room in zip(self.buttons, places, strict=True):
            button.place(room, theme)

    def handle(self, event: pygame.event.Event) -> Intent | None:
        """Answer safely on Esc; let nothing through to what lies below."""
        if is_key(event, "Esc"):
            return Answered(self.id, self.safe)
        if event.type in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEWHEEL):
            return HANDLED
        return None

    def translate(self, intent: Intent) -> Intent | None:
        """Put the press of a button as the answer it gives."""
        return Answered(self.id, intent.id.removeprefix(f"{self.id}:"))

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Veil what lies below and paint the panel."""
        palette = theme.palette
        veil = pygame.Surface(target.get_size(), pygame.SRCALPHA)
        veil.fill((*palette.page, _VEIL))
        target.blit(veil, (0, 0))
        shadow(target, theme, self.panel)
        box(target, theme, self.panel, palette.panel, palette.ink)
        title, body = self._blocks(theme, self.panel.width - 2 * _PADDING)
        left, top = self.panel.x + _PADDING, self.panel.y + 10
        title.draw(target, (left, top), palette.ink)
        body.draw(target, (left, top + title.height + 4), palette.ink_2)

    def _blocks(self, theme: Theme, room: int) -> tuple[text.Block, text.Block]:
        title = text.block(self.title, DIALOG_TITLE, theme, room)
        return title, text.block(text.runs(self.words), BODY, theme, room)
