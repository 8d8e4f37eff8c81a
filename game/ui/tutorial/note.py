"""A note beside the play: what it says, the ring round what it speaks of, and the pointer."""

from typing import Final

import pygame
from pygame import Rect

from game.ui.draw import frame, mark
from game.ui.theme import BODY, BODY_BOLD, PANEL_TITLE, TARGET_DENSE, Theme
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.panel import Panel, Spacer
from game.ui.widgets.widget import Widget
from game.words import Words

NEXT: Final = "guide:next"
AWAY: Final = "guide:away"
SKIP: Final = "guide:skip"
OURS: Final = "guide:"
"""What the ids of all that is the guide's begin with."""

REACH: Final = 14
"""Logical pixels between a note and what it points at: the pointer's length."""
_POINTER: Final = 20
_LINE: Final = 3
_ROOM: Final = 26
"""How near to a corner the pointer may stand."""


class Ring(Widget):
    """A frame round a part of the screen; the pointer passes through it."""

    backdrop = True
    see_through = True

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint two lines, so that it stands out on any ground."""
        palette = theme.palette
        frame.box(target, theme, self.rect, None, palette.panel, line=_LINE + 2)
        frame.box(target, theme, self.rect, None, palette.ink, line=_LINE)


class ButtonLine(Widget):
    """Buttons beside one another, as high as one; below one another where they don't fit."""

    backdrop = True

    def __init__(self, buttons: list[Button]) -> None:
        super().__init__(children=buttons)
        self.buttons = buttons

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the line or lines."""
        high = TARGET_DENSE if theme.text == 1 else self.buttons[0].measure(theme, room)
        lines = 1 if self._fits(theme, room) else len(self.buttons)
        return lines * high + (lines - 1) * 6

    def place(self, rect: Rect, theme: Theme) -> None:
        """Place the first at the left, the last at the right, or all below one another."""
        self.rect = rect.copy()
        if not self._fits(theme, rect.width):
            high = (rect.height + 6) // len(self.buttons) - 6
            for number, button in enumerate(self.buttons):
                top = rect.y + number * (high + 6)
                button.place(Rect(rect.x, top, rect.width, high), theme)
            return
        left, right = rect.x, rect.right
        for button in self.buttons[:-1]:
            wide = button.natural_width(theme)
            button.place(Rect(left, rect.y, wide, rect.height), theme)
            left += wide + 8
        wide = self.buttons[-1].natural_width(theme)
        self.buttons[-1].place(Rect(right - wide, rect.y, wide, rect.height), theme)

    def _fits(self, theme: Theme, room: int) -> bool:
        wanted = sum(button.natural_width(theme) for button in self.buttons)
        return wanted + 8 * (len(self.buttons) - 1) <= room


class Note(Panel):
    """What the guide says at one moment.

    Attributes:
        about: The part of the screen that it points at, as far as it can be seen.
    """

    def __init__(
        self, words: Words, title: str, told: str, *, slip: str = "", reading: bool = True
    ) -> None:
        """Say something.

        Args:
            words: The language.
            title: One line.
            told: The text, with its parts of the screen named.
            slip: Why what was just pressed can't be done, if that is so.
            reading: Whether it goes on when it was read; else when something was done.
        """
        parts: list[Widget] = [Label(title, PANEL_TITLE, ident="guide:title")]
        if slip:
            parts.append(Label(slip, BODY_BOLD, ident="guide:slip"))
        parts.append(Paragraph(told, BODY, ident="guide:text"))
        on = Button(NEXT, words.text("Next"), key="N", primary=True)
        if not reading:
            on = Button(AWAY, words.text("Hide"), key="N")
        skip = Button(SKIP, words.text("No more notes"), key="X")
        parts += [Spacer(1), ButtonLine([on, skip])]
        super().__init__("guide:note", parts, edge="ink", padding=14, gap=6)
        self.about: Rect | None = None

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the panel in a line of its own, and the pointer."""
        super().paint(target, theme)
        colour = theme.palette.ink
        frame.box(target, theme, self.rect, None, colour, line=2)
        if self.about is None:
            return
        if self.rect.colliderect(self.about):
            return
        tip, towards = pointer_to(self.rect, self.about)
        mark.pointer(target, theme, tip, colour, size=_POINTER, towards=towards)


def pointer_to(note: Rect, about: Rect) -> tuple[tuple[int, int], str]:
    """Return where the tip of the pointer stands, and which way it shows."""
    across = _between(about.centerx, note.left, note.right)
    down = _between(about.centery, note.top, note.bottom)
    gaps = {
        mark.LEFT: note.left - about.right,
        mark.RIGHT: about.left - note.right,
        mark.UP: note.top - about.bottom,
        mark.DOWN: about.top - note.bottom,
    }
    towards = max(gaps, key=lambda way: gaps[way])
    tips = {
        mark.LEFT: (note.left - REACH, down),
        mark.RIGHT: (note.right + REACH, down),
        mark.UP: (across, note.top - REACH),
        mark.DOWN: (across, note.bottom + REACH),
    }
    return tips[towards], towards


def _between(wanted: int, low: int, high: int) -> int:
    return max(low + _ROOM, min(high - _ROOM, wanted))
