"""The board's map: nothing covers anything, and the pointer finds what it points at."""

from dataclasses import replace
from itertools import combinations

import pygame
import pytest

from game.ui import text
from game.ui.board import map_view
from game.ui.board.map_labels import LABEL
from game.ui.board.map_layout import lay_out_clear
from game.ui.board.map_marks import NATO, SiteState
from game.ui.board.map_names import Placing
from game.ui.board.map_placed import Region
from game.ui.board.map_spots import ON_THE_POINT
from game.ui.board.map_view import MapView
from game.ui.board.markers import Look, marker_body
from game.ui.board.projection import Point
from game.ui.theme import INK, INK_CONTRAST, PAPER, PAPER_THEME, Theme
from tests.ui.map_samples import MARKS, RUSSIAN_MARKS, WORDS

AREA, CLEAR = pygame.Rect(0, 100, 1280, 444), pygame.Rect(240, 100, 800, 444)
WINDOWS = {"1280x720": 1.0, "1920x1080": 1.5}


def everywhere(state, **changes):
    rounds = 2 if state is SiteState.BUILDING else 0
    return tuple(replace(mark, state=state, build_rounds=rounds, **changes) for mark in MARKS)


def quiet(marks):
    return tuple(replace(mark, at_risk=False, undeclared=False) for mark in marks)


SITUATIONS = {
    "middle of a match": MARKS,
    "in Russian": RUSSIAN_MARKS,
    "nothing built": quiet(everywhere(SiteState.EMPTY)),
    "all announced": quiet(everywhere(SiteState.BUILDING)),
    "all halted": quiet(everywhere(SiteState.HALTED)),
    "all working": quiet(everywhere(SiteState.WORKING)),
    "all pledged": quiet(everywhere(SiteState.EMPTY, pledge_rounds=3)),
}


@pytest.fixture(scope="module", autouse=True)
def _pygame():
    pygame.display.init()
    pygame.font.init()


def rgb(surface, at):
    colour = surface.get_at(at)
    return colour.r, colour.g, colour.b


def view_of(marks, scale=1.0, area=AREA, clear=CLEAR, palette=PAPER):
    view = MapView(WORDS, Theme(palette, scale))
    view.show(marks)
    view.place(area, clear)
    return view


def overlaps(rects):
    """Return the pairs of names whose rectangles share more than a hair."""
    pairs = []
    for (one, a), (other, b) in combinations(rects, 2):
        common = a.clip(b)
        if common.width > 2 and common.height > 2:
            pairs.append((one, other, common))
    return pairs


def test_names_are_placed_once_for_what_is_drawn(monkeypatch):
    placed = []

    def laid_out(marks, *rest):
        placed.append(marks)
        return lay_out_clear(marks, *rest)

    monkeypatch.setattr(map_view, "_laid_out", laid_out)
    view = MapView(WORDS, PAPER_THEME)
    view.place(AREA, CLEAR)
    view.show(MARKS)
    view.place(AREA, CLEAR)
    view.draw(pygame.Surface((1280, 720)))
    view.place(AREA, CLEAR)
    view.draw(pygame.Surface((1280, 720)))

    assert placed == [MARKS]


