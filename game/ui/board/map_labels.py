"""Words on the map: every letter has a halo, so that lines may pass behind it."""

from math import cos, pi, sin
from typing import Final

import pygame

from game.ui import text
from game.ui.board.map_marks import MapWords, SiteMark
from game.ui.kept import kept
from game.ui.theme import Colour, Face, Role, Theme

LABEL: Final = Role(Face.SANS_SEMIBOLD, 14, 16)
SEA: Final = Role(Face.SERIF_ITALIC, 15, 18)
HALO: Final = 1.75
"""How far the halo reaches beyond a letter, in logical pixels."""
HALO_STEPS: Final = 16


def site_runs(mark: SiteMark, words: MapWords) -> tuple[text.Run, ...]:
    """Return a site's name, and below it what is special about it."""
    runs = [text.Run(mark.label)]
    if mark.at_risk:
        runs += [text.Run("\n"), text.Run(words.at_risk, bold=True, colour="alarm")]
    if mark.undeclared:
        runs += [text.Run("\n"), text.Run(words.undeclared, italic=True, colour="ink_2")]
    return tuple(runs)


def draw_words(
    target: pygame.Surface,
    block: text.Block,
    at: tuple[float, float],
    colour: Colour,
    halo: Colour,
) -> None:
    """Draw a block with its halo; `at` is its top left corner in logical pixels."""
    surface = _with_halo(block, colour, halo)
    margin = _margin(block.theme)
    left, top = block.theme.point(at)
    target.blit(surface, (left - margin, top - margin))


def _margin(theme: Theme) -> int:
    return theme.px(HALO) + 2


@kept(512)
def _with_halo(block: text.Block, colour: Colour, halo: Colour) -> pygame.Surface:
    theme, margin = block.theme, _margin(block.theme)
    # The margins of a few pixels also hold overhanging italics.
    size = (block.width_px + 2 * margin + theme.px(4), block.height_px + 2 * margin)
    surface = pygame.Surface(size, pygame.SRCALPHA)
    surface.fill((*halo, 0))
    letters = pygame.Surface(size, pygame.SRCALPHA)
    letters.fill((*halo, 0))
    corner = theme.logical(margin), theme.logical(margin)
    block.draw(letters, corner, halo, dimmed=True)
    reach = HALO * theme.scale
    for step in range(HALO_STEPS):
        turn = 2 * pi * step / HALO_STEPS
        surface.blit(letters, (round(cos(turn) * reach), round(sin(turn) * reach)))
    block.draw(surface, corner, colour)
    return surface
