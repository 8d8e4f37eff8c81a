"""Small maps, the map of the title, range rings and dashed lines."""

from dataclasses import replace
from itertools import pairwise
from math import hypot

import pygame
import pytest

from game.ui.board.map_marks import NATO, RUSSIA, SiteState
from game.ui.board.map_small import MiniMap, draw_mini_map, mini_map
from game.ui.board.map_title import RADARS, title_frame, title_map
from game.ui.board.projection import Place, Point
from game.ui.board.rings import RingStyle, ring_line, ring_style
from game.ui.board.strokes import dashes
from game.ui.theme import PAPER, PAPER_THEME, Theme
from tests.ui.map_samples import MARKS, WORDS

DEVESELU = next(mark for mark in MARKS if mark.slug == "deveselu")
BLACK_SEA = MiniMap(Place(44.3, 32.5), 0.152)


@pytest.fixture(scope="module", autouse=True)
def _pygame():
    pygame.display.init()
    pygame.font.init()


def rgb(surface, at):
    colour = surface.get_at(at)
    return colour.r, colour.g, colour.b


def pixels(surface):
    return pygame.image.tobytes(surface, "RGB")


def test_a_small_map_fills_its_rectangle_at_any_scale():
    target = pygame.Surface((900, 400))
    target.fill((1, 2, 3))

    draw_mini_map(target, pygame.Rect(20, 10, 404, 112), BLACK_SEA, WORDS, Theme(PAPER, 2.0))

    assert rgb(target, (39, 21)) == (1, 2, 3)
    assert rgb(target, (40, 20)) == PAPER.ink
    assert rgb(target, (847, 243)) == PAPER.ink
    assert rgb(target, (848, 244)) == (1, 2, 3)


def test_before_and_after_differ():
    before = replace(BLACK_SEA, marks=(DEVESELU,))
    begun = replace(DEVESELU, state=SiteState.BUILDING, build_rounds=2, selected=True)
    after = replace(BLACK_SEA, marks=(begun,))

    assert pixels(mini_map((404, 112), before, WORDS, PAPER_THEME)) != pixels(
        mini_map((404, 112), after, WORDS, PAPER_THEME)
    )


def test_sites_outside_a_small_map_are_left_out():
    rota = next(mark for mark in MARKS if mark.slug == "rota")
    aids = next(mark for mark in MARKS if mark.slug == "pen-aids")
    bare = mini_map((404, 112), BLACK_SEA, WORDS, PAPER_THEME)

    far = mini_map((404, 112), replace(BLACK_SEA, marks=(rota, aids)), WORDS, PAPER_THEME)

    assert pixels(far) == pixels(bare)


def test_a_land_that_joined_later_lacks_the_tint_of_the_alliance():
    zagreb, budapest = Place(45.8, 16.2), Place(47.3, 19.0)
    of_2007 = replace(WORDS, outside=("Albania", "Croatia"))

    def middle(centre, words):
        return rgb(mini_map((404, 112), MiniMap(centre, 0.3), words, PAPER_THEME), (202, 56))

    assert middle(zagreb, WORDS) == middle(budapest, WORDS) == PAPER.land_nato
    assert middle(zagreb, of_2007) == PAPER.land
    assert middle(budapest, of_2007) == PAPER.land_nato


def test_an_incident_is_marked_where_it_was():
    where = Place(44.3, 32.5)

    marked = mini_map((404, 112), replace(BLACK_SEA, incident=where), WORDS, PAPER_THEME)

    assert rgb(marked, (202, 56)) == PAPER.ink


def test_the_title_leaves_its_left_to_the_page_and_joins_the_sectors_in_verdigris():
    picture = title_map((1280, 720), PAPER_THEME)

    assert rgb(picture, (100, 360)) == PAPER.page
    frame = title_frame((1280, 720))
    nato, russia = (frame.place(radar.place) for radar in RADARS)
    assert rgb(picture, (round(nato.x), round(nato.y))) == PAPER.nato
    assert rgb(picture, (round(russia.x), round(russia.y))) == PAPER.russia
    red, green, blue, _ = picture.get_at((1068, 482))
    assert green > red
    assert green > blue


@pytest.mark.parametrize(
    ("change", "style"),
    [
        ({"planned": True}, RingStyle.PLANNED),
        ({"state": SiteState.BUILDING}, RingStyle.BUILDING),
        ({"state": SiteState.HALTED}, RingStyle.HALTED),
        ({"state": SiteState.WORKING}, RingStyle.WORKING),
        ({"state": SiteState.WORKING, "at_risk": True}, RingStyle.AT_RISK),
        ({"state": SiteState.WORKING, "undeclared": True}, RingStyle.UNDECLARED),
        ({"state": SiteState.BUILDING, "undeclared": True}, RingStyle.UNDECLARED),
    ],
)
def test_a_ring_tells_the_state_of_its_site(change, style):
    mark = replace(DEVESELU, reach_km=500, **change)

    assert mark.shows_reach
    assert ring_style(mark) is style


def test_an_empty_site_shows_no_reach_unless_it_is_planned_or_selected():
    empty = replace(DEVESELU, reach_km=500)

    assert not empty.shows_reach
    assert replace(empty, planned=True).shows_reach
    assert replace(empty, selected=True).shows_reach


def test_working_rings_are_dashed_for_nato_and_solid_for_russia():
    assert ring_line(RingStyle.WORKING, NATO).pattern
    assert not ring_line(RingStyle.WORKING, RUSSIA).pattern


def test_every_style_of_ring_is_told_apart_without_colour():
    for side in (NATO, RUSSIA):
        lines = {(ring_line(style, side).pattern, ring_line(style, side).width)
                 for style in RingStyle if style is not RingStyle.AT_RISK}  # fmt: skip
        assert len(lines) == len(RingStyle) - 1


def test_dashes_keep_their_lengths_round_corners():
    corner = [Point(0, 0), Point(10, 0), Point(10, 10)]

    pieces = list(dashes(corner, (6, 2)))

    lengths = [sum(hypot(b.x - a.x, b.y - a.y) for a, b in pairwise(piece)) for piece in pieces]
    assert lengths == pytest.approx([6, 6, 4])
    assert pieces[1] == [Point(8, 0), Point(10, 0), Point(10, 4)]