def test_a_name_that_stands_well_is_tried_nowhere_else():
    tried = []

    def block(anchor, *, narrow):
        tried.append((anchor, narrow))
        return text.block("Rota", LABEL, PAPER_THEME)

    def name_at(placing):
        around = pygame.Rect(390, 290, 20, 20)
        return placing.beside(block, around, ON_THE_POINT, 16, Point(400, 300))

    free = Placing(pygame.Rect(0, 0, 800, 600), PAPER_THEME, [])
    name = name_at(free)
    free.settle()
    assert free.now(name) is name
    assert tried == [(ON_THE_POINT.anchor, False)]

    name_at(Placing(pygame.Rect(0, 0, 800, 600), PAPER_THEME, [pygame.Rect(0, 0, 800, 600)]))
    assert len(tried) > 40


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_no_name_covers_another_name_or_a_marker(window, situation):
    layout = view_of(SITUATIONS[situation], WINDOWS[window]).layout

    names = [(f"name of {site.mark.slug}", site.name.rect) for site in layout.sites]
    names += [("capital's name", capital.name.rect) for capital in layout.capitals]
    names += [("sea", sea.rect) for sea in layout.seas]
    names += [("caption", caption.rect) for caption in layout.captions]
    markers = [
        (site.mark.slug, rect.inflate(-3, -3)) for site in layout.sites for rect in site.rects
    ]
    found = [
        pair
        for pair in overlaps(names + markers)
        if not (pair[0] in dict(markers) and pair[0] == pair[1])
    ]
    assert found == []


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_name_and_marker_stays_clear_of_the_panels(window, situation):
    view = view_of(SITUATIONS[situation], WINDOWS[window])
    inset, tray = pygame.Rect(view.geometry.inset), pygame.Rect(view.geometry.tray)

    for site in view.layout.sites:
        rooms = {Region.INSET: inset, Region.TRAY: tray}
        room = rooms.get(site.region, CLEAR)
        assert room.inflate(2, 2).contains(site.name.rect), site.mark.slug
        assert room.inflate(2, 2).contains(site.rect), site.mark.slug


def test_the_baltic_sites_stand_in_the_inset_and_what_has_no_place_in_the_tray():
    regions = {site.mark.slug: site.region for site in view_of(MARKS).layout.sites}

    inset = {slug for slug, region in regions.items() if region is Region.INSET}
    assert inset == {"redzikowo", "iib", "morag", "kaliningrad", "pionersky", "baltiysk"}
    assert [slug for slug, region in regions.items() if region is Region.TRAY] == ["pen-aids"]


def test_the_inset_shows_its_part_of_the_map_four_times_as_large():
    geometry = view_of(MARKS).geometry

    assert geometry.inset_frame.scale == pytest.approx(4 * geometry.frame.scale)
    assert geometry.source[2] == pytest.approx(geometry.inset[2] / 4)
    assert geometry.source[3] == pytest.approx(geometry.inset[3] / 4)


def test_warsaw_is_outside_the_frame_that_the_inset_enlarges():
    view = view_of(MARKS)

    warsaw = view.layout.capitals[0]
    assert warsaw.name.block.pieces[0].text == "Warsaw"
    assert not pygame.Rect(view.geometry.source).colliderect(warsaw.rect)


def test_a_reach_shows_which_capitals_lie_in_it():
    capitals = view_of(MARKS).layout.capitals

    reached = {c.name.block.pieces[0].text: c.reached for c in capitals}
    assert reached == {"Warsaw": True, "Vilnius": True, "Riga": True, "Tallinn": False}


def test_without_a_reach_no_capital_is_shown():
    marks = tuple(replace(mark, reach_km=0) for mark in MARKS)

    assert view_of(marks).layout.capitals == []


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: mark.slug)
def test_the_pointer_finds_each_site_on_its_marker_and_on_its_name(mark):
    view = view_of(MARKS)
    site = next(site for site in view.layout.sites if site.mark.slug == mark.slug)

    assert view.site_at(site.at) == mark.slug
    marker = view.marker_rect(mark.slug)
    assert marker is not None
    assert marker.collidepoint(site.at)
    assert view.site_at(site.name.rect.center) == mark.slug


def test_the_open_sea_is_no_site():
    view = view_of(MARKS)

    assert view.site_at((300, 300)) is None
    assert view.marker_rect("atlantis") is None


def test_the_keys_go_from_west_to_east_and_round():
    view = view_of(MARKS)
    slugs = view.order()

    assert slugs[0] == "rota"
    assert slugs[-1] == "pen-aids"
    assert slugs.index("ramstein") < slugs.index("redzikowo") < slugs.index("kaliningrad")
    assert view.next_site(None, 1) == "rota"
    assert view.next_site("rota", -1) == "pen-aids"
    assert view.next_site("pen-aids", 1) == "rota"
    assert {view.next_site(slug, 1) for slug in slugs} == set(slugs)


