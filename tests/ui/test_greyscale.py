"""Without any colour the two sides, and the states of a site, can still be told apart."""

import pygame
import pytest

from game.ui.board.map_marks import SiteMark, SiteState
from game.ui.board.markers import draw_marker
from game.ui.board.projection import Place, Point
from game.ui.draw import mark
from game.ui.theme import INK, INK_CONTRAST, PAPER, PAPER_CONTRAST, Palette, Theme

PALETTES = [PAPER, INK, PAPER_CONTRAST, INK_CONTRAST]
SIZE = 40
APART = 0.04
"""Share of the pixels that must be plainly lighter or darker: a corner of the square."""


@pytest.fixture(autouse=True)
def display():
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((64, 64))


def grey(surface: pygame.Surface) -> list[int]:
    wide, high = surface.get_size()
    return [
        round(0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b)
        for c in (surface.get_at((x, y)) for y in range(high) for x in range(wide))
    ]


def apart(one: pygame.Surface, other: pygame.Surface) -> float:
    pairs = list(zip(grey(one), grey(other), strict=True))
    return sum(abs(a - b) > 60 for a, b in pairs) / len(pairs)


def side_mark(palette: Palette, side: int, *, outlined: bool) -> pygame.Surface:
    target = pygame.Surface((SIZE, SIZE))
    target.fill(palette.panel)
    mark.side_mark(target, Theme(palette), side, (SIZE / 2, SIZE / 2), 30, outlined=outlined)
    return target


def marker(palette: Palette, side: int, state: SiteState, **more) -> pygame.Surface:
    target = pygame.Surface((64, 64))
    target.fill(palette.land)
    site = SiteMark("x", side, "radar", "", Place(50, 20), state, **more)
    draw_marker(target, site, Point(32, 32), Theme(palette))
    return target


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
@pytest.mark.parametrize("outlined", [False, True])
def test_the_marks_of_the_sides_differ_in_greyscale(palette, outlined):
    nato, russia = (side_mark(palette, side, outlined=outlined) for side in (0, 1))
    assert apart(nato, russia) > APART


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_the_markers_of_the_sides_differ_in_greyscale(palette):
    for state in SiteState:
        rounds = 2 if state is SiteState.BUILDING else 0
        nato, russia = (marker(palette, side, state, build_rounds=rounds) for side in (0, 1))
        assert apart(nato, russia) > APART / 4, state


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
@pytest.mark.parametrize("side", [0, 1])
def test_the_states_of_a_site_differ_in_greyscale(palette, side):
    looks = [
        marker(palette, side, SiteState.EMPTY),
        marker(palette, side, SiteState.BUILDING, build_rounds=2),
        marker(palette, side, SiteState.HALTED),
        marker(palette, side, SiteState.WORKING),
        marker(palette, side, SiteState.WORKING, undeclared=True),
        marker(palette, side, SiteState.WORKING, at_risk=True),
        marker(palette, side, SiteState.EMPTY, pledge_rounds=2),
    ]
    for number, one in enumerate(looks):
        for other in looks[number + 1 :]:
            assert apart(one, other) > APART / 8
