"""The map with large text, its lines from missiles to what they hold, rings on hover."""

from dataclasses import replace
from itertools import combinations

import pygame
import pytest

from game.ui.board.map_marks import SiteState
from game.ui.board.map_view import MapView
from game.ui.theme import PAPER, Theme
from tests.ui.map_samples import MARKS, WORDS
from tests.ui.test_map_view import SITUATIONS

BOARDS = {
    1.2: (pygame.Rect(0, 100, 1280, 420), pygame.Rect(280, 100, 720, 386)),
    1.4: (pygame.Rect(0, 100, 1280, 406), pygame.Rect(280, 100, 720, 370)),
}
"""The map of a window of 1280 x 720 and the part that no panel covers."""
TOUCH = 6
"""Pixels that two names may share: their letters don't meet yet."""


@pytest.fixture(autouse=True)
def display():
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((64, 64))


def view_at(large: float, marks) -> MapView:
    theme = Theme(PAPER, text=large)
    view = MapView(WORDS, theme)
    view.show(marks)
    view.place(*BOARDS[large], theme)
    return view


@pytest.mark.parametrize("large", BOARDS)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_with_large_text_no_name_covers_another_name(large, situation):
    layout = view_at(large, SITUATIONS[situation]).layout
    names = [(site.mark.slug, site.name.rect) for site in layout.sites]
    names += [("capital", capital.name.rect) for capital in layout.capitals]
    names += [("caption", caption.rect) for caption in layout.captions]
    found = []
    for (one, a), (other, b) in combinations(names, 2):
        common = a.clip(b)
        if common.width > TOUCH and common.height > TOUCH:
            found.append((one, other, common.size))
    assert found == []


@pytest.mark.parametrize("large", BOARDS)
def test_with_large_text_news_have_a_room_in_which_no_site_stands(large):
    view = view_at(large, MARKS)
    ocean = view.ocean()
    assert ocean.height >= 100
    for site in view.layout.sites:
        assert not ocean.colliderect(site.name.rect), site.mark.slug
        assert not ocean.colliderect(site.rect), site.mark.slug


def drawn(marks, *, hovered: str | None = None) -> bytes:
    view = MapView(WORDS, Theme(PAPER))
    view.show(marks)
    view.place(pygame.Rect(0, 100, 1280, 444), pygame.Rect(240, 100, 800, 444))
    view.warmth = {hovered: 1.0} if hovered else {}
    target = pygame.Surface((1280, 720))
    view.draw(target)
    return pygame.image.tobytes(target, "RGB")


def test_a_line_leads_from_a_missile_to_the_site_it_holds():
    bare = tuple(replace(mark, held_by=()) for mark in MARKS)
    held = tuple(
        replace(mark, held_by=("kaliningrad",)) if mark.slug == "redzikowo" else mark
        for mark in bare
    )
    assert drawn(bare) != drawn(held)


def test_who_holds_it_is_not_on_the_map_unless_it_is_known():
    held = tuple(replace(mark, held_by=("nowhere",)) for mark in MARKS)
    assert drawn(held) == drawn(MARKS)


def test_the_ring_of_an_empty_missile_site_shows_under_the_pointer():
    empty = tuple(replace(mark, state=SiteState.EMPTY, at_risk=False) for mark in MARKS)
    marked = drawn(empty, hovered="luga")
    ringless = tuple(replace(mark, reach_km=0) for mark in empty)
    assert marked != drawn(ringless, hovered="luga")
    assert drawn(empty) == drawn(ringless)


@pytest.mark.parametrize("large", BOARDS)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_with_large_text_names_cover_next_to_nothing(large, situation):
    assert view_at(large, SITUATIONS[situation]).layout.covered() <= 100


def test_names_are_larger_where_there_is_room_for_that():
    sizes = {
        large: {name.block.theme.text for name in view_at(large, MARKS).layout.names()}
        for large in BOARDS
    }
    assert sizes == {large: {1.2} for large in BOARDS}