def test_a_map_without_sites_has_nothing_to_go_to():
    assert view_of(()).next_site(None, 1) is None


def test_a_site_without_a_tuned_spot_is_placed_beside_the_others():
    brdy = replace(MARKS[3], slug="brdy", label="Brdy", place=MARKS[3].place)

    layout = view_of((*MARKS, brdy)).layout

    ramstein, other = (
        next(site for site in layout.sites if site.mark.slug == slug)
        for slug in ("ramstein", "brdy")
    )
    assert not ramstein.rect.colliderect(other.rect)
    assert other.leader


def surface_of(view, scale=1.0):
    target = pygame.Surface((round(1280 * scale), round(544 * scale)))
    view.draw(target)
    return target


def picture_of(view, scale=1.0):
    return pygame.image.tobytes(surface_of(view, scale), "RGB")


def test_hover_and_focus_can_be_seen():
    view = view_of(MARKS)
    rest = picture_of(view)

    view.warmth = {"rota": 1.0}
    hovered = picture_of(view)
    view.warmth, view.focused = {}, "luga"
    focused = picture_of(view)
    view.focused = None

    assert len({rest, hovered, focused}) == 3
    assert picture_of(view) == rest


@pytest.mark.parametrize("slug", ["rota", "luga"])
def test_half_pointed_at_is_between_and_changes_no_more_than_it_says(slug):
    view = view_of(MARKS)
    looks = []
    for share in (0.0, 0.5, 1.0):
        view.warmth = {slug: share} if share else {}
        looks.append(surface_of(view))

    rest, half, whole = (pygame.image.tobytes(look, "RGB") for look in looks)
    assert len({rest, half, whole}) == 3
    for look in looks:
        look.fill("black", view.touched(slug))
    assert len({pygame.image.tobytes(look, "RGB") for look in looks}) == 1


@pytest.mark.parametrize("change", [
    {"state": SiteState.WORKING},
    {"state": SiteState.BUILDING, "build_rounds": 2},
    {"state": SiteState.BUILDING, "build_rounds": 1},
    {"state": SiteState.HALTED},
    {"state": SiteState.WORKING, "undeclared": True},
    {"state": SiteState.BUILDING, "build_rounds": 2, "undeclared": True},
    {"state": SiteState.WORKING, "at_risk": True},
    {"pledge_rounds": 2},
    {"selected": True},
    {"fill": 0.3},
])  # fmt: skip
def test_every_state_of_a_site_looks_different_from_an_empty_one(change):
    rest = quiet(everywhere(SiteState.EMPTY))
    changed = tuple(replace(m, **change) if m.slug == "deveselu" else m for m in rest)

    assert picture_of(view_of(rest)) != picture_of(view_of(changed))


@pytest.mark.parametrize("palette", [INK, INK_CONTRAST])
def test_the_map_is_drawn_in_the_colours_of_the_theme(palette):
    target = pygame.Surface((1280, 544))

    view_of(MARKS, palette=palette).draw(target)

    assert rgb(target, (300, 300)) == palette.sea
    assert rgb(target, (440, 400)) == palette.land_nato
    assert rgb(target, (740, 260)) == palette.land_russia


def test_a_wide_window_shows_more_of_the_world_at_the_same_scale():
    usual = view_of(MARKS)
    wide = view_of(
        MARKS, area=pygame.Rect(0, 100, 1706, 444), clear=pygame.Rect(240, 100, 1226, 444)
    )

    assert wide.geometry.frame.scale == pytest.approx(usual.geometry.frame.scale)
    assert wide.geometry.frame.anchor.x == 240 + 1226 / 2


def test_both_sides_markers_are_of_equal_weight():
    theme = Theme(PAPER, 4.0)
    inked = []
    for side in (NATO, 1):
        body = marker_body(Look(side, "radar", 1.0, False, False), theme)
        mask = pygame.mask.from_threshold(
            body, (*theme.side_colour(side), 255), (40, 40, 40, 255)
        )
        inked.append(mask.count())

    assert inked[0] == pytest.approx(inked[1], rel=0.15)
