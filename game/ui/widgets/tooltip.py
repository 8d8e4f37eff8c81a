"""The tooltip: ink, 300 wide, pointing at what it explains."""

from typing import Final

import pygame
from pygame import Rect

from game.ui import text
from game.ui.draw.frame import box
from game.ui.draw.mark import DOWN, UP, pointer
from game.ui.theme import BODY, Theme
from game.ui.widgets.widget import Hint

WIDTH: Final = 300
_PADDING: Final = 14
_POINTER: Final = 20
_MARGIN: Final = 8


def draw_tooltip(target: pygame.Surface, theme: Theme, anchor: Rect, hint: Hint) -> None:
    """Draw a hint above a logical rectangle, or below it where there is no room above."""
    palette = theme.palette
    body = text.block(_words(hint), BODY, theme, WIDTH - 2 * _PADDING)
    window = Rect(0, 0, *(round(theme.logical(size)) for size in target.get_size()))
    rect, above = tooltip_rect(window, anchor, body.height + 2 * 8)
    tip = (min(max(anchor.centerx, rect.left + 24), rect.right - 24), 0)
    box(target, theme, rect, palette.ink)
    if above:
        pointer(
            target, theme, (tip[0], rect.bottom + 9), palette.ink, size=_POINTER, towards=DOWN
        )
    else:
        pointer(target, theme, (tip[0], rect.top - 9), palette.ink, size=_POINTER, towards=UP)
    body.draw(target, (rect.x + _PADDING, rect.y + 8), palette.on_fill)


def tooltip_rect(window: Rect, anchor: Rect, height: int) -> tuple[Rect, bool]:
    """Return where a tooltip goes, and whether that is above its anchor."""
    rect = Rect(0, 0, WIDTH, height)
    rect.midbottom = (anchor.centerx, anchor.top - 14)
    above = rect.top >= _MARGIN
    if not above:
        rect.top = anchor.bottom + 14
    return rect.clamp(window.inflate(-2 * _MARGIN, -2 * _MARGIN)), above


def _words(hint: Hint) -> list[text.Run]:
    """Return title and text, and where the rulebook says more: F1 leads there."""
    runs = list(text.runs(hint.text))
    if hint.title:
        runs.insert(0, text.Run(f"{hint.title}\n", bold=True))
    if hint.rule:
        runs += [text.Run(f"\nF1: § {hint.rule}", italic=True)]
    return runs
