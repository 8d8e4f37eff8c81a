"""Hatching: the part that would change, and the zone of danger.

SDL's picture loading knows no patterns, so hatches are tiles that are painted once and
blitted through a clip.
"""

from typing import Final

import pygame

from game.ui.draw.sprite import sprite
from game.ui.theme import Colour, Theme

SLASH: Final = "/"
BACKSLASH: Final = "\\"
SIDE_HATCH: Final = (SLASH, BACKSLASH)
"""NATO's and Russia's direction."""

_SPACING: Final = 6.0
_REPEATS: Final = 8


def fill_hatch(
    target: pygame.Surface,
    theme: Theme,
    rect: pygame.Rect,
    colour: Colour,
    *,
    spacing: float = _SPACING,
    width: float = 1.25,
    direction: str = SLASH,
    alpha: int = 255,
) -> None:
    """Hatch a real rectangle; lines run through from one call to the next."""
    if rect.width <= 0 or rect.height <= 0:
        return
    tile = hatch_tile(theme, colour, spacing=spacing, width=width, direction=direction)
    before = target.get_clip()
    target.set_clip(rect.clip(before))
    tile.set_alpha(alpha)
    side = tile.get_width()
    for x in range(rect.left - rect.left % side, rect.right, side):
        for y in range(rect.top - rect.top % side, rect.bottom, side):
            target.blit(tile, (x, y))
    target.set_clip(before)


def hatch_tile(
    theme: Theme,
    colour: Colour,
    *,
    spacing: float = _SPACING,
    width: float = 1.25,
    direction: str = SLASH,
) -> pygame.Surface:
    """Return a square that tiles seamlessly into diagonal lines on clear ground.

    ``spacing`` is the logical distance of two lines along a row; in high contrast it halves.
    """
    step = max(3, theme.px(spacing / (2 if theme.palette.contrast else 1)))
    thick = max(1.0, width * theme.scale)
    side = step * _REPEATS

    def paint(large: pygame.Surface, zoom: int) -> None:
        extent = side * zoom
        across = round(thick * zoom * 2**0.5)
        for start in range(-extent, 2 * extent, step * zoom):
            corners = [(start, extent), (start + across, extent)]
            corners += [(start + across + extent, 0), (start + extent, 0)]
            if direction == BACKSLASH:
                corners = [(extent - x, y) for x, y in corners]
            pygame.draw.polygon(large, colour, corners)

    return sprite(("hatch", step, thick, direction), (side, side), colour, paint)
